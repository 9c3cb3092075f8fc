import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { validate } from '../../src/actions/validate.js'
import { readInputs } from '../../src/runner/inputs.js'
import type { Job } from '../../src/runner/job.js'
import { type Files, hostArchitecture, openLayout, temporaryDirectory, writeImage, writeIndex } from './images.js'

const server = `
const { createServer } = require('node:http')
createServer((request, response) => response.end('version ' + process.env.VERSION)).listen(process.env.PORT)
`
const config = { Entrypoint: ['node', '/app/server.js'], Env: ['VERSION=1.4'] }
const job: Job = {
  log: () => {},
  progress: () => {},
  warn: () => {},
  mask: () => {},
  signal: new AbortController().signal,
  env: {},
}

let directory: Awaited<ReturnType<typeof temporaryDirectory>>
const at = (name: string) => join(directory.path, name)
const back = { directory: process.cwd(), temporary: process.env.TMPDIR }
beforeEach(async () => {
  directory = await temporaryDirectory()
  process.chdir(directory.path)
  await mkdir(at('temporary'))
  await writeFile(at('package.json'), '{"type":"module"}')
  process.env.TMPDIR = at('temporary')
})
afterEach(async () => {
  process.chdir(back.directory)
  if (back.temporary === undefined) delete process.env.TMPDIR
  else process.env.TMPDIR = back.temporary
  await directory.remove()
})

async function run(files: Files, checks: string | undefined, raw: Record<string, string> = {}) {
  const { digest } = await writeImage(openLayout(at('registry')), files, config, { tags: ['one'] })
  if (checks !== undefined)
    await writeFile(at('ingot.yml'), `app: shop\nimage: shop.example/shop\nvalidate: ${checks}\n`)
  const lists = Object.entries({ image: `oci:${at('registry')}:one`, ...raw }).map(([name, value]) => [name, [value]])
  const inputs = readInputs(validate.inputs, Object.fromEntries(lists), (name) => `--${name}`)
  return { digest, outcome: await validate.run(inputs, job) }
}

test('a good image, its service started and gone without a trace', async () => {
  const checks = '[{file: {path: /app/server.js}}, {http: {path: /, body: "^version 1.4$"}}]'
  const { digest, outcome } = await run({ 'app/server.js': server }, checks, {
    attestation: 'new/evidence/result.json',
    report: 'junit.xml',
  })
  expect(outcome).toMatchObject({ reason: 'done', outputs: { verdict: 'pass', digest, passed: 2, failed: 0 } })
  expect(JSON.parse(await readFile('new/evidence/result.json', 'utf8'))).toMatchObject({
    result: 'PASSED',
    passedTests: ['file /app/server.js', 'http /'],
  })
  expect(await readFile('junit.xml', 'utf8')).toContain('tests="2" failures="0" errors="0"')
  expect(await readdir(at('temporary'))).toEqual([])
})

test('what kind of module a script is, is not asked of the folders of this machine', async () => {
  const { outcome } = await run({ 'app/server.js': server }, '[{http: {path: /}}]')
  expect(outcome.message).toContain('passes every check (1)')
})

test('a failed check is an outcome with every output, report and attestation', async () => {
  const { outcome } = await run({ 'app/server.js': server }, '[{file: {path: /app/none.js}}]', {
    attestation: 'result.json',
  })
  expect(outcome).toMatchObject({
    reason: 'validation-failed',
    message: expect.stringContaining('file /app/none.js: there is no such file'),
    outputs: { verdict: 'fail', passed: 0, failed: 1 },
  })
  expect(JSON.parse(await readFile('result.json', 'utf8')).result).toBe('FAILED')
})

test('a service that ends at once fails, and leaves nothing behind', async () => {
  const { outcome } = await run({ 'app/server.js': 'throw new Error("no database")' }, '[{http: {path: /}}]')
  expect(outcome).toMatchObject({ reason: 'validation-failed', message: expect.stringContaining('no database') })
  expect(await readdir(at('temporary'))).toEqual([])
})

test("a port that is taken is this machine's fault, not the image's", async () => {
  const stranger = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => stranger.once('listening', resolve))
  const { port } = stranger.address() as AddressInfo
  const { outcome } = await run({ 'app/server.js': server }, `[{http: {path: /, port: ${port}}}]`)
  await new Promise((resolve) => stranger.close(resolve))
  expect(outcome).toMatchObject({
    reason: 'target-failed',
    message: expect.stringContaining(`Port ${port} is in use`),
    outputs: { verdict: 'error' },
  })
})

test('an index without this machine’s platform: its files are looked at all the same', async () => {
  const others = ['amd64', 'arm64', 'riscv64'].filter((architecture) => architecture !== hostArchitecture)
  const store = openLayout(at('registry'))
  const manifests = await Promise.all(
    others.map(async (architecture) => ({
      ...(await writeImage(store, { 'app/server.js': server }, config, { architecture })),
      platform: { os: 'linux', architecture },
    })),
  )
  const index = await writeIndex(store, manifests, [])
  await writeFile(at('ingot.yml'), 'app: shop\nimage: shop.example/shop\nvalidate: [{file: {path: /app/server.js}}]\n')
  const raw = { image: [`oci:${at('registry')}@${index.digest}`] }
  const outcome = await validate.run(
    readInputs(validate.inputs, raw, (name) => `--${name}`),
    job,
  )
  expect(outcome).toMatchObject({ reason: 'done', outputs: { digest: index.digest, passed: others.length, failed: 0 } })
})

test('without configuration the default checks speak', async () => {
  const files = { 'app/server.js': server, 'opt/tool': { mode: 0o4755 } }
  const { outcome } = await run(files, undefined)
  expect(outcome).toMatchObject({
    reason: 'validation-failed',
    message: expect.stringContaining('setuid: /opt/tool (4755)'),
    outputs: { passed: 1, failed: 1 },
  })
})

test('a report that cannot be written is wrong use', async () => {
  const report = join('registry', 'index.json', 'junit.xml')
  await expect(run({ 'app/server.js': server }, undefined, { report })).rejects.toMatchObject({
    reason: 'invalid-input',
    message: expect.stringContaining(`Cannot write ${report}`),
  })
})
