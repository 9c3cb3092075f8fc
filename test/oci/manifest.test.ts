import { digestOf, hexOf, isDigest, parseDigest, shortDigest } from '../../src/oci/digest.js'
import { encodeJson, formatPlatform, parseImageConfig, parseIndex, parseManifest } from '../../src/oci/manifest.js'

const digest = digestOf('x')
const descriptor = { mediaType: 'a/b', digest, size: 1 }

test('digests', () => {
  expect(digest).toBe('sha256:2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881')
  expect(digestOf(Buffer.from('x'))).toBe(digest)
  expect(parseDigest(digest)).toBe(digest)
  expect(hexOf(digest)).toHaveLength(64)
  expect(shortDigest(digest)).toBe('2d711642b726')
  for (const wrong of [
    '',
    'sha256:',
    hexOf(digest),
    `sha512:${hexOf(digest)}`,
    `${digest}0`,
    ` ${digest}`,
    `${digest}\n`,
  ]) {
    expect(isDigest(wrong)).toBe(false)
    expect(() => parseDigest(wrong)).toThrow(expect.objectContaining({ reason: 'invalid-reference' }))
  }
})

test('unknown fields are kept, so that bytes and meaning do not part', () => {
  const manifest = {
    schemaVersion: 2,
    config: descriptor,
    layers: [{ ...descriptor, urls: ['u'] }],
    later: { a: 1 },
  } as const
  const bytes = Buffer.from(JSON.stringify(manifest))
  const parsed = parseManifest(bytes, 'a test')
  expect(parsed).toEqual(manifest)
  expect(parsed.later).toEqual({ a: 1 })
})

test('the same value has the same bytes', () => {
  const index = { schemaVersion: 2, manifests: [descriptor] } as const
  expect(encodeJson(parseIndex(encodeJson({ ...index, manifests: [descriptor] }), 'a test')).toString()).toBe(
    JSON.stringify(index),
  )
})

test.each([
  ['not JSON', 'it is not JSON'],
  ['[]', 'the document'],
  ['{"schemaVersion":1}', 'schemaVersion'],
  [JSON.stringify({ schemaVersion: 2, config: descriptor, layers: [{ ...descriptor, size: -1 }] }), 'layers.0.size'],
  [JSON.stringify({ schemaVersion: 2, config: descriptor, layers: [{ ...descriptor, size: 1e30 }] }), 'layers.0.size'],
  [
    JSON.stringify({ schemaVersion: 2, config: { ...descriptor, digest: 'sha256:../..' }, layers: [] }),
    'config.digest',
  ],
])('the malformed manifest %s names the field', (text, field) => {
  expect(() => parseManifest(text, 'oci:x:v1')).toThrow(expect.objectContaining({ reason: 'unreadable' }))
  expect(() => parseManifest(text, 'oci:x:v1')).toThrow(field)
  expect(() => parseManifest(text, 'oci:x:v1')).toThrow('oci:x:v1')
})

test('configs and platforms', () => {
  const config = {
    architecture: 'amd64',
    os: 'linux',
    rootfs: { type: 'layers', diff_ids: [digest] },
    config: { Cmd: null },
  }
  expect(parseImageConfig(JSON.stringify(config), 'a test').config?.Cmd).toBeNull()
  expect(() => parseImageConfig('{"os":"linux"}', 'a test')).toThrow('architecture')
  expect(formatPlatform({ os: 'linux', architecture: 'arm64', variant: 'v8' })).toBe('linux/arm64/v8')
})
