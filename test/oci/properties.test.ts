import { IngotError } from '../../src/errors.js'
import { digestOf, isDigest, parseDigest } from '../../src/oci/digest.js'
import { encodeJson, parseImageConfig, parseIndex, parseManifest } from '../../src/oci/manifest.js'
import { mediaTypes } from '../../src/oci/media-types.js'
import { formatReference, parseReference, type Reference, type RegistryReference } from '../../src/oci/reference.js'
import { repeatedKey } from '../../src/oci/repeated-key.js'
import { openStore } from '../../src/registry/index.js'
import fc from '../property.js'

/** What it gives; undefined where it refuses with this reason. Anything else that is thrown fails the test. */
function attempt<T>(work: () => T, reason: string): T | undefined {
  try {
    return work()
  } catch (error) {
    if (error instanceof IngotError && error.reason === reason) return undefined
    throw error
  }
}
/** `__proto__` is no key that a record may have: it is dropped when it is read. */
const annotationKey = fc.string().filter((key) => key !== '__proto__')

const parsed = (text: string) => attempt(() => parseReference(text), 'invalid-reference')

/** Text that is nearly a reference: pieces of references in any order. */
const pieces = [
  'ghcr.io',
  'localhost',
  '127.0.0.1',
  '256.1.1.1',
  '[::1]',
  '[:::]',
  ':5000',
  ':99999',
  ':0',
  'acme',
  'Shop',
]
const joints = [
  '/',
  '//',
  ':',
  '@',
  '.',
  '..',
  '-',
  '_',
  '__',
  '___',
  'oci:',
  'v1',
  ' ',
  '\0',
  '\n',
  '%2e',
  'ü',
  '#',
  '?',
]
const nearly = fc
  .array(fc.oneof(fc.constantFrom(...pieces, ...joints, `@${digestOf('x')}`, 'sha256:'), fc.string({ maxLength: 3 })), {
    maxLength: 8,
  })
  .map((parts) => parts.join(''))

/** The grammar of the distribution project's references, written down apart from the patterns in src. */
function isPath(path: string): boolean {
  return path.split('/').every((component) => {
    const words = component.split(/\.|__|_|-+/)
    return words.every(
      (word) => word !== '' && [...word].every((letter) => 'abcdefghijklmnopqrstuvwxyz0123456789'.includes(letter)),
    )
  })
}
function isTag(tag: string): boolean {
  const isWord = (letter: string) => /^\w$/.test(letter)
  return (
    tag.length <= 128 &&
    isWord(tag[0] ?? '') &&
    [...tag].every((letter) => isWord(letter) || letter === '.' || letter === '-')
  )
}

