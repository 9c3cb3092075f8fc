import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { bake } from '../../src/actions/bake.js'
import { rebase } from '../../src/actions/rebase.js'
import { loadImage } from '../../src/image/index.js'
import { parseReference } from '../../src/oci/reference.js'
import { openStore } from '../../src/registry/index.js'
import { readInputs } from '../../src/runner/inputs.js'
import type { Job } from '../../src/runner/job.js'
import { attest, generateKeyPair, loadSigner } from '../../src/sign/index.js'
import { type Workspace, workspace } from '../image/support/layers.js'

let space: Workspace
beforeEach(() => {
  space = workspace()
  for (const [path, content] of Object.entries({ 'golden/etc/version': '12.1', 'app/server.js': 'serve()' })) {
    mkdirSync(join(space.directory, path, '..'), { recursive: true })
    writeFileSync(join(space.directory, path), content)
  }
})
afterEach(() => space.remove())

const at = (path: string) => join(space.directory, path)
const oci = (path: string) => `oci:${at(path)}`

function job(lines: string[] = [], env: Job['env'] = {}): Job {
  const ignore = () => undefined
  return {
    log: (line) => lines.push(line),
    progress: ignore,
    warn: ignore,
    mask: ignore,
    signal: new AbortController().signal,
    env,
  }
}

type Written = Record<string, string | readonly string[]>
const raw = (written: Written) =>
  Object.fromEntries(
    Object.entries(written).map(([name, value]) => [name, typeof value === 'string' ? [value] : value]),
  )
const runBake = (written: Written, lines?: string[]) =>
  bake.run(
    readInputs(bake.inputs, raw(written), (name) => `--${name}`),
    job(lines),
  )
const runRebase = (written: Written) =>
  rebase.run(
    readInputs(rebase.inputs, raw(written), (name) => `--${name}`),
    job(),
  )

const bakeGolden = () => runBake({ base: 'scratch', add: `${at('golden')}:/`, output: oci('registry/golden:12') })
const bakeShop = (over: Written = {}, lines?: string[]) =>
  runBake(
    {
      base: oci('registry/golden:12'),
      add: `${at('app')}:/app`,
      output: oci('registry/shop'),
      version: '1.0',
      ...over,
    },
    lines,
  )

async function policyFile(): Promise<{ file: string; sign: (digest: string) => Promise<void> }> {
  const pair = await generateKeyPair()
  writeFileSync(at('golden.pub'), pair.publicKey)
  writeFileSync(at('policy.yml'), `bases:\n  - repository: ${oci('registry/golden')}\n    key: golden.pub\n`)
  const signer = await loadSigner(pair.privateKey)
  return {
    file: at('policy.yml'),
    sign: async (image) => {
      const reference = parseReference(image)
      const { digest } = await loadImage(openStore(reference), reference)
      await attest({ store: openStore(reference), digest, signer, predicates: [] })
    },
  }
}

