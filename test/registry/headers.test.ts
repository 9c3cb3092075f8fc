import { redactText } from '../../src/http/index.js'
import { delayBefore } from '../../src/http/retry.js'
import { parseChallenges } from '../../src/registry/challenge.js'
import { nextPage } from '../../src/registry/pages.js'
import { readScopes, widen } from '../../src/registry/scopes.js'
import fc from '../property.js'

/** Headers as a hostile server may write them: pieces of real ones, and anything else. */
const pieces = [
  'Bearer',
  'Basic',
  ' ',
  ',',
  '=',
  '"',
  '\\',
  'realm',
  'scope',
  'rel',
  'next',
  '<',
  '>',
  ';',
  '/v2/x',
  '\t',
]
const header = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
)
const pair = fc.tuple(fc.constantFrom(...pieces), fc.constantFrom(...pieces))

const within = (milliseconds: number, work: () => void) => {
  const began = performance.now()
  work()
  expect(performance.now() - began).toBeLessThan(milliseconds)
}

test('challenges are read without harm, and parameters stay within the header', () => {
  fc.assert(
    fc.property(header, (text) => {
      for (const { scheme, parameters } of parseChallenges(text)) {
        expect(['basic', 'bearer']).toContain(scheme)
        for (const value of Object.values(parameters)) expect(value.length).toBeLessThanOrEqual(text.length)
      }
    }),
    { numRuns: 1000 },
  )
})

test('a challenge is read back as it was written', () => {
  const quoted = (value: string) => `"${value.replaceAll(/["\\]/g, '\\$&')}"`
  const value = fc.stringMatching(/^[ -~]{0,30}$/)
  fc.assert(
    fc.property(value, value, (realm, scope) => {
      expect(parseChallenges(`Bearer realm=${quoted(realm)},scope=${quoted(scope)}`)).toEqual([
        { scheme: 'bearer', parameters: { realm, scope } },
      ])
    }),
  )
})

test('links are read without harm', () => {
  fc.assert(
    fc.property(header, (text) => {
      const next = nextPage(text)
      expect(next === undefined || text.includes(`<${next}>`)).toBe(true)
    }),
    { numRuns: 1000 },
  )
})

test('long headers take no time', () => {
  fc.assert(
    fc.property(pair, ([one, other]) => {
      // Longer than Node takes from a server.
      const text = `${one}${other}`.repeat(10_000)
      within(5000, () => void parseChallenges(text))
      within(5000, () => void nextPage(text))
      within(5000, () => void readScopes(text))
      within(5000, () => void redactText(text))
    }),
    { numRuns: 40 },
  )
})

test('Retry-After is a wait of a minute at the most, or none', () => {
  const said = fc.oneof(
    header,
    fc.integer().map(String),
    fc.date().map(String),
    fc.constantFrom('1e9', '-5', 'NaN', '0x10', '９'),
  )
  fc.assert(
    fc.property(said, fc.nat(3), (text, attempt) => {
      const delay = delayBefore(attempt, 200, text)
      if (delay === undefined) return
      expect(delay).toBeGreaterThanOrEqual(0)
      expect(delay).toBeLessThanOrEqual(60_000)
    }),
    { numRuns: 1000 },
  )
})

test('scopes of a challenge widen what is asked for, and never to what is no scope', () => {
  fc.assert(
    fc.property(
      fc.oneof(header, fc.constantFrom('repository:a/b:pull', 'repository:a/b:pull,push repository:c:delete')),
      (text) => {
        const own = 'repository:acme/shop:pull'
        const widened = widen([own], readScopes(text))
        expect(widened).toContain(own)
        for (const scope of widened) expect(scope).toMatch(/^repository(\([a-z]+\))?:[^\s:]+(:\d+[^\s:]*)?:[a-z*,]+$/)
      },
    ),
    { numRuns: 500 },
  )
})
