import type { Database } from '../advisories/advisory.js'
import type { Finding } from '../finding.js'

export interface VulnsOptions {
  /** Of Ingot. */
  readonly version: string
  readonly database: Database
  readonly startedAt: Date
  readonly finishedAt: Date
}

/**
 * The scan as the predicate `https://in-toto.io/attestation/vulns/v0.2`. An empty result says that nothing was found.
 *
 * @see https://github.com/in-toto/attestation/blob/v1.1.2/spec/predicates/vulns_02.md
 */
export function toVulnsPredicate(findings: readonly Finding[], options: VulnsOptions): object {
  const { database } = options
  return {
    scanner: {
      uri: 'pkg:github/ingot/ingot#scan/osv',
      version: options.version,
      db: {
        uri: database.uri,
        ...(database.version !== undefined && { version: database.version }),
        lastUpdate: database.updatedAt,
      },
      result: findings.map((finding) => ({
        id: finding.id,
        severity: [
          { method: 'ingot', score: finding.severity },
          ...(finding.score === undefined ? [] : [{ method: 'cvss_score', score: finding.score.toFixed(1) }]),
        ],
        annotations: annotationsOf(finding),
      })),
    },
    metadata: {
      scanStartedOn: options.startedAt.toISOString(),
      scanFinishedOn: options.finishedAt.toISOString(),
    },
  }
}

function annotationsOf(finding: Finding): Record<string, string>[] {
  return [
    { package: finding.package },
    { version: finding.version },
    ...(finding.fixedVersion === null ? [] : [{ 'fixed-version': finding.fixedVersion }]),
    { purl: finding.purl },
    { layer: finding.layer },
    { origin: finding.origin },
  ]
}
