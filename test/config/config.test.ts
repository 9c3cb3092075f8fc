import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findConfig, loadConfig, loadPolicy } from '../../src/config/index.js'
import { IngotError } from '../../src/errors.js'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ingot-config-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const whole = `app: shop
image: ghcr.io/acme/shop
bake:
  base: ghcr.io/acme/golden:12
  add: [src:/app]
  entrypoint: [node, /app/server.js]
  env: {PORT: 8080}
validate:
  - file: {path: /app/server.js, mode: "0644"}
  - metadata: {user: "1000"}
  - setuid: {}
  - size: {maximum: 200MB}
  - http: {port: 8080, path: /healthz, within: 5s}
scan:
  advisories: advisories
  fail-on: {severity: high, fixable-only: true}
  exceptions:
    - {id: CVE-2026-1234, package: zlib1g, reason: not reachable, until: 2026-12-31}
verify: {key: keys/release.pub}
ledger: ledger.git
environments:
  staging:
    target: {kind: process, directory: stage, port: 8081}
    strategy: {blue-green: {soak: 2m}}
  production:
    after: staging
    target: {kind: process, directory: /srv/prod, port: 8080}
    strategy: {canary: {steps: [10, 50], every: 1.5s}}
patch: {rebuild-on: [base, cve, age], max-age: 30d}
`

async function load(source: string) {
  const file = join(folder, 'ingot.yml')
  await writeFile(file, source)
  return loadConfig(file)
}

async function refusal(source: string): Promise<string> {
  const error = await load(source).catch((thrown: unknown) => thrown)
  if (!(error instanceof IngotError)) throw new Error(`accepted: ${source}`)
  expect(error.reason).toBe('invalid-config')
  expect(error.exitCode).toBe(2)
  return error.message.replace(`${folder}/`, '')
}

test('a whole ingot.yml becomes values: milliseconds, bytes, absolute paths', async () => {
  const config = await load(whole)
  expect(config.bake).toMatchObject({ engine: 'layers', add: [`${folder}/src:/app`], env: { PORT: '8080' } })
  expect(config.validate.map((check) => check.kind)).toEqual(['file', 'metadata', 'setuid', 'size', 'http'])
  expect(config.validate[3]).toEqual({ kind: 'size', maximumBytes: 200_000_000 })
  expect(config.validate[4]).toMatchObject({ status: 200, withinMilliseconds: 5_000 })
  expect(config.scan).toMatchObject({
    advisories: `${folder}/advisories`,
    failOn: { severity: 'high', fixableOnly: true },
  })
  expect(config.verify?.key).toBe(`${folder}/keys/release.pub`)
  expect(config.ledger).toBe(`${folder}/ledger.git`)
  expect(config.environments.staging?.target.directory).toBe(`${folder}/stage`)
  expect(config.environments.production).toMatchObject({
    strategy: { kind: 'canary', steps: [10, 50], everyMilliseconds: 1_500 },
    target: { directory: '/srv/prod' },
    metrics: [
      { name: 'errors', kind: 'ratio', source: 'target', maxRatio: 1 },
      { name: 'latency', kind: 'histogram' },
    ],
    alpha: 0.01,
    deadlineMilliseconds: 3_600_000,
  })
  expect(config.patch).toEqual({ rebuildOn: ['base', 'cve', 'age'], maximumAgeMilliseconds: 30 * 86_400_000 })
})

test('remote ledgers stay as they were written', async () => {
  for (const url of ['https://github.com/acme/shop.git', 'git@github.com:acme/shop.git', 'ssh://git@host/x.git']) {
    expect((await load(whole.replace('ledger: ledger.git', `ledger: ${url}`))).ledger).toBe(url)
  }
})

