import { type ClientRequest, createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { createProxyServer } from 'httpxy'
import type { SupervisedService } from './supervised.js'

const upstreamTimeoutMilliseconds = 60_000
const idleMilliseconds = 75_000 // longer than clients keep idle connections, so that they and not we close them

/** One request on its way through. */
interface Exchange {
  readonly track: SupervisedService
  readonly url: string
  attempt: number
  upstream?: ClientRequest
  status?: number
  /** The service broke the connection, or never took it. */
  isBroken: boolean
}

export interface FrontOptions {
  /** The track that serves the next request; undefined when nothing is deployed. */
  readonly choose: () => SupervisedService | undefined
  /** Requests wait for it: a restarted host has no tracks for a moment. */
  readonly ready: Promise<void>
}

/** The HTTP server that the traffic comes in by: every request is given to a track, passed on and counted there. */
export function createFront({ choose, ready }: FrontOptions): Server {
  const exchanges = new WeakMap<IncomingMessage, Exchange>()
  const proxy = createProxyServer({ xfwd: true, proxyTimeout: upstreamTimeoutMilliseconds })

  const pass = (request: IncomingMessage, response: ServerResponse, exchange: Exchange) => {
    // A connection that the service is just closing must not cost a request with a body, which cannot be repeated.
    const agent = hasBody(request) || exchange.attempt > 0 ? false : exchange.track.agent
    // How it went is told by the events below.
    proxy.web(request, response, { target: exchange.url, agent }).catch(() => {})
  }

  proxy.on('proxyReq', (upstream, request) => {
    const exchange = exchanges.get(request)
    if (exchange) exchange.upstream = upstream
  })
  proxy.on('proxyRes', (answer, request, response) => {
    const exchange = exchanges.get(request)
    if (!exchange) return
    exchange.status = answer.statusCode ?? 502
    answer.once('close', () => {
      if (!answer.complete && !response.destroyed) exchange.isBroken = true
    })
  })
  proxy.on('error', (error, request, response) => {
    const exchange = request && exchanges.get(request)
    if (!request || !exchange || !response || response instanceof Socket) {
      if (response instanceof Socket) response.destroy()
      return
    }
    if (response.destroyed || response.writableEnded) return
    if (isStale(exchange, error, request) && !response.headersSent) {
      exchange.attempt += 1
      return pass(request, response, exchange)
    }
    exchange.isBroken = true
    if (response.headersSent) response.destroy()
    else refuse(response, 502, 'The service did not answer')
  })

  const server = createServer(async (request, response) => {
    await ready
    if (response.destroyed) return
    const track = choose()
    if (track === undefined) return refuse(response, 503, 'Nothing is deployed here')
    const startedAt = performance.now()
    const exchange: Exchange = { track, url: track.url ?? '', attempt: 0, isBroken: track.url === undefined }
    exchanges.set(request, exchange)
    track.inFlight += 1
    response.once('close', () => {
      track.inFlight -= 1
      const isGivenUp = !response.writableFinished && !exchange.isBroken
      if (!isGivenUp)
        track.counter.count(performance.now() - startedAt, exchange.isBroken || (exchange.status ?? 0) >= 500)
    })
    if (exchange.isBroken) refuse(response, 502, 'The service does not run')
    else pass(request, response, exchange)
  })
  server.keepAliveTimeout = idleMilliseconds
  server.on('upgrade', async (request, socket, head) => {
    await ready
    if (socket.destroyed) return
    const track = choose()
    if (track?.url === undefined) return socket.destroy()
    hold(track, socket)
    proxy.ws(request, socket as Socket, { target: track.url, agent: false }, head).catch(() => socket.destroy())
  })
  server.on('clientError', (_, socket) => socket.destroy())
  return server
}

/** The service had closed the kept connection in the moment when it was used again: nothing of the request was seen. */
function isStale({ attempt, upstream }: Exchange, error: Error, request: IncomingMessage): boolean {
  const code = (error as NodeJS.ErrnoException).code
  return attempt === 0 && upstream?.reusedSocket === true && code === 'ECONNRESET' && !hasBody(request)
}

function hasBody({ method, headers }: IncomingMessage): boolean {
  const isSafe = method === 'GET' || method === 'HEAD' || method === 'OPTIONS'
  return !isSafe || headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
}

function hold(track: SupervisedService, socket: Duplex): void {
  track.inFlight += 1
  socket.on('error', () => socket.destroy())
  socket.once('end', () => socket.end()) // half-open connections are of no use to the protocols that upgrade
  socket.once('close', () => {
    track.inFlight -= 1
  })
}

function refuse(response: ServerResponse, status: number, why: string): void {
  response.writeHead(status, { 'content-type': 'text/plain' }).end(`${why}\n`)
}
