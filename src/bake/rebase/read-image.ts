import { IngotError } from '../../errors.js'
import { readNamed } from '../../image/documents.js'
import type { Digest } from '../../oci/digest.js'
import { type Descriptor, type Index, type Platform, parseIndex } from '../../oci/manifest.js'
import { indexTypes } from '../../oci/media-types.js'
import { isRealPlatform } from '../../oci/platform.js'
import { pinned, type Reference } from '../../oci/reference.js'
import type { CallOptions, ImageStore } from '../../oci/store.js'
import { type OpenedSide, openSide } from './side.js'

/** One platform of the image that is rebased. */
export interface ImagePart {
  /** Its entry in the index, where there is one. */
  readonly entry?: Descriptor
  readonly platform?: Platform
  open(): Promise<OpenedSide>
}

export interface OpenedImage {
  readonly store: ImageStore
  /** Pinned to its digest. */
  readonly reference: Reference
  readonly digest: Digest
  readonly index?: Index
  readonly parts: readonly ImagePart[]
  /** Entries of the index that are no images: attestations of the old one. */
  readonly dropped: readonly Descriptor[]
}

/** Reads what a reference names, an image or an index; nothing below it yet. */
export async function readImage(store: ImageStore, reference: Reference, call: CallOptions): Promise<OpenedImage> {
  const stored = await readNamed(store, reference, call)
  const { digest, mediaType } = stored.descriptor
  const from = `${store.repository}@${digest}`
  const common = { store, reference: pinned(reference, digest), digest }
  if (!indexTypes.includes(mediaType)) {
    const opened = openSide(store, stored, call)
    return { ...common, parts: [{ open: async () => opened }], dropped: [] }
  }
  const index = parseIndex(stored.bytes, from)
  // An entry without a platform is an image too; one for an unknown platform is an attestation.
  const isImage = ({ platform }: Descriptor) => platform === undefined || isRealPlatform(platform)
  const parts = index.manifests.filter(isImage).map((entry) => partOf(store, digest, entry, call))
  if (parts.length > 0) return { ...common, index, parts, dropped: index.manifests.filter((entry) => !isImage(entry)) }
  throw new IngotError('unreadable', `${from} is an index without an image`)
}

function partOf(store: ImageStore, parent: Digest, entry: Descriptor, call: CallOptions): ImagePart {
  return {
    entry,
    ...(entry.platform && { platform: entry.platform }),
    open: async () => {
      const stored = await store.readManifest(entry.digest, call)
      if (stored !== undefined) return openSide(store, stored, call)
      throw new IngotError('not-found', `${store.repository}@${parent} lists ${entry.digest}, which is not there`, {
        advice: 'The image was copied or pruned only in part: copy or bake it again',
      })
    },
  }
}
