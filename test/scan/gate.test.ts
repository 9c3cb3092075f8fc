import { describe, expect, it } from '@jest/globals'
import {
  type Exception,
  type GatePolicy,
  type GateThreshold,
  gate,
  parseException,
  type Severity,
  severities,
  strictest,
  thresholds,
} from '../../src/scan/index.js'
import fc from '../property.js'
import { aFinding } from './fixture.js'

const now = new Date('2026-11-21T12:00:00Z')
const policy = (extras: Partial<GatePolicy> = {}): GatePolicy => ({
  severity: 'high',
  fixableOnly: false,
  exceptions: [],
  ...extras,
})
const exception = (extras: Partial<Exception> = {}): Exception => ({
  id: 'CVE-1',
  reason: 'not reachable',
  until: '2027-06-30',
  ...extras,
})

describe('the gate', () => {
  it('passes when there is nothing', () => {
    expect(gate([], policy(), now)).toMatchObject({ verdict: 'pass', refused: [], tolerated: [], warnings: [] })
  })

  it.each<[Severity, string]>([
    ['critical', 'fail'],
    ['high', 'fail'],
    ['medium', 'pass'],
    ['low', 'pass'],
    ['unknown', 'pass'],
  ])('set to high, answers %s with %s', (severity, verdict) => {
    expect(gate([aFinding('CVE-1', { severity })], policy(), now).verdict).toBe(verdict)
  })

  it('lists what nobody has rated, and refuses it when set to low', () => {
    const unrated = aFinding('CVE-1', { severity: 'unknown' })
    const decision = gate([unrated], policy(), now)
    expect(decision.unrated).toEqual([unrated])
    expect(decision.warnings).toEqual(['Nobody has rated CVE-1 (zlib1g): they count as low here'])
    expect(gate([unrated], policy({ severity: 'low' }), now).verdict).toBe('fail')
  })

  it('lets unfixed findings pass only when it is told to', () => {
    const unfixed = aFinding('CVE-1', { fixedVersion: null })
    expect(gate([unfixed], policy(), now).verdict).toBe('fail')
    expect(gate([unfixed], policy({ fixableOnly: true }), now)).toMatchObject({ verdict: 'pass', tolerated: [unfixed] })
    expect(gate([aFinding('CVE-1')], policy({ fixableOnly: true }), now).verdict).toBe('fail')
  })
})

describe('exceptions', () => {
  const finding = aFinding('CVE-1', { aliases: ['GHSA-1'] })
  const decide = (...exceptions: Exception[]) => gate([finding], policy({ exceptions }), now)

  it.each([
    ['its id', {}],
    ['an alias', { id: 'GHSA-1' }],
    ['the package', { package: 'zlib1g' }],
    ['the source package', { package: 'zlib' }],
  ])('cover a finding by %s', (_, extras) => {
    const granted = exception(extras)
    expect(decide(granted)).toMatchObject({
      verdict: 'pass',
      excepted: [{ finding, exception: granted }],
      warnings: [],
    })
  })

  it.each([
    ['another id', { id: 'CVE-10' }, 'The exception for CVE-10 matches nothing: remove it'],
    ['another package', { package: 'zlib2' }, 'The exception for CVE-1 in zlib2 matches nothing: remove it'],
  ])('do not cover %s', (_, extras, warning) => {
    expect(decide(exception(extras))).toMatchObject({ verdict: 'fail', warnings: [warning] })
  })

  it('apply through their last day in UTC, and not a moment longer', () => {
    const lastDay = policy({ exceptions: [exception({ until: '2026-11-21' })] })
    expect(gate([finding], lastDay, new Date('2026-11-21T23:59:59.999Z')).verdict).toBe('pass')
    expect(gate([finding], lastDay, new Date('2026-11-22T00:00:00Z')).verdict).toBe('fail')
  })

  it('are named with their date when they have expired', () => {
    const expired = exception({ until: '2026-11-20' })
    expect(decide(expired)).toMatchObject({
      verdict: 'fail',
      refused: [{ finding, expired: [expired] }],
      warnings: ['The exception for CVE-1 expired on 2026-11-20 and does not apply'],
    })
  })

  it('apply when one of several still does', () => {
    expect(decide(exception({ until: '2026-01-01' }), exception()).verdict).toBe('pass')
  })

  it.each([
    ['2026-11-21', true],
    ['2026-11-27', true],
    ['2026-11-28', false],
    ['2026-11-29', false],
  ])('that end on %s are announced: %s', (until, isAnnounced) => {
    const { warnings } = decide(exception({ until }))
    expect(warnings).toEqual(isAnnounced ? [`The exception for CVE-1 ends on ${until}`] : [])
  })

  it.each([
    ['CVE-1=2026-12-31:why', { id: 'CVE-1', until: '2026-12-31', reason: 'why' }],
    ['CVE-1@zlib1g=2026-12-31: why: so', { id: 'CVE-1', package: 'zlib1g', until: '2026-12-31', reason: 'why: so' }],
    ['GHSA-1@@acme/x=2026-12-31:a=b', { id: 'GHSA-1', package: '@acme/x', until: '2026-12-31', reason: 'a=b' }],
  ])('are read from %s', (text, expected) => {
    expect(parseException(text)).toEqual(expected)
  })

  it.each([
    '',
    'CVE-1',
    'CVE-1=2026-12-31',
    'CVE-1=2026-12-31: ',
    'CVE-1=2026-02-30:why',
    'CVE-1=soon:why',
    '=2026-12-31:why',
    'CVE-1@=2026-12-31:why',
    'CVE-1=2026-13-01:why',
  ])('are refused when written %j', (text) => {
    expect(() => parseException(text)).toThrow(expect.objectContaining({ reason: 'invalid-input' }))
  })
})

describe('the stricter of two gates', () => {
  const threshold = fc.record({ severity: fc.constantFrom(...thresholds), fixableOnly: fc.boolean() })
  const finding = fc.record({ severity: fc.constantFrom(...severities), fixedVersion: fc.constantFrom('2', null) })

  it('takes the lower severity and the wider scope', () => {
    const team: GateThreshold = { severity: 'critical', fixableOnly: true }
    expect(strictest(team, { severity: 'high', fixableOnly: true })).toEqual({ severity: 'high', fixableOnly: true })
    expect(strictest(team, { severity: 'critical', fixableOnly: false })).toEqual({
      severity: 'critical',
      fixableOnly: false,
    })
    expect(strictest({ severity: 'low', fixableOnly: false }, team)).toEqual({ severity: 'low', fixableOnly: false })
  })

  it('refuses everything that one of them refuses, whichever comes first', () => {
    fc.assert(
      fc.property(threshold, threshold, fc.array(finding, { maxLength: 5 }), (a, b, shapes) => {
        const findings = shapes.map((shape, i) => aFinding(`CVE-${i}`, shape))
        const refusedBy = (limits: GateThreshold) =>
          gate(findings, { ...limits, exceptions: [] }, now).refused.map((refusal) => refusal.finding)
        const refused = new Set(refusedBy(strictest(a, b)))
        expect(strictest(a, b)).toEqual(strictest(b, a))
        return [...refusedBy(a), ...refusedBy(b)].every((one) => refused.has(one))
      }),
    )
  })
})
