import { Agent, createServer, request } from 'node:http'

/**
 * What went over the wire: requests by method, bytes of bodies in both directions, connections, and the serial depth,
 * which is the longest chain of requests of which each began after the one before had been answered. Loopback hides
 * round trips; the depth, times what a round trip takes, is the least that a client needs over a network.
 */
export function createRecorder() {
  let exchanges = []
  let connections = 0
  return {
    connected: () => connections++,
    add: (exchange) => exchanges.push(exchange),
    /** Forgets what was recorded. */
    clear() {
      exchanges = []
      connections = 0
    },
    /** What was recorded, requests that have not been answered among it. */
    summary() {
      const methods = {}
      for (const { method } of exchanges) methods[method] = (methods[method] ?? 0) + 1
      const sum = (key) => exchanges.reduce((total, exchange) => total + exchange[key], 0)
      const counts = { requests: exchanges.length, methods, sent: sum('sent'), received: sum('received') }
      return { ...counts, connections, depth: depthOf(exchanges) }
    },
  }
}

/** @param {{began: number, ended: number}[]} exchanges in the order of one clock */
export function depthOf(exchanges) {
  let [depth, free] = [0, Number.NEGATIVE_INFINITY]
  for (const { began, ended } of [...exchanges].sort((a, b) => a.ended - b.ended)) {
    if (began < free) continue
    depth++
    free = ended
  }
  return depth
}

/**
 * A proxy in front of a registry. It keeps the Host header, so that the registry's redirects and upload locations lead
 * back through it.
 *
 * @param {{target: string, recorder: ReturnType<typeof createRecorder>, latency?: number}} options `target` is
 *   HOST:PORT; `latency` in milliseconds, charged once a request before the registry hears of it
 */
export async function startProxy({ target, recorder, latency = 0 }) {
  const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY })
  const server = createServer((incoming, outgoing) => {
    const { method, url, headers } = incoming
    const exchange = { method, url, sent: 0, received: 0, began: performance.now(), ended: Number.POSITIVE_INFINITY }
    recorder.add(exchange)
    outgoing.on('close', () => {
      exchange.ended = performance.now()
    })
    const forward = () => {
      const upstream = request(`http://${target}${url}`, { method, headers, agent }, (response) => {
        outgoing.writeHead(response.statusCode, response.rawHeaders)
        response.on('data', (part) => {
          exchange.received += part.length
        })
        response.pipe(outgoing)
        response.on('error', () => outgoing.destroy())
      })
      upstream.on('error', () => outgoing.destroy())
      outgoing.on('close', () => outgoing.writableFinished || upstream.destroy())
      incoming.on('data', (part) => {
        exchange.sent += part.length
      })
      incoming.pipe(upstream)
    }
    if (latency > 0) setTimeout(forward, latency)
    else forward()
  })
  // As long as a client's: a connection that the proxy closed would be counted twice.
  server.keepAliveTimeout = 60_000
  server.on('connection', recorder.connected)
  await new Promise((done) => server.listen(0, '127.0.0.1', done))
  return {
    host: `127.0.0.1:${server.address().port}`,
    async stop() {
      agent.destroy()
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}
