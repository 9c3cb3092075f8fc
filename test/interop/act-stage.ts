import { generateKeyPairSync } from 'node:crypto'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { thirdParty } from '../contract/third-party.js'
import { type Finished, freePort, must, run, startRegistry } from './processes.js'
import { tool } from './tools.js'

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

const cli = resolve('dist/cli/index.js')
const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })

export type ActStage = Awaited<ReturnType<typeof openStage>>

/**
 * The whole way on one machine: `act` runs a caller from examples/ in an otherwise empty repository, on the bundles in dist/,
 * with a registry on loopback and a bare git repository as the origin that also keeps the ledger.
 *
 * @param env beside a PATH and a home of its own: for the tools that a job uses
 */
export async function openStage(example: string, env: NodeJS.ProcessEnv = {}) {
  const directory = await mkdtemp(join(tmpdir(), 'ingot-act-'))
  const registry = await startRegistry()
  const port = await freePort()
  const [repository, origin] = [join(directory, 'shop'), join(directory, 'shop.git')]
  // A home of its own: no settings and no credentials of whoever runs the tests.
  const home = { HOME: directory, XDG_CACHE_HOME: join(directory, 'cache'), LANG: 'C' }
  const own: NodeJS.ProcessEnv = { PATH: process.env.PATH, ...home, ...env }

  const stage = {
    directory,
    registry,
    repository,
    /** The example, with this machine's registry, target and advisories in place of GitHub's and the Internet's. */
    async makeCaller(): Promise<void> {
      await cp(`examples/${example}`, repository, { recursive: true })
      await writeFile(join(repository, 'ingot.pub'), keys.publicKey.export({ type: 'spki', format: 'pem' }))
      await mkdir(join(repository, 'advisories'))
      await writeFile(join(repository, 'advisories', 'DSA-1-1.json'), JSON.stringify(advisory))
      await stage.edit('ingot.yml', [
        ['app: shop\n', `app: shop\nledger: ${origin}\n`],
        ['ghcr.io/acme/', `${registry.host}/`],
        ['/var/lib/ingot/shop', join(directory, 'target')],
        ['port: 8080', `port: ${port}`],
        ['every: 5m', 'every: 1s'],
        ['scan:\n', 'scan:\n  advisories: advisories\n'],
      ])
      for (const file of await readdir(join(repository, '.github/workflows'))) {
        const name = file.replace('.yml', '')
        await stage.edit(`.github/workflows/${file}`, [[`${name}.yml@`, `${name}-remote.yml@`]])
      }
      await must('git', ['init', '-q', '--bare', '-b', 'main', origin])
      await stage.git('init', '-q', '-b', 'main')
      await stage.git('remote', 'add', 'origin', origin)
    },
    async edit(file: string, changes: readonly (readonly [string, string])[]): Promise<void> {
      const path = join(repository, file)
      let text = await readFile(path, 'utf8')
      for (const [from, to] of changes) {
        if (!text.includes(from)) throw new Error(`${file} has no ${from}`)
        text = text.replaceAll(from, to)
      }
      await writeFile(path, text)
    },
    async git(...args: string[]): Promise<string> {
      const identity = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com']
      return (await must(tool('git'), [...identity, ...args], { cwd: repository })).trim()
    },
    /** @returns the commit */
    async push(message: string): Promise<string> {
      await stage.git('add', '-A')
      await stage.git('commit', '-q', '-m', message)
      await stage.git('push', '-q', 'origin', 'main')
      return stage.git('rev-parse', 'HEAD')
    },
    async act(workflow: string, event: string): Promise<Finished> {
      const artifacts = await mkdtemp(join(directory, 'artifacts-'))
      const args = [
        [event, '-W', `.github/workflows/${workflow}.yml`, '--pull=false'],
        ['ubuntu-latest', 'ubuntu-24.04-arm', 'self-hosted'].flatMap((label) => ['-P', `${label}=-self-hosted`]),
        ['--no-cache-server', '--action-cache-path', join(directory, 'act'), '--secret', 'INGOT_SIGNING_KEY'],
        ['--env', `INGOT_TEST_ARTIFACTS=${artifacts}`],
        Object.entries(env).flatMap(([name, value]) => (name === 'PATH' ? [] : ['--env', `${name}=${value}`])),
        (await localRepositories()).flatMap((mapping) => ['--local-repository', mapping]),
      ].flat()
      const key = keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
      return run(tool('act'), args, { cwd: repository, env: { ...own, INGOT_SIGNING_KEY: key } })
    },
    /** One of our commands on the committed bundle; what it says with `--json`. */
    async ingot(...args: string[]): Promise<Record<string, unknown>> {
      return JSON.parse(await must(process.execPath, [cli, ...args, '--json'], { cwd: directory, env: own }))
    },
    async digest(image: string): Promise<string> {
      return (await must(tool('crane'), ['digest', `${registry.host}/${image}`])).trim()
    },
    async ledger(path: string) {
      return JSON.parse(await must(tool('git'), ['-C', origin, 'show', `ingot-ledger:${path}`]))
    },
    async served(): Promise<unknown> {
      return (await fetch(`http://127.0.0.1:${port}/`)).json()
    },
    async close(): Promise<void> {
      for (const pid of await leftBehind(directory)) process.kill(pid, 'SIGKILL')
      await registry.stop()
      await rm(directory, { recursive: true, force: true })
    },
  }

  /** What GitHub would fetch: this repository as committed files would be, in a folder without anything else. */
  async function localRepositories(): Promise<string[]> {
    const { version } = JSON.parse(await readFile('package.json', 'utf8'))
    const elsewhere = Object.keys(thirdParty).map((uses) => {
      const [name = '', sha] = uses.split('@')
      const [owner, project = ''] = name.split('/')
      return `${owner}/${project}@${sha}=${resolve('test/interop/fixtures', project)}`
    })
    return [`ingot-dev/ingot@v${version}=${join(directory, 'ingot')}`, ...elsewhere]
  }

  for (const folder of ['actions', 'dist', '.github/workflows'])
    await cp(folder, join(directory, 'ingot', folder), { recursive: true })
  return stage
}

/** The target's host is meant to outlive its job. */
async function leftBehind(directory: string): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number)
  const lines = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')))
  return pids.filter((_, i) => lines[i]?.includes(directory))
}
