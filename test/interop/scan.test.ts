import { spawnSync } from 'node:child_process'
import { describe, expect, it } from '@jest/globals'
import { compareDpkgVersions } from '../../src/scan/index.js'

const pairs = 2_000
const seed = 20_261_121

/** mulberry32: small, seeded, the same everywhere. */
function random(state: number): () => number {
  let a = state
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

const next = random(seed)
const pick = (from: string): string => from[Math.floor(next() * from.length)] as string
const word = (from: string, longest: number) =>
  Array.from({ length: Math.floor(next() * (longest + 1)) }, () => pick(from)).join('')

function version(): string {
  const epoch = next() < 0.3 ? `${Math.floor(next() * 3)}:` : ''
  const revision = next() < 0.6 ? `-${pick('019')}${word('019az+~.', 4)}` : ''
  const inner = revision === '' ? '019azAZ+~.' : '019azAZ+~.-'
  return `${epoch}${pick('0129')}${word(inner, 6)}${revision}`
}

/** Close to `from`, so that the comparison goes deep. */
function neighbour(from: string): string {
  const at = Math.floor(next() * from.length)
  return next() < 0.5 ? `${from}${pick('01az+~.')}` : `${from.slice(0, at)}${pick('0129')}${from.slice(at + 1)}`
}

describe('dpkg --compare-versions', () => {
  it(`agrees on ${pairs} pairs`, () => {
    const questions = Array.from({ length: pairs }, (_, i) => {
      const left = version()
      return [left, i % 2 === 0 ? version() : neighbour(left)] as const
    })
    const script =
      'while read -r a b; do if dpkg --compare-versions "$a" lt "$b"; then echo -1; elif dpkg --compare-versions "$a" eq "$b"; then echo 0; else echo 1; fi; done'
    const input = questions.map((pair) => `${pair.join(' ')}\n`).join('')
    const answer = spawnSync('sh', ['-c', script], { input, encoding: 'utf8' })
    expect(answer.status).toBe(0)
    const theirs = answer.stdout.trim().split('\n').map(Number)
    expect(theirs).toHaveLength(pairs)
    // What dpkg calls malformed it warns of and cannot judge; nothing here is.
    expect(answer.stderr).toBe('')
    const ours = questions.map(([left, right]) => Math.sign(compareDpkgVersions(left, right)) + 0)
    const differences = questions.filter((_, i) => ours[i] !== theirs[i])
    expect(differences).toEqual([])
  })
})
