import type { EnvironmentState, Rollout } from '../ledger/state.js'
import { type Digest, shortDigest } from '../oci/digest.js'
import type { Decision } from './decision.js'
import type { Steps } from './strategy.js'
import { atFullWeight, type TargetObservation, type TrackObservation } from './targets/target.js'

export interface Situation {
  /** Of the run that asks: what it was given when its rollout began. */
  readonly generation: number
  readonly state: EnvironmentState
  readonly steps: Steps
  /** A rollout that has not ended so long after it began is aborted. */
  readonly deadlineMilliseconds: number
  readonly observation: TargetObservation
  /** The judge's, over the rollout so far; `unmeasured` when the environment has no metrics to judge by. */
  readonly judgement: { readonly verdict: 'pass' | 'fail' | 'inconclusive' | 'unmeasured'; readonly sentence: string }
  /** Milliseconds since the epoch. */
  readonly now: number
}

const healthPollMilliseconds = 50
/** A service that ended by itself so often, one start after the other, will not become healthy by waiting. */
const hopelessRestarts = 5

/**
 * The next move of a rollout. Pure and total: the same situation always has the same answer, whatever happened before,
 * so that a run may die at any instruction and the next one goes on.
 */
export function plan(situation: Situation): Decision {
  const { state, generation, observation } = situation
  const rollout = state.rollout
  if (state.generation !== generation || rollout?.generation !== generation) return stopped(state, generation)
  if (observation.generation > generation) {
    return { kind: 'stop', why: `The target already obeys generation ${observation.generation}` }
  }
  if (isSettled(state, rollout)) return planCleanup(rollout, observation)
  if (rollout.phase === 'aborting') return planAborting(state, rollout, observation)
  if (rollout.kind === 'rollback') return planRollback(situation, rollout)
  return planPromotion(situation, rollout)
}

/** The rollout's candidate has become stable in the ledger; only the old track may still be running. */
export function isSettled(state: EnvironmentState, rollout: Rollout): boolean {
  return state.history.some(({ generation, event }) => generation === rollout.generation && event !== 'aborted')
}

function planCleanup({ candidate, kind }: Rollout, { stable, canary, weight }: TargetObservation): Decision {
  const outcome = kind === 'rollback' ? 'rolled-back' : 'promoted'
  if (stable?.digest === candidate.digest) {
    if (canary === null) return { kind: 'finish', outcome }
    return weight > 0 ? { kind: 'undo', canary: canary.digest } : { kind: 'retire', keep: candidate.digest }
  }
  if (canary?.digest !== candidate.digest) {
    return { kind: 'halt', why: `${name(candidate)} is stable in the ledger, but the target does not run it` }
  }
  return weight < 100 ? { kind: 'promote' } : { kind: 'retire', keep: candidate.digest }
}

function planAborting(state: EnvironmentState, rollout: Rollout, observation: TargetObservation): Decision {
  const { stable, canary, weight } = observation
  if (canary === null) return { kind: 'finish', outcome: 'aborted' }
  // What is to stay sits on the canary's track still, beside what it replaced: undoing would bring the older one back.
  if (isUnretired(rollout, observation)) return makeRoom(state, observation)
  if (stable === null && rollout.previous !== null) return nowhere(canary, `no longer runs ${name(rollout.previous)}`)
  if (stable !== null && isQuarantined(state, stable))
    return nowhere(canary, `runs ${name(stable)}, which is quarantined`)
  return weight > 0 ? { kind: 'undo', canary: canary.digest } : { kind: 'retire', keep: stable?.digest ?? null }
}

function planRollback(situation: Situation, { candidate }: Rollout): Decision {
  const { observation } = situation
  const { stable, canary, weight } = observation
  if (atFullWeight(observation, candidate.digest)) return { kind: 'settle', why: `${name(candidate)} was asked for` }
  if (stable?.digest === candidate.digest) {
    if (canary !== null && weight > 0 && stable.healthy) return { kind: 'undo', canary: canary.digest }
    return awaitHealth(situation, stable)
  }
  if (canary !== null && canary.digest !== candidate.digest) return makeRoom(situation.state, observation)
  if (canary === null) return overdue(situation) ?? { kind: 'deploy', image: candidate }
  return canary.healthy ? { kind: 'promote' } : awaitHealth(situation, canary)
}

function planPromotion(situation: Situation, rollout: Rollout): Decision {
  const { observation, state, judgement } = situation
  const { candidate, previous } = rollout
  const { stable, canary } = observation
  if (isUnretired(rollout, observation)) return makeRoom(state, observation)
  if ((stable?.digest ?? null) !== (previous?.digest ?? null)) return drifted(previous, stable)
  if (canary !== null && canary.digest !== candidate.digest) return makeRoom(state, observation)

  const quarantined = state.quarantine.find(({ digest }) => digest === candidate.digest)
  if (quarantined) return { kind: 'abort', why: `It is quarantined: ${quarantined.why}` }
  if (judgement.verdict === 'fail') return { kind: 'abort', why: judgement.sentence }
  if (canary === null) {
    if (rollout.weight > 0) return { kind: 'abort', why: 'The canary vanished from the target' }
    return overdue(situation) ?? { kind: 'deploy', image: candidate }
  }
  if (!canary.healthy)
    return previous !== null && observation.weight > 0 ? failing(canary) : awaitHealth(situation, canary)
  if (previous === null || rollout.phase === 'promoting') return conclude(situation, candidate.digest)
  return advance(situation, rollout)
}

