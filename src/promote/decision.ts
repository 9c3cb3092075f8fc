import type { Deployed, Rollout } from '../ledger/state.js'
import type { Digest } from '../oci/digest.js'
import type { TargetObservation } from './targets/target.js'

/** What the next move of a rollout is. Pure data: `change` says what it writes, `effectOf` what it does. */
export type Decision =
  /** Overtaken by a newer rollout or rollback, or ended by somebody else: nothing is touched any more. */
  | { readonly kind: 'stop'; readonly why: string }
  /** The target is not as the ledger left it: nothing is touched until a person has looked. */
  | { readonly kind: 'halt'; readonly why: string }
  /** Nothing to do before `until` (milliseconds since the epoch). */
  | { readonly kind: 'wait'; readonly for: 'health' | 'data' | 'soak'; readonly until: number; readonly why: string }
  | { readonly kind: 'deploy'; readonly image: Deployed }
  /** Give the candidate the weight of `step`; the same step again when the target does not have it. */
  | { readonly kind: 'shift'; readonly step: number; readonly weight: number }
  /** Give the candidate everything. */
  | { readonly kind: 'promote' }
  /** It has everything and is healthy: the ledger calls it stable. */
  | { readonly kind: 'settle'; readonly why: string }
  | { readonly kind: 'abort'; readonly why: string }
  /** Give the stable track everything back. */
  | { readonly kind: 'undo'; readonly canary: Digest }
  /** Stop what runs beside `keep`. */
  | { readonly kind: 'retire'; readonly keep: Digest | null }
  | { readonly kind: 'finish'; readonly outcome: 'promoted' | 'rolled-back' | 'aborted' }

/** What a decision does to the target. */
export type Effect =
  | { readonly verb: 'deploy'; readonly image: Deployed }
  | { readonly verb: 'shift'; readonly canary: Digest; readonly weight: number }
  | { readonly verb: 'retire'; readonly keep: Digest | null }

export function effectOf(decision: Decision, rollout: Rollout, observation: TargetObservation): Effect | undefined {
  const candidate = rollout.candidate.digest
  switch (decision.kind) {
    case 'deploy':
      return { verb: 'deploy', image: decision.image }
    case 'shift':
      return { verb: 'shift', canary: candidate, weight: decision.weight }
    case 'promote':
      return observation.weight === 100 ? undefined : { verb: 'shift', canary: candidate, weight: 100 }
    case 'abort':
      return undoAtOnce(rollout, observation)
    case 'undo':
      return { verb: 'shift', canary: decision.canary, weight: 0 }
    case 'retire':
      return { verb: 'retire', keep: decision.keep }
    default:
      return undefined
  }
}

/** An abort does not wait for another look at the target when there is a stable track to go back to. */
function undoAtOnce({ previous }: Rollout, { stable, canary, weight }: TargetObservation): Effect | undefined {
  const safe = canary !== null && weight > 0 && stable !== null && stable.digest === previous?.digest
  return safe ? { verb: 'shift', canary: canary.digest, weight: 0 } : undefined
}
