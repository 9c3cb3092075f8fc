import * as fs from 'node:fs'
import { IngotError } from '../../errors.js'
import { putTarHeader, tarEnd, tarHeader, tarPadding } from '../../image/index.js'
import type { Member, Members } from './members.js'

export const tarBlockBytes = 1024 * 1024 // 1 MiB
/** A yielded block stays as it is until this many more have been asked for. */
export const stableBlocks = 5
const headerBytes = 512
const smallFileBytes = 64 * 1024 // 64 KiB

/**
 * A layer's tar as blocks of one size (the last is shorter). Files are read with synchronous calls straight into the
 * block: for many small files that takes a quarter of the time of promises or streams, and copies nothing.
 *
 * @throws IngotError `unreadable` when a file cannot be read, or changed since it was planned
 */
export function* tarBlocks(members: Members): Generator<Buffer> {
  const blocks = new BlockWriter()
  for (const member of members) {
    // What fits whole is written without a generator's detour, since that is nearly everything.
    if (!blocks.putHeader(member)) yield* blocks.write(tarHeader(member))
    if (member.type !== 'file') continue
    const path = members.fileOf(member)
    const file = opened(path)
    try {
      if (blocks.putFile(file, path, member.size)) continue
      yield* blocks.writeFile(file, path, member.size)
      checkUnchanged(file, path, member)
    } finally {
      fs.closeSync(file)
    }
  }
  yield* blocks.write(tarEnd())
  yield* blocks.finish()
}

class BlockWriter {
  readonly #ring: Buffer[] = []
  #turn = 0
  #used = 0
  #block = this.#next()

  /** @returns false when there is no room for it in this block, or when it needs more than one header */
  putHeader(member: Member): boolean {
    if (this.#used + headerBytes >= tarBlockBytes || !putTarHeader(member, this.#block, this.#used)) return false
    this.#used += headerBytes
    return true
  }

  /**
   * A small file in one read, which sees it before or after somebody writes to it but not in between.
   *
   * @returns false when it is larger, or when this block has no room for it
   */
  putFile(file: number, path: string, size: number): boolean {
    const end = this.#used + Math.ceil(size / headerBytes) * headerBytes
    if (size > smallFileBytes || end >= tarBlockBytes) return false
    // One byte more is asked for: it comes when the file has grown.
    if (fs.readSync(file, this.#block, this.#used, size + 1, null) !== size) throw changed(path)
    this.#block.fill(0, this.#used + size, end)
    this.#used = end
    return true
  }

  *writeFile(file: number, path: string, size: number): Generator<Buffer> {
    for (let remaining = size; remaining > 0; ) {
      const room = Math.min(remaining, tarBlockBytes - this.#used)
      const read = readSome(file, path, this.#block, this.#used, room)
      remaining -= read
      yield* this.#advance(read)
    }
    yield* this.write(tarPadding(size))
  }

  *write(bytes: Buffer): Generator<Buffer> {
    for (let at = 0; at < bytes.length; ) {
      const copied = bytes.copy(this.#block, this.#used, at)
      at += copied
      yield* this.#advance(copied)
    }
  }

  *finish(): Generator<Buffer> {
    if (this.#used > 0) yield this.#block.subarray(0, this.#used)
  }

  *#advance(bytes: number): Generator<Buffer> {
    this.#used += bytes
    if (this.#used < tarBlockBytes) return
    const full = this.#block
    this.#block = this.#next()
    this.#used = 0
    yield full
  }

  /** Small layers never come to need the whole ring. */
  #next(): Buffer {
    const turn = this.#turn++ % (stableBlocks + 1)
    const block = this.#ring[turn] ?? Buffer.allocUnsafeSlow(tarBlockBytes)
    this.#ring[turn] = block
    return block
  }
}

function opened(path: string): number {
  try {
    return fs.openSync(path, 'r')
  } catch (cause) {
    throw new IngotError('unreadable', `Cannot read ${path} into a layer: ${(cause as Error).message}`, { cause })
  }
}

function readSome(file: number, path: string, into: Buffer, at: number, length: number): number {
  const read = fs.readSync(file, into, at, length, null)
  if (read > 0) return read
  throw changed(path)
}

/** Every write to a file sets its time of change, so one that was read in parts while it was written does not pass. */
function checkUnchanged(file: number, path: string, { size, changedMs }: Member): void {
  const stat = fs.fstatSync(file)
  if (stat.size !== size || stat.ctimeMs !== changedMs) throw changed(path)
}

function changed(path: string): IngotError {
  return new IngotError('unreadable', `${path} changed while it was read into a layer`, {
    advice: 'Bake after everything that writes to it has ended',
  })
}
