import { setTimeout as sleep } from 'node:timers/promises'
import { IngotError } from '../errors.js'
import { type HttpAnswer, HttpClient, type HttpOptions, type HttpRequest, isLoopback } from '../http/index.js'
import type { RegistryReference } from '../oci/reference.js'
import type { Asking, Authorizer } from './authorizer.js'
import { readCredentials } from './credentials.js'
import { type HostMemory, memoryOf } from './host-memory.js'
import { describeOperation, type Operation, refusalOf } from './refusal.js'
import { type Access, type Scope, scopeOf } from './scopes.js'

const maximumRefusalBytes = 64 * 1024 // 64 KiB

export interface EndpointOptions extends HttpOptions {
  /** Asks for the right to push from the start, for reading too. */
  readonly willWrite?: boolean
  readonly signal?: AbortSignal
}

export interface Call extends Omit<HttpRequest, 'url'> {
  /** Below `/v2/<repository>/`, or a whole address that the registry gave. */
  readonly to: string | URL
  readonly operation: Operation
  /** Statuses that are an answer; every other one is thrown as an error. */
  readonly expect: readonly number[]
  /** Another repository of this registry that is read from as well. */
  readonly alsoReads?: string
}

interface Given {
  /** An answer to a challenge. */
  readonly authorization?: string
}

/**
 * One repository of one registry over HTTP: where it is, how it is spoken to, and what its refusals mean. Knows nothing
 * of blobs and manifests.
 */
export class Endpoint {
  readonly host: string
  readonly path: string
  readonly memory: HostMemory
  readonly signal: AbortSignal | undefined
  readonly #http: HttpClient
  readonly #server: string
  readonly #isPlain: boolean
  readonly #authorizer: Authorizer
  readonly #willWrite: boolean

  constructor({ host, path }: RegistryReference, { signal, willWrite = false, ...options }: EndpointOptions = {}) {
    this.host = host
    this.path = path
    this.signal = signal
    this.#willWrite = willWrite
    this.#http = new HttpClient(options)
    this.memory = memoryOf(host)
    const insecureHosts = options.insecureHosts ?? []
    const isInsecure = (url: URL) => insecureHosts.includes(url.host) || insecureHosts.includes(url.hostname)
    this.#server = host === 'docker.io' || host === 'index.docker.io' ? 'registry-1.docker.io' : host
    const plain = new URL(`http://${this.#server}`)
    this.#isPlain = isInsecure(plain) || isLoopback(plain.hostname)
    this.#authorizer = this.memory.authorizerOf(path, {
      origin: this.#base.origin,
      credentials: (ended) => readCredentials(host, path, process.env, ended),
      // A registry behind TLS does not make us send a login in clear, not even to this machine.
      mayAsk: (url) =>
        url.protocol === 'https:' ||
        (url.protocol === 'http:' &&
          (isInsecure(url) || (isLoopback(url.hostname) && this.#base.protocol === 'http:'))),
    })
  }

  get traffic(): { requests: number; bytesSent: number } {
    return this.#http.traffic
  }

  get #base(): URL {
    const scheme = this.#isPlain && !this.memory.isSecure ? 'http' : 'https'
    return new URL(`${scheme}://${this.#server}/v2/${this.path}/`)
  }

  /** An address in this repository; one that the registry gave is taken relative to the last. */
  resolve(to: string, from: URL = this.#base): URL {
    if (!URL.canParse(to, from.href)) {
      throw new IngotError('unreachable', `${this.host} sent an address that cannot be read, for ${this.path}`)
    }
    return new URL(to, from)
  }

