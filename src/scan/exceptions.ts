import { IngotError } from '../errors.js'
import type { Finding } from './finding.js'

/** A finding that a team accepts for a while. */
export interface Exception {
  /** Any of the finding's names. */
  readonly id: string
  /** Only in this package (or its source package); every package when absent. */
  readonly package?: string | undefined
  readonly reason: string
  /** `YYYY-MM-DD`: the last day, in UTC, on which it applies. */
  readonly until: string
}

export const dayMilliseconds = 24 * 60 * 60 * 1000

export function covers(exception: Exception, finding: Finding): boolean {
  const isNamed = exception.id === finding.id || finding.aliases.includes(exception.id)
  const scope = exception.package
  return isNamed && (scope === undefined || scope === finding.package || scope === finding.source)
}

/** Milliseconds from `now` to the end of its last day; negative when it has expired. */
export function remaining(exception: Exception, now: Date): number {
  return Date.parse(`${exception.until}T00:00:00Z`) + dayMilliseconds - now.getTime()
}

/** `CVE-2026-1` or `CVE-2026-1 in zlib1g`, for messages. */
export function nameException(exception: Exception): string {
  return exception.package === undefined ? exception.id : `${exception.id} in ${exception.package}`
}

/**
 * Reads `ID[@PACKAGE]=UNTIL:REASON`.
 *
 * @throws IngotError `invalid-input`
 */
export function parseException(text: string): Exception {
  const match = /^([^@=\s]+)(?:@([^=\s]+))?=(\d{4}-\d{2}-\d{2}):\s*(\S.*)$/s.exec(text)
  const [, id, scope, until, reason] = match ?? []
  if (id === undefined || until === undefined || reason === undefined || !isDay(until)) {
    throw new IngotError('invalid-input', `Cannot read the exception ${JSON.stringify(text)}`, {
      advice: 'Write ID=YYYY-MM-DD:REASON or ID@PACKAGE=YYYY-MM-DD:REASON; every exception has a last day and a reason',
    })
  }
  return { id, ...(scope !== undefined && { package: scope }), until, reason: reason.trim() }
}

/** A day that exists: 2026-02-30 does not. */
function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}
