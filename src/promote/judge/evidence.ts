import { logEvidence, logMetric, metricState } from './advance.js'
import { dispersionFactor } from './dispersion.js'
import { logMean, logValue } from './e-process.js'
import type { JudgeState, MetricState, TestState } from './state.js'
import type { Metric } from './tick.js'

/** A verdict that lets a rollout go on needs this many requests on each track, over the whole rollout. */
export const minimumRequests = 50

/** A canary that should have had this many requests since its last one is silent, and its old data no longer speaks for it. */
export const silenceRequests = 10

/** From this e-value on, short of 1/α, a rollout should wait: a healthy canary gets here in less than one of three. */
export const doubtfulValue = 3

/** Only edges that this part of the stable track's requests exceeds must be cleared for an early promotion. */
const earlyTail = 0.01

export interface TrackEvidence {
  readonly bad: number
  readonly total: number
  /** bad / total, or 0 without requests. */
  readonly rate: number
}

/** What one metric says after all ticks so far. */
export interface Evidence {
  readonly name: string
  readonly kind: 'ratio' | 'histogram'
  readonly maxRatio: number
  /** A canary that is no worse than allowed reaches x at any time with probability at most 1/x. */
  readonly eValue: number
  /** Natural logarithm of `eValue`. */
  readonly logE: number
  /** Of a histogram: at its worst edge, where bad means slower than that. */
  readonly canary: TrackEvidence
  readonly stable: TrackEvidence
  /** The worst edge of a histogram, in its own unit. */
  readonly edge: number | null
  /** What the counts are divided by: 1 for independent events. */
  readonly dispersion: number
  /** The mirrored test has refuted that this metric is 1.5 times worse than allowed. */
  readonly early: boolean
  /** `none`: nothing to compare yet; `few`: below the minimum; `silent`: the canary has stopped answering. */
  readonly data: 'enough' | 'few' | 'silent' | 'none'
}

export function gather(metrics: readonly Metric[], state: JudgeState, alpha: number): Evidence[] {
  return metrics.map((metric) => {
    const kept = metricState(state, metric)
    const worst = worstTest(kept)
    const logE = logMetric(kept)
    return {
      ...metric,
      eValue: finite(Math.exp(logE)),
      logE,
      canary: track(worst?.canaryBad ?? 0, kept.canaryTotal),
      stable: track(worst?.stableBad ?? 0, kept.stableTotal),
      edge: worst?.edge ?? null,
      dispersion: worst ? dispersionFactor(worst.dispersion) : 1,
      early: refutesWorse(kept, alpha),
      data: dataOf(kept),
    }
  })
}

/** The rollout's e-value, all metrics together. */
export function rolloutValue(metrics: readonly Metric[], state: JudgeState): number {
  return finite(Math.exp(logEvidence(metrics, state)))
}

function worstTest(kept: MetricState): TestState | undefined {
  const values = kept.tests.map((test) => logValue(test.worse, kept.ticks))
  return kept.tests[values.indexOf(values.reduce((a, b) => Math.max(a, b), -Infinity))]
}

function refutesWorse(kept: MetricState, alpha: number): boolean {
  const cleared = kept.tests.filter((test) => test.edge === null || test.stableBad >= earlyTail * kept.stableTotal)
  return cleared.length > 0 && cleared.every((test) => logMean(test.better) >= -Math.log(alpha))
}

function dataOf(kept: MetricState): Evidence['data'] {
  if (kept.ticks === 0) return 'none'
  if (Math.min(kept.canaryTotal, kept.stableTotal) < minimumRequests) return 'few'
  const expected = (kept.canaryTotal / kept.ticks) * kept.silent
  return expected >= silenceRequests ? 'silent' : 'enough'
}

function track(bad: number, total: number): TrackEvidence {
  return { bad, total, rate: total > 0 ? bad / total : 0 }
}

/** JSON has no infinity. */
function finite(value: number): number {
  return Math.min(value, Number.MAX_VALUE)
}
