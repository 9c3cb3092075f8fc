import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { answerToken, isAllowed } from './auth.js'
import { type Exchange, route } from './routes.js'
import { Repository } from './storage.js'

export interface SeenRequest {
  readonly method: string
  /** Path with query. */
  readonly url: string
  readonly authorization: string | undefined
}

/** Answers instead of the registry. Return false to let the registry answer after all. */
export type Fault = (request: IncomingMessage, response: ServerResponse, seen: SeenRequest) => boolean

export interface RegistryOptions {
  /** `api`: lists referrers and says OCI-Subject. `none`: 404, as Distribution 2.8. `empty`: 200 with nothing in it. Default `api`. */
  readonly referrers?: 'api' | 'none' | 'empty'
  /** Refuses whoever is not this user; `bearer` sends to a token service at /token first. */
  readonly auth?: { readonly scheme: 'basic' | 'bearer'; readonly username: string; readonly password: string }
  /** Also takes blobs from other repositories by mount; default true. */
  readonly mounts?: boolean
  /** Tags that exist cannot be moved; default false. */
  readonly immutableTags?: boolean
  /** Tags in a page of a list; default as many as asked for. */
  readonly pageSize?: number
}

export interface FakeRegistry {
  /** `127.0.0.1:PORT`, as the host of a reference. */
  readonly host: string
  /** Every request so far, in order. */
  readonly requests: SeenRequest[]
  /** Asked in order, before the registry answers; empty at first. */
  readonly faults: Fault[]
  repository(path: string): Repository
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
  const faults: Fault[] = []
  const repository = (path: string): Repository => {
    const found = repositories.get(path) ?? new Repository()
    repositories.set(path, found)
    return found
  }

  const server = createServer((request, response) => {
    const { method = '', url = '', headers } = request
    const seen = { method, url, authorization: headers.authorization }
    requests.push(seen)
    if (faults.some((fault) => fault(request, response, seen))) return
    serve(request, response).catch((error) => response.destroy(error))
  })
  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`)
    if (options.auth && url.pathname === '/token') return answerToken(options.auth, request, response, url)
    if (options.auth && !isAllowed(options.auth, request, response)) return
    const exchange: Exchange = { request, response, url, options, repository }
    await route(exchange)
  }

  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return {
    host: `127.0.0.1:${port}`,
    requests,
    faults,
    repository,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}
