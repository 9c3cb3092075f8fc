import { IngotError } from '../errors.js'
import {
  type Descriptor,
  type ImageConfig,
  type Manifest,
  maximumManifestBytes,
  parseImageConfig,
  parseManifest,
} from '../oci/manifest.js'
import { manifestTypes, mediaTypes } from '../oci/media-types.js'
import { formatReference, type Reference } from '../oci/reference.js'
import type { CallOptions, ImageStore, StoredManifest } from '../oci/store.js'

/**
 * The manifest or index that a reference names; one without tag and digest names the only tag of a layout.
 *
 * @throws IngotError `not-found`, with the tags that there are; `invalid-reference` when it names nothing
 */
export async function readNamed(store: ImageStore, reference: Reference, call: CallOptions): Promise<StoredManifest> {
  const label = reference.digest ?? { tag: reference.tag ?? (await onlyTag(store, reference, call)) }
  const stored = await store.readManifest(label, call)
  if (stored !== undefined) return stored
  const tags = await store.tags(call)
  const shown = tags.length === 0 ? 'it holds no tags' : `its tags are ${listed(tags)}`
  throw new IngotError('not-found', `There is no image ${formatReference(reference)}: ${shown}`, {
    advice: 'Check the name; a tag is written behind a colon, a digest behind @',
  })
}

/** @throws IngotError `unreadable` for what is no container image, `size-exceeded` */
export function imageManifestOf(stored: StoredManifest, from: string): Manifest {
  const type = stored.descriptor.mediaType
  if (!manifestTypes.includes(type)) throw notAnImage(from, type || 'of no type')
  const manifest = parseManifest(stored.bytes, from)
  const isImage = [mediaTypes.config, mediaTypes.dockerConfig].some((known) => known === manifest.config.mediaType)
  if (!isImage) throw notAnImage(from, manifest.artifactType ?? manifest.config.mediaType)
  if (manifest.config.size <= maximumManifestBytes) return manifest
  const claim = `claims ${manifest.config.size} bytes, more than the limit of ${maximumManifestBytes}`
  throw new IngotError('size-exceeded', `The config of ${from} ${claim}`)
}

/**
 * @param early its bytes, where they were asked for before the manifest was known
 * @throws IngotError `unreadable`, also when it does not have a diff-id for each layer
 */
export async function readConfig(
  store: ImageStore,
  manifest: Manifest,
  from: string,
  call: CallOptions,
  early?: Promise<Buffer | undefined>,
): Promise<ImageConfig> {
  const config = parseImageConfig((await early) ?? (await readSmallBlob(store, manifest.config, call)), from)
  const { length } = config.rootfs.diff_ids
  if (length === manifest.layers.length) return config
  const counts = `${manifest.layers.length} layers, its config ${length} diff-ids`
  throw new IngotError('unreadable', `The manifest of ${from} has ${counts}`)
}

/** A blob that is held in memory. */
export async function readSmallBlob(store: ImageStore, descriptor: Descriptor, call: CallOptions): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const part of store.readBlob(descriptor, call)) parts.push(part)
  return Buffer.concat(parts)
}

/** The first names of a list, for a message. */
export function listed(names: readonly string[]): string {
  const shown = names.slice(0, 12).join(', ')
  return names.length > 12 ? `${shown} and ${names.length - 12} more` : shown
}

/** A reference without a label can mean only one image when there is only one. */
async function onlyTag(store: ImageStore, reference: Reference, call: CallOptions): Promise<string> {
  const tags = reference.kind === 'layout' ? await store.tags(call) : []
  const [only] = tags
  if (tags.length === 1 && only !== undefined) return only
  const known = tags.length === 0 ? '' : `; there are ${listed(tags)}`
  throw new IngotError('invalid-reference', `${formatReference(reference)} names no tag and no digest${known}`, {
    advice: `Write ${formatReference(reference)}:TAG or ${formatReference(reference)}@sha256:…`,
  })
}

function notAnImage(from: string, type: string): IngotError {
  return new IngotError('unreadable', `${from} is not a container image: it is ${type}`)
}
