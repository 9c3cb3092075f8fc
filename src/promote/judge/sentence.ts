import { type Evidence, minimumRequests, rolloutValue, type TrackEvidence } from './evidence.js'
import type { Verdict } from './judge.js'
import type { JudgeState } from './state.js'
import type { Metric } from './tick.js'

/** The verdict in one sentence: the metric that decided, its numbers, and how often a healthy canary would show them. */
export function explain(
  verdict: Verdict,
  metrics: readonly Metric[],
  evidence: readonly Evidence[],
  state: JudgeState,
  alpha: number,
): string {
  const [first, ...more] = evidence
  if (first === undefined) return 'There is no metric to judge by'
  const lacking = evidence.find(({ data }) => data !== 'enough')
  if (verdict === 'inconclusive' && lacking) return explainLack(lacking, state)
  const worst = more.reduce((a, b) => (b.logE > a.logE ? b : a), first)
  const rollouts = rolloutValue(metrics, state)
  switch (verdict) {
    case 'pass':
      return `${compare(worst)}: nothing that a healthy canary would not show`
    case 'inconclusive':
      return `${compare(worst)}: a healthy canary would look this bad ${atMostOnce(rollouts)}; once in ${formatCount(Math.round(1 / alpha))} aborts`
    case 'fail':
      // A failed rollout stays failed even if the evidence has shrunk since: it once was 1/α.
      return `${compare(worst)}: a healthy canary would look this bad ${atMostOnce(Math.max(rollouts, 1 / alpha))}`
  }
}

function explainLack(metric: Evidence, state: JudgeState): string {
  const { name, canary, stable } = metric
  const ticks = state.ticks === 1 ? '1 tick' : `${formatCount(state.ticks)} ticks`
  if (metric.data === 'none') return `${name}: nothing to compare after ${ticks}: both tracks need requests`
  if (metric.data === 'silent')
    return `${name}: the canary, or stable, has stopped showing requests: what was seen before says nothing about now`
  const [side, total] = canary.total < minimumRequests ? ['the canary', canary.total] : ['stable', stable.total]
  return `${name}: ${side} has had ${formatCount(total)} of the ${minimumRequests} requests that a verdict needs`
}

function compare({ name, edge, canary, stable }: Evidence): string {
  const slower = edge === null ? '' : ` over ${edge}`
  return `${name}: canary ${share(canary)}${slower} against stable ${share(stable)}`
}

function share({ bad, total, rate }: TrackEvidence): string {
  return `${formatCount(bad)} of ${formatCount(total)} (${formatPercent(rate)})`
}

function atMostOnce(rollouts: number): string {
  if (rollouts >= 1e9) return 'less than once in a billion rollouts'
  return `at most once in ${formatCount(leading(rollouts))} rollouts`
}

/** Two leading digits, rounded down: more would claim more than the test promises. */
function leading(value: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 1)
  return Math.floor(value / unit) * unit
}

export function formatPercent(rate: number): string {
  return `${(rate * 100).toFixed(2)} %`
}

export function formatCount(count: number): string {
  const rounded = Number.isInteger(count) ? String(count) : count.toFixed(1)
  return rounded.replace(/\B(?=(\d{3})+(?!\d))/g, ',')
}
