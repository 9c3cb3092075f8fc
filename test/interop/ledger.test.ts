import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { transformSync } from '@swc/core'
import { createLedger, type Ledger, ledgerBranch, openLedger } from '../../src/ledger/index.js'
import { aRelease, failure, raised, temporaryDirectory } from '../ledger/examples.js'

const place = temporaryDirectory()
const token = 'a-very-secret-token'
let count = 0
let name: string
let directory: string
let server: Server
let origin: string
let compiled: string

beforeAll(async () => {
  server = serveGit(place.path(''), token)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  compiled = compileSources()
})
afterAll(() => {
  server.close()
  place.remove()
  rmSync(compiled, { recursive: true, force: true })
})
beforeEach(async () => {
  name = `ledger-${count++}.git`
  directory = place.path(name)
  await createLedger(directory)
  execFileSync('git', ['-C', directory, 'config', 'http.receivepack', 'true'])
})

const git = (...args: string[]) => execFileSync('git', ['-C', directory, ...args], { encoding: 'utf8' })
const overHttp = (options = {}) => openLedger(`${origin}/${name}`, { token, ...options })
const raise = (ledger: Ledger, by: string) =>
  ledger.updateEnvironment('production', 'shop', (state) => ({ state: raised(state, by), message: `shop: ${by}` }))

async function expectNoneLost(writes: number): Promise<void> {
  const { generation, history } = await (await openLedger(directory)).readEnvironment('production', 'shop')
  expect(generation).toBe(writes)
  expect(new Set(history.map(({ version }) => version)).size).toBe(writes)
  expect(git('rev-list', '--count', ledgerBranch).trim()).toBe(String(writes))
  expect(
    git('log', '--format=%P', ledgerBranch)
      .trim()
      .split('\n')
      .every((line) => !line.includes(' ')),
  ).toBe(true)
  expectSound()
}

function expectSound(): void {
  // fsck exits non-zero for anything broken; dangling objects of lost races are none of that.
  execFileSync('git', ['-C', directory, 'fsck', '--strict', '--full'], { stdio: 'pipe' })
}

describe('what the embedded transport writes', () => {
  it('is read by git: fsck, log with trailers, checkout', async () => {
    const ledger = await openLedger(directory)
    await ledger.writeRelease(aRelease('1.0.0'))
    await raise(ledger, 'one')
    expectSound()
    expect(
      git('log', '-1', '--format=%an <%ae>|%s|%(trailers:key=Ingot-Generation,valueonly)', ledgerBranch).trim(),
    ).toBe('ingot <ingot@localhost>|shop: one|1')
    expect(git('ls-tree', '-r', '--name-only', ledgerBranch).trim().split('\n')).toEqual([
      'environments/production/shop.json',
      'ledger.json',
      `releases/shop/${aRelease('1.0.0').digest.slice(7)}.json`,
    ])
    execFileSync('git', ['clone', '-q', '-b', ledgerBranch, directory, place.path('clone')])
    expect(JSON.parse(readFileSync(place.path('clone/ledger.json'), 'utf8')).kind).toBe('ingot-ledger')
  })

  it('goes on after git packed refs and objects', async () => {
    const ledger = await openLedger(directory)
    for (const by of ['a', 'b', 'c']) await raise(ledger, by)
    git('gc', '-q', '--prune=now')
    expect(await raise(ledger, 'd')).toMatchObject({ generation: 4 })
    git('repack', '-q', '-a', '-d', '-f')
    git('pack-refs', '--all')
    expect(await raise(ledger, 'e')).toMatchObject({ generation: 5 })
    await expectNoneLost(5)
  })

  it('reads no pack that a collector has not finished', async () => {
    const ledger = await openLedger(directory)
    for (const by of ['a', 'b']) await raise(ledger, by)
    git('gc', '-q', '--prune=now')
    const packs = join(directory, 'objects/pack')
    const finished = readdirSync(packs).find((name) => name.endsWith('.idx')) ?? ''
    copyFileSync(join(packs, finished), join(packs, `.tmp-1-${finished}`))
    expect(await raise(await openLedger(directory), 'c')).toMatchObject({ generation: 3 })
  })

  it('survives a garbage collector at work', async () => {
    const ledger = await openLedger(directory)
    let isDone = false
    const collecting = (async () => {
      while (!isDone) {
        await promisify(execFile)('git', ['-C', directory, 'repack', '-q', '-a', '-d'])
        await promisify(execFile)('git', ['-C', directory, 'pack-refs', '--all', '--prune'])
      }
    })()
    for (let i = 0; i < 25; i++) await raise(ledger, `${i}`)
    isDone = true
    await collecting
    await expectNoneLost(25)
  })
})

