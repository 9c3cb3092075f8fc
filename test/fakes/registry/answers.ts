import type { IncomingMessage, ServerResponse } from 'node:http'
import type { RegistryOptions } from './options.js'
import type { Repository } from './storage.js'

export interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly url: URL
  readonly options: RegistryOptions
  /** `host:port` of the other origin. */
  readonly storageHost: string
  repository(path: string): Repository
  /** Paths of the repositories that hold something. */
  catalog(): string[]
}

/** An exchange whose path has been read. */
export interface Matched extends Exchange {
  /** Of the repository. */
  readonly path: string
  /** The tag, digest or upload that is meant. */
  readonly label: string
  readonly repo: Repository
}

type Headers = Record<string, string | number>

export function json(response: ServerResponse, status: number, value: object, headers: Headers = {}): ServerResponse {
  const text = JSON.stringify(value)
  const own = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }
  return response.writeHead(status, { ...own, ...headers }).end(text)
}

/** @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#error-codes */
export function refuse(
  response: ServerResponse,
  status: number,
  code: string,
  { message = 'refused', headers = {} }: { message?: string; headers?: Headers } = {},
): ServerResponse {
  return json(response, status, { errors: [{ code, message }] }, headers)
}

export function end(response: ServerResponse, status: number, headers: Headers = {}): ServerResponse {
  return response.writeHead(status, status === 204 ? headers : { 'content-length': 0, ...headers }).end()
}

/** One page of a list: what comes after `last`, and the link to the rest. */
export function page<T>(url: URL, items: readonly T[], nameOf: (item: T) => string, maximum = 1e6) {
  const asked = Number(url.searchParams.get('n') ?? 1e6)
  const size = Math.min(asked, maximum)
  const after = url.searchParams.get('last') ?? ''
  const at = items.findIndex((item) => nameOf(item) === after)
  const rest = at < 0 ? items.filter((item) => nameOf(item) > after) : items.slice(at + 1)
  const shown = rest.slice(0, size)
  const last = shown.at(-1)
  if (rest.length <= size || last === undefined) return { shown, headers: {} }
  const next = new URLSearchParams(url.searchParams)
  next.set('n', `${size}`)
  next.set('last', nameOf(last))
  return { shown, headers: { link: `<${url.pathname}?${next}>; rel="next"` } }
}