  /** Sends, answers a challenge once, and turns every unexpected status into an error. */
  async send<T>(call: Call, read: (answer: HttpAnswer) => Promise<T>): Promise<T> {
    const signal = call.signal ?? this.signal
    return this.#named(call.operation, signal, async () => {
      let given: Given = {}
      for (;;) {
        const outcome = await this.#attempt(call, signal, given, read)
        if ('value' in outcome) return outcome.value
        given = outcome.again
      }
    })
  }

  /** The answer, read; or what to do differently, each thing once. */
  async #attempt<T>(
    call: Call,
    signal: AbortSignal | undefined,
    given: Given,
    read: (answer: HttpAnswer) => Promise<T>,
  ): Promise<{ value: T } | { again: Given }> {
    const url = typeof call.to === 'string' ? this.resolve(call.to) : call.to
    const isOurs = url.origin === this.#base.origin
    const asking: Asking = { scopes: this.#scopesOf(call), http: this.#http, signal }
    const authorization = given.authorization ?? (isOurs ? await this.#authorizer.headerFor(asking) : undefined)
    const request = withAuthorization({ ...call, url, ...(signal && { signal }) }, authorization)
    const outcome = await this.#http.exchange(request, async (answer) => {
      if (given.authorization === undefined && isOurs && isChallenge(answer) && answer.url.origin === url.origin) {
        await answer.bytes(maximumRefusalBytes).catch(() => answer.discard())
        return { challenged: answer }
      }
      if (isOurs && (await this.#turnsOutSecure(answer))) return { again: given }
      return { value: await this.#read(answer, call, read) }
    })
    if (!('challenged' in outcome)) return outcome
    // Out of the exchange: a token service that cannot be reached is no reason to ask the registry again.
    const { challenged } = outcome
    const header = await this.#authorizer.answer(challenged.header('www-authenticate'), asking, authorization)
    return header === undefined
      ? { value: await this.#read(challenged, call, read) }
      : { again: { authorization: header } }
  }

  /** Go's servers and nginx say so when they are spoken to in plain HTTP on a port for TLS; only this machine is, untold. */
  async #turnsOutSecure(answer: HttpAnswer): Promise<boolean> {
    if (answer.status !== 400 || this.#base.protocol === 'https:') return false
    if ((answer.declaredBytes ?? 0) > 4096) return false
    const text = (await answer.bytes(4096).catch(() => Buffer.alloc(0))).toString('latin1')
    this.memory.isSecure = /HTTP request (?:was sent )?to (?:an )?HTTPS (?:server|port)/i.test(text)
    return this.memory.isSecure
  }

  async #read<T>(answer: HttpAnswer, call: Call, read: (answer: HttpAnswer) => Promise<T>): Promise<T> {
    if (call.expect.includes(answer.status)) return read(answer)
    throw await this.refusal(answer, call.operation)
  }

  async refusal(answer: HttpAnswer, operation: Operation): Promise<IngotError> {
    return refusalOf(answer, operation, await this.#authorizer.hasCredentials())
  }

  #scopesOf({ operation, alsoReads, method }: Call): Scope[] {
    const isDeletion = method === 'DELETE' && operation.deletes === true
    const access: Access = isDeletion ? 'delete' : operation.writes || this.#willWrite ? 'write' : 'read'
    const own = scopeOf(this.path, access)
    return alsoReads === undefined || alsoReads === this.path ? [own] : [own, scopeOf(alsoReads, 'read')]
  }

  /**
   * Waits before attempt `n` (from 0) is made again: doubling, with jitter, or as the registry asked. False, at once, when
   * it asks for more than is worth waiting for.
   */
  async pause(n: number, retryAfter: string | undefined, signal = this.signal): Promise<boolean> {
    const delay = this.#http.delayBefore(n, retryAfter)
    if (delay !== undefined) await sleep(delay, undefined, signal && { signal })
    return delay !== undefined
  }

  /** Names what went wrong with a body like everything else. */
  nameFailure(operation: Operation, error: unknown): unknown {
    return withOperation(operation, error)
  }

  async #named<T>(operation: Operation, signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      signal?.throwIfAborted()
      throw withOperation(operation, error)
    }
  }
}

function isChallenge(answer: HttpAnswer): boolean {
  const isInsufficient = () => /\berror="?insufficient_scope\b/.test(answer.header('www-authenticate') ?? '')
  return answer.status === 401 || (answer.status === 403 && isInsufficient())
}

function withOperation(operation: Operation, error: unknown): unknown {
  if (!(error instanceof IngotError) || error.message.includes(operation.repository)) return error
  return new IngotError(error.reason, `${describeOperation(operation)}: ${error.message}`, {
    cause: error,
    ...(error.advice !== undefined && { advice: error.advice }),
  })
}

function withAuthorization(request: HttpRequest, authorization: string | undefined): HttpRequest {
  return authorization === undefined ? request : { ...request, headers: { ...request.headers, authorization } }
}
