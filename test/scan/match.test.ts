import { describe, expect, it } from '@jest/globals'
import { type Advisory, matchAdvisories, type Package } from '../../src/scan/index.js'
import { aPackage } from './fixture.js'

type Events = NonNullable<NonNullable<Advisory['affected']>[number]['ranges']>[number]['events']

function advisory(id: string, events: Events, extras: Partial<Advisory> = {}, name = 'thing'): Advisory {
  return {
    id,
    modified: '2026-01-01T00:00:00Z',
    affected: [{ package: { ecosystem: 'npm', name }, ranges: [{ type: 'SEMVER', events }] }],
    ...extras,
  }
}

const match = (version: string, ...advisories: Advisory[]) => matchAdvisories([aPackage('thing', version)], advisories)
const idsOf = (version: string, ...advisories: Advisory[]) => match(version, ...advisories).map((finding) => finding.id)

describe('ranges', () => {
  const branches: Events = [{ introduced: '1.0.0' }, { fixed: '1.5.0' }, { introduced: '2.0.0' }, { fixed: '2.3.0' }]

  it.each([
    ['0.9.0', undefined],
    ['1.0.0', '1.5.0'],
    ['1.4.9', '1.5.0'],
    ['1.5.0', undefined],
    ['1.9.9', undefined],
    ['2.0.0', '2.3.0'],
    ['2.3.0', undefined],
    ['3.0.0', undefined],
  ])('%s is fixed in %s', (version, fixed) => {
    expect(match(version, advisory('A-1', branches))[0]?.fixedVersion).toBe(fixed)
  })

  it('reads events in the order of versions, however they are written', () => {
    const shuffled = [...branches].reverse()
    for (const version of ['0.9.0', '1.0.0', '1.5.0', '2.2.9', '2.3.0']) {
      expect(match(version, advisory('A-1', shuffled))).toEqual(match(version, advisory('A-1', branches)))
    }
  })

  it('takes last_affected as included, and knows no fix then', () => {
    const events: Events = [{ introduced: '0' }, { last_affected: '1.5.0' }]
    expect(match('1.5.0', advisory('A-1', events))[0]).toMatchObject({ fixedVersion: null })
    expect(idsOf('1.5.1', advisory('A-1', events))).toEqual([])
  })

  it('has introduced 0 before everything, pre-releases of 0.0.0 too', () => {
    expect(idsOf('0.0.0-0', advisory('A-1', [{ introduced: '0' }]))).toEqual(['A-1'])
  })

  it('stops at limits; before one of several is enough, and * is none', () => {
    const limited = (...limits: string[]) =>
      advisory('A-1', [{ introduced: '0' }, ...limits.map((limit) => ({ limit }))])
    expect(idsOf('1.0.0', limited('2.0.0'))).toEqual(['A-1'])
    expect(idsOf('2.0.0', limited('2.0.0'))).toEqual([])
    expect(idsOf('2.0.0', limited('2.0.0', '3.0.0'))).toEqual(['A-1'])
    expect(idsOf('9.0.0', limited('*'))).toEqual(['A-1'])
  })

  it('matches listed versions, and finds the fix in the ranges', () => {
    const listed = advisory('A-1', [])
    const affected = [
      {
        package: { ecosystem: 'npm', name: 'thing' },
        versions: ['1.0.0', '1.1.0'],
        ranges: [{ type: 'GIT' as const, events: [{ introduced: '0' }, { fixed: 'abcdef' }] }],
      },
    ]
    expect(match('1.1.0', { ...listed, affected })[0]).toMatchObject({ id: 'A-1', fixedVersion: null })
    expect(match('1.2.0', { ...listed, affected })).toEqual([])
  })

  it('compares with the source version of a distribution package', () => {
    const libc: Package = {
      ...aPackage('libc6', '2.36-9+b1'),
      ecosystem: 'Debian:12',
      source: { name: 'glibc', version: '2.36-9' },
    }
    const glibc = (ecosystem: string, fixed: string): Advisory => ({
      id: `CVE-${ecosystem}-${fixed}`,
      modified: '2026-01-01T00:00:00Z',
      affected: [
        {
          package: { ecosystem, name: 'glibc' },
          ranges: [{ type: 'ECOSYSTEM', events: [{ introduced: '0' }, { fixed }] }],
        },
      ],
    })
    const found = matchAdvisories(
      [libc],
      [glibc('Debian:12', '2.36-9'), glibc('Debian:12', '2.36-10'), glibc('Debian:11', '3'), glibc('Debian', '4')],
    )
    expect(found.map(({ id, package: name, source }) => [id, name, source])).toEqual([
      ['CVE-Debian-4', 'libc6', 'glibc'],
      ['CVE-Debian:12-2.36-10', 'libc6', 'glibc'],
    ])
  })

  it('refuses an advisory whose event is no version', () => {
    expect(() => match('1.0.0', advisory('A-1', [{ introduced: 'yesterday' }]))).toThrow(
      expect.objectContaining({ reason: 'unreadable', message: expect.stringContaining('A-1') }),
    )
  })
})

