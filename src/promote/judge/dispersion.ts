/**
 * How much more the stable track's bad counts jump from tick to tick than independent events would. Neighbouring ticks
 * are compared, so a rate that changes slowly (a day's rhythm) does not count as a jump. Given both ticks' sum n, the
 * later one is binomial if events are independent, and its Pearson statistic has expectation 1; n − 1 is what a pair
 * can tell (a single event tells nothing). Old jumps fade.
 */
export interface Dispersion {
  /** Weighted sum of (Pearson statistic − 1). */
  excess: number
  /** Sum of those weights. */
  weight: number
}

/** Worth of "events are independent" before anything was seen: keeps the first few pairs from shouting. */
const priorWeight = 5
/** No single pair says more than this many events could. */
const pairWeight = 50
/** An outage that both tracks share must not blind the judge for the rest of the rollout. */
const largestStatistic = 100
/** Per tick: a jump counts half after some 140 ticks. */
const fading = 0.995

export function observeDispersion(
  dispersion: Dispersion,
  previous: { bad: number; total: number },
  current: { bad: number; total: number },
): void {
  dispersion.excess *= fading
  dispersion.weight *= fading
  const bad = previous.bad + current.bad
  if (bad <= 1 || previous.total <= 0) return
  const share = current.total / (previous.total + current.total)
  const statistic = (current.bad - bad * share) ** 2 / (bad * share * (1 - share))
  const weight = Math.min(bad - 1, pairWeight)
  dispersion.excess += weight * (Math.min(statistic, largestStatistic) - 1)
  dispersion.weight += weight
}

/** At least 1: it divides counts and never multiplies them. */
export function dispersionFactor(dispersion: Dispersion): number {
  return 1 + Math.max(0, dispersion.excess / (priorWeight + dispersion.weight))
}
