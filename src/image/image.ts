import { IngotError } from '../errors.js'
import type { Digest } from '../oci/digest.js'
import {
  type Descriptor,
  formatPlatform,
  type ImageConfig,
  type Index,
  type Manifest,
  parseIndex,
} from '../oci/manifest.js'
import { indexTypes } from '../oci/media-types.js'
import { hostPlatform, isRealPlatform, servesPlatform } from '../oci/platform.js'
import { pinned, type Reference } from '../oci/reference.js'
import type { ImageStore, StoredManifest } from '../oci/store.js'
import { imageManifestOf, listed, readConfig, readNamed } from './documents.js'

/** One image of one platform, with the documents that describe it; its layers stay in the store until they are opened. */
export interface Image {
  readonly store: ImageStore
  /** Pinned to `digest`. */
  readonly reference: Reference
  /** Of what the reference names: an index, or the manifest itself. */
  readonly digest: Digest
  readonly descriptor: Descriptor
  /** When the reference names an index: all of it. */
  readonly index?: Index
  /** Of this platform's manifest; equals `digest` when there is no index. */
  readonly manifestDigest: Digest
  readonly manifest: Manifest
  readonly config: ImageConfig
}

export interface LoadOptions {
  /** `os/architecture[/variant]`; default the only one there is, else Linux on this machine's architecture. */
  readonly platform?: string | undefined
  /** When no platform is asked for and this machine's is not there, take the first instead of failing. */
  readonly orFirst?: boolean | undefined
  readonly signal?: AbortSignal | undefined
}

/**
 * Resolves a tag or digest and reads manifest and config, each checked against its digest by the store.
 *
 * @throws IngotError `not-found` (with the tags or platforms that exist), `unreadable`, `size-exceeded`, and what the store throws
 */
export async function loadImage(store: ImageStore, reference: Reference, options: LoadOptions = {}): Promise<Image> {
  const call = options.signal === undefined ? {} : { signal: options.signal }
  const stored = await readNamed(store, reference, call)
  const { descriptor } = stored
  const common = { store, reference: pinned(reference, descriptor.digest), digest: descriptor.digest, descriptor }
  const from = `${store.repository}@${descriptor.digest}`

  if (!indexTypes.includes(stored.descriptor.mediaType)) {
    const documents = await readDocuments(store, stored, from, call)
    checkPlatform(documents.config, options.platform, from)
    return { ...common, manifestDigest: descriptor.digest, ...documents }
  }
  const index = parseIndex(stored.bytes, from)
  const chosen = choosePlatform(index, options, from)
  const child = await store.readManifest(chosen.digest, call)
  if (child === undefined) {
    throw new IngotError('not-found', `${from} lists ${chosen.digest}, which is not in ${store.repository}`, {
      advice: 'The image was copied or pruned only in part: copy or bake it again',
    })
  }
  return { ...common, index, manifestDigest: chosen.digest, ...(await readDocuments(store, child, from, call)) }
}

/** The platforms that an image holds, as `os/architecture[/variant]`. */
export function platformsOf(image: Image): string[] {
  if (image.index === undefined) return [formatPlatform(image.config)]
  return image.index.manifests.flatMap(({ platform }) => (isRealPlatform(platform) ? [formatPlatform(platform)] : []))
}

async function readDocuments(store: ImageStore, stored: StoredManifest, from: string, call: { signal?: AbortSignal }) {
  const manifest = imageManifestOf(stored, from)
  return { manifest, config: await readConfig(store, manifest, from, call) }
}

function choosePlatform(index: Index, { platform: wanted, orFirst }: LoadOptions, from: string): Descriptor {
  const images = index.manifests.filter(({ platform }) => isRealPlatform(platform))
  const candidates = images.length > 0 ? images : index.manifests.filter(({ platform }) => platform === undefined)
  const [first] = candidates
  if (wanted === undefined && candidates.length === 1 && first !== undefined) return first
  const platform = wanted ?? hostPlatform()
  const found = candidates.find((candidate) => candidate.platform && servesPlatform(candidate.platform, platform))
  if (found !== undefined) return found
  if (wanted === undefined && orFirst === true && first !== undefined) return first
  const known = candidates.map((candidate) => (candidate.platform ? formatPlatform(candidate.platform) : 'unnamed'))
  throw noPlatform(from, platform, known)
}

function checkPlatform(config: ImageConfig, wanted: string | undefined, from: string): void {
  if (wanted !== undefined && !servesPlatform(config, wanted)) throw noPlatform(from, wanted, [formatPlatform(config)])
}

function noPlatform(from: string, wanted: string, known: readonly string[]): IngotError {
  return new IngotError('not-found', `${from} has no image for ${wanted}: it has ${listed(known) || 'none'}`, {
    advice: 'Ask for one of these platforms, or build the missing one',
  })
}
