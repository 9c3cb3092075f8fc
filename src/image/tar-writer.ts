import { blockBytes } from './tar-header.js'
import { padding } from './tar-reader.js'

/** What the deterministic writer stores of one member: nothing that differs from machine to machine unless it is asked for. */
export interface TarMember {
  /** Relative, with forward slashes, without a slash at the end. */
  readonly path: string
  readonly type: 'file' | 'directory' | 'symlink' | 'hardlink'
  readonly mode: number
  /** Bytes; 0 for everything but files. */
  readonly size: number
  /** Seconds since 1970. */
  readonly mtime: number
  /** Default 0. */
  readonly uid?: number
  /** Default 0. */
  readonly gid?: number
  /** Of a hard link: the path of a member before it. */
  readonly linkTarget?: string
}

const flags = { file: '0', directory: '5', symlink: '2', hardlink: '1' } as const
const largestOctal = 0o77777777777 // 8 GiB - 1: what eleven octal digits hold
const largestOwner = 0o7777777 // what seven octal digits hold
const checksumAt = 148
const zero = 0x30 // '0'

/**
 * The header blocks of one member, without owner names: plain ustar, with a pax header before it only where a name, a
 * link or a number does not fit.
 *
 * @see https://pubs.opengroup.org/onlinepubs/9699919799.2018edition/utilities/pax.html#tag_20_92_13_06
 */
export function tarHeader(member: TarMember): Buffer {
  const main = Buffer.allocUnsafe(blockBytes)
  if (putTarHeader(member, main, 0)) return main
  const path = nameOf(member)
  const { linkTarget = '', size, uid = 0, gid = 0, mode, mtime } = member
  const slash = prefixLength(path)
  const records: [string, string][] = []
  if (slash === undefined) records.push(['path', path])
  if (!fits(linkTarget, 100)) records.push(['linkpath', linkTarget])
  if (size > largestOctal) records.push(['size', String(size)])
  if (uid > largestOwner) records.push(['uid', String(uid)])
  if (gid > largestOwner) records.push(['gid', String(gid)])
  const link = fits(linkTarget, 100) ? linkTarget : ''
  const name = slash === undefined ? cut(path) : path
  const fitting = (value: number, largest: number) => (value > largest ? 0 : value)
  const numbers = { mode, mtime, uid: fitting(uid, largestOwner), gid: fitting(gid, largestOwner) }
  putBlock(main, 0, flags[member.type], name, slash ?? 0, link, { ...numbers, size: fitting(size, largestOctal) })
  return Buffer.concat([paxHeader(records, mtime), main])
}

/**
 * Writes a member's header into 512 bytes of a larger buffer: the quick way for the many that are plain ustar.
 *
 * @returns false, with nothing written, when the member needs a pax header
 */
export function putTarHeader(member: TarMember, into: Buffer, at: number): boolean {
  const { linkTarget: link = '', size, uid = 0, gid = 0 } = member
  if (size > largestOctal || uid > largestOwner || gid > largestOwner || !fits(link, 100)) return false
  const path = nameOf(member)
  const slash = prefixLength(path)
  if (slash === undefined) return false
  putBlock(into, at, flags[member.type], path, slash, link, member)
  return true
}

/** The zeros that fill a member's last block. */
export function tarPadding(size: number): Buffer {
  return Buffer.alloc(padding(size))
}

/** Two zero blocks: the end of an archive. */
export function tarEnd(): Buffer {
  return Buffer.alloc(2 * blockBytes)
}

function nameOf({ type, path }: TarMember): string {
  return type === 'directory' ? `${path}/` : path
}

function paxHeader(records: readonly [string, string][], mtime: number): Buffer {
  const body = Buffer.concat(records.map(([key, value]) => paxRecord(key, value)))
  const header = Buffer.allocUnsafe(blockBytes)
  putBlock(header, 0, 'x', 'pax', 0, '', { mode: 0o644, size: body.length, mtime })
  return Buffer.concat([header, body, tarPadding(body.length)])
}

/** A record's length counts its own digits. */
function paxRecord(key: string, value: string): Buffer {
  const rest = Buffer.from(` ${key}=${value}\n`)
  let length = rest.length + String(rest.length).length
  if (String(length).length + rest.length !== length) length = rest.length + String(length).length
  return Buffer.concat([Buffer.from(String(length)), rest])
}

/** What every block has in common: the magic, and no device. */
const blank = Buffer.alloc(blockBytes)
const blankSum = putText(blank, 257, 'ustar\x0000', 0, 8) + putOctal(blank, 329, 7, 0) + putOctal(blank, 337, 7, 0)

/**
 * The checksum is the sum of all bytes, its own field read as eight spaces: added up while they are written. Plain arguments,
 * because this runs once a file.
 *
 * @param slash where the path is split into prefix and name; 0 for a name alone
 */
function putBlock(
  bytes: Buffer,
  at: number,
  flag: string,
  path: string,
  slash: number,
  link: string,
  { mode, uid = 0, gid = 0, size, mtime }: Pick<TarMember, 'mode' | 'uid' | 'gid' | 'size' | 'mtime'>,
): void {
  bytes.set(blank, at)
  let sum = blankSum + 8 * 0x20
  sum += putText(bytes, at, path, slash === 0 ? 0 : slash + 1, path.length)
  sum += putOctal(bytes, at + 100, 7, mode)
  sum += putOctal(bytes, at + 108, 7, uid)
  sum += putOctal(bytes, at + 116, 7, gid)
  sum += putOctal(bytes, at + 124, 11, size)
  sum += putOctal(bytes, at + 136, 11, Math.min(Math.max(mtime, 0), largestOctal))
  sum += putText(bytes, at + 156, flag, 0, 1)
  sum += putText(bytes, at + 157, link, 0, link.length)
  sum += putText(bytes, at + 345, path, 0, slash)
  putOctal(bytes, at + checksumAt, 6, sum)
  bytes[at + checksumAt + 7] = 0x20
}

/** ASCII alone. Faster than a call out of JavaScript for texts as short as these. */
function putText(bytes: Buffer, at: number, text: string, start: number, end: number): number {
  let sum = 0
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i)
    bytes[at + i - start] = code
    sum += code
  }
  return sum
}

/**
 * Digits with leading zeros; the byte after them is the zero that ends the field. Small integers alone: with fractions in
 * between, each digit would leave a number on the heap.
 */
function putOctal(bytes: Buffer, at: number, digits: number, value: number): number {
  let rest = (value % 2 ** 30) | 0 // ten digits
  let sum = 0
  for (let i = digits - 1; i >= 0; i--) {
    if (i === digits - 11) rest = Math.floor(value / 2 ** 30)
    const code = zero + (rest & 7)
    bytes[at + i] = code
    sum += code
    rest >>= 3
  }
  return sum
}

/**
 * ustar holds 155 bytes, a slash and 100 bytes; names beyond ASCII go to pax, where they are UTF-8 for every reader.
 *
 * @returns 0 when the name needs no prefix, undefined when it does not fit
 */
function prefixLength(path: string): number | undefined {
  if (!isAscii(path)) return undefined
  if (path.length <= 100) return 0
  const slash = path.indexOf('/', path.length - 101)
  return slash <= 0 || slash > 155 || slash === path.length - 1 ? undefined : slash
}

function fits(text: string, length: number): boolean {
  return text === '' || (text.length <= length && isAscii(text))
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false
  return true
}

function cut(path: string): string {
  return Buffer.from(path)
    .subarray(0, 100)
    .toString('latin1')
    .replace(/[^\x20-\x7e]/g, '_')
}
