import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadImage } from '../../src/image/index.js'
import { parseReference, type RegistryReference } from '../../src/oci/reference.js'
import { copyImage } from '../../src/registry/index.js'
import { RemoteStore } from '../../src/registry/remote.js'
import { type AuthOptions, type FakeRegistry, type RegistryOptions, startRegistry } from '../fakes/registry/index.js'
import { bytesOf } from '../registry/images.js'
import { imageOf, layerOf, seed } from './images.js'

/** A registry that answers what no honest one does; what it wants most are our credentials. */
let registry: FakeRegistry
let thief: FakeRegistry
let folder: string
const user: AuthOptions = { scheme: 'bearer', username: 'ada', password: 'hunter2hunter2' }
const image = imageOf([layerOf({ 'app/server.js': 'serve()' })])
const [blob] = image.blobs
const { DOCKER_CONFIG } = process.env

async function start(options: RegistryOptions = {}): Promise<void> {
  registry = await startRegistry(options)
  thief = await startRegistry()
  seed(registry.repository('acme/shop'), image, 'v1')
  folder = await mkdtemp(join(tmpdir(), 'ingot-hostile-'))
  const auth = Buffer.from(`${user.username}:${user.password}`).toString('base64')
  await writeFile(join(folder, 'config.json'), JSON.stringify({ auths: { [registry.host]: { auth } } }))
  process.env.DOCKER_CONFIG = folder
}
afterEach(async () => {
  await Promise.all([registry.close(), thief.close()])
  await rm(folder, { recursive: true, force: true })
})
afterAll(() => {
  if (DOCKER_CONFIG === undefined) delete process.env.DOCKER_CONFIG
  else process.env.DOCKER_CONFIG = DOCKER_CONFIG
})

const store = (path = 'acme/shop') =>
  new RemoteStore(parseReference(`${registry.host}/${path}`) as RegistryReference, {
    ...{ firstDelayMilliseconds: 1, idleMilliseconds: 2000 },
  })
const failure = (work: Promise<unknown>) =>
  work.then(
    () => 'nothing failed',
    (error) => error,
  )
const answer = (url: RegExp, status: number, headers: Record<string, string>, body = '') =>
  registry.faults.push((request, response) => {
    if (!url.test(request.url ?? '')) return false
    request.resume().on('end', () => response.writeHead(status, headers).end(body))
    return true
  })
const isQuiet = (error: { message: string; advice?: string }) =>
  !['hunter2', 's3cret', '\u001b'].some((secret) => `${error.message} ${error.advice}`.includes(secret))

describe('redirects', () => {
  test.each([
    'file:///etc/passwd',
    'ftp://example.com/x',
    'data:text/plain,hello',
    'javascript:alert(1)',
    'http://[::bad/',
    '//',
  ])('to %s are not followed', async (location) => {
    await start()
    answer(/blobs/, 307, { location })
    const failed = await failure(loadImage(store(), parseReference(`${registry.host}/acme/shop:v1`)))
    expect(failed).toMatchObject({ reason: 'unreachable' })
    expect(isQuiet(failed)).toBe(true)
  })

  test.each(['basic', 'bearer'] as const)('of downloads take no %s login along', async (scheme) => {
    await start({ auth: { ...user, scheme }, redirects: { blobs: true } })
    await loadImage(store(), parseReference(`${registry.host}/acme/shop:v1`))
    expect(registry.requests.some(({ authorization }) => authorization !== undefined)).toBe(true)
    expect(registry.storageRequests.length).toBeGreaterThan(0)
    expect(registry.storageRequests.filter(({ authorization }) => authorization !== undefined)).toEqual([])
  })

  test('of a manifest to a stranger take no login along, and what comes is checked', async () => {
    await start({ auth: { ...user, scheme: 'basic' } })
    const { digest } = image.descriptor
    thief.faults.push((_, response) => {
      response.writeHead(200, { 'content-type': image.descriptor.mediaType }).end('{"evil":true}')
      return true
    })
    answer(/manifests/, 307, { location: `http://${thief.host}/steal?token=s3cret` })
    const failed = await failure(store().readManifest(digest))
    expect(failed.reason).toBe('digest-mismatch')
    expect(thief.requests).toHaveLength(1)
    expect(thief.requests[0]?.authorization).toBeUndefined()
  })
})

