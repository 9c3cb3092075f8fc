import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { digestOf, hexOf } from '../../src/oci/digest.js'
import { type Descriptor, encodeJson } from '../../src/oci/manifest.js'
import { mediaTypes } from '../../src/oci/media-types.js'
import { parseReference } from '../../src/oci/reference.js'
import type { ImageStore } from '../../src/oci/store.js'
import { copyImage, openStore } from '../../src/registry/index.js'
import { bytesOf, imageOf, putBlob, read } from '../registry/images.js'
import { startBrittleProxy } from './brittle-proxy.js'
import { must, type RunningRegistry, startOciRegistry, startRegistry } from './processes.js'
import { tool } from './tools.js'

let folder: string
let registry: Awaited<ReturnType<typeof startRegistry>>
let rootfs: { tar: Buffer; gzip: Buffer }

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ingot-interop-'))
  registry = await startRegistry()
  await mkdir(join(folder, 'rootfs', 'app'), { recursive: true })
  await writeFile(join(folder, 'rootfs', 'app', 'hello.txt'), 'hello')
  await writeFile(join(folder, 'rootfs', 'app', 'random.bin'), randomBytes(12_000_000))
  await must('tar', ['-cf', join(folder, 'rootfs.tar'), '-C', join(folder, 'rootfs'), 'app'])
  const tar = await readFile(join(folder, 'rootfs.tar'))
  rootfs = { tar, gzip: gzipSync(tar, { level: 1 }) }
})
afterAll(async () => {
  await registry.stop()
  await rm(folder, { recursive: true, force: true })
})

const layout = (name: string) => openStore(parseReference(`oci:${join(folder, name)}`))
const remote = (path: string) => openStore(parseReference(`${registry.host}/${path}`))
const skopeo = (...args: string[]) => must(tool('skopeo'), args)
const oras = (...args: string[]) => must(tool('oras'), args)
const crane = (...args: string[]) => must(tool('crane'), args)

/** An image that can be unpacked and would run. */
async function putRealImage(store: ImageStore, tags: readonly string[], architecture = 'amd64'): Promise<Descriptor> {
  const config = encodeJson({
    ...{ architecture, os: 'linux', config: { Cmd: ['/app/hello.txt'] } },
    rootfs: { type: 'layers', diff_ids: [digestOf(rootfs.tar)] },
  })
  const blobs = [
    { bytes: config, descriptor: { mediaType: mediaTypes.config, digest: digestOf(config), size: config.length } },
    {
      bytes: rootfs.gzip,
      descriptor: { mediaType: mediaTypes.layerGzip, digest: digestOf(rootfs.gzip), size: rootfs.gzip.length },
    },
  ] as const
  for (const { bytes, descriptor } of blobs) await store.writeBlob({ descriptor, open: () => bytesOf(bytes) })
  const layers = [blobs[1].descriptor]
  const manifest = encodeJson({ schemaVersion: 2, mediaType: mediaTypes.manifest, config: blobs[0].descriptor, layers })
  return store.writeManifest(manifest, mediaTypes.manifest, { tags })
}

async function putRealIndex(store: ImageStore, tag: string): Promise<Descriptor> {
  const manifests: Descriptor[] = []
  for (const architecture of ['amd64', 'arm64']) {
    manifests.push({ ...(await putRealImage(store, [], architecture)), platform: { os: 'linux', architecture } })
  }
  const index = encodeJson({ schemaVersion: 2, mediaType: mediaTypes.index, manifests })
  return store.writeManifest(index, mediaTypes.index, { tags: [tag] })
}

async function sign(store: ImageStore, subject: Descriptor, content: string): Promise<Descriptor> {
  await putBlob(store, '{}')
  await putBlob(store, content)
  const { bytes } = imageOf(content, { subject, artifactType: 'application/x-test' })
  return store.writeManifest(bytes, mediaTypes.manifest)
}

const digestsOf = (descriptors: readonly Descriptor[]) => descriptors.map(({ digest }) => digest as string).sort()
const discovered = (json: string): string[] =>
  JSON.parse(json)
    .manifests.map(({ digest }: Descriptor) => digest)
    .sort()

