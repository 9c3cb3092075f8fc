import { generateKeyPairSync } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Descriptor } from '../../src/oci/manifest.js'
import { parseReference } from '../../src/oci/reference.js'
import type { ImageStore } from '../../src/oci/store.js'
import { openStore } from '../../src/registry/index.js'
import { attest, loadSigner, type Signer, verifyImage } from '../../src/sign/index.js'
import { temporaryDirectory, writeImage, writeIndex } from '../sign/images.js'
import { must, run, startRegistry } from './processes.js'
import { tool } from './tools.js'

const sbom = { bomFormat: 'CycloneDX', specVersion: '1.6', components: [] }
const review = 'https://example.com/review/v1'

/** No certificate authority, no log: all that cosign 2 needs of a trusted root when a key decides. */
const emptyTrustedRoot = { mediaType: 'application/vnd.dev.sigstore.trustedroot+json;version=0.1' }

const keys = {
  'EC P-256': () => generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  Ed25519: () => generateKeyPairSync('ed25519'),
  'RSA 2048': () => generateKeyPairSync('rsa', { modulusLength: 2048 }),
}

let registry: Awaited<ReturnType<typeof startRegistry>>
let directory: Awaited<ReturnType<typeof temporaryDirectory>>
let repository: string
let store: ImageStore
beforeAll(async () => {
  registry = await startRegistry()
  directory = await temporaryDirectory()
  await writeFile(join(directory.path, 'root.json'), JSON.stringify(emptyTrustedRoot))
  await writeFile(join(directory.path, 'sbom.json'), JSON.stringify(sbom))
  repository = `${registry.host}/shop`
  store = openStore(parseReference(repository))
})
afterAll(async () => {
  await registry.stop()
  await directory.remove()
})

const options = () => ({
  cwd: directory.path,
  env: { PATH: process.env.PATH, HOME: directory.path, DOCKER_CONFIG: directory.path, COSIGN_PASSWORD: 'secret' },
})
const offline = ['--insecure-ignore-tlog', '--allow-http-registry']
const bundles = ['--new-bundle-format', '--trusted-root', 'root.json']

const cosign3 = (...args: string[]) => must(tool('cosign3'), args, options())
const cosign2 = (...args: string[]) => must(tool('cosign2'), args, options())
const named = ({ digest }: Descriptor) => `${repository}@${digest}`

/** A fresh image, and a key in files: `ours` and `ours.pub` (PEM), `theirs.key` (cosign's own format). */
async function prepare(kind: keyof typeof keys): Promise<{ image: Descriptor; signer: Signer }> {
  const { privateKey, publicKey } = keys[kind]()
  const ours = join(directory.path, 'ours')
  await writeFile(ours, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
  await writeFile(`${ours}.pub`, publicKey.export({ type: 'spki', format: 'pem' }))
  await cosign3('import-key-pair', '--yes', '--key', 'ours', '--output-key-prefix', 'theirs')
  return { image: await writeImage(store, `fresh-${Math.random()}`), signer: await loadSigner(ours) }
}

describe.each(Object.keys(keys) as (keyof typeof keys)[])('%s', (kind) => {
  test('cosign accepts what we sign', async () => {
    const { image, signer } = await prepare(kind)
    await attest({ store, digest: image.digest, signer, predicates: [{ type: 'sbom', predicate: sbom }] })
    const answer = await cosign3('verify', '--key', 'ours.pub', ...offline, named(image))
    expect(answer).toContain(`"docker-manifest-digest":"${image.digest}"`)
    await cosign3('verify-attestation', '--key', 'ours.pub', '--type', 'cyclonedx', ...offline, named(image))
    await cosign2(
      'verify-attestation',
      '--key',
      'ours.pub',
      '--type',
      'cyclonedx',
      ...offline,
      ...bundles,
      named(image),
    )
  })

  test(
    kind === 'Ed25519' ? 'cosign 3 signs Ed25519ph, and is refused with that reason' : 'we accept what cosign signs',
    async () => {
      const { image, signer } = await prepare(kind)
      const write = ['--key', 'theirs.key', '--yes', '--tlog-upload=false', '--allow-http-registry']
      const predicate = ['--predicate', 'sbom.json']
      await cosign3('sign', '--use-signing-config=false', ...write, named(image))
      await cosign3('attest', '--use-signing-config=false', ...write, ...predicate, '--type', 'cyclonedx', named(image))
      await cosign2('attest', '--new-bundle-format', ...write, ...predicate, '--type', review, named(image))
      const request = { store, digest: image.digest, verifiers: [signer], require: ['sbom', review] }
      const verification = await verifyImage(request)
      if (kind === 'Ed25519') {
        const why = expect.stringContaining('cosign 3 signs Ed25519ph')
        expect(verification).toMatchObject({
          verdict: 'fail',
          found: [{ predicateType: review }],
          rejected: [{ why }, { why }],
        })
        return
      }
      expect(verification).toMatchObject({ verdict: 'pass', rejected: [] })
      const written = await attest({
        store,
        digest: image.digest,
        signer,
        predicates: [{ type: 'sbom', predicate: sbom }],
      })
      expect(written.written).toEqual([])
    },
  )
})

test('an index and each of its manifests pass', async () => {
  const { image, signer } = await prepare('EC P-256')
  const platform = { os: 'linux', architecture: 'amd64' }
  const index = await writeIndex(store, [{ ...image, platform }])
  await attest({ store, digest: index.digest, signer })
  for (const one of [index, image]) await cosign3('verify', '--key', 'ours.pub', ...offline, named(one))
})

test('both sides refuse another key', async () => {
  const { image, signer } = await prepare('EC P-256')
  await attest({ store, digest: image.digest, signer })
  const stranger = await loadSigner(keys['EC P-256']().privateKey.export({ type: 'pkcs8', format: 'pem' }) as string)
  expect(await verifyImage({ store, digest: image.digest, verifiers: [stranger] })).toMatchObject({ verdict: 'fail' })
  await prepare('EC P-256')
  const refused = await run(tool('cosign3'), ['verify', '--key', 'ours.pub', ...offline, named(image)], options())
  expect(refused.code).not.toBe(0)
})

test('cosign takes an attestation for a signature, and we do not', async () => {
  const { image, signer } = await prepare('EC P-256')
  const write = [
    '--use-signing-config=false',
    '--key',
    'theirs.key',
    '--yes',
    '--tlog-upload=false',
    '--allow-http-registry',
  ]
  await cosign3('attest', ...write, '--predicate', 'sbom.json', '--type', 'cyclonedx', named(image))
  await cosign3('verify', '--key', 'ours.pub', ...offline, named(image))
  expect(await verifyImage({ store, digest: image.digest, verifiers: [signer] })).toMatchObject({
    verdict: 'fail',
    missing: ['signature'],
  })
})
