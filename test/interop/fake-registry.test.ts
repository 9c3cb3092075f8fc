import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Descriptor } from '../../src/oci/manifest.js'
import { type AuthOptions, type FakeRegistry, type RegistryOptions, startRegistry } from '../fakes/registry/index.js'
import { imageOf, indexOf, layerOf, seed } from '../faults/images.js'
import { must, run, startRegistry as startDockerRegistry } from './processes.js'
import { converse } from './raw-requests.js'
import { tool } from './tools.js'

/** The registry in memory is only worth something if those who know registries cannot tell it from one. */
let folder: string
let registry: FakeRegistry
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ingot-fake-'))
})
afterEach(async () => {
  await registry.close()
  await rm(folder, { recursive: true, force: true })
})

const user: AuthOptions = { scheme: 'basic', username: 'ada', password: 'lovelace' }
const layers = [layerOf({ 'etc/os': 'one' }), layerOf({ 'app/server.js': 'serve()' })]
const image = imageOf(layers)
const index = indexOf([image, imageOf(layers, { architecture: 'arm64' })])

async function start(options: RegistryOptions): Promise<void> {
  registry = await startRegistry(options)
  const auth = Buffer.from(`${user.username}:${user.password}`).toString('base64')
  await writeFile(join(folder, 'config.json'), JSON.stringify({ auths: { [registry.host]: { auth } } }))
}

const env = () => ({ ...process.env, DOCKER_CONFIG: folder, REGISTRY_AUTH_FILE: join(folder, 'config.json') })
const crane = (...args: string[]) => must(tool('crane'), args, { env: env() })
const oras = (command: string, ...args: string[]) =>
  must(tool('oras'), [...command.split(' '), '--plain-http', ...args], { env: env(), cwd: folder })
const orasCopy = (...args: string[]) =>
  must(tool('oras'), ['copy', '--from-plain-http', ...args], { env: env(), cwd: folder })
const skopeo = (command: string, ...args: string[]) => must(tool('skopeo'), [command, ...args], { env: env() })
const at = (path: string) => `${registry.host}/${path}`
const insecure = ['--src-tls-verify=false', '--dest-tls-verify=false']
const lines = (text: string) => text.trim().split('\n').sort()
const digests = (text: string): string[] =>
  JSON.parse(text)
    .manifests.map(({ digest }: Descriptor) => digest)
    .sort()

