import type { Reference } from '../../oci/reference.js'
import type { ImageStore } from '../../oci/store.js'

/** Opens each repository once, so that its connection and its login are shared and its traffic is counted whole. */
export async function openStores(options: { insecureHosts: readonly string[]; signal: AbortSignal }) {
  const { openStore } = await import('../../registry/index.js')
  const { formatRepository } = await import('../../oci/reference.js')
  const stores = new Map<string, ImageStore>()
  return {
    open(reference: Reference): ImageStore {
      const name = formatRepository(reference)
      const store = stores.get(name) ?? openStore(reference, options)
      stores.set(name, store)
      return store
    },
    traffic(): { requests: number; 'bytes-sent': number } {
      const all = [...stores.values()].map((store) => store.traffic)
      const sum = (field: 'requests' | 'bytesSent') => all.reduce((total, traffic) => total + traffic[field], 0)
      return { requests: sum('requests'), 'bytes-sent': sum('bytesSent') }
    },
  }
}
