import { IngotError } from '../../../src/errors.js'
import {
  type FixableFinding,
  findRunning,
  observe,
  type PatchPorts,
  type PatchRules,
  planPatch,
  type RevokedBase,
  summarisePatch,
  toEntries,
  toRebuilds,
} from '../../../src/fleet/patch/index.js'
import { emptyEnvironment, type Release } from '../../../src/ledger/index.js'
import { type Digest, digestOf } from '../../../src/oci/digest.js'
import { aRelease } from '../../ledger/examples.js'

const now = new Date('2026-03-01T00:00:00Z')
const oldBase = digestOf('base')
const newBase = digestOf('base 2')
const baseName = 'oci:/images/base:1'
const all: PatchRules = { rebuildOn: ['base', 'cve', 'age'], maximumAgeMilliseconds: 90 * 86_400_000 }

const finding: FixableFinding = {
  id: 'CVE-2026-0001',
  package: 'openssl',
  version: '3.0.1',
  fixedVersion: '3.0.2',
  severity: 'critical',
  origin: 'base',
}

const runs = (release: Release, environment = 'production') => ({
  ...emptyEnvironment(environment, release.app),
  generation: 1,
  stable: { digest: release.digest, image: release.image, version: release.version, since: release.publishedAt },
})

interface World {
  readonly releases?: readonly Release[]
  readonly rules?: PatchRules
  readonly base?: PatchPorts['resolveBase']
  readonly findings?: readonly FixableFinding[]
  readonly quarantine?: readonly string[]
  readonly revoked?: readonly RevokedBase[]
}

async function planFor(release: Release, world: World = {}) {
  const { running } = findRunning([runs(release)], [release])
  const observations = await observe([release], {
    resolveBase: world.base ?? (async () => oldBase),
    rescan: async () => world.findings ?? [],
  })
  return planPatch({
    running: running.map((one) => ({ ...one, quarantine: world.quarantine ?? [] })),
    releases: world.releases ?? [release],
    observations,
    rules: world.rules ?? all,
    revoked: world.revoked ?? [],
    now,
  })
}

const moved = async () => newBase

describe('a need', () => {
  it('is none when the base stands, nothing is found and the release is young', async () => {
    expect(await planFor(aRelease('1'))).toEqual({ needed: [], pending: [], unknown: [] })
  })

  it('is a moved base, with both digests', async () => {
    const { needed } = await planFor(aRelease('1'), { base: moved })
    expect(needed).toMatchObject([{ environment: 'production', reasons: ['base'], to: newBase }])
    expect(needed[0]?.detail).toBe(
      `the base ${baseName} has moved from ${oldBase.slice(7, 19)} to ${newBase.slice(7, 19)}`,
    )
  })

  it('is a revoked base, whatever counts; it goes to the replacement unless its own name has moved', async () => {
    const revoked = [{ digest: oldBase, reason: 'CVE-2026-0001', replacement: 'oci:/images/base:2' }]
    const rules = { rebuildOn: ['age'] } as const
    const stays = await planFor(aRelease('1'), { revoked, rules })
    expect(stays.needed).toMatchObject([{ reasons: ['base'], to: null, revoked: { reason: 'CVE-2026-0001' } }])
    expect(stays.needed[0]?.detail).toBe(
      `the base ${baseName} is revoked: CVE-2026-0001; oci:/images/base:2 replaces it`,
    )
    expect(toRebuilds(stays.needed, true)).toMatchObject([{ base: 'oci:/images/base:2', reason: 'base' }])

    const has = await planFor(aRelease('1'), { revoked, base: moved })
    expect(has.needed[0]).toMatchObject({ reasons: ['base'], to: newBase })
    expect(has.needed[0]?.detail).toMatch(/is revoked: CVE-2026-0001; the base .* has moved/)
    expect(toRebuilds(has.needed, true)).toMatchObject([{ base: baseName }])
    expect((await planFor(aRelease('1'), { revoked: [{ digest: newBase, reason: 'other' }] })).needed).toEqual([])
  })

  it('is said of a revoked base without a replacement, and rebuilt by nobody: its name would be refused', async () => {
    const { needed } = await planFor(aRelease('1'), { revoked: [{ digest: oldBase, reason: 'stolen key' }] })
    expect(needed[0]?.detail).toContain('its name still means it: move that to a good one first')
    expect(toRebuilds(needed, true)).toEqual([])
  })

  it('is a finding with a fix, and says when the base has to go first', async () => {
    const fromBase = await planFor(aRelease('1'), { findings: [finding] })
    expect(fromBase.needed[0]).toMatchObject({ reasons: ['cve'], to: null, findings: [finding] })
    expect(fromBase.needed[0]?.detail).toContain('CVE-2026-0001 (critical) in openssl 3.0.1 is fixed in 3.0.2')
    expect(fromBase.needed[0]?.detail).toContain('rebuild the golden image first')
    const own = await planFor(aRelease('1'), { findings: [{ ...finding, origin: 'application' }] })
    expect(own.needed[0]?.detail).not.toContain('golden')
    expect((await planFor(aRelease('1'), { findings: [{ ...finding, fixedVersion: null }] })).needed).toEqual([])
  })

  it('is age, to the day', async () => {
    const aged = (days: number) =>
      aRelease('1', { publishedAt: new Date(now.getTime() - days * 86_400_000).toISOString() })
    expect((await planFor(aged(90))).needed).toEqual([])
    expect((await planFor(aged(91))).needed[0]).toMatchObject({
      reasons: ['age'],
      detail: 'it was published 91 days ago, 90 are allowed',
    })
  })

  it('names every reason, and only those that count', async () => {
    const world = { base: moved, findings: [finding] }
    expect((await planFor(aRelease('1'), world)).needed[0]?.reasons).toEqual(['base', 'cve'])
    const rules = { rebuildOn: ['cve'] } as const
    expect((await planFor(aRelease('1'), { ...world, rules })).needed[0]?.reasons).toEqual(['cve'])
    expect((await planFor(aRelease('1'), { ...world, rules: { rebuildOn: ['age'] } })).needed).toEqual([])
  })
})

