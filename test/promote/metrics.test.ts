import type { Metric } from '../../src/promote/judge/index.js'
import { countersSince, latencyBounds } from '../../src/promote/metrics/counters.js'
import { parseReading, tickBetween } from '../../src/promote/metrics/source.js'
import { RequestCounter } from '../../src/promote/targets/process/counting.js'
import { Split } from '../../src/promote/targets/process/split.js'
import fc from '../property.js'
import { counters } from './fakes.js'

test('latencies are counted cumulatively, as Prometheus does', () => {
  const counter = new RequestCounter()
  for (const milliseconds of [0.2, 1, 1.1, 30, 9_999, 60_000]) counter.count(milliseconds, milliseconds > 10_000)
  const { total, bad, buckets } = counter.read()
  expect({ total, bad }).toEqual({ total: 6, bad: 1 })
  expect(buckets.map(([le]) => le)).toEqual([...latencyBounds])
  expect(Object.fromEntries(buckets)).toMatchObject({ 0.001: 2, 0.002: 3, 0.02: 3, 0.03: 4, 5: 4, 10: 5 })
})

test('differences of counters; a restart begins at nothing', () => {
  expect(countersSince(counters(10, 2), counters(15, 3))).toMatchObject({ total: 5, bad: 1 })
  expect(countersSince(null, counters(15, 3))).toMatchObject({ total: 15, bad: 3 })
  expect(countersSince(counters(10, 2, 'before'), counters(15, 3, 'after'))).toMatchObject({ total: 15, bad: 3 })
  expect(countersSince(counters(10, 2), counters(4, 1))).toMatchObject({ total: 4, bad: 1 })
})

test('a tick has the form that the judge replays', () => {
  const metrics: Metric[] = [
    { name: 'errors', kind: 'ratio', maxRatio: 1 },
    { name: 'latency', kind: 'histogram', maxRatio: 1 },
  ]
  const before = { canary: counters(10, 1), stable: counters(100, 1) }
  const now = { canary: counters(20, 3), stable: counters(190, 1) }
  const tick = tickBetween(metrics, before, now, { at: '2026-01-01T00:00:00.000Z', weight: 10 })
  expect(tick).toEqual({
    at: '2026-01-01T00:00:00.000Z',
    weight: 10,
    errors: { canary: { bad: 2, total: 10 }, stable: { bad: 0, total: 90 } },
    latency: {
      canary: { buckets: latencyBounds.map((le) => [le, 10]), total: 10 },
      stable: { buckets: latencyBounds.map((le) => [le, 90]), total: 90 },
    },
  })
  expect(tickBetween(metrics, before, { canary: null, stable: null }, { at: '', weight: 1 })).toEqual({
    at: '',
    weight: 1,
  })
  expect(parseReading(JSON.parse(JSON.stringify(now)))).toEqual(now)
  expect(parseReading({ canary: 'x' })).toBeNull()
})

test('the split keeps to the weight after few requests, for every period in the traffic', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 10 }), (weight, period) => {
      const split = new Split()
      const choices = Array.from({ length: 1_000 * period }, () => split.isCanary(weight))
      const same = choices.filter((_, index) => index % period === 0)
      const share = same.filter(Boolean).length / same.length
      expect(Math.abs(share - weight / 100)).toBeLessThan(0.02)
    }),
    { numRuns: 50 },
  )
  expect(new Split().isCanary(0)).toBe(false)
})
