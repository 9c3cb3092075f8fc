import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bake } from '../../../src/actions/bake.js'
import { publish } from '../../../src/actions/publish.js'
import { rebase } from '../../../src/actions/rebase.js'
import { scan } from '../../../src/actions/scan.js'
import { validate } from '../../../src/actions/validate.js'
import type { IngotError } from '../../../src/errors.js'
import { loadImage, unpackImage } from '../../../src/image/index.js'
import { createLedger } from '../../../src/ledger/index.js'
import { parseReference } from '../../../src/oci/reference.js'
import { openStore } from '../../../src/registry/index.js'
import type { Action } from '../../../src/runner/action.js'
import { readInputs } from '../../../src/runner/inputs.js'
import { installFakePacker } from '../../fakes/packer.js'
import { type Workspace, workspace } from '../../image/support/layers.js'
import { debianAdvisory } from '../../scan/fixture.js'

let space: Workspace
let path: string
beforeEach(() => {
  space = workspace()
  for (const folder of ['vm', 'tmp']) mkdirSync(at(folder))
  writeFileSync(at('vm/shop.pkr.hcl'), 'source "qemu" "shop" {}\n')
  path = installFakePacker(space.directory)
})
afterEach(() => space.remove())

const at = (name: string) => join(space.directory, name)
const secret = 'a, secret\nof two lines'

interface Given {
  readonly bake?: Record<string, unknown>
  readonly inputs?: Record<string, string>
  readonly policy?: string
  readonly signal?: AbortSignal
  readonly lines?: string[]
}

function configure(settings: Record<string, unknown>, rest: Record<string, unknown> = {}): void {
  const packer = { engine: 'packer', template: 'vm', 'output-variable': 'output_directory', platforms: ['linux/amd64'] }
  const config = { app: 'shop', image: `oci:${at('images')}:shop`, bake: { ...packer, ...settings }, ...rest }
  writeFileSync(at('ingot.yml'), JSON.stringify(config))
}

async function run(action: Action, inputs: Record<string, string>, given: Given = {}) {
  const { lines = [], signal = new AbortController().signal } = given
  const log = (line: string) => void lines.push(line)
  const env = {
    PATH: path,
    RUNNER_TEMP: at('tmp'),
    DB_PASSWORD: secret,
    GITHUB_TOKEN: 'ghs_x',
    SOURCE_DATE_EPOCH: '1700000000',
  }
  const job = { log, progress: log, warn: log, mask: () => undefined, signal, env }
  const raw = Object.fromEntries(
    Object.entries({ config: at('ingot.yml'), ...inputs }).map(([name, one]) => [name, [one]]),
  )
  return action.run(
    readInputs(action.inputs, raw, (name) => name),
    job,
  )
}

const runBake = (given: Given = {}) => {
  configure({ secrets: { password: 'DB_PASSWORD' }, ...given.bake })
  return run(bake as Action, { ...given.inputs }, given)
}
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => {
      throw new Error('it was not refused')
    },
    (error: IngotError) => error,
  )
