import { readFile } from 'node:fs/promises'
import { Spec, Validation } from '@cyclonedx/cyclonedx-library'
import { describe, expect, it } from '@jest/globals'
import { digestOf } from '../../src/oci/digest.js'
import {
  engineVersion,
  explainDecision,
  type Finding,
  type GatePolicy,
  gate,
  type Package,
  type Scan,
  toCycloneDx,
  toSarif,
  toSummary,
  toVulnsPredicate,
} from '../../src/scan/index.js'
import { aFinding, aPackage } from './fixture.js'

const now = new Date('2026-11-21T00:00:00Z')
const image = 'ghcr.io/acme/shop@sha256:abc'
const policy: GatePolicy = {
  severity: 'high',
  fixableOnly: false,
  exceptions: [{ id: 'CVE-2', reason: 'not reachable', until: '2026-12-31' }],
}
const findings: Finding[] = [
  aFinding('CVE-1', { severity: 'critical', score: 9.8, aliases: ['GHSA-1'], title: 'Overflow in zlib' }),
  aFinding('CVE-2', { fixedVersion: null }),
  aFinding('CVE-1', {
    package: '@acme/x',
    version: '1.0.0',
    severity: 'medium',
    origin: 'application',
    path: 'app/node_modules/@acme/x y/package.json',
    purl: 'pkg:npm/%40acme/x@1.0.0',
  }),
  aFinding('CVE-3', { severity: 'unknown', version: '9|9' }),
]
const decision = gate(findings, policy, now)

it('the version in evidence is that of the package', async () => {
  expect(JSON.parse(await readFile('package.json', 'utf8')).version).toBe(engineVersion)
})

describe('SARIF', () => {
  const log = toSarif(findings, { image, version: '0.1.0', decision })
  const [run] = log.runs

  it('has one rule for each vulnerability, with its worst rating and help', () => {
    const rules = run?.tool.driver.rules ?? []
    expect(
      rules.map((rule) => [rule.id, rule.defaultConfiguration?.level, rule.properties?.['security-severity']]),
    ).toEqual([
      ['CVE-1', 'error', '9.8'],
      ['CVE-2', 'error', '8.0'],
      ['CVE-3', 'note', '2.0'],
    ])
    expect(rules[0]).toMatchObject({
      helpUri: 'https://osv.dev/vulnerability/CVE-1',
      help: { text: expect.stringContaining('rebase onto a base with zlib1g 1:1.2.13-2') },
      fullDescription: { text: 'Overflow in zlib. Also known as GHSA-1.' },
    })
  })

  it('says where in the image, by file and by package', () => {
    expect(run?.results?.[2]).toMatchObject({
      ruleId: 'CVE-1',
      ruleIndex: 0,
      level: 'warning',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'app/node_modules/%40acme/x%20y/package.json' },
            region: { startLine: 1 },
          },
          logicalLocations: [{ name: '@acme/x', fullyQualifiedName: 'pkg:npm/%40acme/x@1.0.0' }],
        },
      ],
    })
  })

  it('suppresses what is excepted, with the reason, and nothing else', () => {
    expect(run?.results?.map((result) => result.suppressions)).toEqual([
      [],
      [{ kind: 'external', status: 'accepted', justification: 'not reachable (until 2026-12-31)' }],
      [],
      [],
    ])
  })

  it('keeps the fingerprint over versions and layers, and tells places apart', () => {
    const printOf = (finding: Finding) =>
      toSarif([finding], { image, version: '0.1.0' }).runs[0]?.results?.[0]?.partialFingerprints
    const one = aFinding('CVE-1')
    expect(printOf({ ...one, version: '2', layer: digestOf('other') })).toEqual(printOf(one))
    expect(printOf({ ...one, path: 'elsewhere' })).not.toEqual(printOf(one))
    expect(printOf({ ...one, id: 'CVE-9' })).not.toEqual(printOf(one))
  })

  it('is valid when nothing was found', () => {
    expect(toSarif([], { image, version: '0.1.0' }).runs[0]).toMatchObject({
      results: [],
      tool: { driver: { rules: [] } },
    })
  })
})

