import { IngotError } from '../errors.js'
import type { EnvironmentChange, Ledger } from '../ledger/ledger.js'
import type { EnvironmentState, Rollout } from '../ledger/state.js'
import { change } from './change.js'
import { type Decision, type Effect, effectOf } from './decision.js'
import { eventsOf, type RolloutEvent, type Told } from './event.js'
import type { Metric } from './judge/index.js'
import { canaryCounts, measure } from './measure.js'
import type { MetricSource, Reading } from './metrics/source.js'
import { plan, type Situation } from './plan.js'
import type { Steps } from './strategy.js'
import type { Target, TargetObservation } from './targets/target.js'

/** Everything that a run needs; it keeps nothing between ticks that the ledger does not hold. */
export interface RolloutContext {
  readonly environment: string
  readonly app: string
  readonly ledger: Ledger
  readonly target: Target
  readonly source: MetricSource
  readonly steps: Steps
  readonly metrics: readonly Metric[]
  /** The chance of aborting a healthy rollout, over all its ticks. */
  readonly alpha: number
  readonly deadlineMilliseconds: number
  /** Milliseconds since the epoch. */
  readonly clock: () => number
  readonly onEvent?: (event: RolloutEvent) => void
  readonly signal?: AbortSignal
}

export interface Tick {
  readonly decision: Decision
  /** The ledger's, with the decision in it. */
  readonly state: EnvironmentState
  /** The rollout that was decided on, as it was measured; null when it had ended or was overtaken. */
  readonly rollout: Rollout | null
  /** The target's, before the decision was acted on. */
  readonly observation: TargetObservation
}

interface Decided {
  readonly decision: Decision
  readonly rollout: Rollout | null
  readonly judged: Situation['judgement'] | undefined
}

/**
 * One tick: observe the target, read the ledger, judge, decide, write the decision down, act on it. It may die anywhere:
 * what was written and not done is done by the next, what was done twice changes nothing.
 */
export async function runTick(context: RolloutContext, generation: number): Promise<Tick> {
  const { target, source, ledger, environment, app, signal } = context
  const observation = await target.observe(signal)
  const reading = await source.read(observation, signal)
  const now = context.clock()
  let decided: Decided | undefined
  const state = await ledger.updateEnvironment(environment, app, (current) => {
    const next = decide(context, generation, current, observation, reading, now)
    decided = next
    return next.change
  })
  if (decided === undefined) throw new IngotError('internal', 'The ledger did not ask for a decision')
  const { decision, rollout, judged } = decided
  const tick = { decision, state, rollout, observation }
  if (rollout === null) return tick
  if (judged) tell(context, rollout, { kind: 'judged', ...judged, canary: canaryCounts(rollout) })
  const effect = effectOf(decision, rollout, observation)
  if (effect) await act(context, generation, effect)
  for (const told of eventsOf(decision, state, effect)) tell(context, state.rollout ?? rollout, told)
  return tick
}

function decide(
  context: RolloutContext,
  generation: number,
  current: EnvironmentState,
  observation: TargetObservation,
  reading: Reading,
  now: number,
): Decided & { change: EnvironmentChange | undefined } {
  const { steps, deadlineMilliseconds } = context
  const overtaken = current.rollout === null || current.rollout.generation !== generation
  const measured =
    overtaken || current.rollout === null ? undefined : measure(context, current.rollout, observation, reading, now)
  const state = measured === undefined ? current : { ...current, rollout: measured.rollout }
  const judgement = measured?.judgement ?? { verdict: 'unmeasured', sentence: '' }
  const decision = plan({ generation, state, steps, deadlineMilliseconds, observation, judgement, now })
  const after = change(state, decision, steps, now)
  // The last counts before a canary is stopped say how many requests it has hurt.
  const isLastCount = decision.kind === 'retire' && state.rollout?.phase === 'aborting'
  const isMoved = after !== state || measured?.judged === true || isLastCount
  return {
    decision,
    rollout: measured?.rollout ?? null,
    judged: measured?.judged ? judgement : undefined,
    change: isMoved && measured ? written(after, measured.rollout, decision) : undefined,
  }
}

/** A finished rollout leaves its recording behind, for the judge to be replayed on. */
function written(state: EnvironmentState, rollout: Rollout, decision: Decision): EnvironmentChange {
  const { generation, recording, candidate } = rollout
  const message = `${state.environment}/${state.app}: ${subject(decision, candidate.version, rollout.weight)}`
  return { state, message, ...(decision.kind === 'finish' && { recording: { generation, recording } }) }
}

function subject(decision: Decision, version: string, weight: number): string {
  switch (decision.kind) {
    case 'shift':
      return `${version} to ${decision.weight}%`
    case 'promote':
      return `${version} to 100%`
    case 'settle':
      return `${version} is stable`
    case 'abort':
      return `abort ${version}`
    case 'finish':
      return `${version} ${decision.outcome}`
    default:
      return `${version} measured at ${weight}%`
  }
}

async function act({ target, signal }: RolloutContext, generation: number, effect: Effect): Promise<void> {
  const order = { generation, ...(signal && { signal }) }
  switch (effect.verb) {
    case 'deploy':
      return target.deploy(effect.image, order)
    case 'shift':
      return target.shift(effect.canary, effect.weight, order)
    case 'retire':
      return target.retire(effect.keep, order)
  }
}

/** Tells an event about a rollout. */
export function tell({ environment, app, clock, onEvent }: RolloutContext, rollout: Rollout, told: Told): void {
  const { generation, candidate, weight } = rollout
  const { digest, version } = candidate
  onEvent?.({ at: new Date(clock()).toISOString(), environment, app, generation, digest, version, weight, ...told })
}
