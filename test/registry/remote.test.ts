import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { digestOf, hexOf } from '../../src/oci/digest.js'
import { type Descriptor, encodeJson } from '../../src/oci/manifest.js'
import { mediaTypes } from '../../src/oci/media-types.js'
import { parseReference, type RegistryReference } from '../../src/oci/reference.js'
import { openStore } from '../../src/registry/index.js'
import { RemoteStore } from '../../src/registry/remote.js'
import { type FakeRegistry, type RegistryOptions, startRegistry } from '../fakes/registry/index.js'
import { bytesOf, imageOf, putBlob, putImage, read } from './images.js'

let registry: FakeRegistry
const start = async (options: RegistryOptions = {}) => {
  registry = await startRegistry(options)
  return open()
}
const open = (path = 'acme/shop') =>
  new RemoteStore(parseReference(`${registry.host}/${path}`) as RegistryReference, { firstDelayMilliseconds: 1 })
const log = () =>
  registry.requests.map(
    ({ method, url }) =>
      `${method} ${url.replace(/\?.*/, '').replace(/\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/, 'ID')}`,
  )

afterEach(() => registry.close())

test('pushes, pulls and tags, verified, and counts its traffic', async () => {
  const store = await start()
  const image = await putImage(store, 'layer', ['v1', 'latest'])
  expect(log()).toEqual([
    ...['POST /v2/acme/shop/blobs/uploads/', 'POST /v2/acme/shop/blobs/uploads/'],
    ...['PUT /v2/acme/shop/manifests/v1', 'PUT /v2/acme/shop/manifests/latest'],
  ])
  expect(store.traffic).toEqual({ requests: 4, bytesSent: 2 + 5 + 2 * image.bytes.length })
  const reader = openStore(parseReference(`${registry.host}/acme/shop:v1`))
  const stored = await reader.readManifest({ tag: 'v1' })
  expect(stored?.bytes).toEqual(image.bytes)
  expect(stored?.descriptor).toEqual(image.descriptor)
  expect((await reader.readManifest(image.digest))?.bytes).toEqual(image.bytes)
  expect((await read(reader, image.layer)).toString()).toBe('layer')
  expect(await reader.tags()).toEqual(['latest', 'v1'])
})

test('what is not there is undefined, false or empty', async () => {
  const store = await start()
  expect(await store.readManifest({ tag: 'v1' })).toBeUndefined()
  expect(await store.readManifest(digestOf('x'))).toBeUndefined()
  expect(await store.hasBlob(digestOf('x'))).toBe(false)
  expect(await store.tags()).toEqual([])
  expect(await store.referrers(digestOf('x'))).toEqual([])
})

test('a blob that is there is not sent again', async () => {
  const store = await start()
  const blob = await putBlob(store, 'once')
  const before = store.traffic.bytesSent
  await putBlob(store, 'once')
  expect(store.traffic.bytesSent).toBe(before)
  expect(await store.hasBlob(blob.digest)).toBe(true)
})

test('tags come in pages', async () => {
  const store = await start({ pageSize: 2 })
  const tags = ['a', 'b', 'c', 'd', 'e']
  await putImage(store, 'x', tags)
  expect(await store.tags()).toEqual(tags)
  expect(log().filter((line) => line.includes('/tags/list'))).toHaveLength(3)
})

describe('mounting', () => {
  test('within a registry moves no byte', async () => {
    const store = await start()
    const blob = await putBlob(store, 'shared')
    const other = open('acme/other')
    expect(await other.mountBlob(blob, store)).toBe(true)
    expect(other.traffic).toEqual({ requests: 1, bytesSent: 0 })
    expect((await read(other, blob)).toString()).toBe('shared')
  })

  test('that is refused leaves an upload, which the next write takes up', async () => {
    const store = await start({ mounts: false })
    const blob = await putBlob(store, 'shared')
    const other = open('acme/other')
    expect(await other.mountBlob(blob, store)).toBe(false)
    await other.writeBlob({ descriptor: blob, open: () => store.readBlob(blob) })
    expect(log().filter((line) => line.startsWith('POST /v2/acme/other'))).toHaveLength(1)
    expect((await read(other, blob)).toString()).toBe('shared')
  })
})

