import { parseChallenges } from '../../src/registry/challenge.js'
import { Passage } from '../../src/registry/passage.js'
import { covers, readScopes, widen } from '../../src/registry/scopes.js'
import fc from '../property.js'

const path = fc.stringMatching(/^[a-z0-9]{1,8}(\/[a-z0-9]{1,8}){0,2}$/)
const scope = fc
  .tuple(path, fc.subarray(['pull', 'push', 'delete'], { minLength: 1 }))
  .map(([name, actions]) => `repository:${name}:${actions.join(',')}`)
const scopes = fc.array(scope, { maxLength: 5 })

test('what was widened covers both, and is widened no further by them', () => {
  fc.assert(
    fc.property(scopes, scopes, (one, two) => {
      const both = widen(one, two)
      expect(covers(both, one) && covers(both, two)).toBe(true)
      expect(widen(both, one)).toEqual(both)
      expect(covers(one, both)).toBe(covers(one, two))
    }),
  )
})

test('a challenge names scopes that can be asked for, and nothing else passes', () => {
  fc.assert(
    fc.property(scopes, fc.array(fc.string(), { maxLength: 4 }), (good, noise) => {
      const found = readScopes([...noise, ...good].join(' '))
      expect(found.length).toBeLessThanOrEqual(8)
      expect(found.every((one) => /^repository(\([a-z]+\))?:[a-z0-9._/:-]+:[a-z*,]+$/.test(one))).toBe(true)
    }),
  )
  expect(readScopes('repository:acme/shop:pull,push registry:catalog:* x')).toEqual(['repository:acme/shop:pull,push'])
  expect(covers(['repository:acme/shop:pull,push'], ['repository:acme/shop:pull'])).toBe(true)
  expect(covers(['repository:acme/shop:pull'], ['repository:acme/shopping:pull'])).toBe(false)
})

test('no header breaks the reading of challenges', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (header) => {
      for (const { scheme, parameters } of parseChallenges(header)) {
        expect(['basic', 'bearer']).toContain(scheme)
        expect(typeof parameters).toBe('object')
      }
    }),
  )
})

test('slices of a passage are the bytes, in whatever order they are asked for', async () => {
  const slices = fc.array(fc.tuple(fc.nat(60), fc.nat(60)), { minLength: 1, maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 12 }), { maxLength: 8 }), slices, async (chunks, wanted) => {
      const bytes = Buffer.concat(chunks)
      const passage = new Passage(async function* () {
        yield* chunks
      })
      for (const [from, length] of wanted) {
        const parts: Uint8Array[] = []
        for await (const part of passage.slice(from, from + length)) parts.push(part)
        expect(Buffer.concat(parts).equals(bytes.subarray(from, from + length))).toBe(true)
      }
      passage.end()
    }),
  )
})

test('a slice that was given up takes nothing from the next one', async () => {
  const release: (() => void)[] = []
  let opened = 0
  const passage = new Passage(async function* () {
    opened += 1
    yield Buffer.from('abc')
    if (opened === 1) await new Promise<void>((go) => release.push(go))
    yield Buffer.from('def')
  })
  const lost = passage.slice(0, 6)
  await lost.next()
  const waiting = lost.next()
  const parts: Uint8Array[] = []
  for await (const part of passage.slice(0, 6)) parts.push(part)
  release[0]?.()
  expect(Buffer.concat(parts).toString()).toBe('abcdef')
  expect((await waiting).done).toBe(true)
  expect(opened).toBe(2)
})
