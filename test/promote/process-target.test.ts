import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { Agent, request as httpRequest } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { loadImage } from '../../src/image/index.js'
import { createLedger, type Deployed, type Ledger, openLedger } from '../../src/ledger/index.js'
import { parseReference } from '../../src/oci/reference.js'
import { freePort } from '../../src/process/index.js'
import { processTarget, runRollout, stepsOf, stopHost, type Target, targetMetrics } from '../../src/promote/index.js'
import { paths } from '../../src/promote/targets/process/paths.js'
import { openStore } from '../../src/registry/index.js'
import { compileHost, removeHost } from './compiled-host.js'
import { writeImage } from './images.js'

let hostEntry: string
let directory: string
let port: number
let target: Target

beforeAll(() => {
  hostEntry = compileHost()
})
afterAll(() => removeHost(hostEntry))
beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'ingot-target-'))
  port = await freePort()
  target = openTarget()
})
afterEach(async () => {
  await endLoad()
  await stopHost(join(directory, 'target'))
  rmSync(directory, { recursive: true, force: true })
})

const openTarget = () =>
  processTarget({
    directory: join(directory, 'target'),
    port,
    healthPath: '/healthz',
    hostEntry,
    openImage: (text) => loadImage(openStore(parseReference(text)), parseReference(text)),
  })

const makeImage = (version: string, script: string, entrypoint?: string[]) =>
  writeImage(`${directory}/layout`, version, script, entrypoint)

/** Answers with its version; `wrong` of the requests with 500; `/slow` after a while; `/crash` ends it. */
const service = (version: string, wrong = 0) => `
let asked = 0
const server = require('node:http').createServer(async (request, response) => {
  if (request.url === '/healthz') return response.end('fine')
  if (request.url === '/crash') process.exit(7)
  if (request.url === '/slow') await new Promise((done) => setTimeout(done, 700))
  for await (const chunk of request) void chunk
  asked += 1
  response.statusCode = (asked * ${wrong}) % 1 + ${wrong} >= 1 && ${wrong} > 0 ? 500 : 200
  response.setHeader('version', '${version}')
  response.end('${version} ' + process.env.INGOT_VERSION)
})
server.on('upgrade', (request, socket) => {
  socket.write('HTTP/1.1 101 Switching Protocols\\r\\nupgrade: websocket\\r\\nconnection: upgrade\\r\\n\\r\\n')
  socket.on('data', (data) => socket.write('${version}:' + data))
})
server.listen(process.env.PORT)
`

interface Answer {
  status: number
  version: string | undefined
}

function ask(path = '/', agent?: Agent, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port, path, method, ...(agent && { agent }) }, (response) => {
      response.resume()
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, version: response.headers.version as string }),
      )
      response.on('error', reject)
    })
    request.on('error', reject)
    request.end(method === 'POST' ? 'x'.repeat(10_000) : undefined)
  })
}

async function deployStable(image: Deployed, generation = 1): Promise<void> {
  await target.deploy(image, { generation })
  await healthy()
  await target.shift(image.digest, 100, { generation })
  await target.retire(image.digest, { generation })
}

async function healthy(): Promise<void> {
  let why: string | undefined
  for (let i = 0; i < 200; i++) {
    const { canary } = await target.observe()
    if (canary?.healthy) return
    why = canary?.why
    await sleep(20)
  }
  throw new Error(`the canary does not become healthy: ${why}`)
}

/** Empty for a process that has ended, whether or not anybody has asked for its exit code. */
function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

/** Ends the load of a test that failed before it could. */
let endLoad = async () => {}

/** Requests without end on a few kept connections, a fifth of them with a body. */
function load() {
  const agent = new Agent({ keepAlive: true })
  const answers: Answer[] = []
  const failures: unknown[] = []
  let isRunning = true
  const worker = async (id: number) => {
    for (let i = 0; isRunning; i++) {
      await ask('/', agent, (i + id) % 5 === 0 ? 'POST' : 'GET').then(
        (answer) => answers.push(answer),
        (error) => failures.push(error),
      )
      await sleep(2)
    }
  }
  const workers = Array.from({ length: 6 }, (_, id) => worker(id))
  endLoad = async () => {
    isRunning = false
    await Promise.all(workers)
    agent.destroy()
  }
  return { answers, failures, stop: endLoad }
}

