import { imageManifestOf, readConfig } from '../../image/documents.js'
import type { Digest } from '../../oci/digest.js'
import type { ImageConfig, Manifest } from '../../oci/manifest.js'
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

/** @throws IngotError `unreadable` for what is no container image; what is wrong with its config is thrown by that */
export function openSide(store: ImageStore, { descriptor, bytes }: StoredManifest, call: CallOptions): OpenedSide {
  const { digest, mediaType } = descriptor
  const from = `${store.repository}@${digest}`
  const manifest = imageManifestOf({ descriptor, bytes }, from)
  const config = readConfig(store, manifest, from, call)
  config.catch(() => undefined) // said where it is awaited, if it ever is
  return { store, manifestDigest: digest, manifest, manifestBytes: bytes, mediaType, config }
}

export async function whole(side: OpenedSide): Promise<ReadSide> {
  return { ...side, config: await side.config }
}
