import type { Descriptor } from '../oci/manifest.js'
import type { ImageStore } from '../oci/store.js'

/** Small blobs that are held in memory: configs. */
export async function writeBlobs(
  store: ImageStore,
  blobs: readonly { descriptor: Descriptor; bytes: Buffer }[],
  signal: AbortSignal | undefined,
): Promise<void> {
  for (const { descriptor, bytes } of blobs) {
    const open = async function* () {
      yield bytes
    }
    await store.writeBlob({ descriptor, open }, signal === undefined ? {} : { signal })
  }
}
