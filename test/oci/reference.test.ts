import { digestOf } from '../../src/oci/digest.js'
import { formatReference, formatRepository, parseReference, pinned, tagged } from '../../src/oci/reference.js'
import fc from '../property.js'

const digest = digestOf('x')
const registry = (host: string, path: string, more: object = {}) => ({ kind: 'registry', host, path, ...more })
const layout = (directory: string, more: object = {}) => ({ kind: 'layout', directory, ...more })

test.each([
  ['host:5000/x', registry('host:5000', 'x')],
  ['host:5000/x:v1', registry('host:5000', 'x', { tag: 'v1' })],
  [`host:5000/x:v1@${digest}`, registry('host:5000', 'x', { tag: 'v1', digest })],
  [`ghcr.io/acme/shop@${digest}`, registry('ghcr.io', 'acme/shop', { digest })],
  ['localhost/x', registry('localhost', 'x')],
  ['127.0.0.1:80/a/b/c', registry('127.0.0.1:80', 'a/b/c')],
  ['[::1]:5000/x:v1', registry('[::1]:5000', 'x', { tag: 'v1' })],
  ['debian', registry('docker.io', 'library/debian')],
  ['debian:12', registry('docker.io', 'library/debian', { tag: '12' })],
  ['acme/shop', registry('docker.io', 'acme/shop')],
  ['a.b/x_y/z__w-v', registry('a.b', 'x_y/z__w-v')],
  ['oci:images', layout('images')],
  ['oci:images:v1', layout('images', { tag: 'v1' })],
  ['oci:./a/b:v1', layout('./a/b', { tag: 'v1' })],
  ['oci:/tmp/a:b/c', layout('/tmp/a:b/c')],
  [`oci:/tmp/images@${digest}`, layout('/tmp/images', { digest })],
  [`oci:/tmp/images:v1@${digest}`, layout('/tmp/images', { tag: 'v1', digest })],
])('%s', (text, expected) => {
  expect(parseReference(text)).toEqual(expected)
})

test.each([
  ['', 'repository path'],
  ['host:5000/', 'repository path'],
  ['ghcr.io/Acme/shop', 'lower case'],
  ['ghcr.io/acme//shop', 'repository path'],
  ['ghcr.io/../etc', 'repository path'],
  ['ghcr.io/acme/shop:', 'not a tag'],
  ['ghcr.io/acme/shop:-x', 'not a tag'],
  [`ghcr.io/acme/shop:${'x'.repeat(129)}`, 'not a tag'],
  ['ghcr.io/acme/shop@', 'not a digest'],
  ['ghcr.io/acme/shop@sha256:abc', 'not a digest'],
  [`ghcr.io/acme/shop@${digest.toUpperCase()}`, 'not a digest'],
  ['-host.io/x', 'registry host'],
  ['https://ghcr.io/x', ''],
  ['ghcr.io/x?y=z', ''],
  ['oci:', 'directory'],
])('%s is refused', (text, why) => {
  expect(() => parseReference(text)).toThrow(expect.objectContaining({ reason: 'invalid-reference' }))
  expect(() => parseReference(text)).toThrow(why)
})

test('what is written is read back', () => {
  const word = fc.stringMatching(/^[a-z0-9]{1,8}$/)
  const label = fc.record(
    { tag: fc.stringMatching(/^[A-Za-z0-9_][A-Za-z0-9._-]{0,20}$/), digest: fc.constant(digest) },
    { requiredKeys: [] },
  )
  const reference = fc.oneof(
    fc.tuple(word, fc.integer({ min: 1, max: 65535 }), word, word, label).map(([host, port, a, b, more]) => ({
      ...{ kind: 'registry', host: `x${host}:${port}`, path: `${a}/${b}` },
      ...more,
    })),
    fc.tuple(word, label).map(([directory, more]) => ({ kind: 'layout', directory: `/tmp/${directory}`, ...more })),
  )
  fc.assert(
    fc.property(reference, (value) => {
      expect(parseReference(formatReference(value as ReturnType<typeof parseReference>))).toEqual(value)
    }),
  )
})

test('pinning and tagging replace each other', () => {
  const reference = parseReference('host:5000/x:v1')
  expect(formatReference(pinned(reference, digest))).toBe(`host:5000/x@${digest}`)
  expect(formatReference(tagged(pinned(reference, digest), 'v2'))).toBe('host:5000/x:v2')
  expect(formatRepository(reference)).toBe('host:5000/x')
  expect(() => tagged(reference, 'a/b')).toThrow(expect.objectContaining({ reason: 'invalid-reference' }))
})