/** One step after the other, each at least as long as the strategy says and with a measured canary. */
function advance(situation: Situation, rollout: Rollout): Decision {
  const { steps, observation, judgement, now } = situation
  const late = overdue(situation)
  if (late) return late
  const weight = steps.weights[rollout.step]
  if (weight === undefined) return rollout.step < 0 ? stepTo(steps, 0) : { kind: 'promote' }
  if (observation.weight !== weight) return { kind: 'shift', step: rollout.step, weight }

  const until = Date.parse(rollout.since) + steps.everyMilliseconds
  if (now < until) return { kind: 'wait', for: 'soak', until, why: `It soaks at ${weight} %` }
  if (judgement.verdict === 'inconclusive' && weight < 100) {
    return { kind: 'wait', for: 'data', until: now + steps.everyMilliseconds, why: judgement.sentence }
  }
  return stepTo(steps, rollout.step + 1)
}

function stepTo({ weights }: Steps, step: number): Decision {
  const weight = weights[step]
  return weight === undefined ? { kind: 'promote' } : { kind: 'shift', step, weight }
}

function conclude(situation: Situation, candidate: Digest): Decision {
  const { observation, state, judgement } = situation
  if (!atFullWeight(observation, candidate)) return overdue(situation) ?? { kind: 'promote' }
  if (state.rollout?.previous === null) return { kind: 'settle', why: 'It is the first release here' }
  // At full weight at once there was nothing to compare it with.
  const why =
    judgement.verdict === 'inconclusive' ? 'It was healthy throughout; nothing was compared' : judgement.sentence
  return { kind: 'settle', why }
}

/** Another digest sits where the candidate belongs: whatever has the traffic keeps it, the other goes. */
function makeRoom(state: EnvironmentState, observation: TargetObservation): Decision {
  const { stable, canary, weight } = observation
  if (canary === null || weight === 0) return { kind: 'retire', keep: stable?.digest ?? null }
  if (stable === null || (state.rollout && isUnretired(state.rollout, observation))) {
    return { kind: 'retire', keep: canary.digest }
  }
  if (isQuarantined(state, stable)) return nowhere(canary, `runs ${name(stable)}, which is quarantined`)
  return { kind: 'undo', canary: canary.digest }
}

/** The stable digest still sits beside the one that it replaced: the rollout before this one was cut short at its end. */
function isUnretired({ previous }: Rollout, { canary, stable, weight }: TargetObservation): boolean {
  return previous !== null && canary?.digest === previous.digest && stable?.digest !== previous.digest && weight === 100
}

function nowhere(canary: TrackObservation, why: string): Decision {
  return { kind: 'halt', why: `${name(canary)} is to lose its traffic, but the target ${why}` }
}

function isQuarantined(state: EnvironmentState, { digest }: { digest: Digest }): boolean {
  return state.quarantine.some((entry) => entry.digest === digest)
}

function awaitHealth(situation: Situation, track: TrackObservation): Decision {
  const why = `${track.version} is not healthy${track.why === undefined ? '' : `: ${track.why}`}`
  const late = overdue(situation)
  if (late) return { kind: 'abort', why: `${why}, and the deadline has passed` }
  if (track.restarts >= hopelessRestarts) return { kind: 'abort', why: `${why}; it ended ${track.restarts} times` }
  return { kind: 'wait', for: 'health', until: situation.now + healthPollMilliseconds, why }
}

function failing(canary: TrackObservation): Decision {
  return { kind: 'abort', why: `The canary stopped being healthy${canary.why === undefined ? '' : `: ${canary.why}`}` }
}

function overdue({ state, deadlineMilliseconds, judgement, now }: Situation): Decision | undefined {
  const rollout = state.rollout
  if (rollout === null || now < Date.parse(rollout.startedAt) + deadlineMilliseconds) return undefined
  const limit = `${deadlineMilliseconds / 1000} s`
  const starved = judgement.verdict === 'inconclusive' && rollout.weight > 0
  const why = starved ? `There was not enough data to judge it within ${limit}` : `It was not done within ${limit}`
  return { kind: 'abort', why: `${why} (step ${rollout.step + 1}, ${rollout.weight} %)` }
}

function drifted(previous: Rollout['previous'], stable: TrackObservation | null): Decision {
  const expected = previous === null ? 'nothing' : name(previous)
  const actual = stable === null ? 'nothing' : name(stable)
  return { kind: 'halt', why: `The ledger says that ${expected} is stable, but the target runs ${actual}` }
}

function stopped(state: EnvironmentState, generation: number): Decision {
  if (state.generation === generation) return { kind: 'stop', why: 'The rollout was ended by another run' }
  return { kind: 'stop', why: `Generation ${generation} was overtaken by generation ${state.generation}` }
}

function name({ version, digest }: { version: string; digest: Digest }): string {
  return `${version} (${shortDigest(digest)})`
}
