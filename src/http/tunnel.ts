import { request as plainRequest } from 'node:http'
import { Agent, type AgentOptions, request as secureRequest } from 'node:https'
import type { Duplex } from 'node:stream'
import { type ConnectionOptions, connect as connectTls } from 'node:tls'
import { IngotError } from '../errors.js'
import type { ProxyServer } from './proxy.js'

const patienceMilliseconds = 30_000

/**
 * TLS connections through a proxy: CONNECT, then the handshake with the server itself, whose certificate is checked as on
 * a direct connection. The proxy sees host and port, nothing else.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110.html#name-connect
 */
export class TunnelAgent extends Agent {
  readonly #proxy: ProxyServer

  constructor(proxy: ProxyServer, options: AgentOptions) {
    super(options)
    this.#proxy = proxy
  }

  override createConnection(
    options: ConnectionOptions & { host?: string; port?: number | string },
    done: (error: Error | null, socket: Duplex) => void,
  ): undefined {
    const fail = (error: Error) => done(error, undefined as unknown as Duplex)
    const authority = `${options.host?.includes(':') ? `[${options.host}]` : options.host}:${options.port ?? 443}`
    this.#connect(authority).then((socket) => {
      const servername = options.servername ?? options.host
      const secure = connectTls({ ...options, socket, ...(servername && { servername }) } as ConnectionOptions)
      secure.once('error', fail)
      secure.once('secureConnect', () => {
        secure.off('error', fail)
        done(null, secure)
      })
    }, fail)
  }

  #connect(authority: string): Promise<Duplex> {
    const { url, authorization } = this.#proxy
    const headers = { host: authority, ...(authorization !== undefined && { 'proxy-authorization': authorization }) }
    const request = url.protocol === 'https:' ? secureRequest : plainRequest
    return new Promise((resolve, reject) => {
      const asking = request(url, { method: 'CONNECT', path: authority, headers, agent: false })
      asking.setTimeout(patienceMilliseconds, () => asking.destroy(this.#failed(authority, 'no answer')))
      asking.once('connect', (answer, socket) => {
        asking.setTimeout(0)
        if (answer.statusCode === 200) return resolve(socket)
        socket.destroy()
        reject(this.#failed(authority, `it answered ${answer.statusCode}`, answer.statusCode))
      })
      asking.once('response', (answer) => {
        answer.destroy()
        reject(this.#failed(authority, `it answered ${answer.statusCode}`, answer.statusCode))
      })
      asking.once('error', (error) =>
        reject(error instanceof IngotError ? error : this.#failed(authority, error.message)),
      )
      asking.end()
    })
  }

  #failed(authority: string, why: string, status?: number): IngotError {
    const login = 'Put user and password into HTTPS_PROXY (http://USER:PASSWORD@HOST:PORT)'
    const advice = status === 407 ? login : 'Check HTTPS_PROXY, or list the host in NO_PROXY'
    const message = `The proxy ${this.#proxy.url.host} makes no connection to ${authority}: ${why}`
    return new IngotError('unreachable', message, { advice })
  }
}
