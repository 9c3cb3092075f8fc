import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { digestOf } from '../../src/oci/digest.js'
import { parseReference, type RegistryReference } from '../../src/oci/reference.js'
import { RemoteStore } from '../../src/registry/remote.js'
import { type FakeRegistry, type RegistryOptions, startRegistry } from '../fakes/registry/index.js'
import { bytesOf, putBlob, read } from './images.js'

let registry: FakeRegistry
const start = async (options: RegistryOptions = {}) => {
  registry = await startRegistry(options)
  return open()
}
const open = (more: object = {}) =>
  new RemoteStore(parseReference(`${registry.host}/acme/shop`) as RegistryReference, {
    firstDelayMilliseconds: 1,
    ...more,
  })
afterEach(() => registry.close())

const MiB = 1024 * 1024
const log = () =>
  registry.requests.map(({ method, url, status }) => {
    const place = url.replace(/\?.*/, '').replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/, 'ID')
    return `${method} ${place.replace('/v2/acme/shop/', '').replace(/sha256:\w+/, 'DIGEST')} ${status ?? 'broken'}`
  })

async function* inPieces(bytes: Buffer, size = 100_000): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size)
}
const sourceOf = (bytes: Buffer) => ({
  descriptor: { mediaType: 'x/y', digest: digestOf(bytes), size: bytes.length },
  open: () => inPieces(bytes),
})
const stored = () => [...registry.repository('acme/shop').blobs.values()]
const isStored = (bytes: Buffer) => stored().length === 1 && stored()[0]?.equals(bytes) === true

/** Resets the connection of the next upload once so many bytes of its body have come; what came is kept. */
function breakUpload(afterBytes: number, times = 1, method = /PUT|PATCH/): void {
  let left = times
  registry.faults.push((request) => {
    if (left === 0 || !method.test(request.method ?? '') || !request.url?.includes('/uploads/')) return false
    left -= 1
    const push = request.push.bind(request)
    let come = 0
    request.on('error', () => undefined)
    request.push = (chunk: Buffer | null) => {
      come += chunk?.length ?? 0
      const isFull = push(chunk)
      if (come >= afterBytes) process.nextTick(() => request.socket.resetAndDestroy())
      return isFull
    }
    return false
  })
}

