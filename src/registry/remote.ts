import { setTimeout as sleep } from 'node:timers/promises'
import { IngotError } from '../errors.js'
import type { HttpAnswer } from '../http/index.js'
import { type Digest, digestOf, isDigest } from '../oci/digest.js'
import { type Descriptor, maximumManifestBytes } from '../oci/manifest.js'
import { indexTypes, manifestTypes } from '../oci/media-types.js'
import { formatRepository, type RegistryReference, tagged } from '../oci/reference.js'
import type { BlobSource, CallOptions, ImageStore, StoredManifest } from '../oci/store.js'
import { describe, mediaTypeSaid } from './described.js'
import { type Call, Endpoint, type EndpointOptions } from './endpoint.js'
import { readPages } from './pages.js'
import { isPartUnknown, isPassing, type Operation } from './refusal.js'
import { RemoteReferrers } from './remote-referrers.js'
import { serialise } from './serial.js'
import { digestMismatch, sizeMismatch, verified, verifiedSource } from './verified.js'

const manifestMediaTypes = [...indexTypes, ...manifestTypes]
const uploadAttempts = 3
/** Not every registry looks when it is asked to mount what it has: what is larger than this is looked for before it is sent again. */
const sentUnseenBytes = 1024 * 1024 // 1 MiB

type ManifestPut = [bytes: Uint8Array, mediaType: string, label: Digest | { tag: string }, options?: CallOptions]

/**
 * One repository of a registry.
 *
 * @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md
 */
export class RemoteStore implements ImageStore {
  readonly repository: string
  readonly #reference: RegistryReference
  readonly #endpoint: Endpoint
  readonly #referrers: RemoteReferrers
  /** Uploads that a refused mount has opened: the next write of that blob takes them up. */
  readonly #openUploads = new Map<Digest, URL>()

