import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { bake } from '../../src/actions/bake.js'
import { copy } from '../../src/actions/copy.js'
import { publish } from '../../src/actions/publish.js'
import { scan } from '../../src/actions/scan.js'
import { sign } from '../../src/actions/sign.js'
import { validate } from '../../src/actions/validate.js'
import { verify } from '../../src/actions/verify.js'
import type { IngotError } from '../../src/errors.js'
import { loadImage } from '../../src/image/index.js'
import { createLedger } from '../../src/ledger/index.js'
import { parseReference } from '../../src/oci/reference.js'
import { openStore } from '../../src/registry/index.js'
import type { Action } from '../../src/runner/action.js'
import { readInputs } from '../../src/runner/inputs.js'
import { generateKeyPair } from '../../src/sign/index.js'
import { disks } from '../image/support/disks.js'
import { debianAdvisory } from '../scan/fixture.js'
import { must, startRegistry } from './processes.js'
import { goldenVm, tool } from './tools.js'
import { bootDisk } from './virtual-machine.js'

/**
 * A golden VM image, signed; an image that the real Packer and QEMU bake on it, without KVM; and that image in the hands of
 * others: registry, oras, skopeo, and QEMU again.
 */
let folder: string
let registry: Awaited<ReturnType<typeof startRegistry>>
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ingot-packer-test-'))
  registry = await startRegistry()
  await mkdir(at('tmp'))
  const keys = await generateKeyPair()
  await writeFile(at('golden.key'), keys.privateKey)
  await writeFile(at('golden.pub'), keys.publicKey)
  await writeFile(at('policy.yml'), `bases: [{repository: "${registry.host}/golden/*", key: golden.pub}]\n`)
})
afterAll(async () => {
  await registry?.stop()
  await rm(folder, { recursive: true, force: true })
})

const at = (name: string) => join(folder, name)
const fixtures = resolve('test/interop/fixtures/packer')
const golden = () => `${registry.host}/golden/vm:12`
const shop = () => `${registry.host}/shop:1.4.0`
const load = (text: string) => loadImage(openStore(parseReference(text)), parseReference(text))

interface Options {
  readonly lines?: { push(line: string): unknown }
  readonly signal?: AbortSignal
}

async function run(action: Action, written: Record<string, string | string[]>, options: Options = {}) {
  const log = (line: string) => void options.lines?.push(line)
  const { PATH, HOME } = process.env
  const env = {
    PATH: `${resolve(tool('packer'), '..')}:${PATH}`,
    HOME,
    RUNNER_TEMP: at('tmp'),
    VM_PASSWORD: goldenVm.password,
  }
  const signal = options.signal ?? new AbortController().signal
  const job = { log, progress: log, warn: log, mask: () => undefined, signal, env }
  const raw = Object.fromEntries(Object.entries(written).map(([name, one]) => [name, [one].flat()]))
  return action.run(
    readInputs(action.inputs, raw, (name) => name),
    job,
  )
}

async function bakeShop(over: Record<string, unknown> = {}, options: Options = {}) {
  const settings = {
    engine: 'packer',
    template: join(fixtures, 'shop'),
    base: golden(),
    platforms: ['linux/amd64'],
    variables: { greeting: 'shop 1.4.0 was here', ...(over.variables as object) },
    secrets: { ssh_password: 'VM_PASSWORD' },
    'output-variable': 'output_directory',
    'inventory-variable': 'inventory_directory',
    firmware: 'bios',
  }
  const file = at('ingot.yml')
  await writeFile(
    file,
    JSON.stringify({ app: 'shop', image: shop(), bake: { ...settings, ...over, variables: settings.variables } }),
  )
  const inputs = { config: file, policy: at('policy.yml'), provenance: at('provenance.json') }
  return run(bake as Action, inputs, options)
}

/** Whether a text stands in the arguments of any process, or in the environment of one called packer. */
function isVisible(text: string): boolean {
  return readdirSync('/proc').some((pid) => {
    if (!/^\d+$/.test(pid) || pid === String(process.pid)) return false
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
      if (command.includes(text)) return true
      return command.includes('packer') && readFileSync(`/proc/${pid}/environ`, 'utf8').includes(text)
    } catch {
      return false // it has ended
    }
  })
}

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk)
  return `sha256:${hash.digest('hex')}`
}

