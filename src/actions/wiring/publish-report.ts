import type { Release } from '../../ledger/index.js'
import type { Digest } from '../../oci/digest.js'

interface Published {
  /** Whether this run wrote the release. */
  readonly isNew: boolean
  readonly tags: readonly string[]
  /** Of the tags, those that did not name the digest before. */
  readonly added: readonly string[]
  /** Where the ledger is. */
  readonly ledger: string
}

/** The outcome of a publication in the words of the action. */
export async function reportPublish(release: Release, { isNew, tags, added, ledger }: Published) {
  const { releasePath } = await import('../../ledger/index.js')
  const { app, digest, image, version } = release
  const isUnchanged = !isNew && added.length === 0
  const path = releasePath(app, digest)
  const name = `${app} ${version} (${image})`
  return {
    reason: isUnchanged ? ('unchanged' as const) : ('done' as const),
    message: isUnchanged ? `${name} is published already` : `Published ${name} as ${tags.join(', ')}`,
    outputs: { digest, release: path, version },
    details: { app, tags, added },
    summary: summarise(release, tags, path, ledger),
  }
}

/** An image whose evidence does not hold; nothing was recorded or tagged. */
export function declinePublish(digest: Digest, explanation: string) {
  return {
    reason: 'verification-refused' as const,
    message: explanation,
    outputs: { digest, release: '', version: '' },
    summary: `### Not published\n\n\`\`\`\n${explanation}\n\`\`\`\n`,
  }
}

function summarise(release: Release, tags: readonly string[], path: string, ledger: string): string {
  const { findings } = release
  const counts = findings && `${findings.critical} critical, ${findings.high} high, ${findings.medium} medium`
  const rows = [
    ['Image', `\`${release.image}\``],
    ['Tags', tags.join(', ')],
    ['Platforms', release.platforms.join(', ')],
    ['Base', release.base === null ? 'unknown' : `\`${release.base.name}@${release.base.digest}\``],
    ['Built because of', release.reason],
    ['Signer', release.signer === null ? '**unsigned**' : `\`${release.signer}\``],
    ['Findings', counts ?? 'not attested'],
    ['Release', `\`${path}\` in ${ledger}`],
  ]
  const table = rows.map(([name, value]) => `| ${name} | ${value} |`).join('\n')
  return `### Published ${release.app} ${release.version}\n\n| | |\n|---|---|\n${table}\n`
}