describe.each(['api', 'none', 'empty'] as const)('referrers, in a registry of kind "%s"', (kind) => {
  const referrerOf = (subject: Descriptor, content: string) =>
    imageOf(content, { subject, artifactType: 'application/x-signature', annotations: { made: content } })
  const push = async (store: RemoteStore, subject: Descriptor, content: string) => {
    const referrer = referrerOf(subject, content)
    await putBlob(store, content)
    await store.writeManifest(referrer.bytes, mediaTypes.manifest)
    return { ...referrer.descriptor, artifactType: 'application/x-signature', annotations: { made: content } }
  }

  test('are found by every reader as soon as they are written', async () => {
    const store = await start({ referrers: kind })
    const image = await putImage(store, 'image', ['v1'])
    const first = await push(store, image.descriptor, 'one')
    const second = await push(store, image.descriptor, 'two')
    expect(await open().referrers(image.digest)).toEqual([first, second])
    const fallback = registry.repository('acme/shop').tags.has(`sha256-${hexOf(image.digest)}`)
    expect(fallback).toBe(kind !== 'api')
  })

  test('lose no entry to writers in one process, and repeat none', async () => {
    const store = await start({ referrers: kind })
    const image = await putImage(store, 'image', ['v1'])
    const contents = Array.from({ length: 12 }, (_, n) => `signature ${n}`)
    await Promise.all(contents.map((content) => push(open(), image.descriptor, content)))
    await push(store, image.descriptor, 'signature 3')
    const found = await open().referrers(image.digest)
    expect(found.map(({ annotations }) => annotations?.made).sort()).toEqual(contents.sort())
  })
})

test('an entry that another writer overwrote is added again', async () => {
  const store = await start({ referrers: 'none' })
  const image = await putImage(store, 'image', ['v1'])
  const other = { mediaType: mediaTypes.manifest, digest: digestOf('other'), size: 5 }
  const overwriting = encodeJson({ schemaVersion: 2, mediaType: mediaTypes.index, manifests: [other] })
  const tag = `sha256-${hexOf(image.digest)}`
  let left = 2
  registry.faults.push((request, response) => {
    if (request.method !== 'PUT' || !request.url?.endsWith(tag) || left === 0) return false
    left -= 1
    const { manifests, tags } = registry.repository('acme/shop')
    manifests.set(digestOf(overwriting), { bytes: overwriting, mediaType: mediaTypes.index })
    tags.set(tag, digestOf(overwriting))
    request.resume().on('end', () => response.writeHead(201).end())
    return true
  })
  const signature = imageOf('image', { subject: image.descriptor })
  await store.writeManifest(signature.bytes, mediaTypes.manifest)
  const found = await open().referrers(image.digest)
  expect(found.map(({ digest }) => digest).sort()).toEqual([other.digest, signature.digest].sort())
})

test('a registry with immutable tags and no referrers API is told apart', async () => {
  const store = await start({ referrers: 'none', immutableTags: true })
  const image = await putImage(store, 'image', ['v1'])
  await store.writeManifest(imageOf('image', { subject: image.descriptor }).bytes, mediaTypes.manifest)
  const second = imageOf('image', { subject: image.descriptor, annotations: { n: '2' } })
  await expect(store.writeManifest(second.bytes, mediaTypes.manifest)).rejects.toMatchObject({
    reason: 'tag-immutable',
    advice: expect.stringContaining('sha256-'),
  })
  await putBlob(store, 'two')
  const moved = store.writeManifest(imageOf('two').bytes, mediaTypes.manifest, { tags: ['v1'] })
  await expect(moved).rejects.toMatchObject({
    reason: 'tag-immutable',
    message: expect.stringMatching(
      /Cannot push the manifest v1 to 127\.0\.0\.1:\d+\/acme\/shop.*the tag v1 is immutable/,
    ),
  })
})

