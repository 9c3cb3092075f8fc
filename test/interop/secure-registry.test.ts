import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compileRooms } from '../registry/compiled.js'
import { must, run } from './processes.js'
import { type Certificates, makeCertificates, startProxy, startSecureRegistry, startTokenService } from './secure.js'
import { tool } from './tools.js'

let folder: string
let program: string
let certificates: Certificates
let tokens: Awaited<ReturnType<typeof startTokenService>>
let byPassword: Awaited<ReturnType<typeof startSecureRegistry>>
let byToken: Awaited<ReturnType<typeof startSecureRegistry>>

// The password is pa:ss.
const htpasswd = 'ada:$2y$05$abcdefghijklmnopqrstuuZImxV28ixwKVAA3Ib6WvqJ3jaF2SHwO\n'
const auth = Buffer.from('ada:pa:ss').toString('base64')

/** What a user's process does: NODE_EXTRA_CA_CERTS is read only when one starts. */
const client = `
import { openStore } from './registry/index.js'
import { parseReference } from './oci/reference.js'
import { digestOf } from './oci/digest.js'
import { gzipSync } from 'node:zlib'
const [what, text] = process.argv.slice(2)
const reference = parseReference(text)
const store = openStore(reference)
const blob = (bytes, mediaType) => ({ descriptor: { mediaType, digest: digestOf(bytes), size: bytes.length }, async *open() { yield bytes } })
try {
  if (what === 'push') {
    const tar = Buffer.alloc(200 * 1024) // an archive of nothing
    const layer = blob(gzipSync(tar, { level: 0 }), 'application/vnd.oci.image.layer.v1.tar+gzip')
    const rootfs = { type: 'layers', diff_ids: [digestOf(tar)] }
    const image = { architecture: 'amd64', os: 'linux', author: text, config: {}, rootfs }
    const config = blob(Buffer.from(JSON.stringify(image)), 'application/vnd.oci.image.config.v1+json')
    for (const one of [config, layer]) await store.writeBlob(one)
    const mediaType = 'application/vnd.oci.image.manifest.v1+json'
    const manifest = { schemaVersion: 2, mediaType, config: config.descriptor, layers: [layer.descriptor] }
    await store.writeManifest(Buffer.from(JSON.stringify(manifest)), mediaType, { tags: [reference.tag] })
    if (process.argv[4]) {
      const other = openStore(parseReference(process.argv[4]))
      if (!(await other.mountBlob(layer.descriptor, store))) throw new Error('not mounted')
    }
  }
  const stored = await store.readManifest({ tag: reference.tag })
  console.log(JSON.stringify({ digest: stored?.descriptor.digest, requests: store.traffic.requests }))
} catch ({ reason, message, advice }) {
  console.log(JSON.stringify({ reason, message, advice }))
}
`

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ingot-secure-'))
  program = await compileRooms()
  await writeFile(join(program, 'client.js'), client)
  certificates = await makeCertificates(folder)
  await writeFile(join(folder, 'htpasswd'), htpasswd)
  tokens = await startTokenService(certificates, 3)
  const { realm } = tokens
  const [byHtpasswd, byJwt] = [
    { htpasswd: { realm: 'test', path: join(folder, 'htpasswd') } },
    { token: { realm, service: 'registry.test', issuer: 'test', rootcertbundle: certificates.certificate } },
  ]
  byPassword = await startSecureRegistry(folder, certificates, byHtpasswd)
  byToken = await startSecureRegistry(folder, certificates, byJwt)
})
afterAll(async () => {
  tokens.stop()
  await Promise.all([byPassword.stop(), byToken.stop()])
  await Promise.all([folder, program].map((each) => rm(each, { recursive: true, force: true })))
})

/** The environment of a user who is logged in as config.json says. */
async function user(name: string, config: object): Promise<NodeJS.ProcessEnv> {
  const home = join(folder, name)
  await mkdir(home, { recursive: true })
  await writeFile(join(home, 'config.json'), JSON.stringify(config))
  const trust = { NODE_EXTRA_CA_CERTS: certificates.ca, SSL_CERT_FILE: certificates.ca }
  return { PATH: process.env.PATH, HOME: home, DOCKER_CONFIG: home, ...trust }
}
async function ingot(env: NodeJS.ProcessEnv, ...args: string[]) {
  const { code, stdout, log } = await run(process.execPath, [join(program, 'client.js'), ...args], { env })
  if (code !== 0) throw new Error(log)
  return JSON.parse(stdout) as {
    digest?: string
    requests?: number
    reason?: string
    message?: string
    advice?: string
  }
}
const crane = async (env: NodeJS.ProcessEnv, ...args: string[]) => (await must(tool('crane'), args, { env })).trim()

