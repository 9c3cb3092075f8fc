import { readdirSync, readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { publish } from '../../src/actions/publish.js'
import { createLedger, type Ledger, openLedger } from '../../src/ledger/index.js'
import { type Digest, digestOf } from '../../src/oci/digest.js'
import { encodeJson } from '../../src/oci/manifest.js'
import { annotationKeys, mediaTypes } from '../../src/oci/media-types.js'
import type { ImageStore } from '../../src/oci/store.js'
import { readInputs } from '../../src/runner/inputs.js'
import type { Job } from '../../src/runner/job.js'
import { attest, generateKeyPair, loadSigner, type Predicate, predicateTypes } from '../../src/sign/index.js'
import { blob, openLayout, temporaryDirectory } from '../sign/images.js'
import { failure } from './examples.js'

let directory: Awaited<ReturnType<typeof temporaryDirectory>>
let store: ImageStore
let digest: Digest
let ledger: Ledger
let warnings: string[]
const at = (name: string) => join(directory.path, name)
const back = process.cwd()
const base = digestOf('base')

beforeEach(async () => {
  directory = await temporaryDirectory()
  process.chdir(directory.path)
  store = openLayout('registry/shop')
  digest = await writeShop('amd64', '1.4.0')
  await createLedger('ledger.git')
  ledger = await openLedger('ledger.git')
  warnings = []
  const { privateKey, publicKey } = generateKeyPair()
  await writeFile('ingot.key', privateKey, { mode: 0o600 })
  await writeFile('ingot.pub', publicKey)
})
afterEach(async () => {
  process.chdir(back)
  await directory.remove()
})

async function writeShop(architecture: string, version: string): Promise<Digest> {
  const rootfs = { type: 'layers' as const, diff_ids: [] }
  const config = blob(encodeJson({ architecture, os: 'linux', rootfs }), mediaTypes.config)
  await store.writeBlob(config)
  const manifest = {
    schemaVersion: 2 as const,
    mediaType: mediaTypes.manifest,
    config: config.descriptor,
    layers: [],
    annotations: {
      [annotationKeys.baseName]: 'oci:registry/golden:12',
      [annotationKeys.baseDigest]: base,
      [annotationKeys.revision]: 'abc',
      [annotationKeys.version]: version,
    },
  }
  return (await store.writeManifest(encodeJson(manifest), mediaTypes.manifest)).digest
}

async function signWith(predicates: Record<string, Predicate>): Promise<void> {
  const signer = await loadSigner(at('ingot.key'), undefined, () => {})
  const list = Object.entries(predicates).map(([type, predicate]) => ({ type, predicate }))
  await attest({ store, digest, signer, predicates: list, signal: new AbortController().signal })
}

function run(raw: Record<string, string | string[]>, image = `oci:registry/shop@${digest}`) {
  const job: Job = {
    log: () => {},
    progress: () => {},
    warn: (message) => warnings.push(message),
    mask: () => {},
    signal: new AbortController().signal,
    env: {},
  }
  const given = { image, tag: '1.4.0', ledger: 'ledger.git', ...raw }
  const lists = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, [value].flat()]))
  return publish.run(
    readInputs(publish.inputs, lists, (name) => `--${name}`),
    job,
  )
}

const tagOf = async (tag: string) => (await store.readManifest({ tag }))?.descriptor.digest

test('records what the image and its evidence say, and tags the very digest', async () => {
  const severity = (score: string) => ({ id: score, severity: [{ method: 'ingot', score }] })
  await signWith({
    [predicateTypes.vulns]: {
      scanner: { result: [severity('high'), severity('high'), severity('unknown')] },
      metadata: {},
    },
    [predicateTypes.provenance]: {
      buildDefinition: { buildType: 'x', externalParameters: { reason: 'base' } },
      runDetails: { builder: { id: 'x' } },
    },
  })
  const outcome = await run({ tag: ['1.4.0', 'stable'], key: 'ingot.pub', require: ['vulns', 'provenance'] })
  const hex = digest.slice('sha256:'.length)
  expect(outcome).toMatchObject({
    reason: 'done',
    outputs: { digest, release: `releases/shop/${hex}.json`, version: '1.4.0' },
  })
  expect(outcome.summary).toContain('| Findings | 0 critical, 2 high, 0 medium |')
  expect(await ledger.readRelease('shop', digest)).toMatchObject({
    image: `oci:registry/shop@${digest}`,
    tags: ['1.4.0', 'stable'],
    platforms: ['linux/amd64'],
    base: { name: 'oci:registry/golden:12', digest: base },
    source: { revision: 'abc' },
    reason: 'base',
    signer: expect.stringMatching(/^[a-f0-9]{64}$/),
    findings: { critical: 0, high: 2, medium: 0, low: 0 },
    evidence: expect.arrayContaining([expect.objectContaining({ predicateType: predicateTypes.provenance })]),
  })
  expect([await tagOf('1.4.0'), await tagOf('stable')]).toEqual([digest, digest])
})

