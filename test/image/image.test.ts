import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { hostPlatform, type Image, loadImage, platformsOf } from '../../src/image/index.js'
import { digestOf } from '../../src/oci/digest.js'
import { encodeJson } from '../../src/oci/manifest.js'
import { mediaTypes } from '../../src/oci/media-types.js'
import { parseReference } from '../../src/oci/reference.js'
import { put, rawTar, storeImage, type Workspace, workspace } from './support/layers.js'

let space: Workspace
beforeEach(() => {
  space = workspace()
})
afterEach(() => space.remove())

const layers = [rawTar([{ name: 'a' }])]
const load = (label: string, platform?: string) =>
  loadImage(space.store, parseReference(space.reference + label), { platform })

async function storeIndex(platforms: readonly string[], extra: object[] = []): Promise<Map<string, Image>> {
  const images = new Map<string, Image>()
  for (const platform of platforms) {
    const [os = '', architecture = '', variant] = platform.split('/')
    const config = { os, architecture, ...(variant && { variant }) }
    images.set(platform, await storeImage(space.store, { layers, config }))
  }
  const manifests = [...images].map(([platform, { descriptor }]) => {
    const [os = '', architecture = '', variant] = platform.split('/')
    return { ...descriptor, platform: { os, architecture, ...(variant && { variant }) } }
  })
  const index = {
    schemaVersion: 2 as const,
    mediaType: mediaTypes.index,
    manifests: [...manifests, ...extra] as typeof manifests,
  }
  await space.store.writeManifest(encodeJson(index), mediaTypes.index, { tags: ['multi'] })
  return images
}

describe('loadImage', () => {
  test('by tag, by digest, and by nothing when there is only one', async () => {
    const stored = await storeImage(space.store, { layers, tag: 'v1' })
    for (const label of [':v1', `@${stored.digest}`, '']) {
      const image = await load(label)
      expect([image.digest, image.manifestDigest, image.reference.digest]).toEqual(Array(3).fill(stored.digest))
      expect(image.reference.tag).toBeUndefined()
      expect(platformsOf(image)).toEqual(['linux/amd64'])
    }
  })

  test('a tag that is not there: says which are', async () => {
    await storeImage(space.store, { layers, tag: 'v1' })
    await expect(load(':v2')).rejects.toMatchObject({ reason: 'not-found', message: expect.stringContaining('v1') })
    await expect(load(`@${digestOf('x')}`)).rejects.toMatchObject({ reason: 'not-found' })
  })

  test('no tag where several exist: asks which', async () => {
    await storeImage(space.store, { layers, tag: 'v1' })
    await storeImage(space.store, { layers, tag: 'v2' })
    await expect(load('')).rejects.toMatchObject({
      reason: 'invalid-reference',
      message: expect.stringContaining('v1, v2'),
    })
  })

  test('picks the platform out of an index, attestations aside', async () => {
    const unknown = { ...(await storeImage(space.store, { layers, config: { author: 'attestation' } })).descriptor }
    const extra = [{ ...unknown, platform: { os: 'unknown', architecture: 'unknown' } }]
    const images = await storeIndex(['linux/amd64', 'linux/arm64/v8'], extra)
    expect((await load(':multi', 'linux/arm64')).manifestDigest).toBe(images.get('linux/arm64/v8')?.digest)
    const amd = await load(':multi', 'linux/amd64')
    expect(amd.manifestDigest).toBe(images.get('linux/amd64')?.digest)
    expect(amd.digest).not.toBe(amd.manifestDigest)
    expect(platformsOf(amd)).toEqual(['linux/amd64', 'linux/arm64/v8'])
    const missing = { reason: 'not-found', message: expect.stringContaining('linux/amd64, linux/arm64/v8') }
    await expect(load(':multi', 'linux/s390x')).rejects.toMatchObject(missing)
    if (['linux/amd64', 'linux/arm64'].includes(hostPlatform())) expect(await load(':multi')).toBeDefined()
  })

  test('the only platform of an index is picked whatever the machine', async () => {
    const images = await storeIndex(['linux/riscv64'])
    expect((await load(':multi')).manifestDigest).toBe(images.get('linux/riscv64')?.digest)
  })

  test('a single image of another platform is not passed off', async () => {
    await storeImage(space.store, { layers, tag: 'v1' })
    await expect(load(':v1', 'linux/arm64')).rejects.toMatchObject({ reason: 'not-found' })
    await expect(load(':v1', 'linux')).rejects.toMatchObject({ reason: 'invalid-input' })
  })

  test('an artifact is not an image', async () => {
    const empty = await put(space.store, Buffer.from('{}'), mediaTypes.empty)
    const manifest = { schemaVersion: 2 as const, mediaType: mediaTypes.manifest, config: empty, layers: [] }
    await space.store.writeManifest(encodeJson(manifest), mediaTypes.manifest, { tags: ['artifact'] })
    await expect(load(':artifact')).rejects.toMatchObject({ reason: 'unreadable' })
  })

  test('diff-ids that do not match the layers in number, and a config that claims too much', async () => {
    await expect(storeImage(space.store, { layers, diffIds: [] })).rejects.toMatchObject({ reason: 'unreadable' })
    const config = { mediaType: mediaTypes.config, digest: digestOf('x'), size: 1e12 }
    await expect(storeImage(space.store, { layers, manifest: { config } })).rejects.toMatchObject({
      reason: 'size-exceeded',
    })
  })
})
