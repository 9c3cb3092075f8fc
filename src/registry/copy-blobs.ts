import type { Descriptor } from '../oci/manifest.js'
import type { ImageStore } from '../oci/store.js'
import { forEach } from './bounded.js'
import { type CopyListener, CopyProgress } from './copy-progress.js'
import { isPassing } from './refusal.js'

const blobsAtOnce = 8
const blobAttempts = 3

export interface CopyBlobs extends CopyListener {
  readonly from: ImageStore
  readonly to: ImageStore
  readonly signal?: AbortSignal | undefined
}

/** Makes blobs of one repository available in another: mounted where that is possible, else streamed. */
export async function copyBlobs(blobs: readonly Descriptor[], options: CopyBlobs): Promise<void> {
  const progress = new CopyProgress(blobs, options)
  await forEach(blobs, blobsAtOnce, (blob) => copyBlob(blob, options, progress))
}

async function copyBlob(blob: Descriptor, options: CopyBlobs, progress: CopyProgress): Promise<void> {
  const { from, to, signal, log } = options
  const call = signal === undefined ? {} : { signal }
  for (let attempt = 1; ; attempt += 1) {
    try {
      if (await to.mountBlob(blob, from, call))
        return progress.done(blob, areNear(from, to) ? 'mounted' : 'there already')
      const open = () => counted(from.readBlob(blob, call), progress)
      await to.writeBlob({ descriptor: blob, open, isVerified: true }, call)
      return progress.done(blob, 'copied')
    } catch (error) {
      // A stream that broke off on either side is begun again, from the first byte.
      if (attempt === blobAttempts || !isPassing(error)) throw error
      log?.(`Trying again: ${error.message}`)
    }
  }
}

async function* counted(source: AsyncIterable<Uint8Array>, progress: CopyProgress) {
  for await (const chunk of source) {
    progress.moved(chunk.byteLength)
    yield chunk
  }
}

/** Whether blobs can be handed over without moving their bytes. */
export function areNear(from: ImageStore, to: ImageStore): boolean {
  const place = ({ repository }: ImageStore) => (repository.startsWith('oci:') ? 'oci:' : repository.split('/')[0])
  return place(from) === place(to)
}
