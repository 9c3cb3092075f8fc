import { compareDigits, compareText } from './digits.js'

/** In the order in which a version may hold them; of two versions, the one that goes on with the earlier kind is the later version. */
const kinds = [
  'initial',
  'number',
  'letter',
  'suffix',
  'suffix-number',
  'commit',
  'revision',
  'end',
  'invalid',
] as const
type Kind = (typeof kinds)[number]

interface Token {
  readonly kind: Kind
  readonly text: string
  readonly end: number
}

/** Before `none` a suffix marks something earlier than the version without it, after `none` something later. */
const suffixes = ['alpha', 'beta', 'pre', 'rc', 'none', 'cvs', 'svn', 'git', 'hg', 'p']
const none = suffixes.indexOf('none')

/**
 * Orders two Alpine versions as `apk version -t` (apk-tools 3) does: negative when `left` is earlier. Total: what follows the
 * first malformed character is not looked at.
 *
 * @see https://gitlab.alpinelinux.org/alpine/apk-tools/-/blob/v3.0.0/doc/apk-package.5.scd (package version specification)
 */
export function compareApkVersions(left: string, right: string): number {
  let a = first(left)
  let b = first(right)
  while (a.kind === b.kind && a.kind !== 'end' && a.kind !== 'invalid') {
    const difference = compareTokens(a, b)
    if (difference !== 0) return difference
    a = next(left, a)
    b = next(right, b)
  }
  if (a.kind === b.kind) return 0
  if (isPreRelease(a)) return -1
  if (isPreRelease(b)) return 1
  return kinds.indexOf(b.kind) - kinds.indexOf(a.kind)
}

function compareTokens(a: Token, b: Token): number {
  switch (a.kind) {
    case 'number':
      // A leading zero makes the component a fraction: 1.05 < 1.1.
      return a.text.startsWith('0') || b.text.startsWith('0')
        ? compareText(a.text, b.text)
        : compareDigits(a.text, b.text)
    case 'suffix':
      return suffixes.indexOf(a.text) - suffixes.indexOf(b.text)
    case 'initial':
    case 'suffix-number':
    case 'revision':
      return compareDigits(a.text, b.text)
    default:
      return compareText(a.text, b.text)
  }
}

function isPreRelease(token: Token): boolean {
  return token.kind === 'suffix' && suffixes.indexOf(token.text) < none
}

function first(version: string): Token {
  return take(version, 0, /\d+/y, 'initial')
}

function next(version: string, previous: Token): Token {
  const at = previous.end
  if (at >= version.length) return { kind: 'end', text: '', end: at }
  const isNumber = previous.kind === 'initial' || previous.kind === 'number'
  const rank = kinds.indexOf(previous.kind)
  const character = version[at] as string

  if (/[a-z]/.test(character) && isNumber) return take(version, at, /[a-z]/y, 'letter')
  if (character === '.' && isNumber) return take(version, at + 1, /\d+/y, 'number')
  if (/\d/.test(character) && previous.kind === 'suffix') return take(version, at, /\d+/y, 'suffix-number')
  if (character === '_' && rank <= kinds.indexOf('suffix-number')) {
    const token = take(version, at + 1, /[a-z]+/y, 'suffix')
    return token.text !== 'none' && suffixes.includes(token.text) ? token : invalid(at)
  }
  if (character === '~' && rank < kinds.indexOf('commit')) return take(version, at + 1, /[0-9a-f]+/y, 'commit')
  if (version.startsWith('-r', at) && rank < kinds.indexOf('revision')) {
    return take(version, at + 2, /\d+/y, 'revision')
  }
  return invalid(at)
}

function take(version: string, at: number, pattern: RegExp, kind: Kind): Token {
  pattern.lastIndex = at
  const text = pattern.exec(version)?.[0]
  return text === undefined ? invalid(at) : { kind, text, end: at + text.length }
}

function invalid(at: number): Token {
  return { kind: 'invalid', text: '', end: at }
}
