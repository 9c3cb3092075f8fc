import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { IngotError } from '../../errors.js'
import { formatPlatform, type Image, loadImage, servesPlatform } from '../../image/index.js'
import type { Digest } from '../../oci/digest.js'
import { type Index, parseIndex } from '../../oci/manifest.js'
import { indexTypes, rebasableLabels } from '../../oci/media-types.js'
import { formatRepository, pinned, type Reference } from '../../oci/reference.js'
import type { ImageStore, StoredManifest } from '../../oci/store.js'
import type { BakedImage, BakedPlatform } from '../baker.js'
import { baseAnnotations } from '../base-annotations.js'
import { describePlatform } from '../describe-platform.js'
import type { PreviousImage } from '../previous.js'
import { isUnchanged, keepPrevious } from '../unchanged.js'
import { type BuildPlan, buildArguments } from './argv.js'
import { build } from './buildx.js'
import type { BuildDefinition } from './definition.js'
import { buildEnvironment } from './environment.js'
import { downloadsAmong, readMaterials, strangersAmong } from './materials.js'
import { readMetadata } from './metadata.js'
import { Progress } from './progress.js'
import { sourcePolicy } from './source-policy.js'
import { digestsOf, type Sources } from './sources.js'

export interface BuildkitBake {
  readonly definition: BuildDefinition
  readonly sources: Sources
  readonly reference: Reference
  readonly output: ImageStore
  /** Set last; none is needed. */
  readonly tags: readonly string[]
  readonly annotations: Readonly<Record<string, string>>
  /** Whether nothing in the image was made with the base: its files may be put on a newer one. */
  readonly rebasable: boolean
  readonly builder?: string | undefined
  /** Seconds since 1970: the latest time in the image. */
  readonly epochSeconds: number
  /** Opens the layout that BuildKit has written, and copies an image from there to the output. */
  readonly importLayout: (directory: string, digest: Digest) => Promise<void>
  readonly env: Readonly<Record<string, string | undefined>>
  /** Values of the secrets, for what the build says. */
  readonly redact: readonly string[]
  readonly previous?: PreviousImage | undefined
  readonly log: (line: string) => void
  readonly signal?: AbortSignal | undefined
}

/**
 * Builds with BuildKit what was found before, and nothing else: the images are pinned to the digests that were checked, any
 * other one is denied by BuildKit itself, and what its provenance lists is compared once more. The output is written by
 * digest; the tags are ours to set, after all that.
 *
 * @throws IngotError as the table of failures names it; `base-not-approved` when the build has read something else
 */
