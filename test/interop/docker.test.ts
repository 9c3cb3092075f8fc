import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { must, run, startRegistry } from './processes.js'
import { tool } from './tools.js'

/** A Docker engine of our own: no bridge, no iptables, and a storage driver that works anywhere. */
async function startDocker(
  folder: string,
): Promise<{ docker: (...args: string[]) => Promise<string>; child: ChildProcess }> {
  const socket = `unix://${folder}/docker.sock`
  const places = ['--data-root', `${folder}/data`, '--exec-root', `${folder}/exec`, '--pidfile', `${folder}/pid`]
  const plain = ['--iptables=false', '--bridge=none', '--storage-driver=vfs']
  const child = spawn(tool('dockerd'), ['-H', socket, ...places, ...plain], { stdio: 'ignore' })
  for (let attempt = 0; (await run(tool('docker'), ['-H', socket, 'version'])).code !== 0; attempt++) {
    if (attempt > 100 || child.exitCode !== null) throw new Error('dockerd does not answer')
    await new Promise((done) => setTimeout(done, 200))
  }
  return { child, docker: (...args) => must(tool('docker'), ['-H', socket, ...args]) }
}

let folder: string
let registry: Awaited<ReturnType<typeof startRegistry>>
let engine: Awaited<ReturnType<typeof startDocker>>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ingot-docker-'))
  registry = await startRegistry()
  engine = await startDocker(folder)
})

afterAll(async () => {
  engine.child.kill('SIGTERM')
  await once(engine.child, 'exit')
  await registry.stop()
  await rm(folder, { recursive: true, force: true })
})

const ingot = async (...args: string[]) =>
  JSON.parse(await must(process.execPath, ['dist/cli/index.js', ...args, '--json'])) as Record<string, string>

test('Docker pulls by digest what is baked on a baked base, runs it, and sees its configuration; so after a rebase, and a copy', async () => {
  const [golden, app] = [`${registry.host}/golden`, `${registry.host}/app`]
  // A program that needs no libraries, in a directory that the base does not have: the image holds nothing else.
  const program = ['--add', `${tool('actionlint')}:/opt/tools/program`]
  await writeFile(join(folder, 'release'), 'one\n')
  await ingot('bake', '--base', 'scratch', '--add', `${folder}/release:/etc/release`, '--output', `${golden}:1`)
  const baked = await ingot(
    ...['bake', '--base', `${golden}:1`, ...program, '--output', `${app}:1`, '--user', '10001:10001'],
    ...[
      '--entrypoint',
      '["/opt/tools/program", "-version"]',
      '--env',
      'GREETING=hello',
      '--label',
      'team=shop',
      '--workdir',
      '/etc',
    ],
    ...['--expose', '8080', '--volume', '/data', '--stop-signal', 'SIGQUIT'],
    ...['--healthcheck', '{test: [/opt/tools/program, -version], interval: 30s, start-period: 1s, retries: 2}'],
  )
  await writeFile(join(folder, 'release'), 'two\n')
  await ingot('bake', '--base', 'scratch', '--add', `${folder}/release:/etc/release`, '--output', `${golden}:2`)
  const rebased = await ingot('rebase', '--image', `${app}:1`, '--base', `${golden}:2`, '--output', `${app}:2`)

  const copied = await ingot('copy', '--from', rebased.image ?? '', '--to', `${registry.host}/mirror:2`)
  expect(copied.digest).toBe(rebased.digest)

  for (const { image = '' } of [baked, rebased, copied]) {
    await engine.docker('pull', '--quiet', image)
    expect(await engine.docker('run', '--rm', '--network', 'none', image)).toMatch(/^v?1\.7\.\d+/)
    const [{ Config }] = JSON.parse(await engine.docker('image', 'inspect', image))
    expect(Config).toMatchObject({ User: '10001:10001', WorkingDir: '/etc', Labels: { team: 'shop' } })
    expect(Config.Env).toContain('GREETING=hello')
    expect(Config).toMatchObject({ ExposedPorts: { '8080/tcp': {} }, Volumes: { '/data': {} }, StopSignal: 'SIGQUIT' })
    expect(Config.Healthcheck).toEqual({
      Test: ['CMD', '/opt/tools/program', '-version'],
      ...{ Interval: 30e9, StartPeriod: 1e9, Retries: 2 },
    })
  }
  const id = (await engine.docker('create', rebased.image ?? '')).trim()
  expect(await engine.docker('cp', `${id}:/etc/release`, `${folder}/copied`)).toBe('')
  expect(await must('cat', [`${folder}/copied`])).toBe('two\n')
})
