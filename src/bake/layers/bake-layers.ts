import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { formatPlatform, type Image, parsePlatform } from '../../image/index.js'
import { formatBytes } from '../../oci/bytes.js'
import { digestOf, shortDigest } from '../../oci/digest.js'
import { type Descriptor, encodeJson, type ImageConfig, type Index, type Manifest } from '../../oci/manifest.js'
import { mediaTypes } from '../../oci/media-types.js'
import type { ImageStore } from '../../oci/store.js'
import type { BakedImage } from '../baker.js'
import { baseAnnotations } from '../base-annotations.js'
import { asOciLayer, bringLayers } from '../bring-layers.js'
import { formatEpoch } from '../format.js'
import { type HistoryEntry, historyOf } from '../history.js'
import type { PreviousImage } from '../previous.js'
import { applySettings, type ImageSettings, namesOf, sorted } from '../settings.js'
import { isUnchanged, keepPrevious } from '../unchanged.js'
import { writeBlobs } from '../write-blobs.js'
import { type Addition, planAddition } from './addition.js'
import { type LayerBlob, makeLayer } from './layer-blob.js'

/** The base of one platform; none for an image from scratch. */
export interface PlatformBase {
  /** `os/architecture[/variant]` */
  readonly platform: string
  readonly image?: Image | undefined
}

export interface LayersBake {
  /** As the user wrote it, without a digest; absent for scratch. */
  readonly baseName?: string | undefined
  /** One image is made for each; several make an index. All have a base, or none. */
  readonly platforms: readonly PlatformBase[]
  /** One layer each, in this order. */
  readonly additions: readonly Addition[]
  readonly settings: ImageSettings
  /** Of the manifest, beside the base's name and digest. */
  readonly annotations: Readonly<Record<string, string>>
  /** Seconds since 1970: the only time in the image. */
  readonly epochSeconds: number
  readonly output: ImageStore
  /** Labels for people; none is needed. */
  readonly tags: readonly string[]
  readonly previous?: PreviousImage | undefined
  readonly log?: (line: string) => void
  readonly signal?: AbortSignal | undefined
}

/**
 * Bakes an image without a daemon: the base's layers as they are, and one layer for each addition. The same files on the
 * same base make the same bytes on every machine (compressed ones with the same zlib; diff-ids always).
 *
 * @throws IngotError `not-found`, `invalid-input`, `unreadable` for what is added; and what the stores throw
 */
