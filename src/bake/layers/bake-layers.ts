import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mediaTypes } from '../../oci/media-types.js'
import type { ImageStore } from '../../oci/store.js'
import type { BakedImage, BakedPlatform } from '../baker.js'
import type { PreviousImage } from '../previous.js'
import { applySettings } from '../settings.js'
import { isUnchanged, keepPrevious } from '../unchanged.js'
import { writeBlobs } from '../write-blobs.js'
import type { Addition } from './addition.js'
import { bringBases } from './bring-bases.js'
import { type Compression, compressionOf } from './compression.js'
import { LayerCache } from './layer-cache.js'
import type { PlansAhead } from './plan-ahead.js'
import { type PlatformPlan, planPlatforms } from './plan-platforms.js'
import { type ImageText, type PlatformBase, type PlatformImage, platformImage, topManifest } from './platform-image.js'
import { blobsOf } from './reuse.js'
import { settleAll } from './settle-all.js'

export interface LayersBake extends ImageText {
  /** As the user wrote it, without a digest; absent for scratch. */
  readonly baseName?: string | undefined
  /** One image is made for each; several make an index. All have a base, or none. */
  readonly platforms: readonly PlatformBase[]
  /** One layer each, in this order. */
  readonly additions: readonly Addition[]
  /** Plans of some of them, made for the same base and epoch while that was being read. */
  readonly ahead?: PlansAhead | undefined
  /** Of the manifest, beside the base's name and digest. */
  readonly annotations: Readonly<Record<string, string>>
  /** Seconds since 1970: the only time in the image, unless an addition's rules say otherwise. */
  readonly epochSeconds: number
  /** Default gzip, level 1. */
  readonly compression?: Compression | undefined
  readonly output: ImageStore
  /** Labels for people; none is needed. */
  readonly tags: readonly string[]
  /** In the output; its layers are taken over where their content is the same. */
  readonly previous?: PreviousImage | undefined
  /** Compress everything anew, though the previous image has it. */
  readonly isFresh?: boolean | undefined
  /** Where to remember which files became which layer. */
  readonly cacheDirectory?: string | undefined
  readonly log?: (line: string) => void
  readonly signal?: AbortSignal | undefined
}

/**
 * Bakes an image without a daemon: the base's layers as they are, and one layer for each addition. The same files on the
 * same base make the same bytes on every machine (compressed ones with the same zlib; diff-ids always).
 *
 * @throws IngotError `not-found`, `invalid-input`, `unreadable`, `size-exceeded` for what is added; and what the stores throw
 */
export async function bakeLayers(bake: LayersBake): Promise<BakedImage> {
  // Everything is checked and planned before anything is written: a wrong path or port leaves no trace.
  applySettings({}, bake.settings)
  const plans = planPlatforms(bake)
  const directory = mkdtempSync(join(tmpdir(), 'ingot-bake-'))
  // What fails ends the rest.
  const failed = new AbortController()
  const signal = bake.signal === undefined ? failed.signal : AbortSignal.any([bake.signal, failed.signal])
  try {
    return await bakePlans(plans, directory, { ...bake, signal })
  } catch (thrown) {
    failed.abort(thrown)
    throw thrown
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

type Running = LayersBake & { readonly signal: AbortSignal }

async function bakePlans(plans: readonly PlatformPlan[], directory: string, bake: Running): Promise<BakedImage> {
  const { output, previous, cacheDirectory, isFresh = false, signal } = bake
  const there = blobsOf(previous)
  const log = bake.log ?? (() => undefined)
  const cache = cacheDirectory === undefined || isFresh ? undefined : new LayerCache(cacheDirectory)
  const reused = isFresh ? undefined : previous
  const compression = bake.compression ?? compressionOf()

  const bases = bringBases(bake.platforms, { output, there, log, signal })
  bases.catch(() => undefined) // waited for below, unless a layer fails first
  const settling = { output, compression, directory, previous: reused, there, before: [], cache, signal }
  const layers = await settleAll(plans, settling, log)
  const images = plans.map(({ base, layers: planned }) => {
    const added = planned.map((plan) => ({ ...layers.of(plan), destination: plan.addition.destination }))
    return platformImage(base, added, bake)
  })
  const isKept = isUnchanged(
    previous,
    images.map(({ content }) => content),
  )
  const configs = images
    .map(({ config }) => config)
    .filter(({ descriptor }) => !isKept && !there.has(descriptor.digest))
  const [came, arrived] = await Promise.all([bases, layers.arrived, writeBlobs(output, configs, signal)])
  const how = new Map([...came, ...arrived])
  const platforms = images.map((image) => describe(image, bake, how))
  if (previous !== undefined && isKept) return keepPrevious(previous, platforms)

  const top = topManifest(images, bake)
  if (images.length > 1) {
    await Promise.all(
      images.map(({ manifest }) => output.writeManifest(manifest.bytes, mediaTypes.manifest, { signal })),
    )
  }
  const descriptor = await output.writeManifest(top.bytes, top.descriptor.mediaType, { signal, tags: bake.tags })
  return { digest: descriptor.digest, descriptor, unchanged: false, platforms }
}

function describe(image: PlatformImage, bake: LayersBake, how: ReadonlyMap<string, string>): BakedPlatform {
  const { base, added, content, manifest } = image
  const below = content.manifest.layers.length - added.length
  return {
    platform: base.platform,
    digest: manifest.descriptor.digest,
    baseName: bake.baseName,
    baseDigest: base.image?.manifestDigest,
    layers: content.manifest.layers.map(({ digest, size }, i) => ({
      digest,
      size,
      from: i < below ? 'base' : (added[i - below]?.destination ?? ''),
      how: how.get(digest),
    })),
  }
}
