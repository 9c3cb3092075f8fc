import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Exchange } from './answers.js'
import { Guard } from './auth.js'
import { FaultPlan, type InjectedFault, type Injection, strike } from './faults.js'
import type { RegistryOptions } from './options.js'
import { route, routeStorage } from './routes.js'
import { Repository } from './storage.js'

export interface SeenRequest {
  readonly method: string
  /** Path with query. */
  readonly url: string
  readonly authorization: string | undefined
  readonly headers: IncomingMessage['headers']
  /** Of the answer; undefined while there is none. */
  status?: number
}

/** Answers instead of the registry. Return false to let the registry answer after all. */
export type Fault = (request: IncomingMessage, response: ServerResponse, seen: SeenRequest) => boolean

export interface FakeRegistry {
  /** `127.0.0.1:PORT`, as the host of a reference. */
  readonly host: string
  /** `localhost:PORT` of the other origin, to which downloads and uploads are sent when `redirects` says so; else empty. */
  readonly storageHost: string
  /** Every request so far, in order. */
  readonly requests: SeenRequest[]
  /** Every request to the other origin. */
  readonly storageRequests: SeenRequest[]
  /** The most requests that were open at once. */
  readonly peak: number
  /** Asked in order, before the registry answers; empty at first. */
  readonly faults: Fault[]
  /** Declares a fault as data; it may strike at either origin. */
  inject(fault: InjectedFault): Injection
  repository(path: string): Repository
  /** Of all repositories that were ever spoken of. */
  paths(): string[]
  close(): Promise<void>
}

/**
 * A registry in memory that speaks the distribution specification on a loopback port, and keeps what it promises: a
 * digest that does not fit is refused, and so is a manifest whose parts are missing.
 *
 * @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md
 */
export async function startRegistry(options: RegistryOptions = {}): Promise<FakeRegistry> {
  const repositories = new Map<string, Repository>()
  const requests: SeenRequest[] = []
  const storageRequests: SeenRequest[] = []
  const faults: Fault[] = []
  const plan = new FaultPlan()
  const guard = options.auth && new Guard(options.auth)
  const open = { now: 0, peak: 0 }
  const repository = (path: string): Repository => {
    const found = repositories.get(path) ?? new Repository()
    repositories.set(path, found)
    return found
  }
  const catalog = () => [...repositories].filter(([, { manifests }]) => manifests.size > 0).map(([path]) => path)
  const exchangeOf = (request: IncomingMessage, response: ServerResponse): Exchange => {
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`)
    return { request, response, url, options, storageHost: otherHostOf(storage), repository, catalog }
  }

  const server = createServer((request, response) => {
    const seen = note(request, response, requests)
    open.now += 1
    open.peak = Math.max(open.peak, open.now)
    response.on('close', () => {
      open.now -= 1
    })
    if (faults.some((fault) => fault(request, response, seen))) return
    const struck = plan.strikes(seen)
    if (struck !== undefined && !strike(struck, request, response)) return
    serve(exchangeOf(request, response)).catch((error) => response.destroy(error))
  })
  async function serve(exchange: Exchange): Promise<void> {
    const { request, response, url } = exchange
    if (guard && url.pathname === '/token') await guard.answerToken(request, response, url)
    else if (guard === undefined || guard.allows(request, response, url)) await route(exchange)
  }
  const storage = createServer((request, response) => {
    const seen = note(request, response, storageRequests)
    if (faults.some((fault) => fault(request, response, seen))) return
    const struck = plan.strikes(seen)
    if (struck !== undefined && !strike(struck, request, response)) return
    routeStorage(exchangeOf(request, response)).catch((error) => response.destroy(error))
  })

  const { address = '127.0.0.1' } = options
  const servers = options.redirects === undefined ? [server] : [server, storage]
  await Promise.all(servers.map((one) => listen(one, one === server ? address : '127.0.0.1')))
  return {
    host: hostOf(server),
    storageHost: otherHostOf(storage),
    ...{ requests, storageRequests, faults, repository },
    get peak() {
      return open.peak
    },
    inject: (fault) => plan.add(fault),
    paths: () => [...repositories.keys()],
    close: async () => {
      await Promise.all(servers.map(close))
    },
  }
}

function note(request: IncomingMessage, response: ServerResponse, requests: SeenRequest[]): SeenRequest {
  const { method = '', url = '', headers } = request
  const seen: SeenRequest = { method, url, authorization: headers.authorization, headers }
  requests.push(seen)
  response.on('finish', () => {
    seen.status = response.statusCode
  })
  return seen
}

function listen(server: Server, address: string): Promise<void> {
  return new Promise((listening) => server.listen(0, address, listening))
}

function close(server: Server): Promise<void> {
  return new Promise((closed) => {
    server.close(() => closed())
    server.closeAllConnections()
  })
}

/** Another name, and not only another port: some clients tell origins apart by their names alone. */
function otherHostOf(server: Server): string {
  return hostOf(server).replace('127.0.0.1', 'localhost')
}

function hostOf(server: Server): string {
  const bound = server.address() as AddressInfo | null
  return bound === null ? '' : `${bound.address}:${bound.port}`
}
