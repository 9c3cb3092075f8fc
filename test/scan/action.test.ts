import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { scan } from '../../src/actions/scan.js'
import type { Outcome } from '../../src/runner/action.js'
import { readInputs } from '../../src/runner/inputs.js'
import {
  type Built,
  buildImage,
  debianAdvisory,
  debianRelease,
  dpkgStanza,
  removeTemporaryFolders,
  temporaryFolder,
  writeTree,
} from './fixture.js'

let folder: string
let image: Built
const today = new Date().toISOString().slice(0, 10)
const warnings: string[] = []

beforeAll(async () => {
  folder = temporaryFolder()
  image = await buildImage(join(folder, 'layout'), [
    {
      'etc/os-release': debianRelease,
      'var/lib/dpkg/status':
        dpkgStanza('libssl3', '3.0.11-1~deb12u1', { Source: 'openssl' }) +
        dpkgStanza('zlib1g', '1:1.2.13.dfsg-1', { Source: 'zlib' }),
    },
    { 'app/node_modules/lodash/package.json': '{"name":"lodash","version":"4.17.20","license":"MIT"}' },
  ])
  await writeTree(join(folder, 'advisories'), {
    'snapshot.json': { date: today },
    'Debian/CVE-2026-1.json': debianAdvisory('CVE-2026-1', 'openssl', '3.0.13-1~deb12u1'),
    'Debian/CVE-2026-2.json': debianAdvisory('CVE-2026-2', 'zlib', null),
    'npm/GHSA-x.json': {
      id: 'GHSA-35jh-r3h4-6jhm',
      aliases: ['CVE-2021-23337'],
      modified: '2026-10-01T00:00:00Z',
      summary: 'Command injection in lodash',
      database_specific: { severity: 'HIGH' },
      affected: [
        {
          package: { ecosystem: 'npm', name: 'lodash' },
          ranges: [{ type: 'SEMVER', events: [{ introduced: '0' }, { fixed: '4.17.21' }] }],
        },
      ],
    },
  })
})
afterAll(removeTemporaryFolders)

async function run(raw: Record<string, string | string[]>, env: Record<string, string> = {}): Promise<Outcome> {
  warnings.length = 0
  const given = { image: `oci:${join(folder, 'layout')}:latest`, advisories: join(folder, 'advisories'), ...raw }
  const written = Object.entries(given).filter(([, value]) => value !== '')
  const listed = Object.fromEntries(written.map(([name, value]) => [name, [value].flat()]))
  return scan.run(
    readInputs(scan.inputs, listed, (name) => `--${name}`),
    {
      log: () => {},
      progress: () => {},
      warn: (message) => warnings.push(message),
      mask: () => {},
      signal: new AbortController().signal,
      env,
    },
  )
}