describe('an upload', () => {
  test('whose connection breaks goes on where the registry is', async () => {
    const store = await start()
    const bytes = randomBytes(4 * MiB)
    breakUpload(2 * MiB)
    await store.writeBlob(sourceOf(bytes))
    expect(isStored(bytes)).toBe(true)
    expect(log()).toEqual([
      ...['POST blobs/uploads/ 202', 'HEAD blobs/DIGEST 404', 'PUT blobs/uploads/ID broken'],
      ...['GET blobs/uploads/ID 204', 'PATCH blobs/uploads/ID 202', 'PUT blobs/uploads/ID 201'],
    ])
    const range = registry.requests.find(({ method }) => method === 'PATCH')?.headers['content-range'] ?? ''
    expect(Number(range.split('-')[0])).toBeGreaterThan(MiB)
    expect(range.split('-')[1]).toBe(`${bytes.length - 1}`)
  })

  test('goes on again and again while it gets further', async () => {
    const store = await start()
    const bytes = randomBytes(6 * MiB)
    breakUpload(MiB / 2, 7)
    await store.writeBlob(sourceOf(bytes))
    expect(isStored(bytes)).toBe(true)
    expect(log().filter((line) => line.startsWith('PATCH')).length).toBeGreaterThan(6)
  })

  test('of which the registry knows nothing any more is begun anew', async () => {
    const store = await start()
    const bytes = randomBytes(2 * MiB)
    breakUpload(MiB)
    registry.faults.push((request) => {
      if (request.method === 'GET') registry.repository('acme/shop').uploads.clear()
      return false
    })
    await store.writeBlob(sourceOf(bytes))
    expect(isStored(bytes)).toBe(true)
    expect(log().slice(-4)).toEqual([
      ...['GET blobs/uploads/ID 404', 'HEAD blobs/DIGEST 404', 'POST blobs/uploads/ 202', 'PUT blobs/uploads/ID 201'],
    ])
  })

  test('that breaks without a byte of progress is given up after a few attempts', async () => {
    const store = await start()
    const fault = registry.inject({ kind: 'reset-request', afterBytes: 1, method: 'PUT', times: 99 })
    const failure = await store.writeBlob(sourceOf(randomBytes(MiB))).catch((error) => error)
    expect(failure).toMatchObject({ reason: 'unreachable', message: expect.stringContaining('acme/shop') })
    expect(fault.hits).toBe(4)
  })

  test('whose answer alone was lost is found there', async () => {
    const store = await start()
    registry.inject({ kind: 'lost-answer', method: 'PUT' })
    await store.writeBlob(sourceOf(randomBytes(MiB)))
    expect(log().slice(-3)).toEqual([
      'PUT blobs/uploads/ID broken',
      'GET blobs/uploads/ID 404',
      'HEAD blobs/DIGEST 200',
    ])
  })

  test('above 64 MiB goes as PATCH and PUT, and resumes as well', async () => {
    const store = await start({ blobs: 'discard' })
    const bytes = Buffer.alloc(65 * MiB, 'large')
    breakUpload(40 * MiB)
    await store.writeBlob(sourceOf(bytes))
    expect(log().slice(-4)).toEqual([
      ...['PATCH blobs/uploads/ID broken', 'GET blobs/uploads/ID 204', 'PATCH blobs/uploads/ID 202'],
      'PUT blobs/uploads/ID 201',
    ])
    expect(registry.repository('acme/shop').sizeOf(digestOf(bytes))).toBe(bytes.length)
  })

  const refuseBodiesAbove = (limit: number) =>
    registry.faults.push((request: IncomingMessage, response) => {
      if (Number(request.headers['content-length'] ?? 0) <= limit) return false
      request.resume()
      response.writeHead(413).end()
      return true
    })

  test('that a proxy refuses as too large goes in smaller parts', async () => {
    const store = await start()
    const bytes = randomBytes(5 * MiB)
    refuseBodiesAbove(2 * MiB)
    await store.writeBlob(sourceOf(bytes))
    expect(isStored(bytes)).toBe(true)
    expect(log().filter((line) => line === 'PATCH blobs/uploads/ID 202')).toHaveLength(4)
  })

  test('is not cut smaller than the registry wants its parts', async () => {
    const store = await start({ minimumChunkBytes: 2 * MiB })
    const bytes = randomBytes(9 * MiB)
    refuseBodiesAbove(3 * MiB)
    await store.writeBlob(sourceOf(bytes))
    expect(isStored(bytes)).toBe(true)
  })

  test('that cannot be cut small enough is refused', async () => {
    const store = await start({ minimumChunkBytes: 4 * MiB })
    refuseBodiesAbove(3 * MiB)
    await expect(store.writeBlob(sourceOf(randomBytes(9 * MiB)))).rejects.toMatchObject({ reason: 'size-exceeded' })
  })

  test('that was resumed, and then was not what it should be, is sent again whole', async () => {
    const store = await start()
    const bytes = randomBytes(3 * MiB)
    breakUpload(MiB)
    let left = 1
    registry.faults.push((request, response) => {
      if (request.method !== 'PUT' || request.headers['content-length'] !== '0' || left-- <= 0) return false
      const text = JSON.stringify({ errors: [{ code: 'DIGEST_INVALID', message: 'provided digest did not match' }] })
      response.writeHead(400).end(text)
      return true
    })
    await store.writeBlob(sourceOf(bytes))
    expect(isStored(bytes)).toBe(true)
    expect(log().at(-1)).toBe('PUT blobs/uploads/ID 201')
  })

  test('waits as long as an overloaded registry asks', async () => {
    const store = await start()
    registry.inject({ kind: 'status', status: 503, retryAfter: '1', method: 'PUT' })
    const began = performance.now()
    await store.writeBlob(sourceOf(randomBytes(MiB)))
    expect(performance.now() - began).toBeGreaterThan(950)
  })

  test('ends with the signal, while it waits too', async () => {
    const store = await start()
    registry.inject({ kind: 'status', status: 503, retryAfter: '30', method: 'PUT' })
    const writing = store.writeBlob(sourceOf(randomBytes(MiB)), { signal: AbortSignal.timeout(100) })
    await expect(writing).rejects.toMatchObject({ name: expect.stringMatching(/AbortError|TimeoutError/) })
  })

  test.each([
    ['changed', (bytes: Buffer) => Buffer.concat([Buffer.from('X'), bytes.subarray(1)])],
    ['short', (bytes: Buffer) => bytes.subarray(1)],
    ['long', (bytes: Buffer) => Buffer.concat([bytes, Buffer.from('X')])],
  ])('of a source that is %s is stopped before its end', async (_, change) => {
    const store = await start()
    const bytes = randomBytes(MiB)
    const { descriptor } = sourceOf(bytes)
    const writing = store.writeBlob({ descriptor, open: () => inPieces(change(bytes)) })
    await expect(writing).rejects.toMatchObject({ reason: 'digest-mismatch' })
    expect(stored()).toEqual([])
  })

  test('that is presumed absent is not looked for', async () => {
    const store = await start()
    await store.writeBlob(sourceOf(randomBytes(2 * MiB)), { presumeAbsent: true })
    expect(log()).toEqual(['POST blobs/uploads/ 202', 'PUT blobs/uploads/ID 201'])
  })

  test('to a registry that mounts nothing, and says so oddly, looks the long way', async () => {
    const bytes = randomBytes(MiB)
    await (await start()).writeBlob(sourceOf(randomBytes(MiB)))
    registry.faults.push((request) => {
      if (!request.url?.includes('mount=')) return false
      request.socket.resetAndDestroy()
      return true
    })
    await open().writeBlob(sourceOf(bytes))
    expect(log().slice(-3)).toEqual(['HEAD blobs/DIGEST 404', 'POST blobs/uploads/ 202', 'PUT blobs/uploads/ID 201'])
  })

  test('that is there already is found in one request, and then known', async () => {
    const bytes = randomBytes(2 * MiB)
    await (await start()).writeBlob(sourceOf(bytes))
    const before = registry.requests.length
    await open().writeBlob(sourceOf(bytes))
    expect(registry.requests.length).toBe(before)
  })
})

