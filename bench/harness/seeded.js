import { createCipheriv, createHash } from 'node:crypto'
import { randomFrom } from '../traffic.js'

/**
 * Content that depends on its seed alone: the same on every machine and with every version of Node. Three kinds, after
 * what is in images: `random` (does not compress: archives, pictures), `text` (to a quarter: sources) and `library`
 * (to a half: machine code).
 */
export const kinds = ['random', 'text', 'library']

/** @returns `length` bytes of a kind */
export function contentOf(kind, seed, length) {
  if (kind === 'random') return randomBytes(seed, length)
  if (kind === 'text') return textBytes(seed, length)
  if (kind === 'library') return libraryBytes(seed, length)
  throw new Error(`no content of kind ${kind}`)
}

/** AES-128 in counter mode over zeros: gigabytes a second, and nothing in it repeats. */
export function randomBytes(seed, length) {
  const key = createHash('sha256').update(String(seed)).digest().subarray(0, 16)
  return createCipheriv('aes-128-ctr', key, Buffer.alloc(16)).update(Buffer.alloc(length))
}

/** A seed of mulberry32 out of any string. */
export function numberOf(seed) {
  return createHash('sha256').update(String(seed)).digest().readUInt32LE()
}

let pool

/** A piece of a text of some 4 MB, from a place that the seed decides: pieces of one text seldom overlap. */
function textBytes(seed, length) {
  pool ??= writeText(4 << 20)
  const bytes = Buffer.alloc(length)
  let from = numberOf(seed) % pool.length
  for (let at = 0; at < length; from = 0) at += pool.copy(bytes, at, from, Math.min(pool.length, from + length - at))
  return bytes
}

function writeText(length) {
  const random = randomFrom(numberOf('text'))
  const letters = 'etaoinshrdlucmfwypvbgkqjxz'
  const letter = () => letters[Math.floor(random() ** 2 * letters.length)]
  const words = Array.from({ length: 6000 }, () => Array.from({ length: 2 + random() * 9 }, letter).join(''))
  const joints = [' ', ' ', ' ', ', ', '.', '(', ') ', ' = ', ';\n  ', '\n\n']
  const pick = (list, skew) => list[Math.floor(random() ** skew * list.length)]
  const phrase = () => Array.from({ length: 3 + random() * 9 }, () => pick(words, 3) + pick(joints, 1)).join('')
  // What is said is often said again, as in any source.
  const said = Array.from({ length: 400 }, phrase)
  const parts = []
  for (let size = 0; size < length; ) {
    const part = random() < 0.6 ? pick(said, 2) : phrase()
    parts.push(part)
    size += part.length
  }
  return Buffer.from(parts.join('')).subarray(0, length)
}

/** Bytes of a skewed alphabet, with pieces that come again. */
function libraryBytes(seed, length) {
  const random = randomFrom(numberOf(seed))
  const table = Buffer.from(Array.from({ length: 256 }, (_, at) => Math.floor((at / 256) ** 4 * 256)))
  const bytes = randomBytes(seed, length)
  for (let at = 0; at < length; at++) bytes[at] = table[bytes[at]]
  for (let at = 4096; at < length; at += 2048) {
    const from = at - Math.floor(random() * Math.min(at, 16_384))
    bytes.copyWithin(at, from, from + 700)
  }
  return bytes.subarray(0, length)
}
