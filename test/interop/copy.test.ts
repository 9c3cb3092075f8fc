import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { bakeLayers } from '../../src/bake/index.js'
import { hexOf } from '../../src/oci/digest.js'
import { parseIndex } from '../../src/oci/manifest.js'
import { parseReference } from '../../src/oci/reference.js'
import { copyReference, openStore } from '../../src/registry/index.js'
import { must, type RunningRegistry, startOciRegistry, startRegistry } from './processes.js'
import { tool } from './tools.js'

/** Distribution without a referrers API, and a strict registry with one. */
const kinds = ['docker-registry', 'ociregistry'] as const
type Kind = (typeof kinds)[number]

let folder: string
let registries: Record<Kind, RunningRegistry>
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ingot-interop-copy-'))
  registries = { 'docker-registry': await startRegistry(), ociregistry: await startOciRegistry() }
  await mkdir(join(folder, 'app', 'data'), { recursive: true })
  await writeFile(join(folder, 'app', 'hello.txt'), 'hello')
  await writeFile(join(folder, 'app', 'data', 'random.bin'), randomBytes(5_000_000))
})
afterAll(async () => {
  await Promise.all(Object.values(registries).map((registry) => registry.stop()))
  await rm(folder, { recursive: true, force: true })
})

const crane = (...args: string[]) => must(tool('crane'), args)
const oras = (...args: string[]) => must(tool('oras'), args)
const skopeo = (...args: string[]) => must(tool('skopeo'), args)
const at = (kind: Kind, name: string) => `${registries[kind].host}/${name}`

/** An index for two platforms, in a registry, with a file that other tools can find again. */
async function bake(reference: string): Promise<string> {
  const { tag = 'v1', ...place } = parseReference(reference)
  const { digest } = await bakeLayers({
    platforms: ['linux/amd64', 'linux/arm64'].map((platform) => ({ platform, image: undefined })),
    additions: [
      { source: join(folder, 'app', 'data'), destination: '/data' },
      { source: join(folder, 'app', 'hello.txt'), destination: '/hello.txt' },
    ],
    settings: { env: {}, labels: {}, expose: [], cmd: ['/hello.txt'] },
    annotations: {},
    epochSeconds: 0,
    output: openStore(place),
    tags: [tag],
  })
  return digest
}

const copy = (from: string, to: string, more: Partial<Parameters<typeof copyReference>[0]> = {}) =>
  copyReference({ from: parseReference(from), to: parseReference(to), ...more })

const isPlain = (reference: string) => (reference.startsWith('oci:') ? ['--oci-layout'] : ['--plain-http'])
const bare = (reference: string) => reference.replace(/^oci:/, '')

/** Digests of what refers to an image, as oras sees it. */
async function discovered(reference: string): Promise<string[]> {
  const said = JSON.parse(await oras('discover', ...isPlain(reference), '--format', 'json', bare(reference)))
  return said.manifests.map(({ digest }: { digest: string }) => digest).sort()
}

