import type { RebaseResult } from '../../bake/index.js'

export type Rebased = Exclude<RebaseResult, { kind: 'refuse' } | { kind: 'unapproved' }>

/** A plan as Markdown lines that read well in a log, too: layers, settings field by field, and what it would cost. */
export async function describePlan({ platforms, dropped, digest }: Rebased, repository: string): Promise<string[]> {
  const { formatBytes } = await import('../../oci/bytes.js')
  const { shortDigest } = await import('../../oci/digest.js')
  const list = (digests: readonly Parameters<typeof shortDigest>[0][]) => digests.map(shortDigest).join(', ') || 'none'
  const lines = platforms.flatMap(({ platform, from, to, work }) => {
    if (work === undefined) return [`- ${platform}: on this very base already, stays as it is`]
    return [
      `- ${platform}: base ${shortDigest(from)} → ${shortDigest(to)}`,
      `  - layers kept: ${list(work.kept)}`,
      `  - layers removed: ${list(work.removed)}`,
      `  - layers of the new base: ${list(work.added)}`,
      ...work.changes.map(({ field, before, after }) => `  - ${field}: ${shown(before)} → ${shown(after)}`),
      `  - to write it: ${work.requests} requests at the most, ${formatBytes(work.bytes)}`,
    ]
  })
  const attestations = dropped === 0 ? [] : [`- attestations of the old image that are left out: ${dropped}`]
  return [...lines, ...attestations, `- the result: ${repository}@${digest}`]
}

function shown(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value)
}
