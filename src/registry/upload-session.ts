import { IngotError } from '../errors.js'
import type { HttpAnswer } from '../http/index.js'
import type { CallOptions } from '../oci/store.js'
import type { Endpoint } from './endpoint.js'
import type { Operation } from './refusal.js'

/** An upload that the registry has opened. */
export interface Session {
  readonly location: URL
  /** What the registry wants a part to have at least, in bytes. */
  readonly minimumPartBytes: number
}

/** @throws IngotError `unreachable` when the answer names no address */
export function sessionOf(endpoint: Endpoint, answer: HttpAnswer, before?: Session): Session {
  const text = answer.header('oci-chunk-min-length')
  const said = text !== undefined && /^\d{1,12}$/.test(text) ? Number(text) : undefined
  const location = answer.header('location')
  if (location === undefined && before !== undefined) return before
  if (location === undefined) {
    throw new IngotError('unreachable', `${endpoint.host} opened an upload for ${endpoint.path}, and did not say where`)
  }
  return {
    location: endpoint.resolve(location, answer.url),
    minimumPartBytes: said ?? before?.minimumPartBytes ?? 0,
  }
}

export function beginUpload(endpoint: Endpoint, operation: Operation, options: CallOptions): Promise<Session> {
  const call = { method: 'POST', idempotent: true, to: 'blobs/uploads/', operation, expect: [202], ...options } as const
  return endpoint.send(call, async (answer) => {
    answer.discard()
    return sessionOf(endpoint, answer)
  })
}

/** How many bytes an upload has, by its Range (`0-99` is a hundred). Nothing and one byte are both written `0-0`: then undefined. */
export function offsetOf(answer: HttpAnswer, atMost: number): number | undefined {
  const match = /^(?:bytes=)?0-(\d{1,15})$/.exec(answer.header('range') ?? '')
  const offset = match === null ? 0 : Number(match[1]) + 1
  return offset > 1 && offset <= atMost ? offset : undefined
}
