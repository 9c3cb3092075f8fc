import type { BuildReason, Rebase, RebaseResult } from '../../bake/index.js'
import type { Reason } from '../../errors.js'
import type { Image } from '../../image/index.js'
import type { Digest } from '../../oci/digest.js'
import { writePredicate } from './bake-request.js'

type Rebased = Exclude<RebaseResult, { kind: 'refuse' }>

/** The outcome of a rebase in the words of the action: reason, message, outputs and the job summary. */
export async function reportRebase(
  result: RebaseResult,
  facts: {
    readonly image: string
    readonly base: Image
    readonly baseName: string
    /** Where the resulting digest is. */
    readonly repository: string
    readonly traffic: { requests: number; 'bytes-sent': number }
  },
) {
  const { image, baseName, repository, traffic } = facts
  const refused = result.kind === 'refuse'
  const reason: Reason = refused ? 'rebase-refused' : reasons[result.kind]
  const message = refused
    ? `Cannot rebase ${image} on ${baseName} (rule ${result.rule}): ${result.why}. ${result.advice}`
    : messageOf(result, facts)
  const outputs = {
    digest: refused ? '' : result.digest,
    image: refused ? '' : `${repository}@${result.digest}`,
    reason,
    'base-name': baseName,
    'base-digest': refused ? facts.base.manifestDigest : (result.bases[0]?.to ?? facts.base.manifestDigest),
    ...traffic,
  }
  const details = refused ? { rule: result.rule } : { bases: result.bases }
  const heading = refused ? '### Not rebased' : `### Rebase: ${reason}`
  const table = refused ? '' : await tableOf(result, traffic)
  return { reason, message, outputs, details, summary: `${heading}\n\n${message}\n${table}` }
}

/** Says that the image is a rebase, of what, and onto what. */
export async function writeRebaseProvenance(
  file: string,
  given: { readonly image: string; readonly base: string; readonly output: string; readonly reason: BuildReason },
  request: Rebase,
  { bases }: { readonly bases: readonly { to: Digest }[] },
  env: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  const { provenancePredicate } = await import('../../bake/index.js')
  const { formatReference, parseReference } = await import('../../oci/reference.js')
  const { withoutDigest } = await import('./bake-request.js')
  const { image, base, output, reason } = given
  const name = formatReference(withoutDigest(parseReference(image)))
  const images = [
    { name, digest: request.image.digest },
    ...bases.map(({ to }) => ({ name: request.baseName, digest: to })),
  ]
  await writePredicate(
    file,
    provenancePredicate({ engine: 'rebase', reason, inputs: { image, base, output }, images, env }),
  )
}

const reasons = { unchanged: 'unchanged', planned: 'planned', rebased: 'done' } as const

function messageOf(
  result: Rebased,
  { image, baseName, repository }: { image: string; baseName: string; repository: string },
) {
  switch (result.kind) {
    case 'unchanged':
      return `${image} is on this very base already; nothing was written`
    case 'planned':
      return `${image} can be rebased on ${baseName}: it would become ${result.digest}`
    case 'rebased':
      return `Rebased ${image} on ${baseName}: ${repository}@${result.digest}`
  }
}

async function tableOf({ bases }: Rebased, traffic: { requests: number; 'bytes-sent': number }): Promise<string> {
  const { formatBytes } = await import('../../bake/index.js')
  const { shortDigest } = await import('../../oci/digest.js')
  const rows = bases.map(
    ({ platform, from, to }) => `| ${platform} | \`${shortDigest(from)}\` | \`${shortDigest(to)}\` |`,
  )
  const table = `| platform | base before | base after |\n|---|---|---|\n${rows.join('\n')}\n`
  return `\n${table}\n${traffic.requests} requests, ${formatBytes(traffic['bytes-sent'])} sent\n`
}