describe('logging in', () => {
  const user = { username: 'ada', password: 'pa:ss' }
  let folder: string
  const before = process.env.DOCKER_CONFIG

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ingot-docker-'))
    process.env.DOCKER_CONFIG = folder
  })
  afterEach(async () => {
    if (before === undefined) delete process.env.DOCKER_CONFIG
    else process.env.DOCKER_CONFIG = before
    await rm(folder, { recursive: true })
  })
  const logIn = (host: string, auth = Buffer.from('ada:pa:ss').toString('base64')) =>
    writeFile(join(folder, 'config.json'), JSON.stringify({ auths: { [host]: { auth } } }))

  test.each(['basic', 'bearer'] as const)('by %s, from docker config.json', async (scheme) => {
    const store = await start({ auth: { scheme, ...user } })
    await logIn(registry.host)
    const image = await putImage(store, 'secret', ['v1'])
    expect((await open().readManifest({ tag: 'v1' }))?.descriptor.digest).toBe(image.digest)
    const other = open('acme/other')
    expect(await other.mountBlob(image.layer, store)).toBe(true)
  })

  test('asks for a token once a scope, and again when the registry has forgotten it', async () => {
    const store = await start({ auth: { scheme: 'bearer', ...user } })
    await logIn(registry.host)
    await putImage(store, 'secret', ['v1'])
    const tokens = () => registry.requests.filter(({ url }) => url.startsWith('/token')).length
    expect(tokens()).toBe(1)
    await store.readManifest({ tag: 'v1' })
    expect(tokens()).toBe(1)
    let isExpired = true
    registry.faults.push((request, response) => {
      if (!isExpired || request.url?.startsWith('/token')) return false
      isExpired = false
      const challenge = `Bearer realm="http://${registry.host}/token",service="fake",error="invalid_token"`
      response.writeHead(401, { 'www-authenticate': challenge }).end()
      return true
    })
    expect(await store.readManifest({ tag: 'v1' })).toBeDefined()
    expect(tokens()).toBe(2)
  })

  test.each(['basic', 'bearer'] as const)('without a login, %s is refused with the next move', async (scheme) => {
    const store = await start({ auth: { scheme, ...user } })
    const failure = await store.readManifest({ tag: 'v1' }).catch((error) => error)
    expect(failure).toMatchObject({ reason: 'unauthorized' })
    expect(failure.message).toMatch(/Cannot read the manifest v1 from 127\.0\.0\.1:\d+\/acme\/shop/)
    expect(failure.advice).toMatch(/docker login 127\.0\.0\.1/)
  })

  test('a wrong password never shows in the message', async () => {
    const store = await start({ auth: { scheme: 'basic', ...user } })
    await logIn(registry.host, Buffer.from('ada:wrong').toString('base64'))
    const failure = await putBlob(store, 'x').catch((error) => error)
    expect(failure).toMatchObject({ reason: 'unauthorized' })
    expect(`${failure.message} ${failure.advice}`).not.toMatch(/wrong|YWRh/)
    expect(failure.advice).toMatch(/may not write this repository/)
  })

  test('credentials of another host, even a longer name, are never used', async () => {
    const store = await start({ auth: { scheme: 'basic', ...user } })
    await logIn(`${registry.host}.example.com`)
    await expect(store.readManifest({ tag: 'v1' })).rejects.toMatchObject({ reason: 'unauthorized' })
    expect(registry.requests.every(({ authorization }) => authorization === undefined)).toBe(true)
  })

  test('a broken config.json is named, and not quoted', async () => {
    const store = await start({ auth: { scheme: 'basic', ...user } })
    await writeFile(join(folder, 'config.json'), '{"auths": "s3cret"')
    const failure = await store.readManifest({ tag: 'v1' }).catch((error) => error)
    expect(failure).toMatchObject({ reason: 'invalid-config', message: expect.stringContaining(folder) })
    expect(failure.message).not.toContain('s3cret')
  })

  test('a token service in plain HTTP on another machine is not asked', async () => {
    const store = await start()
    registry.faults.push((_, response) => {
      response.writeHead(401, { 'www-authenticate': 'Bearer realm="http://tokens.example.com/?x=s3cret"' }).end()
      return true
    })
    const failure = await store.readManifest({ tag: 'v1' }).catch((error) => error)
    expect(failure).toMatchObject({ reason: 'unauthorized', message: expect.stringContaining('tokens.example.com') })
    expect(failure.message).not.toContain('s3cret')
  })
})

