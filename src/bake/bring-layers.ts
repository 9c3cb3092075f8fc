import { IngotError } from '../errors.js'
import { formatBytes } from '../oci/bytes.js'
import { type Digest, shortDigest } from '../oci/digest.js'
import type { Descriptor } from '../oci/manifest.js'
import { mediaTypes } from '../oci/media-types.js'
import type { CallOptions, ImageStore } from '../oci/store.js'

const atOnce = 6

/**
 * Makes layers of another repository available in `to`, as they are: mounted where the stores can do that, else copied;
 * never recompressed.
 *
 * @returns how each came there that was not there already
 */
export async function bringLayers(
  layers: readonly Descriptor[],
  from: ImageStore,
  to: ImageStore,
  options: CallOptions & { log: (line: string) => void; what: string },
): Promise<Map<Digest, string>> {
  const came = new Map<Digest, string>()
  if (from.repository === to.repository) return came
  const call = options.signal === undefined ? {} : { signal: options.signal }
  const queue = [...new Map(layers.map((layer) => [layer.digest, layer])).values()]
  const work = async () => {
    for (let layer = queue.shift(); layer !== undefined; layer = queue.shift()) {
      const descriptor = layer
      const isMounted = await to.mountBlob(descriptor, from, call)
      if (!isMounted) await to.writeBlob({ descriptor, open: () => from.readBlob(descriptor, call) }, call)
      const how = isMounted ? 'mounted' : 'copied'
      options.log(`${options.what} ${shortDigest(layer.digest)} ${formatBytes(layer.size)} ${how}`)
      came.set(layer.digest, how)
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, queue.length) }, work))
  return came
}

/** Whether a layer may be stored in a registry other than its maker's. */
export function isDistributable({ mediaType }: Descriptor): boolean {
  return !mediaType.includes('.foreign.') && !mediaType.includes('nondistributable')
}

/**
 * A layer as an OCI manifest lists it: docker's names for the same bytes become OCI's. What its maker noted beside it (the
 * table of contents of a layer that can be pulled lazily) stays.
 */
export function asOciLayer(layer: Descriptor): Descriptor {
  const { mediaType, digest, size, annotations } = layer
  if (!isDistributable(layer)) {
    throw new IngotError('unsupported', `The base's layer ${digest} may not be distributed (${mediaType})`, {
      advice: 'Choose a base whose layers all lie in its registry',
    })
  }
  const names: Readonly<Record<string, string>> = {
    [mediaTypes.dockerLayer]: mediaTypes.layerGzip,
    'application/vnd.docker.image.rootfs.diff.tar': mediaTypes.layerTar,
  }
  return { mediaType: names[mediaType] ?? mediaType, digest, size, ...(annotations && { annotations }) }
}