describe("Debian's docker-registry", () => {
  test('what we push is inspected, validated and pulled by others', async () => {
    const image = await putRealImage(remote('push/one'), ['v1', 'latest'])
    const inspected = JSON.parse(await skopeo('inspect', '--tls-verify=false', `docker://${registry.host}/push/one:v1`))
    expect(inspected.Digest).toBe(image.digest)
    expect(inspected.RepoTags.sort()).toEqual(['latest', 'v1'])
    await crane('validate', '--remote', `${registry.host}/push/one:latest`)
    await skopeo('copy', '--src-tls-verify=false', `docker://${registry.host}/push/one:v1`, `oci:${folder}/pulled:v1`)
    expect((await layout('pulled').readManifest({ tag: 'v1' }))?.descriptor.digest).toBe(image.digest)
  })

  test('what others push is read back, verified', async () => {
    const image = await putRealImage(layout('mine'), ['v1'])
    await skopeo('copy', '--dest-tls-verify=false', `oci:${folder}/mine:v1`, `docker://${registry.host}/theirs/one:v1`)
    const store = remote('theirs/one')
    const stored = await store.readManifest({ tag: 'v1' })
    expect(stored?.descriptor.digest).toBe(image.digest)
    const layer = { mediaType: mediaTypes.layerGzip, digest: digestOf(rootfs.gzip), size: rootfs.gzip.length }
    expect((await read(store, layer)).equals(rootfs.gzip)).toBe(true)
    expect(await store.tags()).toEqual(['v1'])
    expect(await remote('nobody/here').tags()).toEqual([])
    expect(await store.readManifest(digestOf('absent'))).toBeUndefined()
  })

  test('an index with its images', async () => {
    const index = await putRealIndex(remote('push/index'), 'v1')
    await crane('validate', '--remote', `${registry.host}/push/index:v1`)
    await copyImage({ from: remote('push/index'), to: remote('push/index-copy'), digest: index.digest, tags: ['v1'] })
    expect((await crane('digest', `${registry.host}/push/index-copy:v1`)).trim()).toBe(index.digest)
    await skopeo(
      'copy',
      '--all',
      '--src-tls-verify=false',
      `docker://${registry.host}/push/index-copy:v1`,
      `oci:${folder}/all:v1`,
    )
  })

  test('a copy beside it mounts the layers: no layer byte is sent, and it is whole', async () => {
    const image = await putRealImage(remote('mount/from'), ['v1'])
    const to = remote('mount/to')
    await copyImage({ from: remote('mount/from'), to, digest: image.digest, tags: ['v1'] })
    expect(to.traffic).toEqual({ requests: 3, bytesSent: image.size })
    await crane('validate', '--remote', `${registry.host}/mount/to:v1`)
  })

  test('a tag moves to the very same bytes', async () => {
    const store = remote('tag/one')
    const first = await putRealImage(store, ['stable'])
    const second = await putRealImage(store, ['stable', 'v2'], 'arm64')
    expect((await crane('digest', `${registry.host}/tag/one:stable`)).trim()).toBe(second.digest)
    const stored = await store.readManifest(first.digest)
    await store.writeManifest(stored?.bytes ?? Buffer.alloc(0), mediaTypes.manifest, { tags: ['stable'] })
    expect((await crane('digest', `${registry.host}/tag/one:stable`)).trim()).toBe(first.digest)
  })

  test('referrers, which it does not know, are found under the fallback tag by oras, and theirs by us', async () => {
    const store = remote('signed/one')
    const image = await putRealImage(store, ['v1'])
    const ours = await sign(store, image, 'ours')
    expect(await store.tags()).toContain(`sha256-${hexOf(image.digest)}`)
    await writeFile(join(folder, 'sbom.json'), '{}')
    const attach = ['attach', '--plain-http', '--artifact-type', 'application/x-sbom', '--disable-path-validation']
    await oras(...attach, `${registry.host}/signed/one:v1`, `${join(folder, 'sbom.json')}:application/json`)
    const later = await sign(store, image, 'later')
    const found = await remote('signed/one').referrers(image.digest)
    expect(found).toHaveLength(3)
    expect(digestsOf(found)).toEqual(expect.arrayContaining(digestsOf([ours, later])))
    expect(found.map(({ artifactType }) => artifactType).sort()).toEqual([
      ...['application/x-sbom', 'application/x-test', 'application/x-test'],
    ])
    const seen = await oras('discover', '--plain-http', '--format', 'json', `${registry.host}/signed/one:v1`)
    expect(discovered(seen)).toEqual(digestsOf(found))
  })

  test('an image and its signatures go to a layout and back', async () => {
    const from = remote('round/from')
    const index = await putRealIndex(from, 'v1')
    const signature = await sign(from, index, 'signature')
    await copyImage({ from, to: layout('round'), digest: index.digest, tags: ['v1'], withReferrers: true })
    expect(discovered(await oras('discover', '--oci-layout', '--format', 'json', `${folder}/round:v1`))).toEqual([
      signature.digest,
    ])
    const to = remote('round/to')
    await copyImage({ from: layout('round'), to, digest: index.digest, tags: ['v1'], withReferrers: true })
    expect(
      discovered(await oras('discover', '--plain-http', '--format', 'json', `${registry.host}/round/to:v1`)),
    ).toEqual([signature.digest])
    await crane('validate', '--remote', `${registry.host}/round/to:v1`)
  })

  test('eight writers of one signature list lose nothing', async () => {
    const image = await putRealImage(remote('many/one'), ['v1'])
    const written = await Promise.all(Array.from({ length: 8 }, (_, n) => sign(remote('many/one'), image, `by ${n}`)))
    const seen = await oras('discover', '--plain-http', '--format', 'json', `${registry.host}/many/one:v1`)
    expect(discovered(seen)).toEqual(digestsOf(written))
  })
})

