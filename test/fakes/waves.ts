import { once } from 'node:events'
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Long enough for a client that has its answers to come with its next requests, on a busy machine too. */
const quietMilliseconds = 120

export interface Waves {
  /** `127.0.0.1:PORT` of the proxy, to be used instead of what is behind it. */
  readonly host: string
  /** Requests of each wave so far: their number is how many round trips followed one another. */
  readonly waves: readonly (readonly string[])[]
  close(): Promise<void>
}

/**
 * A proxy that holds requests until no other comes, and then lets them through together: what a client sends side by side is one
 * wave, what it sends after an answer is the next. Counts round trips without measuring time.
 */
export async function startWaves(target: string): Promise<Waves> {
  const waves: string[][] = []
  const agent = new Agent({ keepAlive: true })
  let held: [IncomingMessage, ServerResponse][] = []
  let timer: NodeJS.Timeout | undefined
  const release = () => {
    const wave = held
    held = []
    waves.push(wave.map(([{ method, url }]) => `${method} ${url}`))
    for (const [incoming, response] of wave) pass(incoming, response)
  }
  const pass = (incoming: IncomingMessage, response: ServerResponse) => {
    const { method, url, headers } = incoming
    const [hostname, port] = target.split(':')
    const outgoing = request({ hostname, port, method, path: url, headers, agent }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    outgoing.on('error', () => response.destroy())
    incoming.pipe(outgoing)
  }
  const server = createServer((incoming, response) => {
    held.push([incoming, response])
    clearTimeout(timer)
    timer = setTimeout(release, quietMilliseconds)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    waves,
    close: async () => {
      clearTimeout(timer)
      agent.destroy()
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}
