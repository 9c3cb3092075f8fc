import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { HttpClient, isLoopback, redactText, redactUrl } from '../../src/http/index.js'

type Handler = (request: IncomingMessage, response: ServerResponse) => void

const servers: Server[] = []
async function serve(handler: Handler): Promise<string> {
  const server = createServer(handler)
  servers.push(server)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections()
})

const client = new HttpClient({ firstDelayMilliseconds: 1 })
const get = (url: string, more: object = {}) => client.send({ method: 'GET', url: new URL(url), ...more })
const text = async (url: string, more: object = {}) => (await (await get(url, more)).bytes(1e6)).toString()

test('any status is an answer', async () => {
  const base = await serve((_, response) => response.writeHead(418, { 'x-a': 'b' }).end('short and stout'))
  const answer = await get(base)
  expect([answer.status, answer.header('x-a'), answer.declaredBytes]).toEqual([418, 'b', undefined])
  expect((await answer.bytes(100)).toString()).toBe('short and stout')
})

test('connections are kept', async () => {
  const ports = new Set<number | undefined>()
  const base = await serve((request, response) => {
    ports.add(request.socket.remotePort)
    response.end('x')
  })
  for (let n = 0; n < 5; n += 1) await text(base)
  expect(ports.size).toBe(1)
})

test('a streamed body has a length and is counted', async () => {
  const own = new HttpClient()
  const base = await serve(async (request, response) => {
    let size = 0
    for await (const chunk of request) size += chunk.length
    response.end(`${request.headers['content-length']} ${request.headers['transfer-encoding']} ${size}`)
  })
  const open = async function* () {
    for (let n = 0; n < 4; n += 1) yield Buffer.alloc(100_000)
  }
  const answer = await own.send({ method: 'PUT', url: new URL(base), body: { size: 400_000, open } })
  expect((await answer.bytes(100)).toString()).toBe('400000 undefined 400000')
  expect(own.traffic).toEqual({ requests: 1, bytesSent: 400_000 })
})

describe('retries', () => {
  const failing = (times: number, fail: Handler) => {
    let left = times
    let seen = 0
    return serve((request, response) => {
      seen += 1
      request.resume()
      if (left-- > 0) fail(request, response)
      else response.end(`attempt ${seen}`)
    })
  }

  test.each([429, 500, 502, 503, 504])('of %i, three times', async (status) => {
    const fail: Handler = (_, response) => response.writeHead(status).end()
    expect(await text(await failing(3, fail))).toBe('attempt 4')
    expect((await get(await failing(4, fail))).status).toBe(status)
  })

  test('of lost connections, before and in the middle of the answer', async () => {
    expect(await text(await failing(2, (request) => request.socket.destroy()))).toBe('attempt 3')
    const cut: Handler = (_, response) => {
      response.writeHead(200, { 'content-length': 10 }).write('at')
      setTimeout(() => response.destroy(), 5)
    }
    const request = { method: 'GET', url: new URL(await failing(2, cut)) } as const
    const body = await client.exchange(request, (answer) => answer.bytes(100))
    expect(body.toString()).toBe('attempt 3')
  })

  test('not of a POST, unless it is said to do no harm or was not carried out (429)', async () => {
    const post = async (url: string, more: object = {}) =>
      (await client.send({ method: 'POST', url: new URL(url), ...more })).status
    const fail =
      (status: number): Handler =>
      (_, response) =>
        response.writeHead(status).end()
    expect(await post(await failing(1, fail(503)))).toBe(503)
    expect(await post(await failing(1, fail(503)), { idempotent: true })).toBe(200)
    expect(await post(await failing(1, fail(429)))).toBe(200)
    await expect(post(await failing(1, (request) => request.socket.destroy()))).rejects.toMatchObject({
      reason: 'unreachable',
    })
  })

  test('wait as long as Retry-After says, but not for minutes', async () => {
    const soon = await failing(1, (_, response) => response.writeHead(429, { 'retry-after': '1' }).end())
    const before = performance.now()
    expect(await text(soon)).toBe('attempt 2')
    expect(performance.now() - before).toBeGreaterThan(950)
    const late = await failing(1, (_, response) => response.writeHead(429, { 'retry-after': '3600' }).end())
    expect((await get(late)).status).toBe(429)
  })

  test('wait until the date that Retry-After names', async () => {
    const at = new Date(Date.now() + 2000)
    at.setMilliseconds(0)
    const soon = await failing(1, (_, response) => response.writeHead(503, { 'retry-after': at.toUTCString() }).end())
    expect(await text(soon)).toBe('attempt 2')
    expect(Date.now()).toBeGreaterThanOrEqual(at.getTime() - 5)
  })

  test('end when the signal aborts', async () => {
    const base = await failing(9, (_, response) => response.writeHead(429, { 'retry-after': '30' }).end())
    await expect(get(base, { signal: AbortSignal.timeout(50) })).rejects.toMatchObject({ name: 'AbortError' })
  })
})

