import { IngotError } from '../errors.js'
import { ByteReader } from './byte-reader.js'
import { defaultLimits, type Limits, sizeExceeded } from './limits.js'
import { maximumExtensionBytes, type Overrides, parsePax } from './pax.js'
import { blockBytes, isZeroBlock, parseHeader, readText, type TarHeader } from './tar-header.js'

export type TarType = 'file' | 'directory' | 'symlink' | 'hardlink' | 'other'

/** One member of a tar stream. */
export interface TarEntry {
  /** As `openLayer` gives it: relative, no `.` or `..`, no slash at either end. The root itself is never given. */
  readonly path: string
  readonly type: TarType
  /** Permission bits with setuid, setgid and sticky. */
  readonly mode: number
  readonly uid: number
  readonly gid: number
  /** Bytes of content; 0 for everything but files. */
  readonly size: number
  /** Seconds since 1970. */
  readonly mtime: number
  /** Where a symbolic or hard link points, as written. */
  readonly linkTarget?: string
  /** The content, to be read once and before the next entry is asked for; what is not read is skipped. */
  content(): AsyncIterable<Uint8Array>
}

export interface TarOptions {
  /** What is being read, for messages: `layer sha256:…`. */
  readonly from: string
  readonly limits?: Limits | undefined
  readonly signal?: AbortSignal | undefined
}

const types: Readonly<Record<string, TarType>> = {
  '0': 'file',
  '7': 'file',
  '1': 'hardlink',
  '2': 'symlink',
  '5': 'directory',
}
/** Types whose size field says nothing about bytes that follow. */
const headerOnly = '123456'

/**
 * Reads ustar, pax and GNU tar as a stream, names as written. Memory is bounded by one chunk and one extended header.
 * The stream is read to its end, so that a hash taken upstream is complete when the last entry has been given.
 *
 * @throws IngotError `unreadable`, `size-exceeded`, `unsupported`; `cancelled` through the signal
 */
export async function* readTar(chunks: AsyncIterable<Uint8Array>, options: TarOptions): AsyncGenerator<TarEntry> {
  const reader = new ByteReader(chunks)
  try {
    const limits = options.limits ?? defaultLimits
    for (let count = 1; ; count++) {
      options.signal?.throwIfAborted()
      if (count > limits.entries) throw sizeExceeded(capital(options.from), `${count} entries`, limits.entries)
      const header = await nextHeader(reader, options.from, count, limits)
      if (header === undefined) break
      const size = headerOnly.includes(header.flag) ? 0 : header.size
      const body = new Body(reader, size, `${header.name} in ${options.from}`)
      yield toEntry(header, size, body)
      await body.finish()
    }
    await reader.drain()
  } finally {
    await reader.close()
  }
}

/** The next header with its extended headers applied; undefined at the end mark or the end of the stream. */
async function nextHeader(reader: ByteReader, from: string, count: number, limits: Limits) {
  const overrides: Overrides = {}
  for (let extensions = 0; extensions < 8; extensions++) {
    const where = `Entry ${count} of ${from}`
    const block = await reader.take(blockBytes, where)
    if (block === undefined || isZeroBlock(block)) return undefined
    const header = parseHeader(block, where)
    const extension = 'xgLK'.includes(header.flag)
    const size = extension ? header.size : (overrides.size ?? header.size)
    const limit = extension ? maximumExtensionBytes : limits.entryBytes
    const name = overrides.name ?? header.name
    if (size > limit && !headerOnly.includes(header.flag)) {
      throw sizeExceeded(`${JSON.stringify(name)} in ${from}`, `${formatClaim(size)} bytes`, limit)
    }
    if (header.flag === 'S')
      throw new IngotError('unsupported', `${where} is a sparse file (GNU), which layers do not hold`)
    if (!extension) return { ...header, ...overrides }
    const body = await readExtension(reader, size, where)
    applyExtension(header.flag, body, overrides, where)
  }
  throw new IngotError('unreadable', `Entry ${count} of ${from} has too many extended headers`)
}

function applyExtension(flag: string, body: Buffer, overrides: Overrides, where: string): void {
  if (flag === 'x') Object.assign(overrides, parsePax(body, where))
  if (flag === 'L') overrides.name = readText(body)
  if (flag === 'K') overrides.linkName = readText(body)
  // A global header (g) is passed over, as container engines do: the image must look the same here and there.
}

async function readExtension(reader: ByteReader, size: number, where: string): Promise<Buffer> {
  if (size === 0) return Buffer.alloc(0)
  const padded = await reader.take(size + padding(size), where)
  if (padded === undefined) throw new IngotError('unreadable', `${where} is cut short within its extended header`)
  return padded.subarray(0, size)
}

function toEntry(header: TarHeader, size: number, body: Body): TarEntry {
  // Writers older than ustar mark a directory by the slash at its end alone.
  const isOldDirectory = header.flag === '0' && header.name.endsWith('/')
  const type = isOldDirectory ? 'directory' : (types[header.flag] ?? 'other')
  const isLink = type === 'symlink' || type === 'hardlink'
  return {
    path: header.name,
    type,
    mode: header.mode & 0o7777,
    uid: header.uid,
    gid: header.gid,
    size,
    mtime: header.mtime,
    ...(isLink && { linkTarget: header.linkName }),
    content: () => body.read(),
  }
}

/** One entry's content and the padding behind it. */
class Body {
  #remaining: number
  readonly #padding: number

  constructor(
    private readonly reader: ByteReader,
    size: number,
    private readonly where: string,
  ) {
    this.#remaining = size
    this.#padding = padding(size)
  }

  async *read(): AsyncGenerator<Uint8Array> {
    while (this.#remaining > 0) {
      const part = await this.reader.some(this.#remaining)
      if (part === undefined) throw this.#cutShort()
      this.#remaining -= part.length
      yield part
    }
  }

  async finish(): Promise<void> {
    while (this.#remaining > 0) {
      const part = await this.reader.some(this.#remaining)
      if (part === undefined) throw this.#cutShort()
      this.#remaining -= part.length
    }
    // Some writers (umoci insert) leave out the last padding with the end mark; every byte of content was there.
    for (let rest = this.#padding; rest > 0; ) {
      const part = await this.reader.some(rest)
      if (part === undefined) return
      rest -= part.length
    }
  }

  #cutShort(): IngotError {
    return new IngotError('unreadable', `${this.where} is cut short: ${this.#remaining} bytes are missing`)
  }
}

export function padding(size: number): number {
  return (blockBytes - (size % blockBytes)) % blockBytes
}

function formatClaim(size: number): string {
  return Number.isFinite(size) ? String(size) : 'more than 2^53'
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
