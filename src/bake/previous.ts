import { IngotError } from '../errors.js'
import { isRealPlatform } from '../image/index.js'
import type { Digest } from '../oci/digest.js'
import {
  type Descriptor,
  formatPlatform,
  type ImageConfig,
  type Manifest,
  maximumManifestBytes,
  parseImageConfig,
  parseIndex,
  parseManifest,
} from '../oci/manifest.js'
import { indexTypes, mediaTypes } from '../oci/media-types.js'
import type { CallOptions, ImageStore, StoredManifest } from '../oci/store.js'

/** One platform of an image: the documents that say what is in it. */
export interface PlatformContent {
  /** `os/architecture[/variant]`; empty for an artifact that has none. */
  readonly platform: string
  readonly manifest: Manifest
  /** Absent when the manifest's config is not an image's. */
  readonly config?: ImageConfig | undefined
}

/** The image that a bake would replace: what "unchanged" is measured against, and where unchanged layers lie already. */
export interface PreviousImage {
  readonly store: ImageStore
  /** Of the manifest, or of the index of several platforms. */
  readonly digest: Digest
  readonly descriptor: Descriptor
  /** Attestations apart; in the order of the index. */
  readonly platforms: readonly PreviousPlatform[]
}

export interface PreviousPlatform extends PlatformContent {
  /** Of this platform's manifest. */
  readonly digest: Digest
}

/** An index with more is no image of ours: it is not read. */
const maximumPlatforms = 64

/**
 * The image of a tag or digest with every platform that it has; undefined when there is none. What is there and cannot be
 * read as an image is none either: it is nothing that a bake could repeat.
 *
 * @throws what the store throws when it cannot be asked
 */
export async function loadPrevious(
  store: ImageStore,
  label: Digest | { tag: string },
  options: CallOptions & { log?: (line: string) => void } = {},
): Promise<PreviousImage | undefined> {
  const { log, ...call } = options
  try {
    const stored = await store.readManifest(label, call)
    if (stored === undefined) return undefined
    const { descriptor } = stored
    const from = `${store.repository}@${descriptor.digest}`
    const manifests = indexTypes.includes(descriptor.mediaType) ? await readChildren(store, stored, call) : [stored]
    const platforms = await Promise.all(manifests.map((manifest) => readPlatform(store, manifest, from, call)))
    return { store, digest: descriptor.digest, descriptor, platforms }
  } catch (thrown) {
    const isOfTheImage =
      thrown instanceof IngotError && ['not-found', 'unreadable', 'size-exceeded'].includes(thrown.reason)
    if (!isOfTheImage) throw thrown
    log?.(`What ${store.repository} holds now cannot be compared with: ${thrown.message}`)
    return undefined
  }
}

async function readChildren(store: ImageStore, stored: StoredManifest, call: CallOptions): Promise<StoredManifest[]> {
  const from = `${store.repository}@${stored.descriptor.digest}`
  const { manifests } = parseIndex(stored.bytes, from)
  const images = manifests.filter(({ platform }) => platform === undefined || isRealPlatform(platform))
  if (images.length > maximumPlatforms) throw new IngotError('size-exceeded', `${from} lists ${images.length} images`)
  return Promise.all(
    images.map(async ({ digest }) => {
      const child = await store.readManifest(digest, call)
      if (child === undefined) throw new IngotError('not-found', `${from} lists ${digest}, which is not there`)
      return child
    }),
  )
}

async function readPlatform(
  store: ImageStore,
  stored: StoredManifest,
  from: string,
  call: CallOptions,
): Promise<PreviousPlatform> {
  const { digest } = stored.descriptor
  const manifest = parseManifest(stored.bytes, from)
  const isImage = [mediaTypes.config, mediaTypes.dockerConfig].some((type) => type === manifest.config.mediaType)
  if (!isImage) return { platform: '', digest, manifest }
  if (manifest.config.size > maximumManifestBytes) {
    throw new IngotError('size-exceeded', `The config of ${from} claims ${manifest.config.size} bytes`)
  }
  const parts: Uint8Array[] = []
  for await (const part of store.readBlob(manifest.config, call)) parts.push(part)
  const config = parseImageConfig(Buffer.concat(parts), from)
  return { platform: formatPlatform(config), digest, manifest, config }
}