describe('references', () => {
  test('whatever is accepted is within the grammar, and is read back the same', () => {
    let accepted = 0
    fc.assert(
      fc.property(nearly, (text) => {
        const reference = parsed(text)
        if (reference === undefined) return
        accepted += 1
        expect(parseReference(formatReference(reference))).toEqual(reference)
        if (reference.tag !== undefined) expect(isTag(reference.tag)).toBe(true)
        if (reference.digest !== undefined) expect(reference.digest).toMatch(/^sha256:[0-9a-f]{64}$/)
        if (reference.kind === 'layout') expect(reference.directory).not.toMatch(/^$|\0/)
        else expect(isPath(reference.path)).toBe(true)
      }),
      { numRuns: 3000 },
    )
    expect(accepted).toBeGreaterThan(100)
  })

  test('whatever is accepted can be opened, and its host is the one that is spoken to', () => {
    let accepted = 0
    const label = fc.oneof(
      fc.constantFrom('a', 'B', '0x7f', '256', '1', 'xn--a', '-', '', 'a-'),
      fc.stringMatching(/^[a-z0-9-]{1,5}$/),
    )
    const host = fc.oneof(
      fc.array(label, { minLength: 1, maxLength: 5 }).map((labels) => labels.join('.')),
      fc.constantFrom('[::1]', '[:::]', '[1::2::3]', '[fe80::1%eth0]', 'localhost'),
    )
    const port = fc.oneof(
      fc.constant(''),
      fc.nat({ max: 99_999 }).map((number) => `:${number}`),
    )
    fc.assert(
      fc.property(
        fc.oneof(
          nearly,
          fc.tuple(host, port).map((parts) => `${parts.join('')}/x`),
        ),
        (text) => {
          const reference = parsed(text)
          if (reference?.kind !== 'registry') return
          accepted += 1
          expect(() => openStore(reference)).not.toThrow()
          const { hostname } = new URL(`http://${reference.host}/`)
          if (!hostname.startsWith('[')) expect(reference.host.replace(/:\d+$/, '').toLowerCase()).toBe(hostname)
        },
      ),
      { numRuns: 3000 },
    )
    expect(accepted).toBeGreaterThan(300)
  })

  test('of any parts are read back', () => {
    const word = fc.stringMatching(/^[a-z0-9]{1,6}$/)
    const component = fc.tuple(word, fc.constantFrom('.', '_', '__', '-', '---'), word).map((parts) => parts.join(''))
    const label = fc.record(
      { tag: fc.stringMatching(/^\w[\w.-]{0,127}$/), digest: fc.string().map((text) => digestOf(text)) },
      { requiredKeys: [] },
    )
    const host = fc.oneof(
      fc.constantFrom('localhost', '127.0.0.1', '[::1]', 'ghcr.io', 'registry-1.docker.io'),
      fc.tuple(word, fc.integer({ min: 1, max: 65535 })).map(([name, port]) => `x${name}.example:${port}`),
    )
    const path = fc.array(component, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'))
    const registry: fc.Arbitrary<Reference> = fc
      .record({ host, path, label })
      .map(({ label: more, ...place }): RegistryReference => ({ kind: 'registry', ...place, ...more }))
    fc.assert(
      fc.property(registry, (reference) => expect(parseReference(formatReference(reference))).toEqual(reference)),
    )
  })
})

test('a digest is 64 lower-case hex digits, and nothing else is', () => {
  const hex = fc.stringMatching(/^[0-9a-fA-F]{62,66}$/)
  fc.assert(
    fc.property(
      fc.oneof(
        hex.map((text) => `sha256:${text}`),
        nearly,
      ),
      (text) => {
        const isGood =
          text.length === 71 &&
          text.startsWith('sha256:') &&
          [...text.slice(7)].every((letter) => '0123456789abcdef'.includes(letter))
        expect(isDigest(text)).toBe(isGood)
        expect(attempt(() => parseDigest(text), 'invalid-reference')).toBe(isGood ? text : undefined)
      },
    ),
  )
})

const anyDigest = fc.string().map((text) => digestOf(text))
const descriptor = fc.record(
  {
    mediaType: fc.constantFrom(...Object.values(mediaTypes)),
    digest: anyDigest,
    size: fc.nat(),
    annotations: fc.dictionary(annotationKey, fc.string(), { maxKeys: 3, noNullPrototype: true }),
    'x-unknown': fc.jsonValue(),
  },
  { requiredKeys: ['mediaType', 'digest', 'size'] },
)
const manifest = fc.record(
  {
    schemaVersion: fc.constant(2 as const),
    config: descriptor,
    layers: fc.array(descriptor, { maxLength: 3 }),
    subject: descriptor,
    annotations: fc.dictionary(annotationKey, fc.string(), { maxKeys: 3, noNullPrototype: true }),
    'x-unknown': fc.jsonValue(),
  },
  { requiredKeys: ['schemaVersion', 'config', 'layers'] },
)
/** As JSON carries it: -0 is 0, and a key whose value is undefined is none. */
const carried = <T>(value: T): T => JSON.parse(JSON.stringify(value))

describe('documents', () => {
  test('a manifest keeps its bytes, and what is not known of it', () => {
    fc.assert(
      fc.property(manifest, (value) => {
        const bytes = Buffer.from(JSON.stringify(value))
        const read = parseManifest(bytes, 'a test')
        expect(read).toEqual(carried(value))
        expect(carried(parseManifest(encodeJson(read), 'a test'))).toEqual(carried(value))
        expect(digestOf(encodeJson(parseManifest(encodeJson(read), 'a test')))).toBe(digestOf(encodeJson(read)))
      }),
    )
  })

  test('whatever the bytes, a document is read or refused as unreadable', () => {
    const damaged = fc.tuple(manifest, fc.nat(), fc.string({ maxLength: 3 })).map(([value, at, text]) => {
      const whole = JSON.stringify(value)
      const cut = at % (whole.length + 1)
      return `${whole.slice(0, cut)}${text}${whole.slice(cut + text.length)}`
    })
    fc.assert(
      fc.property(fc.oneof(damaged, fc.json(), fc.string()), (text) => {
        for (const parse of [parseManifest, parseIndex, parseImageConfig])
          attempt(() => parse(text, 'a test'), 'unreadable')
      }),
      { numRuns: 500 },
    )
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        attempt(() => parseManifest(bytes, 'a test'), 'unreadable')
      }),
    )
  })

  test('a key twice is found wherever it is, and nothing else is taken for one', () => {
    const key = fc.oneof(
      fc.string({ maxLength: 4 }),
      fc.constantFrom('"', '\\', '\\"', ':', '{', '}', '\u2028', '__proto__'),
    )
    fc.assert(
      fc.property(fc.jsonValue(), key, fc.jsonValue(), fc.boolean(), (value, name, other, isDeep) => {
        const honest = JSON.stringify({ [name]: value, list: [value, { [name]: other }] }, null, isDeep ? 2 : 0)
        expect(repeatedKey(honest)).toBeUndefined()
        const twice = `{${JSON.stringify(name)}:${JSON.stringify(value)}, ${JSON.stringify(name)} : ${JSON.stringify(other)}}`
        expect(repeatedKey(isDeep ? `[{"a":${twice}}]` : twice)).toBe(name)
      }),
      { numRuns: 500 },
    )
  })
})
