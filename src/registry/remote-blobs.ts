import { IngotError } from '../errors.js'
import type { HttpAnswer } from '../http/index.js'
import type { Digest } from '../oci/digest.js'
import type { Descriptor } from '../oci/manifest.js'
import type { BlobSource, CallOptions, WriteBlobOptions } from '../oci/store.js'
import type { Endpoint } from './endpoint.js'
import { isPassing, type Operation } from './refusal.js'
import { serialise } from './serial.js'
import { Upload } from './upload.js'
import { beginUpload, type Session, sessionOf } from './upload-session.js'
import { sizeMismatch, verified, verifiedSource } from './verified.js'

/** Sent without looking: as quick as to look, and one round trip less when it is missing. */
const smallBytes = 64 * 1024 // 64 KiB
/** Not every registry looks when it is asked to mount what it has: what is larger than this is looked for before it is sent again. */
const sentUnseenBytes = 1024 * 1024 // 1 MiB
const interruptionsInARow = 3
const maximumInterruptions = 20

export interface BlobsOptions {
  readonly repository: string
  readonly endpoint: Endpoint
}

/** The blobs of one repository: read and resumed, looked for, mounted, written. */
export class RemoteBlobs {
  readonly #repository: string
  readonly #endpoint: Endpoint
  /** Uploads that a refused mount has opened: the next write of that blob takes them up. */
  readonly #sessions = new Map<Digest, Session>()
  /** Whether a large blob was there that a mount had not found: such a registry is asked about each of them. */
  #firstLook: Promise<boolean> | undefined

  constructor({ repository, endpoint }: BlobsOptions) {
    this.#repository = repository
    this.#endpoint = endpoint
  }

  read(descriptor: Descriptor, options: CallOptions): AsyncIterable<Uint8Array> {
    const where = `The blob ${descriptor.digest} of ${this.#repository}`
    const signal = options.signal ?? this.#endpoint.signal
    return verified(this.#receive(descriptor, where, options), descriptor, where, signal)
  }

  /** A broken connection costs what was on the way: the rest is asked for by Range. */
  async *#receive(
    descriptor: Descriptor,
    where: string,
    options: CallOptions,
  ): AsyncGenerator<Uint8Array, void, undefined> {
    const operation = this.#operation(`read the blob ${descriptor.digest}`, false)
    let received = 0
    for (let inARow = 0, interruptions = 0; ; interruptions += 1) {
      const before = received
      try {
        const { answer, skip } = await this.#get(descriptor, received, where, operation, options)
        let toSkip = skip
        for await (const chunk of answer.stream()) {
          const fresh = toSkip === 0 ? chunk : chunk.subarray(Math.min(toSkip, chunk.byteLength))
          toSkip -= chunk.byteLength - fresh.byteLength
          received += fresh.byteLength
          if (fresh.byteLength > 0) yield fresh
        }
        return
      } catch (error) {
        inARow = received > before ? 1 : inARow + 1
        const isOver = inARow > interruptionsInARow || interruptions >= maximumInterruptions
        if (isOver || !isPassing(error)) throw this.#endpoint.nameFailure(operation, error)
        await this.#endpoint.pause(inARow - 1, undefined, options.signal)
      }
    }
  }

