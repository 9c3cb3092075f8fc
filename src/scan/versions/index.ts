import semver from 'semver'
import { compareApkVersions } from './apk.js'
import { compareDpkgVersions } from './dpkg.js'

export { compareApkVersions } from './apk.js'
export { compareDpkgVersions } from './dpkg.js'

/** Negative when `left` is earlier, zero when equal, positive when later; undefined when one of them is no version. */
export type CompareVersions = (left: string, right: string) => number | undefined

/** How each family of ecosystems orders its versions. A release behind a colon (`Debian:12`) does not matter here. */
const orders: Readonly<Record<string, CompareVersions>> = {
  Debian: compareDpkgVersions,
  Ubuntu: compareDpkgVersions,
  Alpine: compareApkVersions,
  Wolfi: compareApkVersions,
  Chainguard: compareApkVersions,
  npm: compareSemver,
}

/** The order of an OSV ecosystem's versions, or undefined when this engine does not know the ecosystem. */
export function orderOf(ecosystem: string): CompareVersions | undefined {
  const family = familyOf(ecosystem)
  return Object.hasOwn(orders, family) ? orders[family] : undefined
}

/** `Debian` of `Debian:12`. */
export function familyOf(ecosystem: string): string {
  const colon = ecosystem.indexOf(':')
  return colon < 0 ? ecosystem : ecosystem.slice(0, colon)
}

/** @see https://semver.org/spec/v2.0.0.html#spec-item-11 */
function compareSemver(left: string, right: string): number | undefined {
  const a = semver.parse(left, { loose: true })
  const b = semver.parse(right, { loose: true })
  return a === null || b === null ? undefined : a.compare(b)
}
