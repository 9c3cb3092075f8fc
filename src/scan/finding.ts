import type { Digest } from '../oci/digest.js'

/** `unknown` says that nobody rated it, not that it is harmless. */
export type Severity = 'critical' | 'high' | 'medium' | 'low' | 'unknown'
/** What a gate can be set to. */
export type Threshold = Exclude<Severity, 'unknown'>

/** Worst first. */
export const severities: readonly Severity[] = ['critical', 'high', 'medium', 'low', 'unknown']
export const thresholds: readonly Threshold[] = ['critical', 'high', 'medium', 'low']

/** Whether a layer came with the base image or was added on top of it. */
export type Origin = 'base' | 'application'

/** One package that is installed in an image. */
export interface Package {
  /** OSV's ecosystem, with the release where there is one: `Debian:12`, `Alpine:v3.20`, `npm`. */
  readonly ecosystem: string
  readonly name: string
  readonly version: string
  readonly architecture?: string
  /** What advisories name: Debian's source package, Alpine's origin; the package itself elsewhere. */
  readonly source: { readonly name: string; readonly version: string }
  readonly license?: string
  readonly purl: string
  /** The file in the image that says that it is installed, without leading slash. */
  readonly path: string
  /** Digest of the layer that brought this version. */
  readonly layer: Digest
  readonly origin: Origin
  /** False for what never came from the ecosystem's registry (an application's own private manifest): listed, not matched. */
  readonly matched: boolean
}

/** One known vulnerability in one installed package, whatever engine found it. */
export interface Finding {
  /** The CVE where there is one, else the GHSA, else the smallest of the advisories' ids. */
  readonly id: string
  /** The other names of the same vulnerability, sorted. */
  readonly aliases: readonly string[]
  readonly package: string
  /** Source or origin package when it is called differently: exceptions may name either. */
  readonly source?: string
  readonly version: string
  /** The version to move to, or null when there is none yet. */
  readonly fixedVersion: string | null
  readonly severity: Severity
  /** CVSS base score, 0 to 10, when a vector was given. */
  readonly score?: number
  readonly layer: Digest
  readonly origin: Origin
  readonly purl: string
  /** Where in the image, without leading slash. */
  readonly path: string
  readonly title?: string
}

export type Counts = Readonly<Record<Severity, number>>

export function countBySeverity(findings: readonly Finding[]): Counts {
  const counts = { critical: 0, high: 0, medium: 0, low: 0, unknown: 0 }
  for (const finding of findings) counts[finding.severity] += 1
  return counts
}

/** Worst first, then what can be fixed, then by name: the order of every report. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    (b.score ?? 0) - (a.score ?? 0) ||
    Number(a.fixedVersion === null) - Number(b.fixedVersion === null) ||
    compare(a.package, b.package) ||
    compare(a.id, b.id) ||
    compare(a.path, b.path)
  )
}

/** True when `severity` is at least `threshold`; `unknown` counts as `low`. */
export function reaches(severity: Severity, threshold: Threshold): boolean {
  const rank = severities.indexOf(severity === 'unknown' ? 'low' : severity)
  return rank <= severities.indexOf(threshold)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