describe.each(kinds)('from %s', (from) => {
  test.each(kinds)('to %s, with what oras attached, and what was attached to that', async (to) => {
    const name = `copy/${to}`
    const source = at(from, `${name}:v1`)
    const digest = await bake(source)
    await writeFile(join(folder, 'note.json'), JSON.stringify({ from, to }))
    const attach = (subject: string, type: string) =>
      oras(
        ...['attach', '--plain-http', '--disable-path-validation', '--artifact-type', type, subject],
        `${join(folder, 'note.json')}:application/json`,
      )
    await attach(source, 'application/x-sbom')
    const [sbom = ''] = await discovered(source)
    await attach(`${at(from, name)}@${sbom}`, 'application/x-signature')

    const target = at(to, `copied/${name}-from-${from}`)
    const copied = await copy(source, `${target}:v1`, { withReferrers: true })
    expect([copied.digest, (await crane('digest', `${target}:v1`)).trim()]).toEqual([digest, digest])
    await crane('validate', '--remote', `${target}:v1`)
    expect(await discovered(`${target}:v1`)).toEqual([sbom])
    expect(await discovered(`${target}@${sbom}`)).toEqual(await discovered(`${at(from, name)}@${sbom}`))
  })

  test('to a layout, which skopeo and umoci read, and back again', async () => {
    const source = at(from, 'round:v1')
    const digest = await bake(source)
    const layout = join(folder, `round-${from}`)
    expect((await copy(source, `oci:${layout}:v1`)).digest).toBe(digest)
    await skopeo('copy', '--all', `oci:${layout}:v1`, `dir:${layout}-dir`)
    const [amd64] = parseIndex(
      (await openStore(parseReference(`oci:${layout}`)).readManifest({ tag: 'v1' }))?.bytes ?? '',
      'it',
    ).manifests
    await copy(`oci:${layout}@${amd64?.digest}`, `oci:${layout}-one:v1`)
    await must(tool('umoci'), ['unpack', '--rootless', '--image', `${layout}-one:v1`, `${layout}-bundle`])
    expect(await readFile(`${layout}-bundle/rootfs/hello.txt`, 'utf8')).toBe('hello')
    const back = at(from, 'round-back:v1')
    expect((await copy(`oci:${layout}:v1`, back)).digest).toBe(digest)
    await crane('validate', '--remote', back)
  })

  test('beside it: every blob is mounted, in a request for each and one for each manifest more', async () => {
    const digest = await bake(at(from, 'beside/a:v1'))
    const target = at(from, 'beside/b:v1')
    const copied = await copy(at(from, 'beside/a:v1'), target)
    const blobs = 2 + 2 // two layers, which both platforms share, and two configs
    expect(copied).toMatchObject({ digest, requests: blobs + 3 + 3 })
    expect(copied.bytesSent).toBeLessThan(4096)
    await crane('validate', '--remote', target)
    expect(await copy(target, at(from, 'beside/b:v2'))).toMatchObject({ digest, requests: 2 })
    expect((await crane('ls', at(from, 'beside/b'))).trim().split('\n').sort()).toEqual(['v1', 'v2'])
  })

  test('one platform is the manifest that crane takes out, some are an index that others read', async () => {
    const source = at(from, 'platforms:v1')
    await bake(source)
    const one = at(from, 'platforms-one:v1')
    const wanted = (await crane('digest', '--platform', 'linux/arm64', source)).trim()
    expect(await copy(source, one, { platforms: ['linux/arm64'] })).toMatchObject({ digest: wanted })
    await crane('validate', '--remote', one)
    await crane('index', 'append', '-m', `${one}`, '-t', source, source) // a third entry
    const some = at(from, 'platforms-some:v1')
    await copy(source, some, { platforms: ['linux/amd64'] })
    await crane('validate', '--remote', some)
  })

  test("docker's manifests stay docker's", async () => {
    await bake(at(from, 'schema:v1'))
    const source = at(from, 'schema-docker:v1')
    const plain = ['--src-tls-verify=false', '--dest-tls-verify=false']
    await skopeo(
      'copy',
      '--format',
      'v2s2',
      '--override-arch',
      'amd64',
      '--override-os',
      'linux',
      ...plain,
      `docker://${at(from, 'schema:v1')}`,
      `docker://${source}`,
    )
    const target = at(from, 'schema-copied:v1')
    const { digest } = await copy(source, target)
    expect(digest).toBe((await crane('digest', source)).trim())
    expect(JSON.parse(await crane('manifest', target)).mediaType).toContain('vnd.docker.distribution.manifest.v2')
    await crane('validate', '--remote', target)
  })
})

test('a signature that cosign 2 keeps under a tag is verified by it at the destination', async () => {
  const env = { PATH: process.env.PATH, HOME: folder, DOCKER_CONFIG: folder, COSIGN_PASSWORD: 'secret' }
  const cosign = (...args: string[]) => must(tool('cosign2'), args, { cwd: folder, env })
  await cosign('generate-key-pair')
  const source = at('docker-registry', 'signed')
  const digest = await bake(`${source}:v1`)
  const plain = ['--allow-http-registry']
  await cosign('sign', '--key', 'cosign.key', '--yes', '--tlog-upload=false', ...plain, `${source}@${digest}`)
  expect(await crane('ls', source)).toContain(`sha256-${digest.slice('sha256:'.length)}.sig`)
  const target = at('ociregistry', 'signed-copy')
  await copy(`${source}:v1`, `${target}:v1`, { withReferrers: true })
  const said = await cosign('verify', '--key', 'cosign.pub', '--insecure-ignore-tlog', ...plain, `${target}:v1`)
  expect(said).toContain(digest)
  const layout = openStore(parseReference(`oci:${join(folder, 'signed')}`))
  await copy(`${target}:v1`, `oci:${join(folder, 'signed')}:v1`, { withReferrers: true })
  expect(await layout.tags()).toEqual([`sha256-${hexOf(digest as never)}.sig`, 'v1'])
})

test('an artifact of oras, whatever it holds', async () => {
  await writeFile(join(folder, 'notes.txt'), 'notes')
  const source = at('ociregistry', 'artifact:v1')
  await oras(
    'push',
    '--plain-http',
    '--disable-path-validation',
    '--artifact-type',
    'application/x-notes',
    source,
    `${join(folder, 'notes.txt')}:text/plain`,
  )
  const target = at('docker-registry', 'artifact:v1')
  await copy(source, target)
  await oras('pull', '--plain-http', '--output', join(folder, 'pulled'), '--allow-path-traversal', target)
  expect((await crane('digest', target)).trim()).toBe((await crane('digest', source)).trim())
})
