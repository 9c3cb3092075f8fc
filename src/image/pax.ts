import { IngotError } from '../errors.js'
import type { TarHeader } from './tar-header.js'

/** Extended headers larger than this are refused: they hold names and numbers, not files. */
export const maximumExtensionBytes = 1024 * 1024 // 1 MiB

/** What an extended header replaces in the entry after it. */
export type Overrides = Partial<Pick<TarHeader, 'name' | 'linkName' | 'size' | 'uid' | 'gid' | 'mtime'>>

/**
 * Records of the form `length key=value\n`.
 *
 * @throws IngotError `unreadable` for a malformed record, `unsupported` for a sparse file
 * @see https://pubs.opengroup.org/onlinepubs/9699919799.2018edition/utilities/pax.html#tag_20_92_13_03
 */
export function parsePax(bytes: Buffer, where: string): Overrides {
  const overrides: Overrides = {}
  let position = 0
  while (position < bytes.length) {
    const space = bytes.indexOf(0x20, position)
    const digits = space < 0 ? '' : bytes.toString('latin1', position, space)
    const length = /^\d{1,7}$/.test(digits) ? Number(digits) : 0
    const end = position + length
    const equals = bytes.indexOf(0x3d, space)
    if (length === 0 || end > bytes.length || bytes[end - 1] !== 0x0a || equals < 0 || equals >= end) {
      throw new IngotError('unreadable', `${where} is damaged: the extended header is malformed at byte ${position}`)
    }
    const key = bytes.toString('utf8', space + 1, equals)
    applyRecord(overrides, key, bytes.toString('utf8', equals + 1, end - 1), where)
    position = end
  }
  return overrides
}

function applyRecord(overrides: Overrides, key: string, value: string, where: string): void {
  if (key.startsWith('GNU.sparse.')) {
    throw new IngotError('unsupported', `${where} is a sparse file, which image layers do not hold`)
  }
  // An empty value takes the record back: the header's own field counts.
  if (value === '') return
  switch (key) {
    case 'path':
      overrides.name = value
      break
    case 'linkpath':
      overrides.linkName = value
      break
    case 'size':
    case 'uid':
    case 'gid':
      overrides[key] = decimal(value, key, where)
      break
    case 'mtime':
      overrides.mtime = Math.max(0, Math.floor(Number(value)) || 0)
      break
  }
}

function decimal(value: string, key: string, where: string): number {
  if (!/^\d{1,30}$/.test(value)) {
    throw new IngotError('unreadable', `${where} is damaged: ${key} is ${JSON.stringify(value.slice(0, 40))}`)
  }
  const number = Number(value)
  return number > Number.MAX_SAFE_INTEGER ? Number.POSITIVE_INFINITY : number
}
