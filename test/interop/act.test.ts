import { generateKeyPairSync } from 'node:crypto'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { thirdParty } from '../contract/third-party.js'
import { type Finished, freePort, must, run, startRegistry } from './processes.js'
import { tool } from './tools.js'

/**
 * The whole way on one machine: `act` runs the caller of examples/caller in an otherwise empty repository, on the bundles
 * in dist/, with a registry on loopback and a bare git repository as the origin that also keeps the ledger.
 */

/** A snapshot of OSV with one entry, about nothing that is in the image. */
const advisory = {
  schema_version: '1.6.0',
  id: 'DSA-1-1',
  modified: '2026-01-01T00:00:00Z',
  affected: [
    {
      package: { ecosystem: 'Debian:12', name: 'hello' },
      ranges: [{ type: 'ECOSYSTEM', events: [{ introduced: '0' }, { fixed: '2.10-4' }] }],
    },
  ],
}

let directory: string
let registry: Awaited<ReturnType<typeof startRegistry>>
let port: number
const repository = () => join(directory, 'shop')
const origin = () => join(directory, 'shop.git')
const cli = resolve('dist/cli/index.js')
const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'ingot-act-'))
  registry = await startRegistry()
  port = await freePort()
  await stageActions()
  await bakeGolden('12')
  await makeCaller()
}, 120_000)

// A test that fails must not leave its load behind: it would keep the whole run from ending.
afterEach(() => {
  for (const stop of loads.splice(0)) stop()
})

afterAll(async () => {
  for (const pid of await leftBehind()) process.kill(pid, 'SIGKILL')
  await registry?.stop()
  await rm(directory, { recursive: true, force: true })
})

const loads: (() => void)[] = []
const released: { commit: string; digest: string }[] = []

test('release puts the first version into production, signed and on record', async () => {
  const { log, commit } = await release('1')
  expect(log).toContain('Job succeeded')
  await expectStable(commit, '1')

  const { digest } = released[0] ?? { digest: '' }
  const key = join(repository(), 'ingot.pub')
  const image = `${registry.host}/shop@${digest}`
  const verified = JSON.parse(
    await must(process.execPath, [cli, 'verify', '--json', '--image', image, '--key', key], quietly()),
  )
  expect(verified).toMatchObject({ verdict: 'pass', missing: '' })
})

test('release replaces it by the second version, and not one request fails', async () => {
  const load = startLoad()
  const { commit } = await release('2')
  const { requests, failures } = await load.stop()
  await expectStable(commit, '2')
  expect(failures).toEqual([])
  expect(requests).toBeGreaterThan(50)
  expect(released[1]?.digest).not.toBe(released[0]?.digest)
})

test('a commit that changes nothing in the image makes no release, and production does not notice', async () => {
  const before = await ledger('environments/production/shop.json')
  await writeFile(join(repository(), 'NOTES.md'), 'not part of the image\n')
  const commit = await push('notes')
  const { code, log } = await act('release', 'push')
  expect([code, code === 0 ? '' : log]).toEqual([0, ''])
  expect(log).toContain(`has this very content already: ${registry.host}/shop@${released[1]?.digest}`)
  expect(log).not.toMatch(/\[release\/(?:\w+\/)?(?:validate|scan|sign|publish|promote) *\]/)
  expect((await run(tool('crane'), ['digest', `${registry.host}/shop:${commit}`])).code).not.toBe(0)
  expect(await ledger('environments/production/shop.json')).toEqual(before)
})

test('rollback takes production back to the first version', async () => {
  const before = await ledger('environments/production/shop.json')
  const load = startLoad()
  const { code, log } = await act('rollback', 'workflow_dispatch')
  const { failures } = await load.stop()
  expect([code, code === 0 ? '' : log]).toEqual([0, ''])
  expect(failures).toEqual([])

  expect(await served()).toMatchObject({ version: '1' })
  const after = await ledger('environments/production/shop.json')
  expect(after.stable.digest).toBe(released[0]?.digest)
  expect(after.generation).toBeGreaterThan(before.generation)
  expect(after.rollout).toBeNull()
})

