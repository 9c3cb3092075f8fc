import { IngotError } from '../errors.js'

/** What a layer may claim. A claim beyond it is refused where it is made, before anything more is read. */
export interface Limits {
  /** Bytes of one layer, compressed as its descriptor claims and uncompressed as counted. */
  readonly layerBytes: number
  /** Bytes of one file, as its header claims. */
  readonly entryBytes: number
  /** Entries in one layer. */
  readonly entries: number
}

export const defaultLimits: Limits = {
  layerBytes: 8 * 1024 ** 3, // 8 GiB
  entryBytes: 8 * 1024 ** 3, // 8 GiB
  entries: 2_000_000,
}

export function sizeExceeded(what: string, claimed: number | string, limit: number): IngotError {
  return new IngotError('size-exceeded', `${what} claims ${claimed}, more than the limit of ${limit}`, {
    advice: 'Nothing more was read. Rebuild the image without it, or find out who altered it',
  })
}
