import { createHash } from 'node:crypto'
import { IngotError } from '../errors.js'
import type { Digest } from '../oci/digest.js'
import type { BlobSource } from '../oci/store.js'

export interface Expected {
  readonly digest: Digest
  readonly size: number
}

const advice =
  'The content was altered or damaged where it is stored: push it again from a copy that is known to be good'

export function digestMismatch(where: string, expected: Digest, actual: string): IngotError {
  return new IngotError(
    'digest-mismatch',
    `${where} is not what its digest says: expected ${expected}, found ${actual}`,
    {
      advice,
    },
  )
}

export function sizeMismatch(where: string, expected: Expected, actual: string): IngotError {
  const message = `${where} is not what its descriptor says: expected ${expected.size} bytes of ${expected.digest}, found ${actual}`
  return new IngotError('digest-mismatch', message, { advice })
}

/**
 * Passes bytes on while hashing them. Stops at the first chunk that is too much, so that a lying source cannot fill
 * memory or disk. The last chunk is handed out only when the digest has proved right: whoever was given all bytes holds
 * what the digest names.
 *
 * @throws IngotError `digest-mismatch`
 */
export async function* verified(
  source: AsyncIterable<Uint8Array>,
  expected: Expected,
  where: string,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array, void, undefined> {
  const hash = createHash('sha256')
  let size = 0
  const prove = () => {
    const actual = `sha256:${hash.digest('hex')}`
    if (actual !== expected.digest) throw digestMismatch(where, expected.digest, actual)
  }
  for await (const chunk of source) {
    signal?.throwIfAborted()
    if (chunk.byteLength === 0) continue
    size += chunk.byteLength
    if (size > expected.size) throw sizeMismatch(where, expected, 'more')
    hash.update(chunk)
    if (size === expected.size) prove()
    yield chunk
  }
  if (size < expected.size) throw sizeMismatch(where, expected, `only ${size}`)
  if (size === 0) prove()
}

/** What a writer is given, checked once: by the store that it is read from, or here. */
export function verifiedSource(source: BlobSource, where: string, signal?: AbortSignal): AsyncIterable<Uint8Array> {
  return source.isVerified === true ? source.open() : verified(source.open(), source.descriptor, where, signal)
}
