import { resolve } from 'node:path'
import { describe, expect, jest, test } from '@jest/globals'
import {
  type ApprovedBase,
  type BasePolicy,
  type CandidateBase,
  checkBase,
  createdOf,
  type VerifySignature,
} from '../../src/bake/index.js'
import { digestOf } from '../../src/oci/digest.js'
import type { ImageConfig, Manifest } from '../../src/oci/manifest.js'
import { parseReference } from '../../src/oci/reference.js'

const day = 24 * 60 * 60 * 1000
const now = new Date('2026-06-30T12:00:00Z')
const ago = (milliseconds: number) => new Date(now.getTime() - milliseconds).toISOString()
const [digest, manifestDigest] = [digestOf('index'), digestOf('platform')]
const base = (text: string, created?: string) =>
  ({ reference: parseReference(`${text}@${digest}`), digest, manifestDigest, created }) as CandidateBase
const signed: VerifySignature = async () => ({ ok: true, why: '' })
const by = (pem: string) => ({ kind: 'key', pem }) as const

const ask = (candidate: CandidateBase | 'scratch', policy: BasePolicy, verifySignature = signed) =>
  checkBase({ base: candidate, policy, now, verifySignature })
const check = (text: string, ...patterns: string[]) =>
  ask(base(text), { bases: patterns.map((repository) => ({ repository })) })
const refused = (rule: string, ...parts: string[]) => ({
  approved: false,
  rule,
  why: expect.stringMatching(new RegExp(parts.join('.*'), 's')),
  advice: expect.stringMatching(/.{10}/),
})

describe('by repository', () => {
  test.each([
    ['ghcr.io/acme/golden', 'ghcr.io/acme/golden'],
    ['ghcr.io/acme/golden', 'ghcr.io/acme/*'],
    ['ghcr.io/acme/team/golden', 'ghcr.io/acme/*'],
    ['ghcr.io/acme/golden', 'ghcr.io/*/golden'],
    ['debian', 'debian'],
    ['debian', 'docker.io/library/debian'],
    ['oci:registry/golden', 'oci:registry/golden'],
    ['oci:./registry/golden', 'oci:registry/golden'],
    [`oci:${resolve('registry/golden')}`, 'oci:registry/*'],
    ['oci:/elsewhere', 'oci:*'],
    ['ghcr.io/acme/golden', '*'],
  ])('%s is approved by %s', async (name, pattern) => {
    expect(await check(name, 'other', pattern)).toMatchObject({ approved: true })
  })

  test.each([
    ['ghcr.io/acme/golden', 'ghcr.io/acme/gold'],
    ['ghcr.io/acme/golden-evil', 'ghcr.io/acme/golden'],
    ['evil.example/ghcr.io/acme/golden', 'ghcr.io/acme/golden'],
    ['evil.example/x.acme.io/golden', '*.acme.io/golden'],
    ['ghcr.io/acme/x/golden', 'ghcr.io/*/golden'],
    ['ghcrxio/acme', 'ghcr.io/acme'],
    ['evil.example/debian', 'debian'],
    ['oci:registry/golden2', 'oci:registry/golden'],
    ['oci:scratch', 'scratch'],
  ])('%s is not approved by %s', async (name, pattern) => {
    const decision = await check(name, pattern)
    expect(decision).toMatchObject({ approved: false, rule: 'listed', why: expect.stringContaining(pattern) })
    expect(decision.why).toContain(digest)
  })

  test('no list approves nothing, and scratch must be listed', async () => {
    expect(await check('debian')).toMatchObject(refused('listed', 'no base at all'))
    const scratch = (repository: string) => ask('scratch', { bases: [{ repository }] })
    expect(await scratch('scratch')).toMatchObject({ approved: true })
    expect(await scratch('*')).toMatchObject({ approved: false })
    expect(await ask('scratch', { bases: [{ digest }, { signer: by('k') }] })).toMatchObject({ approved: false })
  })

  test('a limit of age does not hold for scratch', async () => {
    const policy = { bases: [{ repository: 'scratch' }], maximumAgeMilliseconds: day }
    expect(await ask('scratch', policy)).toMatchObject({ approved: true })
  })
})

describe('by digest', () => {
  test.each<[string, ApprovedBase, boolean]>([
    ['of the index, wherever it lies', { digest }, true],
    ["of the platform's manifest", { digest: manifestDigest }, true],
    ['in this repository', { repository: 'debian', digest }, true],
    ['in another repository', { repository: 'ubuntu', digest }, false],
    ['of something else', { repository: 'debian', digest: digestOf('other') }, false],
  ])('%s', async (_, entry, approved) => {
    const decision = await ask(base('debian'), { bases: [entry] })
    expect(decision).toMatchObject(approved ? { approved, entry } : refused('listed', 'the policy approves'))
  })
})