test('starts a host that nobody else can order about, and splits traffic by weight', async () => {
  expect(await target.observe()).toEqual({ generation: 0, stable: null, canary: null, weight: 0 })
  expect(statSync(join(directory, 'target/control.sock')).mode & 0o777).toBe(0o600)
  expect((await ask()).status).toBe(503)
  const one = await makeImage('v1', service('v1'))
  const two = await makeImage('v2', service('v2', 0.5))
  await deployStable(one)
  await target.deploy(two, { generation: 2 })
  await healthy()
  await target.shift(two.digest, 30, { generation: 2 })

  const answers = await Promise.all(Array.from({ length: 200 }, () => ask()))
  const canary = answers.filter(({ version }) => version === 'v2').length
  expect(canary).toBeGreaterThanOrEqual(57)
  expect(canary).toBeLessThanOrEqual(63)
  const seen = await target.observe()
  expect(seen).toMatchObject({ generation: 2, weight: 30, stable: { version: 'v1', healthy: true, restarts: 0 } })
  expect(seen.canary?.counters).toMatchObject({
    total: canary,
    bad: answers.filter(({ status }) => status === 500).length,
  })
  expect(seen.stable?.counters).toMatchObject({ total: 200 - canary, bad: 0 })
  expect(seen.stable?.counters.buckets.at(-1)?.[1]).toBe(200 - canary)
  expect((await target.observe()).stable?.counters.total).toBe(200 - canary) // health checks are not traffic
})

test('refuses an overtaken generation, and whatever would leave traffic on nothing', async () => {
  const one = await makeImage('v1', service('v1'))
  const two = await makeImage('v2', service('v2'))
  await deployStable(one, 5)
  await expect(target.deploy(two, { generation: 4 })).rejects.toMatchObject({ reason: 'superseded' })
  await target.deploy(two, { generation: 6 })
  await healthy()
  await expect(target.retire(two.digest, { generation: 6 })).rejects.toMatchObject({ reason: 'target-failed' })
  await target.shift(two.digest, 50, { generation: 6 })
  await expect(target.retire(one.digest, { generation: 6 })).rejects.toMatchObject({ reason: 'target-failed' })
  await expect(target.retire(null, { generation: 6 })).rejects.toMatchObject({ reason: 'target-failed' })
  await expect(target.shift(one.digest, 50, { generation: 6 })).rejects.toMatchObject({ reason: 'target-failed' })
  await target.deploy(two, { generation: 6 }) // again: no harm
  expect(await target.observe()).toMatchObject({ weight: 50, stable: { version: 'v1' }, canary: { version: 'v2' } })
})

test('a host that was killed is started again with tracks and weight, and its old services are gone', async () => {
  const one = await makeImage('v1', service('v1'))
  const two = await makeImage('v2', service('v2'))
  await deployStable(one)
  await target.deploy(two, { generation: 2 })
  await healthy()
  await target.shift(two.digest, 40, { generation: 2 })
  const before = JSON.parse(readFileSync(paths.state(join(directory, 'target')), 'utf8'))
  expect(before.services).toHaveLength(2)
  process.kill(before.pid, 'SIGKILL')
  await sleep(50)
  expect(await openTarget().observe()).toMatchObject({
    generation: 2,
    weight: 40,
    stable: { version: 'v1' },
    canary: { version: 'v2' },
  })
  await healthy()
  for (const pid of before.services) expect(commandOf(pid)).toBe('')
  const versions = new Set((await Promise.all(Array.from({ length: 20 }, () => ask()))).map(({ version }) => version))
  expect(versions).toEqual(new Set(['v1', 'v2']))
})

test('a service that ends by itself is started again, and is not healthy meanwhile', async () => {
  await deployStable(await makeImage('v1', service('v1')))
  await ask('/crash').catch(() => {})
  const seen = await target.observe()
  expect(seen.stable).toMatchObject({ healthy: false, restarts: 1 })
  expect(seen.stable?.why).toMatch(/exit code 7/)
  expect((await ask()).status).toBe(502)
  await sleep(500)
  expect((await target.observe()).stable).toMatchObject({ healthy: true })
  expect((await ask()).status).toBe(200)
})

test('requests under way are finished before a track is stopped; upgraded connections reach the service', async () => {
  const one = await makeImage('v1', service('v1'))
  const two = await makeImage('v2', service('v2'))
  await deployStable(one)
  const socket = connect(port, '127.0.0.1')
  socket.write('GET / HTTP/1.1\r\nhost: x\r\nconnection: Upgrade\r\nupgrade: websocket\r\n\r\n')
  const said: string[] = []
  socket.on('data', (data) => said.push(data.toString()))
  await sleep(100)
  socket.write('hello')
  await sleep(100)
  expect(said.join('')).toMatch(/101 Switching Protocols[\s\S]*v1:hello/)
  socket.destroy()

  const slow = ask('/slow')
  await sleep(50)
  await target.deploy(two, { generation: 2 })
  await healthy()
  await target.shift(two.digest, 100, { generation: 2 })
  await target.retire(two.digest, { generation: 2 })
  expect(await slow).toEqual({ status: 200, version: 'v1' })
  expect((await ask()).version).toBe('v2')
})