describe('the action scan', () => {
  it('refuses, counts and names the next move', async () => {
    const outcome = await run({})
    expect(outcome.reason).toBe('gate-failed')
    expect(outcome.outputs).toEqual({
      verdict: 'fail',
      critical: 2,
      high: 1,
      medium: 0,
      low: 0,
      unknown: 0,
      packages: 3,
    })
    expect(outcome.message).toContain('CVE-2026-1 (critical) in libssl3 3.0.11-1~deb12u1, fixed in 3.0.13-1~deb12u1')
    expect(outcome.message).toContain('rebase onto a base with libssl3 3.0.13-1~deb12u1')
    expect(outcome.message).toContain('upgrade to lodash 4.17.21')
    expect(outcome.message).toContain(image.digest)
    expect(outcome.summary).toContain('| CVE-2026-1 | critical |')
  })

  it('lets pass what has an exception, and warns of one that ends soon or matches nothing', async () => {
    const soon = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10)
    const outcome = await run({
      'fixable-only': 'true',
      'fail-on': 'critical',
      exception: [`CVE-2026-1@openssl=${soon}:not reachable`, 'CVE-1999-1=2099-01-01:gone'],
    })
    expect(outcome.reason).toBe('done')
    expect(warnings).toEqual([
      `The exception for CVE-2026-1 in openssl ends on ${soon}`,
      'The exception for CVE-1999-1 matches nothing: remove it',
    ])
  })

  it('writes every document although the gate refuses, in folders that it makes', async () => {
    const files = {
      report: 'out/deep/report.json',
      sarif: 'out/scan.sarif',
      sbom: 'out/sbom.json',
      attestation: 'out/vulns.json',
    }
    const paths = Object.fromEntries(Object.entries(files).map(([name, file]) => [name, join(folder, file)]))
    const outcome = await run(paths, { SOURCE_DATE_EPOCH: '1700000000' })
    expect(outcome.reason).toBe('gate-failed')
    const read = async (name: string) => JSON.parse(await readFile(paths[name] as string, 'utf8'))
    const report = await read('report')
    expect(report.map((entry: { id: string }) => entry.id)).toEqual(['CVE-2026-1', 'CVE-2026-2', 'CVE-2021-23337'])
    expect(report[2]).toEqual({
      id: 'CVE-2021-23337',
      aliases: ['GHSA-35jh-r3h4-6jhm'],
      package: 'lodash',
      source: 'lodash',
      version: '4.17.20',
      'fixed-version': '4.17.21',
      severity: 'high',
      score: null,
      layer: image.layers[1],
      origin: 'application',
      purl: 'pkg:npm/lodash@4.17.20',
      path: 'app/node_modules/lodash/package.json',
      title: 'Command injection in lodash',
    })
    expect((await read('sarif')).runs[0].results).toHaveLength(3)
    expect((await read('sbom')).metadata.timestamp).toBe('2023-11-14T22:13:20.000Z')
    expect((await read('attestation')).scanner.db.lastUpdate).toBe(`${today}T00:00:00.000Z`)
  })

  it('reads the base that the image names in a repository beside its own', async () => {
    const layers = [
      { 'etc/os-release': debianRelease },
      { 'var/lib/dpkg/status': dpkgStanza('libssl3', '3.0.11-1~deb12u1', { Source: 'openssl' }) },
    ]
    const golden = join(folder, 'golden')
    const base = await buildImage(golden, layers, { tag: '12' })
    const annotations = {
      'org.opencontainers.image.base.name': `oci:${golden}:12`,
      'org.opencontainers.image.base.digest': base.digest,
    }
    await buildImage(join(folder, 'layout'), [...layers, { 'app/server.js': '' }], { tag: 'named', annotations })
    const outcome = await run({ image: `oci:${join(folder, 'layout')}:named` })
    expect(outcome.message).toContain('rebase onto a base with libssl3')
    const elsewhere = { ...annotations, 'org.opencontainers.image.base.name': 'registry.invalid/golden:12' }
    await buildImage(join(folder, 'layout'), [...layers, { 'app/server.js': '' }], {
      tag: 'far',
      annotations: elsewhere,
    })
    const far = await run({ image: `oci:${join(folder, 'layout')}:far` })
    expect(far.message).toContain('upgrade to libssl3')
  })

  it('takes gate, exceptions and advisories from the configuration, and the stricter gate of the policy', async () => {
    const yml = (exceptions: string) =>
      `app: shop\nimage: ghcr.io/acme/shop\nscan:\n  advisories: advisories\n  fail-on: {severity: critical, fixable-only: true}\n  exceptions: [${exceptions}]\n`
    await writeTree(folder, {
      'plain.yml': yml(''),
      'excepted.yml': yml('{id: CVE-2026-1, package: openssl, reason: not reachable, until: 2099-12-31}'),
      'expired.yml': yml('{id: CVE-2026-1, reason: not reachable, until: 2020-12-31}'),
      'policy.yml': 'bases: []\ngate: {severity: high, fixable-only: true}\n',
    })
    const file = (name: string) => ({ config: join(folder, name), advisories: '' })
    expect((await run(file('plain.yml'))).message).toMatch(
      /^The gate \(critical, fixable only\) refuses .* for 1 finding/,
    )
    expect((await run(file('excepted.yml'))).reason).toBe('done')
    expect((await run(file('expired.yml'))).message).toContain('its exception for CVE-2026-1 expired on 2020-12-31')
    const strict = await run({ ...file('excepted.yml'), policy: join(folder, 'policy.yml') })
    expect(strict.message).toMatch(/^The gate \(high and above, fixable only\) refuses .*CVE-2021-23337/)
    expect((await run({ ...file('plain.yml'), 'fail-on': 'critical' })).message).toContain('refuses')
  })

  it('is told what it cannot write or read', async () => {
    const invalid = expect.objectContaining({ reason: 'invalid-input' })
    await expect(run({ report: join(folder, 'layout', 'index.json', 'report.json') })).rejects.toEqual(invalid)
    await expect(run({ exception: 'CVE-1=tomorrow:why' })).rejects.toEqual(invalid)
    for (const time of ['yesterday', '999999999999']) {
      const sbom = join(folder, 'never.json')
      await expect(run({ sbom }, { SOURCE_DATE_EPOCH: time })).rejects.toEqual(invalid)
    }
    await expect(run({ advisories: '', 'osv-url': 'ftp://example.org' })).rejects.toEqual(invalid)
  })

  it('does not pass when the advisories are missing', async () => {
    await expect(run({ advisories: join(folder, 'nowhere') })).rejects.toMatchObject({ reason: 'not-found' })
  })

  it('does not pass when OSV cannot be reached', async () => {
    const attempt = run({ advisories: '', 'osv-url': 'http://127.0.0.1:1' })
    await expect(attempt).rejects.toMatchObject({
      reason: 'unreachable',
      advice: expect.stringContaining('--advisories'),
    })
  })
})
