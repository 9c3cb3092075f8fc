import { codeOf, IngotError } from '../errors.js'
import type { HttpAnswer } from './answer.js'
import { type HttpRequest, isIdempotent } from './request.js'

const maximumDelayMilliseconds = 60_000

const lostConnection = new Set(['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ECONNABORTED', 'EAI_AGAIN'])
const overloaded = new Set([408, 429, 500, 502, 503, 504])

/** Whether asking again may help. Too many requests (429) means not carried out, whatever the method. */
export function isWorthRetrying(request: HttpRequest, outcome: { answer: HttpAnswer } | { error: unknown }): boolean {
  if ('answer' in outcome) {
    const { status } = outcome.answer
    return status === 429 || (overloaded.has(status) && isIdempotent(request))
  }
  return isIdempotent(request) && isLostConnection(outcome.error)
}

function isLostConnection(error: unknown): boolean {
  if (error instanceof IngotError && error.reason === 'timed-out') return true
  const cause = error instanceof IngotError ? error.cause : error
  return lostConnection.has(codeOf(cause) ?? '')
}

/**
 * How long to wait before the next attempt: what Retry-After asks for, else doubling with jitter. Undefined when the
 * server asks for more than a minute.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110.html#field.retry-after
 */
export function delayBefore(attempt: number, firstMilliseconds: number, retryAfter?: string): number | undefined {
  const asked = retryAfter === undefined ? undefined : readRetryAfter(retryAfter, Date.now())
  if (asked !== undefined) return asked > maximumDelayMilliseconds ? undefined : asked
  return firstMilliseconds * 2 ** attempt * (0.5 + Math.random())
}

function readRetryAfter(text: string, now: number): number | undefined {
  if (/^\d{1,9}$/.test(text.trim())) return Number(text) * 1000
  const date = Date.parse(text)
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}
