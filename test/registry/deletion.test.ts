import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mediaTypes } from '../../src/oci/media-types.js'
import { parseReference, type RegistryReference } from '../../src/oci/reference.js'
import type { ImageStore } from '../../src/oci/store.js'
import { openStore } from '../../src/registry/index.js'
import { RemoteStore } from '../../src/registry/remote.js'
import { type FakeRegistry, type RegistryOptions, startRegistry } from '../fakes/registry/index.js'
import { imageOf, putBlob, putImage, type TestImage } from './images.js'

const sign = async (store: ImageStore, { descriptor: subject }: TestImage, content: string) => {
  const referrer = imageOf(content, { subject, artifactType: 'application/x-signature' })
  await putBlob(store, content)
  await store.writeManifest(referrer.bytes, mediaTypes.manifest)
  return referrer
}
const digests = async (store: ImageStore, { digest }: TestImage) =>
  (await store.referrers(digest)).map((one) => one.digest)

describe('in a registry', () => {
  let registry: FakeRegistry
  const open = () =>
    new RemoteStore(parseReference(`${registry.host}/acme/shop`) as RegistryReference, { firstDelayMilliseconds: 1 })
  const start = async (options: RegistryOptions = {}) => {
    registry = await startRegistry(options)
    return open()
  }
  afterEach(() => registry.close())

  test('a manifest goes with its tags, and nothing else does', async () => {
    const store = await start()
    const first = await putImage(store, 'one', ['v1', 'latest'])
    const second = await putImage(store, 'two', ['v2'])
    expect(await store.deleteManifest(first.digest)).toBe(true)
    expect(await store.deleteManifest(first.digest)).toBe(false)
    expect(await open().tags()).toEqual(['v2'])
    expect(await open().readManifest(second.digest)).toBeDefined()
  })

  test.each(['api', 'none', 'empty'] as const)('a referrer leaves the list of its subject (%s)', async (referrers) => {
    const store = await start({ referrers })
    const image = await putImage(store, 'image', ['v1'])
    const [one, two] = [await sign(store, image, 'one'), await sign(store, image, 'two')]
    expect(await store.deleteManifest(one.digest)).toBe(true)
    expect(await digests(open(), image)).toEqual([two.digest])
    await store.deleteManifest(two.digest)
    expect(await digests(open(), image)).toEqual([])
    expect(await store.readManifest({ tag: 'v1' })).toBeDefined()
  })

  test('referrers that come and go at once leave the right list', async () => {
    const store = await start({ referrers: 'none' })
    const image = await putImage(store, 'image', ['v1'])
    const old = await Promise.all(['a', 'b', 'c', 'd'].map((content) => sign(store, image, content)))
    const [fresh] = await Promise.all([
      Promise.all(['e', 'f', 'g'].map((content) => sign(open(), image, content))),
      ...old.map(({ digest }) => open().deleteManifest(digest)),
    ])
    expect((await digests(open(), image)).sort()).toEqual(fresh.map(({ digest }) => digest).sort())
  })

  test('what cannot be deleted is said so, and stays listed', async () => {
    const store = await start({ deletion: false, referrers: 'none' })
    const image = await putImage(store, 'image', ['v1'])
    const signature = await sign(store, image, 'signature')
    await expect(store.deleteManifest(signature.digest)).rejects.toMatchObject({
      reason: 'unsupported',
      message: expect.stringMatching(/Cannot delete the manifest sha256:\w+ .* answered 405/),
      advice: expect.stringContaining('docs/registries.md'),
    })
    expect(await digests(open(), image)).toEqual([signature.digest])
    await expect(store.deleteTag('v1')).rejects.toMatchObject({
      reason: 'unsupported',
      advice: expect.stringContaining('all its tags'),
    })
  })

  test('a tag goes alone, where the registry does that', async () => {
    const store = await start()
    const image = await putImage(store, 'image', ['v1', 'latest'])
    expect(await store.deleteTag('latest')).toBe(true)
    expect(await store.deleteTag('latest')).toBe(false)
    expect(await open().tags()).toEqual(['v1'])
    expect(await open().readManifest(image.digest)).toBeDefined()
  })

  test('asks for the right to delete, apart from that to push', async () => {
    const user = { username: 'ada', password: 'pw' }
    const store = await start({ auth: { scheme: 'bearer', ...user, anonymousPull: true } })
    await store.deleteTag('v1').catch(() => undefined)
    const scopes = registry.requests
      .filter(({ url }) => url.startsWith('/token'))
      .map(({ url }) => decodeURIComponent(url))
    expect(scopes).toEqual([expect.stringContaining('repository:acme/shop:delete')])
  })
})

describe('in a layout', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ingot-deletion-'))
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))
  const open = () => openStore(parseReference(`oci:${folder}/layout`))

  test('a manifest leaves the list with its tags and as a referrer', async () => {
    const image = await putImage(open(), 'image', ['v1', 'latest'])
    const signature = await sign(open(), image, 'signature')
    expect(await open().deleteManifest(signature.digest)).toBe(true)
    expect(await digests(open(), image)).toEqual([])
    expect(await open().deleteManifest(image.digest)).toBe(true)
    expect(await open().deleteManifest(image.digest)).toBe(false)
    expect(await open().tags()).toEqual([])
  })

  test('a tag goes alone, and the image stays reachable', async () => {
    const image = await putImage(open(), 'image', ['v1'])
    expect(await open().deleteTag('v1')).toBe(true)
    expect(await open().deleteTag('v1')).toBe(false)
    expect(await open().tags()).toEqual([])
    expect((await open().readManifest(image.digest))?.descriptor.digest).toBe(image.digest)
  })

  test('nothing is made by deleting from a layout that does not exist', async () => {
    expect(await open().deleteTag('v1')).toBe(false)
    expect(await open().deleteManifest(imageOf('x').digest)).toBe(false)
  })
})