describe('several processes', () => {
  it('lose no update', async () => {
    const writers = [0, 1, 2, 3].map((w) => startWriter(directory, `${w}`, 10))
    for (const writer of writers) expect(await writer.exitCode).toBe(0)
    await expectNoneLost(40)
  })

  it('may be killed at any moment: the ledger stays sound and writable', async () => {
    const ledger = await openLedger(directory)
    await raise(ledger, 'first')
    for (let round = 0; round < 12; round++) {
      const { child, exitCode } = startWriter(directory, `k${round}`, 1000)
      await once(child.stdout as NonNullable<ChildProcess['stdout']>, 'data')
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 30))
      child.kill('SIGKILL')
      await exitCode
    }
    const { generation } = await raise(ledger, 'last')
    await expectNoneLost(generation)
  })
})

describe('the git transport', () => {
  it('keeps a ledger behind http, with a token that appears nowhere', async () => {
    const ledger = await overHttp()
    expect(await ledger.listReleases()).toEqual([])
    await ledger.writeRelease(aRelease('1.0.0'))
    await raise(ledger, 'one')
    expect(await ledger.listReleases()).toEqual([aRelease('1.0.0')])
    expect(await (await openLedger(directory)).listReleases()).toEqual([aRelease('1.0.0')])
    expect(git('log', '-1', '--format=%s|%(trailers:key=Ingot-App,valueonly)', ledgerBranch).trim()).toBe(
      'shop: one|shop',
    )
    expectSound()

    const url = `http://robot:${token}@127.0.0.1:${(server.address() as AddressInfo).port}/${name}`
    const other = await openLedger(url)
    expect(other.location).not.toContain(token)
    expect(await other.listEnvironments()).toHaveLength(1)
  })

  it('loses no update between two of its own, the embedded one and plain pushes', async () => {
    const ledgers = [await overHttp(), await overHttp(), await openLedger(directory)]
    await Promise.all(
      ledgers.map(async (ledger, w) => {
        for (let i = 0; i < 6; i++) await raise(ledger, `${w}-${i}`)
      }),
    )
    await expectNoneLost(18)
  })

  it('sees what others wrote since it last looked', async () => {
    const [remote, embedded] = [await overHttp(), await openLedger(directory)]
    await raise(remote, 'a')
    await raise(embedded, 'b')
    expect(await remote.readEnvironment('production', 'shop')).toMatchObject({ generation: 2 })
    expect(await raise(remote, 'c')).toMatchObject({ generation: 3 })
  })

  it('reads many files in few commands', async () => {
    const embedded = await openLedger(directory)
    for (let i = 0; i < 30; i++) await embedded.writeRelease(aRelease(`${i}.0.0`))
    expect(await (await overHttp()).listReleases('shop')).toHaveLength(30)
  })

  it('refuses a branch that is not ours, and leaves it', async () => {
    const work = place.path('other')
    execFileSync('git', ['init', '-q', '-b', ledgerBranch, work])
    execFileSync('git', [
      ...['-C', work, '-c', 'user.name=x', '-c', 'user.email=x@x'],
      ...['commit', '-q', '--allow-empty', '-m', 'mine'],
    ])
    execFileSync('git', ['-C', work, 'push', '-q', directory, ledgerBranch])
    const head = git('rev-parse', ledgerBranch)
    expect((await failure(raise(await overHttp(), 'a'))).reason).toBe('ledger-unreadable')
    expect(git('rev-parse', ledgerBranch)).toBe(head)
  })

  it('says what is wrong: no access, no repository, nobody there, refused by a hook', async () => {
    const denied = await failure((await openLedger(`${origin}/${name}`, { token: 'wrong-token' })).listReleases())
    expect(denied.reason).toBe('unauthorized')
    expect(JSON.stringify([denied.message, denied.advice])).not.toMatch(/wrong-token|eC1hY2Nlc3M/)
    expect((await failure((await openLedger(`${origin}/missing.git`, { token })).listReleases())).reason).toBe(
      'not-found',
    )
    expect((await failure(raise(await openLedger('http://127.0.0.1:9/x.git'), 'a'))).reason).toBe('unreachable')

    writeFileSync(join(directory, 'hooks-update'), '')
    mkdirSync(join(directory, 'hooks'), { recursive: true })
    writeFileSync(join(directory, 'hooks/update'), '#!/bin/sh\necho no ledgers here\nexit 1\n', { mode: 0o755 })
    const refused = await failure(raise(await overHttp(), 'a'))
    expect(refused.reason).toBe('unauthorized')
    expect(refused.message).toContain('no ledgers here')
  })

  it('takes repositories that the embedded one cannot read', async () => {
    const big = place.path(`sha256-${count}.git`)
    execFileSync('git', ['init', '-q', '--bare', '--object-format=sha256', big])
    const ledger = await openLedger(big)
    await raise(ledger, 'a')
    expect(await raise(ledger, 'b')).toMatchObject({ generation: 2 })
    const borrowed = place.path(`borrowed-${count}.git`)
    await raise(await openLedger(directory), 'a')
    execFileSync('git', ['clone', '-q', '--bare', '--shared', directory, borrowed])
    expect(await raise(await openLedger(pathToFileURL(borrowed).href), 'b')).toMatchObject({ generation: 2 })
  })

  it('is cancelled', async () => {
    const controller = new AbortController()
    const ledger = await overHttp({ signal: controller.signal })
    const writing = ledger.updateEnvironment('production', 'shop', (state) => {
      controller.abort()
      return { state: raised(state, 'late'), message: 'late' }
    })
    expect((await failure(writing)).reason).toBe('cancelled')
    expect(git('branch', '--list', ledgerBranch)).toBe('')
  })
})

