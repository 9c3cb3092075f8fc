import { type ChildProcess, spawn } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ingot-demo-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

interface Finished {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

function start(
  bundles: string,
  ...args: string[]
): { child: ChildProcess; said: { stderr: string }; end: Promise<Finished> } {
  const child = spawn(process.execPath, [join(bundles, 'cli/index.js'), 'demo', ...args], { cwd: folder })
  const said = { stdout: '', stderr: '' }
  child.stdout.on('data', (text) => {
    said.stdout += text
  })
  child.stderr.on('data', (text) => {
    said.stderr += text
  })
  return { child, said, end: new Promise((resolve) => child.once('close', (code) => resolve({ code, ...said }))) }
}

/** The digests of a demo's images, read from its ledger's and registry's own files. */
async function tagsOf(demo: string, repository: string): Promise<Record<string, string>> {
  const { manifests } = JSON.parse(await readFile(join(demo, 'registry', repository, 'index.json'), 'utf8'))
  const named = (manifests as { digest: string; annotations?: Record<string, string> }[]).flatMap((each) => {
    const name = each.annotations?.['org.opencontainers.image.ref.name']
    return name === undefined || name.startsWith('sha256-') ? [] : [[name, each.digest]]
  })
  return Object.fromEntries(named)
}

async function processesIn(demo: string): Promise<number> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const lines = await Promise.all(ids.map((id) => readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '')))
  return lines.filter((line) => line.includes(demo)).length
}

test('the whole story, twice: it holds, with the same digests, and leaves one folder and no process', async () => {
  const demo = join(folder, 'ingot-demo')
  const first = await start(resolve('dist'), '--json').end
  expect({ code: first.code, stderr: first.stderr.slice(-2_000) }).toMatchObject({ code: 0 })
  const { result, requests, hurt } = JSON.parse(first.stdout)
  expect(requests).toBeGreaterThan(1_000)
  expect(hurt).toBeGreaterThan(0)
  const happened = (result.details.events as { subject: string; what: string }[]).map(
    (event) => `${event.subject}: ${event.what}`,
  )
  expect(happened).toEqual([
    'golden 12.1: baked and signed',
    'shop 1.0.0: released',
    'shop 1.0.0: promoted',
    'shop 2.0.0: released',
    'shop 2.0.0: promoted',
    'shop 3.0.0: released',
    'shop 3.0.0: aborted, quarantined',
    'shop 4.0.0: refused at the gate',
    'shop 5.0.0: refused by policy',
    'shop 6.0.0: released',
    'shop 6.0.0: refused before it started',
    'golden 12.2: baked and signed',
    'shop 2.0.0: rebased',
    'shop 2.0.0-base.12.2: promoted',
    'shop 2.0.0: rolled back to',
  ])
  for (const words of ['DEMO-2026-0004', 'is not approved', 'is not what its digest says', 'is quarantined since']) {
    expect(first.stderr).toContain(words)
  }
  expect(await readFile(join(demo, 'board.html'), 'utf8')).toContain(result.details.digests['shop 2.0.0'].slice(7, 19))
  expect(await readFile(join(demo, 'summary.md'), 'utf8')).toContain('shop 3.0.0 | aborted, quarantined')
  expect(await tagsOf(demo, 'shop')).toMatchObject({
    '1.0.0': result.details.digests['shop 1.0.0'],
    '2.0.0-base.12.2': result.details.digests['shop 2.0.0 rebased'],
  })
  expect(await readdir(folder)).toEqual(['ingot-demo'])
  expect(await processesIn(demo)).toBe(0)

  const second = await start(resolve('dist'), '--json', '--seed', '7').end
  expect(second.code).toBe(0)
  expect(JSON.parse(second.stdout).result.details.digests).toEqual(result.details.digests)
}, 120_000)

test('a story that goes wrong ends it: a gate that lets everything pass', async () => {
  const bundles = join(folder, 'dist')
  await cp('dist', bundles, { recursive: true })
  const scan = join(bundles, 'scan/index.js')
  await cp(scan, join(bundles, 'scan/real.js'))
  await writeFile(scan, "process.once('exit', () => { process.exitCode = 0 })\nawait import('./real.js')\n")
  const { code, stderr } = await start(bundles).end
  expect(stderr).toContain('The demo expected that scan ends with exit code 1, and it was not so')
  expect(code).toBe(1)
  expect(await processesIn(join(folder, 'ingot-demo'))).toBe(0)
}, 60_000)

test('interrupted, it stops what it started', async () => {
  const { child, said, end } = start(resolve('dist'))
  while (!said.stderr.includes('3  Version 2')) await new Promise((done) => setTimeout(done, 50))
  child.kill('SIGINT')
  expect(await end).toMatchObject({ code: 3, stderr: expect.stringContaining('Cancelled') })
  expect(await processesIn(join(folder, 'ingot-demo'))).toBe(0)
}, 60_000)

test('a folder that is not its own is left alone', async () => {
  await mkdir(join(folder, 'mine'))
  await writeFile(join(folder, 'mine/file'), 'precious')
  const { code, stderr } = await start(resolve('dist'), '--directory', 'mine').end
  expect(code).toBe(2)
  expect(stderr).toContain('was not made by the demo')
  expect(await readFile(join(folder, 'mine/file'), 'utf8')).toBe('precious')
})