  /** An answer that begins at byte `from`, or so many bytes before it. */
  async #get(descriptor: Descriptor, from: number, where: string, operation: Operation, options: CallOptions) {
    const headers = from === 0 ? {} : { range: `bytes=${from}-` }
    const call = { method: 'GET', to: `blobs/${descriptor.digest}`, headers, operation, ...options } as const
    const expectedBytes = descriptor.size - from
    const answer = await this.#endpoint.send({ ...call, expectedBytes, expect: [200, 206] }, async (it) => it)
    const begins = answer.status === 206 ? beginningOf(answer) : 0
    if (begins > from || (answer.status === 206 && from === 0 && begins !== 0)) {
      answer.discard()
      throw new IngotError(
        'unreadable',
        `${where}: asked for the bytes from ${from}, the registry sent those from ${begins}`,
      )
    }
    const { declaredBytes } = answer
    if (declaredBytes !== undefined && begins + declaredBytes !== descriptor.size) {
      answer.discard()
      throw sizeMismatch(where, descriptor, `${begins + declaredBytes}`)
    }
    return { answer, skip: from - begins }
  }

  async has(digest: Digest, options: CallOptions): Promise<boolean> {
    return this.#has(digest, this.#operation(`look for the blob ${digest}`, false), options)
  }

  async #has(digest: Digest, operation: Operation, options: CallOptions): Promise<boolean> {
    const call = { method: 'HEAD', to: `blobs/${digest}`, operation, expect: [200, 404], ...options } as const
    const isThere = await this.#endpoint.send(call, async (answer) => {
      answer.discard()
      return answer.status === 200
    })
    if (isThere) this.#known.add(digest)
    return isThere
  }

  /** @param path the repository of the same registry that is thought to have it; its own, to look for it and open an upload at once */
  async mount(digest: Digest, path: string, options: CallOptions): Promise<boolean> {
    if (this.#known.has(digest)) return true
    const isOwn = path === this.#endpoint.path
    const from = `${this.#endpoint.host}/${path}`
    const operation = this.#operation(isOwn ? `push the blob ${digest}` : `mount the blob ${digest} of ${from}`, true)
    const to = this.#endpoint.resolve(`blobs/uploads/?mount=${digest}&from=${encodeURIComponent(path)}`)
    const call = { method: 'POST', idempotent: true, to, operation, alsoReads: path } as const
    // Registries that do not know how; sources that are not there, or not for us: then the bytes are sent instead.
    const refusals = isOwn ? [400, 404, 405] : [400, 401, 403, 404, 405]
    const isMounted = await this.#endpoint.send(
      { ...call, expect: [201, 202, ...refusals], ...options },
      async (answer) => {
        answer.discard()
        if (answer.status === 202) this.#sessions.set(digest, sessionOf(this.#endpoint, answer))
        return answer.status === 201
      },
    )
    if (isMounted) {
      this.#endpoint.memory.hasMounted = true
      this.#known.add(digest)
    }
    return isMounted
  }

  /** Writers of one blob take turns, so that the later ones find it there. */
  write(source: BlobSource, options: WriteBlobOptions): Promise<void> {
    const key = `blob ${this.#repository} ${source.descriptor.digest}`
    return serialise(key, () => this.#write(source, options))
  }

  async #write(source: BlobSource, { presumeAbsent = false, ...options }: WriteBlobOptions): Promise<void> {
    const { digest, size } = source.descriptor
    if (this.#known.has(digest)) return
    const isSmall = size <= smallBytes
    if (isSmall && (await this.#sendAtOnce(source, options))) return
    if (!isSmall && !presumeAbsent && (await this.#isThere(digest, size, options))) return
    await this.#upload(source, options)
  }

  async #upload(source: BlobSource, options: CallOptions): Promise<void> {
    const { digest } = source.descriptor
    const operation = this.#operation(`push the blob ${digest}`, true)
    const session = this.#sessions.get(digest)
    this.#sessions.delete(digest)
    const isThere = () => this.#has(digest, operation, options)
    await new Upload(this.#endpoint, source, { operation, options, session, isThere }).run()
    this.#known.add(digest)
  }

  /** Looks with the right to push, so that one token serves all of the upload, and opens the upload where it can. */
  async #isThere(digest: Digest, size: number, options: CallOptions): Promise<boolean> {
    const isMounted = () => this.mount(digest, this.#endpoint.path, options).catch(refusedOddly)
    if (!this.#sessions.has(digest) && (await isMounted())) return true
    const look = () => this.#has(digest, this.#operation(`push the blob ${digest}`, true), options)
    if (!this.#sessions.has(digest)) return look()
    if (size <= sentUnseenBytes || this.#endpoint.memory.hasMounted) return false
    const isFirst = this.#firstLook === undefined
    this.#firstLook ??= look().catch((error: unknown) => {
      this.#firstLook = undefined
      throw error
    })
    const wasThere = await this.#firstLook
    return isFirst || !wasThere ? wasThere : look()
  }

  /** In one POST, where the registry takes that; one that does not opens an upload instead. */
  async #sendAtOnce(source: BlobSource, options: CallOptions): Promise<boolean> {
    const { memory } = this.#endpoint
    const { digest, size } = source.descriptor
    if (memory.takesSinglePost === false || this.#sessions.has(digest)) return false
    const what = `The blob that is being pushed to ${this.#repository}`
    const chunks: Uint8Array[] = []
    for await (const chunk of verifiedSource(source, what, options.signal)) chunks.push(chunk)
    const body = Buffer.concat(chunks, size)
    const to = this.#endpoint.resolve(`blobs/uploads/?digest=${digest}`)
    const operation = this.#operation(`push the blob ${digest}`, true)
    const headers = { 'content-type': 'application/octet-stream' }
    const call = { method: 'POST', idempotent: true, to, headers, body, operation, ...options } as const
    const refusals = [400, 404, 405, 411, 415, 416, 500, 501]
    const sending = this.#endpoint.send({ ...call, expect: [201, 202, ...refusals] }, async (answer) => {
      answer.discard()
      if (answer.status === 202) this.#sessions.set(digest, sessionOf(this.#endpoint, answer))
      return answer.status === 201
    })
    memory.takesSinglePost = await sending.catch(refusedOddly)
    if (memory.takesSinglePost) this.#known.add(digest)
    return memory.takesSinglePost
  }

  /** @see ImageStore.writeNewBlob */
  async writeNew(source: Promise<BlobSource>, options: CallOptions): Promise<void> {
    if (this.#endpoint.memory.takesSinglePost === true) return this.write(await source, options)
    const operation = this.#operation('push a blob', true)
    const [given, begun] = await Promise.allSettled([source, beginUpload(this.#endpoint, operation, options)])
    if (given.status === 'fulfilled' && begun.status === 'fulfilled') {
      this.#sessions.set(given.value.descriptor.digest, begun.value)
      return this.#upload(given.value, options)
    }
    if (begun.status === 'fulfilled') await this.#giveUp(begun.value, options)
    throw given.status === 'rejected' ? given.reason : (begun as PromiseRejectedResult).reason
  }

  /** What the registry says that it lacks is not taken for known any more. */
  forget(): void {
    this.#known.clear()
  }

  get #known(): Set<Digest> {
    return this.#endpoint.memory.blobsOf(this.#endpoint.path)
  }

  /** An upload that nothing will be sent to; a registry that does not let go of it now will do so later. */
  async #giveUp({ location }: Session, options: CallOptions): Promise<void> {
    const operation = this.#operation('give up an upload', true)
    const call = { method: 'DELETE', to: location, operation, ...options } as const
    await this.#endpoint.send({ ...call, expect: [204] }, async (answer) => answer.discard()).catch(() => undefined)
  }

  #operation(verb: string, writes: boolean): Operation {
    return { verb, repository: this.#repository, writes }
  }
}

/** Some answer what they do not know by closing the connection, or with a 5xx: the plain way then shows whether they are down. */
function refusedOddly(error: unknown): false {
  if (error instanceof IngotError && error.reason === 'unreachable') return false
  throw error
}

function beginningOf(answer: HttpAnswer): number {
  const match = /^bytes (\d{1,15})-/.exec(answer.header('content-range') ?? '')
  return match === null ? 0 : Number(match[1])
}
