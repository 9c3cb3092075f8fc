import type { Recording } from '../../ledger/state.js'

/** What a chart draws of one metric: at most `mostPoints` points, each over one or more ticks. */
export interface Series {
  readonly name: string
  /** e.g. `bad answers`, or `slower than 0.25`. */
  readonly measure: string
  readonly canary: readonly Point[]
  readonly stable: readonly Point[]
}

/** Counts are zero where nothing was seen. */
export interface Point {
  readonly bad: number
  readonly total: number
}

const mostPoints = 48

/** A recording's metrics as they are drawn, as far as they can be read: a board shows what is there. */
export function seriesOf(recording: Recording): Series[] {
  return recording.metrics.map((metric) => {
    const edge = metric.kind === 'histogram' ? typicalEdge(recording, metric.name) : null
    const side = (track: 'canary' | 'stable') =>
      thin(recording.ticks.map((tick) => read(tick, metric.name, track, edge)))
    return {
      name: metric.name,
      measure: edge === null ? 'bad answers' : `slower than ${edge}`,
      canary: side('canary'),
      stable: side('stable'),
    }
  })
}

/** The weight at each of the points that `seriesOf` draws. */
export function weightsOf(recording: Recording): number[] {
  const size = groupSize(recording.ticks.length)
  return recording.ticks
    .filter((_, index) => index % size === 0)
    .map(({ weight }) => (isCount(weight) ? Math.min(weight, 100) : 0))
}

/** The times of the first and the last tick. */
export function spanOf(recording: Recording): { first: string; last: string } {
  const text = (at: unknown) => (typeof at === 'string' ? at : '')
  return { first: text(recording.ticks[0]?.at), last: text(recording.ticks.at(-1)?.at) }
}

function groupSize(ticks: number): number {
  return Math.max(1, Math.ceil(ticks / mostPoints))
}

function thin(points: readonly Point[]): Point[] {
  const size = groupSize(points.length)
  const groups: Point[] = []
  for (let start = 0; start < points.length; start += size) groups.push(sum(points.slice(start, start + size)))
  return groups
}

function sum(points: readonly Point[]): Point {
  return points.reduce((a, b) => ({ bad: a.bad + b.bad, total: a.total + b.total }), { bad: 0, total: 0 })
}

function read(tick: unknown, metric: string, track: string, edge: number | null): Point {
  const counts = field(field(tick, metric), track)
  const total = field(counts, 'total')
  const bad = edge === null ? field(counts, 'bad') : slowerThan(counts, edge)
  return isCount(total) && isCount(bad) ? { bad, total } : { bad: 0, total: 0 }
}

function slowerThan(counts: unknown, edge: number): unknown {
  const total = field(counts, 'total')
  const below = bucketsOf(counts).find(([le]) => le === edge)?.[1]
  return isCount(total) && below !== undefined ? total - below : undefined
}

/** The edge that stable's slowest tenth exceeds: where a shift shows best. */
function typicalEdge(recording: Recording, metric: string): number | null {
  let total = 0
  const below = new Map<number, number>()
  for (const tick of recording.ticks) {
    const counts = field(field(tick, metric), 'stable')
    const seen = field(counts, 'total')
    if (!isCount(seen)) continue
    total += seen
    for (const [le, count] of bucketsOf(counts)) below.set(le, (below.get(le) ?? 0) + count)
  }
  const edges = [...below].sort(([a], [b]) => a - b)
  return (edges.find(([, count]) => count >= 0.9 * total) ?? edges.at(-1))?.[0] ?? null
}

function bucketsOf(counts: unknown): [number, number][] {
  const buckets = field(counts, 'buckets')
  if (!Array.isArray(buckets)) return []
  return buckets.filter((bucket): bucket is [number, number] => Array.isArray(bucket) && bucket.every(isCount))
}

function field(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined
  return (value as Record<string, unknown>)[name]
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0
}
