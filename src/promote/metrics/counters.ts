import { z } from 'zod'

/**
 * Upper bounds of the latency buckets, in seconds. A request that takes longer than the last is in the total alone.
 *
 * @see https://prometheus.io/docs/concepts/metric_types/#histogram
 */
export const latencyBounds = [
  0.001, 0.002, 0.005, 0.01, 0.02, 0.03, 0.05, 0.075, 0.1, 0.15, 0.25, 0.5, 0.75, 1, 2.5, 5, 10,
] as const

/** Whole numbers that only grow, until a restart of what counts them: then `epoch` is another. */
export const countersSchema = z.object({
  epoch: z.string(),
  /** Requests that were answered or failed; those that the client itself gave up are left out. */
  total: z.number().int().nonnegative(),
  /** Answered with a 5xx status, or not at all. */
  bad: z.number().int().nonnegative(),
  /** `[le in seconds, requests that took at most so long]`, rising. */
  buckets: z.array(z.tuple([z.number(), z.number().int().nonnegative()])),
})
export type Counters = z.infer<typeof countersSchema>

/** Counts since `before`; everything when there is no `before`, or when the counters started again in between. */
export function countersSince(before: Counters | null, now: Counters): Counters {
  if (before === null || before.epoch !== now.epoch || before.total > now.total) return now
  const earlier = new Map(before.buckets)
  return {
    epoch: now.epoch,
    total: now.total - before.total,
    bad: Math.max(0, now.bad - before.bad),
    buckets: now.buckets.map(([le, count]) => [le, Math.max(0, count - (earlier.get(le) ?? 0))]),
  }
}
