import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildahIn, must, type RunningRegistry, run, startOciRegistry } from './processes.js'
import { tool } from './tools.js'

const user = { name: 'ingot', password: 'a:b c' }
let folder: string
let registry: RunningRegistry
let closed: RunningRegistry

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ingot-peers-'))
  registry = await startOciRegistry()
  closed = await startOciRegistry({ user, immutableTags: true })
})
afterAll(async () => {
  await registry.stop()
  await closed.stop()
  await rm(folder, { recursive: true, force: true })
})

const crane = (...args: string[]) => must(tool('crane'), args)
const oras = (...args: string[]) => must(tool('oras'), args)
const ingot = async (...args: string[]) =>
  JSON.parse(await must(process.execPath, ['dist/cli/index.js', ...args, '--json'])) as Record<string, string>

/** The tags of a repository. */
const tagsOf = async (repository: string) => (await crane('ls', repository)).trim().split('\n')

test('ociregistry lists referrers by the API, so that nobody writes the fallback tag', async () => {
  await writeFile(join(folder, 'release'), 'one\n')
  const app = `${registry.host}/app`
  const { digest } = await ingot(
    'bake',
    '--base',
    'scratch',
    '--add',
    `${folder}/release:/etc/r`,
    '--output',
    `${app}:1`,
  )
  await oras(
    'attach',
    '--plain-http',
    '--artifact-type',
    'application/x.note',
    `${app}@${digest}`,
    '--annotation',
    'a=b',
  )

  expect(await oras('discover', '--plain-http', `${app}@${digest}`)).toContain('application/x.note')
  expect(await tagsOf(app)).toEqual(['1'])
})

test('ociregistry with a user answers only that user, and moves no tag when told so', async () => {
  const config = join(folder, 'docker')
  await mkdir(config)
  const auth = Buffer.from(`${user.name}:${user.password}`).toString('base64')
  await writeFile(join(config, 'config.json'), JSON.stringify({ auths: { [closed.host]: { auth } } }))
  const env = { ...process.env, DOCKER_CONFIG: config }
  const append = async (name: string, environment: NodeJS.ProcessEnv) => {
    await writeFile(join(folder, name), name)
    await must('tar', ['-cf', join(folder, `${name}.tar`), '-C', folder, name])
    const args = [
      'append',
      '--insecure',
      '--new_layer',
      join(folder, `${name}.tar`),
      '--new_tag',
      `${closed.host}/app:1`,
    ]
    return run(tool('crane'), args, { env: environment })
  }

  expect(await append('first', process.env)).toMatchObject({
    code: 1,
    log: expect.stringContaining('401 Unauthorized'),
  })
  expect(await append('first', env)).toMatchObject({ code: 0 })
  expect(await append('second', env)).toMatchObject({ code: 1, log: expect.stringContaining('cannot overwrite tag') })
})

test('buildah builds in the chroot what is baked here, and bakes on what buildah built', async () => {
  const buildah = buildahIn(join(folder, 'buildah'))
  await mkdir(join(folder, 'context'))
  await writeFile(join(folder, 'context', 'Dockerfile'), 'FROM scratch\nCOPY hello /etc/hello\nENV FROM_BUILDAH=yes\n')
  await writeFile(join(folder, 'context', 'hello'), 'hello\n')
  const base = `${registry.host}/base:1`
  await buildah('build', '--tag', base, join(folder, 'context'))
  await buildah('push', '--tls-verify=false', base)

  const program = ['--add', `${tool('actionlint')}:/opt/program`]
  const { image = '' } = await ingot('bake', '--base', base, ...program, '--output', `${registry.host}/built:1`)
  const container = (await buildah('from', '--tls-verify=false', image)).trim()
  expect(await buildah('run', container, '/opt/program', '-version')).toMatch(/^v?1\.7\.\d+/)
  const root = (await buildah('mount', container)).trim()
  expect(await readFile(join(root, 'etc/hello'), 'utf8')).toBe('hello\n')
  const { OCIv1 } = JSON.parse(await buildah('inspect', container))
  expect(OCIv1.config.Env).toContain('FROM_BUILDAH=yes')
})