  constructor(reference: RegistryReference, options: EndpointOptions = {}) {
    this.repository = formatRepository(reference)
    this.#reference = reference
    this.#endpoint = new Endpoint(reference, options)
    this.#referrers = new RemoteReferrers({
      repository: this.repository,
      endpoint: this.#endpoint,
      readManifest: (label, call) => this.readManifest(label, call),
      putManifest: (bytes, mediaType, label, call) => this.#putManifest(bytes, mediaType, label, call),
    })
  }

  get traffic(): { requests: number; bytesSent: number } {
    return this.#endpoint.traffic
  }

  async readManifest(label: Digest | { tag: string }, options: CallOptions = {}): Promise<StoredManifest | undefined> {
    const name = typeof label === 'string' ? label : this.#tag(label.tag)
    const operation = this.#reads(`read the manifest ${name}`)
    const call = { method: 'GET', to: `manifests/${name}`, headers: { accept: manifestMediaTypes.join(', ') } } as const
    return this.#endpoint.send({ ...call, operation, expect: [200, 404], ...options }, async (answer) => {
      if (answer.status === 404) {
        answer.discard()
        return undefined
      }
      const bytes = await answer.bytes(maximumManifestBytes)
      const expected = typeof label === 'string' ? label : answer.header('docker-content-digest')
      const digest = digestOf(bytes)
      const where = `The manifest ${name} of ${this.repository}`
      if (expected !== undefined && isDigest(expected) && digest !== expected) {
        throw digestMismatch(where, expected, digest)
      }
      return {
        descriptor: {
          mediaType: mediaTypeSaid(answer.header('content-type'), bytes, where),
          digest,
          size: bytes.length,
        },
        bytes,
      }
    })
  }

  async writeManifest(
    bytes: Uint8Array,
    mediaType: string,
    { tags = [], signal }: CallOptions & { tags?: readonly string[] } = {},
  ): Promise<Descriptor> {
    if (bytes.byteLength > maximumManifestBytes) {
      const message = `A manifest of ${bytes.byteLength} bytes cannot be pushed to ${this.repository}: at most ${maximumManifestBytes} are allowed`
      throw new IngotError('size-exceeded', message)
    }
    const { descriptor, subject } = describe(bytes, mediaType, `a manifest for ${this.repository}`)
    const options = signal && { signal }
    const labels = tags.length === 0 ? [descriptor.digest] : tags.map((tag) => ({ tag: this.#tag(tag) }))
    let isListed = false
    for (const label of labels) isListed = await this.#settleManifest(bytes, mediaType, label, options)
    if (subject !== undefined) await this.#referrers.ensureListed(subject, descriptor, isListed, options)
    return { mediaType, digest: descriptor.digest, size: descriptor.size }
  }

  async *readBlob(descriptor: Descriptor, options: CallOptions = {}): AsyncGenerator<Uint8Array, void, undefined> {
    const { digest, size } = descriptor
    const where = `The blob ${digest} of ${this.repository}`
    const operation = this.#reads(`read the blob ${digest}`)
    const call = { method: 'GET', to: `blobs/${digest}`, operation, expect: [200], ...options } as const
    const answer = await this.#endpoint.send(call, async (it) => it)
    if (answer.declaredBytes !== undefined && answer.declaredBytes !== size) {
      answer.discard()
      throw sizeMismatch(where, descriptor, `${answer.declaredBytes}`)
    }
    yield* this.#endpoint.named(operation, verified(answer.stream(), descriptor, where, options.signal))
  }

  hasBlob(digest: Digest, options: CallOptions = {}): Promise<boolean> {
    return this.#hasBlob(digest, this.#reads(`look for the blob ${digest}`), options)
  }

  async #hasBlob(digest: Digest, operation: Operation, options: CallOptions): Promise<boolean> {
    const call = { method: 'HEAD', to: `blobs/${digest}`, operation, expect: [200, 404], ...options } as const
    return this.#endpoint.send(call, async (answer) => {
      answer.discard()
      return answer.status === 200
    })
  }

  /** Writers of one blob take turns, so that the later ones find it there. */
  writeBlob(source: BlobSource, options: CallOptions = {}): Promise<void> {
    const key = `blob ${this.repository} ${source.descriptor.digest}`
    return serialise(key, () => this.#writeBlob(source, options))
  }

  async #writeBlob(source: BlobSource, options: CallOptions): Promise<void> {
    const { digest } = source.descriptor
    // Looked for with the right to push, so that one token serves all of the upload. A mount that was refused has looked already.
    const isLookedFor = this.#openUploads.has(digest) && source.descriptor.size <= sentUnseenBytes
    if (!isLookedFor && (await this.#hasBlob(digest, this.#writes(`push the blob ${digest}`), options))) return
    await this.#uploadAgain(source, options)
  }

  async #uploadAgain(source: BlobSource, options: CallOptions): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#upload(source, options)
      } catch (error) {
        // An upload whose connection was lost cannot be taken up again: it is begun anew.
        if (attempt === uploadAttempts || !isPassing(error)) throw error
      }
    }
  }

  async writeNewBlob(source: Promise<BlobSource>, options: CallOptions = {}): Promise<void> {
    const operation = this.#writes('push a blob')
    const [given, begun] = await Promise.allSettled([source, this.#beginUpload(operation, options)])
    if (given.status === 'fulfilled' && begun.status === 'fulfilled') {
      this.#openUploads.set(given.value.descriptor.digest, begun.value)
      return this.#uploadAgain(given.value, options)
    }
    if (begun.status === 'fulfilled') await this.#giveUp(begun.value, options)
    throw given.status === 'rejected' ? given.reason : (begun as PromiseRejectedResult).reason
  }

  async mountBlob(descriptor: Descriptor, from: ImageStore, options: CallOptions = {}): Promise<boolean> {
    const { digest } = descriptor
    const isNear = from instanceof RemoteStore && from.#reference.host === this.#reference.host
    // From elsewhere nothing can be mounted, but a mount from itself looks for the blob and opens the upload in one request.
    const path = isNear ? from.#reference.path : this.#reference.path
    if (isNear && path === this.#reference.path) return this.hasBlob(digest, options)
    const to = this.#endpoint.resolve(`blobs/uploads/?mount=${digest}&from=${encodeURIComponent(path)}`)
    const operation = this.#writes(
      isNear ? `mount the blob ${digest} of ${from.repository}` : `push the blob ${digest}`,
    )
    const call = { method: 'POST', idempotent: true, to, operation, alsoReads: path } as const
    const refusals = [400, 404, 405] // registries that do not know how, and sources that are not there
    return this.#endpoint.send({ ...call, expect: [201, 202, ...refusals], ...options }, async (answer) => {
      answer.discard()
      if (answer.status === 202) this.#openUploads.set(digest, this.#locationOf(answer))
      return answer.status === 201
    })
  }

  referrers(digest: Digest, options: CallOptions = {}): Promise<Descriptor[]> {
    return this.#referrers.list(digest, options)
  }

  async tags(options: CallOptions = {}): Promise<string[]> {
    const operation = this.#reads('list the tags')
    const pages = readPages(this.#endpoint, 'tags/list?n=1000', operation, options)
    const found = new Set<string>()
    for await (const page of pages) {
      const tags: unknown = typeof page === 'object' && page !== null ? Reflect.get(page, 'tags') : undefined
      for (const tag of Array.isArray(tags) ? tags : []) if (typeof tag === 'string') found.add(tag)
    }
    return [...found].sort()
  }

  /**
   * Distribution 2.8 loses sight of a blob for a moment while another process pushes the same one (every signature's
   * empty config is): a part that it says is missing is asked for again before that is believed.
   */
  async #settleManifest(...put: ManifestPut): Promise<boolean> {
    for (const delay of [50, 150, 400]) {
      try {
        return await this.#putManifest(...put)
      } catch (error) {
        if (!isPartUnknown(error)) throw error
        await sleep(delay, undefined, put[3])
      }
    }
    return this.#putManifest(...put)
  }

  /** @returns whether the registry says that it has listed the manifest under its subject */
  async #putManifest(...[bytes, mediaType, label, options]: ManifestPut): Promise<boolean> {
    const name = typeof label === 'string' ? label : label.tag
    const operation = { ...this.#writes(`push the manifest ${name}`), ...(typeof label !== 'string' && label) }
    const call: Call = {
      ...{ method: 'PUT', to: `manifests/${name}`, headers: { 'content-type': mediaType }, body: bytes },
      ...{ operation, expect: [201], ...options },
    }
    return this.#endpoint.send(call, async (answer) => {
      answer.discard()
      const said = answer.header('docker-content-digest')
      const digest = digestOf(bytes)
      if (said !== undefined && isDigest(said) && said !== digest) {
        throw digestMismatch(`The manifest ${name} that ${this.repository} has stored`, digest, said)
      }
      return answer.header('oci-subject') !== undefined
    })
  }

  async #upload(source: BlobSource, options: CallOptions): Promise<void> {
    const { digest, size } = source.descriptor
    const operation = this.#writes(`push the blob ${digest}`)
    const { href, search } = this.#openUploads.get(digest) ?? (await this.#beginUpload(operation, options))
    this.#openUploads.delete(digest)
    const to = new URL(`${href}${search === '' ? '?' : '&'}digest=${encodeURIComponent(digest)}`)
    const what = `The blob that is being pushed to ${this.repository}`
    const open = () => verifiedSource(source, what, options.signal)
    const body = { size, open }
    const headers = { 'content-type': 'application/octet-stream' }
    const call = { method: 'PUT', idempotent: false, to, headers, body, operation, ...options } as const
    await this.#endpoint.send({ ...call, expect: [201] }, async (answer) => answer.discard())
  }

  #beginUpload(operation: Operation, options: CallOptions): Promise<URL> {
    const call = {
      method: 'POST',
      idempotent: true,
      to: 'blobs/uploads/',
      operation,
      expect: [202],
      ...options,
    } as const
    return this.#endpoint.send(call, async (answer) => {
      answer.discard()
      return this.#locationOf(answer)
    })
  }

  /** An upload that nothing will be sent to; a registry that does not let go of it now will do so later. */
  async #giveUp(to: URL, options: CallOptions): Promise<void> {
    const call = { method: 'DELETE', to, operation: this.#writes('give up an upload'), ...options } as const
    await this.#endpoint.send({ ...call, expect: [204] }, async (answer) => answer.discard()).catch(() => undefined)
  }

  #locationOf(answer: HttpAnswer): URL {
    return this.#endpoint.resolve(answer.header('location') ?? '', answer.url)
  }

  #tag(tag: string): string {
    return tagged(this.#reference, tag).tag ?? tag
  }

  #reads(verb: string): Operation {
    return { verb, repository: this.repository, writes: false }
  }

  #writes(verb: string): Operation {
    return { verb, repository: this.repository, writes: true }
  }
}
