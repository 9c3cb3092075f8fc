import { z } from 'zod'
import type { Metric } from '../judge/index.js'
import type { TargetObservation } from '../targets/target.js'
import { type Counters, countersSchema, countersSince } from './counters.js'

/** Cumulative counts of both tracks at one moment; null where there is no track. */
export interface Reading {
  readonly canary: Counters | null
  readonly stable: Counters | null
}

/** Where the counts that the judge compares come from. */
export interface MetricSource {
  /** @param observation what the target said a moment ago, with its own counters */
  read(observation: TargetObservation, signal?: AbortSignal): Promise<Reading>
}

/** The counters that the target keeps while it splits the traffic. */
export const targetMetrics: MetricSource = {
  read: async ({ canary, stable }) => ({ canary: canary?.counters ?? null, stable: stable?.counters ?? null }),
}

const readingSchema = z.object({ canary: countersSchema.nullable(), stable: countersSchema.nullable() })

/** A reading as the ledger kept it; null when there is none, or when another version wrote it in a way unknown here. */
export function parseReading(value: unknown): Reading | null {
  const parsed = readingSchema.safeParse(value)
  return parsed.success ? parsed.data : null
}

/** The counts between two readings, as a recording holds them: `{at, weight, <metric>: {canary, stable}}`. */
export function tickBetween(
  metrics: readonly Metric[],
  before: Reading,
  now: Reading,
  tick: { at: string; weight: number },
): Record<string, unknown> {
  const { canary, stable } = now
  if (canary === null || stable === null) return tick
  const sides = { canary: countersSince(before.canary, canary), stable: countersSince(before.stable, stable) }
  const comparisons = metrics.map(({ name, kind }) => {
    const counts = kind === 'ratio' ? ratio : histogram
    return [name, { canary: counts(sides.canary), stable: counts(sides.stable) }]
  })
  return { ...tick, ...Object.fromEntries(comparisons) }
}

const ratio = ({ bad, total }: Counters) => ({ bad, total })
const histogram = ({ buckets, total }: Counters) => ({ buckets, total })
