import { lstatSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { userInfo } from 'node:os'
import { IngotError } from '../../../errors.js'
import { controlSocket } from './paths.js'
import { type Answer, answerSchema, type RequestOf, refusalSchema, type Verb } from './protocol.js'

const answerMilliseconds = 30_000
const largestAnswer = 1024 * 1024 // 1 MiB

/**
 * Gives the host of a directory an order. Undefined when no host runs there.
 *
 * @throws IngotError `superseded`, `target-failed` as the host refuses; `timed-out`
 */
export async function order<V extends Verb>(
  directory: string,
  verb: V,
  body: RequestOf<V>,
  signal?: AbortSignal,
): Promise<Answer | undefined> {
  const { path } = controlSocket(directory)
  refuseForeign(path)
  const answer = await post(path, verb, JSON.stringify(body), signal)
  if (answer === undefined) return undefined
  const value = parseJson(answer.text)
  if (answer.status === 200) {
    const parsed = answerSchema.safeParse(value)
    if (parsed.success) return parsed.data
  } else {
    const refusal = refusalSchema.safeParse(value)
    if (refusal.success) throw new IngotError(refusal.data.reason, refusal.data.message)
  }
  throw new IngotError('target-failed', `The host of ${directory} gave an answer to ${verb} that is not understood`, {
    advice: 'It may be of another version: stop it, the next command starts it again',
  })
}

function post(
  socketPath: string,
  verb: string,
  body: string,
  signal?: AbortSignal,
): Promise<{ status: number; text: string } | undefined> {
  return new Promise((resolve, reject) => {
    const options = {
      socketPath,
      method: 'POST',
      path: `/${verb}`,
      timeout: answerMilliseconds,
      ...(signal && { signal }),
    }
    const request = httpRequest(options, (response) => {
      const chunks: Buffer[] = []
      let bytes = 0
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length
        if (bytes > largestAnswer) request.destroy(new Error('the answer is too large'))
        else chunks.push(chunk)
      })
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') }),
      )
      response.on('error', reject)
    })
    request.on('timeout', () =>
      request.destroy(
        new IngotError('timed-out', `The target did not answer to ${verb} within ${answerMilliseconds / 1000} s`),
      ),
    )
    request.on('error', (error: NodeJS.ErrnoException) => {
      const isAbsent = ['ENOENT', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE'].includes(error.code ?? '')
      if (isAbsent) resolve(undefined)
      else reject(error)
    })
    request.end(body)
  })
}

/** Orders go to nobody but this user's own host (or, for root, to anybody's). */
function refuseForeign(path: string): void {
  const { uid } = userInfo()
  const owner = lstatSync(path, { throwIfNoEntry: false })?.uid
  if (owner === undefined || uid <= 0 || owner === uid) return
  throw new IngotError('target-failed', `The control socket ${path} belongs to another user`)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
