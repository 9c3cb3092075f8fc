import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promote } from '../../src/actions/promote.js'
import { rollback } from '../../src/actions/rollback.js'
import { createLedger, type Ledger, openLedger } from '../../src/ledger/index.js'
import { parseReference } from '../../src/oci/reference.js'
import { freePort } from '../../src/process/index.js'
import { stopHost } from '../../src/promote/index.js'
import { openStore } from '../../src/registry/index.js'
import { execute } from '../../src/runner/execute.js'
import type { Job } from '../../src/runner/job.js'
import { attest, generateKeyPair, loadSigner } from '../../src/sign/index.js'
import { compileHost, removeHost } from './compiled-host.js'
import { writeImage } from './images.js'

let hostEntry: string
let directory: string
let ledger: Ledger
const said: string[] = []

beforeAll(() => {
  hostEntry = compileHost()
})
afterAll(() => removeHost(hostEntry))
beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'ingot-promote-'))
  said.length = 0
  await createLedger(join(directory, 'ledger.git'))
  ledger = await openLedger(join(directory, 'ledger.git'))
  const target = async (name: string) => `{kind: process, directory: ${name}, port: ${await freePort()}}`
  writeFileSync(
    join(directory, 'ingot.yml'),
    `
app: shop
image: oci:images
ledger: ledger.git
verify: {key: key.pub, require: [sbom]}
environments:
  staging: {target: ${await target('staging')}, strategy: {blue-green: {soak: 100ms}}}
  production: {after: staging, target: ${await target('production')}, strategy: {canary: {steps: [50], every: 30s}}}
`,
  )
  const keys = await generateKeyPair()
  writeFileSync(join(directory, 'key.pem'), keys.privateKey)
  writeFileSync(join(directory, 'key.pub'), keys.publicKey)
})
afterEach(async () => {
  await stopHost(join(directory, 'staging'))
  await stopHost(join(directory, 'production'))
  rmSync(directory, { recursive: true, force: true })
})

const job = (): Job => {
  const say = (line: string) => void said.push(line)
  const env = { INGOT_PROCESS_HOST: hostEntry }
  return { log: say, progress: say, warn: say, mask: () => {}, signal: new AbortController().signal, env }
}
const run = (action: typeof promote | typeof rollback, inputs: Record<string, string>) => {
  const all = { config: join(directory, 'ingot.yml'), ...inputs }
  const raw = Object.fromEntries(Object.entries(all).map(([name, value]) => [name, [value]]))
  return execute(action as never, raw, (name) => `--${name}`, job())
}

async function release(version: string, isSigned = true) {
  const script = `require('node:http').createServer((q, s) => s.end('${version}')).listen(process.env.PORT)`
  const image = await writeImage(`${directory}/images`, version, script)
  const signer = await loadSigner(join(directory, 'key.pem'))
  const predicates = [
    { type: 'signature', predicate: {} },
    ...(isSigned ? [{ type: 'sbom', predicate: { bomFormat: 'CycloneDX', specVersion: '1.6' } }] : []),
  ]
  await attest({ store: openStore(parseReference(image.image)), digest: image.digest, signer, predicates })
  await ledger.writeRelease({
    schemaVersion: 1,
    app: 'shop',
    digest: image.digest,
    image: image.image,
    version,
    tags: [version],
    platforms: ['linux/amd64'],
    base: null,
    source: {},
    reason: 'manual',
    publishedAt: '2026-01-01T00:00:00.000Z',
    evidence: [],
    signer: null,
    findings: null,
  })
  return image
}

