import { shortDigest } from '../oci/digest.js'
import type { RolloutEvent } from './event.js'
import type { RolloutResult } from './rollout.js'

/** A rollout as Markdown: what came of it, its steps with the judge's last word at each, and where things stand. */
export function renderRollout(title: string, result: RolloutResult, events: readonly RolloutEvent[]): string {
  const { stable } = result.state
  const standing = stable ? `${stable.version} (\`${shortDigest(stable.digest)}\`)` : 'nothing yet'
  const rows = stepRows(events)
  const table = rows.length === 0 ? [] : ['', '| time | weight | what happened |', '|---|---:|---|', ...rows]
  return [
    `### ${title}: ${result.outcome}`,
    '',
    plain(result.why),
    ...table,
    '',
    `Stable: ${standing}. Took ${result.seconds.toFixed(1)} s.`,
    ...(result.nextAt === null ? [] : [`Goes on at ${result.nextAt}.`]),
    '',
  ].join('\n')
}

/** One row an event; of the many judgements in a step only the last. */
function stepRows(events: readonly RolloutEvent[]): string[] {
  const told = events.filter((event, index) => {
    if (event.kind === 'waiting') return false
    return event.kind !== 'judged' || nextTold(events, index)?.kind !== 'judged'
  })
  return told.map((event) => `| ${event.at.slice(11, 19)} | ${event.weight} % | ${plain(wordsOf(event))} |`)
}

function nextTold(events: readonly RolloutEvent[], index: number): RolloutEvent | undefined {
  return events.slice(index + 1).find(({ kind }) => kind !== 'waiting')
}

function wordsOf(event: RolloutEvent): string {
  switch (event.kind) {
    case 'judged':
      return `${event.verdict}: ${event.sentence} (canary: ${event.canary.bad} bad of ${event.canary.total})`
    case 'aborting':
    case 'stopped':
    case 'halted':
    case 'promoted':
    case 'rolled-back':
    case 'aborted':
      return `${event.kind}: ${event.why}`
    default:
      return event.kind
  }
}

/** Text from elsewhere must not become a table or markup. */
function plain(text: string): string {
  return text.replace(/[|<>`\\]/g, (sign) => `\\${sign}`).replace(/\s+/g, ' ')
}
