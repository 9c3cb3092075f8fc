import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ImageConfig } from '../../src/oci/manifest.js'
import { accepts, freePort, launchService, resolveCommand, resolveInside } from '../../src/process/index.js'

let rootfs: string

beforeEach(async () => {
  rootfs = await mkdtemp(join(tmpdir(), 'ingot-process-'))
  await mkdir(join(rootfs, 'app'))
})
afterEach(() => rm(rootfs, { recursive: true, force: true }))

const config = (fields: NonNullable<ImageConfig['config']>): ImageConfig => ({
  architecture: 'amd64',
  os: 'linux',
  rootfs: { type: 'layers', diff_ids: [] },
  config: fields,
})
const server = (extra = '') => `
  const server = require('node:http').createServer((q, s) => s.end(JSON.stringify({ env: process.env, cwd: process.cwd(), args: process.argv.slice(2) })))
  server.listen(process.env.PORT)
  ${extra}`
const write = (path: string, text: string) => writeFile(join(rootfs, path), text)

test('starts the entrypoint with the image’s environment and nothing of ours', async () => {
  await write('app/server.js', server())
  process.env.SECRET_TOKEN = 'hunter2'
  const service = await launchService({
    rootfs,
    config: config({
      Entrypoint: ['/usr/local/bin/node', '/app/server.js'],
      Cmd: ['/app', '/absent', 'x'],
      Env: ['A=1=2', 'PORT=80'],
      WorkingDir: '/app',
    }),
    environment: { INGOT_VERSION: 'v1' },
  })
  try {
    const seen = JSON.parse(await (await fetch(service.url)).text())
    expect(seen.env).toEqual({ A: '1=2', INGOT_VERSION: 'v1', PORT: String(service.port) })
    expect(seen.cwd).toBe(join(rootfs, 'app'))
    expect(seen.args).toEqual([join(rootfs, 'app'), '/absent', 'x'])
  } finally {
    await service.stop()
    delete process.env.SECRET_TOKEN
  }
  expect(await accepts(service.port)).toBe(false)
  expect(await service.exited).toMatchObject({ signal: 'SIGTERM' })
})

test('a script may be the entrypoint itself, and a missing working directory is made', async () => {
  await write(
    'app/server.mjs',
    "import h from 'node:http'; h.createServer((q, s) => s.end('ok')).listen(process.env.PORT)",
  )
  const service = await launchService({
    rootfs,
    config: config({ Entrypoint: ['/app/server.mjs'], WorkingDir: '/var/none' }),
  })
  expect(await (await fetch(service.url)).text()).toBe('ok')
  await service.stop()
})

test('a package.json above the image does not decide how its scripts are read', async () => {
  await writeFile(join(rootfs, 'package.json'), '{"type":"module"}')
  const inner = join(rootfs, 'rootfs')
  await mkdir(inner)
  await writeFile(join(inner, 'server.js'), server())
  const service = await launchService({ rootfs: inner, config: config({ Entrypoint: ['node', '/server.js'] }) })
  await service.stop()
})

test('refuses a shell, and no entrypoint, saying what is supported', async () => {
  const shell = config({ Entrypoint: ['/bin/sh', '-c', 'node /app/server.js'] })
  await expect(launchService({ rootfs, config: shell })).rejects.toMatchObject({
    reason: 'unsupported',
    message: expect.stringContaining('/bin/sh: without a container engine only Node'),
  })
  await expect(resolveCommand(rootfs, config({}))).rejects.toMatchObject({ reason: 'unsupported' })
})

test('an early end carries the last words of the service', async () => {
  await write('app/server.js', "console.error('no database'); process.exit(3)")
  await expect(
    launchService({ rootfs, config: config({ Entrypoint: ['node', '/app/server.js'] }) }),
  ).rejects.toMatchObject({
    reason: 'target-failed',
    message: expect.stringContaining('exit code 3: no database'),
  })
})

test('a service that never listens is stopped at the limit, a cancelled one at once', async () => {
  await write('app/server.js', 'setInterval(() => {}, 1000)')
  const launch = { rootfs, config: config({ Entrypoint: ['node', '/app/server.js'] }) }
  await expect(launchService({ ...launch, startMilliseconds: 150 })).rejects.toMatchObject({ reason: 'timed-out' })
  const signal = AbortSignal.timeout(100)
  await expect(launchService({ ...launch, signal })).rejects.toMatchObject({ reason: 'cancelled' })
})

test('a port that somebody else holds is not taken for the service', async () => {
  await write('app/server.js', server())
  const port = await freePort()
  const other = createServer().listen(port, '127.0.0.1')
  await new Promise((resolve) => other.once('listening', resolve))
  const launch = launchService({ rootfs, port, config: config({ Entrypoint: ['node', '/app/server.js'] }) })
  await expect(launch).rejects.toMatchObject({
    reason: 'target-failed',
    message: expect.stringContaining(`${port} is in use`),
  })
  other.close()
})

test('one that ignores SIGTERM is killed after the grace', async () => {
  await write('app/server.js', server("process.on('SIGTERM', () => {})"))
  const service = await launchService({ rootfs, config: config({ Entrypoint: ['node', '/app/server.js'] }) })
  await service.stop(100)
  expect(await service.exited).toMatchObject({ signal: 'SIGKILL' })
})

test('links are followed inside the image only', async () => {
  await symlink('/app', join(rootfs, 'current'))
  await symlink('../../../../etc/passwd', join(rootfs, 'app/escape'))
  await symlink('loop', join(rootfs, 'loop'))
  await write('app/x.js', '')
  expect(await resolveInside(rootfs, '/current/x.js')).toEqual({ path: join(rootfs, 'app/x.js'), exists: true })
  expect(await resolveInside(rootfs, '/app/escape')).toEqual({ path: join(rootfs, 'etc/passwd'), exists: false })
  expect(await resolveInside(rootfs, '/../../x')).toEqual({ path: join(rootfs, 'x'), exists: false })
  await expect(resolveInside(rootfs, '/loop')).rejects.toMatchObject({ reason: 'unsafe-layer' })
})
