import { IngotError } from '../../errors.js'

/** A measure that the canary is judged by. */
export interface Metric {
  readonly name: string
  /** `ratio`: bad of total requests. `histogram`: latencies in cumulative buckets. */
  readonly kind: 'ratio' | 'histogram'
  /** How many times stable's bad rate is still acceptable; 1 means no worse. */
  readonly maxRatio: number
}

/** One track's requests in one tick: `bad` of `total`. */
export interface RatioCounts {
  readonly bad: number
  readonly total: number
}

/** One track's requests in one tick: `[le, count]` says that `count` of `total` took at most `le`. Cumulative, ascending. */
export interface HistogramCounts {
  readonly buckets: readonly (readonly [le: number | string, count: number])[]
  readonly total: number
}

export interface Comparison<Counts = RatioCounts | HistogramCounts> {
  readonly canary: Counts
  readonly stable: Counts
}

/**
 * What one tick saw, as it is recorded: `at` (RFC 3339), `weight` (percent meant for the canary), and for each metric a
 * `Comparison` of that tick's counts alone, under the metric's name. A metric that could not be read is left out.
 */
export type Tick = Readonly<Record<string, unknown>>

/** A tick's counts of one metric, one entry an edge (a ratio has a single edge, null). */
export interface Counts {
  readonly edges: readonly (number | null)[]
  readonly canary: { readonly bad: readonly number[]; readonly total: number }
  readonly stable: { readonly bad: readonly number[]; readonly total: number }
}

const mostBuckets = 200
const mostRequests = 1e15

/**
 * The counts of each metric in a recorded tick, in the metrics' order; undefined where there was nothing to compare.
 *
 * @param number of the tick, from 1, for messages
 * @throws IngotError `invalid-input` naming tick and field
 */
export function readTick(metrics: readonly Metric[], tick: unknown, number: number): (Counts | undefined)[] {
  const path = `tick ${number}`
  const fields = asObject(tick, path)
  if (fields.at !== undefined && typeof fields.at !== 'string')
    throw invalid(`${path}, at`, fields.at, 'a time, as text')
  const { weight } = fields
  if (weight !== undefined && !(isCount(weight) && weight <= 100)) {
    throw invalid(`${path}, weight`, weight, 'percent, from 0 to 100')
  }
  return metrics.map((metric) => {
    const comparison = own(fields, metric.name)
    if (comparison === undefined || comparison === null) return undefined
    return readComparison(metric, asObject(comparison, `${path}, ${metric.name}`), `${path}, ${metric.name}`)
  })
}

function readComparison(metric: Metric, sides: Fields, path: string): Counts | undefined {
  const { canary, stable } = sides
  const read = metric.kind === 'ratio' ? readRatio : readHistogram
  const left = canary === undefined || canary === null ? undefined : read(canary, `${path}.canary`)
  const right = stable === undefined || stable === null ? undefined : read(stable, `${path}.stable`)
  return left && right && align(left, right)
}

interface Side {
  readonly edges: readonly (number | null)[]
  readonly bad: readonly number[]
  readonly total: number
}

const noEdge = [null]

function readRatio(side: unknown, path: string): Side {
  const fields = asObject(side, path)
  const { bad, total } = fields
  if (!isCount(total)) throw invalid(`${path}.total`, total, aCount)
  if (!isCount(bad)) throw invalid(`${path}.bad`, bad, aCount)
  if (bad > total) throw invalid(`${path}.bad`, bad, `at most the total, ${total}`)
  return { edges: noEdge, bad: [bad], total }
}

function readHistogram(side: unknown, path: string): Side {
  const fields = asObject(side, path)
  const { buckets, total } = fields
  if (!isCount(total)) throw invalid(`${path}.total`, total, aCount)
  if (!Array.isArray(buckets)) throw invalid(`${path}.buckets`, buckets, 'a list of [le, count]')
  if (buckets.length > mostBuckets) throw invalid(`${path}.buckets`, buckets.length, `at most ${mostBuckets} of them`)
  const edges: number[] = []
  const bad: number[] = []
  let before = 0
  let last = Number.NEGATIVE_INFINITY
  for (let index = 0; index < buckets.length; index++) {
    const bucket: unknown = buckets[index]
    // Written out only when it is needed: most of the time of a replay would go into these paths.
    const where = (part = '') => `${path}.buckets[${index}]${part}`
    if (!Array.isArray(bucket) || bucket.length !== 2) throw invalid(where(), bucket, '[le, count]')
    const count: unknown = bucket[1]
    if (!isCount(count)) throw invalid(where(' count'), count, aCount)
    if (count < before) {
      throw invalid(where(' count'), count, `at least the one before, ${before}: counts are cumulative`)
    }
    if (count > total) throw invalid(where(' count'), count, `at most the total, ${total}`)
    before = count
    const edge = edgeOf(bucket[0])
    if (edge === undefined) throw invalid(where(' le'), bucket[0], 'a number, or "+Inf"')
    if (edge === Number.POSITIVE_INFINITY) continue
    if (edge <= last) throw invalid(where(' le'), edge, `more than the one before, ${last}`)
    last = edge
    edges.push(edge)
    bad.push(total - count)
  }
  return { edges, bad, total }
}

function edgeOf(le: unknown): number | undefined {
  if (le === '+Inf' || le === 'Inf') return Number.POSITIVE_INFINITY
  const edge = typeof le === 'string' && le.trim() !== '' ? Number(le) : le
  return typeof edge === 'number' && Number.isFinite(edge) ? edge : undefined
}

/** Two versions may disagree on their buckets: only what both have can be compared. */
function align(canary: Side, stable: Side): Counts | undefined {
  if (canary.total === 0 || stable.total === 0) return undefined
  const same = canary.edges.length === stable.edges.length && canary.edges.every((edge, i) => edge === stable.edges[i])
  if (same) return { edges: canary.edges, canary, stable }
  const edges = canary.edges.filter((edge) => stable.edges.includes(edge))
  const only = (side: Side) => ({
    total: side.total,
    bad: side.bad.filter((_, i) => edges.includes(side.edges[i] ?? null)),
  })
  return { edges, canary: only(canary), stable: only(stable) }
}

type Fields = Record<string, unknown>

function asObject(value: unknown, path: string): Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields
  throw invalid(path, value, 'an object')
}

function own(fields: Fields, name: string): unknown {
  return Object.hasOwn(fields, name) ? fields[name] : undefined
}

const aCount = `a number from 0 to ${mostRequests}`

function isCount(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= mostRequests
}

function invalid(path: string, value: unknown, expected: string): IngotError {
  const written = value === undefined ? 'missing' : (JSON.stringify(value) ?? String(value)).slice(0, 60)
  return new IngotError(
    'invalid-input',
    `The recording is wrong at ${path}: it is ${written}, it must be ${expected}`,
    {
      advice: 'docs/judge.md describes the form of a recording',
    },
  )
}
