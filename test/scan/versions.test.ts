import { describe, expect, it } from '@jest/globals'
import { compareApkVersions, compareDpkgVersions } from '../../src/scan/index.js'
import { orderOf } from '../../src/scan/versions/index.js'
import fc from '../property.js'

type Row = readonly [left: string, relation: '<' | '=' | '>', right: string]

const dpkg: readonly Row[] = [
  ['1.0', '=', '1.0'],
  ['1.0', '<', '1.1'],
  ['1.9', '<', '1.10'],
  ['1.0-1', '<', '1.0-2'],
  ['1.0-9', '<', '1.0-10'],
  ['1.0', '=', '1.0-0'],
  ['1.0', '<', '1.0-0.1'],
  ['1.0', '<', '1.0-1'],
  ['0:1.0', '=', '1.0'],
  ['1:1.0', '>', '2.0'],
  ['1:0.1', '>', '99.9-9'],
  ['9:1', '<', '10:0'],
  ['1.0~rc1', '<', '1.0'],
  ['1.0~rc1', '<', '1.0~rc2'],
  ['1.0~~', '<', '1.0~'],
  ['1.0~~a', '<', '1.0~'],
  ['1.0~', '<', '1.0'],
  ['1.0', '<', '1.0a'],
  ['1.0a', '<', '1.0b'],
  ['1.0a', '<', '1.0+'],
  ['1.0Z', '<', '1.0a'],
  ['1.0z', '<', '1.0.1'],
  ['1.0+b1', '>', '1.0'],
  ['1.0-1+b1', '>', '1.0-1'],
  ['1.0-1+b1', '<', '1.0-1+deb12u1'],
  ['1.0-1~bpo12+1', '<', '1.0-1'],
  ['1.001', '=', '1.1'],
  ['1.0001a', '=', '1.1a'],
  ['1.00000000000000000000000000000001', '=', '1.1'],
  ['1.99999999999999999999', '<', '1.100000000000000000000'],
  ['2.36-9+deb12u4', '<', '2.36-9+deb12u7'],
  ['3.0.11-1~deb12u2', '<', '3.0.13-1~deb12u1'],
  ['1:1.2.13.dfsg-1', '<', '1:1.3.dfsg-1'],
  ['7.88.1-10+deb12u5', '<', '7.88.1-10+deb12u6'],
  ['5.36.0-7+deb12u1', '>', '5.36.0-7'],
  ['2022.07-1', '<', '2022.10-1'],
  ['1.2-3-4', '>', '1.2-3-3'],
  ['1.2-a-1', '>', '1.2-1'],
  ['0', '<', '0.0.1'],
  ['0~', '<', '0'],
  ['1a', '>', '1'],
  ['1.a', '>', '1.0'],
  ['a', '>', '1'],
  ['1.0.', '>', '1.0'],
  ['20230311', '<', '20230311+deb12u1'],
]

const apk: readonly Row[] = [
  ['1.0', '=', '1.0'],
  ['1.0', '<', '1.1'],
  ['1.9', '<', '1.10'],
  ['1.0-r0', '<', '1.0-r1'],
  ['1.0-r9', '<', '1.0-r10'],
  ['1.0', '<', '1.0-r0'],
  ['1.0', '<', '1.0.0'],
  ['1.0a', '>', '1.0'],
  ['1.0a', '<', '1.0b'],
  ['1.0a', '<', '1.0.1'],
  ['1.0_alpha', '<', '1.0'],
  ['1.0_alpha', '<', '1.0_beta'],
  ['1.0_beta', '<', '1.0_pre'],
  ['1.0_pre', '<', '1.0_rc'],
  ['1.0_rc1', '<', '1.0_rc2'],
  ['1.0_rc9', '<', '1.0_rc10'],
  ['1.0_rc', '<', '1.0_rc1'],
  ['1.0_rc1', '<', '1.0'],
  ['1.0_p1', '>', '1.0'],
  ['1.0_cvs', '<', '1.0_svn'],
  ['1.0_svn', '<', '1.0_git'],
  ['1.0_git', '<', '1.0_hg'],
  ['1.0_hg', '<', '1.0_p'],
  ['1.0_git20240101-r0', '<', '1.0_git20240202-r0'],
  ['1.0_alpha_p1', '>', '1.0_alpha'],
  ['1.0_rc1-r3', '<', '1.0-r0'],
  ['1.05', '<', '1.1'],
  ['1.05', '<', '1.5'],
  ['1.010', '<', '1.02'],
  ['01.2', '=', '1.2'],
  ['1.2~abc', '>', '1.2'],
  ['1.2~abc', '<', '1.2~abd'],
  ['1.2~abc-r0', '<', '1.2~abc-r1'],
  ['3.1.4-r5', '<', '3.1.5-r0'],
  ['1.36.1-r29', '>', '1.36.1-r15'],
  ['9.9p1', '>', '9.9'],
  ['20240226-r0', '>', '20230506-r0'],
  ['1.99999999999999999999', '<', '1.100000000000000000000'],
]

const semver: readonly Row[] = [
  ['1.2.3', '=', 'v1.2.3'],
  ['1.2.3-alpha', '<', '1.2.3'],
  ['1.2.3-alpha.9', '<', '1.2.3-alpha.10'],
  ['1.2.3+build.1', '=', '1.2.3+build.2'],
  ['4.17.20', '<', '4.17.21'],
]

const signs = { '<': -1, '=': 0, '>': 1 } as const
const version = fc.string({ unit: fc.constantFrom(...'0123456789abz.~+-:_r'), minLength: 0, maxLength: 12 })

describe.each([
  ['dpkg', compareDpkgVersions, dpkg],
  ['apk', compareApkVersions, apk],
  ['semver', orderOf('npm') as (left: string, right: string) => number, semver],
] as const)('%s', (_, compare, table) => {
  it.each(table)('%s %s %s', (left, relation, right) => {
    // `+ 0` so that -0 is 0.
    expect(Math.sign(compare(left, right)) + 0).toBe(signs[relation])
    expect(Math.sign(compare(right, left)) + 0).toBe(-signs[relation] + 0)
  })
})

describe.each([
  ['dpkg', compareDpkgVersions],
  ['apk', compareApkVersions],
])('the order of %s', (_, compare) => {
  it('is total: antisymmetric for any two texts', () => {
    fc.assert(fc.property(version, version, (a, b) => Math.sign(compare(a, b)) + Math.sign(compare(b, a)) === 0))
  })
})

it('dpkg is transitive for any three texts', () => {
  fc.assert(
    fc.property(version, version, version, (a, b, c) => {
      const [low = '', middle = '', high = ''] = [a, b, c].sort(compareDpkgVersions)
      return compareDpkgVersions(low, middle) <= 0 && compareDpkgVersions(low, high) <= 0
    }),
  )
})

it('knows no order where an ecosystem is unknown, and none for what is no version', () => {
  expect(orderOf('PyPI')).toBeUndefined()
  expect(orderOf('constructor')).toBeUndefined()
  expect(orderOf('Debian:12')).toBe(compareDpkgVersions)
  expect(orderOf('npm')?.('latest', '1.0.0')).toBeUndefined()
})

it('compares versions of a million characters without delay', () => {
  const long = '1.'.repeat(500_000)
  const started = performance.now()
  expect(compareDpkgVersions(long, `${long}1`)).toBeLessThan(0)
  expect(compareApkVersions(`${long}1`, `${long}2`)).toBeLessThan(0)
  expect(performance.now() - started).toBeLessThan(5_000)
})