describe('a VM image', () => {
  test('a disk becomes a golden image, which the policy refuses until it is signed', async () => {
    const template = {
      engine: 'packer',
      template: join(fixtures, 'golden'),
      output: golden(),
      platforms: 'linux/amd64',
    }
    await writeFile(
      at('golden.yml'),
      JSON.stringify({
        app: 'golden',
        image: golden(),
        bake: { engine: 'packer', template: join(fixtures, 'golden'), 'output-variable': 'output_directory' },
      }),
    )
    const baked = await run(bake as Action, {
      ...template,
      config: at('golden.yml'),
      variable: `disk=${goldenVm.disk}`,
    })
    expect(baked.reason).toBe('done')
    expect((await bakeShop()).reason).toBe('base-not-approved')
    await run(sign as Action, { image: golden(), key: at('golden.key') })
  })

  test('Packer bakes on it: provisioned, with the secret nowhere to be seen', async () => {
    const lines: string[] = []
    let wasVisible = false
    const timer = setInterval(() => {
      wasVisible ||= isVisible(goldenVm.password)
    }, 200)
    const baked = await bakeShop({}, { lines }).finally(() => clearInterval(timer))
    expect(baked.reason).toBe('done')
    const said = lines.join('\n')
    expect(said).toContain('qemu.shop: a, b')
    expect(said).toContain('qemu.shop: the password is ***')
    expect([said.includes(goldenVm.password), wasVisible]).toEqual([false, false])
    expect(await readdir(at('tmp'))).toEqual([])
    const base = await load(golden())
    const { manifest } = await load(shop())
    expect(manifest.annotations).toMatchObject({
      'org.opencontainers.image.base.name': golden(),
      'org.opencontainers.image.base.digest': base.digest,
      'dev.ingot.disk.format': 'qcow2',
      'dev.ingot.disk.virtual-size': String(360 * 1024 ** 2),
      'dev.ingot.vm.firmware': 'bios',
    })
    const provenance = JSON.parse(readFileSync(at('provenance.json'), 'utf8'))
    expect(JSON.stringify(provenance)).toContain(base.digest.slice('sha256:'.length))
    expect(JSON.stringify(provenance)).not.toContain(goldenVm.password)
  }, 900_000)

  test('oras pulls the disk byte for byte, and it boots as it was provisioned', async () => {
    await must(tool('oras'), ['pull', '--plain-http', '--output', at('pulled'), shop()])
    expect(await readdir(at('pulled'))).toEqual(['shop.qcow2'])
    const { manifest } = await load(shop())
    expect(await sha256(at('pulled/shop.qcow2'))).toBe(manifest.layers[0]?.digest)
    await must(tool('qemu-img'), ['check', '-q', at('pulled/shop.qcow2')])
    const serial = await bootDisk(at('pulled/shop.qcow2'), 'ready')
    expect(serial).toContain('golden VM 12')
    expect(serial).toContain('shop 1.4.0 was here')
  }, 600_000)

  test('it is validated, scanned, signed, verified, published and copied like any other image', async () => {
    const { digest } = await load(shop())
    const image = `${registry.host}/shop@${digest}`
    const evidence = { validation: at('test-result.json'), vulns: at('vulns.json'), sbom: at('sbom.json') }
    expect(await run(validate as Action, { image, attestation: evidence.validation })).toMatchObject({ reason: 'done' })
    await mkdir(at('advisories'))
    await writeFile(at('advisories/CVE-2026-1.json'), JSON.stringify(debianAdvisory('CVE-2026-1', 'zlib', '9:9999')))
    const scanned = { image, advisories: at('advisories'), sbom: evidence.sbom, attestation: evidence.vulns }
    const found = await run(scan as Action, scanned)
    expect(found).toMatchObject({ reason: 'gate-failed', outputs: { critical: 1 } })
    expect(Number(found.outputs.packages)).toBeGreaterThan(30)
    const predicate = [
      ...[`provenance=${at('provenance.json')}`, `test-result=${evidence.validation}`],
      ...[`vulns=${evidence.vulns}`, `sbom=${evidence.sbom}`],
    ]
    await run(sign as Action, { image, key: at('golden.key'), predicate })
    const require = ['signature', 'provenance', 'test-result', 'vulns', 'sbom']
    const trusted = { key: at('golden.pub'), require }
    expect(await run(verify as Action, { image, ...trusted })).toMatchObject({ reason: 'done' })
    await createLedger(at('ledger'))
    const published = await run(publish as Action, { image, ...trusted, tag: 'stable', ledger: at('ledger') })
    expect(published).toMatchObject({ reason: 'done', outputs: { digest } })
    const to = `${registry.host}/mirror/shop:stable`
    await run(copy as Action, { from: image, to, 'with-referrers': 'true' })
    expect(await run(verify as Action, { image: to, ...trusted })).toMatchObject({ reason: 'done' })
  })

  test('skopeo carries it on, digest unchanged', async () => {
    const { digest } = await load(shop())
    await must(tool('skopeo'), ['copy', '--src-tls-verify=false', `docker://${shop()}`, `oci:${at('carried')}:v1`])
    expect((await load(`oci:${at('carried')}:v1`)).digest).toBe(digest)
  })
})

