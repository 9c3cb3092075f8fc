import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { digestOf, hexOf } from '../../src/oci/digest.js'
import { type Descriptor, encodeJson, parseIndex } from '../../src/oci/manifest.js'
import { mediaTypes } from '../../src/oci/media-types.js'
import { parseReference } from '../../src/oci/reference.js'
import type { ImageStore } from '../../src/oci/store.js'
import { copyImage, copyReference, openStore } from '../../src/registry/index.js'
import { type FakeRegistry, startRegistry } from '../fakes/registry/index.js'
import { imageOf, putBlob, putImage } from './images.js'

let folder: string
let registry: FakeRegistry
const layout = (name: string) => openStore(parseReference(`oci:${join(folder, name)}`))
const remote = (path: string) => openStore(parseReference(`${registry.host}/${path}`))

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ingot-copy-'))
  registry = await startRegistry()
})
afterEach(async () => {
  await registry.close()
  await rm(folder, { recursive: true })
})

describe('the platforms of an index', () => {
  const names = ['linux/amd64', 'linux/arm64/v8', 'linux/arm/v7']
  const platformOf = (name: string) => {
    const [os = '', architecture = '', variant] = name.split('/')
    return { os, architecture, ...(variant !== undefined && { variant }) }
  }

  /** As BuildKit pushes it: an image a platform, and an attestation manifest about each. */
  async function putBuilt(store: ImageStore) {
    const images: Descriptor[] = []
    const attestations: Descriptor[] = []
    for (const name of names) {
      const { descriptor } = await putImage(store, name, [])
      images.push({ ...descriptor, platform: platformOf(name) })
      const annotations = {
        'vnd.docker.reference.type': 'attestation-manifest',
        'vnd.docker.reference.digest': descriptor.digest,
      }
      const attestation = await putImage(store, `about ${name}`, [])
      const platform = { os: 'unknown', architecture: 'unknown' }
      attestations.push({ ...attestation.descriptor, platform, annotations })
    }
    const annotations = { kept: 'yes' }
    const manifests = [...images, ...attestations]
    const bytes = encodeJson({ schemaVersion: 2, mediaType: mediaTypes.index, manifests, annotations })
    const { digest } = await store.writeManifest(bytes, mediaTypes.index, { tags: ['v1'] })
    return { digest, images, attestations }
  }
  const copyOf = (platforms: readonly string[], to: string) =>
    copyReference({ from: parseReference(`${registry.host}/a:v1`), to: parseReference(to), platforms })

  test('one is copied as its own manifest, byte for byte, and nothing of the others', async () => {
    const { images } = await putBuilt(remote('a'))
    const { digest } = await copyOf(['linux/arm64'], `${registry.host}/b:v1`)
    expect(digest).toBe(images[1]?.digest)
    expect([...registry.repository('b').manifests.keys()]).toEqual([digest])
    expect(registry.repository('b').tags.get('v1')).toBe(digest)
  })

  test('several are a smaller index, with the attestations of what is kept', async () => {
    const { digest: whole, images, attestations } = await putBuilt(remote('a'))
    const { digest } = await copyOf(['linux/amd64', 'linux/arm/v7'], `oci:${join(folder, 'b')}:v1`)
    expect(digest).not.toBe(whole)
    const copied = await layout('b').readManifest({ tag: 'v1' })
    const index = parseIndex(copied?.bytes ?? '', 'the copy')
    expect(index.manifests).toEqual([images[0], images[2], attestations[0], attestations[2]])
    expect(index.annotations).toEqual({ kept: 'yes' })
    for (const { digest } of index.manifests) expect(await layout('b').readManifest(digest)).toBeDefined()
    expect(await layout('b').hasBlob(digestOf('linux/arm64/v8'))).toBe(false)
  })

  test('all of them are the index as it is', async () => {
    const { digest: whole } = await putBuilt(remote('a'))
    expect((await copyOf(names, `${registry.host}/b`)).digest).toBe(whole)
  })

  test('in the same repository a smaller index is one manifest more', async () => {
    await putBuilt(remote('a'))
    const before = registry.repository('a').manifests.size
    const { digest, requests } = await copyOf(['linux/amd64', 'linux/arm64'], `${registry.host}/a:small`)
    expect([requests, registry.repository('a').manifests.size]).toEqual([2, before + 1])
    expect(registry.repository('a').tags.get('small')).toBe(digest)
  })

  test('one that is not there is refused with those that are; what is none is refused at once', async () => {
    await putBuilt(remote('a'))
    await expect(copyOf(['linux/s390x'], `${registry.host}/b:v1`)).rejects.toMatchObject({
      reason: 'not-found',
      message: expect.stringContaining('it has linux/amd64, linux/arm64/v8, linux/arm/v7'),
    })
    registry.requests.length = 0
    await expect(copyOf(['amd64'], `${registry.host}/b:v1`)).rejects.toMatchObject({ reason: 'invalid-input' })
    expect(registry.requests).toEqual([])
  })

  test('a single image has to be of the platform that is asked for', async () => {
    const store = remote('a')
    const config = encodeJson({
      ...{ architecture: 'arm64', os: 'linux', rootfs: { type: 'layers', diff_ids: [digestOf('layer')] } },
    })
    const { mediaType } = { mediaType: mediaTypes.config }
    await putBlob(store, config)
    await putImage(store, 'layer', ['v1'], { config: { mediaType, digest: digestOf(config), size: config.length } })
    await expect(copyOf(['linux/amd64'], `${registry.host}/b:v1`)).rejects.toMatchObject({
      reason: 'not-found',
      message: expect.stringContaining('linux/arm64'),
    })
    expect((await copyOf(['linux/amd64', 'linux/arm64'], `${registry.host}/b:v1`)).digest).toBe(
      registry.repository('a').tags.get('v1'),
    )
  })
})