test('patch rebases what runs on the new golden image, and promotes it', async () => {
  const before = await ledger('environments/production/shop.json')
  const base = await bakeGolden('12.1')
  const load = startLoad()
  const { code, log } = await act('patch', 'schedule')
  const { failures } = await load.stop()
  expect([code, code === 0 ? '' : log]).toEqual([0, ''])
  expect(failures).toEqual([])

  const { stable } = await ledger('environments/production/shop.json')
  expect(stable.digest).not.toBe(before.stable.digest)
  expect(await served()).toMatchObject({ version: '1' })
  const record = await ledger(`releases/shop/${stable.digest.slice('sha256:'.length)}.json`)
  expect(record).toMatchObject({ reason: 'base', base: { name: `${registry.host}/golden/node:24`, digest: base } })

  const again = await act('patch', 'schedule')
  expect(again.code).toBe(0)
  expect((await ledger('environments/production/shop.json')).stable.digest).toBe(stable.digest)
})

test('an image that fails its validation is neither signed nor tagged, and production does not notice', async () => {
  const before = await ledger('environments/production/shop.json')
  await writeFile(join(repository(), 'server.mjs'), "throw new Error('cannot start')\n")
  const commit = await push('broken')
  const { code, log } = await act('release', 'push')
  expect(code).not.toBe(0)
  expect(log).toMatch(/validate.*Job failed/)
  expect(log).not.toMatch(/\[release\/(?:\w+\/)?sign *\]/)
  expect((await run(tool('crane'), ['digest', `${registry.host}/shop:${commit}`])).code).not.toBe(0)
  expect(await ledger('environments/production/shop.json')).toEqual(before)
  expect(await served()).toMatchObject({ version: '1' })
})

/** What GitHub would fetch: this repository as committed files would be, in a folder without anything else. */
async function stageActions(): Promise<void> {
  for (const folder of ['actions', 'dist', '.github/workflows'])
    await cp(folder, join(directory, 'ingot', folder), { recursive: true })
}

/** @returns the digest of the golden image */
async function bakeGolden(version: string): Promise<string> {
  await mkdir(join(directory, 'golden/etc'), { recursive: true })
  await writeFile(join(directory, 'golden/etc/os-release'), `ID=debian\nVERSION_ID="${version}"\n`)
  const output = `${registry.host}/golden/node:24`
  await must(process.execPath, [cli, 'bake', '--base', 'scratch', '--add', 'golden:/', '--output', output], {
    cwd: directory,
    env: quietly().env,
  })
  return (await must(tool('crane'), ['digest', output])).trim()
}

/** examples/caller, with this machine's registry, target and advisories in place of GitHub's and the Internet's. */
async function makeCaller(): Promise<void> {
  await cp('examples/caller', repository(), { recursive: true })
  await writeFile(join(repository(), 'ingot.pub'), keys.publicKey.export({ type: 'spki', format: 'pem' }))
  await mkdir(join(repository(), 'advisories'))
  await writeFile(join(repository(), 'advisories', 'DSA-1-1.json'), JSON.stringify(advisory))
  await edit('ingot.yml', [
    ['app: shop\n', `app: shop\nledger: ${origin()}\n`],
    ['ghcr.io/acme/', `${registry.host}/`],
    ['/var/lib/ingot/shop', join(directory, 'target')],
    ['port: 8080', `port: ${port}`],
    ['every: 5m', 'every: 1s'],
    ['scan:\n', 'scan:\n  advisories: advisories\n'],
  ])
  for (const name of ['release', 'rollback', 'patch'])
    await edit(`.github/workflows/${name}.yml`, [[`${name}.yml@`, `${name}-remote.yml@`]])
  await must('git', ['init', '-q', '--bare', '-b', 'main', origin()])
  await git('init', '-q', '-b', 'main')
  await git('remote', 'add', 'origin', origin())
}

async function edit(file: string, changes: readonly (readonly [string, string])[]): Promise<void> {
  const path = join(repository(), file)
  let text = await readFile(path, 'utf8')
  for (const [from, to] of changes) {
    if (!text.includes(from)) throw new Error(`${file} has no ${from}`)
    text = text.replaceAll(from, to)
  }
  await writeFile(path, text)
}

