import { dispersionFactor, observeDispersion } from './dispersion.js'
import { bet, logStake, logSum, logValue, nothing, type Odds, oddsAt, stake } from './e-process.js'
import { type JudgeState, type MetricState, startMetric, startTest, type TestState } from './state.js'
import { type Counts, type Metric, readTick } from './tick.js'

/**
 * Takes one tick into `state`, in place: the part that replay does a hundred thousand times a second.
 *
 * @throws IngotError `invalid-input` when the tick is malformed; the state is then as it was
 */
export function advance(metrics: readonly Metric[], alpha: number, state: JudgeState, tick: unknown): void {
  const counts = readTick(metrics, tick, state.ticks + 1)
  state.ticks += 1
  for (const [index, metric] of metrics.entries()) {
    const kept = metricState(state, metric)
    const seen = counts[index]
    if (seen === undefined || seen.edges.length === 0) kept.silent += 1
    else advanceMetric(metric, kept, seen)
  }
  if (state.failedAt === null && reaches(metrics, state, -Math.log(alpha))) state.failedAt = state.ticks
}

function advanceMetric(metric: Metric, kept: MetricState, seen: Counts): void {
  const { canary, stable } = seen
  // The edges of the first tick with data are judged to the end: an average needs the same members throughout.
  if (kept.tests.length === 0) kept.tests = seen.edges.map(startTest)
  kept.ticks += 1
  kept.silent = 0
  kept.canaryTotal += canary.total
  kept.stableTotal += stable.total
  const odds = oddsAt(canary.total / (canary.total + stable.total), metric.maxRatio)
  const newStake = logStake(kept.ticks)
  for (const [index, test] of kept.tests.entries()) {
    stake(test.worse, newStake)
    const at = seen.edges[index] === test.edge ? index : seen.edges.indexOf(test.edge)
    if (at >= 0) advanceTest(test, odds, canary.bad[at] ?? 0, { bad: stable.bad[at] ?? 0, total: stable.total })
  }
}

function advanceTest(test: TestState, odds: Odds, canaryBad: number, stable: { bad: number; total: number }): void {
  // The dispersion of the ticks before this one: a bet may only use what was known before it.
  bet(test, odds, canaryBad, stable.bad, dispersionFactor(test.dispersion))
  observeDispersion(test.dispersion, test.previous, stable)
  test.previous = stable
  test.canaryBad += canaryBad
  test.stableBad += stable.bad
}

/** What is kept of a metric, or its beginning. */
export function metricState(state: JudgeState, metric: Metric): MetricState {
  const kept = state.metrics.find(({ name }) => name === metric.name)
  if (kept) return kept
  const fresh = startMetric(metric)
  state.metrics.push(fresh)
  return fresh
}

/** log of a metric's e-value: the mean over its edges; 0 (nothing won, nothing lost) before there was data. */
export function logMetric(kept: MetricState): number {
  if (kept.tests.length === 0) return 0
  return logSum(kept.tests.map((test) => logValue(test.worse, kept.ticks))) - Math.log(kept.tests.length)
}

/** log of the rollout's e-value: the mean over its metrics, so that α holds for all of them together. */
export function logEvidence(metrics: readonly Metric[], state: JudgeState): number {
  const each = metrics.map((metric) => logMetric(metricState(state, metric)))
  return each.length === 0 ? 0 : logSum(each) - Math.log(each.length)
}

/** Whether the evidence reaches `threshold`; a mean is never more than its largest member, so mostly that alone decides. */
function reaches(metrics: readonly Metric[], state: JudgeState, threshold: number): boolean {
  let largest = nothing
  for (const { tests } of state.metrics) {
    for (const { worse } of tests) for (const wealth of worse) if (wealth > largest) largest = wealth
  }
  // The reserve and eight alternatives are added up within a test: at most log 9 above the largest.
  return largest + Math.log(9) >= threshold && logEvidence(metrics, state) >= threshold
}
