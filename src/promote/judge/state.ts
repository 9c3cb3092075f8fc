import { z } from 'zod'
import { IngotError } from '../../errors.js'
import type { Dispersion } from './dispersion.js'
import { better, nothing, worse } from './e-process.js'
import type { Metric } from './tick.js'

/** Everything that the judge keeps between ticks: a few numbers a metric and edge, plain JSON. */
export interface JudgeState {
  schemaVersion: 1
  /** Ticks so far, with or without data. */
  ticks: number
  /** The tick, from 1, at which the evidence reached 1/α; a failed rollout stays failed. */
  failedAt: number | null
  metrics: MetricState[]
}

export interface MetricState {
  name: string
  /** Ticks in which both tracks had requests. */
  ticks: number
  /** Ticks since then. */
  silent: number
  canaryTotal: number
  stableTotal: number
  tests: TestState[]
}

/** One sequential test: the ratio's, or that of one edge of a histogram. */
export interface TestState {
  edge: number | null
  canaryBad: number
  stableBad: number
  /** The stable track's counts in the last tick that had data: what the next one's jump is measured from. */
  previous: { bad: number; total: number }
  dispersion: Dispersion
  /** Log-wealth of each alternative that says the canary is worse. */
  worse: number[]
  /** Log-wealth of each alternative of the mirrored test. */
  better: number[]
}

/**
 * The state before the first tick.
 *
 * @param alpha the largest acceptable probability of aborting a healthy rollout, more than 0 and at most 0.5
 * @throws IngotError `invalid-config` when it is not
 */
export function startJudge(metrics: readonly Metric[], alpha: number): JudgeState {
  if (!(alpha > 0 && alpha <= 0.5)) {
    throw new IngotError('invalid-config', `alpha is ${alpha}: it must be more than 0 and at most 0.5`, {
      advice: 'alpha is the accepted probability of aborting a healthy rollout: 0.01 is a good start',
    })
  }
  return { schemaVersion: 1, ticks: 0, failedAt: null, metrics: metrics.map(startMetric) }
}

export function startMetric(metric: Metric): MetricState {
  const tests = metric.kind === 'ratio' ? [startTest(null)] : []
  return { name: metric.name, ticks: 0, silent: 0, canaryTotal: 0, stableTotal: 0, tests }
}

export function startTest(edge: number | null): TestState {
  return {
    edge,
    canaryBad: 0,
    stableBad: 0,
    previous: { bad: 0, total: 0 },
    dispersion: { excess: 0, weight: 0 },
    worse: worse.map(() => nothing),
    better: better.map(() => 0),
  }
}

export function copyState(state: JudgeState): JudgeState {
  const copyTest = (test: TestState): TestState => ({
    ...test,
    previous: { ...test.previous },
    dispersion: { ...test.dispersion },
    worse: [...test.worse],
    better: [...test.better],
  })
  return { ...state, metrics: state.metrics.map((metric) => ({ ...metric, tests: metric.tests.map(copyTest) })) }
}

const count = z.number().nonnegative()
const test = z.strictObject({
  edge: z.number().nullable(),
  canaryBad: count,
  stableBad: count,
  previous: z.strictObject({ bad: count, total: count }),
  dispersion: z.strictObject({ excess: z.number(), weight: count }),
  worse: z.array(z.number()).length(worse.length),
  better: z.array(z.number()).length(better.length),
})
const schema: z.ZodType<JudgeState> = z.strictObject({
  schemaVersion: z.literal(1),
  ticks: z.int().nonnegative(),
  failedAt: z.int().positive().nullable(),
  metrics: z
    .array(
      z.strictObject({
        name: z.string(),
        ticks: z.int().nonnegative(),
        silent: z.int().nonnegative(),
        canaryTotal: count,
        stableTotal: count,
        tests: z.array(test).max(200),
      }),
    )
    .max(100),
})

/**
 * A state as it was kept in the ledger.
 *
 * @throws IngotError `ledger-unreadable` when it is not one of ours
 */
export function parseJudgeState(value: unknown): JudgeState {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new IngotError('ledger-unreadable', `The judge's state is not readable: ${z.prettifyError(parsed.error)}`, {
    advice: 'It was written by another version or changed by hand: abort this rollout and start it again',
    cause: parsed.error,
  })
}
