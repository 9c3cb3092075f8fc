import * as fs from 'node:fs'
import { join } from 'node:path'

export const largestInMemory = 4 * 1024 * 1024 // 4 MiB; more goes through a file

/** Holds a finished layer until it is sent: a small one in memory, a large one in a file. */
export class Spool {
  size = 0
  #parts: Buffer[] = []
  #file: number | undefined
  #path: string | undefined

  /** @param directory the caller removes it */
  constructor(private readonly directory: string) {}

  write(bytes: Buffer): void {
    this.size += bytes.length
    this.#parts.push(bytes)
    if (this.size <= largestInMemory) return
    this.#path ??= join(fs.mkdtempSync(join(this.directory, 'layer-')), 'blob')
    this.#file ??= fs.openSync(this.#path, 'w')
    for (const part of this.#parts) {
      for (let written = 0; written < part.length; ) written += fs.writeSync(this.#file, part, written)
    }
    this.#parts = []
  }

  close(): void {
    if (this.#file !== undefined) fs.closeSync(this.#file)
    this.#file = undefined
  }

  async *read(): AsyncGenerator<Uint8Array> {
    if (this.#path === undefined) yield* this.#parts
    else yield* fs.createReadStream(this.#path, { highWaterMark: 256 * 1024 })
  }

  /** What was sent is not kept: bakes of hundreds of layers need the room of a few. */
  discard(): void {
    this.#parts = []
    if (this.#path !== undefined) fs.rmSync(this.#path, { force: true })
  }
}
