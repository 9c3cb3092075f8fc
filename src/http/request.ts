export type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** A body of known length that a retry or a redirect opens again. */
export interface StreamedBody {
  /** Bytes. */
  readonly size: number
  open(): AsyncIterable<Uint8Array>
}

export interface HttpRequest {
  readonly method: Method
  readonly url: URL
  /** Lower-case names. `authorization` is not sent on to another origin. */
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Uint8Array | StreamedBody
  /** Whether sending it twice does no harm; by default all methods but POST and PATCH. */
  readonly idempotent?: boolean
  /** `refuse` leaves a redirect to the caller: for a body that holds a secret. Default: `follow`. */
  readonly redirect?: 'follow' | 'refuse'
  /** How long the answer's body is thought to be, in bytes, where the answer may not say: longer ones get more time. */
  readonly expectedBytes?: number
  readonly signal?: AbortSignal
}

export function isIdempotent(request: HttpRequest): boolean {
  return request.idempotent ?? (request.method !== 'POST' && request.method !== 'PATCH')
}