describe('a download', () => {
  const bytes = randomBytes(MiB)
  const descriptor = { mediaType: 'x/y', digest: digestOf(bytes), size: bytes.length }
  const gets = () => registry.requests.filter(({ method }) => method === 'GET').map(({ headers }) => headers.range)
  const put = async (options: RegistryOptions = {}) => {
    await start(options)
    registry.repository('acme/shop').blobs.set(descriptor.digest, bytes)
  }

  test('whose connection breaks asks for the rest', async () => {
    await put()
    registry.inject({ kind: 'reset-answer', afterBytes: 300_000, method: 'GET' })
    expect((await read(open(), descriptor)).equals(bytes)).toBe(true)
    expect(gets()).toEqual([undefined, expect.stringMatching(/^bytes=\d{5,6}-$/)])
  })

  test('goes on behind a redirect, from a fresh address', async () => {
    await put({ redirects: { blobs: true } })
    let left = 2
    registry.faults.push((_, response) => {
      if (left-- <= 0) return false
      response.writeHead(200, { 'content-length': bytes.length }).write(bytes.subarray(0, 1000 * left + 1))
      setTimeout(() => response.destroy(), 10)
      return true
    })
    expect((await read(open(), descriptor)).equals(bytes)).toBe(true)
    expect(registry.storageRequests.map(({ headers }) => headers.range)).toEqual(['bytes=1001-'])
  })

  test('from a registry that knows no ranges passes over what it has', async () => {
    await put()
    registry.inject({ kind: 'reset-answer', afterBytes: 300_000, method: 'GET' })
    registry.faults.push((request) => {
      delete request.headers.range
      return false
    })
    expect((await read(open(), descriptor)).equals(bytes)).toBe(true)
  })

  test('from a registry that sends another range is refused', async () => {
    await put()
    registry.inject({ kind: 'reset-answer', afterBytes: 300_000, method: 'GET' })
    registry.faults.push((request) => {
      if (request.headers.range !== undefined) request.headers.range = 'bytes=700000-'
      return false
    })
    await expect(read(open(), descriptor)).rejects.toMatchObject({ reason: 'unreadable' })
  })

  test('that was altered while it was resumed is a mismatch', async () => {
    await put()
    registry.inject({ kind: 'reset-answer', afterBytes: 300_000, method: 'GET' })
    registry.inject({ kind: 'wrong-content', method: 'GET', after: 1 })
    await expect(read(open(), descriptor)).rejects.toMatchObject({ reason: 'digest-mismatch' })
  })

  test('that falls silent is taken up again', async () => {
    await put()
    registry.inject({ kind: 'stall', afterBytes: 300_000, method: 'GET' })
    expect((await read(open({ idleMilliseconds: 200 }), descriptor)).equals(bytes)).toBe(true)
  })

  test('that drips takes no longer than is allowed', async () => {
    await put()
    registry.inject({ kind: 'drip', bytes: 1, everyMilliseconds: 5, method: 'GET', times: 99 })
    const small = { mediaType: 'x/y', digest: digestOf('x'.repeat(1000)), size: 1000 }
    registry.repository('acme/shop').blobs.set(small.digest, Buffer.from('x'.repeat(1000)))
    const began = performance.now()
    const reading = read(open({ totalMilliseconds: 30 }), small)
    await expect(reading).rejects.toMatchObject({
      reason: 'timed-out',
      message: expect.stringMatching(/not finished within/),
    })
    expect(performance.now() - began).toBeLessThan(20_000)
  })

  test('that breaks for ever is given up', async () => {
    await put()
    const fault = registry.inject({ kind: 'reset-answer', afterBytes: 1, method: 'GET', times: 999 })
    await expect(read(open(), descriptor)).rejects.toMatchObject({ reason: 'unreachable' })
    expect(fault.hits).toBeLessThan(50)
  })

  test('hands out its last bytes only when all of it is right', async () => {
    await put()
    registry.repository('acme/shop').blobs.set(descriptor.digest, Buffer.concat([bytes.subarray(1), Buffer.from('X')]))
    let size = 0
    const reading = async () => {
      for await (const chunk of open().readBlob(descriptor)) size += chunk.byteLength
    }
    await expect(reading()).rejects.toMatchObject({ reason: 'digest-mismatch' })
    expect(size).toBeLessThan(bytes.length)
  })
})

