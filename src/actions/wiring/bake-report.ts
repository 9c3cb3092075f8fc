import type { BakedImage, BakedPlatform } from '../../bake/index.js'

/** The outcome of a bake in the words of the action. */
export async function reportBake(
  baked: BakedImage,
  facts: {
    /** Where it was written to, as people name it. */
    readonly output: string
    readonly repository: string
    readonly base: string
    readonly baseOutputs: { 'base-name': string; 'base-digest': string }
  },
) {
  const { digest, unchanged, platforms } = baked
  const image = `${facts.repository}@${digest}`
  return {
    reason: unchanged ? ('unchanged' as const) : ('done' as const),
    message: unchanged ? `${facts.output} names this very image already: ${image}` : `Baked ${image}`,
    outputs: { digest, image, ...facts.baseOutputs },
    details: { platforms },
    summary: await summarise(image, facts.base, platforms),
  }
}

/** A bake that the organisation policy has refused; nothing was written. */
export function declineBake(why: string, baseOutputs: { 'base-name': string; 'base-digest': string }) {
  return {
    reason: 'base-not-approved' as const,
    message: why,
    outputs: { digest: '', image: '', ...baseOutputs },
    summary: `### Not baked\n\n${why}\n`,
  }
}

/** What was baked, layer by layer. */
async function summarise(image: string, base: string, platforms: readonly BakedPlatform[]): Promise<string> {
  const { formatBytes } = await import('../../bake/index.js')
  const { shortDigest } = await import('../../oci/digest.js')
  const tables = platforms.map(({ platform, baseDigest, layers }) => {
    const total = layers.reduce((sum, layer) => sum + layer.size, 0)
    const rows = layers.map(
      ({ digest, size, from }) => `| ${from} | \`${shortDigest(digest)}\` | ${formatBytes(size)} |`,
    )
    const on = baseDigest === undefined ? base : `${base} (\`${shortDigest(baseDigest)}\`)`
    const head = `**${platform}** on ${on}: ${layers.length} layers, ${formatBytes(total)}`
    return `${head}\n\n| layer | digest | size |\n|---|---|---:|\n${rows.join('\n')}\n`
  })
  return `### Baked\n\n\`${image}\`\n\n${tables.join('\n')}`
}
