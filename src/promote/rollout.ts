import { setTimeout as delay } from 'node:timers/promises'
import { IngotError, type Reason } from '../errors.js'
import type { EnvironmentState, Rollout } from '../ledger/state.js'
import { type Admission, admit, type Request } from './admit.js'
import { canaryCounts } from './measure.js'
import type { Target } from './targets/target.js'
import { type RolloutContext, runTick, type Tick, tell } from './tick.js'

export interface RolloutOptions {
  /** Longest time between two looks at the target while it soaks. */
  readonly intervalMilliseconds: number
  /** Go as far as possible now, and come back instead of soaking. */
  readonly once?: boolean
  readonly sleep?: (milliseconds: number, signal?: AbortSignal) => Promise<void>
}

export interface RolloutResult {
  readonly outcome: 'promoted' | 'rolled-back' | 'aborted' | 'in-progress' | 'already-stable' | 'refused'
  readonly reason: Reason
  readonly why: string
  /** The ledger's, at the end. */
  readonly state: EnvironmentState
  /** Percent of traffic on the candidate. */
  readonly weight: number
  /** When there is something to do again, RFC 3339; null when it is over. */
  readonly nextAt: string | null
  /** From the command to the outcome. */
  readonly seconds: number
  /** The rollout as it was last seen; null when there was none. */
  readonly rollout: Rollout | null
  /** Requests that the candidate answered while it had traffic, and how many of them badly. */
  readonly candidateCounts: { readonly bad: number; readonly total: number }
  /** From the command until the target itself said that the candidate has everything; null when it has not. */
  readonly fullTrafficAfterSeconds: number | null
  /** From the beginning to the decision to abort. */
  readonly knewAfterSeconds: number | null
}

const mostRepeats = 40
const mostRefusals = 5
const repeatPauseMilliseconds = 50
const onceHealthMilliseconds = 30_000

/**
 * Makes a candidate stable, or finds out that it must not be. Whatever runs there keeps serving. When the run dies, the
 * next one with the same wish goes on where it stopped.
 *
 * @throws IngotError when target or ledger cannot be reached, or the image not staged: nothing has begun then, or the
 *   rollout stays as it is and can be resumed; `cancelled`
 */
export async function runRollout(
  context: RolloutContext,
  request: Request,
  options: RolloutOptions,
): Promise<RolloutResult> {
  const refusal = await preview(context, request)
  if (refusal) return refusal
  await context.target.stage(request.candidate, context.signal)
  const { admission, state } = await begin(context, request)
  if (admission.kind === 'refuse' || admission.kind === 'already-stable') return declined(admission, state)
  if (state.rollout) tell(context, state.rollout, { kind: admission.kind === 'begin' ? 'began' : 'resumed' })
  return advance(context, state.rollout?.generation ?? state.generation, request.startedAt, options)
}

/** What would be done with a wish, by the ledger alone: the target is not even looked at. */
export function previewRollout(state: EnvironmentState, request: Request): Admission {
  return admit(state, request, { generation: 0, stable: null, canary: null, weight: 0 })
}

async function preview(context: RolloutContext, request: Request): Promise<RolloutResult | undefined> {
  const state = await context.ledger.readEnvironment(context.environment, context.app)
  const admission = admit(state, request, await context.target.observe(context.signal))
  if (admission.kind === 'begin' || admission.kind === 'resume') return undefined
  return declined(admission, state)
}

async function begin(
  context: RolloutContext,
  request: Request,
): Promise<{ admission: Admission; state: EnvironmentState }> {
  const { ledger, target, environment, app, signal } = context
  const observation = await target.observe(signal)
  let admission: Admission | undefined
  const state = await ledger.updateEnvironment(environment, app, (current) => {
    admission = admit(current, request, observation)
    if (admission.kind !== 'begin') return undefined
    const { kind, candidate } = request
    const left = current.rollout
    const message = `${environment}/${app}: ${kind} of ${candidate.version} begins`
    const recording =
      left && left.recording.ticks.length > 0 ? { generation: left.generation, recording: left.recording } : null
    return { state: admission.state, message, ...(recording && { recording }) }
  })
  if (admission === undefined) throw new IngotError('internal', 'The ledger did not ask for a decision')
  return { admission, state }
}

async function advance(
  context: RolloutContext,
  generation: number,
  startedAt: number,
  { intervalMilliseconds, once = false, sleep = pause }: RolloutOptions,
): Promise<RolloutResult> {
  const refusals = { count: 0 }
  let repeats = 0
  let previous: Tick | undefined
  for (;;) {
    if (context.signal?.aborted) throw cancelled(previous)
    const tick = await nextTick(context, generation, refusals)
    const ended = conclude(context, tick, startedAt)
    if (ended) return ended
    const { decision } = tick
    if (decision.kind === 'wait') {
      const isPatient = decision.for === 'health' && context.clock() < startedAt + onceHealthMilliseconds
      if (once && !isPatient) return inProgress(context, tick, decision.until, startedAt)
      await sleep(Math.max(10, Math.min(intervalMilliseconds, decision.until - context.clock())), context.signal)
    } else if (decision.kind === previous?.decision.kind) {
      repeats += 1
      if (repeats > mostRepeats) throw stubborn(context.target, decision.kind)
      await sleep(repeatPauseMilliseconds, context.signal)
    }
    if (decision.kind !== previous?.decision.kind) repeats = 0
    previous = tick
  }
}