describe('a bake that fails', () => {
  const refusal = (promise: Promise<unknown>) =>
    promise.then(
      () => {
        throw new Error('it was not refused')
      },
      (error: IngotError) => error,
    )
  const nothingIsLeft = async () => {
    expect(await readdir(at('tmp'))).toEqual([])
    expect(runningOn(at('tmp'))).toEqual([])
  }

  test('of its template: file and line, and what is known about it', async () => {
    const wrong = at('wrong.pkr.hcl')
    const template = readFileSync(join(fixtures, 'shop/shop.pkr.hcl'), 'utf8')
    await writeFile(wrong, template.replace('headless ', 'headles '))
    const error = await refusal(bakeShop({ template: wrong }))
    expect([error.reason, error.message]).toEqual([
      'invalid-config',
      expect.stringMatching(/wrong\.pkr\.hcl:\d+: Unsupported/),
    ])
    await writeFile(wrong, template.replaceAll('qemu', 'quemu'))
    expect((await refusal(bakeShop({ template: wrong }))).advice).toContain('required_plugins')
    expect((await refusal(bakeShop({ only: ['qemu.nobody'] }))).message).toContain('made nothing')
    await nothingIsLeft()
  })

  test('of a disk that QEMU cannot open, whatever its first bytes say', async () => {
    await writeFile(at('broken.qcow2'), Buffer.concat([disks.qcow2(), Buffer.alloc(64 * 1024, 1)]))
    const inputs = {
      config: at('golden.yml'),
      output: `${registry.host}/broken`,
      variable: `disk=${at('broken.qcow2')}`,
    }
    const error = await refusal(run(bake as Action, inputs))
    expect([error.reason, error.message]).toEqual(['unreadable', expect.stringContaining('QEMU cannot open it')])
    await nothingIsLeft()
  })

  test('of a checksum', async () => {
    const variables = { base_checksum: `sha256:${'0'.repeat(64)}` }
    const error = await refusal(bakeShop({ 'base-variables': { checksum: 'unused' }, variables }))
    expect(error.reason).toBe('digest-mismatch')
    await nothingIsLeft()
  })

  test('because it is cancelled: the machine is gone, and so is what was half done', async () => {
    const controller = new AbortController()
    const stop = { push: (line: string) => void (line.includes('Waiting 5m0s for boot') && controller.abort()) }
    const variables = { boot_wait: '300s' }
    const error = await refusal(bakeShop({ variables }, { lines: stop, signal: controller.signal }))
    expect(error.reason).toBe('cancelled')
    await nothingIsLeft()
  }, 300_000)
})

/** Programs whose arguments name something in a directory. */
function runningOn(directory: string): string[] {
  return readdirSync('/proc').filter((pid) => {
    const file = `/proc/${pid}/cmdline`
    return /^\d+$/.test(pid) && existsSync(file) && read(file).includes(directory)
  })
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