test('staging, then production, then back: with outputs, reasons and exit codes', async () => {
  const one = await release('1.0.0')
  const two = await release('2.0.0')

  const early = await run(promote, { environment: 'production', image: one.image })
  expect(early).toMatchObject({
    exitCode: 1,
    result: { reason: 'not-proven' },
    outputs: { outcome: 'refused', stable: '' },
  })
  expect(early.result.message).toMatch(/1\.0\.0 is not stable in staging yet \(nothing is\)/)

  const dry = await run(promote, { environment: 'staging', image: one.image, 'dry-run': 'true' })
  expect(dry).toMatchObject({ exitCode: 0, result: { reason: 'planned' }, outputs: { outcome: 'planned' } })
  expect((await ledger.readEnvironment('staging', 'shop')).generation).toBe(0)

  const first = await run(promote, { environment: 'staging', image: one.image })
  expect(first).toMatchObject({
    exitCode: 0,
    outputs: { outcome: 'promoted', stable: one.digest, weight: 100, 'next-at': '' },
  })
  expect(first.summary).toMatch(/### 1\.0\.0 in staging: promoted[\s\S]*\| shifted \|/)
  expect(await run(promote, { environment: 'staging', image: one.image })).toMatchObject({
    exitCode: 0,
    result: { reason: 'already-stable' },
  })
  expect(await run(promote, { environment: 'production', image: one.image })).toMatchObject({
    outputs: { outcome: 'promoted' },
  })

  expect(await run(promote, { environment: 'staging', image: two.image })).toMatchObject({
    outputs: { outcome: 'promoted' },
  })
  const once = await run(promote, { environment: 'production', image: two.image, once: 'true' })
  expect(once).toMatchObject({ exitCode: 0, outputs: { outcome: 'in-progress', stable: one.digest, weight: 50 } })
  expect(Date.parse(String(once.outputs['next-at']))).toBeGreaterThan(Date.now())

  const back = await run(rollback, { environment: 'production' })
  expect(back).toMatchObject({
    exitCode: 0,
    result: { reason: 'rolled-back' },
    outputs: { outcome: 'rolled-back', stable: one.digest },
  })
  const again = await run(promote, { environment: 'production', image: two.image })
  expect(again).toMatchObject({
    exitCode: 1,
    result: { reason: 'quarantined' },
    outputs: { outcome: 'refused', stable: one.digest },
  })

  expect(await run(rollback, { environment: 'staging', to: '1.0.0' })).toMatchObject({
    outputs: { stable: one.digest },
  })
  expect(await run(rollback, { environment: 'staging' })).toMatchObject({
    exitCode: 2,
    result: { reason: 'no-rollback-target' },
  })
})

test('what is not verified, not published or not configured is refused before anything is touched', async () => {
  const unsigned = await release('1.0.0', false)
  const refused = await run(promote, { environment: 'staging', image: unsigned.image })
  expect(refused).toMatchObject({
    exitCode: 1,
    result: { reason: 'verification-refused' },
    outputs: { outcome: 'refused' },
  })
  expect(refused.result.message).toMatch(/sbom/)

  const unpublished = await writeImage(`${directory}/images`, 'x', '1')
  expect(await run(promote, { environment: 'nowhere', image: unpublished.image })).toMatchObject({
    exitCode: 2,
    result: {
      message: expect.stringContaining('no environment "nowhere"'),
      advice: 'Its environments are: staging, production',
    },
  })
  expect((await ledger.readEnvironment('staging', 'shop')).generation).toBe(0)
  expect(await stopHost(join(directory, 'staging'))).toBe(false)
})

test.each([
  ['promote', promote, (image: string) => ({ image })],
  ['rollback', rollback, () => ({ to: '1.0.0' })],
])(
  '%s goes nowhere when the policy requires evidence and there is no key to check it with',
  async (_, action, more) => {
    const { image } = await release('1.0.0')
    expect(await run(promote, { environment: 'staging', image })).toMatchObject({ outputs: { outcome: 'promoted' } })
    const { generation } = await ledger.readEnvironment('staging', 'shop')
    const file = join(directory, 'ingot.yml')
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^verify:.*$/m, ''))
    const policy = join(directory, 'policy.yml')
    writeFileSync(policy, 'require: [sbom]\n')
    expect(await run(action, { environment: 'staging', policy, ...more(image) })).toMatchObject({
      exitCode: 2,
      result: { reason: 'invalid-config', message: expect.stringContaining('requires sbom') },
    })
    expect((await ledger.readEnvironment('staging', 'shop')).generation).toBe(generation)
  },
)