test('an image that cannot run here, and one that is not what it is called, are refused before anything starts', async () => {
  const shell = await makeImage('v1', '', ['/bin/sh', '-c', 'x'])
  await expect(target.stage(shell)).rejects.toMatchObject({ reason: 'unsupported' })
  const one = await makeImage('v1', service('v1'))
  const two = await makeImage('v2', service('v2'))
  await expect(target.stage({ ...one, digest: two.digest })).rejects.toMatchObject({ reason: 'digest-mismatch' })
  expect(
    readdirSync(join(directory, 'target/images')).flatMap((name) =>
      readdirSync(join(directory, 'target/images', name)),
    ),
  ).not.toContain('rootfs')
})

test('a port that is taken is said in the message', async () => {
  await target.observe()
  const other = processTarget({
    directory: join(directory, 'other'),
    port,
    hostEntry,
    openImage: () => Promise.reject(),
  })
  await expect(other.observe()).rejects.toMatchObject({
    reason: 'target-failed',
    message: expect.stringContaining('EADDRINUSE'),
  })
  const elsewhere = processTarget({
    directory: join(directory, 'target'),
    port: port + 1,
    hostEntry,
    openImage: () => Promise.reject(),
  })
  await expect(elsewhere.observe()).rejects.toMatchObject({ reason: 'invalid-config' })
})

describe('whole rollouts under load', () => {
  let ledger: Ledger

  beforeEach(async () => {
    await createLedger(join(directory, 'ledger.git'))
    ledger = await openLedger(join(directory, 'ledger.git'))
  })

  const roll = (kind: 'promotion' | 'rollback', candidate: Deployed, signal?: AbortSignal) =>
    runRollout(
      {
        environment: 'production',
        app: 'shop',
        ledger,
        target,
        source: targetMetrics,
        steps: stepsOf({ kind: 'canary', steps: [25, 50], everyMilliseconds: 600 }),
        metrics: [{ name: 'errors', kind: 'ratio', maxRatio: 1 }],
        alpha: 0.01,
        deadlineMilliseconds: 15_000,
        clock: Date.now,
        ...(signal && { signal }),
      },
      {
        kind,
        candidate,
        metrics: [{ name: 'errors', kind: 'ratio', maxRatio: 1 }],
        alpha: 0.01,
        startedAt: Date.now(),
      },
      { intervalMilliseconds: 100 },
    )

  test('promote, abort and roll back: not one request is lost, and only the canary answers badly', async () => {
    const one = await makeImage('v1', service('v1'))
    const two = await makeImage('v2', service('v2'))
    const bad = await makeImage('v3', service('v3', 0.5))
    expect(await roll('promotion', one)).toMatchObject({ outcome: 'promoted' })
    const traffic = load()
    await sleep(200)
    expect(await roll('promotion', two)).toMatchObject({ outcome: 'promoted' })
    const aborted = await roll('promotion', bad)
    expect(aborted).toMatchObject({ outcome: 'aborted' })
    const back = await roll('rollback', one)
    expect(back).toMatchObject({ outcome: 'rolled-back' })
    expect(back.fullTrafficAfterSeconds).toBeLessThan(1)
    await sleep(100)
    await traffic.stop()

    expect(traffic.failures).toEqual([])
    expect(traffic.answers.filter(({ status, version }) => status !== 200 && version !== 'v3')).toEqual([])
    expect(new Set(traffic.answers.map(({ version }) => version))).toEqual(new Set(['v1', 'v2', 'v3']))
    const hurt = traffic.answers.filter(({ status }) => status === 500).length
    expect(Math.abs(aborted.candidateCounts.bad - hurt)).toBeLessThanOrEqual(3)
    expect(await target.observe()).toMatchObject({ stable: { version: 'v1' }, canary: null, weight: 0 })
    expect((await ledger.readEnvironment('production', 'shop')).quarantine.map(({ version }) => version)).toEqual([
      'v3',
      'v2',
    ])
  })

  test('a host killed in the middle of a rollout: the rollout goes on', async () => {
    const one = await makeImage('v1', service('v1'))
    const two = await makeImage('v2', service('v2'))
    await roll('promotion', one)
    const traffic = load()
    const rolling = roll('promotion', two)
    await sleep(900)
    process.kill(JSON.parse(readFileSync(paths.state(join(directory, 'target')), 'utf8')).pid, 'SIGKILL')
    expect((await rolling).outcome).toMatch(/promoted|aborted/)
    await traffic.stop()
    const { stable, canary, weight } = await target.observe()
    expect([stable?.healthy, canary, weight]).toEqual([true, null, 0])
  })
})
