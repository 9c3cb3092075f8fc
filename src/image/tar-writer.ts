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
  const { linkTarget = '', size, uid = 0, gid = 0 } = member
  const split = splitName(path)
  const records: [string, string][] = []
  if (split === undefined) records.push(['path', path])
  if (!fits(linkTarget, 100)) records.push(['linkpath', linkTarget])
  if (size > largestOctal) records.push(['size', String(size)])
  if (uid > largestOwner) records.push(['uid', String(uid)])
  if (gid > largestOwner) records.push(['gid', String(gid)])
  const name = split ?? { name: cut(path), prefix: '' }
  putBlock(main, 0, { ...fieldsOf(member), ...name, link: fits(linkTarget, 100) ? linkTarget : '' })
  return Buffer.concat([paxHeader(records, member.mtime), main])
}

/**
 * Writes a member's header into 512 bytes of a larger buffer: the quick way for the many that are plain ustar.
 *
 * @returns false, with nothing written, when the member needs a pax header
 */
export function putTarHeader(member: TarMember, into: Buffer, at: number): boolean {
  const { linkTarget: link = '', size, uid = 0, gid = 0 } = member
  if (size > largestOctal || uid > largestOwner || gid > largestOwner || !fits(link, 100)) return false
  const split = splitName(nameOf(member))
  if (split === undefined) return false
  putBlock(into, at, { ...fieldsOf(member), name: split.name, prefix: split.prefix, link })
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
  const fields = { name: 'pax', prefix: '', link: '', flag: 'x', mode: 0o644, uid: 0, gid: 0, mtime }
  putBlock(header, 0, { ...fields, size: body.length })
  return Buffer.concat([header, body, tarPadding(body.length)])
}

/** A record's length counts its own digits. */
function paxRecord(key: string, value: string): Buffer {
  const rest = Buffer.from(` ${key}=${value}\n`)
  let length = rest.length + String(rest.length).length
  if (String(length).length + rest.length !== length) length = rest.length + String(length).length
  return Buffer.concat([Buffer.from(String(length)), rest])
}

interface Fields {
  readonly name: string
  readonly prefix: string
  readonly link: string
  readonly flag: string
  readonly mode: number
  readonly uid: number
  readonly gid: number
  readonly size: number
  readonly mtime: number
}

/** What no pax header has to replace; what does not fit is 0 there. */
function fieldsOf({ type, mode, uid = 0, gid = 0, size, mtime }: TarMember) {
  const fitting = (value: number, largest: number) => (value > largest ? 0 : value)
  const owner = { uid: fitting(uid, largestOwner), gid: fitting(gid, largestOwner) }
  return { flag: flags[type], mode, ...owner, size: fitting(size, largestOctal), mtime }
}

function putBlock(bytes: Buffer, at: number, fields: Fields): void {
  bytes.fill(0, at, at + blockBytes)
  bytes.write(fields.name, at, 'latin1')
  putOctal(bytes, at + 100, 7, fields.mode)
  putOctal(bytes, at + 108, 7, fields.uid)
  putOctal(bytes, at + 116, 7, fields.gid)
  putOctal(bytes, at + 124, 11, fields.size)
  putOctal(bytes, at + 136, 11, Math.min(Math.max(fields.mtime, 0), largestOctal))
  bytes[at + 156] = fields.flag.charCodeAt(0)
  if (fields.link !== '') bytes.write(fields.link, at + 157, 'latin1')
  bytes.write('ustar\x0000', at + 257, 'latin1')
  putOctal(bytes, at + 329, 7, 0)
  putOctal(bytes, at + 337, 7, 0)
  if (fields.prefix !== '') bytes.write(fields.prefix, at + 345, 'latin1')
  // The checksum is taken with its own field read as eight spaces, which is still zero here.
  let sum = 8 * 0x20
  for (let i = at; i < at + blockBytes; i++) sum += bytes[i] as number
  putOctal(bytes, at + checksumAt, 6, sum)
  bytes[at + checksumAt + 7] = 0x20
}

/** Digits with leading zeros; the byte after them is the zero that ends the field. */
function putOctal(bytes: Buffer, at: number, digits: number, value: number): void {
  let rest = value
  for (let i = at + digits - 1; i >= at; i--) {
    const next = Math.floor(rest / 8)
    bytes[i] = zero + (rest - next * 8)
    rest = next
  }
}

/** ustar holds 155 bytes, a slash and 100 bytes; names beyond ASCII go to pax, where they are UTF-8 for every reader. */
function splitName(path: string): { prefix: string; name: string } | undefined {
  if (!isAscii(path)) return undefined
  if (path.length <= 100) return { prefix: '', name: path }
  const slash = path.indexOf('/', path.length - 101)
  if (slash <= 0 || slash > 155 || slash === path.length - 1) return undefined
  return { prefix: path.slice(0, slash), name: path.slice(slash + 1) }
}

function fits(text: string, length: number): boolean {
  return text === '' || (text.length <= length && isAscii(text))
}

function isAscii(text: string): boolean {
  return Buffer.byteLength(text) === text.length
}

function cut(path: string): string {
  return Buffer.from(path)
    .subarray(0, 100)
    .toString('latin1')
    .replace(/[^\x20-\x7e]/g, '_')
}
