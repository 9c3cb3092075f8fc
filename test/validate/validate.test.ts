import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { IngotError } from '../../src/errors.js'
import { loadImage } from '../../src/image/index.js'
import { parseReference } from '../../src/oci/reference.js'
import type { ImageStore } from '../../src/oci/store.js'
import { type Check, defaultChecks, type HttpCheck, type Launch, validateImage } from '../../src/validate/index.js'
import {
  type Files,
  hostArchitecture,
  openLayout,
  otherArchitecture,
  temporaryDirectory,
  writeImage,
  writeIndex,
} from './images.js'

let directory: Awaited<ReturnType<typeof temporaryDirectory>>
let store: ImageStore
beforeEach(async () => {
  directory = await temporaryDirectory()
  store = openLayout(join(directory.path, 'registry'))
})
afterEach(() => directory.remove())

const load = (tag: string) => loadImage(store, parseReference(`oci:${join(directory.path, 'registry')}:${tag}`))

async function image(files: Files = { 'app/server.js': 'serve()' }, config = {}, architecture = hostArchitecture) {
  await writeImage(store, files, config, { tags: ['one'], architecture })
  return load('one')
}

const http = (more: Partial<HttpCheck> = {}): HttpCheck => ({
  kind: 'http',
  path: '/healthz',
  status: 200,
  withinMilliseconds: 400,
  ...more,
})

