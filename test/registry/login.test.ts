import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { parseReference, type RegistryReference } from '../../src/oci/reference.js'
import { RemoteStore } from '../../src/registry/remote.js'
import { type FakeRegistry, type RegistryOptions, startRegistry } from '../fakes/registry/index.js'
import { putBlob, putImage } from './images.js'

const user = { username: 'ada', password: 'pa:ss' }
let registry: FakeRegistry
let folder: string
const before = { ...process.env }

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ingot-login-'))
  for (const name of ['DOCKER_AUTH_CONFIG', 'REGISTRY_AUTH_FILE', 'XDG_RUNTIME_DIR', 'XDG_CONFIG_HOME', 'GITHUB_TOKEN'])
    delete process.env[name]
  Object.assign(process.env, { HOME: folder, DOCKER_CONFIG: folder })
})
afterEach(async () => {
  process.env = { ...before }
  await registry.close()
  await rm(folder, { recursive: true, force: true })
})

const start = async (options: RegistryOptions) => {
  registry = await startRegistry(options)
}
const open = (path = 'acme/shop', more: object = {}) =>
  new RemoteStore(parseReference(`${registry.host}/${path}`) as RegistryReference, {
    firstDelayMilliseconds: 1,
    ...more,
  })
const config = (value: object) => writeFile(join(folder, 'config.json'), JSON.stringify(value))
const auth = Buffer.from('ada:pa:ss').toString('base64')
const tokenRequests = () => registry.requests.filter(({ url }) => url.startsWith('/token'))

/** A credential helper on the PATH, which notes how it was called. */
async function helper(name: string, script: string): Promise<void> {
  const bin = join(folder, 'bin')
  await mkdir(bin, { recursive: true })
  const file = join(bin, `docker-credential-${name}`)
  await writeFile(file, `#!/bin/sh\necho "$@" >>"${folder}/argv"\ncat >>"${folder}/stdin"\n${script}\n`)
  await chmod(file, 0o755)
  process.env.PATH = `${bin}${delimiter}${before.PATH}`
}

describe('an identity token', () => {
  test('is exchanged at the token service by POST, and is in no address', async () => {
    await start({ auth: { scheme: 'bearer', ...user, identityToken: 'refresh-s3cret' } })
    await config({ auths: { [registry.host]: { auth: '', identitytoken: 'refresh-s3cret' } } })
    await putImage(open(), 'layer', ['v1'])
    expect(tokenRequests().map(({ method, url }) => `${method} ${url}`)).toEqual(['POST /token'])
    expect(JSON.stringify(registry.requests)).not.toContain('refresh-s3cret')
  })

  test('that is refused is named, and not quoted', async () => {
    await start({ auth: { scheme: 'bearer', ...user, identityToken: 'another' } })
    await config({ auths: { [registry.host]: { identitytoken: 'refresh-s3cret' } } })
    const failure = await putBlob(open(), 'x').catch((error) => error)
    expect(failure).toMatchObject({ reason: 'unauthorized', advice: expect.stringContaining('log in again') })
    expect(`${failure.message} ${failure.advice}`).not.toContain('refresh-s3cret')
  })

  test('does not follow a redirect, which would carry it away', async () => {
    await start({ auth: { scheme: 'bearer', ...user, identityToken: 'refresh-s3cret' } })
    await config({ auths: { [registry.host]: { identitytoken: 'refresh-s3cret' } } })
    registry.faults.push((request, response) => {
      if (request.url !== '/token') return false
      request.resume()
      response.writeHead(307, { location: `http://${registry.storageHost}/token` }).end()
      return true
    })
    await expect(putBlob(open(), 'x')).rejects.toMatchObject({ reason: 'unauthorized' })
    expect(registry.storageRequests).toEqual([])
  })
})

test('a registry token is sent as it is', async () => {
  await start({})
  await config({ auths: { [registry.host]: { registrytoken: 'as.it.is' } } })
  registry.faults.push((request, response) => {
    if (request.headers.authorization === 'Bearer as.it.is') return false
    response.writeHead(401, { 'www-authenticate': `Bearer realm="http://${registry.host}/token"` }).end()
    return true
  })
  expect(await open().tags()).toEqual([])
  expect(tokenRequests()).toEqual([])
})

