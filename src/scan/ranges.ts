import { IngotError } from '../errors.js'
import type { Affected, Event, Range } from './advisories/advisory.js'
import type { CompareVersions } from './versions/index.js'

/** `fixed` is the nearest later version without the vulnerability, or null when none is known. */
export interface Affects {
  readonly fixed: string | null
}

interface Point {
  readonly kind: 'introduced' | 'fixed' | 'last_affected'
  readonly version: string
}

/**
 * Whether a version is affected: it is listed, or lies in one of the ranges.
 *
 * @param advisoryId for messages
 * @throws IngotError `unreadable` when an event names something that is no version of this ecosystem
 * @see https://ossf.github.io/osv-schema/#evaluation (1.7)
 */
export function findAffects(
  affected: Affected,
  version: string,
  order: CompareVersions,
  advisoryId: string,
): Affects | undefined {
  const compare = strict(order, advisoryId)
  const ranges = (affected.ranges ?? []).filter((range) => range.type !== 'GIT')
  let fixed: string | null | undefined
  for (const range of ranges) {
    const found = readRange(range, version, compare)
    if (found === undefined) continue
    fixed = latest(fixed, found.fixed, compare)
  }
  if (fixed !== undefined) return { fixed }
  if (!(affected.versions ?? []).includes(version)) return undefined
  return {
    fixed: ranges.map((range) => nextFix(pointsOf(range), version, compare)).reduce(nearest(compare), null),
  }
}

type Compare = (left: string, right: string) => number

/**
 * The specification walks the events in the order of their versions; what counts in the end is the last one that the version
 * has reached, so one pass without sorting does. Of events at the same version, the one written later stands.
 */
function readRange(range: Range, version: string, compare: Compare): Affects | undefined {
  if (!isBeforeLimits(range.events, version, compare)) return undefined
  const points = pointsOf(range)
  let last: Point | undefined
  for (const point of points) {
    const isReached = hasReached(version, point, compare)
    if (isReached && (last === undefined || comparePoints(point, last, compare) >= 0)) last = point
  }
  return last?.kind === 'introduced' ? { fixed: nextFix(points, version, compare) } : undefined
}

function hasReached(version: string, point: Point, compare: Compare): boolean {
  if (isBeginning(point)) return true
  const difference = compare(version, point.version)
  return point.kind === 'last_affected' ? difference > 0 : difference >= 0
}

function comparePoints(a: Point, b: Point, compare: Compare): number {
  if (isBeginning(a) || isBeginning(b)) return Number(isBeginning(b)) - Number(isBeginning(a))
  return compare(a.version, b.version)
}

/** No limits: no end. Several: being before one of them is enough. */
function isBeforeLimits(events: readonly Event[], version: string, compare: Compare): boolean {
  const limits = events.flatMap((event) => (event.limit === undefined ? [] : [event.limit]))
  return limits.length === 0 || limits.some((limit) => limit === '*' || compare(version, limit) < 0)
}

function pointsOf(range: Range): Point[] {
  return range.events.flatMap((event): Point[] => {
    if (event.introduced !== undefined) return [{ kind: 'introduced', version: event.introduced }]
    if (event.fixed !== undefined) return [{ kind: 'fixed', version: event.fixed }]
    return event.last_affected === undefined ? [] : [{ kind: 'last_affected', version: event.last_affected }]
  })
}

/** `introduced: "0"` stands before every version, also before those that sort below zero. */
function isBeginning(point: Point): boolean {
  return point.kind === 'introduced' && point.version === '0'
}

function nextFix(points: readonly Point[], version: string, compare: Compare): string | null {
  const later = points.filter((point) => point.kind === 'fixed' && compare(point.version, version) > 0)
  return later.map((point) => point.version).reduce(nearest(compare), null)
}

/** Of two ranges that both hold the version, the fix must be out of both: the later of the two. */
function latest(known: string | null | undefined, found: string | null, compare: Compare): string | null {
  if (known === undefined) return found
  if (known === null || found === null) return known ?? found
  return compare(known, found) >= 0 ? known : found
}

function nearest(compare: Compare) {
  return (known: string | null, found: string | null): string | null => {
    if (known === null || found === null) return known ?? found
    return compare(known, found) <= 0 ? known : found
  }
}

function strict(order: CompareVersions, advisoryId: string): Compare {
  return (left, right) => {
    const difference = order(left, right)
    if (difference !== undefined) return difference
    throw new IngotError(
      'unreadable',
      `The advisory ${advisoryId} is malformed: cannot order the versions ${JSON.stringify(left)} and ${JSON.stringify(right)}`,
      { advice: 'Fetch the advisories again, or leave this one out' },
    )
  }
}
