import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { IngotError } from '../../src/errors.js'
import { digestOf } from '../../src/oci/digest.js'
import type { Descriptor } from '../../src/oci/manifest.js'
import { mediaTypes } from '../../src/oci/media-types.js'
import { parseReference } from '../../src/oci/reference.js'
import type { ImageStore } from '../../src/oci/store.js'
import { signBundle } from '../../src/sign/bundle.js'
import {
  attest,
  evidenceVerdict,
  generateKeyPair,
  loadSigner,
  maximumBundleBytes,
  predicateTypes,
  resolveDigest,
  type Signer,
  verifyImage,
} from '../../src/sign/index.js'
import { encodeStatement } from '../../src/sign/statement.js'
import { openLayout, plantBundle, temporaryDirectory, writeImage, writeIndex } from './images.js'

const sbom = { bomFormat: 'CycloneDX', specVersion: '1.6', components: [] }
const testResult = (result: string) => ({
  result,
  configuration: [],
  failedTests: result === 'FAILED' ? ['http /'] : [],
})

let directory: Awaited<ReturnType<typeof temporaryDirectory>>
let store: ImageStore
let image: Descriptor
let signer: Signer
let stranger: Signer
beforeAll(async () => {
  signer = await loadSigner(generateKeyPair().privateKey)
  stranger = await loadSigner(generateKeyPair().privateKey)
})
beforeEach(async () => {
  directory = await temporaryDirectory()
  store = openLayout(join(directory.path, 'registry'))
  image = await writeImage(store, 'amd64', ['one'])
})
afterEach(() => directory.remove())

const verify = (require: string[] = [], verifiers = [signer]) =>
  verifyImage({ store, digest: image.digest, verifiers, require })

test('an image with its evidence passes', async () => {
  const predicates = [
    { type: 'sbom', predicate: sbom },
    { type: 'https://example.com/review/v1', predicate: { by: 'someone' } },
    { type: 'test-result', predicate: testResult('PASSED') },
  ]
  const { written, present } = await attest({ store, digest: image.digest, signer, predicates })
  expect({ written: written.length, present }).toEqual({ written: 4, present: [] })
  const verification = await verify(['sbom', 'https://example.com/review/v1'])
  expect(verification).toMatchObject({ verdict: 'pass', missing: [], rejected: [], failed: [] })
  expect(verification.found.map(({ predicateType }) => predicateType).sort()).toEqual(
    [
      predicateTypes.signature,
      predicateTypes.sbom,
      predicateTypes['test-result'],
      'https://example.com/review/v1',
    ].sort(),
  )
  expect(verification.found.find(({ predicateType }) => predicateType === predicateTypes.sbom)).toMatchObject({
    predicate: sbom,
    signer: signer.fingerprint,
  })
})

test('attestations are stored as cosign stores them', async () => {
  const created = new Date('2026-01-02T03:04:05Z')
  const { written } = await attest({ store, digest: image.digest, signer, now: created })
  const stored = await store.readManifest(written[0] as never)
  expect(JSON.parse(stored?.bytes.toString() ?? '')).toEqual({
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.manifest.v1+json',
    artifactType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
    config: { mediaType: 'application/vnd.oci.empty.v1+json', digest: digestOf('{}'), size: 2 },
    layers: [
      {
        mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
        digest: expect.any(String),
        size: expect.any(Number),
      },
    ],
    subject: { mediaType: image.mediaType, digest: image.digest, size: image.size },
    annotations: {
      'dev.sigstore.bundle.content': 'dsse-envelope',
      'dev.sigstore.bundle.predicateType': 'https://sigstore.dev/cosign/sign/v1',
      'org.opencontainers.image.created': '2026-01-02T03:04:05.000Z',
    },
  })
})