describe('redirects', () => {
  test('take credentials along in one origin, and never to another', async () => {
    const echo: Handler = (request, response) =>
      response.end(`${request.headers.authorization} ${request.headers.accept}`)
    const other = await serve(echo)
    const base = await serve((request, response) => {
      if (request.url === '/here') return response.writeHead(302, { location: '/end' }).end()
      if (request.url === '/there') return response.writeHead(307, { location: `${other}/end` }).end()
      return echo(request, response)
    })
    const headers = { authorization: 'Basic abc', accept: 'a/b' }
    expect(await text(`${base}/here`, { headers })).toBe('Basic abc a/b')
    expect(await text(`${base}/there`, { headers })).toBe('undefined a/b')
  })

  test('send a body again for 307, and leave a 302 of a write to the caller', async () => {
    const base = await serve(async (request, response) => {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk)
      if (request.url === '/end') response.end(Buffer.concat(chunks))
      else response.writeHead(Number(request.url?.slice(1)), { location: '/end' }).end()
    })
    const put = (path: string) =>
      client.send({ method: 'PUT', url: new URL(`${base}${path}`), body: Buffer.from('hi') })
    expect((await (await put('/307')).bytes(10)).toString()).toBe('hi')
    expect((await put('/302')).status).toBe(302)
  })

  test('end after five', async () => {
    const base = await serve((_, response) => response.writeHead(302, { location: '/?again' }).end())
    await expect(get(base)).rejects.toMatchObject({ reason: 'unreachable' })
  })

  test.each(['file:///etc/passwd', 'http://[', 'ftp://127.0.0.1/'])('to %s are not followed', async (location) => {
    const base = await serve((_, response) => response.writeHead(302, { location }).end())
    await expect(get(base)).rejects.toThrow(/not safe to follow/)
  })
})

describe('bounds', () => {
  test('a body above the limit ends at once, declared or not', async () => {
    const base = await serve((request, response) => {
      if (request.url === '/declared') response.setHeader('content-length', 2_000_000)
      response.write(Buffer.alloc(1_000_000))
      if (request.url !== '/declared') response.end()
    })
    for (const path of ['/declared', '/chunked']) {
      await expect((await get(base + path)).bytes(1000)).rejects.toMatchObject({ reason: 'size-exceeded' })
    }
  })

  test('silence is timed out, before the answer and within it', async () => {
    const impatient = new HttpClient({ idleMilliseconds: 50, retries: 0 })
    const base = await serve((request, response) => {
      if (request.url === '/within') response.writeHead(200, { 'content-length': 9 }).write('x')
    })
    const ask = (path: string) => impatient.send({ method: 'GET', url: new URL(base + path) })
    await expect(ask('/before?key=s3cret')).rejects.toMatchObject({
      reason: 'timed-out',
      message: expect.not.stringContaining('s3cret'),
    })
    await expect((await ask('/within')).bytes(100)).rejects.toMatchObject({ reason: 'timed-out' })
  })

  test('an answer that drips is never silent, and takes too long all the same', async () => {
    const hurried = new HttpClient({ totalMilliseconds: 100, retries: 0 })
    let timer: NodeJS.Timeout | undefined
    const base = await serve((_, response) => {
      response.writeHead(200, { 'content-length': 5000 })
      timer = setInterval(() => response.write('x'), 5)
    })
    const answer = await hurried.send({ method: 'GET', url: new URL(base) })
    const failure = await answer.bytes(10_000).catch((error) => error)
    clearInterval(timer)
    expect(failure).toMatchObject({
      reason: 'timed-out',
      message: expect.stringMatching(/not finished within 0\.\d s/),
    })
  })

  test('a refused upload stops sending', async () => {
    const base = await serve((_, response) => response.writeHead(413, { connection: 'close' }).end('no'))
    let sent = 0
    const open = async function* () {
      for (; sent < 5000; sent += 1) yield Buffer.alloc(65536)
    }
    const body = { size: 5000 * 65536, open }
    const outcome = await client.send({ method: 'PUT', url: new URL(base), body, idempotent: false }).then(
      (answer) => answer.status,
      (error) => error.reason,
    )
    expect([413, 'unreachable']).toContain(outcome) // whichever of answer and reset comes first
    expect(sent).toBeLessThan(2500)
  })

  test('a source that throws ends the request with its own error', async () => {
    const base = await serve((request, response) => request.resume().on('end', () => response.end()))
    const open = async function* () {
      yield Buffer.alloc(10)
      throw new Error('the disk is gone')
    }
    const sending = client.send({ method: 'PUT', url: new URL(base), body: { size: 100, open } })
    await expect(sending).rejects.toThrow('the disk is gone')
  })
})

test('names that cannot be resolved are said so', async () => {
  const quick = new HttpClient({ retries: 0 })
  await expect(quick.send({ method: 'GET', url: new URL('http://nowhere.invalid/?k=s3cret') })).rejects.toMatchObject({
    reason: 'unreachable',
    message: 'GET http://nowhere.invalid/: the name nowhere.invalid cannot be resolved',
  })
})

test('messages carry no secrets', () => {
  expect(redactUrl(new URL('https://ada:pw@example.com:8443/a/b?token=x#y'))).toBe('https://example.com:8443/a/b')
  expect(redactText('Bearer eyJhbGciOi failed at\r\nhttps://e.com/x?sig=abc')).toBe(
    'Bearer *** failed at https://e.com/x',
  )
  expect(redactText('x'.repeat(1000))).toHaveLength(200)
})

test('loopback is told from names that only look like it', () => {
  expect(['localhost', '127.0.0.1', '127.8.9.1', '[::1]'].every(isLoopback)).toBe(true)
  expect(['localhost.example.com', '127.0.0.1.nip.io', '10.0.0.1', '128.0.0.1', 'my127.0.0.1'].some(isLoopback)).toBe(
    false,
  )
})
