import type { BakedImage, BakedPlatform, FoundBase } from '../../bake/index.js'
import type { Output } from './output-reference.js'

/** The outcome of a bake in the words of the action. */
export async function reportBake(baked: BakedImage, { reference }: Output, bases: readonly FoundBase[]) {
  const { formatReference, formatRepository } = await import('../../oci/reference.js')
  const { digest, unchanged, platforms } = baked
  const image = `${formatRepository(reference)}@${digest}`
  return {
    reason: unchanged ? ('unchanged' as const) : ('done' as const),
    message: unchanged ? `${formatReference(reference)} names this very image already: ${image}` : `Baked ${image}`,
    outputs: { digest, image, ...baseOutputs(bases) },
    details: { platforms },
    summary: await summarise(image, platforms),
  }
}

/** A bake that the organisation policy has refused; nothing was written. */
export function declineBake(why: string, bases: readonly FoundBase[]) {
  return {
    reason: 'base-not-approved' as const,
    message: why,
    outputs: { digest: '', image: '', ...baseOutputs(bases) },
    summary: `### Not baked\n\n${why}\n`,
  }
}

function baseOutputs([first]: readonly FoundBase[]) {
  return { 'base-name': first?.name ?? '', 'base-digest': first?.manifestDigest ?? '' }
}

/** What was baked, layer by layer. */
async function summarise(image: string, platforms: readonly BakedPlatform[]): Promise<string> {
  const { formatBytes } = await import('../../bake/index.js')
  const { shortDigest } = await import('../../oci/digest.js')
  const tables = platforms.map(({ platform, baseName, baseDigest, layers }) => {
    const total = layers.reduce((sum, layer) => sum + layer.size, 0)
    const rows = layers.map(
      ({ digest, size, from }) => `| ${from} | \`${shortDigest(digest)}\` | ${formatBytes(size)} |`,
    )
    const on = baseDigest === undefined ? 'scratch' : `${baseName} (\`${shortDigest(baseDigest)}\`)`
    const head = `**${platform}** on ${on}: ${layers.length} layers, ${formatBytes(total)}`
    return `${head}\n\n| layer | digest | size |\n|---|---|---:|\n${rows.join('\n')}\n`
  })
  return `### Baked\n\n\`${image}\`\n\n${tables.join('\n')}`
}
