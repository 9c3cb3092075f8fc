import { createHash } from 'node:crypto'
import type { Log, ReportingDescriptor, Result, Suppression } from 'sarif'
import { type Finding, type Severity, severities } from '../finding.js'
import type { GateDecision } from '../gate.js'
import { nextMove } from './advice.js'

export interface SarifOptions {
  /** `repository@digest` */
  readonly image: string
  /** Of Ingot. */
  readonly version: string
  /** Findings under an exception are written as suppressed, with its reason. */
  readonly decision?: GateDecision
}

const levels = { critical: 'error', high: 'error', medium: 'warning', low: 'note', unknown: 'note' } as const

/** Code scanning sorts by a score; a finding without one takes the middle of its severity's band. */
const middles: Readonly<Record<Severity, number>> = { critical: 9.5, high: 8, medium: 5.5, low: 2, unknown: 2 }

/**
 * The findings as SARIF, one rule for each vulnerability. The same findings give the same bytes.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/sarif-v2.1.0-errata01-os-complete.html
 */
export function toSarif(findings: readonly Finding[], options: SarifOptions): Log {
  const groups = groupById(findings)
  const positions = new Map([...groups.keys()].map((id, position) => [id, position]))
  const rules = [...groups.values()].map(ruleOf)
  const suppressions = suppressionsOf(options.decision)
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Ingot', semanticVersion: options.version, rules } },
        automationDetails: { id: 'ingot/scan/' },
        columnKind: 'utf16CodeUnits',
        properties: { image: options.image },
        results: findings.map((finding) => ({
          ...resultOf(finding, options.image),
          ruleIndex: positions.get(finding.id) ?? -1,
          ...(suppressions !== undefined && { suppressions: suppressions.get(finding) ?? [] }),
        })),
      },
    ],
  }
}

function groupById(findings: readonly Finding[]): Map<string, [Finding, ...Finding[]]> {
  const groups = new Map<string, [Finding, ...Finding[]]>()
  for (const finding of findings) {
    const group = groups.get(finding.id)
    if (group === undefined) groups.set(finding.id, [finding])
    else group.push(finding)
  }
  return groups
}

function ruleOf(group: readonly [Finding, ...Finding[]]): ReportingDescriptor {
  const worst = group.reduce((a, b) => (severities.indexOf(b.severity) < severities.indexOf(a.severity) ? b : a))
  const names = worst.aliases.length === 0 ? '' : ` Also known as ${worst.aliases.join(', ')}.`
  const title = worst.title ?? `${worst.id} in ${worst.package}`
  const move = `Next: ${nextMove(worst)}.`
  const score = worst.score ?? middles[worst.severity]
  return {
    id: worst.id,
    name: 'KnownVulnerability',
    shortDescription: { text: title },
    fullDescription: { text: `${title}.${names}` },
    helpUri: addressOf(worst.id),
    help: {
      text: `${title}.${names} ${move} ${addressOf(worst.id)}`,
      markdown: `**${worst.id}**: ${title}.${names}\n\n${move}\n\n[The advisory](${addressOf(worst.id)})`,
    },
    defaultConfiguration: { level: levels[worst.severity] },
    properties: {
      'security-severity': score.toFixed(1),
      precision: 'high',
      tags: ['security', 'vulnerability', worst.severity],
    },
  }
}

function resultOf(finding: Finding, image: string): Result {
  const fix = finding.fixedVersion === null ? 'has no fix yet' : `is fixed in ${finding.fixedVersion}`
  const where = `${finding.origin} layer ${finding.layer}`
  const text = `${finding.package} ${finding.version}: ${finding.id} (${finding.severity}) ${fix}; it came with ${where} of ${image}.`
  return {
    ruleId: finding.id,
    level: levels[finding.severity],
    message: { text },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: finding.path.split('/').map(encodeURIComponent).join('/') },
          region: { startLine: 1 },
        },
        logicalLocations: [{ name: finding.package, fullyQualifiedName: finding.purl, kind: 'package' }],
        message: { text: `Image path /${finding.path}` },
      },
    ],
    partialFingerprints: { 'ingotFinding/v1': fingerprint(finding) },
    properties: {
      package: finding.package,
      version: finding.version,
      fixedVersion: finding.fixedVersion,
      layer: finding.layer,
      origin: finding.origin,
    },
  }
}

/** The same for the same vulnerability in the same place, whatever the version or layer: an alert stays one alert. */
function fingerprint(finding: Finding): string {
  return createHash('sha256').update([finding.id, finding.package, finding.path].join('\n')).digest('hex')
}

function suppressionsOf(decision: GateDecision | undefined): Map<Finding, Suppression[]> | undefined {
  if (decision === undefined) return undefined
  return new Map(
    decision.excepted.map(({ finding, exception }) => [
      finding,
      [
        {
          kind: 'external' as const,
          status: 'accepted' as const,
          justification: `${exception.reason} (until ${exception.until})`,
        },
      ],
    ]),
  )
}

function addressOf(id: string): string {
  return `https://osv.dev/vulnerability/${encodeURIComponent(id)}`
}