async function git(...args: string[]): Promise<string> {
  const identity = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com']
  return (await must(tool('git'), [...identity, ...args], { cwd: repository() })).trim()
}

async function push(message: string): Promise<string> {
  await git('add', '-A')
  await git('commit', '-q', '-m', message)
  await git('push', '-q', 'origin', 'main')
  return git('rev-parse', 'HEAD')
}

async function release(version: string): Promise<Finished & { commit: string }> {
  await edit('ingot.yml', version === '1' ? [] : [['SHOP_VERSION: "1"', `SHOP_VERSION: "${version}"`]])
  const commit = await push(`version ${version}`)
  const finished = await act('release', 'push')
  if (finished.code !== 0) throw new Error(finished.log)
  released.push({ commit, digest: (await must(tool('crane'), ['digest', `${registry.host}/shop:${commit}`])).trim() })
  return { ...finished, commit }
}

async function act(workflow: string, event: string): Promise<Finished> {
  const artifacts = await mkdtemp(join(directory, 'artifacts-'))
  const local = [
    `ingot-dev/ingot@v${JSON.parse(await readFile('package.json', 'utf8')).version}=${join(directory, 'ingot')}`,
    ...Object.keys(thirdParty).map((uses) => {
      const [name = '', sha] = uses.split('@')
      const [owner, project = ''] = name.split('/')
      return `${owner}/${project}@${sha}=${resolve('test/interop/fixtures', project)}`
    }),
  ]
  const args = [
    [event, '-W', `.github/workflows/${workflow}.yml`, '--pull=false'],
    ['ubuntu-latest', 'self-hosted'].flatMap((label) => ['-P', `${label}=-self-hosted`]),
    ['--no-cache-server', '--action-cache-path', join(directory, 'act'), '--secret', 'INGOT_SIGNING_KEY'],
    ['--env', `INGOT_TEST_ARTIFACTS=${artifacts}`],
    local.flatMap((mapping) => ['--local-repository', mapping]),
  ].flat()
  const key = keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  return run(tool('act'), args, { cwd: repository(), env: { ...quietly().env, INGOT_SIGNING_KEY: key } })
}

/** A home of its own: no settings and no credentials of whoever runs the tests. */
function quietly(): { env: NodeJS.ProcessEnv } {
  return { env: { PATH: process.env.PATH, HOME: directory, XDG_CACHE_HOME: join(directory, 'cache'), LANG: 'C' } }
}

async function expectStable(commit: string, version: string): Promise<void> {
  const digest = released.at(-1)?.digest ?? ''
  expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/)
  expect(await served()).toMatchObject({ version })
  const environment = await ledger('environments/production/shop.json')
  expect(environment.stable.digest).toBe(digest)
  expect(environment.rollout).toBeNull()
  const record = await ledger(`releases/shop/${digest.slice('sha256:'.length)}.json`)
  expect(JSON.stringify(record)).toContain(commit)
}

async function ledger(path: string) {
  return JSON.parse(await must(tool('git'), ['-C', origin(), 'show', `ingot-ledger:${path}`]))
}

async function served(): Promise<unknown> {
  return (await fetch(`http://127.0.0.1:${port}/`)).json()
}

/** Asks for the page again and again, a few at a time; every answer that is not the page is a failure. */
function startLoad(): { stop(): Promise<{ requests: number; failures: string[] }> } {
  const failures: string[] = []
  let requests = 0
  let isRunning = true
  loads.push(() => {
    isRunning = false
  })
  const worker = async () => {
    while (isRunning) {
      requests++
      const failure = await served().then(
        () => undefined,
        (error: Error) => String(error),
      )
      if (failure !== undefined) failures.push(failure)
      await new Promise((done) => setTimeout(done, 20))
    }
  }
  const workers = [worker(), worker(), worker(), worker()]
  return {
    stop: async () => {
      isRunning = false
      await Promise.all(workers)
      return { requests, failures }
    },
  }
}

/** The target's host is meant to outlive its job. */
async function leftBehind(): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number)
  const lines = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')))
  return pids.filter((_, i) => lines[i]?.includes(directory))
}
