import { setMaxListeners } from 'node:events'
import type { ClientRequest, IncomingMessage } from 'node:http'
import { IngotError } from '../errors.js'
import { redactUrl } from './redact.js'
import type { HttpRequest, StreamedBody } from './request.js'
import { transportTo } from './transport.js'

/** Slower than this on the whole, and it is given up: a server that drips bytes is never silent. */
const slowestBytesPerSecond = 64 * 1024

export interface ExchangeLimits {
  /** How long the connection may be silent, before the answer and while its body is read. */
  readonly idleMilliseconds: number
  /** How long all of it may take, and a second more for each 64 KiB of body sent or received. */
  readonly totalMilliseconds: number
}

/**
 * One request and the head of its answer, over a kept connection.
 *
 * @param sent called with the number of body bytes of each chunk
 */
export async function exchange(
  request: HttpRequest,
  limits: ExchangeLimits,
  sent: (bytes: number) => void,
): Promise<IncomingMessage> {
  const { method, url, body, signal } = request
  const { open, options } = await transportTo(url)
  signal?.throwIfAborted()
  // One signal ends a whole job, with as many requests as are under way: more than ten are no leak.
  if (signal !== undefined) setMaxListeners(0, signal)
  const length = body === undefined ? undefined : 'open' in body ? body.size : body.byteLength
  const headers = {
    'user-agent': 'ingot',
    ...request.headers,
    ...options.headers,
    ...(length !== undefined ? { 'content-length': `${length}` } : method === 'POST' && { 'content-length': '0' }),
  }
  return new Promise((resolve, reject) => {
    const outgoing = open(url, { ...options, method, headers, ...(signal && { signal }) })
    const watch = new Watch(outgoing, request, limits)
    outgoing.on('error', (error) => {
      watch.end()
      reject(signal?.aborted ? signal.reason : error)
    })
    outgoing.on('response', (message) => {
      watch.answering(message)
      // Refused before the body was read: do not go on sending it.
      if ((message.statusCode ?? 0) >= 400) message.once('close', () => outgoing.writableFinished || outgoing.destroy())
      resolve(message)
    })
    if (body === undefined || !('open' in body)) {
      sent(length ?? 0)
      outgoing.end(body)
    } else {
      pump(body, outgoing, sent).catch((error) => {
        reject(error)
        outgoing.destroy()
      })
    }
  })
}

/** Ends an exchange that is silent for too long, or takes too long on the whole. */
class Watch {
  readonly #began = performance.now()
  readonly #request: HttpRequest
  readonly #limits: ExchangeLimits
  #subject: { destroy(error: Error): unknown }
  #timer: NodeJS.Timeout | undefined

  constructor(outgoing: ClientRequest, request: HttpRequest, limits: ExchangeLimits) {
    this.#request = request
    this.#limits = limits
    this.#subject = outgoing
    outgoing.setTimeout(limits.idleMilliseconds, () => this.#stop('no answer for', limits.idleMilliseconds))
    const { body, expectedBytes = 0 } = request
    this.#allow((body === undefined ? 0 : 'open' in body ? body.size : body.byteLength) + expectedBytes)
  }

  answering(message: IncomingMessage): void {
    this.#subject = message
    message.once('close', () => this.end())
    const declared = Number(message.headers['content-length'])
    if (declared > 0) this.#allow(declared)
  }

  end(): void {
    clearTimeout(this.#timer)
  }

  #allow(bytes: number): void {
    clearTimeout(this.#timer)
    const allowed = this.#limits.totalMilliseconds + (bytes / slowestBytesPerSecond) * 1000
    const left = Math.min(allowed - (performance.now() - this.#began), 2 ** 31 - 1)
    this.#timer = setTimeout(() => this.#stop('not finished within', allowed), Math.max(0, left))
    this.#timer.unref()
  }

  #stop(why: string, milliseconds: number): void {
    const what = `${this.#request.method} ${redactUrl(this.#request.url)}`
    this.#subject.destroy(new IngotError('timed-out', `${what}: ${why} ${Number((milliseconds / 1000).toFixed(1))} s`))
  }
}

/** Sends a body as fast as the connection takes it: one promise a chunk, and none for a chunk that fits its buffer. */
async function pump(body: StreamedBody, outgoing: ClientRequest, sent: (bytes: number) => void): Promise<void> {
  // Listened to once for all chunks: a large body has thousands, and each of them fills the buffer.
  let goOn = () => {}
  const mayGoOn = () => goOn()
  outgoing.on('drain', mayGoOn).on('close', mayGoOn)
  const drained = (resolve: () => void) => {
    goOn = resolve
    if (outgoing.destroyed) resolve()
  }
  for await (const chunk of body.open()) {
    if (outgoing.destroyed) return
    sent(chunk.byteLength)
    if (!outgoing.write(chunk)) await new Promise<void>(drained)
    if (outgoing.destroyed) return
  }
  outgoing.end()
}
