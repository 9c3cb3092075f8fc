import type { Image } from '../../image/index.js'
import type { Reference } from '../../oci/reference.js'
import type { ImageStore } from '../../oci/store.js'

/**
 * The whole image, seen through its first platform: this machine's own may not be among them, and what is recorded of an
 * image must not depend on the machine that records it.
 */
export async function loadFirstPlatform(store: ImageStore, reference: Reference, signal: AbortSignal): Promise<Image> {
  const { isRealPlatform, formatPlatform, loadImage } = await import('../../image/index.js')
  const { resolveDigest } = await import('../../sign/index.js')
  const { parseIndex } = await import('../../oci/manifest.js')
  const { indexTypes } = await import('../../oci/media-types.js')
  const { pinned } = await import('../../oci/reference.js')
  const digest = await resolveDigest(store, reference, signal)
  const stored = await store.readManifest(digest, { signal })
  const isIndex = stored !== undefined && indexTypes.includes(stored.descriptor.mediaType)
  const index = isIndex ? parseIndex(stored.bytes, `${store.repository}@${digest}`) : undefined
  const platform = index?.manifests.map((each) => each.platform).find(isRealPlatform)
  return loadImage(store, pinned(reference, digest), { platform: platform && formatPlatform(platform), signal })
}
