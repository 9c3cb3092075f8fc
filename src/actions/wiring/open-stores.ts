import { formatRepository, type Reference } from '../../oci/reference.js'
import type { ImageStore } from '../../oci/store.js'
import { openStore } from '../../registry/open.js'

/** More repositories than this are not kept open: a fleet may have thousands. */
const storesKept = 256

/** Opens each repository once, so that its connection and its login are shared and its traffic is counted whole. */
export function openStores(options: { insecureHosts: readonly string[]; signal: AbortSignal }) {
  const stores = new Map<string, ImageStore>()
  const counted: ImageStore['traffic'][] = []
  return {
    open(reference: Reference): ImageStore {
      const name = formatRepository(reference)
      const store = stores.get(name) ?? openStore(reference, options)
      if (!stores.has(name)) counted.push(store.traffic)
      stores.delete(name)
      stores.set(name, store)
      const [longestUnused] = stores.keys()
      if (stores.size > storesKept && longestUnused !== undefined) stores.delete(longestUnused)
      return store
    },
    traffic(): { requests: number; 'bytes-sent': number } {
      const sum = (field: 'requests' | 'bytesSent') => counted.reduce((total, traffic) => total + traffic[field], 0)
      return { requests: sum('requests'), 'bytes-sent': sum('bytesSent') }
    },
  }
}
