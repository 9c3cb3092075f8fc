// @ts-expect-error: a plain script, shared with the bench
import { errorTicks, latencyTicks } from '../../../bench/traffic.js'
import { judgeTick, replay, startJudge } from '../../../src/promote/judge/index.js'

const errors = { name: 'errors', kind: 'ratio', maxRatio: 1 } as const
const latency = { name: 'latency', kind: 'histogram', maxRatio: 1 } as const

function aborted(
  replays: number,
  record: (seed: number) => unknown[],
  metrics: Parameters<typeof replay>[0]['metrics'],
) {
  let count = 0
  for (let seed = 1; seed <= replays; seed++) {
    if (replay({ alpha: 0.01, metrics, ticks: record(seed) }).verdict === 'fail') count += 1
  }
  return count / replays
}

// A rate of exactly α would leave 1 % in half of the runs: seeds are fixed, and the true rate lies well below.
describe('healthy rollouts that are aborted at α = 0.01', () => {
  test.each([
    ['calm', 10, 10, 0.02],
    ['calm', 300, 10, 0.001],
    ['calm', 300, 50, 0.02],
    ['calm', 2000, 1, 0.3],
    ['calm', 2000, 5, 0.01],
    ['diurnal', 300, 10, 0.02],
    ['shared', 300, 10, 0.02],
    ['overdispersed', 300, 50, 0.02],
    ['overdispersed', 2000, 5, 0.01],
  ])('%s, %i requests a tick, %i %% weight, bad rate %f: at most 1 %%', (weather, requestsPerTick, weight, badRate) => {
    const record = (seed: number) => errorTicks({ weather, requestsPerTick, weight, badRate, ticks: 120, seed })
    expect(aborted(200, record, [errors])).toBeLessThanOrEqual(0.01)
  })

  test('latency histograms: at most 1 %', () => {
    const record = (seed: number) => latencyTicks({ requestsPerTick: 300, weight: 10, ticks: 50, seed })
    expect(aborted(200, record, [latency])).toBeLessThanOrEqual(0.01)
  })

  test('errors and latency together: at most 1 % for both', () => {
    const record = (seed: number) => {
      const ticks: object[] = errorTicks({ requestsPerTick: 200, weight: 25, badRate: 0.01, ticks: 40, seed })
      const slow: object[] = latencyTicks({ requestsPerTick: 200, weight: 25, ticks: 40, seed: seed + 1e6 })
      return ticks.map((tick, index) => ({ ...slow[index], ...tick }))
    }
    expect(aborted(200, record, [errors, latency])).toBeLessThanOrEqual(0.01)
  })

  test('a canary that is better than stable is not aborted', () => {
    const record = (seed: number) =>
      errorTicks({ requestsPerTick: 300, weight: 10, badRate: 0.03, times: 0.5, ticks: 60, seed })
    expect(aborted(100, record, [errors])).toBe(0)
  })
})

test('a canary 1.5 times as bad is promoted early in at most 1 % of rollouts, an equal one mostly', () => {
  const early = (times: number, seed: number) => {
    let state = startJudge([errors], 0.01)
    const scene = { requestsPerTick: 300, weight: 50, badRate: 0.02, times, ticks: 80, seed }
    return errorTicks(scene).some((tick: Record<string, unknown>) => {
      const judged = judgeTick([errors], 0.01, state, tick)
      state = judged.state
      return judged.metrics[0]?.early
    })
  }
  const seeds = Array.from({ length: 100 }, (_, seed) => seed)
  expect(seeds.filter((seed) => early(1.5, seed)).length).toBeLessThanOrEqual(1)
  expect(seeds.filter((seed) => early(1, seed)).length).toBeGreaterThan(80)
})

function decidedAt(record: (seed: number) => unknown[], metrics: Parameters<typeof replay>[0]['metrics']): number[] {
  const ticks = Array.from({ length: 30 }, (_, seed) => {
    const { verdict, tick } = replay({ alpha: 0.01, metrics, ticks: record(seed) })
    return verdict === 'fail' ? tick : Number.POSITIVE_INFINITY
  })
  return ticks.sort((a, b) => a - b)
}

describe('broken canaries', () => {
  test('3 % errors against 0.1 %, at 10 % of 300 requests a tick: mostly within ten ticks, always within thirty', () => {
    const at = decidedAt(
      (seed) => errorTicks({ requestsPerTick: 300, weight: 10, badRate: 0.001, times: 30, ticks: 60, seed }),
      [errors],
    )
    expect(at[15]).toBeLessThanOrEqual(10)
    expect(at.at(-1)).toBeLessThanOrEqual(30)
  })

  test('a canary that fails every request: at the first tick or the second', () => {
    const at = decidedAt(
      (seed) => errorTicks({ requestsPerTick: 300, weight: 10, badRate: 0.001, times: 1000, ticks: 9, seed }),
      [errors],
    )
    expect(at.at(-1)).toBeLessThanOrEqual(2)
  })

  test('a canary that turns bad after 600 good ticks is found as if it had just begun', () => {
    const from = 600
    const at = decidedAt(
      (seed) =>
        errorTicks({ requestsPerTick: 300, weight: 10, badRate: 0.005, times: 10, from, ticks: from + 60, seed }),
      [errors],
    )
    expect(at[0]).toBeGreaterThan(from)
    expect(at[15]).toBeLessThanOrEqual(from + 20)
  })

  test('latencies half as long again: within some ticks, and the worst edge is named', () => {
    const record = (seed: number) => latencyTicks({ requestsPerTick: 300, weight: 10, times: 1.5, ticks: 120, seed })
    expect(decidedAt(record, [latency])[15]).toBeLessThanOrEqual(60)
    const { metrics } = replay({ alpha: 0.01, metrics: [latency], ticks: record(3) })
    expect(metrics[0]?.edge).toBeGreaterThanOrEqual(0.05)
  })
})
