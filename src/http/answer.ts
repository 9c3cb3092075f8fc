import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { codeOf, IngotError } from '../errors.js'
import { redactUrl } from './redact.js'
import type { HttpRequest } from './request.js'

/** An answer whose body is still on the wire: read it, or discard it so that the connection can be used again. */
export class HttpAnswer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  /** Where the answer came from, after redirects. */
  readonly url: URL
  readonly #what: string
  readonly #message: IncomingMessage
  readonly #signal: AbortSignal | undefined
  #whole: Buffer | undefined

  constructor(message: IncomingMessage, request: HttpRequest) {
    this.status = message.statusCode ?? 0
    this.headers = message.headers
    this.url = request.url
    this.#what = `${request.method} ${redactUrl(request.url)}`
    this.#message = message
    this.#signal = request.signal
  }

  /** The first value of a header, or undefined. */
  header(name: string): string | undefined {
    const value = this.headers[name]
    return Array.isArray(value) ? value[0] : value
  }

  /** What Content-Length says, in bytes. */
  get declaredBytes(): number | undefined {
    const text = this.header('content-length')
    return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined
  }

  /** @throws IngotError `unreachable` when the connection is lost before the end, `timed-out` when it falls silent */
  async *stream(): AsyncGenerator<Uint8Array, void, undefined> {
    let size = 0
    if (this.#whole !== undefined) return yield this.#whole
    try {
      for await (const chunk of this.#message) {
        size += chunk.length
        yield chunk
      }
    } catch (error) {
      this.#signal?.throwIfAborted()
      if (error instanceof IngotError) throw error
      const declared = this.declaredBytes
      const of = declared === undefined ? '' : ` of ${declared}`
      const why = `the connection was lost after ${size}${of} bytes (${codeOf(error) ?? String(error)})`
      throw new IngotError('unreachable', `${this.#what}: ${why}`, { cause: error })
    }
  }

  /** The whole body; asked again, the same. @throws IngotError `size-exceeded`, at once when the length is declared */
  async bytes(maximumBytes: number): Promise<Buffer> {
    const tooLong = () => {
      this.#message.destroy()
      return new IngotError('size-exceeded', `${this.#what}: the answer is larger than ${maximumBytes} bytes`)
    }
    if ((this.declaredBytes ?? 0) > maximumBytes) throw tooLong()
    const chunks: Uint8Array[] = []
    let size = 0
    for await (const chunk of this.stream()) {
      size += chunk.byteLength
      if (size > maximumBytes) throw tooLong()
      chunks.push(chunk)
    }
    this.#whole = Buffer.concat(chunks)
    return this.#whole
  }

  /** Lets go of the body: a short one is read away, so that the connection stays. */
  discard(): void {
    this.#message.on('error', () => {})
    if ((this.declaredBytes ?? 0) > 64 * 1024) this.#message.destroy()
    else this.#message.resume()
  }
}