/**
 * A target that obeys a higher generation already has been taken over between our look and our order; one that refuses
 * an order for another reason (the canary has just ended, say) is looked at again before anything is given up.
 */
async function nextTick(context: RolloutContext, generation: number, refusals: { count: number }): Promise<Tick> {
  try {
    const tick = await runTick(context, generation)
    refusals.count = 0
    return tick
  } catch (cause) {
    const reason = cause instanceof IngotError ? cause.reason : undefined
    const isRefused = reason === 'target-failed' && refusals.count < mostRefusals
    if (!(cause instanceof IngotError) || !(isRefused || reason === 'superseded')) throw cause
    const { ledger, environment, app, target, signal } = context
    const [state, observation] = await Promise.all([ledger.readEnvironment(environment, app), target.observe(signal)])
    const seen = { state, rollout: null, observation }
    if (reason === 'superseded') return { ...seen, decision: { kind: 'stop', why: cause.message } }
    refusals.count += 1
    const until = context.clock() + repeatPauseMilliseconds
    return { ...seen, decision: { kind: 'wait', for: 'health', until, why: cause.message } }
  }
}

function conclude(context: RolloutContext, tick: Tick, startedAt: number): RolloutResult | undefined {
  const { decision, state, rollout } = tick
  if (decision.kind === 'stop') {
    return { ...resultOf(context, tick, startedAt), outcome: 'refused', reason: 'superseded', why: decision.why }
  }
  if (decision.kind === 'halt') {
    return { ...resultOf(context, tick, startedAt), outcome: 'refused', reason: 'drifted', why: decision.why }
  }
  if (decision.kind !== 'finish') return undefined
  const { outcome } = decision
  const why = state.history.findLast(({ generation }) => generation === rollout?.generation)?.why ?? ''
  const reason = outcome === 'aborted' ? 'canary-aborted' : outcome
  const weight = outcome === 'aborted' ? 0 : 100
  return { ...resultOf(context, tick, startedAt), outcome, reason, why, weight }
}

function inProgress(context: RolloutContext, tick: Tick, until: number, startedAt: number): RolloutResult {
  const why = tick.decision.kind === 'wait' ? tick.decision.why : ''
  const nextAt = new Date(until).toISOString()
  return { ...resultOf(context, tick, startedAt), outcome: 'in-progress', reason: 'in-progress', why, nextAt }
}

function resultOf(context: RolloutContext, { state, rollout }: Tick, startedAt: number) {
  const knew = rollout?.phase === 'aborting' ? (Date.parse(rollout.since) - Date.parse(rollout.startedAt)) / 1000 : null
  const settled = state.history.findLast(
    (entry) => entry.generation === rollout?.generation && entry.event !== 'aborted',
  )
  return {
    state,
    weight: rollout?.weight ?? 0,
    nextAt: null,
    seconds: Math.max(0, (context.clock() - startedAt) / 1000),
    rollout,
    candidateCounts: rollout ? canaryCounts(rollout) : { bad: 0, total: 0 },
    fullTrafficAfterSeconds: settled ? (Date.parse(settled.at) - startedAt) / 1000 : null,
    knewAfterSeconds: knew,
  }
}

function declined(admission: Admission, state: EnvironmentState): RolloutResult {
  const nothing = {
    state,
    nextAt: null,
    seconds: 0,
    rollout: null,
    candidateCounts: { bad: 0, total: 0 },
    fullTrafficAfterSeconds: null,
    knewAfterSeconds: null,
  }
  if (admission.kind === 'refuse') {
    return { ...nothing, outcome: 'refused', reason: admission.reason, why: admission.why, weight: 0 }
  }
  const why = `${state.stable?.version} is stable already`
  return { ...nothing, outcome: 'already-stable', reason: 'already-stable', why, weight: 100 }
}

function cancelled(last: Tick | undefined): IngotError {
  const where = last?.rollout ? ` at ${last.rollout.weight} %` : ''
  return new IngotError('cancelled', `Cancelled: the rollout stays where it is${where}`, {
    advice: 'Run the same command again to go on with it, or roll back',
  })
}

function stubborn(target: Target, what: string): IngotError {
  return new IngotError(
    'target-failed',
    `The target ${target.location} was told to ${what} ${mostRepeats} times and does not`,
  )
}

async function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  // A cancellation ends the pause; the loop then sees it.
  await delay(milliseconds, undefined, signal ? { signal } : {}).catch(() => {})
}
