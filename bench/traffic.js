/**
 * Seeded traffic for the judge: what a canary and the stable track beside it would have counted, tick by tick. Used by
 * the bench and by the tests, so that both speak of the same healthy and the same broken canaries.
 */

const { cos, exp, floor, imul, log, max, min, PI, round, sin, sqrt } = Math

/** Mulberry32: a small generator of uniform numbers in [0, 1) whose sequence depends on the seed alone. */
export function randomFrom(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

function normal(random) {
  return sqrt(-2 * log(1 - random())) * cos(2 * PI * random())
}

export function poisson(random, mean) {
  if (mean > 60) return max(0, round(mean + sqrt(mean) * normal(random)))
  const limit = exp(-mean)
  let count = -1
  for (let product = 1; product > limit; count++) product *= random()
  return max(0, count)
}

export function binomial(random, trials, probability) {
  if (probability > 0.5) return trials - binomial(random, trials, 1 - probability)
  const mean = trials * probability
  if (mean > 40) {
    const drawn = round(mean + sqrt(mean * (1 - probability)) * normal(random))
    return min(trials, max(0, drawn))
  }
  // Geometric jumps from one success to the next: exact, and as fast as there are successes.
  const perTrial = log(1 - probability)
  let count = 0
  for (let at = jump(random, perTrial); at <= trials; at += jump(random, perTrial)) count++
  return count
}

function jump(random, perTrial) {
  return perTrial === 0 ? Number.POSITIVE_INFINITY : 1 + floor(log(1 - random()) / perTrial)
}

/** Marsaglia and Tsang's method; mean 1, variance 1 / shape. */
function gamma(random, shape) {
  const d = shape - 1 / 3
  const c = 1 / sqrt(9 * d)
  for (;;) {
    const x = normal(random)
    const v = (1 + c * x) ** 3
    if (v > 0 && log(1 - random()) < 0.5 * x * x + d - d * v + d * log(v)) return (d * v) / shape
  }
}

/** How rates move from tick to tick: factors for the canary, for stable, and for the number of requests. */
const weathers = {
  calm: () => [1, 1, 1],
  /** A day's rhythm, in requests and in errors, the same for both. */
  diurnal: (_, tick) => {
    const rate = exp(sin(tick / 40))
    return [rate, rate, 1 + 0.5 * sin(tick / 60)]
  },
  /** A dependency that stumbles: the factor is another at each tick, the same for both. */
  shared: (random) => {
    const rate = gamma(random, 4)
    return [rate, rate, 1]
  },
  /** Each track has its own luck: negative binomial counts. */
  overdispersed: (random) => [gamma(random, 5), gamma(random, 5), 1],
}

/**
 * @param {{requestsPerTick: number, weight: number, badRate: number, times?: number, from?: number, ticks: number,
 *   weather?: keyof typeof weathers, seed: number}} scene `times` is how much worse the canary is, from tick `from` on
 * @returns recorded ticks with the metric `errors`
 */
export function errorTicks(scene) {
  const { requestsPerTick, weight, badRate, times = 1, from = 0, ticks, weather = 'calm', seed } = scene
  const random = randomFrom(seed)
  return Array.from({ length: ticks }, (_, tick) => {
    const [canaryFactor, stableFactor, requests] = weathers[weather](random, tick)
    const total = poisson(random, requestsPerTick * requests)
    const canary = binomial(random, total, weight / 100)
    const worse = tick >= from ? times : 1
    return {
      at: timeOf(tick),
      weight,
      errors: {
        canary: badOf(random, canary, badRate * canaryFactor * worse),
        stable: badOf(random, total - canary, badRate * stableFactor),
      },
    }
  })
}

function badOf(random, total, rate) {
  return { bad: binomial(random, total, min(1, rate)), total }
}

const edges = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** Exponential latencies of mean 50 ms; the canary's are `times` slower. Ticks with the metric `latency`, in seconds. */
export function latencyTicks({ requestsPerTick, weight, times = 1, ticks, seed }) {
  const random = randomFrom(seed)
  return Array.from({ length: ticks }, (_, tick) => {
    const total = poisson(random, requestsPerTick)
    const canary = binomial(random, total, weight / 100)
    return {
      at: timeOf(tick),
      weight,
      latency: {
        canary: bucketsOf(random, canary, 0.05 * times),
        stable: bucketsOf(random, total - canary, 0.05),
      },
    }
  })
}

/** Each bucket takes its binomial part of what is left: together multinomial. */
function bucketsOf(random, total, mean) {
  let left = total
  let before = 1
  const buckets = edges.map((le) => {
    const above = exp(-le / mean)
    left -= binomial(random, left, 1 - above / before)
    before = above
    return [le, total - left]
  })
  return { buckets, total }
}

function timeOf(tick) {
  return new Date(Date.UTC(2026, 0, 1) + tick * 1000).toISOString()
}
