import { shortDigest } from '../../oci/digest.js'
import { nameException } from '../exceptions.js'
import { countBySeverity, type Finding, severities } from '../finding.js'
import { describeThreshold, type GateDecision, type Refusal } from '../gate.js'
import type { Scan } from '../osv-scanner.js'
import { nextMove } from './advice.js'

const namedInSentence = 3
const rowsInTable = 20

/** One sentence or a few: what the gate decided and, when it refused, what to do about the worst findings. */
export function explainDecision(decision: GateDecision, image: string, packages: number): string {
  const threshold = describeThreshold(decision.policy)
  const { refused, excepted } = decision
  if (decision.verdict === 'pass') {
    const found = decision.tolerated.length + excepted.length
    const rest = found === 0 ? 'no findings' : `${plural(found, 'finding')} below it or excepted`
    return `The gate (${threshold}) lets ${image} pass: ${rest} in ${plural(packages, 'package')}`
  }
  const worst = refused.slice(0, namedInSentence).map(explainRefusal)
  const more = refused.length > worst.length ? `; and ${refused.length - worst.length} more` : ''
  return `The gate (${threshold}) refuses ${image} for ${plural(refused.length, 'finding')}: ${worst.join('; ')}${more}`
}

function explainRefusal({ finding, expired }: Refusal): string {
  const { id, severity, version, fixedVersion, origin, layer } = finding
  const fix = fixedVersion === null ? 'not fixed yet' : `fixed in ${fixedVersion}`
  const where = `from ${origin} layer ${shortDigest(layer)}`
  const ended = expired.map(
    (exception) => `; its exception for ${nameException(exception)} expired on ${exception.until}`,
  )
  return `${id} (${severity}) in ${finding.package} ${version}, ${fix}, ${where}: ${nextMove(finding)}${ended.join('')}`
}

/** Markdown for the job summary: the verdict, the counts, the worst findings and what can be done about them. */
export function toSummary(scan: Scan, decision: GateDecision, image: string): string {
  const counts = countBySeverity(scan.findings)
  const fixable = scan.findings.filter((finding) => finding.fixedVersion !== null).length
  const verdict = decision.verdict === 'pass' ? 'passed' : 'refused'
  const { database } = scan
  return [
    `### Scan: the gate ${verdict} ${plain(image)}`,
    '',
    `Gate: ${describeThreshold(decision.policy)}. ${plural(scan.packages.length, 'package')}, ${plural(scan.findings.length, 'finding')}, ${fixable} of them fixable.`,
    '',
    `| ${severities.join(' | ')} |`,
    `|${severities.map(() => '--:|').join('')}`,
    `| ${severities.map((severity) => counts[severity]).join(' | ')} |`,
    ...findingsTable(scan.findings, decision),
    ...listed('Warnings', [...scan.warnings, ...decision.warnings]),
    '',
    `Advisories: ${database.advisories} from ${database.uri}, as of ${database.updatedAt}.`,
    '',
  ].join('\n')
}

function findingsTable(findings: readonly Finding[], decision: GateDecision): string[] {
  if (findings.length === 0) return []
  const refused = new Set(decision.refused.map(({ finding }) => finding))
  const excepted = new Map(decision.excepted.map(({ finding, exception }) => [finding, exception]))
  const standing = (finding: Finding) => {
    const exception = excepted.get(finding)
    if (exception !== undefined) return `excepted until ${exception.until}`
    return refused.has(finding) ? '**refused**' : 'below the gate'
  }
  const ordered = [...findings].sort((a, b) => Number(refused.has(b)) - Number(refused.has(a)))
  const rows = ordered.slice(0, rowsInTable).map((finding) => {
    const cells = [
      finding.id,
      finding.severity,
      `${finding.package} ${finding.version}`,
      finding.fixedVersion ?? 'none yet',
      `${finding.origin} (${shortDigest(finding.layer)})`,
      nextMove(finding),
    ]
    return `| ${[...cells.map(plain), standing(finding)].join(' | ')} |`
  })
  const more = findings.length > rows.length ? ['', `and ${findings.length - rows.length} more in the report.`] : []
  return [
    '',
    '| finding | severity | package | fixed in | layer | next | gate |',
    '|---|---|---|---|---|---|---|',
    ...rows,
    ...more,
  ]
}

function listed(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', `**${title}**`, '', ...lines.map((line) => `- ${plain(line)}`)]
}

/** Names come from files in the image: they must not become markup. */
function plain(text: string): string {
  return text.replace(/[\r\n]+/g, ' ').replace(/[\\`*_[\]<>|]/g, (character) => `\\${character}`)
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
