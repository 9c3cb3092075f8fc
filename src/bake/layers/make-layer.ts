import { createHash } from 'node:crypto'
import { availableParallelism } from 'node:os'
import type { Digest } from '../../oci/digest.js'
import type { Descriptor } from '../../oci/manifest.js'
import type { BlobSource } from '../../oci/store.js'
import { blockCompressor, type Compression, layerMediaType } from './compression.js'
import type { Members } from './members.js'
import { Spool } from './spool.js'
import { stableBlocks, tarBlockBytes, tarBlocks } from './tar-blocks.js'

/** A finished layer that can be sent more than once, until it is discarded. */
export interface LayerBlob extends BlobSource {
  readonly descriptor: Descriptor
  readonly diffId: Digest
  discard(): void
}

export interface MakeOptions {
  readonly compression: Compression
  /** Where a large layer waits until it is sent; the caller removes it. */
  readonly directory: string
  readonly signal?: AbortSignal | undefined
}

/** The tar of a layer: its blocks as often as they are asked for. */
export type TarSource = () => Iterable<Buffer>

const inFlight = Math.min(4, stableBlocks - 1, availableParallelism() + 1) // blocks that the thread pool compresses at once
const largestKeptBlocks = 24

/** Hashes and compresses a layer in one pass with a few megabytes of memory. */
export async function makeLayer(tar: TarSource, options: MakeOptions): Promise<LayerBlob> {
  const [plain, packed] = [createHash('sha256'), createHash('sha256')]
  const spool = new Spool(options.directory)
  const hashed = function* () {
    for (const block of tar()) {
      options.signal?.throwIfAborted()
      plain.update(block)
      yield block
    }
  }
  try {
    for await (const part of compressed(hashed(), options.compression)) {
      packed.update(part)
      spool.write(part)
    }
  } finally {
    spool.close()
  }
  const digest = `sha256:${packed.digest('hex')}` as Digest
  const diffId = `sha256:${plain.digest('hex')}` as Digest
  const descriptor = { mediaType: layerMediaType(options.compression), digest, size: spool.size }
  return { descriptor, diffId, open: () => spool.read(), discard: () => spool.discard() }
}

async function* compressed(blocks: Iterable<Buffer>, compression: Compression): AsyncGenerator<Buffer> {
  const compress = blockCompressor(compression)
  const pending: Promise<Buffer>[] = []
  for (const block of blocks) {
    pending.push(compress(block))
    if (pending.length >= inFlight) yield (await pending.shift()) as Buffer
  }
  for (const part of pending) yield await part
}

/**
 * The diff-id of a layer, without compressing it.
 *
 * @returns also the tar itself: a small one is kept, so that compressing it later reads no file twice
 */
export async function hashLayer(
  members: Members,
  signal?: AbortSignal | undefined,
): Promise<{ diffId: Digest; tar: TarSource }> {
  const hash = createHash('sha256')
  let kept: Buffer[] | undefined = members.tarBytes <= largestKeptBlocks * tarBlockBytes ? [] : undefined
  for (const block of tarBlocks(members)) {
    hash.update(block)
    kept?.push(Buffer.from(block))
    if (kept !== undefined && kept.length > largestKeptBlocks) kept = undefined
    // Gives way to requests that are under way.
    await new Promise(setImmediate)
    signal?.throwIfAborted()
  }
  const diffId = `sha256:${hash.digest('hex')}` as Digest
  const blocks = kept
  return { diffId, tar: () => blocks ?? tarBlocks(members) }
}
