import { compareDigits } from './digits.js'

interface DpkgVersion {
  readonly epoch: string
  readonly upstream: string
  readonly revision: string
}

/**
 * Orders two Debian versions as `dpkg --compare-versions` does: negative when `left` is earlier. Total: any text has a place.
 *
 * @see https://www.debian.org/doc/debian-policy/ch-controlfields.html#version (Debian Policy 4.7.0, 5.6.12)
 */
export function compareDpkgVersions(left: string, right: string): number {
  const a = split(left)
  const b = split(right)
  return (
    compareDigits(a.epoch, b.epoch) || comparePart(a.upstream, b.upstream) || comparePart(a.revision, b.revision) || 0
  )
}

function split(text: string): DpkgVersion {
  const version = text.trim()
  const colon = version.indexOf(':')
  const epoch = colon > 0 && /^\d+$/.test(version.slice(0, colon)) ? version.slice(0, colon) : undefined
  const rest = epoch === undefined ? version : version.slice(colon + 1)
  const hyphen = rest.lastIndexOf('-')
  return hyphen < 0
    ? { epoch: epoch ?? '0', upstream: rest, revision: '' }
    : { epoch: epoch ?? '0', upstream: rest.slice(0, hyphen), revision: rest.slice(hyphen + 1) }
}

/** Turns of text and number: text by `weight`, where the end of the part sorts before everything but a tilde. */
function comparePart(a: string, b: string): number {
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    while (isText(a, i) || isText(b, j)) {
      const difference = weight(a, i) - weight(b, j)
      if (difference !== 0) return difference
      i += 1
      j += 1
    }
    const endOfA = endOfDigits(a, i)
    const endOfB = endOfDigits(b, j)
    const difference = compareDigits(a.slice(i, endOfA), b.slice(j, endOfB))
    if (difference !== 0) return difference
    i = endOfA
    j = endOfB
  }
  return 0
}

function isText(part: string, at: number): boolean {
  return at < part.length && !isDigit(part, at)
}

function isDigit(part: string, at: number): boolean {
  const code = part.charCodeAt(at)
  return code >= 48 && code <= 57
}

function endOfDigits(part: string, start: number): number {
  let end = start
  while (end < part.length && isDigit(part, end)) end += 1
  return end
}

function weight(part: string, at: number): number {
  if (at >= part.length || isDigit(part, at)) return 0
  const character = part[at] as string
  if (character === '~') return -1
  const code = part.charCodeAt(at)
  return /[A-Za-z]/.test(character) ? code : code + 256
}
