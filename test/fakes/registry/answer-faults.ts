import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import type { FaultKind } from './faults.js'

type AnswerFault = Exclude<FaultKind, { kind: 'status' | 'reset' | 'silent' | 'reset-request' }>

/** Holds back what the registry answers until all of it is there, and then sends it the faulty way. */
export function alterAnswer(fault: AnswerFault, request: IncomingMessage, response: ServerResponse): void {
  const { writeHead, write, end } = response
  const chunks: Buffer[] = []
  let headers: OutgoingHttpHeaders = {}
  const original = {
    head: (status: number, values: OutgoingHttpHeaders) => writeHead.call(response, status, values),
    write: (bytes: Buffer, done?: () => void) => write.call(response, bytes, 'utf8', done),
    end: (bytes: Buffer) => end.call(response, bytes, 'utf8'),
  }
  response.writeHead = ((status: number, values: OutgoingHttpHeaders = {}) => {
    response.statusCode = status
    headers = values
    return response
  }) as typeof response.writeHead
  response.write = ((chunk: Buffer | string, encoding: unknown, done: unknown) => {
    chunks.push(Buffer.from(chunk))
    const callback = typeof encoding === 'function' ? encoding : done
    if (typeof callback === 'function') process.nextTick(callback as () => void)
    return true
  }) as typeof response.write
  response.end = ((chunk?: Buffer | string) => {
    if (chunk !== undefined && typeof chunk !== 'function') chunks.push(Buffer.from(chunk))
    Object.assign(response, { writeHead, write, end })
    const body = request.method === 'HEAD' ? Buffer.alloc(0) : Buffer.concat(chunks)
    send(fault, { body, headers, status: response.statusCode, original, request, response })
    return response
  }) as typeof response.end
}

interface Held {
  readonly body: Buffer
  readonly headers: OutgoingHttpHeaders
  readonly status: number
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly original: {
    head(status: number, values: OutgoingHttpHeaders): unknown
    write(bytes: Buffer, done?: () => void): unknown
    end(bytes: Buffer): unknown
  }
}

function send(fault: AnswerFault, { body, headers, status, original, request, response }: Held): void {
  const whole = { ...headers, ...(request.method !== 'HEAD' && { 'content-length': body.length }) }
  const reset = () => request.socket.resetAndDestroy()
  /** The head and the first bytes, and what comes then; bytes that are on their way arrive before a reset. */
  const begin = (bytes: Buffer, then: () => void) => {
    original.head(status, whole)
    response.flushHeaders()
    if (bytes.length === 0) setTimeout(then, 5)
    else original.write(bytes, () => setTimeout(then, 5))
  }
  switch (fault.kind) {
    case 'lost-answer':
      reset()
      break
    case 'reset-answer':
      begin(body.subarray(0, fault.afterBytes), reset)
      break
    case 'stall':
      begin(body.subarray(0, fault.afterBytes), () => undefined)
      break
    case 'drip':
      original.head(status, whole)
      drip(body, fault, original)
      break
    case 'truncated': {
      const half = body.subarray(0, Math.floor(body.length / 2))
      if (fault.length === 'right') begin(half, () => request.socket.end())
      else original.head(status, { ...whole, 'content-length': half.length })
      if (fault.length === 'short') original.end(half)
      break
    }
    case 'wrong-content': {
      const wrong = Buffer.from(body)
      const middle = Math.floor(wrong.length / 2)
      if (wrong.length > 0) wrong[middle] = (wrong[middle] ?? 0) ^ 1
      original.head(status, whole)
      original.end(wrong)
      break
    }
    case 'wrong-length': {
      const longer = Buffer.concat([body, Buffer.from('   ')])
      original.head(status, { ...whole, 'content-length': longer.length })
      original.end(longer)
      break
    }
  }
}

function drip(
  body: Buffer,
  fault: { bytes: number; everyMilliseconds: number },
  { write, end }: Held['original'],
): void {
  if (body.length <= fault.bytes) {
    end(body)
    return
  }
  write(body.subarray(0, fault.bytes))
  setTimeout(
    () => drip(body.subarray(fault.bytes), fault, { write, end, head: () => undefined }),
    fault.everyMilliseconds,
  )
}
