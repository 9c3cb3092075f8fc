import type { BakedPlatform, ImageSettings, PlatformBase } from '../../bake/index.js'
import type { Config } from '../../config/index.js'
import { IngotError } from '../../errors.js'
import type { Image } from '../../image/index.js'
import type { Reference } from '../../oci/reference.js'
import type { ImageStore } from '../../oci/store.js'

/** The inputs of `bake` that make settings and annotations. */
export interface GivenSettings {
  readonly entrypoint: string | undefined
  readonly cmd: string | undefined
  readonly env: readonly string[]
  readonly label: readonly string[]
  readonly user: string | undefined
  readonly workdir: string | undefined
  readonly expose: readonly string[]
  readonly annotation: readonly string[]
  readonly version: string | undefined
  readonly revision: string | undefined
  readonly source: string | undefined
}

/** What is given, over what `bake:` of ingot.yml says; maps are merged key by key. */
export async function readSettings(
  given: GivenSettings,
  config: Config['bake'],
): Promise<{ settings: ImageSettings; annotations: Record<string, string> }> {
  const { parseCommand, parsePairs } = await import('../../bake/index.js')
  const { annotationKeys } = await import('../../oci/media-types.js')
  const workdir = given.workdir ?? config?.workdir
  if (workdir !== undefined && !workdir.startsWith('/')) {
    throw new IngotError('invalid-input', `The workdir ${JSON.stringify(workdir)} is not an absolute path in the image`)
  }
  const { version, revision, source } = given
  const identity = Object.fromEntries(
    Object.entries({ version, revision, source }).flatMap(([name, value]) =>
      value === undefined ? [] : [[annotationKeys[name as 'version' | 'revision' | 'source'], value]],
    ),
  )
  const command = (text: string | undefined, name: 'entrypoint' | 'cmd') =>
    text === undefined ? config?.[name] : parseCommand(text, name)
  const settings = {
    entrypoint: command(given.entrypoint, 'entrypoint'),
    cmd: command(given.cmd, 'cmd'),
    env: { ...config?.env, ...parsePairs(given.env, 'environment variable') },
    labels: { ...identity, ...config?.labels, ...parsePairs(given.label, 'label') },
    user: given.user ?? config?.user,
    workdir,
    expose: given.expose,
  }
  return { settings, annotations: { ...identity, ...parsePairs(given.annotation, 'annotation') } }
}

/** The base of each platform that is asked for, all read from one resolved digest. */
export async function loadBases(
  store: ImageStore | undefined,
  reference: Reference | undefined,
  written: readonly string[],
  signal: AbortSignal,
): Promise<PlatformBase[]> {
  const { formatPlatform, hostPlatform, loadImage, parsePlatform } = await import('../../image/index.js')
  const asked = [...new Set(written.flatMap((entry) => entry.split(',')).map((entry) => entry.trim()))]
  const platforms = asked.filter(Boolean).map((entry) => formatPlatform(parsePlatform(entry)))
  if (store === undefined || reference === undefined) {
    return (platforms.length > 0 ? platforms : [hostPlatform()]).map((platform) => ({ platform }))
  }
  const [first, ...rest] = platforms
  const image = await loadImage(store, reference, { platform: first, signal })
  const bases = [{ platform: formatPlatform(image.config), image }]
  for (const platform of rest) {
    bases.push({ platform, image: await loadImage(store, image.reference, { platform, signal }) })
  }
  return bases
}

/** What the policy is asked about: what the reference names, which is the same for every platform. */
export function namedBase(platforms: readonly PlatformBase[]): Image | 'scratch' {
  return platforms[0]?.image ?? 'scratch'
}

/** A reference to write to: a digest cannot be chosen. */
export function withoutDigest(reference: Reference): Reference {
  const { digest: _, ...rest } = reference
  return rest
}

/** @throws IngotError `invalid-input` */
export function required(value: string | undefined, input: string, key: string): string {
  if (value !== undefined && value !== '') return value
  throw new IngotError('invalid-input', `No ${input} is given`, { advice: `Give ${input}, or ${key} in ingot.yml` })
}

/** @throws IngotError `invalid-reference` when it names a digest */
export function outputOf(reference: Reference, text: string): Reference {
  if (reference.digest === undefined) return reference
  throw new IngotError('invalid-reference', `Cannot write to ${text}: the digest follows from the content`, {
    advice: 'Name the repository alone, or with a tag',
  })
}

/** Markdown for the job summary: what was baked, layer by layer. */
export async function summariseBake(image: string, base: string, platforms: readonly BakedPlatform[]): Promise<string> {
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

/** Writes a predicate where the signing job finds it. */
export async function writePredicate(file: string, predicate: Record<string, unknown>): Promise<void> {
  const { mkdir, writeFile } = await import('node:fs/promises')
  const { dirname } = await import('node:path')
  try {
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, `${JSON.stringify(predicate, null, 2)}\n`)
  } catch (cause) {
    throw new IngotError('invalid-input', `Cannot write the provenance to ${file}: ${(cause as Error).message}`, {
      cause,
    })
  }
}