describe('the CycloneDX SBOM', () => {
  const digest = digestOf('image')
  const layer = digestOf('layer')
  const packages: Package[] = [
    aPackage('@acme/x', '1.0.0', { purl: 'pkg:npm/%40acme/x@1.0.0', license: 'MIT' }),
    aPackage('@acme/x', '1.0.0', { purl: 'pkg:npm/%40acme/x@1.0.0', path: 'other/package.json', license: 'MIT' }),
    aPackage('libc6', '2.36-9', {
      ecosystem: 'Debian:12',
      source: { name: 'glibc', version: '2.36-9' },
      purl: 'pkg:deb/debian/libc6@2.36-9',
      path: 'var/lib/dpkg/status',
      origin: 'base',
    }),
  ]
  const distribution = { id: 'debian', version: '12', ecosystem: 'Debian:12' }
  const options = { repository: 'ghcr.io/acme/shop', digest, now, version: '0.1.0', distribution }

  it("passes CycloneDX's own validator, empty too", async () => {
    const validator = new Validation.JsonStrictValidator(Spec.Version.v1dot6)
    expect(await validator.validate(await toCycloneDx(packages, options))).toBeNull()
    expect(await validator.validate(await toCycloneDx([], { ...options, distribution: undefined }))).toBeNull()
  })

  it('lists each package once, with all its places', async () => {
    const bom = JSON.parse(await toCycloneDx(packages, options))
    expect(bom).toMatchObject({
      specVersion: '1.6',
      serialNumber: expect.stringMatching(
        /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      ),
      metadata: { timestamp: '2026-11-21T00:00:00.000Z', component: { type: 'container', version: digest } },
    })
    const scoped = bom.components.find((component: { name: string }) => component.name === 'x')
    expect(scoped).toMatchObject({ group: '@acme', version: '1.0.0', purl: 'pkg:npm/%40acme/x@1.0.0' })
    expect(scoped.properties).toEqual([
      { name: 'ingot:layer', value: layer },
      { name: 'ingot:origin', value: 'application' },
      { name: 'ingot:path', value: 'app/node_modules/@acme/x/package.json' },
      { name: 'ingot:path', value: 'other/package.json' },
    ])
    const names = bom.components.map((component: { name: string }) => component.name)
    expect(names.sort()).toEqual(['debian', 'libc6', 'x'])
  })

  it('is the same bytes for the same image, and another document for another', async () => {
    const first = await toCycloneDx(packages, options)
    expect(await toCycloneDx([...packages].reverse(), options)).toBe(first)
    expect(JSON.parse(await toCycloneDx(packages, { ...options, digest: digestOf('other') })).serialNumber).not.toBe(
      JSON.parse(first).serialNumber,
    )
  })
})

it('the vulns predicate names scanner, database and every finding', () => {
  const database = { uri: 'https://osv.dev', updatedAt: '2026-11-20T00:00:00.000Z', advisories: 3, version: 'sha256:1' }
  const predicate = toVulnsPredicate(findings.slice(0, 2), {
    version: '0.1.0',
    database,
    startedAt: now,
    finishedAt: now,
  })
  expect(predicate).toMatchObject({
    scanner: {
      version: '0.1.0',
      db: { uri: 'https://osv.dev', version: 'sha256:1', lastUpdate: '2026-11-20T00:00:00.000Z' },
      result: [
        {
          id: 'CVE-1',
          severity: [
            { method: 'ingot', score: 'critical' },
            { method: 'cvss_score', score: '9.8' },
          ],
        },
        { id: 'CVE-2', severity: [{ method: 'ingot', score: 'high' }] },
      ],
    },
    metadata: { scanStartedOn: now.toISOString(), scanFinishedOn: now.toISOString() },
  })
})

describe('what people read', () => {
  const scan: Scan = {
    packages: [aPackage('a', '1.0.0')],
    findings,
    database: { uri: 'https://osv.dev', updatedAt: '2026-11-20T00:00:00.000Z', advisories: 3 },
    warnings: ['The advisories are 40 days old'],
    startedAt: now,
    finishedAt: now,
  }

  it('names the worst findings and the next move', () => {
    const layer = aFinding('x').layer.slice('sha256:'.length, 19)
    expect(explainDecision(decision, image, 1)).toBe(
      `The gate (high and above) refuses ${image} for 1 finding: CVE-1 (critical) in zlib1g 1:1.2.13-1, fixed in 1:1.2.13-2, from base layer ${layer}: rebase onto a base with zlib1g 1:1.2.13-2`,
    )
  })

  it('names an expired exception with its date', () => {
    const late = gate(findings, policy, new Date('2027-02-01T00:00:00Z'))
    expect(explainDecision(late, image, 1)).toContain('its exception for CVE-2 expired on 2026-12-31')
  })

  it('says what passed', () => {
    expect(explainDecision(gate([], policy, now), image, 12)).toBe(
      `The gate (high and above) lets ${image} pass: no findings in 12 packages`,
    )
  })

  it('shows refused findings first, and lets no name become markup', () => {
    const summary = toSummary(scan, decision, image)
    expect(summary).toContain(
      '| critical | high | medium | low | unknown |\n|--:|--:|--:|--:|--:|\n| 1 | 1 | 1 | 0 | 1 |',
    )
    expect(summary).toContain('| CVE-1 | critical | zlib1g 1:1.2.13-1 |')
    expect(summary).toContain('zlib1g 9\\|9')
    expect(summary).toContain('excepted until 2026-12-31')
    expect(summary).toContain('- The advisories are 40 days old')
  })
})
