import { createHash } from 'node:crypto'
import * as fs from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { deflateRawSync, gzip } from 'node:zlib'
import type { Digest } from '../../oci/digest.js'
import type { Descriptor } from '../../oci/manifest.js'
import { mediaTypes } from '../../oci/media-types.js'
import type { BlobSource } from '../../oci/store.js'
import type { Planned } from './addition.js'
import { stableBlocks, tarBlocks } from './tar-blocks.js'

/** A finished layer that can be sent more than once. */
export interface LayerBlob extends BlobSource {
  readonly descriptor: Descriptor
  readonly diffId: Digest
  readonly uncompressedBytes: number
  readonly entries: number
}

const largestInMemory = 4 * 1024 * 1024 // 4 MiB; more goes through a file
const inFlight = Math.min(4, stableBlocks - 1) // blocks that the thread pool compresses at once
const probeBytes = 16 * 1024
/** Fast: on a build machine time is dearer than the tenth that higher levels save. */
const level = 1
const compress = promisify<Buffer, object, Buffer>(gzip)

/**
 * Reads, hashes and compresses a layer in one pass with a few megabytes of memory.
 *
 * @param directory where a large layer waits until it is sent; the caller removes it
 */
export async function makeLayer(
  planned: readonly Planned[],
  options: { mtime: number; directory: string; signal?: AbortSignal | undefined },
): Promise<LayerBlob> {
  const [plain, packed] = [createHash('sha256'), createHash('sha256')]
  const spool = new Spool(options.directory)
  let uncompressedBytes = 0
  const counted = function* () {
    for (const block of tarBlocks(planned, options.mtime)) {
      options.signal?.throwIfAborted()
      plain.update(block)
      uncompressedBytes += block.length
      yield block
    }
  }
  try {
    for await (const member of compressed(counted())) {
      packed.update(member)
      spool.write(member)
    }
  } finally {
    spool.close()
  }
  const digest = `sha256:${packed.digest('hex')}` as Digest
  const diffId = `sha256:${plain.digest('hex')}` as Digest
  const descriptor = { mediaType: mediaTypes.layerGzip, digest, size: spool.size }
  return { descriptor, diffId, uncompressedBytes, entries: planned.length, open: () => spool.read() }
}

/** Each block becomes a gzip member of its own, so that they are compressed side by side. */
async function* compressed(blocks: Iterable<Buffer>): AsyncGenerator<Buffer> {
  const pending: Promise<Buffer>[] = []
  for (const block of blocks) {
    pending.push(gzipMember(block))
    if (pending.length >= inFlight) yield (await pending.shift()) as Buffer
  }
  for (const member of pending) yield await member
}

/** @see https://www.rfc-editor.org/rfc/rfc1952#section-2.2 */
async function gzipMember(block: Buffer): Promise<Buffer> {
  const probe = block.subarray(0, probeBytes)
  const isDense = block.length > probeBytes && deflateRawSync(probe, { level }).length > probe.length * 0.97
  const member = await compress(block, { level: isDense ? 0 : level })
  member[9] = 0xff // operating system: unknown, whichever this is
  return member
}

/** Keeps a small layer in memory and a large one in a file. */
class Spool {
  size = 0
  #parts: Buffer[] = []
  #file: number | undefined
  #path: string | undefined

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
  }

  async *read(): AsyncGenerator<Uint8Array> {
    if (this.#path === undefined) yield* this.#parts
    else yield* fs.createReadStream(this.#path, { highWaterMark: 256 * 1024 })
  }
}