describe('it does not loop', () => {
  const current = aRelease('1')
  const newer = (changes: Partial<Release>) => aRelease('2', { publishedAt: '2026-02-01T00:00:00Z', ...changes })
  const onNewBase = { base: { name: baseName, digest: newBase } }

  it('a newer release on the moved base only waits to be promoted', async () => {
    const releases = [current, newer(onNewBase)]
    const plan = await planFor(current, { base: moved, findings: [finding], releases })
    expect(plan.needed).toEqual([])
    expect(plan.pending).toMatchObject([{ successor: { version: '2' }, isQuarantined: false }])
    const failed = await planFor(current, { base: moved, releases, quarantine: [digestOf('2')] })
    expect(failed.pending).toMatchObject([{ isQuarantined: true }])
    expect(summarisePatch(failed)).toContain('2 meets it, and is quarantined here')
  })

  it('a newer release on a base that is not revoked meets a revocation, one on a revoked base does not', async () => {
    const revoked = [
      { digest: oldBase, reason: 'CVE' },
      { digest: newBase, reason: 'CVE' },
    ]
    const on = (digest: Digest) => [current, newer({ base: { name: 'other', digest } })]
    expect((await planFor(current, { revoked, releases: on(digestOf('third')) })).pending).toHaveLength(1)
    expect((await planFor(current, { revoked, releases: on(newBase) })).needed).toHaveLength(1)
    expect((await planFor(current, { revoked, releases: [current, newer({ base: null })] })).needed).toHaveLength(1)
  })

  it('a newer release on the old base, of another app, or older, meets nothing', async () => {
    for (const other of [
      newer({}),
      newer({ ...onNewBase, app: 'cart' }),
      newer({ ...onNewBase, publishedAt: '2025-01-01T00:00:00Z' }),
    ])
      expect((await planFor(current, { base: moved, releases: [other, current] })).needed).toHaveLength(1)
  })

  it('a finding is rebuilt for once; a push in between is no answer to it', async () => {
    const world = (reason: Release['reason']) => ({ findings: [finding], releases: [current, newer({ reason })] })
    expect((await planFor(current, world('cve'))).pending).toHaveLength(1)
    expect((await planFor(current, world('push'))).needed).toHaveLength(1)
  })

  it('age is met by anything newer', async () => {
    const old = aRelease('0', { publishedAt: '2025-01-01T00:00:00Z' })
    expect((await planFor(old, { releases: [old, current] })).pending).toHaveLength(1)
  })
})

