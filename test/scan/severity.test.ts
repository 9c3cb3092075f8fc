import { describe, expect, it } from '@jest/globals'
import type { Advisory, Affected } from '../../src/scan/advisories/advisory.js'
import { cvss3BaseScore, severityOfScore } from '../../src/scan/cvss.js'
import { rate } from '../../src/scan/rating.js'

describe('CVSS 3 base score', () => {
  // Published scores of well-known vulnerabilities (NVD).
  it.each([
    ['CVE-2021-44228', 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H', 10],
    ['CVE-2014-0160', 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N', 7.5],
    ['CVE-2019-5736', 'CVSS:3.1/AV:L/AC:L/PR:N/UI:R/S:C/C:H/I:H/A:H', 8.6],
    ['CVE-2021-3156', 'CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H', 7.8],
    ['CVE-2022-0778', 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H', 7.5],
    ['CVE-2021-23337', 'CVSS:3.1/AV:N/AC:L/PR:H/UI:N/S:U/C:H/I:H/A:H', 7.2],
    ['CVE-2015-8252', 'CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', 9.8],
    ['reflected XSS', 'CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N', 6.1],
    ['changed scope, low privileges', 'CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:C/C:L/I:L/A:N', 6.4],
    ['physical', 'CVSS:3.1/AV:P/AC:H/PR:H/UI:R/S:U/C:L/I:N/A:N', 1.6],
    ['no impact', 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N', 0],
    ['with temporal metrics', 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/E:P/RL:O', 9.8],
  ])('%s', (_, vector, score) => {
    expect(cvss3BaseScore(vector)).toBe(score)
  })

  it.each([
    '',
    'high',
    'CVSS:3.1/',
    'CVSS:3.1/AV:N',
    'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N',
    'CVSS:3.1/AV:X/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
    'CVSS:3.1/AV:constructor/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
  ])('is not made up for %j', (vector) => {
    expect(cvss3BaseScore(vector)).toBeUndefined()
  })

  it.each([
    [10, 'critical'],
    [9, 'critical'],
    [8.9, 'high'],
    [7, 'high'],
    [6.9, 'medium'],
    [4, 'medium'],
    [3.9, 'low'],
    [0, 'low'],
  ])('%d is %s', (score, severity) => {
    expect(severityOfScore(score)).toBe(severity)
  })
})

describe('the rating of an advisory', () => {
  const advisory = (extras: Partial<Advisory>): Advisory => ({ id: 'X-1', modified: '2026-01-01T00:00:00Z', ...extras })
  const medium = [{ type: 'CVSS_V3', score: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N' }]
  const v4 = [{ type: 'CVSS_V4', score: 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N' }]

  it.each<[string, Partial<Advisory>, Affected, object]>([
    ['the score', { severity: medium }, {}, { severity: 'medium', score: 6.1 }],
    [
      'the higher word',
      { severity: medium, database_specific: { severity: 'HIGH' } },
      {},
      { severity: 'high', score: 6.1 },
    ],
    [
      'the higher score',
      { severity: medium, database_specific: { severity: 'LOW' } },
      {},
      { severity: 'medium', score: 6.1 },
    ],
    ['MODERATE as medium', { database_specific: { severity: 'MODERATE' } }, {}, { severity: 'medium' }],
    [
      'the word beside a v4 vector',
      { severity: v4, database_specific: { severity: 'CRITICAL' } },
      {},
      { severity: 'critical' },
    ],
    ['unknown for a lone v4 vector', { severity: v4 }, {}, { severity: 'unknown' }],
    ['the package-level score', {}, { severity: medium }, { severity: 'medium', score: 6.1 }],
    ["Debian's urgency when alone", {}, { ecosystem_specific: { urgency: 'unimportant' } }, { severity: 'low' }],
    [
      "not Debian's urgency beside a score",
      { severity: medium },
      { ecosystem_specific: { urgency: 'high' } },
      { severity: 'medium', score: 6.1 },
    ],
    ["Ubuntu's priority", { severity: [{ type: 'Ubuntu', score: 'negligible' }] }, {}, { severity: 'low' }],
    [
      'unknown for an unset urgency',
      {},
      { ecosystem_specific: { urgency: 'not yet assigned' } },
      { severity: 'unknown' },
    ],
    ['unknown for nothing', {}, {}, { severity: 'unknown' }],
    [
      'unknown for foreign values',
      { database_specific: { severity: 9 } },
      { database_specific: { severity: ['HIGH'] } },
      { severity: 'unknown' },
    ],
  ])('is %s', (_, extras, affected, expected) => {
    expect(rate(advisory(extras), affected)).toEqual(expected)
  })
})
