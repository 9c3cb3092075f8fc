import type { Descriptor } from '../oci/manifest.js'
import type { ImageStore } from '../oci/store.js'

/** Small blobs that are held in memory and are new in the store, so that nothing is looked for: configs. */
export async function writeBlobs(
  store: ImageStore,
  blobs: readonly { descriptor: Descriptor; bytes: Buffer }[],
  signal: AbortSignal | undefined,
): Promise<void> {
  await Promise.all(
    blobs.map(({ descriptor, bytes }) => {
      const open = async function* () {
        yield bytes
      }
      return store.writeNewBlob(Promise.resolve({ descriptor, open }), signal && { signal })
    }),
  )
}
