import { IngotError } from '../errors.js'
import type { Digest } from '../oci/digest.js'
import {
  type Descriptor,
  formatPlatform,
  type ImageConfig,
  type Index,
  type Manifest,
  maximumManifestBytes,
  parseImageConfig,
  parseIndex,
  parseManifest,
} from '../oci/manifest.js'
import { indexTypes, manifestTypes, mediaTypes } from '../oci/media-types.js'
import { hostPlatform, isRealPlatform, servesPlatform } from '../oci/platform.js'
import { formatReference, pinned, type Reference } from '../oci/reference.js'
import type { ImageStore, StoredManifest } from '../oci/store.js'

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

  if (!indexTypes.includes(typeOf(stored))) {
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

async function readNamed(store: ImageStore, reference: Reference, call: { signal?: AbortSignal }) {
  const tag = reference.tag ?? (reference.digest === undefined ? await onlyTag(store, reference, call) : undefined)
  const stored = await store.readManifest(reference.digest ?? { tag: tag as string }, call)
  if (stored !== undefined) return stored
  const tags = await store.tags(call)
  const shown = tags.length === 0 ? 'it holds no tags' : `its tags are ${listed(tags)}`
  throw new IngotError('not-found', `There is no image ${formatReference(reference)}: ${shown}`, {
    advice: 'Check the name; a tag is written behind a colon, a digest behind @',
  })
}

/** A reference without a label can mean only one image when there is only one. */
async function onlyTag(store: ImageStore, reference: Reference, call: { signal?: AbortSignal }): Promise<string> {
  const tags = reference.kind === 'layout' ? await store.tags(call) : []
  if (tags.length === 1) return tags[0] as string
  const known = tags.length === 0 ? '' : `; there are ${listed(tags)}`
  throw new IngotError('invalid-reference', `${formatReference(reference)} names no tag and no digest${known}`, {
    advice: `Write ${formatReference(reference)}:TAG or ${formatReference(reference)}@sha256:…`,
  })
}

async function readDocuments(store: ImageStore, stored: StoredManifest, from: string, call: { signal?: AbortSignal }) {
  const type = typeOf(stored)
  if (!manifestTypes.includes(type)) throw notAnImage(from, type || 'of no type')
  const manifest = parseManifest(stored.bytes, from)
  const isImage = [mediaTypes.config, mediaTypes.dockerConfig].some((known) => known === manifest.config.mediaType)
  if (!isImage) throw notAnImage(from, manifest.artifactType ?? manifest.config.mediaType)
  if (manifest.config.size > maximumManifestBytes) {
    const claim = `claims ${manifest.config.size} bytes, more than the limit of ${maximumManifestBytes}`
    throw new IngotError('size-exceeded', `The config of ${from} ${claim}`)
  }
  const parts: Uint8Array[] = []
  for await (const part of store.readBlob(manifest.config, call)) parts.push(part)
  const config = parseImageConfig(Buffer.concat(parts), from)
  const { length } = config.rootfs.diff_ids
  if (length !== manifest.layers.length) {
    const counts = `${manifest.layers.length} layers, its config ${length} diff-ids`
    throw new IngotError('unreadable', `The manifest of ${from} has ${counts}`)
  }
  return { manifest, config }
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

function notAnImage(from: string, type: string): IngotError {
  return new IngotError('unreadable', `${from} is not a container image: it is ${type}`)
}

/** The type that the document itself gives, else the one it was stored under. */
function typeOf(stored: StoredManifest): string {
  return stored.descriptor.mediaType
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 12).join(', ')
  return names.length > 12 ? `${shown} and ${names.length - 12} more` : shown
}
