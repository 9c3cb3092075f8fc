import { createHash } from 'node:crypto'
import { IngotError } from '../errors.js'

declare const checked: unique symbol

/** `sha256:` and 64 lower-case hex digits, checked. A string at run time, so that it compares with `===` and serialises as itself. */
export type Digest = `sha256:${string}` & { readonly [checked]: true }

const pattern = /^sha256:[a-f0-9]{64}$/

export function isDigest(text: string): text is Digest {
  return pattern.test(text)
}

/**
 * @throws IngotError `invalid-reference` when `text` is not a sha256 digest
 * @see https://github.com/opencontainers/image-spec/blob/v1.1.1/descriptor.md#digests
 */
export function parseDigest(text: string): Digest {
  if (isDigest(text)) return text
  throw new IngotError('invalid-reference', `${JSON.stringify(text)} is not a digest`, {
    advice: 'A digest is written sha256: followed by 64 lower-case hex digits',
  })
}

export function digestOf(bytes: Uint8Array | string): Digest {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}` as Digest
}

/** The 64 hex digits alone: names files in a layout and in the ledger. */
export function hexOf(digest: Digest): string {
  return digest.slice('sha256:'.length)
}

/** Twelve hex digits, for people. */
export function shortDigest(digest: Digest): string {
  return hexOf(digest).slice(0, 12)
}
