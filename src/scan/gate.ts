import { covers, dayMilliseconds, type Exception, nameException, remaining } from './exceptions.js'
import { type Finding, reaches, severities, type Threshold } from './finding.js'

/** What is refused: findings of at least this severity, all of them or only those that have a fix. */
export interface GateThreshold {
  readonly severity: Threshold
  readonly fixableOnly: boolean
}

export interface GatePolicy extends GateThreshold {
  readonly exceptions: readonly Exception[]
}

export interface Refusal {
  readonly finding: Finding
  /** The exceptions that covered it once. */
  readonly expired: readonly Exception[]
}

export interface GateDecision {
  readonly verdict: 'pass' | 'fail'
  readonly policy: GatePolicy
  /** In the order of the findings: worst first. */
  readonly refused: readonly Refusal[]
  readonly excepted: readonly { readonly finding: Finding; readonly exception: Exception }[]
  /** Below the threshold, or without a fix where only fixable findings count. */
  readonly tolerated: readonly Finding[]
  /** Of those tolerated, the ones that nobody has rated: a person should look. */
  readonly unrated: readonly Finding[]
  readonly warnings: readonly string[]
}

/** An exception that ends sooner than this is announced. */
const noticeDays = 7

/**
 * Decides whether an image may ship. Pure: the same findings, policy and time give the same decision. A finding of unknown
 * severity counts as `low`, and is listed in `unrated` when that lets it through.
 *
 * @param now decides which exceptions still apply; one applies through the end of its last day in UTC
 */
export function gate(findings: readonly Finding[], policy: GatePolicy, now: Date): GateDecision {
  const refused: Refusal[] = []
  const excepted: { finding: Finding; exception: Exception }[] = []
  const tolerated: Finding[] = []
  for (const finding of findings) {
    if (!isOver(finding, policy)) {
      tolerated.push(finding)
      continue
    }
    const covering = policy.exceptions.filter((exception) => covers(exception, finding))
    const exception = covering.find((candidate) => remaining(candidate, now) > 0)
    if (exception === undefined) refused.push({ finding, expired: covering })
    else excepted.push({ finding, exception })
  }
  const unrated = tolerated.filter((finding) => finding.severity === 'unknown')
  const warnings = [...exceptionWarnings(findings, policy, now), ...unratedWarning(unrated)]
  return { verdict: refused.length === 0 ? 'pass' : 'fail', policy, refused, excepted, tolerated, unrated, warnings }
}

/** The stricter of two thresholds, field by field: the lower severity, and only fixable ones when both say so. */
export function strictest(a: GateThreshold, b: GateThreshold): GateThreshold {
  const isLower = severities.indexOf(b.severity) > severities.indexOf(a.severity)
  return { severity: isLower ? b.severity : a.severity, fixableOnly: a.fixableOnly && b.fixableOnly }
}

/** `high and above, fixable only`, for people. */
export function describeThreshold(threshold: GateThreshold): string {
  const reach = threshold.severity === 'critical' ? 'critical' : `${threshold.severity} and above`
  return threshold.fixableOnly ? `${reach}, fixable only` : reach
}

function isOver(finding: Finding, policy: GatePolicy): boolean {
  return reaches(finding.severity, policy.severity) && (!policy.fixableOnly || finding.fixedVersion !== null)
}

function exceptionWarnings(findings: readonly Finding[], policy: GatePolicy, now: Date): string[] {
  return policy.exceptions.flatMap((exception) => {
    const name = `The exception for ${nameException(exception)}`
    if (!findings.some((finding) => covers(exception, finding))) {
      return [`${name} matches nothing: remove it`]
    }
    const left = remaining(exception, now)
    if (left <= 0) return [`${name} expired on ${exception.until} and does not apply`]
    return left <= noticeDays * dayMilliseconds ? [`${name} ends on ${exception.until}`] : []
  })
}

function unratedWarning(unrated: readonly Finding[]): string[] {
  if (unrated.length === 0) return []
  const names = unrated.slice(0, 5).map((finding) => `${finding.id} (${finding.package})`)
  const more = unrated.length > names.length ? ` and ${unrated.length - names.length} more` : ''
  return [`Nobody has rated ${names.join(', ')}${more}: they count as low here`]
}
