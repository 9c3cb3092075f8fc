import { z } from 'zod'
import { IngotError } from '../../errors.js'
import { advance } from './advance.js'
import { type Judgement, judgement } from './judge.js'
import { startJudge } from './state.js'
import type { Metric } from './tick.js'

/** A recorded canary, read: its ticks stay as they were written and are checked one by one when they are judged. */
export interface RecordedCanary {
  readonly alpha: number
  readonly metrics: readonly Metric[]
  readonly ticks: readonly unknown[]
}

export interface Replay extends Judgement {
  /** From 1: the tick at which a failure was decided, otherwise the number of ticks. */
  readonly tick: number
  /** Ticks in the recording; those after a failure are not judged. */
  readonly ticks: number
}

const name = z
  .string()
  .min(1)
  .max(100)
  .refine(
    (text) => !['at', 'weight', '__proto__'].includes(text),
    'at and weight are fields of a tick, choose another name',
  )

const schema = z.object({
  alpha: z.number().positive().max(0.5).default(0.01),
  metrics: z
    .array(
      z.object({
        name,
        kind: z.enum(['ratio', 'histogram']),
        'max-ratio': z.number().min(0.01).max(1000).default(1),
      }),
    )
    .min(1)
    .max(100)
    .refine(
      (metrics) => new Set(metrics.map((metric) => metric.name)).size === metrics.length,
      'two metrics have one name',
    ),
  ticks: z.array(z.unknown()).max(1_000_000),
})

/**
 * A recording as it was written.
 *
 * @throws IngotError `invalid-input` naming the field
 */
export function parseRecording(value: unknown): RecordedCanary {
  const parsed = schema.safeParse(value)
  if (!parsed.success) {
    throw new IngotError('invalid-input', `The recording is wrong: ${z.prettifyError(parsed.error)}`, {
      advice: 'docs/judge.md describes the form of a recording',
      cause: parsed.error,
    })
  }
  const { alpha, metrics, ticks } = parsed.data
  return {
    alpha,
    metrics: metrics.map(({ name, kind, 'max-ratio': maxRatio }) => ({ name, kind, maxRatio })),
    ticks,
  }
}

/**
 * Judges a recorded canary as it was judged while it ran: same ticks, same verdict.
 *
 * @throws IngotError `invalid-input` naming tick and field; `cancelled` when `signal` aborts
 */
export function replay(recording: RecordedCanary, options: { signal?: AbortSignal } = {}): Replay {
  const { alpha, metrics, ticks } = recording
  const state = startJudge(metrics, alpha)
  for (const tick of ticks) {
    options.signal?.throwIfAborted()
    advance(metrics, alpha, state, tick)
    if (state.failedAt !== null) break
  }
  return { ...judgement(metrics, alpha, state), tick: state.failedAt ?? state.ticks, ticks: ticks.length }
}
