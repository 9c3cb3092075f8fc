import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { copy } from '../../src/actions/copy.js'
import { digestOf } from '../../src/oci/digest.js'
import { encodeJson } from '../../src/oci/manifest.js'
import { mediaTypes } from '../../src/oci/media-types.js'
import { parseReference } from '../../src/oci/reference.js'
import type { ImageStore } from '../../src/oci/store.js'
import { copyImage, openStore } from '../../src/registry/index.js'
import { type FakeRegistry, startRegistry } from '../fakes/registry/index.js'
import { imageOf, putBlob, putImage, read } from './images.js'

let folder: string
let registry: FakeRegistry
const layout = (name: string) => openStore(parseReference(`oci:${join(folder, name)}`))
const remote = (path: string, at = registry) => openStore(parseReference(`${at.host}/${path}`))

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ingot-copy-'))
  registry = await startRegistry({ referrers: 'none' })
})
afterEach(async () => {
  await registry.close()
  await rm(folder, { recursive: true })
})

/** An index of two images that share a layer, one of them signed, the index signed too. */
async function putIndex(store: ImageStore) {
  const images = [await putImage(store, 'shared', []), await putImage(store, 'other', [])]
  const manifests = images.map(({ descriptor }) => descriptor)
  const bytes = encodeJson({ schemaVersion: 2, mediaType: mediaTypes.index, manifests })
  const descriptor = await store.writeManifest(bytes, mediaTypes.index, { tags: ['v1'] })
  await putBlob(store, 'signature')
  for (const subject of [descriptor, manifests[0]]) {
    await store.writeManifest(imageOf('signature', { subject }).bytes, mediaTypes.manifest)
  }
  return { bytes, digest: descriptor.digest, images }
}

const pairs: [string, () => [ImageStore, ImageStore]][] = [
  ['layout → layout', () => [layout('a'), layout('b')]],
  ['layout → registry', () => [layout('a'), remote('b')]],
  ['registry → layout', () => [remote('a'), layout('b')]],
  ['registry → registry', () => [remote('a'), remote('b')]],
]

describe.each(pairs)('%s', (_, stores) => {
  test('an index arrives whole, byte for byte, with its signatures', async () => {
    const [from, to] = stores()
    const { bytes, digest, images } = await putIndex(from)
    const copied = await copyImage({ from, to, digest, tags: ['1.0', 'latest'], withReferrers: true })
    expect(copied).toEqual({ mediaType: mediaTypes.index, digest, size: bytes.length })
    expect((await to.readManifest({ tag: 'latest' }))?.bytes).toEqual(bytes)
    for (const image of images) {
      expect((await to.readManifest(image.digest))?.bytes).toEqual(image.bytes)
      expect(digestOf(await read(to, image.layer))).toBe(image.layer.digest)
    }
    expect(await to.referrers(digest)).toHaveLength(1)
    expect(await to.referrers(images[0]?.digest ?? digest)).toHaveLength(1)
    expect(await to.referrers(images[1]?.digest ?? digest)).toHaveLength(0)
  })

  test('signatures stay behind when they are not asked for', async () => {
    const [from, to] = stores()
    const { digest } = await putIndex(from)
    await copyImage({ from, to, digest })
    expect(await to.referrers(digest)).toEqual([])
    expect(await to.readManifest(digest)).toBeDefined()
  })

  test('what is missing at the source is named, and nothing is tagged', async () => {
    const [from, to] = stores()
    await expect(copyImage({ from, to, digest: digestOf('gone'), tags: ['v1'] })).rejects.toMatchObject({
      reason: 'not-found',
      message: expect.stringContaining(from.repository),
    })
    expect(await to.tags()).toEqual([])
  })
})

test('within a registry it takes one request a blob and two more, and sends the manifest alone', async () => {
  const image = await putImage(remote('a'), 'layer', ['v1'])
  const [from, to] = [remote('a'), remote('b')]
  await copyImage({ from, to, digest: image.digest, tags: ['v1'] })
  expect(from.traffic.requests + to.traffic.requests).toBe(2 + 2)
  expect(to.traffic.bytesSent).toBe(image.bytes.length)
})

test('a copy that is there already sends no blob', async () => {
  const image = await putImage(layout('a'), 'layer', ['v1'])
  await copyImage({ from: layout('a'), to: remote('b'), digest: image.digest })
  const again = remote('b')
  await copyImage({ from: layout('a'), to: again, digest: image.digest })
  expect(again.traffic).toEqual({ requests: 3, bytesSent: image.bytes.length })
})

