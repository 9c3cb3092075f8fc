import type { Digest } from '../../oci/digest.js'
import type { Descriptor } from '../../oci/manifest.js'
import { asOciLayer } from '../bring-layers.js'
import type { PreviousImage } from '../previous.js'

/**
 * The layer of the previous image that has this content and this compression. Its bytes need not be those that would be made
 * here, by another zlib: what they unpack to is what its config says and whoever unpacks it checks.
 */
export function layerWith(previous: PreviousImage, diffId: Digest, mediaType: string): Descriptor | undefined {
  for (const { manifest, config } of previous.platforms) {
    const layer = manifest.layers[config?.rootfs.diff_ids.indexOf(diffId) ?? -1]
    const descriptor = layer && asOciLayer(layer)
    if (descriptor?.mediaType === mediaType) return descriptor
  }
  return undefined
}

/** Blobs that lie in the output for certain, since the previous image's manifests name them. */
export function blobsOf(previous: PreviousImage | undefined): Set<Digest> {
  const manifests = previous?.platforms.map(({ manifest }) => manifest) ?? []
  return new Set(manifests.flatMap(({ config, layers }) => [config, ...layers].map(({ digest }) => digest)))
}