describe('bad answers', () => {
  const answer = (
    status: number,
    headers: Record<string, string | number>,
    text: string,
    when = (_: string) => true,
  ) => {
    registry.faults.push((request, response) => {
      if (!when(`${request.method} ${request.url}`)) return false
      request.resume()
      response.writeHead(status, headers).end(text)
      return true
    })
  }

  test('an altered blob is a digest mismatch, an altered manifest too', async () => {
    const store = await start()
    const image = await putImage(store, 'layer', ['v1'])
    const { blobs, manifests } = registry.repository('acme/shop')
    blobs.set(image.layer.digest, Buffer.from('LAYER'))
    manifests.set(image.digest, { bytes: Buffer.from(`${image.bytes} `), mediaType: mediaTypes.manifest })
    await expect(read(store, image.layer)).rejects.toMatchObject({
      reason: 'digest-mismatch',
      message: expect.stringMatching(new RegExp(`acme/shop.*${image.layer.digest}.*${digestOf('LAYER')}`)),
    })
    for (const label of [image.digest, { tag: 'v1' }]) {
      await expect(store.readManifest(label)).rejects.toMatchObject({ reason: 'digest-mismatch' })
    }
  })

  test('a blob of another length is refused before it is read', async () => {
    const store = await start()
    const image = await putImage(store, 'layer', ['v1'])
    const claims = { ...image.layer, size: 2 ** 40 }
    await expect(read(store, claims)).rejects.toThrow(/expected 1099511627776 bytes of sha256:[0-9a-f]{64}, found 5/)
  })

  test('an endless blob is stopped at its size', async () => {
    const store = await start()
    const image = await putImage(store, 'layer', ['v1'])
    let sent = 0
    registry.faults.push((_, response) => {
      response.writeHead(200) // chunked: no length to hold it to
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(65536))) sent += 65536
      }
      response.on('drain', more)
      more()
      return true
    })
    await expect(read(store, image.layer)).rejects.toMatchObject({ reason: 'digest-mismatch' })
    expect(sent).toBeLessThan(16 * 1024 * 1024)
  })

  test('a connection that ends before Content-Length is unreachable', async () => {
    const store = await start()
    const image = await putImage(store, 'layer', ['v1'])
    registry.faults.push((_, response) => {
      response.writeHead(200, { 'content-length': 5 }).write('la')
      setTimeout(() => response.destroy(), 5)
      return true
    })
    const failure = await read(store, image.layer).catch((error) => error)
    expect(failure).toMatchObject({ reason: 'unreachable' })
    expect(failure.message).toMatch(/Cannot read the blob .* the connection was lost after 2 of 5 bytes/)
  })

  test('a manifest whose connection is lost is asked for again', async () => {
    const store = await start()
    const image = await putImage(store, 'layer', ['v1'])
    let left = 2
    registry.faults.push((_, response) => {
      if (left-- <= 0) return false
      response.writeHead(200, { 'content-length': 500 }).write('{')
      setTimeout(() => response.destroy(), 5)
      return true
    })
    expect((await store.readManifest({ tag: 'v1' }))?.bytes).toEqual(image.bytes)
  })

  test('a manifest above 4 MiB is not read', async () => {
    const store = await start()
    answer(200, { 'content-type': mediaTypes.manifest }, ' '.repeat(4 * 1024 * 1024 + 1))
    await expect(store.readManifest({ tag: 'v1' })).rejects.toMatchObject({ reason: 'size-exceeded' })
  })

  test('one of 100 MB is refused before it is read', async () => {
    const store = await start()
    let sent = 0
    registry.faults.push((_, response) => {
      response.writeHead(200, { 'content-type': mediaTypes.manifest, 'content-length': 100_000_000 })
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(65536))) sent += 65536
      }
      response.on('drain', more)
      more()
      return true
    })
    await expect(store.readManifest({ tag: 'v1' })).rejects.toMatchObject({ reason: 'size-exceeded' })
    expect(sent).toBeLessThan(16 * 1024 * 1024)
  })

  test('schema 1 is refused by name', async () => {
    const store = await start()
    const document = '{"schemaVersion":1,"name":"old","fsLayers":[]}'
    answer(200, { 'content-type': 'application/vnd.docker.distribution.manifest.v1+prettyjws' }, document)
    await expect(store.readManifest({ tag: 'v1' })).rejects.toMatchObject({
      reason: 'unsupported',
      message: expect.stringContaining('schema 1'),
    })
  })

  test('a web page is not a registry', async () => {
    const store = await start()
    answer(200, { 'content-type': 'text/html' }, '<html>Log in, please</html>')
    await expect(store.readManifest({ tag: 'v1' })).rejects.toMatchObject({
      reason: 'unreadable',
      message: expect.stringMatching(/manifest v1 of .*text\/html/),
    })
    await expect(store.tags()).rejects.toMatchObject({ reason: 'unreadable' })
    await expect(
      putBlob(store, 'x').then(() => store.writeManifest(imageOf('x').bytes, mediaTypes.manifest)),
    ).rejects.toMatchObject({
      message: expect.stringContaining('the registry answered 200'),
    })
  })

  test('redirects in a circle end', async () => {
    const store = await start()
    registry.faults.push((request, response) => {
      response.writeHead(307, { location: `${request.url}?again=s3cret` }).end()
      return true
    })
    const failure = await store.readManifest({ tag: 'v1' }).catch((error) => error)
    expect(failure).toMatchObject({
      reason: 'unreachable',
      message: expect.stringMatching(/redirected more than 5 times/),
    })
    expect(failure.message).not.toContain('s3cret')
    expect(registry.requests).toHaveLength(6)
  })

  test('pages in a circle end', async () => {
    const store = await start()
    answer(200, { link: '</v2/acme/shop/tags/list?n=1000>; rel="next"' }, '{"tags":["a"]}')
    await expect(store.tags()).rejects.toMatchObject({ reason: 'unreadable' })
  })

  test('an upload whose connection is lost is begun anew', async () => {
    const store = await start({ singlePost: false })
    let left = 1
    registry.faults.push((request) => {
      if (request.method !== 'PUT' || left === 0) return false
      left -= 1
      request.socket.destroy()
      return true
    })
    const blob = await putBlob(store, 'persistent')
    expect((await read(store, blob)).toString()).toBe('persistent')
    expect(log().filter((line) => line.startsWith('POST'))).toHaveLength(2)
  })

  test('a part that the registry loses sight of for a moment is believed in', async () => {
    const store = await start()
    let left = 2
    registry.faults.push((request, response) => {
      if (request.method !== 'PUT' || !request.url?.includes('/manifests/') || left === 0) return false
      left -= 1
      const text = JSON.stringify({ errors: [{ code: 'MANIFEST_BLOB_UNKNOWN', message: 'blob unknown to registry' }] })
      request.resume().on('end', () => response.writeHead(400).end(text))
      return true
    })
    await putImage(store, 'layer', ['v1'])
    expect(await store.tags()).toEqual(['v1'])
  })

  test('a manifest whose part is missing is refused in the end', async () => {
    const store = await start()
    await expect(store.writeManifest(imageOf('x').bytes, mediaTypes.manifest)).rejects.toThrow(/MANIFEST_BLOB_UNKNOWN/)
  })

  test('writers of the same blob at once send it once', async () => {
    const store = await start()
    await Promise.all([putBlob(store, 'same'), putBlob(open(), 'same'), putBlob(open(), 'same')])
    expect(log().filter((line) => line.startsWith('POST'))).toHaveLength(1)
  })

  test('a source that is not what it says is not stored, nor tried again', async () => {
    const store = await start()
    const descriptor = { mediaType: 'x/y', digest: digestOf('good'), size: 4 }
    for (const wrong of ['evil', 'good and more', 'goo']) {
      const failure = await store.writeBlob({ descriptor, open: () => bytesOf(wrong) }).catch((error) => error)
      expect(failure).toMatchObject({ reason: 'digest-mismatch' })
    }
    expect(registry.repository('acme/shop').blobs.size).toBe(0)
    expect(log()).toEqual([])
  })

  test('words of the registry are passed on without its secrets', async () => {
    const store = await start()
    const message = 'see https://registry.example.com/help?token=s3cret\u001b[31m'
    answer(400, {}, JSON.stringify({ errors: [{ code: 'NAME_INVALID', message }] }))
    const failure = await store.tags().catch((error) => error)
    expect(failure.message).toMatch(/answered 400 \(NAME_INVALID: see https:\/\/registry\.example\.com\/help/)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that there is none is the point
    expect(failure.message).not.toMatch(/s3cret|\u001b/)
  })

  test('a closed port is unreachable, with both names in the message', async () => {
    const store = await start()
    await registry.close()
    await expect(store.tags()).rejects.toMatchObject({
      reason: 'unreachable',
      message: expect.stringMatching(/Cannot list the tags from 127\.0\.0\.1:\d+\/acme\/shop: .*nothing listens/),
    })
  })

  test('an aborted signal ends a request that gets no answer', async () => {
    const store = await start()
    registry.faults.push(() => true)
    await expect(store.tags({ signal: AbortSignal.timeout(50) })).rejects.toMatchObject({ name: 'TimeoutError' })
  })
})