export async function bakeBuildkit(bake: BuildkitBake): Promise<BakedImage> {
  const directory = await mkdtemp(join(tmpdir(), 'ingot-buildkit-'))
  try {
    const progress = new Progress(bake.log)
    const digest = await buildIn(directory, bake, progress)
    const built = await readBuilt(digest, bake)
    await checkMaterials(built, bake)
    const platforms = built.images.map((image) => reportOf(image, bake, progress))
    const contents = built.images.map((image) => ({ platform: formatPlatform(image.config), ...image }))
    if (isUnchanged(bake.previous, contents)) return keepPrevious(bake.previous, platforms)
    const { bytes, descriptor } = built.stored
    bake.signal?.throwIfAborted()
    await bake.output.writeManifest(bytes, descriptor.mediaType, { ...callOf(bake), tags: bake.tags })
    return { digest, descriptor, unchanged: false, platforms }
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

async function buildIn(directory: string, bake: BuildkitBake, progress: Progress): Promise<Digest> {
  const { definition, sources, env, redact, signal } = bake
  const { name, text, ignore } = definition.dockerfile
  const files = {
    dockerfile: join(directory, 'dockerfile', name),
    metadata: join(directory, 'metadata.json'),
    policy: join(directory, 'policy.json'),
  }
  await mkdir(join(directory, 'dockerfile'))
  await writeFile(files.dockerfile, text)
  if (ignore !== undefined) await writeFile(`${files.dockerfile}.dockerignore`, ignore)
  await writeFile(files.policy, sourcePolicy(sources.approved))

  const layout = bake.reference.kind === 'layout' ? join(directory, 'layout') : undefined
  await build(buildArguments(planOf(bake, files, layout)), {
    env: buildEnvironment(env, definition, { epochSeconds: bake.epochSeconds, sourcePolicy: files.policy }),
    onLine: (line) => progress.line(line),
    redact,
    signal,
  })
  const digest = await readMetadata(files.metadata)
  if (layout !== undefined) await bake.importLayout(layout, digest)
  return digest
}

function planOf(bake: BuildkitBake, files: BuildPlan['files'], layout: string | undefined): BuildPlan {
  const { definition, sources, annotations, builder, reference } = bake
  const bases = [...sources.bases.values()]
  const labels = {
    ...rebasable(
      bake.rebasable,
      bases.map(({ image }) => image),
    ),
    ...definition.labels,
  }
  const names = new Set(bases.map(({ found }) => found.name))
  const [name] = names
  return {
    definition: { ...definition, labels },
    output:
      layout === undefined
        ? { kind: 'push', repository: formatRepository(reference) }
        : { kind: 'layout', directory: layout },
    files,
    contexts: sources.contexts,
    annotations: new Map(
      definition.platforms.map((platform) => {
        const found = sources.bases.get(platform)?.found
        return [platform, { ...annotations, ...baseAnnotations(found?.name, found?.manifestDigest) }]
      }),
    ),
    // No base digest here: each platform has its own.
    indexAnnotations: { ...annotations, ...baseAnnotations(names.size === 1 ? name : undefined, undefined) },
    sbom: sources.sbom,
    builder,
  }
}

/** A base's own consent is inherited with its labels, and says nothing about what was built on it. */
function rebasable(isRebasable: boolean, bases: readonly Image[]): Record<string, string> {
  if (isRebasable) return { [rebasableLabels[0]]: 'true' }
  const inherited = rebasableLabels.filter((label) =>
    bases.some(({ config }) => config.config?.Labels?.[label] === 'true'),
  )
  return Object.fromEntries(inherited.map((label) => [label, 'false']))
}

interface Built {
  readonly stored: StoredManifest
  readonly index: Index
  readonly images: readonly Image[]
}

/** Reads what was written, as anybody would, and sees that it is what was asked for. */
async function readBuilt(digest: Digest, bake: BuildkitBake): Promise<Built> {
  const { output, reference, definition } = bake
  const stored = await output.readManifest(digest, callOf(bake))
  if (stored === undefined) {
    throw new IngotError('not-found', `BuildKit has built ${digest}, which is not in ${output.repository}`, {
      advice: 'The builder and this machine must mean the same registry: check its mirrors, and its host name',
    })
  }
  if (!indexTypes.includes(stored.descriptor.mediaType)) {
    throw new IngotError('tool-failed', `BuildKit has written ${digest} without provenance`, {
      advice: 'Use a builder of driver docker-container, kubernetes or remote: docker buildx create',
    })
  }
  const images: Image[] = []
  for (const platform of definition.platforms) {
    images.push(await loadImage(output, pinned(reference, digest), { platform, signal: bake.signal }))
  }
  return { stored, index: parseIndex(stored.bytes, digest), images }
}

async function checkMaterials({ index, images }: Built, bake: BuildkitBake): Promise<void> {
  for (const { manifestDigest } of images) {
    const materials = await readMaterials(bake.output, index, manifestDigest, { signal: bake.signal })
    const strangers = strangersAmong(materials, digestsOf(bake.sources))
    if (strangers.length > 0) {
      const message = `The build has read ${strangers.join(', ')}, which was not found before it; nothing was tagged`
      throw new IngotError('base-not-approved', message, {
        advice: 'A tag was moved meanwhile, or the builder does not obey source policies: use BuildKit 0.13 or newer',
      })
    }
    for (const download of downloadsAmong(materials)) bake.log(`The build has read ${download}`)
  }
}

function reportOf(image: Image, { sources, definition }: BuildkitBake, progress: Progress): BakedPlatform {
  const platform = formatPlatform(image.config)
  const asked = definition.platforms.find((wanted) => servesPlatform(image.config, wanted)) ?? platform
  const below = sources.bases.get(asked)?.image.manifest.layers ?? []
  const isBelow = below.every(({ digest }, i) => image.manifest.layers[i]?.digest === digest)
  return { ...describePlatform(image, isBelow ? below.length : 0), cached: progress.cached(asked) }
}

function callOf({ signal }: Pick<BuildkitBake, 'signal'>): { signal?: AbortSignal } {
  return signal === undefined ? {} : { signal }
}