describe('which advisories count', () => {
  const open: Events = [{ introduced: '0' }]

  it('skips withdrawn ones, other packages and unknown ecosystems', () => {
    const foreign: Advisory = {
      id: 'PYSEC-1',
      modified: '2026-01-01T00:00:00Z',
      affected: [{ package: { ecosystem: 'PyPI', name: 'thing' }, versions: ['1.0.0'] }, { versions: ['1.0.0'] }],
    }
    const withdrawn = advisory('A-1', open, { withdrawn: '2026-02-01T00:00:00Z' })
    expect(idsOf('1.0.0', withdrawn, advisory('A-2', open, {}, 'other'), foreign, advisory('A-3', open))).toEqual([
      'A-3',
    ])
  })

  it('takes the newest text of an id', () => {
    const older = advisory('A-1', open)
    const newer = advisory('A-1', open, { modified: '2026-03-01T00:00:00Z', withdrawn: '2026-03-01T00:00:00Z' })
    expect(idsOf('1.0.0', newer, older)).toEqual([])
    expect(idsOf('1.0.0', older, newer)).toEqual([])
  })

  it('leaves out packages that are only listed', () => {
    const own = aPackage('thing', '1.0.0', { matched: false })
    expect(matchAdvisories([own], [advisory('A-1', open)])).toEqual([])
  })

  it('counts copies of a package in one layer once', () => {
    const copies = ['app/node_modules/thing', 'app/node_modules/a/node_modules/thing'].map((path) =>
      aPackage('thing', '1.0.0', { path }),
    )
    expect(matchAdvisories(copies, [advisory('A-1', open)])).toHaveLength(1)
  })
})

describe('merging', () => {
  const until = (fixed: string): Events => [{ introduced: '0' }, { fixed }]

  it('makes one finding of advisories that share a name, under the CVE, with the fix that fixes all', () => {
    const found = match(
      '1.0.0',
      advisory('GHSA-aaaa', until('1.1.0'), {
        aliases: ['CVE-2026-7'],
        database_specific: { severity: 'LOW' },
        summary: 'A flaw',
      }),
      advisory('MAL-7', until('1.2.0'), { aliases: ['CVE-2026-7'], database_specific: { severity: 'HIGH' } }),
      advisory('OTHER-8', until('2.0.0')),
    )
    expect(found).toMatchObject([
      { id: 'CVE-2026-7', aliases: ['GHSA-aaaa', 'MAL-7'], fixedVersion: '1.2.0', severity: 'high', title: 'A flaw' },
      { id: 'OTHER-8', aliases: [], fixedVersion: '2.0.0', severity: 'unknown' },
    ])
  })

  it('takes a single upstream for another name, several for a bundle', () => {
    const found = match(
      '1.0.0',
      advisory('DEBIAN-CVE-2026-1', until('2.0.0'), { upstream: ['CVE-2026-1'] }),
      advisory('DSA-1', until('2.0.0'), { upstream: ['CVE-2026-1', 'CVE-2026-2'] }),
    )
    expect(found.map(({ id, aliases }) => [id, aliases])).toEqual([
      ['CVE-2026-1', ['DEBIAN-CVE-2026-1']],
      ['DSA-1', []],
    ])
  })

  it('does not hang on cycles and long chains of names', () => {
    const length = 20_000
    const ring = Array.from({ length }, (_, i) =>
      advisory(`A-${i}`, until('2.0.0'), { aliases: [`A-${(i + 1) % length}`] }),
    )
    const found = match('1.0.0', ...ring)
    expect(found).toHaveLength(1)
    expect(found[0]?.aliases).toHaveLength(length - 1)
  })

  it('does not hang on 100,000 ranges and events', () => {
    const events: Events = Array.from({ length: 50_000 }, (_, i) => [
      { introduced: `1.${i}.0` },
      { fixed: `1.${i}.5` },
    ]).flat()
    const ranges = Array.from({ length: 100_000 }, (_, i) => ({
      type: 'SEMVER' as const,
      events: [{ introduced: `2.${i}.0` }, { fixed: `2.${i}.5` }],
    }))
    const affected = [
      { package: { ecosystem: 'npm', name: 'thing' }, ranges: [{ type: 'SEMVER' as const, events }, ...ranges] },
    ]
    const started = performance.now()
    expect(match('2.99999.1', { ...advisory('A-1', []), affected })[0]?.fixedVersion).toBe('2.99999.5')
    expect(performance.now() - started).toBeLessThan(15_000)
  })
})
