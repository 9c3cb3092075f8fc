import { advance } from './advance.js'
import { doubtfulValue, type Evidence, gather, rolloutValue } from './evidence.js'
import { explain } from './sentence.js'
import { copyState, type JudgeState } from './state.js'
import type { Metric, Tick } from './tick.js'

/**
 * `fail`: the evidence against the canary has reached 1/α. `pass`: there is enough data, it is fresh, and none of it
 * speaks against the canary. `inconclusive` is neither: too little data, none lately, or some doubt: wait.
 */
export type Verdict = 'pass' | 'fail' | 'inconclusive'

export interface Judgement {
  readonly verdict: Verdict
  /** `pass`, and the mirrored test has refuted for every metric that it is 1.5 times worse than allowed: the soak may end. */
  readonly early: boolean
  readonly metrics: readonly Evidence[]
  /** For people: the numbers that decided, and how sure they are. */
  readonly sentence: string
}

/**
 * Judges one more tick. Pure: the given state stays as it was.
 *
 * @param tick this tick's counts alone, in the form in which they are recorded
 * @throws IngotError `invalid-input` when the tick is malformed
 */
export function judgeTick(
  metrics: readonly Metric[],
  alpha: number,
  state: JudgeState,
  tick: Tick,
): Judgement & { readonly state: JudgeState } {
  const next = copyState(state)
  advance(metrics, alpha, next, tick)
  return { state: next, ...judgement(metrics, alpha, next) }
}

/** What a state says as it stands. */
export function judgement(metrics: readonly Metric[], alpha: number, state: JudgeState): Judgement {
  const evidence = gather(metrics, state, alpha)
  const verdict = verdictOf(metrics, state, evidence)
  const early = verdict === 'pass' && evidence.every((metric) => metric.early)
  return { verdict, early, metrics: evidence, sentence: explain(verdict, metrics, evidence, state, alpha) }
}

function verdictOf(metrics: readonly Metric[], state: JudgeState, evidence: readonly Evidence[]): Verdict {
  if (state.failedAt !== null) return 'fail'
  const enough = evidence.length > 0 && evidence.every((metric) => metric.data === 'enough')
  return enough && rolloutValue(metrics, state) < doubtfulValue ? 'pass' : 'inconclusive'
}
