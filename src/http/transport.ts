import type { Agent, ClientRequest, RequestOptions } from 'node:http'
import { type ProxyServer, proxyFor } from './proxy.js'

const connectionsPerHost = 16
const agentOptions = { keepAlive: true, maxSockets: connectionsPerHost, scheduling: 'lifo' } as const

export interface Transport {
  open(url: URL, options: RequestOptions): ClientRequest
  /** What the way itself adds to each request: its agent, and for a proxy its address and login. */
  readonly options: RequestOptions & { readonly headers?: Readonly<Record<string, string>> }
}

interface Way {
  readonly agent: Agent
  readonly open: Transport['open']
}

// Loaded when first used: a run that stays on disk does not pay for it. Connections are kept for the whole process.
const ways = new Map<string, Promise<Way>>()

/** How an address is reached: directly, or through the proxy that the environment names. */
export async function transportTo(url: URL): Promise<Transport> {
  const proxy = proxyFor(url)
  const isTunnelled = proxy !== undefined && url.protocol === 'https:'
  const key = isTunnelled ? `${proxy.url.href} ${proxy.authorization}` : (proxy?.url ?? url).protocol
  let way = ways.get(key)
  if (way === undefined) {
    way = isTunnelled ? loadTunnel(proxy) : loadDirect((proxy?.url ?? url).protocol)
    ways.set(key, way)
  }
  const { agent, open } = await way
  if (proxy === undefined || isTunnelled) return { open, options: { agent } }
  // A plain request names its target whole, to the proxy. https://www.rfc-editor.org/rfc/rfc9112.html#name-absolute-form
  const headers = {
    host: url.host,
    ...(proxy.authorization !== undefined && { 'proxy-authorization': proxy.authorization }),
  }
  const path = `${url.origin}${url.pathname}${url.search}`
  return { open: (_, options) => open(proxy.url, { ...options, path }), options: { agent, headers } }
}

async function loadDirect(protocol: string): Promise<Way> {
  const { Agent, request } = protocol === 'https:' ? await import('node:https') : await import('node:http')
  return { agent: new Agent(agentOptions), open: request }
}

async function loadTunnel(proxy: ProxyServer): Promise<Way> {
  const [{ TunnelAgent }, { request }] = await Promise.all([import('./tunnel.js'), import('node:https')])
  return { agent: new TunnelAgent(proxy, agentOptions), open: request }
}
