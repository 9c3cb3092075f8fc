import { IngotError } from '../errors.js'

export const blockBytes = 512

/** Positions of the fields that we read. @see https://pubs.opengroup.org/onlinepubs/9699919799.2018edition/utilities/pax.html#tag_20_92_13_06 */
const fields = {
  name: [0, 100],
  mode: [100, 108],
  uid: [108, 116],
  gid: [116, 124],
  size: [124, 136],
  mtime: [136, 148],
  checksum: [148, 156],
  linkName: [157, 257],
  magic: [257, 263],
  prefix: [345, 500],
} as const

export interface TarHeader {
  name: string
  linkName: string
  /** The type flag, `'0'` for a plain file. */
  flag: string
  mode: number
  uid: number
  gid: number
  /** `Infinity` when it is more than a double can hold. */
  size: number
  mtime: number
}

/** @throws IngotError `unreadable` when the checksum or a number is wrong */
export function parseHeader(block: Buffer, where: string): TarHeader {
  checkSum(block, where)
  const number = (field: keyof typeof fields) => readNumber(slice(block, field), `${field} of ${where}`)
  const name = readText(slice(block, 'name'))
  // GNU's old magic is "ustar  ": there the prefix field holds times, not a path.
  const isUstar = slice(block, 'magic').toString('latin1') === 'ustar\0'
  const prefix = isUstar ? readText(slice(block, 'prefix')) : ''
  return {
    name: prefix === '' ? name : `${prefix}/${name}`,
    linkName: readText(slice(block, 'linkName')),
    flag: block[156] === 0 ? '0' : String.fromCharCode(block[156] ?? 0),
    mode: number('mode'),
    uid: number('uid'),
    gid: number('gid'),
    size: number('size'),
    mtime: number('mtime'),
  }
}

/** Text up to the first NUL. */
export function readText(bytes: Buffer): string {
  const end = bytes.indexOf(0)
  return bytes.toString('utf8', 0, end < 0 ? bytes.length : end)
}

export function isZeroBlock(block: Buffer): boolean {
  return block.every((byte) => byte === 0)
}

/** The sum of a header's bytes with the checksum field read as spaces; historic writers summed signed bytes. */
export function headerSum(block: Buffer): { unsigned: number; signed: number } {
  let unsigned = 0
  let signed = 0
  for (let i = 0; i < blockBytes; i++) {
    const byte = i >= fields.checksum[0] && i < fields.checksum[1] ? 0x20 : (block[i] ?? 0)
    unsigned += byte
    signed += byte > 127 ? byte - 256 : byte
  }
  return { unsigned, signed }
}

function checkSum(block: Buffer, where: string): void {
  const claimed = readNumber(slice(block, 'checksum'), `checksum of ${where}`)
  const { unsigned, signed } = headerSum(block)
  if (claimed === unsigned || claimed === signed) return
  throw new IngotError(
    'unreadable',
    `${where} is damaged: its header adds up to ${unsigned}, its checksum says ${claimed}`,
  )
}

function slice(block: Buffer, field: keyof typeof fields): Buffer {
  const [start, end] = fields[field]
  return block.subarray(start, end)
}

/** Octal text, or GNU's base-256 when the top bit of the first byte is set. */
function readNumber(bytes: Buffer, what: string): number {
  const first = bytes[0] ?? 0
  if ((first & 0x80) !== 0) return readBase256(bytes, first, what)
  const digits = readText(bytes).trim()
  if (digits === '') return 0
  if (!/^[0-7]+$/.test(digits)) {
    throw new IngotError('unreadable', `The ${what} is ${JSON.stringify(digits)}, not an octal number`)
  }
  return Number.parseInt(digits, 8)
}

function readBase256(bytes: Buffer, first: number, what: string): number {
  // The second bit is the sign. Only times may lie before 1970; nothing that we use does.
  if ((first & 0x40) !== 0) {
    if (what.startsWith('mtime')) return 0
    throw new IngotError('unreadable', `The ${what} is negative`)
  }
  let value = first & 0x3f
  for (const byte of bytes.subarray(1)) value = value * 256 + byte
  return value > Number.MAX_SAFE_INTEGER ? Number.POSITIVE_INFINITY : value
}