test('again, it changes nothing; another tag is added to the same release', async () => {
  await run({})
  const written = await ledger.readRelease('shop', digest)
  expect(await run({})).toMatchObject({ reason: 'unchanged', outputs: { digest, version: '1.4.0' } })
  expect(await run({ tag: ['1.4.0', 'latest'] })).toMatchObject({ reason: 'done', details: { added: ['latest'] } })
  expect(await ledger.readRelease('shop', digest)).toEqual(written)
})

test('completes what an interrupted run left: the record without the tag', async () => {
  const before = readFileSync('registry/shop/index.json')
  await run({})
  await writeFile('registry/shop/index.json', before)
  store = openLayout('registry/shop')
  expect(await tagOf('1.4.0')).toBeUndefined()
  expect(await run({})).toMatchObject({ reason: 'done', details: { added: ['1.4.0'] } })
  expect(await tagOf('1.4.0')).toBe(digest)
})

test.each([
  ['nothing is signed', {}, ['provenance'], 'missing: signature'],
  [
    'an attestation is missing',
    { [predicateTypes.sbom]: { bomFormat: 'CycloneDX', specVersion: '1.6' } },
    ['provenance'],
    'missing: provenance',
  ],
  ['a signed test result failed', { [predicateTypes['test-result']]: { result: 'FAILED' } }, [], 'FAILED'],
])('refuses, with neither tag nor record, when %s', async (what, predicates, require, message) => {
  if (what !== 'nothing is signed') await signWith(predicates)
  const outcome = await run({ key: 'ingot.pub', require: require as string[] })
  expect(outcome).toMatchObject({ reason: 'verification-refused', outputs: { digest, release: '', version: '' } })
  expect(outcome.message).toContain(message)
  expect(await store.tags()).toEqual([])
  expect(await ledger.listReleases()).toEqual([])
})

test('says that it is unverified without a key, and requires nothing it cannot verify', async () => {
  await run({})
  expect(warnings).toEqual([expect.stringContaining('unverified')])
  expect(await ledger.readRelease('shop', digest)).toMatchObject({ signer: null, evidence: [], reason: 'push' })
  expect((await failure(run({ require: ['sbom'] }))).reason).toBe('invalid-input')
})

test('tells two digests of one version apart by the tag', async () => {
  await run({})
  const other = await writeShop('arm64', '1.4.0')
  const outcome = await run({ tag: '1.4.0-base.2' }, `oci:registry/shop@${other}`)
  expect(outcome.outputs.version).toBe('1.4.0-base.2')
})

test.each(['9\u001b[31m', 'one\ntwo', '1|<b>', '', 'x'.repeat(129)])(
  'refuses the version %j, which an image may claim',
  async (version) => {
    const other = await writeShop('arm64', version)
    const error = await failure(run({}, `oci:registry/shop@${other}`))
    expect(error).toMatchObject({ reason: 'invalid-input', message: expect.stringContaining('cannot be the version') })
    expect(await ledger.readRelease('shop', other)).toBeUndefined()
  },
)

test('publishes an index as a whole, on a machine of any architecture', async () => {
  const manifests = []
  for (const architecture of ['s390x', 'riscv64']) {
    const child = await store.readManifest(await writeShop(architecture, '2'))
    manifests.push({ ...child?.descriptor, platform: { os: 'linux', architecture } })
  }
  const bytes = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: mediaTypes.index, manifests }))
  const index = await store.writeManifest(bytes, mediaTypes.index)
  await run({ tag: 'multi' }, `oci:registry/shop@${index.digest}`)
  expect(await tagOf('multi')).toBe(index.digest)
  const release = await ledger.readRelease('shop', index.digest)
  expect(release).toMatchObject({ platforms: ['linux/s390x', 'linux/riscv64'], version: '2', base: { digest: base } })
})

test('nothing is written for a wrong tag, a missing image or a missing ledger', async () => {
  expect((await failure(run({ tag: 'not a tag' }))).reason).toBe('invalid-reference')
  expect((await failure(run({}, 'oci:registry/shop:none'))).reason).toBe('not-found')
  expect((await failure(run({ ledger: 'nowhere.git' }))).reason).toBe('not-found')
  expect(await store.tags()).toEqual([])
  expect(await ledger.listReleases()).toEqual([])
  expect(readdirSync('.').sort()).toEqual(['ingot.key', 'ingot.pub', 'ledger.git', 'registry'])
})
