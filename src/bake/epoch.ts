import { IngotError } from '../errors.js'

/**
 * The one time that an image may carry: SOURCE_DATE_EPOCH, else 1970.
 *
 * @throws IngotError `invalid-input`
 * @see https://reproducible-builds.org/specs/source-date-epoch/
 */
export function readEpoch(env: Readonly<Record<string, string | undefined>>): number {
  const text = env.SOURCE_DATE_EPOCH
  if (text === undefined || text === '') return 0
  const seconds = /^\d{1,11}$/.test(text) ? Number(text) : Number.NaN
  if (seconds <= 253_402_300_799) return seconds // the end of the year 9999
  throw new IngotError('invalid-input', `SOURCE_DATE_EPOCH is ${JSON.stringify(text)}, not seconds since 1970`)
}