describe('bake', () => {
  test('writes every declared output, a line a layer, a summary and the provenance', async () => {
    const golden = await bakeGolden()
    expect(golden.outputs).toMatchObject({ 'base-name': '', 'base-digest': '' })
    const lines: string[] = []
    const outcome = await bakeShop({ provenance: at('evidence/provenance.json'), env: ['A=1'] }, lines)
    expect(Object.keys(outcome.outputs).sort()).toEqual(Object.keys(bake.outputs).sort())
    expect(outcome.outputs).toMatchObject({
      image: `${oci('registry/shop')}@${outcome.outputs.digest}`,
      'base-name': oci('registry/golden:12'),
      'base-digest': golden.outputs.digest,
    })
    expect(lines.filter((line) => line.includes('layer '))).toHaveLength(2)
    expect(outcome.summary).toContain('| /app |')
    const predicate = JSON.parse(readFileSync(at('evidence/provenance.json'), 'utf8'))
    expect(predicate.buildDefinition.resolvedDependencies[0].digest.sha256).toBe(String(golden.outputs.digest).slice(7))
    const image = await loadImage(
      openStore(parseReference(String(outcome.outputs.image))),
      parseReference(String(outcome.outputs.image)),
    )
    expect(image.manifest.annotations?.['org.opencontainers.image.version']).toBe('1.0')
    expect(image.config.config?.Labels?.['org.opencontainers.image.version']).toBe('1.0')
  })

  test('the provenance names what was added from the working directory, not from the root of this machine', async () => {
    await bakeGolden()
    const before = process.cwd()
    process.chdir(at('.'))
    try {
      await bakeShop({ provenance: at('provenance.json') })
    } finally {
      process.chdir(before)
    }
    const { buildDefinition } = JSON.parse(readFileSync(at('provenance.json'), 'utf8'))
    expect(buildDefinition.externalParameters.inputs.add).toEqual(['app:/app'])
  })

  test('keeps what the tag names when only the commit is another, and what is named as the previous image', async () => {
    await bakeGolden()
    const first = await bakeShop({ output: oci('registry/shop:main'), revision: 'a1' })
    const lines: string[] = []
    const again = await bakeShop({ output: oci('registry/shop:main'), revision: 'b2', provenance: at('p.json') }, lines)
    expect(again).toMatchObject({ reason: 'unchanged', outputs: { digest: first.outputs.digest, unchanged: true } })
    expect(again.summary).toContain('### Unchanged')
    expect(existsSync(at('p.json'))).toBe(false) // it would be about another commit than the image
    const same = { output: oci('registry/shop:main'), revision: 'a1', provenance: at('p.json') }
    expect(await bakeShop(same)).toMatchObject({ reason: 'unchanged' })
    expect(existsSync(at('p.json'))).toBe(true)

    const named = { previous: String(first.outputs.image), revision: 'c3' }
    expect(await bakeShop(named)).toMatchObject({ reason: 'unchanged', outputs: { image: first.outputs.image } })
    expect(await bakeShop({ ...named, version: '2.0' })).toMatchObject({
      reason: 'done',
      outputs: { unchanged: false },
    })
    expect(await bakeShop({ ...named, previous: oci('registry/golden:12') })).toMatchObject({ reason: 'done' })
  })

  test('a dry run says engine, platforms, bases and the answer of the policy, and writes nothing', async () => {
    const golden = await bakeGolden()
    const { file, sign } = await policyFile()
    const dry = { 'dry-run': 'true', platforms: '', policy: file }
    expect(await bakeShop(dry)).toMatchObject({ reason: 'base-not-approved' })
    await sign(oci('registry/golden:12'))
    const planned = await bakeShop({ ...dry, provenance: at('p.json') })
    expect(planned).toMatchObject({ reason: 'planned', outputs: { digest: '', image: '', engine: 'layers' } })
    expect(planned.outputs.platforms).toMatch(/^linux\/[a-z0-9]+$/)
    expect(planned.details).toMatchObject({ bases: [{ manifestDigest: golden.outputs.digest }], previous: null })
    expect(planned.message).toContain(`${oci('registry/golden:12')}@${golden.outputs.digest}; the policy approves`)
    expect(planned.summary).toContain(String(golden.outputs.digest))
    expect([existsSync(at('registry/shop')), existsSync(at('p.json'))]).toEqual([false, false])
  })

  test('ingot.yml supplies what is not given, and yields to what is', async () => {
    await bakeGolden()
    const bakeSection = `  base: ${oci('registry/golden:12')}\n  add: ["app:/app"]\n  entrypoint: [node, /app/server.js]\n  env: {A: '1', B: '1'}\n  user: '10001'\n`
    writeFileSync(at('ingot.yml'), `app: shop\nimage: ${oci('registry/shop')}\nbake:\n${bakeSection}`)
    const { outputs } = await runBake({ config: at('ingot.yml'), env: 'B=2', user: '7' })
    const reference = parseReference(String(outputs.image))
    const { config } = await loadImage(openStore(reference), reference)
    expect(config.config).toMatchObject({ Entrypoint: ['node', '/app/server.js'], Env: ['A=1', 'B=2'], User: '7' })
  })

  test('a base that the policy does not list is refused, and nothing is written', async () => {
    await bakeGolden()
    const { file } = await policyFile()
    const outcome = await runBake({
      base: 'scratch',
      add: `${at('app')}:/app`,
      output: oci('registry/shop'),
      policy: file,
    })
    expect(outcome).toMatchObject({ reason: 'base-not-approved', outputs: { digest: '', image: '' } })
    expect(outcome.message).toContain(oci('registry/golden'))
    expect(existsSync(at('registry/shop'))).toBe(false)
  })

  test('a base must carry the signature that the policy names, on the very digest', async () => {
    await bakeGolden()
    const { file, sign } = await policyFile()
    expect(await bakeShop({ policy: file })).toMatchObject({ reason: 'base-not-approved' })
    expect(existsSync(at('registry/shop'))).toBe(false)
    await sign(oci('registry/golden:12'))
    expect(await bakeShop({ policy: file })).toMatchObject({ reason: 'done' })
    writeFileSync(at('golden/etc/version'), 'altered')
    await bakeGolden()
    expect(await bakeShop({ policy: file })).toMatchObject({ reason: 'base-not-approved' })
  })

  test('a base must be young enough, by what it says itself; one that is revoked is refused everywhere', async () => {
    const golden = await bakeGolden()
    const policy = (rules: string) => {
      writeFileSync(at('policy.yml'), `bases: [{repository: '${oci('registry/golden')}'}]\n${rules}\n`)
      return { policy: at('policy.yml') }
    }
    const unknown = await bakeShop(policy('max-age: 30d'))
    expect(unknown).toMatchObject({ reason: 'base-not-approved', details: { rule: 'age' } })
    expect(unknown.message).toContain('SOURCE_DATE_EPOCH')
    const created = `org.opencontainers.image.created=${new Date().toISOString()}`
    await runBake({
      base: 'scratch',
      add: `${at('golden')}:/`,
      output: oci('registry/golden:13'),
      annotation: created,
    })
    const on13 = { base: oci('registry/golden:13') }
    expect(await bakeShop({ ...on13, ...policy('max-age: 30d') })).toMatchObject({ reason: 'done' })

    const shop = await bakeShop()
    const { digest } = golden.outputs
    const revoked = policy(`revoked: [{digest: '${digest}', reason: CVE-2026-0001, replacement: golden:13}]`)
    const refusal = await bakeShop(revoked)
    expect(refusal).toMatchObject({ reason: 'base-not-approved', details: { rule: 'revoked' } })
    expect(refusal.message).toMatch(/is revoked: CVE-2026-0001.*Build on golden:13 instead/)
    const request = { image: String(shop.outputs.image), output: oci('registry/shop'), ...revoked }
    expect(await runRebase({ ...request, base: oci('registry/golden:12') })).toMatchObject({
      reason: 'base-not-approved',
      details: { rule: 'revoked' },
    })
    expect(await runRebase({ ...request, ...on13 })).toMatchObject({ reason: 'done' })
  })

  test('a rebase asks about the manifest of every platform that the image has', async () => {
    const platforms = ['linux/amd64', 'linux/arm64']
    const onto = { base: 'scratch', add: `${at('golden')}:/`, output: oci('registry/golden:12') }
    const golden = await runBake({ ...onto, platforms: [...platforms, 'linux/riscv64'] })
    const images = (golden.details as { platforms: { platform: string; digest: string }[] }).platforms
    const shop = await bakeShop({ platforms })
    const request = { image: String(shop.outputs.image), base: oci('registry/golden:12'), output: oci('registry/shop') }
    const reasonOf = async (platform: string) => {
      const digest = images.find((image) => image.platform === platform)?.digest
      writeFileSync(at('policy.yml'), `bases: [{repository: '*'}]\nrevoked: [{digest: '${digest}', reason: CVE}]\n`)
      return (await runRebase({ ...request, policy: at('policy.yml') })).reason
    }
    expect(await reasonOf('linux/arm64')).toBe('base-not-approved')
    expect(await reasonOf('linux/riscv64')).toBe('unchanged')
  })

  test.each<[string, Written, string]>([
    ['no output', { base: 'scratch' }, 'invalid-input'],
    ['no base', { output: 'oci:/tmp/x' }, 'invalid-input'],
    ['an output by digest', { base: 'scratch', output: `oci:/tmp/x@sha256:${'0'.repeat(64)}` }, 'invalid-reference'],
    ['a base that is missing', { base: 'oci:/nowhere/at/all:1', output: 'oci:/tmp/x' }, 'not-found'],
    ['a broken entrypoint', { base: 'scratch', output: 'oci:/tmp/x', entrypoint: 'node x' }, 'invalid-input'],
    ['a relative workdir', { base: 'scratch', output: 'oci:/tmp/x', workdir: 'app' }, 'invalid-input'],
    ['a broken platform', { base: 'scratch', output: 'oci:/tmp/x', platforms: 'amd64' }, 'invalid-input'],
    ['a missing policy', { base: 'scratch', output: 'oci:/tmp/x', policy: '/nowhere.yml' }, 'invalid-config'],
  ])('%s', async (_, written, reason) => {
    await expect(runBake(written)).rejects.toMatchObject({ reason })
    expect(readdirSync(space.directory)).not.toContain('registry')
  })
})

