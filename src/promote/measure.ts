import type { Rollout } from '../ledger/state.js'
import { judgement, judgeTick, type Metric, parseJudgeState } from './judge/index.js'
import { parseReading, type Reading, tickBetween } from './metrics/source.js'
import type { Situation } from './plan.js'
import type { TargetObservation } from './targets/target.js'

export interface Measured {
  readonly judgement: Situation['judgement']
  /** The rollout with what was measured now; the same object when nothing was. */
  readonly rollout: Rollout
  /** This tick was taken into account by the judge. */
  readonly judged: boolean
}

export interface Measures {
  readonly metrics: readonly Metric[]
  readonly alpha: number
}

/**
 * Takes the counts since the last tick to the judge. Counts are differences of cumulative counters that the ledger
 * keeps, so a tick that was never written is made good by the next.
 */
export function measure(
  { metrics, alpha }: Measures,
  rollout: Rollout,
  observation: TargetObservation,
  reading: Reading,
  now: number,
): Measured {
  const before = parseReading(rollout.counters)
  const weight = observation.weight
  const comparable = rollout.phase === 'advancing' && weight > 0 && weight < 100 && rollout.step >= 0
  if (metrics.length === 0) return { judgement: unmeasured, rollout: { ...rollout, counters: reading }, judged: false }
  const state = parseJudgeState(rollout.judge)
  if (!comparable || before === null || reading.canary === null || reading.stable === null) {
    const kept = reading.canary === null ? rollout : { ...rollout, counters: reading }
    return { judgement: judgement(metrics, alpha, state), rollout: kept, judged: false }
  }
  if (isQuiet(before, reading)) return { judgement: judgement(metrics, alpha, state), rollout, judged: false }
  const tick = tickBetween(metrics, before, reading, { at: new Date(now).toISOString(), weight })
  const { state: judge, ...verdict } = judgeTick(metrics, alpha, state, tick)
  const recording = { ...rollout.recording, ticks: [...rollout.recording.ticks, tick] }
  return { judgement: verdict, rollout: { ...rollout, judge, counters: reading, recording }, judged: true }
}

/** No request on either track: there is nothing to learn, not even that the canary is silent. */
function isQuiet(before: Reading, now: Reading): boolean {
  const total = ({ canary, stable }: Reading) => `${canary?.epoch} ${canary?.total} ${stable?.epoch} ${stable?.total}`
  return total(before) === total(now)
}

/** Requests that the canary has answered so far, and how many of them badly. */
export function canaryCounts(rollout: Rollout): { bad: number; total: number } {
  const canary = parseReading(rollout.counters)?.canary
  return { bad: canary?.bad ?? 0, total: canary?.total ?? 0 }
}

const unmeasured: Situation['judgement'] = {
  verdict: 'unmeasured',
  sentence: 'It was healthy throughout; there is nothing to measure it by',
}
