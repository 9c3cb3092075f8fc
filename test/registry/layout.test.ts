import { execFileSync, spawn } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Digest, digestOf, hexOf } from '../../src/oci/digest.js'
import { type Descriptor, encodeJson } from '../../src/oci/manifest.js'
import { mediaTypes } from '../../src/oci/media-types.js'
import { parseReference } from '../../src/oci/reference.js'
import type { ImageStore } from '../../src/oci/store.js'
import { openStore } from '../../src/registry/index.js'
import { bytesOf, imageOf, putBlob, putImage, read } from './images.js'

let directory: string
let store: ImageStore
const open = (folder = directory) => openStore(parseReference(`oci:${folder}`))
const blobFile = (digest: Digest) => join(directory, 'blobs', 'sha256', hexOf(digest))

beforeEach(async () => {
  directory = join(await mkdtemp(join(tmpdir(), 'ingot-layout-')), 'images')
  store = open()
})
afterEach(() => rm(join(directory, '..'), { recursive: true, force: true }))

test('a layout that does not exist reads as empty and is not made by reading', async () => {
  expect(await store.readManifest({ tag: 'v1' })).toBeUndefined()
  expect(await store.readManifest(digestOf('nothing'))).toBeUndefined()
  expect(await store.tags()).toEqual([])
  expect(await store.referrers(digestOf('nothing'))).toEqual([])
  expect(await store.hasBlob(digestOf('nothing'))).toBe(false)
  await expect(stat(directory)).rejects.toThrow('ENOENT')
})

test('what is written is read back by tag and by digest, by another store', async () => {
  const image = await putImage(store, 'hello', ['v1', 'stable'])
  const stored = await open().readManifest({ tag: 'stable' })
  expect(stored?.bytes).toEqual(image.bytes)
  expect(stored?.descriptor).toEqual({ mediaType: mediaTypes.manifest, digest: image.digest, size: image.bytes.length })
  expect((await open().readManifest(image.digest))?.bytes).toEqual(image.bytes)
  expect(await open().tags()).toEqual(['stable', 'v1'])
  expect(await read(open(), image.layer)).toEqual(Buffer.from('hello'))
  expect(store.traffic).toEqual({ requests: 0, bytesSent: 5 + 2 + image.bytes.length })
  expect(JSON.parse(await readFile(join(directory, 'oci-layout'), 'utf8'))).toEqual({ imageLayoutVersion: '1.0.0' })
})

test('a moved tag leaves the manifest that had it listed by digest', async () => {
  const first = await putImage(store, 'one', ['latest'])
  const second = await putImage(store, 'two', ['latest'])
  expect((await store.readManifest({ tag: 'latest' }))?.descriptor.digest).toBe(second.digest)
  const index = JSON.parse(await readFile(join(directory, 'index.json'), 'utf8'))
  expect(index.manifests.map((entry: Descriptor) => [entry.digest, entry.annotations])).toEqual([
    [first.digest, undefined],
    [second.digest, { 'org.opencontainers.image.ref.name': 'latest' }],
  ])
  expect((await store.readManifest(first.digest))?.bytes).toEqual(first.bytes)
})

test('writing the same manifest again adds nothing, and a tag replaces the untagged entry', async () => {
  const image = await putImage(store, 'one', [])
  await store.writeManifest(image.bytes, mediaTypes.manifest)
  await store.writeManifest(image.bytes, mediaTypes.manifest, { tags: ['v1'] })
  await store.writeManifest(image.bytes, mediaTypes.manifest)
  const index = JSON.parse(await readFile(join(directory, 'index.json'), 'utf8'))
  expect(index.manifests).toHaveLength(1)
})

