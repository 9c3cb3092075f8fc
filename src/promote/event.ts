import type { EnvironmentState } from '../ledger/state.js'
import { type Digest, shortDigest } from '../oci/digest.js'
import type { Decision, Effect } from './decision.js'

interface About {
  /** RFC 3339, UTC. */
  readonly at: string
  readonly environment: string
  readonly app: string
  readonly generation: number
  /** The candidate's. */
  readonly digest: Digest
  readonly version: string
  /** Percent of traffic that the candidate is meant to have now. */
  readonly weight: number
}

interface Counts {
  readonly bad: number
  readonly total: number
}

export type Told =
  | { readonly kind: 'began' | 'resumed' | 'deployed' | 'shifted' | 'undone' | 'retired' }
  | {
      readonly kind: 'judged'
      readonly verdict: 'pass' | 'fail' | 'inconclusive' | 'unmeasured'
      readonly sentence: string
      /** Since the candidate was deployed. */
      readonly canary: Counts
    }
  | { readonly kind: 'waiting'; readonly for: 'health' | 'data' | 'soak'; readonly until: string; readonly why: string }
  | { readonly kind: 'aborting' | 'stopped' | 'halted'; readonly why: string }
  | { readonly kind: 'promoted' | 'rolled-back' | 'aborted'; readonly why: string; readonly seconds: number }

/** Something that has happened in a rollout, told after the ledger and the target have it. */
export type RolloutEvent = About & Told

/** What a decision that has been carried out is worth telling. */
export function eventsOf(decision: Decision, state: EnvironmentState, effect: Effect | undefined): readonly Told[] {
  switch (decision.kind) {
    case 'deploy':
      return [{ kind: 'deployed' }]
    case 'shift':
    case 'promote':
      return effect ? [{ kind: 'shifted' }] : []
    case 'undo':
      return [{ kind: 'undone' }]
    case 'retire':
      return [{ kind: 'retired' }]
    case 'wait':
      return [{ ...decision, kind: 'waiting', until: new Date(decision.until).toISOString() }]
    case 'abort':
      return [{ kind: 'aborting', why: decision.why }, ...(effect ? [{ kind: 'undone' } as const] : [])]
    case 'stop':
      return [{ kind: 'stopped', why: decision.why }]
    case 'halt':
      return [{ kind: 'halted', why: decision.why }]
    case 'settle':
      return latest(state)
    case 'finish':
      return decision.outcome === 'aborted' ? latest(state) : []
  }
}

function latest(state: EnvironmentState): readonly Told[] {
  return state.history.slice(-1).map(({ event, why, seconds }) => ({ kind: event, why, seconds }))
}

/** The event as a line of the log; it carries version, digest and weight. */
export function describeEvent(event: RolloutEvent): string {
  return `${event.environment}/${event.app} ${event.version} (${shortDigest(event.digest)}): ${what(event)}`
}

function what(event: RolloutEvent): string {
  switch (event.kind) {
    case 'began':
      return `generation ${event.generation} begins`
    case 'resumed':
      return `generation ${event.generation} goes on at ${event.weight} %`
    case 'deployed':
      return 'deployed without traffic'
    case 'shifted':
      return `has ${event.weight} % of the traffic`
    case 'undone':
      return 'has no traffic any more'
    case 'retired':
      return 'what ran beside the stable track is stopped'
    case 'judged':
      return `${event.verdict}: ${event.sentence}`
    case 'waiting':
      return event.for === 'health' ? `waits: ${event.why}` : `waits until ${event.until}: ${event.why}`
    case 'aborting':
    case 'stopped':
    case 'halted':
      return `${event.kind}: ${event.why}`
    default:
      return `${event.kind} after ${event.seconds.toFixed(1)} s: ${event.why}`
  }
}