test.each([
  [
    'a wrong key',
    whole.replace('rebuild-on', 'rebuild-when'),
    'ingot.yml:29:9: unknown key "rebuild-when" in patch; did you mean "rebuild-on"?',
  ],
  [
    'a wrong key at the root',
    whole.replace('patch:', 'pach:'),
    'ingot.yml:29:1: unknown key "pach"; did you mean "patch"?',
  ],
  [
    'a wrong key inside a check',
    whole.replace('mode:', 'mod:'),
    'ingot.yml:9:34: unknown key "mod" in validate.0.file; did you mean "mode"?',
  ],
  [
    'a wrong key in a strategy',
    whole.replace('every:', 'evry:'),
    'ingot.yml:28:42: unknown key "evry" in environments.production.strategy.canary; did you mean "every"?',
  ],
  [
    'a wrong value',
    whole.replace('1.5s', 'often'),
    'ingot.yml:28:49: environments.production.strategy.canary.every: write a duration such as 500ms, 30s, 5m, 2h or 30d',
  ],
  ['a missing key', whole.replace('app: shop\n', ''), 'ingot.yml:1:1: app: it is missing: write text'],
  ['a key given twice', `${whole}app: again\n`, 'ingot.yml:30:1: Map keys must be unique'],
  [
    'an environment after nothing',
    whole.replace('after: staging', 'after: stagin'),
    'ingot.yml:26:12: environments.production.after: there is no other environment called "stagin"',
  ],
  [
    "a wrong key of the engine that is named, with that engine's nearest",
    whole.replace(/ {2}base: [\s\S]*?validate:/, '  engine: buildkit\n  contxt: .\nvalidate:'),
    'ingot.yml:5:3: unknown key "contxt" in bake; did you mean "context"?',
  ],
  [
    'a key of another engine',
    whole.replace('add: [src:/app]', 'template: vm.pkr.hcl'),
    'ingot.yml:5:3: unknown key "template" in bake; it belongs to engine: packer, and this is engine: layers',
  ],
  [
    'a key of several other engines',
    whole.replace('  add:', '  engine: packer\n  template: x\n  labels:'),
    'unknown key "labels" in bake; it belongs to engine: layers or buildkit, and this is engine: packer',
  ],
  [
    'an engine that there is not',
    whole.replace('  add:', '  engine: buildkt\n  add:'),
    'ingot.yml:5:11: bake.engine: "buildkt" is none of layers, buildkit, packer; did you mean "buildkit"?',
  ],
  [
    'an engine that is nothing like one',
    whole.replace('  add:', '  engine: 7\n  add:'),
    'ingot.yml:5:11: bake.engine: 7 is none of layers, buildkit, packer',
  ],
  [
    'no base for the engine',
    whole.replace(/ {2}base: .*\n/, ''),
    'ingot.yml:3:1: bake.base: it is missing: write text',
  ],
  [
    'a choice that there is not',
    whole.replace('severity: high', 'severity: hihg'),
    'scan.fail-on.severity: "hihg" is none of low, medium, high, critical; did you mean "high"?',
  ],
  [
    'text for a number',
    whole.replace('port: 8081', 'port: http'),
    'environments.staging.target.port: write a number, not "http"',
  ],
  ['what is not YAML', 'app: [', 'ingot.yml:1:7: Flow sequence'],
])('%s: file, line, column and what to write', async (_, source, message) => {
  expect(await refusal(source)).toContain(message)
})

test('a configuration that is named must exist; the default one need not', async () => {
  await expect(loadConfig(join(folder, 'none.yml'))).rejects.toThrow(/There is no .*none\.yml/)
  const before = process.cwd()
  process.chdir(folder)
  try {
    expect(await findConfig()).toBeUndefined()
    await writeFile('ingot.yml', whole)
    expect((await findConfig())?.app).toBe('shop')
  } finally {
    process.chdir(before)
  }
})

test('a policy carries the approved keys as text, and says which one is missing', async () => {
  const file = join(folder, 'policy.yml')
  await writeFile(join(folder, 'golden.pub'), 'PEM')
  await writeFile(file, 'bases: [{repository: "ghcr.io/acme/golden/*", key: golden.pub}]\nrequire: [sbom]\n')
  expect(await loadPolicy(file)).toMatchObject({
    bases: [{ repository: 'ghcr.io/acme/golden/*', key: 'PEM' }],
    require: ['sbom'],
  })
  await writeFile(file, 'bases: [{repository: x, key: other.pub}]\n')
  await expect(loadPolicy(file)).rejects.toThrow(/other\.pub, which cannot be read/)
})

test.each([
  ['bases: [{}]', 'bases.0: say what is approved: a repository, a digest, or the key of a signer'],
  ['bases: [{max-age: 3d}]', 'bases.0: say what is approved'],
  ['bases: [{repository: scratch, max-age: 3d}]', 'bases.0: scratch is nothing'],
  ['bases: [{digest: "sha256:12"}]', 'bases.0.digest: write a whole digest'],
  ['bases: [{repositry: x}]', 'unknown key "repositry" in bases.0; did you mean "repository"?'],
  ['max-age: a month', 'max-age: write a duration such as'],
  [`revoked: [{digest: "sha256:${'0'.repeat(64)}"}]`, 'revoked.0.reason: it is missing'],
  [`revoked: [{digest: "sha256:${'0'.repeat(64)}", reason: ""}]`, 'revoked.0.reason: say why it is revoked'],
])('the policy %s is answered with %s', async (text, answer) => {
  const file = join(folder, 'policy.yml')
  await writeFile(file, text)
  await expect(loadPolicy(file)).rejects.toThrow(answer)
})
