import { type IncomingMessage, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { IngotError } from '../errors.js'
import type { Image } from '../image/index.js'
import type { CheckResult, HttpCheck } from './checks.js'

/** A started service; `stop` also clears away whatever starting it left on disk. */
export interface RunningService {
  /** `http://host:port` */
  readonly url: string
  stop(): Promise<void>
}

export interface LaunchRequest {
  readonly port?: number
  readonly startMilliseconds: number
  readonly signal?: AbortSignal
}

/**
 * Starts an image's service and returns when its port accepts.
 *
 * @throws IngotError `target-failed` or `timed-out` when the service is to blame; any other reason means that it could
 *   not be tried
 */
export type Launch = (image: Image, request: LaunchRequest) => Promise<RunningService>

const maximumBodyBytes = 1024 * 1024 // 1 MiB
const retryMilliseconds = 50

/** How a check came out, without its name. */
export type Answer = Pick<CheckResult, 'verdict' | 'message'>

/** Starts the service once for all `checks`, which share a port, and asks each; the service is gone when this returns. */
export async function runHttpChecks(
  image: Image,
  checks: readonly HttpCheck[],
  launch: Launch | undefined,
  signal?: AbortSignal,
): Promise<Answer[]> {
  if (launch === undefined) return checks.map(() => error('services cannot be started here'))
  const port = checks[0]?.port
  const within = Math.max(...checks.map((check) => check.withinMilliseconds))
  let service: RunningService
  try {
    service = await launch(image, {
      startMilliseconds: within,
      ...(port !== undefined && { port }),
      ...(signal && { signal }),
    })
  } catch (thrown) {
    signal?.throwIfAborted()
    const answer = whyNotStarted(thrown)
    return checks.map(() => answer)
  }
  const accepted = Date.now()
  try {
    return await Promise.all(
      checks.map((check) => ask(service.url, check, accepted + check.withinMilliseconds, signal)),
    )
  } finally {
    await service.stop()
  }
}

function whyNotStarted(thrown: unknown): Answer {
  if (!(thrown instanceof IngotError)) throw thrown
  const isToBlame = thrown.reason === 'target-failed' || thrown.reason === 'timed-out'
  return isToBlame ? { verdict: 'fail', message: thrown.message } : error(thrown.message)
}

/** Asks until the answer is right or the time is up: services listen before they are ready. */
async function ask(url: string, check: HttpCheck, deadline: number, signal?: AbortSignal): Promise<Answer> {
  const pattern = compile(check.body)
  if (pattern instanceof SyntaxError) return error(`the body's pattern is not a regular expression: ${pattern.message}`)
  for (;;) {
    const problem = await attempt(url, check, pattern, deadline, signal)
    signal?.throwIfAborted()
    if (problem === undefined) return { verdict: 'pass', message: `GET ${check.path} answers ${check.status}` }
    if (Date.now() + retryMilliseconds >= deadline) {
      return { verdict: 'fail', message: `GET ${check.path} ${problem} (waited ${check.withinMilliseconds} ms)` }
    }
    await sleep(retryMilliseconds, undefined, { ...(signal && { signal }) })
  }
}

/** One request; what is wrong with its answer, or nothing. A redirect is an answer like any other. */
async function attempt(
  url: string,
  check: HttpCheck,
  pattern: RegExp | undefined,
  deadline: number,
  signal?: AbortSignal,
): Promise<string | undefined> {
  const timeout = AbortSignal.timeout(Math.max(1, deadline - Date.now()))
  try {
    const answer = await get(new URL(check.path, url), signal ? AbortSignal.any([signal, timeout]) : timeout)
    const body = await readBody(answer)
    if (answer.statusCode !== check.status) return `answers ${answer.statusCode}, expected ${check.status}`
    if (pattern !== undefined && !pattern.test(body)) return `answers a body that does not match /${check.body}/`
    return undefined
  } catch (thrown) {
    return timeout.aborted ? 'does not answer in time' : `gets no answer: ${(thrown as Error).message}`
  }
}

/** Each on a connection of its own: one that is kept open would delay the end of a service that stops in good order. */
function get(url: URL, signal: AbortSignal): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request(url, { agent: false, signal }, resolve).once('error', reject).end()
  })
}

async function readBody(answer: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = []
  let total = 0
  for await (const chunk of answer) {
    chunks.push(chunk)
    total += chunk.length
    if (total > maximumBodyBytes) break
  }
  return Buffer.concat(chunks).toString('utf8')
}

function compile(body: string | undefined): RegExp | SyntaxError | undefined {
  try {
    return body === undefined ? undefined : new RegExp(body)
  } catch (thrown) {
    return thrown as SyntaxError
  }
}

function error(message: string): Answer {
  return { verdict: 'error', message }
}
