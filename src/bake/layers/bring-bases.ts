import type { Digest } from '../../oci/digest.js'
import type { ImageStore } from '../../oci/store.js'
import { asOciLayer, bringLayers } from '../bring-layers.js'
import type { PlatformBase } from './platform-image.js'

/** Makes the layers of all bases available in the output, and says how each came there. */
export async function bringBases(
  platforms: readonly PlatformBase[],
  options: {
    readonly output: ImageStore
    readonly there: ReadonlySet<Digest>
    readonly log: (line: string) => void
    readonly signal: AbortSignal
  },
): Promise<Map<Digest, string>> {
  const { output, there, log, signal } = options
  const how = new Map<Digest, string>()
  await Promise.all(
    platforms.map(async ({ image }) => {
      if (image === undefined) return
      const layers = image.manifest.layers.map(asOciLayer).filter(({ digest }) => !how.has(digest))
      for (const { digest } of layers) how.set(digest, 'there already')
      const missing = layers.filter(({ digest }) => !there.has(digest))
      const brought = await bringLayers(missing, image.store, output, { log, signal, what: 'base layer' })
      for (const [digest, came] of brought) how.set(digest, came)
    }),
  )
  return how
}