test('saying the same again writes nothing; saying something else, or another signer, does', async () => {
  const request = { store, digest: image.digest, signer, predicates: [{ type: 'sbom', predicate: sbom }] }
  const first = await attest(request)
  const before = await store.referrers(image.digest)
  const again = await attest(request)
  expect(again).toEqual({ written: [], present: expect.arrayContaining([...first.written]) })
  expect(await store.referrers(image.digest)).toEqual(before)
  const changed = await attest({ ...request, predicates: [{ type: 'sbom', predicate: { ...sbom, version: 2 } }] })
  expect(changed.written).toHaveLength(1)
  expect((await attest({ ...request, signer: stranger })).written).toHaveLength(2)
})

test('an index is signed with each of its manifests, which carry the signature alone', async () => {
  const arm = await writeImage(store, 'arm64')
  const index = await writeIndex(store, [image, arm], ['all'])
  await attest({ store, digest: index.digest, signer, predicates: [{ type: 'sbom', predicate: sbom }] })
  for (const digest of [image.digest, arm.digest]) {
    expect(await verifyImage({ store, digest, verifiers: [signer], require: ['sbom'] })).toMatchObject({
      verdict: 'fail',
      missing: ['sbom'],
      found: [{ predicateType: predicateTypes.signature }],
    })
  }
  expect(await verifyImage({ store, digest: index.digest, verifiers: [signer], require: ['sbom'] })).toMatchObject({
    verdict: 'pass',
  })
})

test('an unsigned image is refused', async () => {
  expect(await verify()).toMatchObject({
    verdict: 'fail',
    missing: ['signature'],
    explanation: expect.stringContaining('found: nothing that the given key signed'),
  })
})

test('an attestation of another type by the same key does not pass for a signature', async () => {
  const bytes = signBundle(encodeStatement('shop', image.digest, predicateTypes.sbom, sbom), signer)
  await plantBundle(store, image, bytes)
  expect(await verify(['sbom'])).toMatchObject({ verdict: 'fail', missing: ['signature'] })
})

test('a signature by another key is rejected by name, and counts once that key is trusted too', async () => {
  const { written } = await attest({ store, digest: image.digest, signer: stranger })
  const refused = await verify()
  expect(refused).toMatchObject({ verdict: 'fail', found: [] })
  expect(refused.rejected).toEqual([
    { digest: written[0], why: expect.stringContaining(signer.fingerprint.slice(0, 12)) },
  ])
  expect(refused.explanation).toContain(`rejected: ${written[0]}`)
  expect((await verify([], [signer, stranger])).verdict).toBe('pass')
})

test('a bundle that is moved over from another image is rejected', async () => {
  const other = await writeImage(store, 'riscv64')
  await plantBundle(
    store,
    image,
    signBundle(encodeStatement('shop', other.digest, predicateTypes.signature, {}), signer),
  )
  expect(await verify()).toMatchObject({
    verdict: 'fail',
    rejected: [{ why: expect.stringContaining('another digest') }],
  })
})

test('rubbish beside a good signature is reported and does no harm', async () => {
  await attest({ store, digest: image.digest, signer })
  await plantBundle(store, image, Buffer.from('rubbish'))
  const verification = await verify()
  expect(verification).toMatchObject({ verdict: 'pass', rejected: [{ why: 'it is not JSON' }] })
})

test('an SBOM as large as they come is signed and read back', async () => {
  const large = {
    ...sbom,
    components: Array.from({ length: 20_000 }, (_, at) => ({ name: `p${at}`, purl: 'x'.repeat(1000) })),
  }
  await attest({ store, digest: image.digest, signer, predicates: [{ type: 'sbom', predicate: large }] })
  expect(await verify(['sbom'])).toMatchObject({ verdict: 'pass' })
})

test('what verification would not read is not written', async () => {
  const predicate = { ...sbom, components: ['x'.repeat(25 * 1024 * 1024)] }
  const refused = attest({ store, digest: image.digest, signer, predicates: [{ type: 'sbom', predicate }] })
  await expect(refused).rejects.toMatchObject({ reason: 'size-exceeded' })
})