describe.each([
  ["Debian's docker-registry", startRegistry],
  ['ociregistry, with the referrers API', () => startOciRegistry()],
] as const)('%s', (_, begin) => {
  let other: RunningRegistry
  beforeAll(async () => {
    other = await begin()
  })
  afterAll(() => other.stop())
  const at = (path: string) => openStore(parseReference(`${other.host}/${path}`))
  const signatures = async (image: string) =>
    discovered(await oras('discover', '--plain-http', '--format', 'json', `${other.host}/${image}`))

  test('takes an image, its index and its signatures, which others read', async () => {
    const index = await putRealIndex(at('all/one'), 'v1')
    const signature = await sign(at('all/one'), index, 'signature')
    await crane('validate', '--remote', `${other.host}/all/one:v1`)
    expect(await signatures('all/one:v1')).toEqual([signature.digest])
    expect(digestsOf(await at('all/one').referrers(index.digest))).toEqual([signature.digest])
    const from = `docker://${other.host}/all/one:v1`
    const [, named] = await Promise.all([
      skopeo('copy', '--all', '--src-tls-verify=false', from, `oci:${folder}/all-${other.host.slice(10)}:v1`),
      skopeo('inspect', '--tls-verify=false', '--override-arch=amd64', '--override-os=linux', from),
    ])
    expect(JSON.parse(named).Digest).toBe(index.digest)
  })

  test('an attached signature costs few requests', async () => {
    const image = await putRealImage(at('few/one'), ['v1'])
    const store = at('few/one')
    await sign(store, image, 'attached')
    // Two blobs, the manifest, and a look; without the API two blobs cost a request more each, the tag is read and written, and read twice.
    expect(store.traffic.requests).toBeLessThanOrEqual(begin === startRegistry ? 9 : 4)
  })

  test('lets go of what is deleted, and of its place in the list', async () => {
    const image = await putRealImage(at('gone/one'), ['v1', 'v2'])
    const [one, two] = [await sign(at('gone/one'), image, 'one'), await sign(at('gone/one'), image, 'two')]
    expect(await at('gone/one').deleteManifest(one.digest)).toBe(true)
    expect(await signatures('gone/one:v1')).toEqual([two.digest])
    expect(await at('gone/one').deleteManifest(one.digest)).toBe(false)
    const outcome = await at('gone/one')
      .deleteTag('v2')
      .catch((error) => error.reason)
    expect([true, 'unsupported']).toContain(outcome)
    await at('gone/one').deleteManifest(image.digest)
    expect(await at('gone/one').readManifest({ tag: 'v1' })).toBeUndefined()
  })

  test('lists more tags than fit on a page', async () => {
    const store = at('many/tags')
    const tags = Array.from({ length: 120 }, (_each, n) => `v${String(n).padStart(3, '0')}`)
    const image = await putRealImage(store, ['v000'])
    const stored = await store.readManifest(image.digest)
    await store.writeManifest(stored?.bytes ?? Buffer.alloc(0), mediaTypes.manifest, { tags })
    expect(await at('many/tags').tags()).toEqual(tags)
  })

  test('an upload and a download go on after their connection broke', async () => {
    const bytes = randomBytes(24_000_000)
    const descriptor = { mediaType: 'x/y', digest: digestOf(bytes), size: bytes.length }
    const brittle = await startBrittleProxy(other.host, 9_000_000)
    try {
      const through = () => openStore(parseReference(`${brittle.host}/broken/one`))
      await through().writeBlob({ descriptor, open: () => bytesOf(bytes) })
      expect(brittle.broken.sent).toBe(1)
      expect((await read(through(), descriptor)).equals(bytes)).toBe(true)
      expect(brittle.broken.received).toBe(1)
      expect((await read(at('broken/one'), descriptor)).equals(bytes)).toBe(true)
    } finally {
      brittle.stop()
    }
  })
})