describe.each([
  ['without login', undefined],
  ['with Basic', user],
  ['with Bearer', { ...user, scheme: 'bearer' }],
] as const)('%s', (_, auth) => {
  const options = auth === undefined ? {} : { auth }

  test('crane copies, lists in pages, validates and deletes', async () => {
    await start({ ...options, pageSize: 1 })
    seed(registry.repository('acme/shop'), index, 'v1')
    await crane('copy', at('acme/shop:v1'), at('prod/shop:v1'))
    await crane('validate', '--remote', at('prod/shop:v1'))
    expect((await crane('digest', at('prod/shop:v1'))).trim()).toBe(index.descriptor.digest)
    await crane('tag', at('prod/shop:v1'), 'latest')
    expect(lines(await crane('ls', at('prod/shop')))).toEqual(['latest', 'v1'])
    expect(lines(await crane('catalog', registry.host))).toEqual(['acme/shop', 'prod/shop'])
    await crane('pull', '--format=oci', at('prod/shop:v1'), join(folder, 'pulled'))
    await crane('push', '--index', join(folder, 'pulled'), at('pushed/shop:v1'))
    await crane('validate', '--remote', at('pushed/shop:v1'))
    await crane('delete', at(`prod/shop@${index.descriptor.digest}`))
    expect((await run(tool('crane'), ['digest', at('prod/shop:v1')], { env: env() })).log).toMatch(
      /MANIFEST_UNKNOWN|404/,
    )
  })

  test('skopeo copies in and out, inspects, lists and deletes', async () => {
    await start(options)
    seed(registry.repository('acme/shop'), index, 'v1')
    const layout = `oci:${join(folder, 'layout')}:v1`
    await skopeo('copy', '--all', ...insecure, `docker://${at('acme/shop:v1')}`, layout)
    await skopeo('copy', '--all', ...insecure, layout, `docker://${at('prod/shop:v1')}`)
    await skopeo('copy', '--all', ...insecure, `docker://${at('prod/shop:v1')}`, `docker://${at('prod/other:v1')}`)
    for (const path of ['prod/shop', 'prod/other']) {
      expect(registry.repository(path).tags.get('v1')).toBe(index.descriptor.digest)
      const inspected = JSON.parse(
        await skopeo('inspect', '--tls-verify=false', '--override-arch=arm64', `docker://${at(`${path}:v1`)}`),
      )
      expect(inspected).toMatchObject({ Architecture: 'arm64', RepoTags: ['v1'] })
    }
    expect(JSON.parse(await skopeo('list-tags', '--tls-verify=false', `docker://${at('prod/shop')}`)).Tags).toEqual([
      'v1',
    ])
    await skopeo('delete', '--tls-verify=false', `docker://${at('prod/shop:v1')}`)
    expect(registry.repository('prod/shop').tags.size).toBe(0)
  })

  test.each(['api', 'none'] as const)(
    'oras pushes, attaches, discovers, copies and deletes, referrers: %s',
    async (referrers) => {
      await start({ ...options, referrers, referrersPageSize: 1 })
      await writeFile(join(folder, 'hello.txt'), 'hello')
      await writeFile(join(folder, 'sbom.json'), '{}')
      await oras('push', at('acme/files:v1'), 'hello.txt')
      for (const type of ['application/x-sbom', 'application/x-notes']) {
        await oras('attach', `--artifact-type=${type}`, at('acme/files:v1'), 'sbom.json')
      }
      const found = digests(await oras('discover', '-o', 'json', at('acme/files:v1')))
      expect(found).toHaveLength(2)
      const filtered = (type: string) => oras('discover', '-o', 'json', `--artifact-type=${type}`, at('acme/files:v1'))
      expect(digests(await filtered('application/x-sbom'))).toHaveLength(1)
      expect(digests(await filtered('application/x-other'))).toEqual([])
      await orasCopy('-r', '--to-plain-http', at('acme/files:v1'), at('prod/files:v1'))
      expect(digests(await oras('discover', '-o', 'json', at('prod/files:v1')))).toEqual(found)
      await mkdir(join(folder, 'out'))
      await oras('pull', at('prod/files:v1'), '-o', join(folder, 'out'))
      expect(await readFile(join(folder, 'out', 'hello.txt'), 'utf8')).toBe('hello')
      expect(lines(await oras('repo tags', at('prod/files'))).filter((tag) => !tag.startsWith('sha256-'))).toEqual([
        'v1',
      ])
      expect(lines(await oras('repo ls', registry.host))).toEqual(['acme/files', 'prod/files'])
      await oras('manifest delete --force', at('prod/files:v1'))
      expect(registry.repository('prod/files').tags.has('v1')).toBe(false)
    },
  )
})

test('blobs at another origin are found by all three, and no login goes there', async () => {
  await start({ auth: { ...user, scheme: 'bearer' }, redirects: { blobs: true } })
  seed(registry.repository('acme/shop'), image, 'v1')
  await crane('validate', '--remote', at('acme/shop:v1'))
  await skopeo('copy', ...insecure, `docker://${at('acme/shop:v1')}`, `oci:${join(folder, 'skopeo')}:v1`)
  await orasCopy('--to-oci-layout', at('acme/shop:v1'), 'oras:v1')
  expect(registry.storageRequests.length).toBeGreaterThanOrEqual(9)
  expect(registry.storageRequests.every(({ status }) => status === 200)).toBe(true)
})

test('a user who may not push is refused, as everybody understands', async () => {
  await start({ auth: { ...user, scheme: 'bearer', mayPush: false } })
  seed(registry.repository('acme/shop'), image, 'v1')
  await crane('validate', '--remote', at('acme/shop:v1'))
  const { code, log } = await run(tool('crane'), ['copy', at('acme/shop:v1'), at('prod/shop:v1')], { env: env() })
  expect(code).not.toBe(0)
  expect(log).toMatch(/UNAUTHORIZED|insufficient_scope/)
})

test("answers as Debian's docker-registry does, request by request", async () => {
  await start({ referrers: 'none' })
  const docker = await startDockerRegistry()
  try {
    expect(await converse(registry.host)).toEqual(await converse(docker.host))
  } finally {
    await docker.stop()
  }
})