describe('small blobs', () => {
  test.each([
    [true, ['POST blobs/uploads/ 201', 'POST blobs/uploads/ 201']],
    [
      false,
      ['POST blobs/uploads/ 202', 'PUT blobs/uploads/ID 201', 'POST blobs/uploads/ 202', 'PUT blobs/uploads/ID 201'],
    ],
  ])('where a single POST is taken: %s', async (singlePost, lines) => {
    const store = await start({ singlePost })
    await putBlob(store, 'one')
    await putBlob(store, 'two')
    expect(log()).toEqual(lines)
  })

  test.each([405, 415, 500, 'a reset'])(
    'a registry that answers a single POST with %s is asked the long way',
    async (how) => {
      const store = await start()
      registry.faults.push((request, response) => {
        if (!request.url?.includes('uploads/?digest=')) return false
        if (typeof how === 'string') request.socket.resetAndDestroy()
        else request.resume().on('end', () => response.writeHead(how).end())
        return true
      })
      await putBlob(store, 'one')
      await putBlob(store, 'two')
      const lines = log().map((line) => line.slice(-3))
      expect(lines.slice(-4)).toEqual(['202', '201', '202', '201'])
      expect(lines.length).toBeLessThanOrEqual(8)
      expect(stored().map(String)).toEqual(['one', 'two'])
    },
  )

  test('what a registry says that it lacks is sent again', async () => {
    const store = await start()
    const { digest } = await putBlob(store, 'gone')
    registry.repository('acme/shop').blobs.delete(digest)
    const manifest = Buffer.from(
      JSON.stringify({
        schemaVersion: 2,
        mediaType: 'application/vnd.oci.image.manifest.v1+json',
        config: { mediaType: 'x/y', digest, size: 4 },
        layers: [],
      }),
    )
    const push = () => store.writeManifest(manifest, 'application/vnd.oci.image.manifest.v1+json')
    await expect(push()).rejects.toThrow(/MANIFEST_BLOB_UNKNOWN/)
    await store.writeBlob({ descriptor: { mediaType: 'x/y', digest, size: 4 }, open: () => bytesOf('gone') })
    await push()
  })
})