export async function bakeLayers(bake: LayersBake): Promise<BakedImage> {
  const directory = mkdtempSync(join(tmpdir(), 'ingot-bake-'))
  try {
    return await bakeInto(directory, bake)
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

async function bakeInto(directory: string, bake: LayersBake): Promise<BakedImage> {
  const log = bake.log ?? (() => undefined)
  const onBase = bake.platforms.some(({ image }) => image !== undefined)
  // Everything is planned before anything is written: a wrong path leaves no trace.
  const plans = bake.additions.map((addition) => planAddition(addition, onBase))
  const layers: LayerBlob[] = []
  for (const plan of plans)
    layers.push(await makeLayer(plan, { mtime: bake.epochSeconds, directory, signal: bake.signal }))
  await writeLayers(layers, bake, log)

  const images: Awaited<ReturnType<typeof bakePlatform>>[] = []
  for (const base of bake.platforms) images.push(await bakePlatform(base, layers, bake, log))
  const platforms = images.map(({ report }) => report)
  const [only] = images
  const { bytes, mediaType } =
    images.length === 1 && only !== undefined
      ? { bytes: only.bytes, mediaType: mediaTypes.manifest }
      : { bytes: encodeJson(indexOf(images, bake)), mediaType: mediaTypes.index }
  if (images.length > 1) {
    for (const image of images) await bake.output.writeManifest(image.bytes, mediaTypes.manifest, callOf(bake))
  }
  if (
    isUnchanged(
      bake.previous,
      images.map(({ content }) => content),
    )
  )
    return keepPrevious(bake.previous, platforms)
  const descriptor = await bake.output.writeManifest(bytes, mediaType, { ...callOf(bake), tags: bake.tags })
  return { digest: descriptor.digest, descriptor, unchanged: false, platforms }
}

async function writeLayers(layers: readonly LayerBlob[], bake: LayersBake, log: (line: string) => void): Promise<void> {
  for (const [i, layer] of layers.entries()) {
    const isThere = await bake.output.hasBlob(layer.descriptor.digest, callOf(bake))
    if (!isThere) await bake.output.writeBlob(layer, callOf(bake))
    const sizes = `${layer.entries} entries, ${formatBytes(layer.uncompressedBytes)} → ${formatBytes(layer.descriptor.size)}`
    const name = shortDigest(layer.descriptor.digest)
    log(`layer ${name} ${bake.additions[i]?.destination}: ${sizes}, ${isThere ? 'there already' : 'written'}`)
  }
}

async function bakePlatform(
  base: PlatformBase,
  added: readonly LayerBlob[],
  bake: LayersBake,
  log: (line: string) => void,
) {
  const { image } = base
  const below = (image?.manifest.layers ?? []).map(asOciLayer)
  if (image !== undefined) {
    await bringLayers(below, image.store, bake.output, { ...callOf(bake), log, what: 'base layer' })
  }
  const imageConfig = configOf(base, added, bake)
  const config = encodeJson(imageConfig)
  const descriptor = { mediaType: mediaTypes.config, digest: digestOf(config), size: config.length }
  await writeBlobs(bake.output, [{ descriptor, bytes: config }], bake.signal)
  const baseDigest = image?.manifestDigest
  const manifest: Manifest = {
    schemaVersion: 2,
    mediaType: mediaTypes.manifest,
    config: descriptor,
    layers: [...below, ...added.map((layer) => layer.descriptor)],
    annotations: sorted({ ...bake.annotations, ...baseAnnotations(bake.baseName, baseDigest) }),
  }
  const bytes = encodeJson(manifest)
  const digest = digestOf(bytes)
  const layers = manifest.layers.map((layer, i) => ({
    digest: layer.digest,
    size: layer.size,
    from: i < below.length ? 'base' : (bake.additions[i - below.length]?.destination ?? ''),
  }))
  return {
    bytes,
    content: { platform: formatPlatform(imageConfig), manifest, config: imageConfig },
    descriptor: { mediaType: mediaTypes.manifest, digest, size: bytes.length, platform: platformOf(base) },
    report: { platform: base.platform, digest, baseName: bake.baseName, baseDigest, layers },
  }
}

function configOf(
  base: PlatformBase,
  added: readonly LayerBlob[],
  { settings, epochSeconds, additions }: LayersBake,
): ImageConfig {
  const below = base.image?.config
  const created = formatEpoch(epochSeconds)
  const changed = namesOf(settings)
  const steps: HistoryEntry[] = additions.map(({ destination }) => ({
    created,
    created_by: `ingot bake: add ${destination}`,
  }))
  if (changed.length > 0)
    steps.push({ created, created_by: `ingot bake: set ${changed.join(', ')}`, empty_layer: true })
  return {
    created,
    ...platformOf(base),
    config: applySettings(below?.config ?? {}, settings),
    rootfs: { type: 'layers', diff_ids: [...(below?.rootfs.diff_ids ?? []), ...added.map((layer) => layer.diffId)] },
    history: [...(below === undefined ? [] : historyOf(below)), ...steps],
  }
}

function platformOf({ image, platform }: PlatformBase) {
  if (image === undefined) return parsePlatform(platform)
  const { architecture, os, variant } = image.config
  const version = image.config['os.version']
  return {
    architecture,
    os,
    ...(variant !== undefined && { variant }),
    ...(typeof version === 'string' && { 'os.version': version }),
  }
}

function indexOf(images: readonly { descriptor: Descriptor }[], bake: LayersBake): Index {
  return {
    schemaVersion: 2,
    mediaType: mediaTypes.index,
    manifests: images.map(({ descriptor }) => descriptor),
    // No base digest here: each platform has its own, and the base's index changes when any other one lands.
    annotations: sorted({ ...bake.annotations, ...baseAnnotations(bake.baseName, undefined) }),
  }
}

function callOf({ signal }: { signal?: AbortSignal | undefined }) {
  return signal === undefined ? {} : { signal }
}
