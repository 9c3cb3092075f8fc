import { createHash } from 'node:crypto'
import { pipeline, Readable } from 'node:stream'
import * as zlib from 'node:zlib'
import { IngotError } from '../errors.js'
import type { Descriptor } from '../oci/manifest.js'
import { mediaTypes } from '../oci/media-types.js'
import type { Image } from './image.js'
import { defaultLimits, type Limits, sizeExceeded } from './limits.js'
import { splitEntryPath } from './safe-path.js'
import { readTar, type TarEntry } from './tar-reader.js'

export interface LayerOptions {
  readonly signal?: AbortSignal | undefined
  readonly limits?: Limits | undefined
}

type Compression = 'none' | 'gzip' | 'zstd'

const compressions: Readonly<Record<string, Compression>> = {
  [mediaTypes.layerTar]: 'none',
  'application/vnd.docker.image.rootfs.diff.tar': 'none',
  [mediaTypes.layerGzip]: 'gzip',
  [mediaTypes.dockerLayer]: 'gzip',
  [mediaTypes.layerZstd]: 'zstd',
}

/**
 * The entries of layer `position`, in order, whiteouts included. The store checks the layer's digest, this its diff-id:
 * both have spoken only when the iteration ends without an error, so act on nothing before that.
 *
 * @throws IngotError `digest-mismatch`, `unreadable`, `size-exceeded`, `unsafe-layer`, `unsupported`, `cancelled`
 * @see https://github.com/opencontainers/image-spec/blob/v1.1.1/layer.md
 */
export async function* openLayer(
  image: Image,
  position: number,
  options: LayerOptions = {},
): AsyncGenerator<TarEntry, void, undefined> {
  const descriptor = image.manifest.layers[position]
  const diffId = image.config.rootfs.diff_ids[position]
  if (descriptor === undefined || diffId === undefined) {
    throw new IngotError('internal', `${image.store.repository}@${image.digest} has no layer ${position}`)
  }
  const from = `layer ${descriptor.digest}`
  const limits = options.limits ?? defaultLimits
  if (descriptor.size > limits.layerBytes) {
    throw sizeExceeded(`The descriptor of ${from}`, `${descriptor.size} bytes`, limits.layerBytes)
  }
  const hash = createHash('sha256')
  const bytes = counted(decompressed(image, descriptor, options.signal), hash, from, limits)
  try {
    for await (const entry of readTar(bytes, { from, limits, signal: options.signal })) {
      const parts = splitEntryPath(entry.path, from)
      if (parts.length > 0) yield { ...entry, path: parts.join('/') }
    }
  } catch (error) {
    await explainDamage(error, image, descriptor, options.signal)
    throw error
  }
  const found = `sha256:${hash.digest('hex')}`
  if (found !== diffId) {
    throw new IngotError('digest-mismatch', `The content of ${from} is ${found}, its image config says ${diffId}`, {
      advice: `Do not use ${image.store.repository}@${image.digest}: it was altered or badly built. Bake it again`,
    })
  }
}

/** What looks damaged may have been altered in the store: then the digest is the better answer. */
async function explainDamage(error: unknown, image: Image, descriptor: Descriptor, signal: AbortSignal | undefined) {
  if (!(error instanceof IngotError) || error.reason !== 'unreadable') return
  for await (const _ of image.store.readBlob(descriptor, callOptions(signal)));
}

/** Bounds what a small blob may expand to, and takes the diff-id on the way. */
async function* counted(
  chunks: AsyncIterable<Uint8Array>,
  hash: ReturnType<typeof createHash>,
  from: string,
  limits: Limits,
) {
  let total = 0
  for await (const chunk of chunks) {
    total += chunk.length
    if (total > limits.layerBytes)
      throw sizeExceeded(`Uncompressed, ${from}`, `${total} bytes or more`, limits.layerBytes)
    hash.update(chunk)
    yield chunk
  }
}

async function* decompressed(image: Image, descriptor: Descriptor, signal: AbortSignal | undefined) {
  const blob = image.store.readBlob(descriptor, callOptions(signal))
  const compression = compressions[descriptor.mediaType]
  if (compression === undefined) {
    throw new IngotError(
      'unsupported',
      `Layer ${descriptor.digest} is of type ${descriptor.mediaType}, which is not read here`,
      {
        advice: 'Build the image with tar, tar+gzip or tar+zstd layers',
      },
    )
  }
  if (compression === 'none') return yield* blob
  const decoder = compression === 'gzip' ? zlib.createGunzip({ chunkSize: 128 * 1024 }) : zstdDecoder(descriptor)
  // The callback only keeps a late error from going unhandled: the loop below sees it first.
  pipeline(Readable.from(blob, { objectMode: false }), decoder, () => undefined)
  try {
    for await (const chunk of decoder) yield chunk as Buffer
  } catch (error) {
    if (!isDecoderError(error)) throw error
    throw new IngotError('unreadable', `Cannot decompress layer ${descriptor.digest}: ${(error as Error).message}`, {
      advice: 'The layer is damaged: bake the image again',
      cause: error,
    })
  }
}

function zstdDecoder(descriptor: Descriptor): zlib.Gunzip {
  const create = (zlib as unknown as { createZstdDecompress?: () => zlib.Gunzip }).createZstdDecompress
  if (create !== undefined) return create()
  throw new IngotError(
    'unsupported',
    `Layer ${descriptor.digest} is compressed with zstd, which this Node cannot read`,
    {
      advice: 'Run on Node 22.15 or newer, or build the image with gzip layers',
    },
  )
}

/** By code and not by class: the error is made in native code, whose classes need not be ours. */
function isDecoderError(error: unknown): boolean {
  return /^(Z_|ZSTD_|ERR_ZSTD)/.test(String((error as NodeJS.ErrnoException | undefined)?.code))
}

function callOptions(signal: AbortSignal | undefined) {
  return signal === undefined ? {} : { signal }
}