test('between two registries, one with a referrers API and one without', async () => {
  const other = await startRegistry({ referrers: 'api' })
  try {
    const { digest } = await putIndex(remote('a', other))
    await copyImage({ from: remote('a', other), to: remote('b'), digest, withReferrers: true })
    expect(await remote('b').referrers(digest)).toEqual(await remote('a', other).referrers(digest))
  } finally {
    await other.close()
  }
})

test('an altered layer fails the copy before any tag is set', async () => {
  const from = remote('a')
  const image = await putImage(from, 'layer', ['v1'])
  registry.repository('a').blobs.set(image.layer.digest, Buffer.from('LAYER'))
  const to = layout('b')
  await expect(copyImage({ from, to, digest: image.digest, tags: ['v1'] })).rejects.toMatchObject({
    reason: 'digest-mismatch',
  })
  expect(await to.tags()).toEqual([])
  expect(await readdir(join(folder, 'b', 'blobs', 'sha256'))).not.toContain(image.layer.digest.slice(7))
})

test('no tag is set when a signature cannot be copied', async () => {
  const from = remote('a')
  const { digest } = await putIndex(from)
  registry.repository('a').blobs.set(digestOf('signature'), Buffer.from('SIGNATURE'))
  const to = layout('b')
  await expect(copyImage({ from, to, digest, tags: ['v1'], withReferrers: true })).rejects.toMatchObject({
    reason: 'digest-mismatch',
  })
  expect(await to.tags()).toEqual([])
})

test('a blob that breaks off is begun again', async () => {
  const image = await putImage(remote('a'), 'layer', ['v1'])
  let left = 2
  registry.faults.push((request, response) => {
    if (request.method !== 'GET' || !request.url?.includes(`blobs/${image.layer.digest}`) || left === 0) return false
    left -= 1
    response.writeHead(200, { 'content-length': 5 }).write('la')
    setTimeout(() => response.destroy(), 5)
    return true
  })
  const to = layout('b')
  await copyImage({ from: remote('a'), to, digest: image.digest })
  expect((await read(to, image.layer)).toString()).toBe('layer')
  expect(left).toBe(0)
})

describe('the action', () => {
  const job = {
    log: () => {},
    progress: () => {},
    warn: () => {},
    mask: () => {},
    signal: new AbortController().signal,
    env: {},
  }
  const run = (from: string, to: string) =>
    copy.run({ from, to, 'with-referrers': false, 'insecure-registry': [] }, job)

  test('copies by tag, tags the copy and reports the traffic', async () => {
    const image = await putImage(layout('a'), 'layer', ['v1'])
    const outcome = await run(`oci:${folder}/a:v1`, `${registry.host}/b:prod`)
    expect(outcome.outputs).toEqual({ digest: image.digest, requests: 5, 'bytes-sent': 7 + image.bytes.length })
    expect((await remote('b').readManifest({ tag: 'prod' }))?.descriptor.digest).toBe(image.digest)
  })

  test('within a registry it makes a request for each blob and two more', async () => {
    const image = await putImage(remote('a'), 'layer', ['v1'])
    const { outputs } = await run(`${registry.host}/a:v1`, `${registry.host}/b:v1`)
    expect(outputs).toEqual({ digest: image.digest, requests: 2 + 2, 'bytes-sent': image.bytes.length })
  })

  test('names the tags that there are when the wanted one is not', async () => {
    await putImage(layout('a'), 'layer', ['v1', 'v2'])
    await expect(run(`oci:${folder}/a:v3`, `oci:${folder}/b`)).rejects.toMatchObject({
      reason: 'not-found',
      advice: 'The tags here are v1, v2',
    })
  })

  test('refuses a source without tag or digest, and a destination with another digest', async () => {
    await putImage(layout('a'), 'layer', ['v1'])
    await expect(run(`oci:${folder}/a`, `oci:${folder}/b`)).rejects.toMatchObject({ reason: 'invalid-reference' })
    await expect(run(`oci:${folder}/a:v1`, `oci:${folder}/b@${digestOf('x')}`)).rejects.toMatchObject({
      reason: 'invalid-input',
    })
    expect(await readdir(folder)).toEqual(['a'])
  })
})