/** git's own server behind node:http, which asks for the token. */
function serveGit(root: string, secret: string): Server {
  return createServer((request, response) => {
    const password = Buffer.from(request.headers.authorization?.split(' ')[1] ?? '', 'base64')
      .toString()
      .split(':')[1]
    if (password !== secret) {
      response.writeHead(401, { 'www-authenticate': 'Basic realm="git"' }).end()
      return
    }
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost')
    const backend = spawn('git', ['http-backend'], {
      env: {
        PATH: process.env.PATH,
        GIT_PROJECT_ROOT: root,
        GIT_HTTP_EXPORT_ALL: '1',
        REMOTE_USER: 'robot',
        REQUEST_METHOD: request.method,
        PATH_INFO: decodeURIComponent(pathname),
        QUERY_STRING: search.slice(1),
        CONTENT_TYPE: request.headers['content-type'] ?? '',
        HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
        GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
      },
    })
    request.pipe(backend.stdin)
    backend.stdin.on('error', () => {})
    const chunks: Buffer[] = []
    backend.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    backend.on('close', () => {
      const output = Buffer.concat(chunks)
      const end = output.indexOf('\r\n\r\n')
      const headers = output.toString('utf8', 0, end).split('\r\n')
      const status = headers.find((line) => /^status:/i.test(line))
      response.statusCode = status === undefined ? 200 : Number.parseInt(status.slice(7), 10)
      for (const line of headers.filter((each) => each !== status)) {
        const [key = '', value = ''] = line.split(/: (.*)/s)
        if (key !== '') response.setHeader(key, value)
      }
      response.end(output.subarray(end + 4))
    })
  })
}

/** The sources as a process of its own can run them; inside the project, where their packages are found. */
function compileSources(): string {
  const to = join(process.cwd(), 'node_modules/.cache', `ledger-interop-${process.pid}`)
  const compile = (path: string) => {
    const { code } = transformSync(readFileSync(join('src', path), 'utf8'), {
      jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
      module: { type: 'es6' },
    })
    writeFileSync(join(to, path.replace(/\.ts$/, '.js')), code)
  }
  for (const folder of ['', 'ledger', 'ledger/embedded', 'ledger/remote', 'exec', 'oci']) {
    mkdirSync(join(to, folder), { recursive: true })
    for (const file of readdirSync(join('src', folder))) if (file.endsWith('.ts')) compile(join(folder, file))
  }
  cpSync('package.json', join(to, 'package.json'))
  writeFileSync(join(to, 'writer.js'), writerSource)
  return to
}

const writerSource = `
import { openLedger } from './ledger/index.js'
const [directory, by, times] = process.argv.slice(2)
const ledger = await openLedger(directory)
const digest = 'sha256:' + '0'.repeat(64)
process.stdout.write('started')
for (let i = 0; i < Number(times); i++) {
  await ledger.updateEnvironment('production', 'shop', (state) => {
    const generation = state.generation + 1
    const at = new Date().toISOString()
    const entry = { digest, image: 'x', version: by + '-' + i, at, generation, event: 'promoted', from: null, why: '', seconds: 0 }
    return { state: { ...state, generation, history: [...state.history, entry] }, message: 'shop: ' + by }
  })
}
`

function startWriter(to: string, by: string, times: number): { child: ChildProcess; exitCode: Promise<number | null> } {
  const child = spawn(process.execPath, [join(compiled, 'writer.js'), to, by, String(times)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return { child, exitCode: once(child, 'close').then(([code]) => code as number | null) }
}
