import { IngotError } from '../errors.js'
import type { Digest } from '../oci/digest.js'
import { type Descriptor, maximumManifestBytes } from '../oci/manifest.js'
import { formatRepository, isTag, type RegistryReference, tagged } from '../oci/reference.js'
import type { BlobSource, CallOptions, ImageStore, StoredManifest, WriteBlobOptions } from '../oci/store.js'
import { describe } from './described.js'
import { Endpoint, type EndpointOptions } from './endpoint.js'
import { readPages } from './pages.js'
import { RemoteBlobs } from './remote-blobs.js'
import { type Label, RemoteManifests } from './remote-manifests.js'
import { RemoteReferrers } from './remote-referrers.js'

/**
 * One repository of a registry.
 *
 * @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md
 */
export class RemoteStore implements ImageStore {
  readonly repository: string
  readonly #reference: RegistryReference
  readonly #endpoint: Endpoint
  readonly #blobs: RemoteBlobs
  readonly #manifests: RemoteManifests
  readonly #referrers: RemoteReferrers

  constructor(reference: RegistryReference, options: EndpointOptions = {}) {
    this.repository = formatRepository(reference)
    this.#reference = reference
    this.#endpoint = new Endpoint(reference, options)
    const parts = { repository: this.repository, endpoint: this.#endpoint }
    this.#blobs = new RemoteBlobs(parts)
    this.#manifests = new RemoteManifests({ ...parts, onPartUnknown: () => this.#blobs.forget() })
    this.#referrers = new RemoteReferrers({ ...parts, manifests: this.#manifests })
  }

  get traffic(): { requests: number; bytesSent: number } {
    return this.#endpoint.traffic
  }

  async readManifest(label: Digest | { tag: string }, options: CallOptions = {}): Promise<StoredManifest | undefined> {
    return this.#manifests.read(this.#label(label), options)
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
    const options = signal === undefined ? {} : { signal }
    const labels = tags.length === 0 ? [descriptor.digest] : tags.map((tag) => this.#label({ tag }))
    let isListed = false
    for (const label of labels) isListed = await this.#manifests.write(bytes, mediaType, label, options)
    if (subject !== undefined) await this.#referrers.ensureListed(subject, descriptor, isListed, options)
    return { mediaType, digest: descriptor.digest, size: descriptor.size }
  }

  readBlob(descriptor: Descriptor, options: CallOptions = {}): AsyncIterable<Uint8Array> {
    return this.#blobs.read(descriptor, options)
  }

  hasBlob(digest: Digest, options: CallOptions = {}): Promise<boolean> {
    return this.#blobs.has(digest, options)
  }

  writeBlob(source: BlobSource, options: WriteBlobOptions = {}): Promise<void> {
    return this.#blobs.write(source, options)
  }

  writeNewBlob(source: Promise<BlobSource>, options: CallOptions = {}): Promise<void> {
    return this.#blobs.writeNew(source, options)
  }

  async mountBlob({ digest }: Descriptor, from: ImageStore, options: CallOptions = {}): Promise<boolean> {
    const isNear = from instanceof RemoteStore && from.#reference.host === this.#reference.host
    // From elsewhere nothing can be mounted, but a mount from itself looks for the blob and opens the upload in one request.
    const path = isNear ? from.#reference.path : this.#reference.path
    const isOwn = isNear && path === this.#reference.path
    return isOwn ? this.#blobs.has(digest, options) : this.#blobs.mount(digest, path, options)
  }

  referrers(digest: Digest, options: CallOptions = {}): Promise<Descriptor[]> {
    return this.#referrers.list(digest, options)
  }

  async tags(options: CallOptions = {}): Promise<string[]> {
    const operation = { verb: 'list the tags', repository: this.repository, writes: false }
    const pages = readPages(this.#endpoint, 'tags/list?n=1000', operation, options)
    const found = new Set<string>()
    for await (const page of pages) {
      const tags: unknown = typeof page === 'object' && page !== null ? Reflect.get(page, 'tags') : undefined
      // What no tag can be called is none of ours to show: it would only ever reach a terminal.
      for (const tag of Array.isArray(tags) ? tags : []) if (typeof tag === 'string' && isTag(tag)) found.add(tag)
    }
    return [...found].sort()
  }

  async deleteManifest(digest: Digest, options: CallOptions = {}): Promise<boolean> {
    const stored = await this.#manifests.read(digest, options)
    if (stored === undefined) return false
    const { subject } = describe(stored.bytes, stored.descriptor.mediaType, `${this.repository}@${digest}`)
    const isDeleted = await this.#manifests.delete(digest, options)
    if (subject !== undefined) await this.#referrers.unlist(subject, digest, options)
    return isDeleted
  }

  async deleteTag(tag: string, options: CallOptions = {}): Promise<boolean> {
    return this.#manifests.delete(this.#label({ tag }), options)
  }

  #label(label: Digest | { tag: string }): Label {
    return typeof label === 'string' ? label : { tag: tagged(this.#reference, label.tag).tag ?? label.tag }
  }
}
