import type { Finding } from '../finding.js'

/** One entry of the report file: a finding with kebab-case keys, `null` where there is no value. */
export type ReportEntry = Readonly<Record<string, string | number | null | readonly string[]>>

/** The report file: a JSON array, worst finding first. */
export function toReport(findings: readonly Finding[]): ReportEntry[] {
  return findings.map((finding) => ({
    id: finding.id,
    aliases: finding.aliases,
    package: finding.package,
    source: finding.source ?? finding.package,
    version: finding.version,
    'fixed-version': finding.fixedVersion,
    severity: finding.severity,
    score: finding.score ?? null,
    layer: finding.layer,
    origin: finding.origin,
    purl: finding.purl,
    path: finding.path,
    title: finding.title ?? null,
  }))
}
