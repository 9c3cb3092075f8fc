/**
 * The sequential test on counts. In a tick the canary had `c` bad events and the stable track `s`; `w` is the canary's
 * share of the requests that were really seen. Against "the canary's bad rate is `ratio` times stable's" an alternative
 * that says `factor` times more than that multiplies its wealth by
 *
 *     factor^c · D^(c + s),   D = (w·ratio + 1 − w) / (w·ratio·factor + 1 − w)
 *
 * Its expectation is at most 1 while the null holds (proof in docs/judge.md), so wealth is an e-process: it exceeds
 * 1/α at any time with probability at most α, however often one looks (Ville's inequality).
 */

const { abs, exp, log, log1p, log2, max } = Math

/** How much worse than the allowed ratio the canary might be. */
export const worse = [1.2, 1.5, 2, 3, 5, 10, 30, 100] as const

/** How much better than the refuted ratio the canary might be: the mirrored test's alternatives. */
export const better = [0.8, 2 / 3, 0.5, 0.2] as const

const logWorse = worse.map(log)
const logBetter = better.map(log)

/** The mirrored test refutes "the canary's bad rate is at least `maxRatio · earlyFactor` times stable's". */
export const earlyFactor = 1.5

/** What one bad event adds to every alternative's log-wealth at this tick's share; shared by all edges of a histogram. */
export interface Odds {
  readonly worse: readonly number[]
  readonly better: readonly number[]
}

/** `share` is the canary's share of the tick's requests, strictly between 0 and 1. */
export function oddsAt(share: number, maxRatio: number): Odds {
  return {
    worse: dilution(share, maxRatio, worse),
    better: dilution(share, maxRatio * earlyFactor, better),
  }
}

/** log D for every factor. */
function dilution(share: number, ratio: number, factors: readonly number[]): number[] {
  const canary = share * ratio
  const stable = 1 - share
  const base = log(canary + stable)
  return factors.map((factor) => base - log(canary * factor + stable))
}

/** Adds the tick's log-likelihood ratios; `dispersion` ≥ 1 divides the counts, which can only make the test slower. */
export function bet(
  wealth: { worse: number[]; better: number[] },
  odds: Odds,
  canaryBad: number,
  stableBad: number,
  dispersion: number,
): void {
  const bad = canaryBad + stableBad
  grow(wealth.worse, logWorse, odds.worse, canaryBad / dispersion, bad / dispersion)
  grow(wealth.better, logBetter, odds.better, canaryBad / dispersion, bad / dispersion)
}

function grow(
  wealth: number[],
  logFactors: readonly number[],
  dilutions: readonly number[],
  canary: number,
  bad: number,
) {
  for (let index = 0; index < wealth.length; index++) {
    wealth[index] = at(wealth, index) + temper(canary * at(logFactors, index) + bad * at(dilutions, index))
  }
}

/**
 * What one tick may claim. Beyond 1 (a factor e) only the logarithm counts, so that a burst in a single tick does not
 * convince while several ticks, or a canary that fails outright, do. Taking less than was won keeps the test valid.
 */
function temper(gain: number): number {
  return gain <= 1 ? gain : 1 + log(gain)
}

/**
 * Wealth that has not been staked after `ticks` ticks. It is staked bit by bit, so that a canary that turns bad late is
 * found as if the test had started then, for the price of a slowly falling starting stake. Falls from 1 like 1 / log.
 */
export function reserve(ticks: number): number {
  return 1 / (1 + log2(1 + ticks))
}

/** log of what the reserve gives up to each alternative at this tick, which counts from 1. */
export function logStake(tick: number): number {
  return log((reserve(tick - 1) - reserve(tick)) / worse.length)
}

/** Gives every alternative its new stake. */
export function stake(wealth: number[], logStake: number): void {
  for (let index = 0; index < wealth.length; index++) wealth[index] = logAdd(at(wealth, index), logStake)
}

/** log of the e-value: the reserve and all alternatives together. */
export function logValue(wealth: readonly number[], ticks: number): number {
  return logSum([...wealth, log(reserve(ticks))])
}

/** log of the mirrored e-value: the mean over its alternatives, all staked from the start. */
export function logMean(wealth: readonly number[]): number {
  return logSum(wealth) - log(wealth.length)
}

/** log Σ exp(values), without overflow. */
export function logSum(values: readonly number[]): number {
  const largest = values.reduce((a, b) => max(a, b), nothing)
  let sum = 0
  for (const value of values) sum += exp(value - largest)
  return largest + log(sum)
}

/** log 0, as a number that JSON can carry; far below anything that matters, far above overflow. */
export const nothing = -1e300

function logAdd(a: number, b: number): number {
  const apart = abs(a - b)
  return apart > 40 ? max(a, b) : max(a, b) + log1p(exp(-apart))
}

function at(values: readonly number[], index: number): number {
  return values[index] as number
}
