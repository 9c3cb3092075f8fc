import { chmodSync, mkdirSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { IngotError, toIngotError } from '../../../errors.js'
import type { Host } from './host.js'
import { controlSocket } from './paths.js'
import { type Answer, type Refusal, requests, type Verb } from './protocol.js'

const largestBody = 64 * 1024 // 64 KiB

/** The host's own door: a socket that only this user can open. `POST /<verb>` with JSON, answered with what the host then sees. */
export async function listenForOrders(directory: string, host: Host, stop: () => void): Promise<Server> {
  const { path, folder } = controlSocket(directory)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  rmSync(path, { force: true }) // only one host can hold the port, so a socket that is there is a dead one's
  const server = createServer((request, response) => {
    obey(host, stop, request).then(
      (answer) => reply(response, 200, answer),
      (thrown) => {
        const { reason, message } = toIngotError(thrown)
        reply(response, 409, {
          reason: reason === 'superseded' || reason === 'invalid-input' ? reason : 'target-failed',
          message,
        })
      },
    )
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(path, resolve))
  chmodSync(path, 0o600)
  return server
}

async function obey(host: Host, stop: () => void, request: IncomingMessage): Promise<Answer> {
  const verb = (request.url ?? '').slice(1)
  const body = await readBody(request)
  switch (verb) {
    case 'observe':
      break
    case 'deploy':
      host.deploy(parse('deploy', body))
      break
    case 'shift':
      host.shift(parse('shift', body))
      break
    case 'retire':
      host.retire(parse('retire', body))
      break
    case 'stop':
      stop()
      break
    default:
      throw new IngotError('invalid-input', `The target does not know the order ${JSON.stringify(verb)}`)
  }
  return host.observe()
}

function parse<V extends Verb>(verb: V, body: string) {
  const parsed = requests[verb].safeParse(JSON.parse(body))
  if (parsed.success) return parsed.data as ReturnType<(typeof requests)[V]['parse']>
  throw new IngotError('invalid-input', `The order ${verb} is malformed: ${parsed.error.issues[0]?.message}`)
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > largestBody) throw new IngotError('invalid-input', `An order may have ${largestBody} bytes at most`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function reply(response: ServerResponse, status: number, answer: Answer | Refusal): void {
  response.writeHead(status, { 'content-type': 'application/json', connection: 'close' }).end(JSON.stringify(answer))
}
