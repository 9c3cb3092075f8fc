import { type Reason, reasons } from '../../errors.js'
import type { RebaseOutcome } from './rebase-fleet.js'
import { messageOf, type RebaseFacts, reasonOf } from './rebase-report.js'
import type { GivenTarget } from './rebase-targets.js'

/** What GitHub takes for an output, with room for the others. */
const maximumOutputCharacters = 900_000
const rowsShown = 100

/** What became of one of many images, for machines. */
export interface FleetEntry {
  /** As it was written. */
  readonly image: string
  readonly reason: Reason
  /** repository@digest of the image after it; absent where it was refused or failed. */
  readonly result?: string
  readonly rule?: string
  readonly platform?: string
  /** Why not, and what to do. */
  readonly message?: string
}

export function entryOf(target: GivenTarget, outcome: RebaseOutcome, facts: Omit<RebaseFacts, 'traffic'>): FleetEntry {
  const image = target.written
  if (outcome.kind === 'failed') {
    const { reason, message, advice } = outcome.error
    return { image, reason, message: [message, advice].filter(Boolean).join('. ') }
  }
  const reason = reasonOf(outcome)
  if (outcome.kind !== 'refuse' && outcome.kind !== 'unapproved') {
    return { image, reason, result: `${facts.repository}@${outcome.digest}` }
  }
  const platform = outcome.kind === 'refuse' && outcome.platform !== undefined && { platform: outcome.platform }
  return { image, reason, rule: outcome.rule, ...platform, message: messageOf(outcome, facts) }
}

export function isBad({ reason }: FleetEntry): boolean {
  return reasons[reason] !== 0
}

/** The outcome for many images: the worst reason is that of the run, and what went well is done all the same. */
export function reportFleet(
  entries: readonly FleetEntry[],
  facts: Pick<RebaseFacts, 'baseName' | 'baseDigest' | 'traffic'>,
) {
  const count = (...wanted: Reason[]) => entries.filter((entry) => wanted.includes(entry.reason)).length
  const bad = entries.filter(isBad)
  const reason = worstOf(entries)
  const refused = count('rebase-refused', 'base-not-approved')
  const counts = [
    [count('done'), 'rebased'],
    [count('planned'), 'can be rebased'],
    [count('unchanged'), 'on this base already'],
    [refused, 'refused'],
    [bad.length - refused, 'failed'],
  ].filter(([number]) => number !== 0)
  const message = `Of ${entries.length} images on ${facts.baseName}: ${counts.map((pair) => pair.join(' ')).join(', ')}`
  const all = JSON.stringify(entries)
  const results = all.length <= maximumOutputCharacters ? all : ''
  const outputs = {
    ...{ digest: '', image: '', reason, results },
    ...{ 'base-name': facts.baseName, 'base-digest': facts.baseDigest, ...facts.traffic },
  }
  return { reason, message, outputs, details: { results: entries }, summary: summaryOf(message, entries, bad) }
}

/** Of what was not done the gravest, else the best news. */
function worstOf(entries: readonly FleetEntry[]): Reason {
  const [first] = [...entries].sort((a, b) => reasons[b.reason] - reasons[a.reason])
  if (first !== undefined && isBad(first)) return first.reason
  return (
    (['done', 'planned'] as const).find((reason) => entries.some((entry) => entry.reason === reason)) ?? 'unchanged'
  )
}

function summaryOf(message: string, entries: readonly FleetEntry[], bad: readonly FleetEntry[]): string {
  const shown = [...bad, ...entries.filter((entry) => !isBad(entry))].slice(0, rowsShown)
  const rows = shown.map((entry) => {
    const text = entry.result ?? entry.message ?? ''
    return `| ${entry.image} | ${entry.reason} | ${text.replaceAll('|', '\\|').replaceAll('\n', ' ')} |`
  })
  const more = entries.length > shown.length ? `\n${entries.length - shown.length} more are in the report\n` : ''
  return `### Rebase\n\n${message}\n\n| image | | |\n|---|---|---|\n${rows.join('\n')}\n${more}`
}
