import { setTimeout as sleep } from 'node:timers/promises'
import { codeOf, IngotError } from '../errors.js'
import { HttpAnswer } from './answer.js'
import { exchange } from './exchange.js'
import { isLoopback } from './loopback.js'
import { redactUrl } from './redact.js'
import type { HttpRequest } from './request.js'
import { delayBefore, isWorthRetrying } from './retry.js'

const maximumRedirects = 5
const redirects = new Set([301, 302, 303, 307, 308])

export interface HttpOptions {
  /** How long a connection may be silent, in milliseconds; 60,000 by default. */
  readonly idleMilliseconds?: number
  /**
   * How long one request may take with its answer, in milliseconds, and a second more for each 64 KiB that it moves;
   * 300,000 (five minutes) by default.
   */
  readonly totalMilliseconds?: number
  /** Attempts after the first one; 3 by default. */
  readonly retries?: number
  /** Wait before the first retry, in milliseconds, doubled for each one after it; 200 by default. */
  readonly firstDelayMilliseconds?: number
  /** Hosts (`name` or `name:port`) that a redirect from https may lead to in plain HTTP, beside loopback addresses. */
  readonly insecureHosts?: readonly string[]
}

/**
 * HTTP as the rooms need it: kept connections, bounded time and size, retries where they do no harm, redirects that
 * never take credentials elsewhere. Any status is an answer; only what never got one throws.
 */
export class HttpClient {
  /** So far: requests made (retries and redirects count) and body bytes sent. */
  readonly traffic = { requests: 0, bytesSent: 0 }
  readonly #options: Required<HttpOptions>

  constructor(options: HttpOptions = {}) {
    const times = { idleMilliseconds: 60_000, totalMilliseconds: 300_000, firstDelayMilliseconds: 200 }
    this.#options = { ...times, retries: 3, insecureHosts: [], ...options }
  }

  /** @throws IngotError `unreachable`, `timed-out`; whatever the body's source or the signal throws */
  send(request: HttpRequest): Promise<HttpAnswer> {
    return this.exchange(request, async (answer) => answer)
  }

  /** Sends and reads in one: a connection that is lost while `read` runs counts as an attempt, and both are done again. */
  async exchange<T>(request: HttpRequest, read: (answer: HttpAnswer) => Promise<T>): Promise<T> {
    for (let attempt = 0; ; attempt += 1) {
      const isLast = attempt === this.#options.retries
      let retryAfter: string | undefined
      let answer: HttpAnswer | undefined
      try {
        answer = await this.#follow(request)
        const delay = this.delayBefore(attempt, answer.header('retry-after'))
        if (isLast || delay === undefined || !isWorthRetrying(request, { answer })) return await read(answer)
        retryAfter = answer.header('retry-after')
        answer.discard()
      } catch (error) {
        // Whoever failed to read it will not read on: an answer that nobody reads holds its connection for good.
        answer?.discard()
        request.signal?.throwIfAborted()
        if (isLast || !isWorthRetrying(request, { error })) throw named(request, error)
      }
      await sleep(this.delayBefore(attempt, retryAfter), undefined, request.signal && { signal: request.signal })
    }
  }

  /** How long to wait before attempt `n` (from 0) is made again, in milliseconds; undefined when it is not worth waiting. */
  delayBefore(n: number, retryAfter?: string): number | undefined {
    return delayBefore(n, this.#options.firstDelayMilliseconds, retryAfter)
  }

  async #follow(request: HttpRequest): Promise<HttpAnswer> {
    let current = request
    for (let hops = 0; hops <= maximumRedirects; hops += 1) {
      this.traffic.requests += 1
      const message = await exchange(current, this.#options, (bytes) => {
        this.traffic.bytesSent += bytes
      })
      const answer = new HttpAnswer(message, current)
      const next = this.#redirected(current, answer)
      if (next === undefined) return answer
      answer.discard()
      current = next
    }
    const what = `${request.method} ${redactUrl(request.url)}`
    throw new IngotError(
      'unreachable',
      `${what}: redirected more than ${maximumRedirects} times, last to ${redactUrl(current.url)}`,
    )
  }

  #redirected(request: HttpRequest, answer: HttpAnswer): HttpRequest | undefined {
    const location = answer.header('location')
    const isRead = request.method === 'GET' || request.method === 'HEAD'
    // 301 to 303 turn a write into a read, which is never what a caller of ours means.
    if (location === undefined || !redirects.has(answer.status) || (!isRead && answer.status < 307)) return undefined
    if (request.redirect === 'refuse') return undefined
    const url = URL.canParse(location, request.url.href) ? new URL(location, request.url) : undefined
    if (url === undefined || !/^https?:$/.test(url.protocol) || this.#isDowngrade(request.url, url)) {
      const what = `${request.method} ${redactUrl(request.url)}`
      answer.discard()
      throw new IngotError(
        'unreachable',
        `${what}: redirected to ${url ? redactUrl(url) : 'nowhere'}, which is not safe to follow`,
      )
    }
    if (url.origin === request.url.origin) return { ...request, url }
    const { authorization: _, ...headers } = request.headers ?? {}
    return { ...request, url, headers }
  }

  #isDowngrade(from: URL, to: URL): boolean {
    if (from.protocol !== 'https:' || to.protocol === 'https:') return false
    const { insecureHosts } = this.#options
    return !isLoopback(to.hostname) && !insecureHosts.includes(to.host) && !insecureHosts.includes(to.hostname)
  }
}

function named(request: HttpRequest, error: unknown): unknown {
  const code = codeOf(error)
  if (error instanceof IngotError || code === undefined) return error
  const what = `${request.method} ${redactUrl(request.url)}`
  const advice = adviceFor(code)
  return new IngotError('unreachable', `${what}: ${explain(code, request.url)}`, {
    cause: error,
    ...(advice && { advice }),
  })
}

function explain(code: string, url: URL): string {
  if (code === 'ECONNREFUSED') return `nothing listens at ${url.host}`
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return `the name ${url.hostname} cannot be resolved`
  if (code === 'ECONNRESET' || code === 'EPIPE') return `${url.host} closed the connection`
  if (isOfTrust(code)) {
    return `the certificate of ${url.host} is not trusted (${code})`
  }
  return code
}

function isOfTrust(code: string): boolean {
  return code.includes('CERT') || code.includes('SELF_SIGNED') || code.includes('SIGNATURE')
}

function adviceFor(code: string): string | undefined {
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND')
    return 'Check the name and port, and that it can be reached from this machine'
  if (code === 'EPROTO' || code === 'ERR_SSL_WRONG_VERSION_NUMBER') {
    return 'The server may speak plain HTTP: allow it with --insecure-registry'
  }
  if (isOfTrust(code)) {
    return 'Name the certificate authority in a file with NODE_EXTRA_CA_CERTS'
  }
  return undefined
}