describe('an image layout', () => {
  test('that we wrote is read by skopeo, umoci, oras and crane', async () => {
    const store = layout('ours')
    const image = await putRealImage(store, ['v1'])
    await putRealImage(store, ['v1', 'v2'], 'arm64') // v1 moves
    await store.writeManifest((await store.readManifest(image.digest))?.bytes ?? Buffer.alloc(0), mediaTypes.manifest, {
      tags: ['v1'],
    })
    const inspected = JSON.parse(await skopeo('inspect', `oci:${folder}/ours:v1`))
    expect([inspected.Digest, inspected.Architecture]).toEqual([image.digest, 'amd64'])
    await must(tool('umoci'), ['unpack', '--rootless', '--image', `${folder}/ours:v1`, join(folder, 'bundle')])
    expect(await readFile(join(folder, 'bundle', 'rootfs', 'app', 'hello.txt'), 'utf8')).toBe('hello')
    expect((await oras('repo', 'tags', '--oci-layout', `${folder}/ours`)).trim().split('\n').sort()).toEqual([
      'v1',
      'v2',
    ])
    await crane('validate', '--remote', await pushed('ours', 'v1', 'layout/crane'))
  })

  const pushed = async (name: string, tag: string, path: string) => {
    const target = `${registry.host}/${path}:${tag}`
    await skopeo('copy', '--dest-tls-verify=false', `oci:${folder}/${name}:${tag}`, `docker://${target}`)
    return target
  }

  test('that umoci and skopeo wrote is read by us, and written on beside them', async () => {
    await must(tool('umoci'), ['init', '--layout', join(folder, 'umoci')])
    await must(tool('umoci'), ['new', '--image', `${folder}/umoci:empty`])
    const store = layout('umoci')
    expect(await store.tags()).toEqual(['empty'])
    expect((await store.readManifest({ tag: 'empty' }))?.descriptor.mediaType).toBe(mediaTypes.manifest)
    const image = await putRealImage(store, ['v1'])
    await skopeo('copy', `oci:${folder}/umoci:v1`, `oci:${folder}/umoci:v2`)
    expect((await layout('umoci').readManifest({ tag: 'v2' }))?.descriptor.digest).toBe(image.digest)
    expect((await must(tool('umoci'), ['list', '--layout', join(folder, 'umoci')])).trim().split('\n').sort()).toEqual([
      ...['empty', 'v1', 'v2'],
    ])
  })

  test('has the same referrers for oras and for us, whoever wrote them', async () => {
    const store = layout('referrers')
    const image = await putRealImage(store, ['v1'])
    const ours = await sign(store, image, 'ours')
    await writeFile(join(folder, 'sbom.json'), '{}')
    const attach = ['attach', '--oci-layout', '--artifact-type', 'application/x-sbom', '--disable-path-validation']
    await oras(...attach, `${folder}/referrers:v1`, `${join(folder, 'sbom.json')}:application/json`)
    const later = await sign(store, image, 'later')
    const found = digestsOf(await layout('referrers').referrers(image.digest))
    expect(found).toHaveLength(3)
    expect(found).toEqual(expect.arrayContaining(digestsOf([ours, later])))
    expect(discovered(await oras('discover', '--oci-layout', '--format', 'json', `${folder}/referrers:v1`))).toEqual(
      found,
    )
  })

  test('keeps everything when umoci collects garbage', async () => {
    const store = layout('collected')
    const image = await putRealImage(store, ['v1'])
    await sign(store, image, 'signature')
    await putRealImage(store, ['v1'], 'arm64') // the first loses its tag, and stays listed
    await must(tool('umoci'), ['gc', '--layout', join(folder, 'collected')])
    expect(await layout('collected').readManifest(image.digest)).toBeDefined()
    expect(await layout('collected').referrers(image.digest)).toHaveLength(1)
    expect((await stat(join(folder, 'collected', 'blobs', 'sha256', hexOf(digestOf(rootfs.gzip))))).size).toBe(
      rootfs.gzip.length,
    )
  })
})
