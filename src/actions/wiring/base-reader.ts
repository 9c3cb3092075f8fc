import type { Image } from '../../image/index.js'
import type { Reference } from '../../oci/reference.js'
import type { Job } from '../../runner/job.js'
import type { ReadBase } from '../../scan/index.js'

/**
 * Reads the base's manifest in the repository that the image names. Only on the image's own registry: a name in an image must
 * not make this machine talk to strangers.
 */
export async function baseReader(image: Image, insecureHosts: readonly string[], job: Job): Promise<ReadBase> {
  const { annotationKeys } = await import('../../oci/media-types.js')
  const { parseReference } = await import('../../oci/reference.js')
  const { openStore } = await import('../../registry/index.js')
  const name = image.manifest.annotations?.[annotationKeys.baseName]
  const hostOf = (reference: Reference) => (reference.kind === 'registry' ? reference.host : undefined)
  return async (digest) => {
    try {
      const base = name === undefined ? undefined : parseReference(name)
      if (base === undefined || base.kind !== image.reference.kind || hostOf(base) !== hostOf(image.reference)) return
      const store = openStore(base, { insecureHosts, signal: job.signal })
      return await store.readManifest(digest, { signal: job.signal })
    } catch (thrown) {
      job.signal.throwIfAborted()
      job.log(`The base ${name} cannot be read, its layers are told by the history: ${(thrown as Error).message}`)
      return undefined
    }
  }
}
