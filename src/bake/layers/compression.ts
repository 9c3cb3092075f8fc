import { promisify } from 'node:util'
import * as zlib from 'node:zlib'
import { IngotError } from '../../errors.js'
import { mediaTypes } from '../../oci/media-types.js'

export const compressions = ['gzip', 'zstd', 'none'] as const

export interface Compression {
  readonly kind: (typeof compressions)[number]
  readonly level: number
}

/** Turns one block of a tar into bytes that may follow those of the block before. */
export type CompressBlock = (block: Buffer) => Promise<Buffer>

/** Fast: on a build machine time is dearer than the tenth that higher levels save. */
const defaultLevels = { gzip: 1, zstd: 3, none: 0 } as const
const largestLevels = { gzip: 9, zstd: 19, none: 0 } as const
const probeBytes = 16 * 1024
/** Large enough for a block to come back from its thread in one piece: what is stored grows a little. */
const chunkSizes = { packed: 512 * 1024, stored: 1025 * 1024 } as const

/** @throws IngotError `invalid-input` for a level that there is not, `unsupported` for zstd on a Node that lacks it */
export function compressionOf(kind: Compression['kind'] = 'gzip', level?: number): Compression {
  if (level !== undefined && (level < Math.min(1, largestLevels[kind]) || level > largestLevels[kind])) {
    const expected = kind === 'none' ? 'none has no level' : `${kind} has the levels 1 to ${largestLevels[kind]}`
    throw new IngotError('invalid-input', `The compression level ${level} does not exist: ${expected}`)
  }
  if (kind === 'zstd' && zstd === undefined) {
    throw new IngotError('unsupported', `Node ${process.version} cannot compress with zstd`, {
      advice: 'Run on Node 22.15 or newer, or choose gzip, which every container engine can pull',
    })
  }
  return { kind, level: level ?? defaultLevels[kind] }
}

export function layerMediaType({ kind }: Compression): string {
  return { gzip: mediaTypes.layerGzip, zstd: mediaTypes.layerZstd, none: mediaTypes.layerTar }[kind]
}

/** Blocks are compressed one by one, on the threads of the pool: both formats allow parts that follow each other. */
export function blockCompressor({ kind, level }: Compression): CompressBlock {
  if (kind === 'none') return async (block) => Buffer.from(block)
  return kind === 'zstd' ? (block) => zstdFrame(block, level) : (block) => gzipMember(block, level)
}

const gzip = promisify<Buffer, zlib.ZlibOptions, Buffer>(zlib.gzip)

/** @see https://www.rfc-editor.org/rfc/rfc1952#section-2.2 */
async function gzipMember(block: Buffer, level: number): Promise<Buffer> {
  const isStored = isDense(block)
  const chunkSize = isStored ? chunkSizes.stored : chunkSizes.packed
  // The larger table costs 128 KiB a block in flight, and saves a tenth of the time.
  const member = await gzip(block, { level: isStored ? 0 : level, memLevel: 9, chunkSize })
  member[8] = 0 // extra flags: some versions of zlib note the level here
  member[9] = 0xff // operating system: unknown, whichever this is
  return member
}

/** Whether a block is compressed or random already; then it is stored, at a tenth of the time. */
function isDense(block: Buffer): boolean {
  const probe = block.subarray(0, probeBytes)
  return block.length > probeBytes && zlib.deflateRawSync(probe, { level: 1 }).length > probe.length * 0.97
}

type ZstdCompress = (
  block: Buffer,
  options: { params: Record<number, number> },
  done: (error: Error | null, frame: Buffer) => void,
) => void

/** In Node from 22.15 on; the types that we build against are older. */
const zstd = (zlib as unknown as { zstdCompress?: ZstdCompress }).zstdCompress
const zstdLevelParameter = 100 // ZSTD_c_compressionLevel

/** @see https://www.rfc-editor.org/rfc/rfc8878#section-3.1 */
function zstdFrame(block: Buffer, level: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    zstd?.(block, { params: { [zstdLevelParameter]: level } }, (error, frame) =>
      error ? reject(error) : resolve(frame),
    )
  })
}