describe('rebase', () => {
  test('swaps the base, with every declared output', async () => {
    await bakeGolden()
    const shop = await bakeShop()
    writeFileSync(at('golden/etc/version'), '12.2')
    const golden = await bakeGolden()
    const request = { image: String(shop.outputs.image), base: oci('registry/golden:12'), output: oci('registry/shop') }
    const outcome = await runRebase({ ...request, provenance: at('provenance.json'), reason: 'cve' })
    expect(Object.keys(outcome.outputs).sort()).toEqual(Object.keys(rebase.outputs).sort())
    expect(outcome).toMatchObject({ reason: 'done', outputs: { reason: 'done', 'base-digest': golden.outputs.digest } })
    expect(outcome.outputs['bytes-sent']).toBeLessThan(8192)
    const { buildDefinition } = JSON.parse(readFileSync(at('provenance.json'), 'utf8'))
    expect(buildDefinition.externalParameters).toMatchObject({ engine: 'rebase', reason: 'cve' })
    expect(buildDefinition.resolvedDependencies.map(({ annotations }: { annotations: object }) => annotations)).toEqual(
      [{ role: 'image' }, { role: 'base' }, { role: 'old base' }],
    )
    expect(await runRebase({ ...request, image: String(outcome.outputs.image) })).toMatchObject({ reason: 'unchanged' })
    expect(await runRebase({ ...request, 'dry-run': 'true' })).toMatchObject({ reason: 'planned' })
  })

  test('a refusal names the rule, and what to do', async () => {
    await bakeGolden()
    const shop = await bakeShop({ label: 'dev.ingot.rebasable=false' })
    writeFileSync(at('golden/etc/version'), '12.2')
    await bakeGolden()
    const outcome = await runRebase({
      image: String(shop.outputs.image),
      base: oci('registry/golden:12'),
      output: oci('registry/shop'),
    })
    expect(outcome).toMatchObject({
      reason: 'rebase-refused',
      outputs: { digest: '', image: '' },
      details: { rule: 'consent' },
    })
    expect(outcome.message).toMatch(/rebuild/i)
  })

  test('the policy is asked about the new base', async () => {
    await bakeGolden()
    const shop = await bakeShop()
    const { file } = await policyFile()
    const request = { image: String(shop.outputs.image), base: oci('registry/golden:12'), output: oci('registry/shop') }
    expect(await runRebase({ ...request, policy: file })).toMatchObject({ reason: 'base-not-approved' })
  })
})