test('referrers are found by subject, with artifact type and annotations', async () => {
  const image = await putImage(store, 'one', ['v1'])
  const other = await putImage(store, 'two', ['v2'])
  const signature = imageOf('signature', {
    subject: { mediaType: mediaTypes.manifest, digest: image.digest, size: image.bytes.length },
    artifactType: 'application/x-signature',
    annotations: { made: 'here' },
  })
  await store.writeManifest(signature.bytes, mediaTypes.manifest)
  const expected = {
    mediaType: mediaTypes.manifest,
    digest: signature.digest,
    size: signature.bytes.length,
    artifactType: 'application/x-signature',
    annotations: { made: 'here' },
  }
  expect(await store.referrers(image.digest)).toEqual([expected])
  expect(await open().referrers(image.digest)).toEqual([expected])
  expect(await open().referrers(other.digest)).toEqual([])
})

test('a referrers tag that another tool brought is read too', async () => {
  const image = await putImage(store, 'one', ['v1'])
  const listed = { mediaType: mediaTypes.manifest, digest: digestOf('elsewhere'), size: 9, artifactType: 'a/b' }
  const index = encodeJson({ schemaVersion: 2, mediaType: mediaTypes.index, manifests: [listed] })
  await store.writeManifest(index, mediaTypes.index, { tags: [`sha256-${hexOf(image.digest)}`] })
  expect(await open().referrers(image.digest)).toEqual([listed])
})

test('thirty writers at once lose nothing', async () => {
  const images = await Promise.all(
    Array.from({ length: 30 }, (_, n) => putImage(open(), `image ${n}`, [`v${n}`, 'newest'])),
  )
  expect(await store.tags()).toHaveLength(31)
  for (const image of images) expect((await store.readManifest(image.digest))?.bytes).toEqual(image.bytes)
  const names = await readdir(directory)
  expect(names.sort()).toEqual(['blobs', 'index.json', 'oci-layout'])
})

test('the lock of a process that died is broken', async () => {
  await putImage(store, 'one', ['v1'])
  const dead = await diedAlready()
  const { hostname } = await import('node:os')
  await writeFile(join(directory, 'index.json.lock'), JSON.stringify({ host: hostname(), pid: dead }))
  await putImage(store, 'two', ['v2'])
  expect(await store.tags()).toEqual(['v1', 'v2'])
})

test('a held lock is waited for until the caller gives up', async () => {
  await putImage(store, 'one', ['v1'])
  const { hostname } = await import('node:os')
  await writeFile(join(directory, 'index.json.lock'), JSON.stringify({ host: hostname(), pid: process.pid }))
  const { bytes } = imageOf('two')
  await expect(
    store.writeManifest(bytes, mediaTypes.manifest, { tags: ['v2'], signal: AbortSignal.timeout(60) }),
  ).rejects.toThrow(/timeout/i)
  await rm(join(directory, 'index.json.lock'))
  expect(await store.tags()).toEqual(['v1'])
})

describe('mounting from another layout', () => {
  test('links the verified blob, and copies no byte', async () => {
    const image = await putImage(store, 'shared layer', ['v1'])
    const other = open(`${directory}-2`)
    expect(await other.mountBlob(image.layer, store)).toBe(true)
    expect(await read(other, image.layer)).toEqual(Buffer.from('shared layer'))
    expect(other.traffic.bytesSent).toBe(0)
    await rm(`${directory}-2`, { recursive: true })
  })

  test('refuses an altered blob and is false for an absent one', async () => {
    const image = await putImage(store, 'shared layer', ['v1'])
    const other = open(`${directory}-3`)
    expect(await other.mountBlob({ ...image.layer, digest: digestOf('absent') }, store)).toBe(false)
    await writeFile(blobFile(image.layer.digest), 'SHARED LAYER')
    await expect(other.mountBlob(image.layer, store)).rejects.toMatchObject({ reason: 'digest-mismatch' })
    expect(await other.hasBlob(image.layer.digest)).toBe(false)
    await rm(`${directory}-3`, { recursive: true })
  })
})