describe('evidence', () => {
  const attach = async (store: ImageStore, content: string, subject: Descriptor) => {
    await putBlob(store, '{}')
    await putBlob(store, content)
    return store.writeManifest(imageOf(content, { subject }).bytes, mediaTypes.manifest)
  }

  test('of evidence goes along too, written after what it is about', async () => {
    const from = layout('a')
    const image = await putImage(from, 'layer', ['v1'])
    const sbom = await attach(from, 'sbom', image.descriptor)
    const signature = await attach(from, 'signature of the sbom', sbom)
    const index = encodeJson({ schemaVersion: 2, mediaType: mediaTypes.index, manifests: [signature], subject: sbom })
    const list = await from.writeManifest(index, mediaTypes.index)
    await copyImage({ from, to: remote('b'), digest: image.digest, tags: ['v1'], withReferrers: true })
    expect((await remote('b').referrers(image.digest)).map(({ digest }) => digest)).toEqual([sbom.digest])
    expect((await remote('b').referrers(sbom.digest)).map(({ digest }) => digest).sort()).toEqual(
      [signature.digest, list.digest].sort(),
    )
    const written = registry.requests.filter(({ method, url }) => method === 'PUT' && url.includes('/manifests/'))
    const at = (label: string) => written.findIndex(({ url }) => url.endsWith(label))
    expect(at(sbom.digest)).toBeGreaterThan(at(image.digest))
    expect(at(signature.digest)).toBeGreaterThan(at(sbom.digest))
    expect(written.at(-1)?.url).toBe('/v2/b/manifests/v1')
  })

  test('that cosign keeps under tags keeps them, signatures of SBOMs included', async () => {
    const from = remote('a')
    const image = await putImage(from, 'layer', ['v1'])
    const tagFor = (digest: string, ending: string) => `sha256-${digest.slice(7)}.${ending}`
    const signature = await putImage(from, 'signature', [tagFor(image.digest, 'sig')])
    const sbom = await putImage(from, 'sbom', [tagFor(image.digest, 'sbom')])
    await putImage(from, 'signature of the sbom', [tagFor(sbom.digest, 'sig')])
    await putImage(from, 'unrelated', [tagFor(digestOf('other'), 'sig')])
    await copyImage({ from, to: layout('b'), digest: image.digest, tags: ['v1'], withReferrers: true })
    expect(await layout('b').tags()).toEqual(
      [...['sig', 'sbom'].map((ending) => tagFor(image.digest, ending)), tagFor(sbom.digest, 'sig'), 'v1'].sort(),
    )
    expect((await layout('b').readManifest({ tag: tagFor(image.digest, 'sig') }))?.bytes).toEqual(signature.bytes)
    await copyImage({ from, to: layout('c'), digest: image.digest, tags: ['v1'] })
    expect(await layout('c').tags()).toEqual(['v1'])
  })

  test('is none where a registry answers with null instead of an empty list', async () => {
    const image = await putImage(remote('a'), 'layer', ['v1'])
    registry.faults.push((request, response) => {
      if (!request.url?.includes('/referrers/')) return false
      const body = JSON.stringify({ schemaVersion: 2, mediaType: mediaTypes.index, manifests: null })
      response.writeHead(200, { 'content-type': mediaTypes.index }).end(body)
      return true
    })
    await copyImage({ from: remote('a'), to: layout('b'), digest: image.digest, tags: ['v1'], withReferrers: true })
    expect(await layout('b').tags()).toEqual(['v1'])
  })

  test('that goes round in circles by its tags comes to an end', async () => {
    const from = remote('a')
    const image = await putImage(from, 'layer', ['v1'])
    const other = await putImage(from, 'other', [`sha256-${hexOf(image.digest)}.sig`])
    await from.writeManifest(image.bytes, mediaTypes.manifest, { tags: [`sha256-${hexOf(other.digest)}.sig`] })
    await copyImage({ from, to: layout('b'), digest: image.digest, withReferrers: true })
    expect(await layout('b').readManifest(other.digest)).toBeDefined()
  })

  test('that is listed and gone is left out, and said so', async () => {
    const from = remote('a')
    const image = await putImage(from, 'layer', ['v1'])
    const gone = await attach(from, 'signature', image.descriptor)
    const fault = (await from.referrers(image.digest)).map(({ digest }) => digest)
    expect(fault).toEqual([gone.digest])
    registry.faults.push((request, response) => {
      if (!request.url?.endsWith(`/manifests/${gone.digest}`)) return false
      response.writeHead(404).end()
      return true
    })
    const lines: string[] = []
    const log = (line: string) => lines.push(line)
    await copyImage({ from, to: layout('b'), digest: image.digest, tags: ['v1'], withReferrers: true, log })
    expect(await layout('b').tags()).toEqual(['v1'])
    expect(lines.join('\n')).toContain(`${gone.digest} is listed as a referrer`)
  })
})
