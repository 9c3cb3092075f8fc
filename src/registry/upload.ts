import { IngotError } from '../errors.js'
import type { HttpAnswer } from '../http/index.js'
import type { BlobSource, CallOptions } from '../oci/store.js'
import type { Endpoint } from './endpoint.js'
import { Passage } from './passage.js'
import { isPassing, type Operation } from './refusal.js'
import { beginUpload, offsetOf, type Session, sessionOf } from './upload-session.js'
import { verifiedSource } from './verified.js'

/** Up to here a blob goes in one PUT; what is larger goes as PATCH and PUT, as docker sends it. */
const monolithicBytes = 64 * 1024 * 1024 // 64 MiB
/** A part's first size when a registry, or a proxy before it, refuses a body as too large; halved while it still does. */
const firstPartBytes = 32 * 1024 * 1024 // 32 MiB
const smallestPartBytes = 1024 * 1024 // 1 MiB
/** In a row, without a byte of progress. */
const attempts = 4
const maximumRounds = 50

export interface UploadOptions {
  readonly operation: Operation
  readonly options: CallOptions
  /** One that is open already. */
  readonly session?: Session | undefined
  /** Looks for the blob. */
  readonly isThere: () => Promise<boolean>
}

interface Lost {
  readonly lost: true
}

interface Setback {
  readonly failure: IngotError
  /** Another way is tried, rather than the same again. */
  readonly isTurn?: true
}

/**
 * Sends one blob. A connection that breaks costs what was on the way: the registry is asked how much it has, and gets the
 * rest; where it cannot say, all is sent again.
 *
 * @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pushing-a-blob-in-chunks
 */
export class Upload {
  readonly #endpoint: Endpoint
  readonly #source: BlobSource
  readonly #operation: Operation
  readonly #options: CallOptions
  readonly #isThere: () => Promise<boolean>
  readonly #passage: Passage
  #session: Session | undefined
  #offset = 0
  #partBytes: number
  #mayResume = true
  #retryAfter: string | undefined

  constructor(endpoint: Endpoint, source: BlobSource, { operation, options, session, isThere }: UploadOptions) {
    this.#endpoint = endpoint
    this.#source = source
    this.#operation = operation
    this.#options = options
    this.#session = session
    this.#isThere = isThere
    const what = `The blob that is being pushed to ${operation.repository}`
    const signal = options.signal ?? endpoint.signal
    this.#passage = new Passage(() => verifiedSource(source, what, signal))
    this.#partBytes = source.descriptor.size <= monolithicBytes ? 0 : Number.POSITIVE_INFINITY
  }

  /** @throws IngotError what the registry refuses, or the source fails with; a passing failure only when it stays */
  async run(): Promise<void> {
    try {
      for (let failures = 0, rounds = 0; ; rounds += 1) {
        const before = this.#offset
        const setback = await this.#advance(rounds > 0)
        if (setback === undefined) return
        failures = setback.isTurn ? 0 : this.#offset > before ? 1 : failures + 1
        if (failures >= attempts || rounds >= maximumRounds) throw setback.failure
        if (setback.isTurn) continue
        const isWorthIt = await this.#endpoint.pause(failures - 1, this.#retryAfter, this.#options.signal)
        if (!isWorthIt) throw setback.failure
      }
    } finally {
      this.#passage.end()
    }
  }

