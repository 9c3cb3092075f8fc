import { IngotError } from '../../../src/errors.js'
import {
  judgeTick,
  type Metric,
  parseJudgeState,
  parseRecording,
  replay,
  startJudge,
  type Tick,
} from '../../../src/promote/judge/index.js'
import fc from '../../property.js'

const errors: Metric = { name: 'errors', kind: 'ratio', maxRatio: 1 }
const latency: Metric = { name: 'latency', kind: 'histogram', maxRatio: 1.2 }
const metrics = [errors, latency]

const ratio = fc
  .tuple(fc.nat(1_000_000), fc.nat(1_000_000))
  .map(([a, b]) => ({ bad: Math.min(a, b), total: Math.max(a, b) }))
const histogram = fc.array(fc.nat(1_000_000), { minLength: 4, maxLength: 4 }).map((counts) => {
  const [first, second, third, total] = counts.sort((a, b) => a - b)
  return {
    buckets: [
      [0.1, first],
      [0.5, second],
      [2.5, third],
      ['+Inf', total],
    ],
    total,
  }
})
const sides = <Side>(side: fc.Arbitrary<Side>) => fc.record({ canary: side, stable: side })
const tick: fc.Arbitrary<Tick> = fc.record(
  { at: fc.constant('2026-01-01T00:00:00Z'), weight: fc.nat(100), errors: sides(ratio), latency: sides(histogram) },
  { requiredKeys: [] },
)
const ticks = fc.array(tick, { maxLength: 30 })

function judgeAll(ticks: readonly Tick[], judged = metrics) {
  let last = { state: startJudge(judged, 0.01), verdicts: [] as string[] }
  for (const tick of ticks) {
    const { state, verdict } = judgeTick(judged, 0.01, last.state, tick)
    last = { state, verdicts: [...last.verdicts, verdict] }
  }
  return last
}

function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : []
}

test('whatever is counted, every number is finite and every sentence is whole', () => {
  fc.assert(
    fc.property(ticks, (ticks) => {
      const judged = replay({ alpha: 0.01, metrics, ticks })
      expect(numbersIn([judged, judgeAll(ticks).state]).every(Number.isFinite)).toBe(true)
      expect(judged.sentence).not.toMatch(/NaN|Infinity|undefined/)
    }),
  )
})

test('a state that went through JSON goes on as if it had not', () => {
  fc.assert(
    fc.property(ticks, tick, (ticks, next) => {
      const { state } = judgeAll(ticks)
      const restored = parseJudgeState(JSON.parse(JSON.stringify(state)))
      expect(restored).toEqual(state)
      expect(judgeTick(metrics, 0.01, restored, next)).toEqual(judgeTick(metrics, 0.01, state, next))
    }),
  )
})

test('judging leaves the given state as it was', () => {
  fc.assert(
    fc.property(ticks, tick, (ticks, next) => {
      const { state } = judgeAll(ticks)
      const before = structuredClone(state)
      judgeTick(metrics, 0.01, state, next)
      expect(state).toEqual(before)
    }),
  )
})

test('replay says what the live judge said, at the same tick', () => {
  fc.assert(
    fc.property(ticks, (ticks) => {
      const { verdicts } = judgeAll(ticks)
      const failed = verdicts.indexOf('fail')
      const replayed = replay({ alpha: 0.01, metrics, ticks })
      expect(replayed.tick).toBe(failed < 0 ? ticks.length : failed + 1)
      expect(replayed.verdict).toBe(failed < 0 ? (verdicts.at(-1) ?? 'inconclusive') : 'fail')
    }),
  )
})

test('a failed rollout stays failed', () => {
  fc.assert(
    fc.property(ticks, (ticks) => {
      const { verdicts } = judgeAll(ticks)
      const failed = verdicts.indexOf('fail')
      if (failed >= 0) expect(new Set(verdicts.slice(failed))).toEqual(new Set(['fail']))
    }),
  )
})

test('one more bad canary request never makes the canary look better', () => {
  fc.assert(
    fc.property(fc.nat(500), fc.integer({ min: 502, max: 5000 }), ratio, (bad, total, stable) => {
      const evidence = (bad: number) =>
        judgeTick([errors], 0.01, startJudge([errors], 0.01), { errors: { canary: { bad, total }, stable } }).metrics[0]
      expect(evidence(bad + 1)?.logE).toBeGreaterThanOrEqual(evidence(bad)?.logE as number)
    }),
  )
})

test('one more bad stable request never makes the canary look worse', () => {
  fc.assert(
    fc.property(fc.nat(500), fc.integer({ min: 502, max: 5000 }), ratio, (bad, total, canary) => {
      const evidence = (bad: number) =>
        judgeTick([errors], 0.01, startJudge([errors], 0.01), { errors: { canary, stable: { bad, total } } }).metrics[0]
      expect(evidence(bad + 1)?.logE).toBeLessThanOrEqual((evidence(bad)?.logE as number) + 1e-9)
    }),
  )
})

test('the order of metrics does not matter', () => {
  fc.assert(
    fc.property(ticks, (ticks) => {
      const one = replay({ alpha: 0.01, metrics: [errors, latency], ticks })
      const other = replay({ alpha: 0.01, metrics: [latency, errors], ticks })
      expect([other.verdict, other.tick]).toEqual([one.verdict, one.tick])
    }),
  )
})

test('ticks without data change no evidence', () => {
  fc.assert(
    fc.property(ticks, (ticks) => {
      const sparse = ticks.flatMap((tick) => [tick, { at: '2026-01-01T00:00:00Z', weight: 10 }])
      const values = (ticks: readonly Tick[]) => judgeAll(ticks).state.metrics.map(({ tests }) => tests)
      expect(values(sparse)).toEqual(values(ticks))
    }),
  )
})

test('a smaller alpha never fails sooner', () => {
  fc.assert(
    fc.property(ticks, (ticks) => {
      const [strict, lax] = [0.001, 0.1].map((alpha) => replay({ alpha, metrics, ticks }))
      if (strict?.verdict === 'fail') {
        expect(lax?.verdict).toBe('fail')
        expect(lax?.tick).toBeLessThanOrEqual(strict.tick)
      }
    }),
  )
})

test('whatever is written in a file, the answer is a judgement or an error that says where', () => {
  fc.assert(
    fc.property(
      fc.record({ metrics: fc.constant([{ name: 'errors', kind: 'ratio' }]), ticks: fc.array(fc.jsonValue()) }),
      (value) => {
        try {
          replay(parseRecording(value))
        } catch (error) {
          expect(error).toBeInstanceOf(IngotError)
          expect((error as IngotError).reason).toBe('invalid-input')
          expect((error as IngotError).message).toMatch(/tick \d+/)
        }
      },
    ),
  )
})