describe('uploads', () => {
  test('to another origin take no login along, and arrive', async () => {
    await start({ auth: user, redirects: { uploads: true } })
    const to = store('prod/shop')
    await copyImage({ from: store(), to, digest: image.descriptor.digest, tags: ['v1'] })
    const big = Buffer.alloc(100_000, 'x')
    const digest = (await import('../../src/oci/digest.js')).digestOf(big)
    await to.writeBlob({ descriptor: { mediaType: 'x/y', digest, size: big.length }, open: () => bytesOf(big) })
    expect(registry.repository('prod/shop').sizeOf(digest)).toBe(100_000)
    expect(registry.storageRequests.length).toBeGreaterThan(0)
    expect(registry.storageRequests.filter(({ authorization }) => authorization !== undefined)).toEqual([])
  })

  test.each(['file:///tmp/x', 'gopher://example.com/', 'http://', ''])('to %j are refused', async (location) => {
    await start()
    answer(/uploads/, 202, { location })
    if (blob === undefined) throw new Error('no blob')
    const descriptor = { mediaType: 'x/y', digest: blob[0] as never, size: blob[1].length }
    const failed = await failure(store('prod/shop').writeBlob({ descriptor, open: () => bytesOf(blob[1]) }))
    expect(failed).toMatchObject({ name: 'IngotError' })
    expect(failed.reason).not.toBe('internal')
    expect(failed.message).toContain('prod/shop')
  })
})

describe('challenges', () => {
  test.each([
    ['a realm in clear elsewhere', 'Bearer realm="http://example.com/token",service="x"'],
    ['a file', 'Bearer realm="file:///etc/passwd"'],
    ['a script', 'Bearer realm="javascript:alert(1)"'],
    ['no realm', 'Bearer service="x"'],
    ['an empty realm', 'Bearer realm=""'],
    ['a relative realm', 'Bearer realm="/token"'],
    ['garbage', '=,"\\", ,,Bearer=,"'],
    ['a thousand challenges', 'Basic, '.repeat(1000)],
    ['a scheme that nobody knows', 'Negotiate abc'],
    ['a quote that never closes', `Bearer realm="${'x'.repeat(2000)}`],
  ])('%s: no login is sent, and the refusal is named', async (_, challenge) => {
    await start()
    answer(/./, 401, { 'www-authenticate': challenge })
    const failed = await failure(store().readManifest({ tag: 'v1' }))
    expect(failed).toMatchObject({ reason: 'unauthorized' })
    expect(isQuiet(failed)).toBe(true)
    const told = registry.requests.filter(({ authorization }) => authorization?.startsWith('Basic'))
    // Basic is what this registry may ask for: the login is its own.
    expect(told.length).toBeLessThanOrEqual(challenge.startsWith('Basic') ? 1 : 0)
    expect(registry.requests.length).toBeLessThan(5)
  })

  test('a token service that hands out nonsense is not believed, nor quoted', async () => {
    await start({ auth: user })
    for (const body of [
      '{}',
      '[]',
      'null',
      '{"token":7}',
      '{"token":"a b\\r\\nX-Evil: 1"}',
      '<html>s3cret',
      '{"token":""}',
    ]) {
      registry.faults.length = 0
      answer(/^\/token/, 200, { 'content-type': 'application/json' }, body)
      const failed = await failure(store().readManifest({ tag: 'v1' }))
      expect(failed).toMatchObject({ reason: 'unauthorized', message: expect.stringMatching(/gave no token/) })
      expect(isQuiet(failed)).toBe(true)
    }
  })

  test('a registry that refuses every token is not asked for ever', async () => {
    await start({ auth: { ...user, tokenSeconds: 0 } })
    expect(await failure(store().readManifest({ tag: 'v1' }))).toMatchObject({ reason: 'unauthorized' })
    expect(registry.requests.length).toBeLessThan(10)
  })
})

test('an error without end is cut off', async () => {
  await start()
  let sent = 0
  registry.faults.push((_, response) => {
    response.writeHead(400, { 'content-type': 'application/json' })
    const more = () => {
      while (sent < 50e6 && !response.destroyed && response.write('x'.repeat(65536))) sent += 65536
      sent += 65536
    }
    response.on('drain', more)
    more()
    return true
  })
  expect(await failure(store().readManifest({ tag: 'v1' }))).toMatchObject({ reason: 'unsupported' })
  expect(sent).toBeLessThan(20e6)
})

test('pages that go on for ever end', async () => {
  await start()
  let page = 0
  registry.faults.push((request, response) => {
    if (!request.url?.includes('/tags/list')) return false
    page += 1
    response.writeHead(200, { link: `</v2/acme/shop/tags/list?last=${page}>; rel="next"` }).end('{"tags":["v1"]}')
    return true
  })
  expect(await failure(store().tags())).toMatchObject({ reason: 'unreadable' })
}, 60_000)

test('a status that is no status is an answer like any other', async () => {
  await start()
  for (const status of [299, 304, 418, 599, 999]) {
    registry.faults.length = 0
    answer(/manifests/, status, {})
    const failed = await failure(store().readManifest({ tag: 'v1' }))
    expect(failed).toMatchObject({ name: 'IngotError' })
    expect(failed.reason).not.toBe('internal')
  }
})
