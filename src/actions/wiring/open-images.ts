import type { Image } from '../../image/index.js'
import type { Job } from '../../runner/job.js'

/** Images by the references that the ledger and the inputs hold: read whole, or as the digest that they name now. */
export async function openImages(insecureHosts: readonly string[], job: Job) {
  const { openStore } = await import('../../registry/index.js')
  const { loadImage } = await import('../../image/index.js')
  const { formatReference, parseReference, pinned } = await import('../../oci/reference.js')
  const { resolveDigest } = await import('../../sign/index.js')
  const { signal } = job
  return {
    async open(text: string): Promise<Image> {
      const reference = parseReference(text)
      return loadImage(openStore(reference, { insecureHosts, signal }), reference, { signal })
    },
    async resolve(text: string) {
      const reference = parseReference(text)
      const digest = await resolveDigest(openStore(reference, { insecureHosts, signal }), reference, signal)
      return { digest, image: formatReference(pinned(reference, digest)) }
    },
  }
}