describe('bad input', () => {
  test('an altered blob: file, expected and actual digest are named', async () => {
    const image = await putImage(store, 'hello', ['v1'])
    await writeFile(blobFile(image.layer.digest), 'hellO')
    await expect(read(store, image.layer)).rejects.toMatchObject({
      reason: 'digest-mismatch',
      message: expect.stringMatching(
        new RegExp(`${blobFile(image.layer.digest)}.*${image.layer.digest}.*${digestOf('hellO')}`),
      ),
    })
  })

  test('an altered manifest is refused by tag and by digest, and healed by writing it again', async () => {
    const image = await putImage(store, 'hello', ['v1'])
    await writeFile(blobFile(image.digest), image.bytes.toString().replace('"schemaVersion":2', '"schemaVersion":3'))
    await expect(store.readManifest({ tag: 'v1' })).rejects.toMatchObject({ reason: 'digest-mismatch' })
    await expect(store.readManifest(image.digest)).rejects.toMatchObject({ reason: 'digest-mismatch' })
    await store.writeManifest(image.bytes, mediaTypes.manifest)
    expect((await store.readManifest(image.digest))?.bytes).toEqual(image.bytes)
  })

  test('an altered manifest does not hide the referrers of another image', async () => {
    const image = await putImage(store, 'one', ['v1'])
    const damaged = await putImage(store, 'two', ['v2'])
    const subject = { mediaType: mediaTypes.manifest, digest: image.digest, size: image.bytes.length }
    await store.writeManifest(imageOf('signature', { subject }).bytes, mediaTypes.manifest)
    await writeFile(blobFile(damaged.digest), 'x')
    expect(await open().referrers(image.digest)).toHaveLength(1)
  })

  test('a truncated blob is refused before a byte is handed out', async () => {
    const image = await putImage(store, 'hello', ['v1'])
    await truncate(blobFile(image.layer.digest), 3)
    const chunks: Uint8Array[] = []
    const reading = (async () => {
      for await (const chunk of store.readBlob(image.layer)) chunks.push(chunk)
    })()
    await expect(reading).rejects.toThrow(/expected 5 bytes of sha256:[0-9a-f]{64}, found 3/)
    expect(chunks).toEqual([])
  })

  test('a descriptor that claims 1 TB is refused at once', async () => {
    const image = await putImage(store, 'hello', ['v1'])
    await expect(read(store, { ...image.layer, size: 2 ** 40 })).rejects.toMatchObject({ reason: 'digest-mismatch' })
  })

  test('a blob that is not there is not-found', async () => {
    await putImage(store, 'hello', ['v1'])
    await expect(read(store, { mediaType: 'x/y', digest: digestOf('gone'), size: 4 })).rejects.toMatchObject({
      reason: 'not-found',
    })
  })

  test('a source that is too long or altered leaves no file behind', async () => {
    await putImage(store, 'hello', ['v1'])
    const descriptor = { mediaType: 'x/y', digest: digestOf('good'), size: 4 }
    for (const wrong of ['good and more', 'evil', 'goo']) {
      await expect(store.writeBlob({ descriptor, open: () => bytesOf(wrong) })).rejects.toMatchObject({
        reason: 'digest-mismatch',
      })
    }
    expect(await store.hasBlob(descriptor.digest)).toBe(false)
    expect((await readdir(join(directory, 'blobs', 'sha256'))).filter((name) => name.length !== 64)).toEqual([])
  })

  test('a manifest above 4 MiB is neither written nor read', async () => {
    const large = Buffer.alloc(4 * 1024 * 1024 + 1, ' ')
    await expect(store.writeManifest(large, 'x/y')).rejects.toMatchObject({ reason: 'size-exceeded' })
    const layer = await putBlob(store, large)
    await expect(store.readManifest(layer.digest)).rejects.toMatchObject({ reason: 'size-exceeded' })
  })

  test.each([
    ['a directory that is something else', 'notes.txt', 'hello', /not an OCI image layout: the file oci-layout/],
    ['a broken oci-layout', 'oci-layout', '{', /oci-layout is malformed/],
    ['another layout version', 'oci-layout', '{"imageLayoutVersion":"2.0.0"}', /version 2\.0\.0/],
  ])('%s is refused for reading and writing, and not touched', async (_, name, text, message) => {
    await mkdir(directory, { recursive: true })
    await writeFile(join(directory, name), text)
    await expect(store.readManifest({ tag: 'v1' })).rejects.toThrow(message)
    await expect(putBlob(store, 'x')).rejects.toThrow(message)
    await expect(store.writeManifest(imageOf('x').bytes, mediaTypes.manifest)).rejects.toThrow(message)
    expect(await readdir(directory)).toEqual([name])
    expect(await readFile(join(directory, name), 'utf8')).toBe(text)
  })

  test.each(['{"schemaVersion":2', '[]', '{"schemaVersion":2,"manifests":[{"digest":"sha256:../../etc/passwd"}]}'])(
    'the index.json %s is refused with its path, and not touched',
    async (text) => {
      const image = await putImage(store, 'hello', ['v1'])
      await writeFile(join(directory, 'index.json'), text)
      for (const attempt of [store.tags(), store.readManifest(image.digest), putImage(open(), 'two', ['v2'])]) {
        await expect(attempt).rejects.toMatchObject({
          reason: 'unreadable',
          message: expect.stringContaining(join(directory, 'index.json')),
        })
      }
      expect(await readFile(join(directory, 'index.json'), 'utf8')).toBe(text)
    },
  )

  test('a lost index.json is not replaced by an empty one', async () => {
    await putImage(store, 'hello', ['v1'])
    await rm(join(directory, 'index.json'))
    await expect(putImage(open(), 'two', ['v2'])).rejects.toThrow(/index\.json is missing/)
  })

  test('a digest cannot name a file outside', async () => {
    await putImage(store, 'hello', ['v1'])
    await expect(store.hasBlob('sha256:../../index.json' as Digest)).rejects.toMatchObject({
      reason: 'invalid-reference',
    })
  })

  test('an aborted signal ends a write without a trace', async () => {
    const signal = AbortSignal.abort()
    await expect(store.writeManifest(imageOf('x').bytes, mediaTypes.manifest, { signal })).rejects.toThrow(/abort/i)
    await expect(stat(directory)).rejects.toThrow('ENOENT')
  })
})

