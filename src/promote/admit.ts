import type { Deployed, EnvironmentState, Recording, Rollout } from '../ledger/state.js'
import { shortDigest } from '../oci/digest.js'
import { closeAborted, withQuarantine } from './change.js'
import { type Metric, startJudge } from './judge/index.js'
import { atFullWeight, type TargetObservation } from './targets/target.js'

export interface Request {
  readonly kind: Rollout['kind']
  readonly candidate: Deployed
  readonly metrics: readonly Metric[]
  readonly alpha: number
  /** Milliseconds since the epoch: when the command was given, so that its duration counts from there. */
  readonly startedAt: number
}

/** Whether a rollout may begin, and the state that says so. */
export type Admission =
  | { readonly kind: 'begin'; readonly state: EnvironmentState }
  /** It is under way already: this run goes on with it. */
  | { readonly kind: 'resume'; readonly generation: number }
  | { readonly kind: 'already-stable' }
  | { readonly kind: 'refuse'; readonly reason: 'quarantined' | 'superseded'; readonly why: string }

/**
 * Decides on a wish to promote or to roll back. Pure. A newer promotion takes the place of an older one; a rollback takes
 * the place of anything and quarantines the candidate that it interrupts; a promotion never interrupts a rollback.
 */
export function admit(state: EnvironmentState, request: Request, observation: TargetObservation): Admission {
  const { candidate, kind } = request
  const running = state.rollout
  const bad = state.quarantine.find(({ digest }) => digest === candidate.digest)
  const same = running?.candidate.digest === candidate.digest

  if (kind === 'promotion') {
    if (running !== null && same && running.kind === 'promotion') return resume(running)
    if (bad) return refuse('quarantined', `${name(candidate)} is quarantined since ${bad.at}: ${bad.why}`)
    if (running?.kind === 'rollback') {
      return refuse(
        'superseded',
        `A rollback to ${name(running.candidate)} is under way: promote again when it has ended`,
      )
    }
    if (state.stable?.digest === candidate.digest) return { kind: 'already-stable' }
    return begin(state, request)
  }
  // A target that obeys a higher generation than this ledger knows (an older copy, while the real one is out of reach)
  // would refuse every order of the rollout that was begun: it is begun again, above.
  const obeyed = running !== null && observation.generation <= running.generation
  if (running?.kind === 'rollback' && same && running.phase !== 'aborting' && obeyed) return resume(running)
  if (bad) return refuse('quarantined', `${name(candidate)} is quarantined since ${bad.at}: ${bad.why}`)
  const served = observation.canary === null && atFullWeight(observation, candidate.digest)
  if (running === null && state.stable?.digest === candidate.digest && served) return { kind: 'already-stable' }
  return begin(interrupted(state, request), request, observation.generation)
}

function begin(
  before: EnvironmentState,
  { kind, candidate, metrics, alpha, startedAt }: Request,
  atLeast = 0,
): Admission {
  const state = before.rollout?.phase === 'aborting' ? closeAborted(before, startedAt) : before
  const generation = Math.max(state.generation, atLeast) + 1
  const at = new Date(startedAt).toISOString()
  const recording: Recording = {
    alpha,
    metrics: metrics.map(({ name, kind, maxRatio }) => ({ name, kind, 'max-ratio': maxRatio })),
    ticks: [],
  }
  const rollout: Rollout = {
    generation,
    kind,
    candidate: { digest: candidate.digest, image: candidate.image, version: candidate.version },
    previous: state.stable && {
      digest: state.stable.digest,
      image: state.stable.image,
      version: state.stable.version,
    },
    startedAt: at,
    phase: 'advancing',
    step: -1,
    weight: 0,
    since: at,
    why: null,
    judge: startJudge(metrics, alpha),
    counters: null,
    recording,
  }
  return { kind: 'begin', state: { ...state, generation, rollout } }
}

/** A rollback leaves the running candidate behind for good, unless that is where it leads or what is stable already. */
function interrupted(state: EnvironmentState, { candidate, startedAt }: Request): EnvironmentState {
  const running = state.rollout
  if (running?.kind !== 'promotion' || running.phase === 'aborting') return state
  const left = running.candidate
  if (left.digest === candidate.digest || left.digest === state.stable?.digest) return state
  const why = 'A rollback interrupted its promotion'
  return closeAborted({ ...withQuarantine(state, left, why, startedAt), rollout: { ...running, why } }, startedAt)
}

function resume({ generation }: Rollout): Admission {
  return { kind: 'resume', generation }
}

function refuse(reason: 'quarantined' | 'superseded', why: string): Admission {
  return { kind: 'refuse', reason, why }
}

function name({ version, digest }: Deployed): string {
  return `${version} (${shortDigest(digest)})`
}
