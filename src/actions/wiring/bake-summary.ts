import type { BakedImage, BakedPlatform, FoundBase, PreviousImage } from '../../bake/index.js'
import type { BakePlan, ImageFacts } from './bake-facts.js'

/** What was baked, on what, how each layer came to it, and what that cost: Markdown for the job summary. */
export async function summariseImage(
  image: string,
  baked: BakedImage,
  { engine, bases, seconds, traffic }: ImageFacts,
): Promise<string> {
  const { formatBytes } = await import('../../bake/index.js')
  const said = baked.unchanged
    ? `### Unchanged\n\n\`${image}\`\n\nEverything in it is as it was, so it was kept and nothing was made.\n`
    : `### ${engine === 'join' ? 'Joined' : 'Baked'}\n\n\`${image}\`\n`
  const sent = traffic.requests > 0 ? `${traffic.requests} requests, ` : ''
  const by = engine === 'join' ? 'Platforms joined' : `Engine ${engine}`
  const cost = `${by}, ${seconds.toFixed(1)} s, ${sent}${formatBytes(traffic['bytes-sent'])} sent.`
  const tables = await Promise.all(baked.platforms.map((platform) => tableOf(platform, bases)))
  return [said, `${cost}\n`, ...tables].join('\n')
}

async function tableOf(baked: BakedPlatform, bases: readonly FoundBase[]): Promise<string> {
  const { formatBytes } = await import('../../bake/index.js')
  const { shortDigest } = await import('../../oci/digest.js')
  const { platform, baseName, baseDigest, layers, cached } = baked
  const size = (some: BakedPlatform['layers']) => formatBytes(some.reduce((sum, layer) => sum + layer.size, 0))
  const own = layers.filter(({ from }) => from !== 'base')
  const created = bases.find(({ manifestDigest }) => manifestDigest === baseDigest)?.created
  const on = baseDigest === undefined ? 'scratch' : `${code(baseName ?? '')} ${code(shortDigest(baseDigest))}`
  const head = [
    `#### ${platform || 'Artifact'}`,
    '',
    `- size: ${size(layers)} in ${layers.length} layers, ${size(own)} in ${own.length} of its own`,
    `- base: ${on}${created === undefined ? '' : `, created ${created.slice(0, 10)}`}`,
    ...(cached === undefined ? [] : [`- cache: ${cached}`]),
    `- digest: ${code(baked.digest)}`,
  ]
  const rows = layers.map(
    (layer) =>
      `| ${cell(layer.from)} | ${code(shortDigest(layer.digest))} | ${formatBytes(layer.size)} | ${cell(layer.how ?? '')} |`,
  )
  return [...head, '', '| layer | digest | size | how it came |', '|---|---|---:|---|', ...rows, ''].join('\n')
}

/** What would be baked: engine, platforms, bases with their age, and the policy's answer. */
export async function summarisePlan(
  { engine, platforms, bases, output }: BakePlan,
  { policy, previous }: { readonly policy: string | undefined; readonly previous: PreviousImage | undefined },
): Promise<string> {
  const { formatReference } = await import('../../oci/reference.js')
  const rows = bases.map(
    ({ platform, name, manifestDigest, created }) =>
      `| ${platform} | ${cell(name)} | ${code(manifestDigest)} | ${created?.slice(0, 10) ?? 'not known'} |`,
  )
  const on =
    rows.length === 0 ? ['On scratch.'] : ['| platform | base | digest | created |', '|---|---|---|---|', ...rows]
  return [
    '### To be baked',
    '',
    `- output: ${code(formatReference(output.reference))}`,
    `- engine: ${engine}`,
    `- platforms: ${platforms.join(', ') || 'none'}`,
    `- policy: ${policy === undefined ? 'none was asked' : 'every base is approved'}`,
    `- previous image: ${previous === undefined ? 'none' : code(previous.digest)}`,
    '',
    ...on,
    '',
  ].join('\n')
}

/** Text from outside in a cell of a table: it can neither end the cell nor start markup. */
function cell(text: string): string {
  return text.replaceAll(/[\\|<>`*_[\]]/g, '\\$&').replaceAll(/\s+/g, ' ')
}

function code(text: string): string {
  return `\`${text.replaceAll('`', '')}\``
}
