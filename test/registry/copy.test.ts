import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { jest } from '@jest/globals'
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
  expect(again.traffic).toEqual({ requests: 1, bytesSent: image.bytes.length })
})

test('to another registry it takes three requests a blob, the large ones first, and the tag last', async () => {
  const other = await startRegistry()
  try {
    const image = await putImage(remote('a'), 'layer', ['v1'])
    const [from, to] = [remote('a'), remote('b', other)]
    await copyImage({ from, to, digest: image.digest, tags: ['v1'] })
    expect([from.traffic.requests, to.traffic.requests]).toEqual([1 + 2, 2 * 2 + 1])
    expect(other.requests.at(-1)).toMatchObject({ method: 'PUT', url: '/v2/b/manifests/v1' })
    expect(other.requests[0]?.url).toContain(image.layer.digest)
  } finally {
    await other.close()
  }
})

test('a large blob is looked for before it is sent, where the registry does not look when it is asked to mount', async () => {
  const other = await startRegistry({ mounts: false })
  try {
    await putImage(remote('a'), 'x'.repeat(2 * 1024 * 1024), ['v1'])
    const { digest } = (await remote('a').readManifest({ tag: 'v1' }))?.descriptor ?? { digest: digestOf('') }
    await copyImage({ from: remote('a'), to: remote('b', other), digest })
    const again = remote('b', other)
    await copyImage({ from: remote('a'), to: again, digest })
    expect(again.traffic.bytesSent).toBeLessThan(1024)
  } finally {
    await other.close()
  }
})

test('of many large blobs only the first is looked for, when it is not there', async () => {
  const other = await startRegistry()
  try {
    const from = remote('a')
    const large = await Promise.all(['a', 'b', 'c'].map((one) => putBlob(from, one.repeat(1_500_000))))
    const image = await putImage(from, 'small', [], { layers: large })
    registry.requests.length = 0
    await copyImage({ from: remote('a'), to: remote('b', other), digest: image.digest, tags: ['v1'] })
    expect(other.requests.filter(({ method }) => method === 'HEAD')).toHaveLength(1)
    expect(registry.requests.length + other.requests.length).toBe(3 * (3 + 1) + 1 + 2)
  } finally {
    await other.close()
  }
})

test('a copy that is cancelled moves no tag, and begins nothing new', async () => {
  const image = await putImage(remote('a'), 'layer', ['v1'])
  const aborter = new AbortController()
  registry.faults.push((request) => {
    if (request.method === 'PUT') aborter.abort()
    return false
  })
  const to = remote('b')
  const other = await startRegistry()
  try {
    const copying = copyImage({
      ...{ from: remote('a'), to: remote('b', other), digest: image.digest, tags: ['v1'] },
      signal: AbortSignal.any([aborter.signal, AbortSignal.timeout(5000)]),
      log: () => aborter.abort(),
    })
    await expect(copying).rejects.toMatchObject({ name: 'AbortError' })
    expect(other.requests.filter(({ url }) => url.includes('/manifests/'))).toEqual([])
    expect(await to.tags()).toEqual([])
  } finally {
    await other.close()
  }
})

test("docker's manifests stay docker's", async () => {
  const from = layout('a')
  const { config, layer } = imageOf('layer')
  await putBlob(from, '{}')
  await putBlob(from, 'layer')
  const [mediaType, list] = [mediaTypes.dockerManifest, mediaTypes.dockerList]
  const bytes = encodeJson({ schemaVersion: 2, mediaType, config, layers: [layer] })
  const image = await from.writeManifest(bytes, mediaType)
  const index = encodeJson({ schemaVersion: 2, mediaType: list, manifests: [image] })
  const { digest } = await from.writeManifest(index, list)
  await copyImage({ from, to: remote('b'), digest, tags: ['v1'] })
  expect(registry.repository('b').manifests.get(digest)).toMatchObject({ mediaType: list, bytes: index })
  expect(registry.repository('b').manifests.get(image.digest)).toMatchObject({ mediaType })
})

test('a layer that lies elsewhere by its own say is left there', async () => {
  const from = layout('a')
  const mediaType = 'application/vnd.oci.image.layer.nondistributable.v1.tar+gzip'
  const urls = ['https://example.com/layer']
  const foreign = { mediaType, digest: digestOf('far'), size: 3, urls }
  const { config, layer } = imageOf('layer')
  await putBlob(from, '{}')
  await putBlob(from, 'layer')
  const bytes = encodeJson({
    ...{ schemaVersion: 2, mediaType: mediaTypes.manifest },
    config,
    layers: [foreign, layer],
  })
  const { digest } = await from.writeManifest(bytes, mediaTypes.manifest)
  await copyImage({ from, to: layout('b'), digest })
  expect((await layout('b').readManifest(digest))?.bytes).toEqual(bytes)
  expect(await layout('b').hasBlob(foreign.digest)).toBe(false)
  expect(await layout('b').hasBlob(layer.digest)).toBe(true)
})