describe('what could not be found out', () => {
  const fail = async () => {
    throw new IngotError('unreachable', 'registry is down')
  }

  it('is neither a need nor its absence, and hides no other need', async () => {
    expect(await planFor(aRelease('1'), { base: fail })).toMatchObject({
      needed: [],
      unknown: [{ why: 'its base cannot be looked up: registry is down' }],
    })
    const both = await planFor(aRelease('1'), { base: fail, findings: [finding] })
    expect([both.needed.length, both.unknown.length]).toEqual([1, 1])
    expect((await planFor(aRelease('1', { base: null }))).unknown).toMatchObject([
      { why: 'its base is not recorded, so nobody can tell whether it has moved' },
    ])
  })

  it('is no defect and no cancellation: those end the run', async () => {
    const defect = async () => {
      throw new TypeError('oops')
    }
    await expect(planFor(aRelease('1'), { base: defect })).rejects.toThrow('oops')
    const cancelled = observe([aRelease('1')], { resolveBase: moved }, AbortSignal.abort())
    await expect(cancelled).rejects.toMatchObject({ name: 'AbortError' })
  })

  it('is a stable digest that is no release', () => {
    const { running, unrecorded } = findRunning([runs(aRelease('1'))], [aRelease('2')])
    expect([running, unrecorded]).toEqual([
      [],
      [{ app: 'shop', environment: 'production', image: aRelease('1').image }],
    ])
  })
})

test('each question is asked once', async () => {
  const asked: string[] = []
  const releases = ['1', '2', '3'].map((version) => aRelease(version))
  await observe([...releases, ...releases], {
    resolveBase: async (name, platform) => {
      asked.push(`${name} ${platform}`)
      return oldBase
    },
    rescan: async ({ version }) => {
      asked.push(version)
      return []
    },
  })
  expect(asked.sort()).toEqual(['1', '2', '3', `${baseName} linux/amd64`])
})

test('running releases are chosen by environment and app', () => {
  const [shop, cart] = [aRelease('1'), aRelease('2', { app: 'cart' })]
  const states = [runs(shop), runs(shop, 'staging'), runs(cart), emptyEnvironment('production', 'new')]
  const chosen = (filter: object) =>
    findRunning(states, [shop, cart], filter).running.map((one) => `${one.environment}/${one.release.app}`)
  expect(chosen({})).toEqual(['production/shop', 'staging/shop', 'production/cart'])
  expect(chosen({ environments: ['production'], apps: ['shop'] })).toEqual(['production/shop'])
})

test('renders needs for scripts, for a matrix and for people', async () => {
  const version = `1.0+x-base.${'a'.repeat(12)}`
  const release = aRelease('1', { version })
  const { needed } = await planFor(release, { base: moved, findings: [finding] })
  const twice = needed.flatMap((need) => [need, { ...need, environment: 'a|b' }])
  expect(toEntries(twice)[0]).toEqual({
    app: 'shop',
    environment: 'production',
    image: release.image,
    version,
    reason: 'base',
    reasons: ['base', 'cve'],
    from: oldBase,
    to: newBase,
    detail: needed[0]?.detail,
    findings: ['CVE-2026-0001'],
  })
  const tag = `1.0-x-base.${newBase.slice(7, 19)}`
  const row = { app: 'shop', image: release.image, base: baseName, tag, reason: 'base' }
  expect(toRebuilds(twice, true)).toEqual([{ ...row, rebase: release.image }])
  expect(toRebuilds(twice, false)).toEqual([{ ...row, rebase: '' }])
  const { needed: forFinding } = await planFor(release, { findings: [finding] })
  expect(toRebuilds(forFinding, true)).toMatchObject([
    { rebase: '', tag: `1.0-x-cve.${release.digest.slice(7, 19)}`, reason: 'cve' },
  ])
  const summary = summarisePatch({ needed: twice, pending: [], unknown: [{ environment: 'x', release, why: 'no' }] })
  expect(summary).toContain('| shop | a\\|b |')
  expect(summary).toContain('#### Could not be found out')
})
