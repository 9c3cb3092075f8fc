import type { IncomingMessage, ServerResponse } from 'node:http'
import { alterAnswer } from './answer-faults.js'
import type { SeenRequest } from './server.js'

/**
 * What goes wrong with one request.
 *
 * - `status`: answered with this status instead, the request not carried out
 * - `reset`: the connection is reset before anything is done
 * - `reset-request`: reset once so many bytes of the request's body have come; they are not kept
 * - `lost-answer`: carried out, and the connection reset instead of answering
 * - `reset-answer`: carried out, and reset after so many bytes of the answer's body
 * - `silent`: never answered; `stall`: carried out, and silent after so many bytes of the answer's body
 * - `drip`: carried out, and the answer's body comes a few bytes at a time
 * - `truncated`: half of the answer's body, under the right length (the connection ends) or under the short one
 * - `wrong-content`: one bit of the answer's body is turned; the length stays
 * - `wrong-length`: the answer's body is longer than it should be, and says so
 */
export type FaultKind =
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: string }
  | { readonly kind: 'reset' | 'lost-answer' | 'silent' | 'wrong-content' | 'wrong-length' }
  | { readonly kind: 'reset-request' | 'reset-answer' | 'stall'; readonly afterBytes: number }
  | { readonly kind: 'drip'; readonly bytes: number; readonly everyMilliseconds: number }
  | { readonly kind: 'truncated'; readonly length: 'right' | 'short' }

/** Which requests a fault strikes. All that is given must fit. */
export interface Strike {
  readonly method?: string
  /** Of the address, with its query. */
  readonly url?: RegExp
  /** How many that fit are let through first; 0 by default: with neither method nor url, the ordinal of the request. */
  readonly after?: number
  /** How many are struck; 1 by default. */
  readonly times?: number
}

export type InjectedFault = FaultKind & Strike

/** A fault that was declared, and how often it has struck. */
export interface Injection {
  readonly fault: InjectedFault
  hits: number
}

/** Decides for each request which declared fault strikes it, if any. */
export class FaultPlan {
  readonly #waiting: { injection: Injection; seen: number }[] = []

  add(fault: InjectedFault): Injection {
    const injection = { fault, hits: 0 }
    this.#waiting.push({ injection, seen: 0 })
    return injection
  }

  strikes({ method, url }: SeenRequest): FaultKind | undefined {
    let struck: FaultKind | undefined
    for (const entry of this.#waiting) {
      const { fault } = entry.injection
      if ((fault.method ?? method) !== method || !(fault.url?.test(url) ?? true)) continue
      entry.seen += 1
      if (struck !== undefined || entry.seen <= (fault.after ?? 0) || entry.injection.hits >= (fault.times ?? 1)) {
        continue
      }
      entry.injection.hits += 1
      struck = fault
    }
    return struck
  }
}

/** Brings a fault about. Returns whether the registry is to carry the request out all the same. */
export function strike(fault: FaultKind, request: IncomingMessage, response: ServerResponse): boolean {
  switch (fault.kind) {
    case 'status': {
      const body = JSON.stringify({ errors: [{ code: 'FAULT', message: 'injected' }] })
      const retry = fault.retryAfter === undefined ? {} : { 'retry-after': fault.retryAfter }
      const answer = () => response.writeHead(fault.status, { 'content-type': 'application/json', ...retry }).end(body)
      request.on('error', () => undefined)
      request.resume().on('end', answer)
      return false
    }
    case 'reset':
      request.socket.resetAndDestroy()
      return false
    case 'silent':
      request.resume().on('error', () => undefined)
      return false
    case 'reset-request': {
      let left = fault.afterBytes
      request.on('error', () => undefined)
      request.on('data', (chunk: Buffer) => {
        left -= chunk.length
        if (left <= 0) request.socket.resetAndDestroy()
      })
      request.on('end', () => request.socket.resetAndDestroy())
      return false
    }
    default:
      alterAnswer(fault, request, response)
      return true
  }
}
