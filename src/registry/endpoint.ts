import { IngotError } from '../errors.js'
import { type HttpAnswer, HttpClient, type HttpOptions, type HttpRequest, isLoopback } from '../http/index.js'
import type { RegistryReference } from '../oci/reference.js'
import { Authorizer } from './authorizer.js'
import { readCredentials } from './credentials.js'
import { describeOperation, type Operation, refusalOf } from './refusal.js'

export interface EndpointOptions extends HttpOptions {
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

/**
 * One repository of one registry over HTTP: where it is, how it is spoken to, and what its refusals mean. Knows nothing
 * of blobs and manifests.
 */
export class Endpoint {
  readonly host: string
  readonly path: string
  readonly #http: HttpClient
  readonly #base: URL
  readonly #signal: AbortSignal | undefined
  readonly #authorizer: Authorizer

  constructor({ host, path }: RegistryReference, { signal, ...options }: EndpointOptions = {}) {
    this.host = host
    this.path = path
    this.#signal = signal
    this.#http = new HttpClient(options)
    const insecureHosts = options.insecureHosts ?? []
    const isPlain = (url: URL) =>
      isLoopback(url.hostname) || insecureHosts.includes(url.host) || insecureHosts.includes(url.hostname)
    const server = host === 'docker.io' || host === 'index.docker.io' ? 'registry-1.docker.io' : host
    const scheme = isPlain(new URL(`http://${server}`)) ? 'http' : 'https'
    this.#base = new URL(`${scheme}://${server}/v2/${path}/`)
    this.#authorizer = new Authorizer({
      http: this.#http,
      origin: this.#base.origin,
      credentials: () => readCredentials(host),
      mayAsk: (url) => url.protocol === 'https:' || (url.protocol === 'http:' && isPlain(url)),
    })
  }

  get traffic(): { requests: number; bytesSent: number } {
    return this.#http.traffic
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
    const signal = call.signal ?? this.#signal
    const scopes = this.#scopesOf(call)
    const url = typeof call.to === 'string' ? this.resolve(call.to) : call.to
    const authorization = url.origin === this.#base.origin ? await this.#authorizer.headerFor(scopes) : undefined
    const request = { ...call, url, ...(signal && { signal }) }
    const handle = async (answer: HttpAnswer): Promise<{ value: T } | { challenge: string | undefined }> => {
      if (answer.status === 401 && answer.url.origin === this.#base.origin && !call.expect.includes(401)) {
        const challenge = answer.header('www-authenticate')
        const header = await this.#authorizer.answer(challenge, scopes, authorization, signal)
        if (header !== undefined) {
          answer.discard()
          return { challenge: header }
        }
      }
      return { value: await this.#read(answer, call, read) }
    }
    return this.#named(call.operation, signal, async () => {
      const first = await this.#http.exchange(withAuthorization(request, authorization), handle)
      if ('value' in first) return first.value
      return this.#http.exchange(withAuthorization(request, first.challenge), (answer) =>
        this.#read(answer, call, read),
      )
    })
  }

  async #read<T>(answer: HttpAnswer, call: Call, read: (answer: HttpAnswer) => Promise<T>): Promise<T> {
    if (call.expect.includes(answer.status)) return read(answer)
    throw await refusalOf(answer, call.operation, await this.#authorizer.hasCredentials())
  }

  #scopesOf({ operation, alsoReads }: Call): string[] {
    const own = `repository:${this.path}:${operation.writes ? 'pull,push' : 'pull'}`
    return alsoReads === undefined || alsoReads === this.path ? [own] : [own, `repository:${alsoReads}:pull`]
  }

  /** Passes a body on, so that what goes wrong on the way is named like everything else. */
  async *named(operation: Operation, body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
    try {
      yield* body
    } catch (error) {
      throw withOperation(operation, error)
    }
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
