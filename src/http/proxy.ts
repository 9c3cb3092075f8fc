import { BlockList, isIP } from 'node:net'
import { IngotError } from '../errors.js'
import { isLoopback } from './loopback.js'

export interface ProxyServer {
  /** Origin of the proxy, without user and password. */
  readonly url: URL
  /** What its `ProxyServer-Authorization` says, when the variable holds user and password. */
  readonly authorization: string | undefined
}

type Environment = Readonly<Record<string, string | undefined>>

/**
 * The proxy that the environment names for an address, as Go's tools read it: HTTPS_PROXY or HTTP_PROXY by the scheme of
 * the address, in lower case too; NO_PROXY lists exceptions. This machine itself is never asked for through a proxy.
 *
 * @throws IngotError `invalid-config` for a variable that is no http or https address
 * @see https://pkg.go.dev/golang.org/x/net@v0.50.0/http/httpproxy#Config
 */
export function proxyFor(url: URL, env: Environment = process.env): ProxyServer | undefined {
  const name = url.protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY'
  // A CGI script's HTTP_PROXY comes from its client's `ProxyServer:` header.
  const isForged = name === 'HTTP_PROXY' && env.REQUEST_METHOD !== undefined
  const value = env[name.toLowerCase()] || (isForged ? undefined : env[name])
  if (!value || isLoopback(url.hostname) || isExempt(url, env.no_proxy || env.NO_PROXY || '')) return undefined
  const text = value.includes('://') ? value : `http://${value}`
  const proxy = URL.canParse(text) ? new URL(text) : undefined
  if (proxy === undefined || !/^https?:$/.test(proxy.protocol)) {
    throw new IngotError('invalid-config', `The environment variable ${name} is not the address of an HTTP proxy`, {
      advice: `Write ${name}=http://proxy.example.com:3128`,
    })
  }
  const login = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`
  const authorization = proxy.username ? `Basic ${Buffer.from(login).toString('base64')}` : undefined
  return { url: new URL(proxy.origin), authorization }
}

/** Whether NO_PROXY names the address: `*`, a name (with all below it), `.name` (only below it), an IP or a range, each with or without a port. */
function isExempt(url: URL, list: string): boolean {
  const host = url.hostname.toLowerCase().replace(/^\[|\]$/g, '')
  const port = url.port || (url.protocol === 'https:' ? '443' : '80')
  return list
    .split(',')
    .map((entry) => entry.trim().toLowerCase())
    .filter(Boolean)
    .some((entry) => entry === '*' || matches(entry, host, port))
}

function matches(entry: string, host: string, port: string): boolean {
  if (entry.includes('/')) return isInRange(entry, host)
  if (isIP(entry) !== 0) return entry === host
  const [, name = entry, wantedPort] = /^(.*):(\d+)$/.exec(entry) ?? []
  if (wantedPort !== undefined && wantedPort !== port) return false
  const plain = name.replace(/^\*(?=\.)/, '').replace(/^\[|\]$/g, '')
  return plain.startsWith('.') ? host.endsWith(plain) : host === plain || host.endsWith(`.${plain}`)
}

function isInRange(range: string, host: string): boolean {
  const [network = '', bits = ''] = range.split('/')
  const family = isIP(host)
  if (family === 0 || isIP(network) !== family || !/^\d{1,3}$/.test(bits)) return false
  const type = family === 6 ? 'ipv6' : 'ipv4'
  if (Number(bits) > (family === 6 ? 128 : 32)) return false
  const list = new BlockList()
  list.addSubnet(network, Number(bits), type)
  return list.check(host, type)
}
