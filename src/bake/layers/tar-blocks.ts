import * as fs from 'node:fs'
import { IngotError } from '../../errors.js'
import { tarEnd, tarHeader, tarPadding } from '../../image/index.js'
import type { Planned } from './addition.js'

export const tarBlockBytes = 1024 * 1024 // 1 MiB
/** A yielded block stays as it is until this many more have been asked for. */
export const stableBlocks = 5

/**
 * A layer's tar as blocks of one size (the last is shorter). Files are read with synchronous calls straight into the
 * block: for many small files that takes a quarter of the time of promises or streams, and copies nothing.
 *
 * @throws IngotError `unreadable` when a file cannot be read, or changed since it was planned
 */
export function* tarBlocks(planned: readonly Planned[], mtime: number): Generator<Buffer> {
  const writer = new BlockWriter()
  for (const member of planned) {
    yield* writer.write(tarHeader({ ...member, mtime }))
    if (member.file === undefined) continue
    yield* writer.writeFile(member.file, member.size)
    yield* writer.write(tarPadding(member.size))
  }
  yield* writer.write(tarEnd())
  yield* writer.finish()
}

class BlockWriter {
  readonly #ring = Array.from({ length: stableBlocks + 1 }, () => Buffer.allocUnsafeSlow(tarBlockBytes))
  #turn = 0
  #used = 0

  #block(): Buffer {
    return this.#ring[this.#turn % this.#ring.length] as Buffer
  }

  *write(bytes: Buffer): Generator<Buffer> {
    for (let at = 0; at < bytes.length; ) {
      const copied = bytes.copy(this.#block(), this.#used, at)
      at += copied
      yield* this.#advance(copied)
    }
  }

  *writeFile(path: string, size: number): Generator<Buffer> {
    const file = opened(path)
    try {
      for (let remaining = size; remaining > 0; ) {
        const room = Math.min(remaining, tarBlockBytes - this.#used)
        const read = fs.readSync(file, this.#block(), this.#used, room, null)
        if (read === 0) throw changed(path)
        remaining -= read
        yield* this.#advance(read)
      }
      if (fs.fstatSync(file).size !== size) throw changed(path)
    } finally {
      fs.closeSync(file)
    }
  }

  *finish(): Generator<Buffer> {
    if (this.#used > 0) yield this.#block().subarray(0, this.#used)
  }

  *#advance(bytes: number): Generator<Buffer> {
    this.#used += bytes
    if (this.#used < tarBlockBytes) return
    const full = this.#block()
    this.#turn++
    this.#used = 0
    yield full
  }
}

function opened(path: string): number {
  try {
    return fs.openSync(path, 'r')
  } catch (cause) {
    throw new IngotError('unreadable', `Cannot read ${path} into a layer: ${(cause as Error).message}`, { cause })
  }
}

function changed(path: string): IngotError {
  return new IngotError('unreadable', `${path} changed while it was read into a layer`, {
    advice: 'Bake after everything that writes to it has ended',
  })
}