describe('a credential helper', () => {
  test('is asked on stdin for the host, without a shell, once for an operation', async () => {
    await start({ auth: { scheme: 'basic', ...user } })
    await helper('test', `echo '{"ServerURL":"x","Username":"ada","Secret":"pa:ss"}'`)
    await config({ credHelpers: { [registry.host]: 'test' } })
    await putImage(open(), 'layer', ['v1'])
    expect(await readFile(join(folder, 'argv'), 'utf8')).toBe('get\n')
    expect(await readFile(join(folder, 'stdin'), 'utf8')).toBe(registry.host)
  })

  test('for all hosts serves too; the one for a host comes first', async () => {
    await start({ auth: { scheme: 'basic', ...user } })
    await helper('good', `echo '{"Username":"ada","Secret":"pa:ss"}'`)
    await helper('bad', 'exit 3')
    await config({ credsStore: 'good', credHelpers: { 'other.example.com': 'bad' } })
    await putBlob(open(), 'x')
    await config({ credsStore: 'bad', credHelpers: { [registry.host]: 'good' } })
    await putBlob(open('acme/other'), 'x')
  })

  test('gives an identity token under the name <token>', async () => {
    await start({ auth: { scheme: 'bearer', ...user, identityToken: 'refresh' } })
    await helper('test', `echo '{"Username":"<token>","Secret":"refresh"}'`)
    await config({ credsStore: 'test' })
    await putBlob(open(), 'x')
    expect(tokenRequests()[0]?.method).toBe('POST')
  })

  test('that has none leaves us to auths, else anonymous', async () => {
    await start({ auth: { scheme: 'bearer', ...user, anonymousPull: true } })
    await helper('none', 'echo "credentials not found in native keychain"; exit 1')
    await config({ credsStore: 'none' })
    expect(await open().readManifest({ tag: 'v1' })).toBeUndefined()
    await config({ credsStore: 'none', auths: { [registry.host]: { auth } } })
    await putBlob(open('acme/other'), 'x')
  })

  test.each([
    ['fails', 'echo "s3cret of mine"; echo "s3cret too" >&2; exit 1', 'tool-failed', /ended with 1/],
    ['says nothing of use', 'echo s3cret', 'tool-failed', /not JSON/],
    ['says half of it', `echo '{"Secret":"s3cret"}'`, 'tool-failed', /no Username and Secret/],
    ['floods', 'head -c 1000000 /dev/zero', 'size-exceeded', /wrote more/],
  ])('that %s is named, and its words are kept back', async (_, script, reason, message) => {
    await start({ auth: { scheme: 'basic', ...user } })
    await helper('test', script)
    await config({ credsStore: 'test' })
    const failure = await putBlob(open(), 'x').catch((error) => error)
    expect(failure).toMatchObject({ reason, message: expect.stringMatching(message) })
    expect(`${failure.message} ${failure.advice}`).not.toContain('s3cret')
  })

  test('that is missing, or no name, is said with the file that names it', async () => {
    await start({ auth: { scheme: 'basic', ...user } })
    await config({ credsStore: 'not-there-at-all' })
    await expect(putBlob(open(), 'x')).rejects.toMatchObject({
      reason: 'not-found',
      message: expect.stringContaining('docker-credential-not-there-at-all'),
      advice: expect.stringContaining(folder),
    })
    await config({ credsStore: '../../tmp/evil' })
    await expect(putBlob(open('acme/b'), 'x')).rejects.toMatchObject({ reason: 'invalid-config' })
  })

  test('is not asked by a registry that wants no login', async () => {
    await start({})
    await config({ credsStore: 'not-there-at-all' })
    expect(await open().tags()).toEqual([])
  })

  test('ends with the signal', async () => {
    await start({ auth: { scheme: 'basic', ...user } })
    await helper('slow', 'exec sleep 30')
    await config({ credsStore: 'slow' })
    const began = performance.now()
    await expect(open('a/b', { signal: AbortSignal.timeout(100) }).tags()).rejects.toThrow()
    expect(performance.now() - began).toBeLessThan(10_000)
  })
})