describe('behind TLS with an authority of its own', () => {
  test('a registry with a password file takes what we push, and crane and oras pull it', async () => {
    const host = `localhost:${byPassword.port}`
    const env = await user('password', { auths: { [host]: { auth } } })
    const image = `${host}/acme/shop:v1`
    const { digest } = await ingot(env, 'push', image, `${host}/acme/other`)
    expect(digest).toMatch(/^sha256:/)
    expect(await crane(env, 'digest', image)).toBe(digest)
    await crane(env, 'validate', '--remote', image)
    const oras = [
      'manifest',
      'fetch',
      '--descriptor',
      '--plain-http=false',
      '--ca-file',
      certificates.ca,
      '--registry-config',
    ]
    const described = await must(tool('oras'), [...oras, join(folder, 'password', 'config.json'), image], { env })
    expect(JSON.parse(described).digest).toBe(digest)
  })

  test('a wrong password is refused by name, without a word of it', async () => {
    const host = `localhost:${byPassword.port}`
    const wrong = Buffer.from('ada:wr0ng').toString('base64')
    const failure = await ingot(
      await user('wrong', { auths: { [host]: { auth: wrong } } }),
      'read',
      `${host}/acme/shop:v1`,
    )
    expect(failure).toMatchObject({ reason: 'unauthorized' })
    expect(JSON.stringify(failure)).not.toMatch(/wr0ng/)
  })

  test('an authority that nobody named is not trusted, and the way out is said', async () => {
    const env = { ...(await user('stranger', {})), NODE_EXTRA_CA_CERTS: undefined }
    // By a name that is not this machine's: those are tried in plain HTTP first.
    const failure = await ingot(env, 'read', `0.0.0.0:${byPassword.port}/acme/shop:v1`)
    expect(failure).toMatchObject({ reason: 'unreachable', advice: expect.stringContaining('NODE_EXTRA_CA_CERTS') })
  })
})

describe('with a token service', () => {
  const image = () => `localhost:${byToken.port}/acme/shop:v1`
  const logins = () => {
    const host = `localhost:${byToken.port}`
    return {
      password: { auths: { [host]: { auth } } },
      'identity token': { auths: { [host]: { identitytoken: 'refresh-ada' } } },
      'credential helper': { credHelpers: { [host]: 'ingot-test' } },
    }
  }

  test.each(['password', 'identity token', 'credential helper'] as const)('by %s', async (way) => {
    const env = await user(way, logins()[way])
    const bin = join(folder, 'bin')
    await mkdir(bin, { recursive: true })
    const script = `#!/bin/sh\n[ "$1" = get ] && [ "$(cat)" = "localhost:${byToken.port}" ] || exit 1\necho '{"Username":"ada","Secret":"pa:ss"}'\n`
    await writeFile(join(bin, 'docker-credential-ingot-test'), script, { mode: 0o755 })
    tokens.asked.length = 0
    const pushed = await ingot(
      { ...env, PATH: `${bin}:${env.PATH}` },
      'push',
      image(),
      `localhost:${byToken.port}/acme/other`,
    )
    expect(pushed.digest).toMatch(/^sha256:/)
    const method = way === 'identity token' ? 'POST' : 'GET'
    expect(tokens.asked).toEqual([
      `${method} repository:acme/shop:pull,push`,
      `${method} repository:acme/other:pull,push repository:acme/shop:pull`,
    ])
    await crane(await user('crane', logins().password), 'validate', '--remote', image())
  })

  test('anonymously one pulls, and may not push', async () => {
    const env = await user('nobody', {})
    await ingot(await user('ada', logins().password), 'push', image())
    expect((await ingot(env, 'read', image())).digest).toMatch(/^sha256:/)
    expect(await ingot(env, 'push', image())).toMatchObject({
      reason: 'unauthorized',
      advice: expect.stringContaining('docker login'),
    })
  })
})

test('through a proxy, and only where NO_PROXY lets it', async () => {
  const proxy = await startProxy(byPassword.port)
  try {
    const env = { ...(await user('proxied', { auths: { 'registry.test': { auth } } })), HTTPS_PROXY: proxy.address }
    const { digest } = await ingot(env, 'push', 'registry.test/acme/proxied:v1')
    expect(digest).toMatch(/^sha256:/)
    expect(proxy.asked.length).toBeGreaterThan(0)
    expect(await crane(env, 'digest', 'registry.test/acme/proxied:v1')).toBe(digest)
    proxy.asked.length = 0
    const failure = await ingot({ ...env, NO_PROXY: '.test' }, 'read', 'registry.test/acme/proxied:v1')
    expect(failure).toMatchObject({ reason: 'unreachable', message: expect.stringContaining('registry.test') })
    expect(proxy.asked).toEqual([])
  } finally {
    proxy.stop()
  }
})
