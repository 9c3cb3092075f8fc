import {
  createServer,
  type IncomingMessage,
  request as plainRequest,
  type Server,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import { HttpClient } from '../../src/http/index.js'
import { proxyFor } from '../../src/http/proxy.js'

const ask = (url: string, env: Record<string, string>) => proxyFor(new URL(url), env)?.url.href

describe('which proxy', () => {
  const env = { HTTPS_PROXY: 'http://secure.example.com:3128', HTTP_PROXY: 'plain.example.com:8080' }

  test('the scheme of the address decides, and lower case counts too', () => {
    expect(ask('https://ghcr.io/v2/', env)).toBe('http://secure.example.com:3128/')
    expect(ask('http://registry.corp/v2/', env)).toBe('http://plain.example.com:8080/')
    expect(ask('https://ghcr.io/v2/', { https_proxy: 'https://low.example.com' })).toBe('https://low.example.com/')
    expect(ask('https://ghcr.io/v2/', { HTTP_PROXY: 'plain.example.com:8080' })).toBeUndefined()
    expect(ask('https://ghcr.io/v2/', {})).toBeUndefined()
  })

  test('this machine is never asked for through one', () => {
    for (const url of ['http://localhost:5000/', 'http://127.0.0.1/', 'https://[::1]:8443/'])
      expect(ask(url, env)).toBeUndefined()
  })

  test.each([
    ['*', true],
    ['ghcr.io', true],
    ['GHCR.IO', true],
    ['io', true],
    ['example.com, ghcr.io', true],
    ['ghcr.io:443', true],
    ['ghcr.io:5000', false],
    ['.ghcr.io', false],
    ['cr.io', false],
    ['', false],
  ])('NO_PROXY=%s exempts ghcr.io: %s', (list, isExempt) => {
    expect(ask('https://ghcr.io/v2/', { ...env, NO_PROXY: list }) === undefined).toBe(isExempt)
  })

  test('NO_PROXY knows suffixes, addresses and ranges', () => {
    const through = (url: string, list: string) => ask(url, { ...env, no_proxy: list }) !== undefined
    expect(through('https://pkg.ghcr.io/', '.ghcr.io')).toBe(false)
    expect(through('https://pkg.ghcr.io/', '*.ghcr.io')).toBe(false)
    expect(through('https://pkg.ghcr.io/', 'ghcr.io')).toBe(false)
    expect(through('http://10.1.2.3:5000/', '10.0.0.0/8')).toBe(false)
    expect(through('http://11.1.2.3:5000/', '10.0.0.0/8')).toBe(true)
    expect(through('http://10.1.2.3/', '10.1.2.3')).toBe(false)
    expect(through('http://[fd00::1]/', 'fd00::/8')).toBe(false)
    expect(through('http://10.1.2.3/', '10.0.0.0/99, nonsense/, ::/0')).toBe(true)
  })

  test('user and password go into a header of their own, and never into a message', () => {
    const proxy = proxyFor(new URL('https://ghcr.io/'), { HTTPS_PROXY: 'http://ada:p%40ss@p.example.com' })
    expect(proxy?.authorization).toBe(`Basic ${Buffer.from('ada:p@ss').toString('base64')}`)
    expect(proxy?.url.href).toBe('http://p.example.com/')
    expect(() => ask('https://ghcr.io/', { HTTPS_PROXY: 'socks5://ada:s3cret@x' })).toThrow(
      expect.objectContaining({ reason: 'invalid-config', message: expect.not.stringContaining('s3cret') }),
    )
  })

  test("a CGI script's HTTP_PROXY is its client's", () => {
    expect(ask('http://registry.corp/', { ...env, REQUEST_METHOD: 'GET' })).toBeUndefined()
  })
})

describe('through a proxy', () => {
  const servers: Server[] = []
  const before = { ...process.env }
  const serve = async (server: Server) => {
    servers.push(server)
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    return `127.0.0.1:${(server.address() as AddressInfo).port}`
  }
  afterEach(() => {
    process.env = { ...before }
    for (const server of servers.splice(0)) server.close().closeAllConnections()
  })

  /** Passes on what names its target whole, as RFC 9112 has it. */
  const forward = (request: IncomingMessage, response: ServerResponse, to: string) => {
    const { pathname } = new URL(request.url ?? '')
    const passed = plainRequest(`http://${to}${pathname}`, { method: request.method, headers: request.headers })
    passed.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 0, answer.headers)
      answer.pipe(response)
    })
    request.pipe(passed)
  }

  test('a plain request names its target whole, and its login is for the proxy alone', async () => {
    const seen: string[] = []
    const target = await serve(
      createServer((request, response) => {
        seen.push(`${request.method} ${request.url} for ${request.headers.host}`)
        request.pipe(response)
      }),
    )
    const proxy = await serve(
      createServer((request, response) => {
        seen.push(`${request.url} by ${request.headers['proxy-authorization']}`)
        delete request.headers['proxy-authorization']
        forward(request, response, target)
      }),
    )
    process.env.HTTP_PROXY = `http://ada:pw@${proxy}`
    const client = new HttpClient()
    const body = Buffer.from('hello')
    const answer = await client.send({ method: 'PUT', url: new URL('http://registry.corp:5000/v2/x?a=b'), body })
    expect((await answer.bytes(10)).toString()).toBe('hello')
    expect(seen).toEqual([
      `http://registry.corp:5000/v2/x?a=b by Basic ${Buffer.from('ada:pw').toString('base64')}`,
      'PUT /v2/x for registry.corp:5000',
    ])
  })

  test.each([
    [407, /answered 407/, /USER:PASSWORD/],
    [403, /answered 403/, /NO_PROXY/],
  ])('that refuses a tunnel with %i, it is the proxy that is named', async (status, message, advice) => {
    const asked: string[] = []
    const server = createServer((_, response) => response.end())
    server.on('connect', (request, socket) => {
      asked.push(`${request.method} ${request.url}`)
      socket.end(`HTTP/1.1 ${status} No\r\ncontent-length: 0\r\n\r\n`)
    })
    process.env.HTTPS_PROXY = `http://ada:s3cret@${await serve(server)}`
    const sending = new HttpClient({ retries: 0 }).send({ method: 'GET', url: new URL('https://registry.corp/v2/') })
    const failure = await sending.catch((error) => error)
    expect(failure).toMatchObject({ reason: 'unreachable', message: expect.stringMatching(message) })
    expect(failure.message).toMatch(/The proxy 127\.0\.0\.1:\d+ makes no connection to registry\.corp:443/)
    expect(failure.advice).toMatch(advice)
    expect(failure.message).not.toContain('s3cret')
    expect(asked).toEqual(['CONNECT registry.corp:443'])
  })

  test('that is not there, the proxy is named too', async () => {
    process.env.HTTPS_PROXY = 'http://127.0.0.1:1'
    const sending = new HttpClient({ retries: 0 }).send({ method: 'GET', url: new URL('https://registry.corp/v2/') })
    await expect(sending).rejects.toMatchObject({ message: expect.stringContaining('The proxy 127.0.0.1:1 makes') })
  })
})