/** A service that answers as it is told; counts its starts and stops. */
async function serve(answer: (path: string, requests: number) => { status: number; body?: string } | undefined) {
  const calls = { starts: 0, stops: 0, requests: 0 }
  const launch: Launch = async () => {
    calls.starts += 1
    const server = createServer((request, response) => {
      const { status, body = '' } = answer(request.url ?? '', ++calls.requests) ?? {}
      if (status !== undefined) response.writeHead(status, { location: '/elsewhere' }).end(body)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const stop = async () => {
      calls.stops += 1
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    }
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop }
  }
  return { launch, calls }
}

test('real files and configuration are looked at', async () => {
  const checks: Check[] = [
    { kind: 'file', path: '/app/server.js', mode: '0644', absent: false, contains: 'serve' },
    { kind: 'metadata', user: '10001', labels: {} },
    { kind: 'setuid', allow: [] },
    { kind: 'size', maximumBytes: 1_000_000 },
  ]
  const clock = [0, 5, 5, 1234].values()
  const validation = await validateImage({
    image: await image({ 'app/server.js': 'serve()', 'bin/su': { mode: 0o4755 } }, { User: '10001' }),
    checks,
    now: () => clock.next().value ?? 2000,
  })
  expect(validation.verdict).toBe('fail')
  expect(validation.results.map(({ check, verdict }) => [check, verdict])).toEqual([
    ['file /app/server.js', 'pass'],
    ['metadata', 'pass'],
    ['setuid', 'fail'],
    ['size', 'pass'],
  ])
  expect(validation.results.slice(0, 2).map(({ seconds }) => seconds)).toEqual([0.005, 1.229])
})

test('content behind a link is read too', async () => {
  const files = { 'app/v2.js': 'version two', 'app/current.js': { link: 'v2.js' } }
  const check = { kind: 'file', path: '/app/current.js', absent: false, contains: 'two' } as const
  expect(await validateImage({ image: await image(files), checks: [check] })).toMatchObject({ verdict: 'pass' })
})

test('the default checks read the users of the image', async () => {
  const named = await image({ 'etc/passwd': 'app:x:10001:10001\n' }, { User: 'app' })
  expect(await validateImage({ image: named, checks: defaultChecks })).toMatchObject({ verdict: 'pass' })
})

test('every manifest of an index is looked at, two of one platform too', async () => {
  const platform = (architecture: string) => ({ os: 'linux', architecture })
  const good = await writeImage(store, { 'app/server.js': 'x' })
  const bad = await writeImage(store, { 'app/other.js': 'x' })
  const other = await writeImage(store, { 'app/none.js': 'x' }, {}, { architecture: otherArchitecture })
  const { digest } = await writeIndex(
    store,
    [
      { ...good, platform: platform(hostArchitecture) },
      { ...bad, platform: platform(hostArchitecture) },
      { ...other, platform: platform(otherArchitecture) },
      { ...good, digest: other.digest, platform: { os: 'unknown', architecture: 'unknown' } },
    ],
    ['all'],
  )
  const checks = [{ kind: 'file', path: '/app/server.js', absent: false } as const]
  const validation = await validateImage({ image: await load('all'), checks })
  expect(validation.digest).toBe(digest)
  expect(validation.results.map(({ check, verdict }) => `${check}: ${verdict}`)).toEqual([
    `linux/${hostArchitecture} file /app/server.js: pass`,
    `linux/${hostArchitecture} file /app/server.js: fail`,
    `linux/${otherArchitecture} file /app/server.js: fail`,
  ])
})

test('an altered layer is no failed check but no image', async () => {
  const { descriptor, manifest, ...rest } = await image()
  const layers = manifest.layers.map((layer) => ({ ...layer, digest: descriptor.digest }))
  const altered = { ...rest, descriptor, manifest: { ...manifest, layers } }
  await expect(validateImage({ image: altered, checks: defaultChecks })).rejects.toBeInstanceOf(IngotError)
})

test('no checks are no pass', async () => {
  expect((await validateImage({ image: await image(), checks: [] })).verdict).toBe('error')
})

describe('http', () => {
  const run = async (checks: Check[], launch?: Launch) =>
    validateImage({ image: await image(), checks, ...(launch && { launch }) })

  test('one start serves the checks of one port, and is stopped', async () => {
    const { launch, calls } = await serve((path) => ({ status: path === '/healthz' ? 200 : 404, body: 'version 1.4' }))
    const validation = await run([http(), http({ path: '/none', status: 404 }), http({ body: 'version \\d' })], launch)
    expect(validation.verdict).toBe('pass')
    expect(calls).toEqual({ starts: 1, stops: 1, requests: 3 })
  })

  test('a service may take a moment', async () => {
    const { launch } = await serve((_, requests) => ({ status: requests < 3 ? 503 : 200 }))
    expect((await run([http()], launch)).verdict).toBe('pass')
  })

  test.each([
    ['another status', http(), { status: 500 }, /answers 500, expected 200/],
    ['a redirect is not followed', http(), { status: 302 }, /answers 302, expected 200/],
    ['another body', http({ body: '^ok$' }), { status: 200, body: 'not ok' }, /does not match \/\^ok\$\//],
    ['no answer', http(), undefined, /does not answer in time/],
  ])('%s fails when the time is up', async (_, check, answer, message) => {
    const { launch, calls } = await serve(() => answer)
    const validation = await run([check], launch)
    expect(validation).toMatchObject({ verdict: 'fail', results: [{ message: expect.stringMatching(message) }] })
    expect(calls.stops).toBe(1)
  })

  test.each([
    ['target-failed', 'fail'],
    ['timed-out', 'fail'],
    ['unsupported', 'error'],
    ['unsafe-layer', 'error'],
  ] as const)('a start that ends in %s is %s', async (reason, verdict) => {
    const launch = async () => {
      throw new IngotError(reason, 'why it did not start')
    }
    expect(await run([http()], launch)).toMatchObject({
      verdict,
      results: [{ verdict, message: 'why it did not start' }],
    })
  })

  test('without a way to start services it is an error, never a pass', async () => {
    expect(await run([http()])).toMatchObject({
      verdict: 'error',
      results: [{ message: 'services cannot be started here' }],
    })
  })

  test('an image for other machines is an error', async () => {
    const { launch, calls } = await serve(() => ({ status: 200 }))
    const foreign = await image(undefined, {}, otherArchitecture)
    const validation = await validateImage({ image: foreign, checks: [http()], launch })
    expect(validation).toMatchObject({
      verdict: 'error',
      results: [{ message: expect.stringContaining(`is for linux/${otherArchitecture}`) }],
    })
    expect(calls.starts).toBe(0)
  })

  test('a pattern that is none is an error', async () => {
    const { launch } = await serve(() => ({ status: 200 }))
    expect(await run([http({ body: '(' })], launch)).toMatchObject({ verdict: 'error' })
  })

  test('a failure outweighs an error', async () => {
    const checks: Check[] = [http(), { kind: 'file', path: '/none', absent: false }]
    expect((await run(checks)).verdict).toBe('fail')
  })

  test('cancelling stops the service', async () => {
    const { launch, calls } = await serve(() => undefined)
    const controller = new AbortController()
    const timer = setInterval(() => calls.starts === 1 && controller.abort(), 10)
    const cancelled = validateImage({
      image: await image(),
      checks: [http({ withinMilliseconds: 60_000 })],
      launch,
      signal: controller.signal,
    })
    await expect(cancelled).rejects.toMatchObject({ name: 'AbortError' })
    clearInterval(timer)
    expect(calls).toMatchObject({ starts: 1, stops: 1 })
  })
})
