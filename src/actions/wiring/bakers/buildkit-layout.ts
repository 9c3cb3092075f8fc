import type { Digest } from '../../../oci/digest.js'
import type { ImageStore } from '../../../oci/store.js'
import type { Job } from '../../../runner/job.js'

/** Takes what BuildKit has written into a directory over into the output, byte for byte. */
export function importLayout(output: ImageStore, { signal }: Pick<Job, 'signal'>) {
  return async (directory: string, digest: Digest): Promise<void> => {
    const { copyImage, openStore } = await import('../../../registry/index.js')
    const from = openStore({ kind: 'layout', directory }, { signal })
    await copyImage({ from, to: output, digest, signal })
  }
}