test('a bundle beyond the limit is refused unread', async () => {
  const reads: string[] = []
  const digest = await plantBundle(store, image, Buffer.from('small'), 100 * 1024 * 1024)
  const watched = watch(store, { readBlob: (descriptor) => reads.push(descriptor.digest) })
  const verification = await verifyImage({ store: watched, digest: image.digest, verifiers: [signer] })
  expect(verification.rejected).toEqual([
    { digest, why: `its bundle has 104857600 bytes, at most ${maximumBundleBytes} are read` },
  ])
  expect(reads).toEqual([])
})

test('more bundles than anyone would write are refused before they are read', async () => {
  for (let at = 0; at < 5; at++) await plantBundle(store, image, Buffer.from(`bundle ${at}`), maximumBundleBytes)
  const { rejected } = await verify()
  expect(rejected).toHaveLength(5)
  expect(rejected.filter(({ why }) => why.includes('more than 134217728 bytes in all'))).toHaveLength(1)
})

test('a manifest that an index lists twice is signed once', async () => {
  const platform = (variant: string) => ({ os: 'linux', architecture: 'arm', variant })
  const twice = [platform('v6'), platform('v7')].map((one) => ({ ...image, platform: one }))
  const index = await writeIndex(store, twice)
  expect((await attest({ store, digest: index.digest, signer })).written).toHaveLength(2)
})

test('a stored bundle with an altered byte is rejected', async () => {
  await attest({ store, digest: image.digest, signer })
  const [referrer] = await store.referrers(image.digest)
  const stored = await store.readManifest(referrer?.digest as never)
  const layer = JSON.parse(stored?.bytes.toString() ?? '').layers[0].digest.slice(7)
  const file = join(directory.path, 'registry', 'blobs', 'sha256', layer)
  const bytes = await readFile(file)
  bytes[bytes.length - 10] = (bytes[bytes.length - 10] ?? 0) ^ 1
  await writeFile(file, bytes)
  expect(await verify()).toMatchObject({ verdict: 'fail', rejected: [{ digest: referrer?.digest }] })
})

test('referrers of other kinds are passed over', async () => {
  const config = { mediaType: mediaTypes.empty, digest: digestOf('{}'), size: 2 }
  await store.writeBlob({
    descriptor: config,
    async *open() {
      yield Buffer.from('{}')
    },
  })
  const manifest = {
    schemaVersion: 2,
    mediaType: mediaTypes.manifest,
    artifactType: 'text/x-note',
    config,
    layers: [config],
    subject: image,
  }
  await store.writeManifest(Buffer.from(JSON.stringify(manifest)), mediaTypes.manifest)
  await attest({ store, digest: image.digest, signer })
  expect(await verify()).toMatchObject({ verdict: 'pass', rejected: [] })
})

test('evidence that says no refuses, and a later yes does not outvote it', async () => {
  for (const result of ['FAILED', 'PASSED']) {
    await attest({
      store,
      digest: image.digest,
      signer,
      predicates: [{ type: 'test-result', predicate: testResult(result) }],
    })
  }
  const verification = await verify(['test-result'])
  expect(verification).toMatchObject({
    verdict: 'fail',
    missing: [],
    failed: [expect.stringContaining('FAILED (http /)')],
  })
  expect(verification.explanation).toContain('says no: the test result')
  expect(evidenceVerdict(verification)).toEqual({ verdict: 'fail', failed: verification.failed })
})

test("another key's failed test does not count", async () => {
  await attest({ store, digest: image.digest, signer })
  await attest({
    store,
    digest: image.digest,
    signer: stranger,
    predicates: [{ type: 'test-result', predicate: testResult('FAILED') }],
  })
  expect((await verify()).verdict).toBe('pass')
})