test('a manifest of a kind whose parts are not known is refused', async () => {
  const from = layout('a')
  const mediaType = 'application/vnd.docker.distribution.manifest.v1+prettyjws'
  const { digest } = await from.writeManifest(Buffer.from(JSON.stringify({ schemaVersion: 1, mediaType })), mediaType)
  await expect(copyImage({ from, to: layout('b'), digest })).rejects.toMatchObject({ reason: 'unsupported' })
})

test('each blob is told, and how far it has come every other second', async () => {
  const image = await putImage(layout('a'), 'layer', ['v1'])
  const lines: string[] = []
  const steps: string[] = []
  const now = jest.spyOn(performance, 'now')
  let time = 0
  now.mockImplementation(() => {
    time += 1500
    return time
  })
  try {
    const listener = { log: (line: string) => lines.push(line), progress: (line: string) => steps.push(line) }
    await copyImage({ from: layout('a'), to: remote('b'), digest: image.digest, ...listener })
    await copyImage({ from: layout('a'), to: remote('b'), digest: image.digest, ...listener })
  } finally {
    now.mockRestore()
  }
  const named = `blob ${image.layer.digest.slice(7, 19)} 5 B`
  expect(lines).toEqual(expect.arrayContaining([`${named} copied`, `${named} there already`]))
  expect(steps[0]).toMatch(/^\d of 2 blobs, \d B moved of at most 7 B, \d+ B\/s$/)
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
  const run = (from: string, to: string, more: Partial<Parameters<typeof copy.run>[0]> = {}) =>
    copy.run(
      { from, to, platforms: [], 'with-referrers': false, 'dry-run': false, 'insecure-registry': [], ...more },
      job,
    )

  test('copies by tag, tags the copy and reports the traffic', async () => {
    const image = await putImage(layout('a'), 'layer', ['v1'])
    const outcome = await run(`oci:${folder}/a:v1`, `${registry.host}/b:prod`)
    expect(outcome.outputs).toEqual({
      ...{ digest: image.digest, image: `${registry.host}/b@${image.digest}` },
      ...{ requests: 5, 'bytes-sent': 7 + image.bytes.length },
    })
    expect((await remote('b').readManifest({ tag: 'prod' }))?.descriptor.digest).toBe(image.digest)
  })

  test('within a registry it makes a request for each blob and two more', async () => {
    const image = await putImage(remote('a'), 'layer', ['v1'])
    const { outputs } = await run(`${registry.host}/a:v1`, `${registry.host}/b:v1`)
    expect(outputs).toMatchObject({ digest: image.digest, requests: 2 + 2, 'bytes-sent': image.bytes.length })
  })

  test('a dry run says what would be sent, and writes nothing', async () => {
    const image = await putImage(layout('a'), 'layer', ['v1'])
    const to = `${registry.host}/b:prod`
    const planned = await run(`oci:${folder}/a:v1`, to, { 'dry-run': true })
    expect(planned).toMatchObject({ reason: 'planned', outputs: { digest: image.digest, 'bytes-sent': 0 } })
    expect(registry.requests.map(({ method }) => method)).toEqual(['HEAD', 'HEAD'])
    const { outputs } = await run(`oci:${folder}/a:v1`, to)
    expect(planned.details).toEqual({
      preview: { manifests: 1, blobs: { there: 0, mounted: 0, sent: 2 }, bytes: outputs['bytes-sent'] },
    })
    expect(await run(`${registry.host}/b:prod`, `${registry.host}/c`, { 'dry-run': true })).toMatchObject({
      details: { preview: { blobs: { there: 0, mounted: 2, sent: 0 }, bytes: image.bytes.length } },
    })
    expect(await run(`${registry.host}/b:prod`, `${registry.host}/b:next`, { 'dry-run': true })).toMatchObject({
      details: { preview: { manifests: 1, blobs: { there: 0, mounted: 0, sent: 0 }, bytes: image.bytes.length } },
    })
    expect(await remote('b').tags()).toEqual(['prod'])
  })

  test('another tag in the same repository takes two requests: the manifest is read, and put', async () => {
    const { digest, bytes } = await putIndex(remote('a'))
    registry.requests.length = 0
    const { outputs } = await run(`${registry.host}/a:v1`, `${registry.host}/a:stable`, { 'with-referrers': true })
    expect(outputs).toMatchObject({ digest, requests: 2, 'bytes-sent': bytes.length })
    expect(registry.requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'GET /v2/a/manifests/v1',
      'PUT /v2/a/manifests/stable',
    ])
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
