import type { Deployed, EnvironmentState, HistoryEntry, Rollout } from '../ledger/state.js'
import type { Decision } from './decision.js'
import { isSettled } from './plan.js'
import type { Steps } from './strategy.js'

/** The state that records a decision before it is acted on. The same object when there is nothing to record. */
export function change(state: EnvironmentState, decision: Decision, steps: Steps, now: number): EnvironmentState {
  const rollout = state.rollout
  if (rollout === null) return state
  const since = new Date(now).toISOString()
  const withRollout = (fields: Partial<Rollout>): EnvironmentState => ({ ...state, rollout: { ...rollout, ...fields } })

  switch (decision.kind) {
    case 'shift':
      return withRollout({ step: decision.step, weight: decision.weight, since })
    case 'promote':
      return withRollout({ phase: 'promoting', step: steps.weights.length, weight: 100, since })
    case 'abort':
      return abort(state, rollout, decision.why, now)
    case 'settle':
      return settle(state, rollout, decision.why, now)
    case 'finish':
      return isSettled(state, rollout) ? { ...state, rollout: null } : closeAborted(state, now)
    default:
      return state
  }
}

/** Ends an aborting rollout: its candidate is quarantined already, the history says why. */
export function closeAborted(state: EnvironmentState, now: number): EnvironmentState {
  const rollout = state.rollout
  if (rollout === null) return state
  const entry = entryOf(rollout, 'aborted', rollout.why ?? 'It was aborted', now)
  return { ...state, rollout: null, history: [...state.history, entry] }
}

export function withQuarantine(state: EnvironmentState, left: Deployed, why: string, now: number): EnvironmentState {
  if (state.quarantine.some(({ digest }) => digest === left.digest)) return state
  const entry = { digest: left.digest, version: left.version, at: new Date(now).toISOString(), why }
  return { ...state, quarantine: [...state.quarantine, entry] }
}

function abort(state: EnvironmentState, rollout: Rollout, why: string, now: number): EnvironmentState {
  const since = new Date(now).toISOString()
  const aborting: EnvironmentState = { ...state, rollout: { ...rollout, phase: 'aborting', weight: 0, since, why } }
  // What is stable stays allowed: there is nothing better to go to.
  if (rollout.candidate.digest === state.stable?.digest) return aborting
  return withQuarantine(aborting, rollout.candidate, why, now)
}

function settle(state: EnvironmentState, rollout: Rollout, why: string, now: number): EnvironmentState {
  const { candidate, previous, kind } = rollout
  const event = kind === 'rollback' ? 'rolled-back' : 'promoted'
  const since = new Date(now).toISOString()
  const settled: EnvironmentState = {
    ...state,
    stable: { ...candidate, since },
    history: [...state.history, entryOf(rollout, event, why, now)],
    rollout: { ...rollout, phase: 'promoting', weight: 100, since },
  }
  if (kind === 'promotion' || previous === null || previous.digest === candidate.digest) return settled
  return withQuarantine(settled, previous, `Rolled back to ${candidate.version}`, now)
}

function entryOf(rollout: Rollout, event: HistoryEntry['event'], why: string, now: number): HistoryEntry {
  const { candidate, previous, generation, startedAt } = rollout
  const seconds = Math.max(0, (now - Date.parse(startedAt)) / 1000)
  const at = new Date(now).toISOString()
  return { ...candidate, at, generation, event, from: previous?.digest ?? null, why, seconds }
}
