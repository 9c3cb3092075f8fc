import type { Image } from '../../image/index.js'
import type { Job } from '../../runner/job.js'

/** The one platform of an image that is scanned; what is left out of an index is said aloud. */
export async function openScanImage(
  inputs: {
    readonly image: string
    readonly platform: string | undefined
    readonly 'insecure-registry': readonly string[]
  },
  job: Job,
): Promise<Image> {
  const { loadImage, platformsOf } = await import('../../image/index.js')
  const { formatPlatform } = await import('../../oci/manifest.js')
  const { parseReference } = await import('../../oci/reference.js')
  const { openStore } = await import('../../registry/index.js')
  const { signal } = job
  const reference = parseReference(inputs.image)
  const store = openStore(reference, { insecureHosts: inputs['insecure-registry'], signal })
  const image = await loadImage(store, reference, { platform: inputs.platform, signal })
  const others = platformsOf(image).length - 1
  if (others > 0 && inputs.platform === undefined) {
    job.warn(`Only ${formatPlatform(image.config)} is scanned: the image has ${platformsOf(image).join(', ')}`)
  }
  return image
}
