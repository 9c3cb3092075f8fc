import { blockBytes, headerSum } from './tar-header.js'
import { padding } from './tar-reader.js'

/** What the deterministic writer stores of one member: nothing that differs from machine to machine. */
export interface TarMember {
  /** Relative, with forward slashes, without a slash at the end. */
  readonly path: string
  readonly type: 'file' | 'directory' | 'symlink'
  readonly mode: number
  /** Bytes; 0 for everything but files. */
  readonly size: number
  /** Seconds since 1970. */
  readonly mtime: number
  readonly linkTarget?: string
}

const flags = { file: '0', directory: '5', symlink: '2' } as const
const largestOctal = 0o77777777777 // 8 GiB - 1: what eleven octal digits hold

/**
 * The header blocks of one member, owned by 0:0 without names: plain ustar, with a pax header before it only where a
 * name, a link or a size does not fit.
 *
 * @see https://pubs.opengroup.org/onlinepubs/9699919799.2018edition/utilities/pax.html#tag_20_92_13_06
 */
export function tarHeader(member: TarMember): Buffer {
  const path = member.type === 'directory' ? `${member.path}/` : member.path
  const link = member.linkTarget ?? ''
  const split = splitName(path)
  const records: [string, string][] = []
  if (split === undefined) records.push(['path', path])
  if (!fits(link, 100)) records.push(['linkpath', link])
  if (member.size > largestOctal) records.push(['size', String(member.size)])
  const main = block({
    ...member,
    name: split?.name ?? cut(path),
    prefix: split?.prefix ?? '',
    link: fits(link, 100) ? link : '',
    flag: flags[member.type],
    size: member.size > largestOctal ? 0 : member.size,
  })
  return records.length === 0 ? main : Buffer.concat([paxHeader(records, member.mtime), main])
}

/** The zeros that fill a member's last block. */
export function tarPadding(size: number): Buffer {
  return Buffer.alloc(padding(size))
}

/** Two zero blocks: the end of an archive. */
export function tarEnd(): Buffer {
  return Buffer.alloc(2 * blockBytes)
}

function paxHeader(records: readonly [string, string][], mtime: number): Buffer {
  const body = Buffer.concat(records.map(([key, value]) => paxRecord(key, value)))
  const header = block({ name: 'pax', prefix: '', link: '', flag: 'x', mode: 0o644, size: body.length, mtime })
  return Buffer.concat([header, body, tarPadding(body.length)])
}

/** A record's length counts its own digits. */
function paxRecord(key: string, value: string): Buffer {
  const rest = Buffer.from(` ${key}=${value}\n`)
  let length = rest.length + String(rest.length).length
  if (String(length).length + rest.length !== length) length = rest.length + String(length).length
  return Buffer.concat([Buffer.from(String(length)), rest])
}

interface Block {
  readonly name: string
  readonly prefix: string
  readonly link: string
  readonly flag: string
  readonly mode: number
  readonly size: number
  readonly mtime: number
}

function block(fields: Block): Buffer {
  const bytes = Buffer.alloc(blockBytes)
  const octal = (value: number, at: number, width: number) =>
    bytes.write(`${value.toString(8).padStart(width - 1, '0')}\0`, at, 'latin1')
  bytes.write(fields.name, 0)
  octal(fields.mode, 100, 8)
  octal(0, 108, 8)
  octal(0, 116, 8)
  octal(fields.size, 124, 12)
  octal(Math.min(Math.max(fields.mtime, 0), largestOctal), 136, 12)
  bytes.write(fields.flag, 156, 'latin1')
  bytes.write(fields.link, 157)
  bytes.write('ustar\x0000', 257, 'latin1')
  octal(0, 329, 8)
  octal(0, 337, 8)
  bytes.write(fields.prefix, 345)
  bytes.write(`${headerSum(bytes).unsigned.toString(8).padStart(6, '0')}\0 `, 148, 'latin1')
  return bytes
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
  return isAscii(text) && text.length <= length
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
