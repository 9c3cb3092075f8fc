import { IngotError } from '../errors.js'

export const maximumPathBytes = 4096 // PATH_MAX: nothing longer can be unpacked
const maximumNameBytes = 255 // NAME_MAX

/**
 * A name in a layer as its parts from the root: none for the root itself.
 *
 * @throws IngotError `unsafe-layer` when it is absolute, climbs, or cannot be a path
 */
export function splitEntryPath(name: string, from: string, what = 'entry'): string[] {
  if (name === '') throw unsafe(name, from, `the ${what} has no name`)
  if (name.startsWith('/')) throw unsafe(name, from, `the ${what} is an absolute path`)
  if (name.includes('\0')) throw unsafe(name, from, `the ${what} holds a NUL`)
  if (Buffer.byteLength(name) > maximumPathBytes) throw unsafe(name, from, `the ${what} is longer than 4096 bytes`)
  const parts = name.split('/').filter((part) => part !== '' && part !== '.')
  if (parts.some((part) => Buffer.byteLength(part) > maximumNameBytes)) {
    throw unsafe(name, from, `a name in the ${what} is longer than 255 bytes`)
  }
  if (parts.includes('..')) throw unsafe(name, from, `the ${what} climbs out with ..`)
  return parts
}

/** @param from what is being read, e.g. `layer sha256:…` */
export function unsafe(name: string, from: string, why: string): IngotError {
  const shown = name.length > 200 ? `${name.slice(0, 200)}…` : name
  return new IngotError('unsafe-layer', `Refused ${JSON.stringify(shown)} in ${from}: ${why}`, {
    advice: 'No honest builder writes this. Nothing was kept; find out where the image comes from and rebuild it',
  })
}