describe('by signer', () => {
  const only: jest.MockedFunction<VerifySignature> = jest.fn(async (_, { pem }) => {
    return { ok: pem === 'good', why: `not by ${pem}` }
  })
  const entries = (...keys: string[]) => ({ bases: keys.map((key) => ({ repository: 'debian', signer: by(key) })) })

  test('where an entry names one, the signature decides; any matching entry will do', async () => {
    only.mockClear()
    expect(await ask(base('debian'), entries('bad'), only)).toMatchObject(refused('signature', 'not by bad'))
    expect(await ask(base('debian'), entries('bad', 'good'), only)).toMatchObject({ approved: true })
    expect(only).toHaveBeenCalledTimes(3)
    expect(await ask(base('debian'), entries('bad', 'worse'), only)).toMatchObject(refused('signature', 'bad', 'worse'))
  })

  test('alone approves every repository that it signs for', async () => {
    expect(await ask(base('any/where'), { bases: [{ signer: by('good') }] }, only)).toMatchObject({ approved: true })
    expect(await ask(base('any/where'), { bases: [{ signer: by('bad') }] }, only)).toMatchObject(refused('signature'))
  })

  test('is not asked when the base is too old, or listed by nothing', async () => {
    only.mockClear()
    await ask(base('debian', ago(2 * day)), { ...entries('good'), maximumAgeMilliseconds: day }, only)
    await ask(base('ubuntu'), entries('good'), only)
    expect(only).not.toHaveBeenCalled()
  })

  test('a signature that cannot be checked is no answer', async () => {
    const broken = () => Promise.reject(new Error('registry down'))
    await expect(ask(base('debian'), entries('k'), broken)).rejects.toThrow('registry down')
  })
})

describe('by age', () => {
  const within = (own?: number, all?: number): BasePolicy => ({
    bases: [{ repository: 'debian', maximumAgeMilliseconds: own }],
    maximumAgeMilliseconds: all,
  })

  test.each<[string, string, number | undefined, number | undefined]>([
    ['without a limit', ago(4000 * day), undefined, undefined],
    ['on its last day', ago(30 * day), 30 * day, undefined],
    ['under both limits', ago(5 * day), 30 * day, 7 * day],
    ['built on a machine whose clock is ahead', ago(-60_000), day, undefined],
  ])('%s it may be used', async (_, created, own, all) => {
    expect(await ask(base('debian', created), within(own, all))).toMatchObject({ approved: true })
  })

  test.each<[string, string | undefined, number | undefined, number | undefined, string]>([
    ['older than its entry allows', ago(31 * day), 30 * day, 90 * day, '31 days ago, 30 days are allowed'],
    ['older than the policy allows', ago(8 * day), 30 * day, 7 * day, '8 days ago, 7 days are allowed'],
    ['hours count where the limit is short', ago(day / 2), day / 4, undefined, '12 hours ago, 6 hours'],
    ['of no age', undefined, 30 * day, undefined, 'does not say when it was built'],
    ['from the future', ago(-day), 30 * day, undefined, 'in the future, at 2026-07-01'],
    ['of a time that is none', 'yesterday', 30 * day, undefined, 'yesterday'],
  ])('%s: it may not', async (_, created, own, all, why) => {
    expect(await ask(base('debian', created), within(own, all))).toMatchObject(refused('age', why))
  })

  const createdIn = (config?: string, annotation?: string) => {
    const annotations = annotation === undefined ? {} : { 'org.opencontainers.image.created': annotation }
    return createdOf({ config: { created: config } as ImageConfig, manifest: { annotations } as unknown as Manifest })
  }
  test.each([
    ['2026-06-01T00:00:00Z', undefined, '2026-06-01T00:00:00Z'],
    ['2026-06-01T00:00:00Z', '2026-06-02T00:00:00Z', '2026-06-01T00:00:00Z'],
    ['1970-01-01T00:00:00Z', '2026-06-02T00:00:00Z', '2026-06-02T00:00:00Z'],
    ['1970-01-01T00:00:00Z', undefined, undefined],
    ['1980-01-01T00:00:01Z', undefined, undefined],
    ['0001-01-01T00:00:00Z', 'soon', undefined],
    [undefined, undefined, undefined],
  ])('a config of %s with the annotation %s was created at %s', (config, annotation, created) => {
    expect(createdIn(config, annotation)).toBe(created)
  })
})

describe('revoked', () => {
  const policy = (revoked: BasePolicy['revoked']): BasePolicy => ({
    bases: [{ repository: 'debian', digest, signer: by('good') }],
    revoked,
  })
  const reason = 'CVE-2026-0001 in openssl'

  test.each([
    ['its index', digest],
    ['its manifest', manifestDigest],
  ])('a base is refused by %s, whatever approves it, and the replacement is named', async (_, which) => {
    const decision = await ask(base('debian'), policy([{ digest: which, reason, replacement: 'debian:12.9' }]))
    expect(decision).toMatchObject(refused('revoked', digest, 'is revoked: CVE-2026-0001 in openssl'))
    expect(decision).toMatchObject({ advice: 'Build on debian:12.9 instead' })
  })

  test('without a replacement the advice says whom to ask; another digest is none of it', async () => {
    expect(await ask(base('debian'), policy([{ digest, reason }]))).toMatchObject({
      advice: expect.stringContaining('whoever keeps the policy'),
    })
    expect(await ask(base('debian'), policy([{ digest: digestOf('other'), reason }]))).toMatchObject({ approved: true })
  })
})
