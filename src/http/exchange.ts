import type { Agent, IncomingMessage, RequestOptions } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { IngotError } from '../errors.js'
import { redactUrl } from './redact.js'
import type { HttpRequest } from './request.js'

const connectionsPerHost = 16

interface Transport {
  readonly agent: Agent
  request(url: URL, options: RequestOptions): import('node:http').ClientRequest
}

// Loaded when first used: a run that stays on disk does not pay for it. Connections are kept for the whole process.
const transports = new Map<string, Promise<Transport>>()

/**
 * One request and the head of its answer, over a kept connection.
 *
 * @param idleMilliseconds how long the connection may be silent, before the answer and while its body is read
 * @param sent called with the number of body bytes of each chunk
 */
export async function exchange(
  request: HttpRequest,
  idleMilliseconds: number,
  sent: (bytes: number) => void,
): Promise<IncomingMessage> {
  const { agent, request: open } = await transportOf(request.url.protocol)
  const { method, url, body, signal } = request
  signal?.throwIfAborted()
  const length = body === undefined ? undefined : 'open' in body ? body.size : body.byteLength
  const headers = {
    'user-agent': 'ingot',
    ...request.headers,
    ...(length !== undefined ? { 'content-length': `${length}` } : method === 'POST' && { 'content-length': '0' }),
  }
  return new Promise((resolve, reject) => {
    const outgoing = open(url, { method, headers, agent, ...(signal && { signal }) })
    let answering: IncomingMessage | undefined
    outgoing.setTimeout(idleMilliseconds, () => (answering ?? outgoing).destroy(silence(request, idleMilliseconds)))
    outgoing.on('error', (error) => reject(signal?.aborted ? signal.reason : error))
    outgoing.on('response', (message) => {
      answering = message
      // Refused before the body was read: do not go on sending it.
      if ((message.statusCode ?? 0) >= 400) message.once('close', () => outgoing.writableFinished || outgoing.destroy())
      resolve(message)
    })
    if (body === undefined || !('open' in body)) {
      sent(length ?? 0)
      outgoing.end(body)
    } else {
      // A failure of the source reaches `error` above, through the request that it destroys.
      pipeline(Readable.from(counted(body.open(), sent)), outgoing).catch(reject)
    }
  })
}

async function* counted(source: AsyncIterable<Uint8Array>, sent: (bytes: number) => void) {
  for await (const chunk of source) {
    sent(chunk.byteLength)
    yield chunk
  }
}

function transportOf(protocol: string): Promise<Transport> {
  let transport = transports.get(protocol)
  if (transport === undefined) {
    transport = loadTransport(protocol)
    transports.set(protocol, transport)
  }
  return transport
}

async function loadTransport(protocol: string): Promise<Transport> {
  const options = { keepAlive: true, maxSockets: connectionsPerHost, scheduling: 'lifo' } as const
  if (protocol === 'https:') {
    const { Agent, request } = await import('node:https')
    return { agent: new Agent(options), request }
  }
  const { Agent, request } = await import('node:http')
  return { agent: new Agent(options), request }
}

function silence(request: HttpRequest, milliseconds: number): IngotError {
  const what = `${request.method} ${redactUrl(request.url)}`
  return new IngotError('timed-out', `${what}: no answer for ${milliseconds / 1000} s`)
}