const load = (tag = 'shop', platform?: string) => {
  const reference = parseReference(`oci:${at('images')}:${tag}`)
  return loadImage(openStore(reference), reference, { platform })
}
const calls = () =>
  readFileSync(at('calls.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

test('a disk becomes an artifact, and nothing else is left', async () => {
  const lines: string[] = []
  const { outputs, reason } = await runBake({ bake: { variables: { fill: 'y' }, firmware: 'bios' }, lines })
  expect([reason, outputs.engine, outputs.platforms]).toEqual(['done', 'packer', 'linux/amd64'])
  const { manifest, digest } = await load()
  expect(outputs.digest).toBe(digest)
  const [disk] = manifest.layers
  expect(manifest).toMatchObject({
    artifactType: 'application/vnd.dev.ingot.vm-image.v1',
    annotations: {
      'dev.ingot.disk.digest': disk?.digest,
      'dev.ingot.disk.format': 'qcow2',
      'dev.ingot.disk.size': '4096',
      'dev.ingot.disk.virtual-size': String(1024 ** 3),
      'dev.ingot.vm.firmware': 'bios',
      'org.opencontainers.image.created': '2023-11-14T22:13:20Z',
    },
  })
  expect(disk).toMatchObject({
    mediaType: 'application/vnd.dev.ingot.disk.qcow2.v1',
    size: 4096,
    annotations: { 'org.opencontainers.image.title': 'shop.qcow2' },
  })
  expect(readdirSync(at('tmp'))).toEqual([])
})

test('secrets reach Packer in a private file alone, and nobody reads them in the log', async () => {
  const lines: string[] = []
  await runBake({ lines })
  for (const { args, env, cwd } of calls()) {
    expect(JSON.stringify([args, env])).not.toContain('secret')
    expect(env.GITHUB_TOKEN).toBeUndefined()
    expect(cwd).toBe(at('vm'))
  }
  const build = calls().at(-1)
  expect([build.command, build.mode, build.variables.password]).toEqual(['build', '600', secret])
  expect(calls().map(({ command }) => command)).toEqual(['version', 'validate', 'build'])
  expect(lines.join('\n')).toContain('Provisioning with ***')
  expect(lines.join('\n')).not.toMatch(/secret|two lines/)
})

test('a secret that is not in the environment is asked for', async () => {
  const error = await refusal(runBake({ bake: { secrets: { password: 'NOT_SET' } } }))
  expect([error.reason, error.message]).toEqual(['invalid-input', expect.stringContaining('NOT_SET')])
  expect(existsSync(at('calls.jsonl'))).toBe(false)
})

test.each([
  ['invalid', 'invalid-config', 'shop.pkr.hcl:19: Unsupported argument: An argument named "headles"'],
  ['fail', 'timed-out', 'The Packer build qemu.shop failed: the machine did not let Packer in'],
  ['nothing', 'tool-failed', 'made nothing'],
])('a build that is %s: %s, nothing stored, nothing left', async (act, reason, message) => {
  const error = await refusal(runBake({ bake: { variables: { act } } }))
  expect(error.reason).toBe(reason)
  expect(error.message).toContain(message)
  expect(error.message).not.toContain('secret')
  expect(existsSync(at('images'))).toBe(false)
  expect(readdirSync(at('tmp'))).toEqual([])
})

test('a cancelled build lets Packer clean up, and leaves nothing', async () => {
  const controller = new AbortController()
  const lines = { push: (line: string) => void (line === 'hanging' && controller.abort()) } as unknown as string[]
  const error = await refusal(runBake({ bake: { variables: { act: 'hang' } }, lines, signal: controller.signal }))
  expect(error.reason).toBe('cancelled')
  expect(existsSync(at('cleaned'))).toBe(true)
  expect(readdirSync(at('tmp'))).toEqual([])
})

test('a build that takes too long', async () => {
  const error = await refusal(runBake({ bake: { variables: { act: 'hang' }, timeout: '1s' } }))
  expect(error.reason).toBe('timed-out')
  expect(readdirSync(at('tmp'))).toEqual([])
})

test('the same disk is no new image, whenever it was built; another one is', async () => {
  const first = await runBake()
  const again = await runBake()
  expect([again.reason, again.outputs.digest]).toEqual(['unchanged', first.outputs.digest])
  const other = await runBake({ bake: { variables: { fill: 'z' } } })
  expect(other.reason).toBe('done')
})

test('images in a cloud become a document, named by the digest', async () => {
  await runBake({ bake: { variables: { act: 'cloud' } } })
  const { manifest, store } = await load()
  const [layer] = manifest.layers
  expect(layer).toMatchObject({ mediaType: 'application/vnd.dev.ingot.cloud-images.v1+json' })
  const parts: Uint8Array[] = []
  for await (const part of layer ? store.readBlob(layer) : []) parts.push(part)
  expect(JSON.parse(Buffer.concat(parts).toString())).toEqual([
    { provider: 'aws', region: 'eu-west-1', id: 'ami-0bbb' },
    { provider: 'aws', region: 'us-east-1', id: 'ami-0aaa' },
  ])
})

test('several builds make an index; a runner that is given one platform makes that one', async () => {
  const builds = { 'qemu.shop': 'linux/amd64', 'qemu.arm': 'linux/arm64' }
  const { outputs } = await runBake({ bake: { variables: { act: 'two' }, builds, platforms: [] } })
  expect(outputs.platforms).toBe('linux/amd64,linux/arm64')
  const arm = await load('shop', 'linux/arm64')
  expect(arm.manifest.layers[0]?.annotations).toMatchObject({ 'org.opencontainers.image.title': 'arm.qcow2' })
  expect(arm.index?.manifests).toHaveLength(2)
  const one = { bake: { variables: { act: 'one' }, builds, platforms: [] }, inputs: { platforms: 'linux/amd64' } }
  expect((await runBake(one)).outputs.platforms).toBe('linux/amd64')
  expect(calls().at(-1).args).toContain('-only=qemu.shop')
})

describe('on a golden image', () => {
  const golden = async () => {
    await runBake({ inputs: { output: `oci:${at('golden')}:12` }, bake: { variables: { fill: 'g' } } })
  }
  const base = () => `oci:${at('golden')}:12`

  test('its disk is handed to the template, and its digest is recorded', async () => {
    await golden()
    const { outputs } = await runBake({ bake: { base: base(), 'base-variables': { image: 'from' } } })
    const { variables } = calls().at(-1)
    const reference = parseReference(base())
    const image = await loadImage(openStore(reference), reference)
    expect(variables.base_checksum).toBe(image.manifest.layers[0]?.digest)
    expect(variables.from).toMatch(/\/base\.qcow2$/)
    expect((await load()).manifest.annotations).toMatchObject({
      'org.opencontainers.image.base.name': base(),
      'org.opencontainers.image.base.digest': image.digest,
    })
    expect([outputs['base-name'], outputs['base-digest']]).toEqual([base(), image.digest])
  })

  test('the policy is asked before anything is built; a template with a source of its own is scratch to it', async () => {
    await golden()
    writeFileSync(at('policy.yml'), JSON.stringify({ bases: [{ repository: 'ghcr.io/acme/golden/*' }] }))
    writeFileSync(at('calls.jsonl'), '')
    for (const bake of [{ base: base() }, {}]) {
      const refused = await runBake({ bake, inputs: { policy: at('policy.yml') } })
      expect(refused.reason).toBe('base-not-approved')
    }
    expect(calls().map(({ command }) => command)).toEqual(['version', 'version'])
  })

  test('an image in a cloud is handed on by its id; which one must be clear', async () => {
    await runBake({ inputs: { output: `oci:${at('golden')}:12` }, bake: { variables: { act: 'cloud' } } })
    expect((await refusal(runBake({ bake: { base: base() } }))).message).toContain('eu-west-1, us-east-1')
    await runBake({ bake: { base: base(), 'base-region': 'eu-west-1' } })
    expect(calls().at(-1).variables).toMatchObject({ base_image: 'ami-0bbb' })
  })

  test('it is not rebased: a disk has no layers to swap', async () => {
    await golden()
    await runBake({ bake: { base: base() } })
    await runBake({ inputs: { output: `oci:${at('golden')}:12` }, bake: { variables: { fill: 'h' } } })
    const image = { image: `oci:${at('images')}:shop`, base: base(), output: `oci:${at('images')}:rebased` }
    expect((await run(rebase as Action, image)).reason).toBe('rebase-refused')
  })

  test('a container image is none', async () => {
    configure({})
    writeFileSync(at('app.js'), 'x')
    const layers = {
      engine: 'layers',
      output: `oci:${at('golden')}:12`,
      base: 'scratch',
      add: `${at('app.js')}:/app.js`,
    }
    await run(bake as Action, { ...layers, platforms: 'linux/amd64' })
    expect((await refusal(runBake({ bake: { base: base() } }))).message).toContain('is not a VM image')
  })
})

describe('what comes after', () => {
  const image = () => ({ image: `oci:${at('images')}:shop` })

  test('validate looks at the disk, and says what it cannot look at', async () => {
    await runBake()
    expect(await run(validate as Action, image())).toMatchObject({ outputs: { verdict: 'pass', passed: 1 } })
    configure(
      {},
      { validate: [{ file: { path: '/etc/passwd' } }, { size: { maximum: '1MB' } }, { http: { port: 80 } }] },
    )
    expect(await run(validate as Action, image())).toMatchObject({
      outputs: { verdict: 'error', passed: 1, failed: 2 },
    })
  })

  test('scan goes by the inventory, and refuses an image without one', async () => {
    mkdirSync(at('advisories'))
    writeFileSync(at('advisories/snapshot.json'), JSON.stringify({ date: new Date().toISOString() }))
    const advisory = debianAdvisory('CVE-2026-1', 'zlib', '1:1.2.14')
    writeFileSync(at('advisories/CVE-2026-1.json'), JSON.stringify(advisory))
    const inputs = { ...image(), advisories: at('advisories'), 'fail-on': 'low' }
    await runBake()
    const error = await refusal(run(scan as Action, inputs))
    expect([error.reason, error.advice]).toEqual(['unsupported', expect.stringContaining('inventory-variable')])
    await runBake({ bake: { 'inventory-variable': 'inventory_directory' } })
    expect(await run(scan as Action, inputs)).toMatchObject({
      reason: 'gate-failed',
      outputs: { packages: 1, critical: 1 },
    })
  })

  test('publish records it with its platform and base; unpacking it is refused', async () => {
    await runBake()
    await createLedger(at('ledger'))
    const published = await run(publish as Action, { ...image(), tag: 'v1', ledger: at('ledger') })
    expect(published.reason).toBe('done')
    const error = await refusal(unpackImage(await load('v1'), at('unpacked')))
    expect([error.reason, error.advice]).toEqual(['unsupported', expect.stringContaining('oras pull')])
  })
})
