import type { Advisory, Affected } from './advisories/advisory.js'
import { cvss3BaseScore, severityOfScore } from './cvss.js'
import { type Severity, severities } from './finding.js'

export interface Rating {
  readonly severity: Severity
  /** Highest CVSS base score, when there was a vector. */
  readonly score?: number
}

const words: Readonly<Record<string, Severity>> = {
  critical: 'critical',
  high: 'high',
  important: 'high',
  moderate: 'medium',
  medium: 'medium',
  low: 'low',
  minor: 'low',
  negligible: 'low',
  unimportant: 'low',
}

/**
 * How bad an advisory is for one affected package: the highest of its CVSS 3 base scores and its database's own word; only
 * when there is neither, the distribution's word (Debian's urgency, Ubuntu's priority). CVSS 4 vectors are not computed: the
 * databases that give them also give a word. What nobody rated is `unknown`.
 */
export function rate(advisory: Advisory, affected: Affected): Rating {
  const entries = [...(advisory.severity ?? []), ...(affected.severity ?? [])]
  const scores = entries.flatMap((entry) => cvss3BaseScore(entry.score) ?? [])
  const score = scores.length === 0 ? undefined : Math.max(...scores)
  const rated = highest([
    score === undefined ? 'unknown' : severityOfScore(score),
    read(advisory.database_specific?.severity),
    read(affected.database_specific?.severity),
  ])
  const severity = rated === 'unknown' ? fromDistribution(affected, entries) : rated
  return { severity, ...(score !== undefined && { score }) }
}

/** The worst of them; anything rated is worse than `unknown`. */
export function highest(found: readonly Severity[]): Severity {
  return severities.find((severity) => found.includes(severity)) ?? 'unknown'
}

function fromDistribution(affected: Affected, entries: readonly { score: string }[]): Severity {
  const specific = affected.ecosystem_specific
  return highest([read(specific?.severity), read(specific?.urgency), ...entries.map((entry) => read(entry.score))])
}

function read(word: unknown): Severity {
  if (typeof word !== 'string') return 'unknown'
  const known = word.trim().toLowerCase()
  return Object.hasOwn(words, known) ? (words[known] as Severity) : 'unknown'
}