describe('tokens', () => {
  test('are renewed before they expire, without a refusal', async () => {
    await start({ auth: { scheme: 'bearer', ...user, tokenSeconds: 1 } })
    await config({ auths: { [registry.host]: { auth } } })
    const store = open()
    await store.tags()
    await new Promise((done) => setTimeout(done, 600)) // half of its life
    await store.tags()
    expect(tokenRequests()).toHaveLength(2)
    expect(registry.requests.filter(({ status }) => status === 401)).toHaveLength(1)
  })

  test('of another repository are asked for at once, now that the way is known', async () => {
    await start({ auth: { scheme: 'bearer', ...user } })
    await config({ auths: { [registry.host]: { auth } } })
    await open('a/a').tags()
    await open('b/b').tags()
    await open('b/b').tags()
    expect(registry.requests.map(({ status, url }) => `${status} ${url.replace(/\?.*/, '')}`)).toEqual([
      ...['401 /v2/a/a/tags/list', '200 /token', '404 /v2/a/a/tags/list'],
      ...['200 /token', '404 /v2/b/b/tags/list', '404 /v2/b/b/tags/list'],
    ])
  })

  test('that may push serve for pulling; those that may pull are widened', async () => {
    await start({ auth: { scheme: 'bearer', ...user } })
    await config({ auths: { [registry.host]: { auth } } })
    const store = open()
    await store.readManifest({ tag: 'v1' })
    await putImage(store, 'layer', ['v1'])
    await store.readManifest({ tag: 'v1' })
    const scopes = tokenRequests().map(({ url }) => new URL(url, 'http://x').searchParams.getAll('scope'))
    expect(scopes).toEqual([['repository:acme/shop:pull'], ['repository:acme/shop:pull,push']])
  })

  test('of a repository that will be written to are asked for once', async () => {
    await start({ auth: { scheme: 'bearer', ...user } })
    await config({ auths: { [registry.host]: { auth } } })
    const store = open('acme/shop', { willWrite: true })
    await store.readManifest({ tag: 'v1' })
    await putImage(store, 'layer', ['v1'])
    expect(tokenRequests()).toHaveLength(1)
  })

  test('ask for what the challenge names beyond our own wish', async () => {
    await start({ auth: { scheme: 'bearer', ...user } })
    await config({ auths: { [registry.host]: { auth } } })
    let isFirst = true
    registry.faults.push((request, response) => {
      if (!isFirst || request.url?.startsWith('/token')) return false
      isFirst = false
      const scope = 'repository:acme/shop:pull,delete repository:acme/base:pull evil:*'
      const challenge = `Bearer realm="http://${registry.host}/token",service="fake",scope="${scope}",error="insufficient_scope"`
      response.writeHead(403, { 'www-authenticate': challenge }).end()
      return true
    })
    await open().tags()
    expect(new URL(tokenRequests()[0]?.url ?? '', 'http://x').searchParams.getAll('scope')).toEqual([
      'repository:acme/shop:pull,delete',
      'repository:acme/base:pull',
    ])
  })

  test('that do not grant what was asked end in a named refusal, not in a circle', async () => {
    await start({ auth: { scheme: 'bearer', ...user, mayPush: false } })
    await config({ auths: { [registry.host]: { auth } } })
    await expect(putBlob(open(), 'x')).rejects.toMatchObject({
      reason: 'unauthorized',
      advice: expect.stringContaining('may not write this repository'),
    })
    expect(registry.requests.length).toBeLessThan(6)
  })

  test('of a service that is overloaded are no verdict on the login', async () => {
    await start({ auth: { scheme: 'bearer', ...user } })
    await config({ auths: { [registry.host]: { auth } } })
    registry.inject({ kind: 'status', status: 503, url: /^\/token/, times: 9 })
    await expect(open().tags()).rejects.toMatchObject({ reason: 'unreachable' })
  })
})

describe('files', () => {
  const other = (name: string) => ({ auth: Buffer.from(`${name}:x`).toString('base64') })

  test('below a host the longest path that holds the repository wins, and hosts match whole', async () => {
    const { readCredentials } = await import('../../src/registry/credentials.js')
    await start({})
    await config({
      auths: {
        'quay.io': other('host'),
        'quay.io/acme': other('team'),
        'https://quay.io/acme/shop': other('shop'),
        'quay.io/acme/sh': other('no'),
        'https://index.docker.io/v1/': other('hub'),
      },
    })
    const nameFor = async (host: string, path: string) => {
      const found = await readCredentials(host, path)
      return found?.kind === 'login' ? found.username : undefined
    }
    expect(await nameFor('quay.io', 'acme/shop')).toBe('shop')
    expect(await nameFor('quay.io', 'acme/shop/web')).toBe('shop')
    expect(await nameFor('quay.io', 'acme/shopping')).toBe('team')
    expect(await nameFor('quay.io', 'else/where')).toBe('host')
    expect(await nameFor('evil-quay.io', 'acme/shop')).toBeUndefined()
    expect(await nameFor('docker.io', 'library/debian')).toBe('hub')
  })

  test("DOCKER_AUTH_CONFIG comes first, then REGISTRY_AUTH_FILE, docker's, Podman's", async () => {
    const { readCredentials } = await import('../../src/registry/credentials.js')
    await start({})
    const write = async (file: string, host: string, name: string) => {
      await mkdir(join(file, '..'), { recursive: true })
      await writeFile(file, JSON.stringify({ auths: { [host]: other(name) } }))
    }
    const env = { HOME: folder, XDG_RUNTIME_DIR: join(folder, 'run'), REGISTRY_AUTH_FILE: join(folder, 'named.json') }
    const ask = async (host: string) => {
      const found = await readCredentials(host, 'a/b', env)
      return found?.kind === 'login' ? found.username : undefined
    }
    await write(join(folder, 'run/containers/auth.json'), 'a.example.com', 'podman')
    expect(await ask('a.example.com')).toBe('podman')
    await write(join(folder, '.docker/config.json'), 'a.example.com', 'docker')
    expect(await ask('a.example.com')).toBe('docker')
    await write(join(folder, 'named.json'), 'a.example.com', 'named')
    expect(await ask('a.example.com')).toBe('named')
    expect(await ask('b.example.com')).toBeUndefined()
    const text = JSON.stringify({ auths: { 'a.example.com': other('text') } })
    expect(await readCredentials('a.example.com', 'a/b', { ...env, DOCKER_AUTH_CONFIG: text })).toMatchObject({
      username: 'text',
    })
    await expect(
      readCredentials('a.example.com', 'a/b', { ...env, DOCKER_AUTH_CONFIG: '{s3cret' }),
    ).rejects.toMatchObject({
      reason: 'invalid-config',
      message: expect.not.stringContaining('s3cret'),
    })
  })
})