function diedAlready(): Promise<number> {
  return new Promise((done) => {
    const child = spawn(process.execPath, ['-e', '0'])
    child.on('exit', () => done(child.pid ?? 0))
  })
}

test.each(['index.json', 'blob'])('a named pipe in the place of %s is refused, not waited for', async (which) => {
  const image = await putImage(store, 'hello', ['v1'])
  const file = which === 'blob' ? blobFile(image.layer.digest) : join(directory, which)
  await rm(file)
  execFileSync('mkfifo', [file])
  await expect(read(open(), image.layer)).rejects.toMatchObject({
    reason: 'unreadable',
    message: `Cannot read ${file}: it is not a file`,
  })
})

test('a disk that is full while a blob is written: what and why, and nothing half-written stays', async () => {
  const image = await putImage(store, 'hello', ['v1'])
  const source = {
    descriptor: { ...image.layer, digest: digestOf('other'), size: 5 },
    async *open() {
      yield Buffer.from('oth')
      throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', syscall: 'write' })
    },
  }
  await expect(store.writeBlob(source)).rejects.toMatchObject({
    reason: 'unwritable',
    message: `Cannot write ${blobFile(source.descriptor.digest)}: ENOSPC`,
    advice: expect.stringContaining('make room'),
  })
  expect((await readdir(join(directory, 'blobs/sha256'))).sort()).toHaveLength(3)
  expect(await read(open(), image.layer)).toEqual(Buffer.from('hello'))
})
