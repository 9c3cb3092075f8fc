import { imageManifestOf, readConfig, readSmallBlob } from '../../image/documents.js'
import { type Digest, isDigest } from '../../oci/digest.js'
import { type Descriptor, type ImageConfig, type Manifest, maximumManifestBytes } from '../../oci/manifest.js'
import { mediaTypes } from '../../oci/media-types.js'
import type { CallOptions, ImageStore, StoredManifest } from '../../oci/store.js'

/** One platform's image as far as a rebase needs it: the image itself, the base that it was built on, or the new one. */
export interface Side {
  readonly store: ImageStore
  readonly manifestDigest: Digest
  readonly manifest: Manifest
  readonly config: ImageConfig
}

export interface ReadSide extends Side {
  /** As they are stored, under `mediaType`. */
  readonly manifestBytes: Buffer
  readonly mediaType: string
}

/** A side whose manifest has been read, and whose config is under way. */
export interface OpenedSide extends Omit<ReadSide, 'config'> {
  readonly config: Promise<ImageConfig>
}

/** A config that was asked for before the manifest was read that names it. */
export interface EarlyConfig {
  readonly descriptor: Descriptor
  /** Undefined when it could not be had. */
  readonly bytes: Promise<Buffer | undefined>
}

/** Asks for the config that an image says its base has; what is wrong with it is found out when the base's manifest is there. */
export function askEarly(store: ImageStore, said: string | undefined, call: CallOptions): EarlyConfig | undefined {
  const [digest = '', size = ''] = said?.split(',') ?? []
  if (!isDigest(digest) || !/^\d{1,7}$/.test(size) || Number(size) > maximumManifestBytes) return undefined
  const descriptor = { mediaType: mediaTypes.config, digest, size: Number(size) }
  return { descriptor, bytes: readSmallBlob(store, descriptor, call).catch(() => undefined) }
}

/** @throws IngotError `unreadable` for what is no container image; what is wrong with its config is thrown by that */
export function openSide(
  store: ImageStore,
  { descriptor, bytes }: StoredManifest,
  call: CallOptions,
  hint?: EarlyConfig,
): OpenedSide {
  const { digest, mediaType } = descriptor
  const from = `${store.repository}@${digest}`
  const manifest = imageManifestOf({ descriptor, bytes }, from)
  const early = hint?.descriptor.digest === manifest.config.digest ? hint.bytes : undefined
  const config = readConfig(store, manifest, from, call, early)
  config.catch(() => undefined) // said where it is awaited, if it ever is
  return { store, manifestDigest: digest, manifest, manifestBytes: bytes, mediaType, config }
}

export async function whole(side: OpenedSide): Promise<ReadSide> {
  return { ...side, config: await side.config }
}