  /** Goes on from where it is. Undefined when the blob is there; else what went wrong, with the way on prepared. */
  async #advance(isAgain: boolean): Promise<Setback | undefined> {
    this.#retryAfter = undefined
    try {
      // The answer alone may have been lost.
      if (isAgain && this.#session === undefined && (await this.#isThere())) return undefined
      this.#session ??= await beginUpload(this.#endpoint, this.#operation, this.#options)
      if ((await this.#send(this.#session)) === undefined) return undefined
      this.#restart()
      const message = `${this.#operation.repository} has lost the upload of ${this.#source.descriptor.digest}`
      return { failure: new IngotError('unreachable', message) }
    } catch (error) {
      if (!(error instanceof IngotError) || this.#passage.hasFailed) throw error
      if (error.reason === 'size-exceeded' && this.#split()) return { failure: error, isTurn: true }
      if (isPassing(error)) await this.#resume()
      else if (!this.#isSpoilt(error)) throw error
      return { failure: error }
    }
  }

  /** A registry that took a part twice, or lost one, says so at the end: then all is sent again, once, and never resumed. */
  #isSpoilt(error: IngotError): boolean {
    const isSpoilt = this.#offset > 0 && this.#mayResume && /\bDIGEST_INVALID\b/.test(error.message)
    if (isSpoilt) {
      this.#mayResume = false
      this.#restart()
    }
    return isSpoilt
  }

  async #send(session: Session): Promise<Lost | undefined> {
    const { size } = this.#source.descriptor
    if (this.#partBytes === 0 && this.#offset === 0) return this.#finish(session, size)
    while (this.#offset < size) {
      const part = Math.max(this.#partBytes || size, session.minimumPartBytes)
      const lost = await this.#patch(this.#session ?? session, Math.min(size, this.#offset + part))
      if (lost !== undefined) return lost
    }
    return this.#finish(this.#session ?? session, 0)
  }

  async #patch({ location }: Session, to: number): Promise<Lost | undefined> {
    const from = this.#offset
    const headers = { 'content-type': 'application/octet-stream', 'content-range': `${from}-${to - 1}` }
    const body = { size: to - from, open: () => this.#passage.slice(from, to) }
    const call = { method: 'PATCH', to: location, headers, body, operation: this.#operation, ...this.#options } as const
    return this.#endpoint.send({ ...call, expect: [202, 404, 416, 500, 502, 503, 504] }, async (answer) => {
      await this.#refuseOverload(answer)
      answer.discard()
      if (answer.status === 404) return { lost: true }
      if (answer.status === 416)
        throw new IngotError(
          'unreachable',
          `${this.#operation.repository} expects another part of the blob than from ${from}`,
        )
      this.#session = sessionOf(this.#endpoint, answer, this.#session)
      this.#offset = offsetOf(answer, to) ?? to
      if (this.#offset <= from) {
        throw new IngotError('unreachable', `${this.#operation.repository} has taken nothing of the part from ${from}`)
      }
      return undefined
    })
  }

  /** Closes the upload, with all of the blob or with what has been sent before. */
  async #finish({ location }: Session, bytes: number): Promise<Lost | undefined> {
    const { digest, size } = this.#source.descriptor
    const to = new URL(`${location.href}${location.search === '' ? '?' : '&'}digest=${encodeURIComponent(digest)}`)
    const headers = { 'content-type': 'application/octet-stream' }
    const body = bytes === 0 ? Buffer.alloc(0) : { size, open: () => this.#passage.slice(0, size) }
    const call = {
      method: 'PUT',
      idempotent: false,
      to,
      headers,
      body,
      operation: this.#operation,
      ...this.#options,
    } as const
    return this.#endpoint.send({ ...call, expect: [201, 404, 500, 502, 503, 504] }, async (answer) => {
      await this.#refuseOverload(answer)
      if (answer.status === 404) {
        const refusal = await this.#endpoint.refusal(answer, this.#operation)
        if (!/\bBLOB_UPLOAD_(?:UNKNOWN|INVALID)\b/.test(refusal.message)) throw refusal
        return { lost: true }
      }
      answer.discard()
      return undefined
    })
  }

  async #refuseOverload(answer: HttpAnswer): Promise<void> {
    if (answer.status < 500) return
    this.#retryAfter = answer.header('retry-after')
    throw await this.#endpoint.refusal(answer, this.#operation)
  }

  /** Asks how much has arrived; begins anew where that cannot be learnt. */
  async #resume(): Promise<void> {
    const session = this.#session
    if (session === undefined || !this.#mayResume) return this.#restart()
    const call = { method: 'GET', to: session.location, operation: this.#operation, ...this.#options } as const
    const expect = [200, 202, 204, 400, 404, 405]
    const arrived = await this.#endpoint
      .send({ ...call, expect }, async (answer) => {
        answer.discard()
        if (answer.status >= 400) return undefined
        const offset = offsetOf(answer, this.#source.descriptor.size)
        return offset === undefined ? undefined : { offset, session: sessionOf(this.#endpoint, answer, session) }
      })
      .catch((error: unknown) => {
        this.#options.signal?.throwIfAborted()
        if (isPassing(error)) return undefined
        throw error
      })
    if (arrived === undefined) return this.#restart()
    this.#session = arrived.session
    this.#offset = arrived.offset
  }

  #restart(): void {
    this.#session = undefined
    this.#offset = 0
  }

  /** Smaller parts from now on; false when they cannot be smaller. */
  #split(): boolean {
    const minimum = Math.max(this.#session?.minimumPartBytes ?? 0, smallestPartBytes)
    const before =
      this.#partBytes === 0 || this.#partBytes === Number.POSITIVE_INFINITY ? firstPartBytes * 2 : this.#partBytes
    const next = Math.min(before, this.#source.descriptor.size) / 2
    if (next < minimum) return false
    this.#partBytes = Math.ceil(next)
    this.#restart()
    return true
  }
}
