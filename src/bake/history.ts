import type { ImageConfig } from '../oci/manifest.js'

export type HistoryEntry = NonNullable<ImageConfig['history']>[number]

/** A config's history with one entry a layer, filled up where its builder kept none. */
export function historyOf(config: ImageConfig): HistoryEntry[] {
  const layers = config.rootfs.diff_ids.length
  const written = config.history ?? []
  const counted = written.filter((entry) => entry.empty_layer !== true).length
  if (counted === layers) return [...written]
  return Array.from({ length: layers }, () => ({ comment: 'history was not recorded' }))
}

/** What a history says after the part that describes its first `layers` layers and the settings made with them. */
export function historyAfter(config: ImageConfig, base: ImageConfig): HistoryEntry[] {
  const [own, below] = [historyOf(config), historyOf(base)]
  const isPrefix = below.every((entry, i) => JSON.stringify(entry) === JSON.stringify(own[i]))
  if (isPrefix) return own.slice(below.length)
  let layers = base.rootfs.diff_ids.length
  return own.filter((entry) => {
    if (layers === 0) return true
    if (entry.empty_layer !== true) layers--
    return false
  })
}
