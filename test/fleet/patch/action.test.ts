import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bake } from '../../../src/actions/bake.js'
import { patch } from '../../../src/actions/patch.js'
import { publish } from '../../../src/actions/publish.js'
import { rebase } from '../../../src/actions/rebase.js'
import { createLedger, openLedger } from '../../../src/ledger/index.js'
import { parseDigest } from '../../../src/oci/digest.js'
import type { Action, Outcome } from '../../../src/runner/action.js'
import { readInputs } from '../../../src/runner/inputs.js'

let directory: string
const back = process.cwd()
const warnings: string[] = []

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'patch-'))
  process.chdir(directory)
  await createLedger('ledger.git')
  await writeFile('os-release', 'ID=debian\nVERSION_ID="12"\n')
  await writeFile('server.js', '')
  await mkdir('advisories')
  await writeFile('advisories/CVE-2026-0.json', JSON.stringify(advisory('CVE-2026-0', 'zlib', true)))
  warnings.length = 0
  await bakeBase('3.0.1-1')
  const shop = await act(bake, {
    base: 'oci:registry/golden:12',
    add: 'server.js:/app/server.js',
    output: 'oci:registry/shop',
  })
  await release(shop, '1.0.0')
  await makeStable(shop)
})
afterEach(async () => {
  process.chdir(back)
  await rm(directory, { recursive: true, force: true })
})

/** Any action, as a caller would. */
async function act(action: Pick<Action, 'inputs'> & { run: unknown }, raw: Record<string, string>): Promise<Outcome> {
  const job = {
    log: () => {},
    progress: () => {},
    warn: (message: string) => warnings.push(message),
    mask: () => {},
    signal: new AbortController().signal,
    env: {},
  }
  const lists = Object.fromEntries(Object.entries(raw).map(([name, value]) => [name, value.split('\n')]))
  const inputs = readInputs(action.inputs, lists, (name) => `--${name}`)
  return (action.run as (inputs: unknown, job: unknown) => Promise<Outcome>)(inputs, job)
}

async function bakeBase(openssl: string): Promise<void> {
  await writeFile(
    'status',
    `Package: openssl\nStatus: install ok installed\nArchitecture: amd64\nVersion: ${openssl}\n\n`,
  )
  const add = 'status:/var/lib/dpkg/status\nos-release:/etc/os-release'
  await act(bake, { base: 'scratch', add, output: 'oci:registry/golden:12' })
}

const release = ({ outputs }: Outcome, version: string) =>
  act(publish, { image: String(outputs.image), tag: version, version, ledger: 'ledger.git' })

async function makeStable({ outputs }: Outcome): Promise<void> {
  const digest = parseDigest(String(outputs.digest))
  const stable = { digest, image: String(outputs.image), version: 'x', since: new Date().toISOString() }
  const ledger = await openLedger('ledger.git')
  await ledger.updateEnvironment('production', 'shop', (state) => ({
    state: { ...state, generation: state.generation + 1, stable },
    message: 'production/shop: stable',
  }))
}

/** About every version of a package, or every one before 3.0.2. */
const advisory = (id: string, name: string, fixed: boolean) => ({
  id,
  modified: '2026-01-01T00:00:00Z',
  severity: [{ type: 'CVSS_V3', score: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H' }],
  affected: [
    {
      package: { ecosystem: 'Debian:12', name },
      ranges: [{ type: 'ECOSYSTEM', events: [{ introduced: '0' }, ...(fixed ? [{ fixed: '3.0.2-1' }] : [])] }],
    },
  ],
})

const plan = (raw: Record<string, string> = {}) =>
  act(patch, { ledger: 'ledger.git', advisories: 'advisories', report: 'out/patch.json', ...raw })

const report = async () => JSON.parse(await readFile('out/patch.json', 'utf8'))

test('a base that moves is noticed, answered by a rebase, and never asked for twice', async () => {
  expect(await plan()).toMatchObject({ reason: 'not-needed', outputs: { needed: 0, images: '[]', matrix: '[]' } })
  expect(await report()).toEqual([])

  await bakeBase('3.0.2-1')
  const needed = await plan({ environment: 'production' })
  expect(needed).toMatchObject({ reason: 'needed', outputs: { needed: 1, pending: 0, unknown: 0 } })
  expect(needed.message).toContain('shop 1.0.0 in production (base): the base oci:registry/golden:12 has moved')
  const [entry] = await report()
  expect(entry).toMatchObject({ app: 'shop', environment: 'production', reason: 'base' })
  const [row] = JSON.parse(String(needed.outputs.matrix))
  expect(row).toMatchObject({ image: entry.image, base: 'oci:registry/golden:12' })

  const rebased = await act(rebase, { image: row.image, base: row.base, output: 'oci:registry/shop' })
  await release(rebased, row.tag)
  expect(await plan()).toMatchObject({ reason: 'not-needed', outputs: { needed: 0, pending: 1 } })
  await makeStable(rebased)
  expect(await plan()).toMatchObject({ reason: 'not-needed', outputs: { needed: 0, pending: 0 } })
  expect((await plan({ environment: 'staging' })).message).toBe('No rebuild is needed (running releases: 0)')
})

test('a finding that has a fix, at the gate, is a reason', async () => {
  await writeFile('advisories/CVE-2026-2.json', JSON.stringify(advisory('CVE-2026-2', 'openssl', false)))
  expect(await plan()).toMatchObject({ reason: 'not-needed' })
  await writeFile('advisories/CVE-2026-1.json', JSON.stringify(advisory('CVE-2026-1', 'openssl', true)))
  expect(await plan()).toMatchObject({ reason: 'needed', outputs: { needed: 1 } })
  expect(await report()).toMatchObject([{ reason: 'cve', to: '', findings: ['CVE-2026-1'] }])

  await writeFile(
    'ingot.yml',
    'app: shop\nimage: oci:registry/shop\nscan:\n  exceptions:\n    - {id: CVE-2026-1, reason: not reachable, until: 2999-12-31}\n',
  )
  expect(await plan()).toMatchObject({ reason: 'not-needed' })
})

test('what cannot be found out is no good news', async () => {
  await rm('registry/golden', { recursive: true })
  const outcome = await plan()
  expect(outcome).toMatchObject({ reason: 'unreachable', outputs: { needed: 0, unknown: 1 } })
  expect(warnings).toEqual(expect.arrayContaining([expect.stringContaining('its base cannot be looked up')]))
})