test('a test result without a known result does not pass', async () => {
  await attest({ store, digest: image.digest, signer })
  await plantBundle(
    store,
    image,
    signBundle(encodeStatement('shop', image.digest, predicateTypes['test-result'], {}), signer),
  )
  expect((await verify()).verdict).toBe('fail')
})

test('a registry that cannot be asked is no refusal', async () => {
  await attest({ store, digest: image.digest, signer })
  const down = new IngotError('unreachable', 'The registry does not answer')
  for (const method of ['referrers', 'readManifest', 'readBlob'] as const) {
    const broken = watch(store, {
      [method]: () => {
        throw down
      },
    })
    await expect(verifyImage({ store: broken, digest: image.digest, verifiers: [signer] })).rejects.toBe(down)
  }
})

test('a registry that takes an attestation and does not list it is an error', async () => {
  const forgetful = new Proxy(store, {
    get: (target, name) => (name === 'referrers' ? async () => [] : bound(target, name)),
  })
  await expect(attest({ store: forgetful, digest: image.digest, signer })).rejects.toMatchObject({
    reason: 'not-found',
    message: expect.stringContaining('reading it back does not find it'),
  })
})

test('more referrers than anyone would write are not read', async () => {
  const crowded = new Proxy(store, {
    get: (target, name) => (name === 'referrers' ? async () => Array(513).fill(image) : bound(target, name)),
  })
  await expect(verifyImage({ store: crowded, digest: image.digest, verifiers: [signer] })).rejects.toMatchObject({
    reason: 'size-exceeded',
  })
})

test('what is not there cannot be signed', async () => {
  await expect(attest({ store, digest: digestOf('nothing'), signer })).rejects.toMatchObject({ reason: 'not-found' })
})

test('a predicate under the wrong type is noticed before anything is written', async () => {
  const predicates = [{ type: 'provenance', predicate: sbom }]
  await expect(attest({ store, digest: image.digest, signer, predicates })).rejects.toMatchObject({
    reason: 'invalid-input',
    message: expect.stringContaining('buildDefinition'),
  })
  expect(await store.referrers(image.digest)).toEqual([])
})

test('an unknown name of a predicate type lists the known ones', async () => {
  await expect(verify(['spdx'])).rejects.toMatchObject({
    reason: 'invalid-input',
    advice: expect.stringContaining('signature, provenance, sbom, vulns, test-result'),
  })
})

test('a reference resolves to the index, a missing one names the tags', async () => {
  const index = await writeIndex(store, [image], ['all'])
  const at = (label: string) => parseReference(`oci:${join(directory.path, 'registry')}${label}`)
  expect(await resolveDigest(store, at(':all'))).toBe(index.digest)
  expect(await resolveDigest(store, at(`@${image.digest}`))).toBe(image.digest)
  await expect(resolveDigest(store, at(':none'))).rejects.toMatchObject({
    reason: 'not-found',
    advice: expect.stringMatching(/all, one|one, all/),
  })
  await expect(resolveDigest(store, at(''))).rejects.toMatchObject({ reason: 'invalid-reference' })
})

test('the only image of a layout needs no tag', async () => {
  expect(await resolveDigest(store, parseReference(`oci:${join(directory.path, 'registry')}`))).toBe(image.digest)
})

function bound(target: ImageStore, name: string | symbol): unknown {
  const value = Reflect.get(target, name)
  return typeof value === 'function' ? value.bind(target) : value
}

/** The store, telling of calls before they are made. */
function watch(
  target: ImageStore,
  before: Partial<Record<keyof ImageStore, (argument: Descriptor) => void>>,
): ImageStore {
  return new Proxy(target, {
    get(store, name) {
      const tell = before[name as keyof ImageStore]
      const method = bound(store, name)
      if (tell === undefined || typeof method !== 'function') return method
      return (...all: [Descriptor]) => {
        tell(all[0])
        return method(...all)
      }
    },
  })
}
