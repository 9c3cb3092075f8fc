import { link, mkdir, readFile, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { codeOf, IngotError } from '../errors.js'
import { type Digest, digestOf, hexOf, isDigest } from '../oci/digest.js'
import { type Descriptor, type Index, maximumManifestBytes, parseIndex } from '../oci/manifest.js'
import { formatRepository, type LayoutReference } from '../oci/reference.js'
import type { BlobSource, CallOptions, ImageStore, StoredManifest } from '../oci/store.js'
import { type Described, describe, mediaTypeOf } from './described.js'
import { isMissing, openExisting, readBounded, unreadableFile, writeAtomically } from './files.js'
import {
  editLayoutIndex,
  ensureLayout,
  listManifest,
  readLayoutIndex,
  tagOf,
  unlistTag,
  withoutTag,
} from './layout-index.js'
import { digestMismatch, sizeMismatch, verified, verifiedSource } from './verified.js'

const readChunkBytes = 256 * 1024 // fewer, larger reads: hashing dominates from here on

/**
 * An OCI image layout on disk. Referrers are the manifests in index.json that have a subject, as oras and skopeo list
 * them; where another tool brought a referrers tag (`sha256-<hex>`), that is read too.
 *
 * @see https://github.com/opencontainers/image-spec/blob/v1.1.1/image-layout.md
 */
export class LayoutStore implements ImageStore {
  readonly repository: string
  readonly traffic = { requests: 0, bytesSent: 0 }
  readonly #directory: string
  readonly #described = new Map<Digest, Described | undefined>()
  readonly #signal: AbortSignal | undefined
  #ensured: Promise<void> | undefined

  /** @param signal ends every call that is not given a signal of its own */
  constructor(reference: LayoutReference, signal?: AbortSignal) {
    this.#signal = signal
    this.repository = formatRepository(reference)
    this.#directory = resolve(reference.directory)
  }

  async readManifest(label: Digest | { tag: string }, options: CallOptions = {}): Promise<StoredManifest | undefined> {
    this.#ended(options)?.throwIfAborted()
    const entries = (await readLayoutIndex(this.#directory))?.manifests ?? []
    const isMeant = (entry: Descriptor) =>
      typeof label === 'string' ? entry.digest === label : tagOf(entry) === label.tag
    const entry = entries.find(isMeant)
    const digest = typeof label === 'string' ? label : entry?.digest
    return digest === undefined ? undefined : this.#readManifest(digest, entry)
  }

  async writeManifest(
    bytes: Uint8Array,
    mediaType: string,
    { tags = [], signal }: CallOptions & { tags?: readonly string[] } = {},
  ): Promise<Descriptor> {
    if (bytes.byteLength > maximumManifestBytes) throw manifestTooLarge(this.repository, bytes.byteLength)
    const described = describe(bytes, mediaType, `a manifest for ${this.repository}`)
    const { descriptor } = described
    const buffer = Buffer.from(bytes)
    const ended = signal ?? this.#signal
    ended?.throwIfAborted()
    await this.#ensure(ended)
    const file = this.#blobFile(descriptor.digest)
    // Compared rather than measured: writing a manifest again heals one that was damaged.
    if (!(await isFile(file, buffer))) {
      await writeAtomically(file, (handle) => handle.writeFile(buffer))
      this.traffic.bytesSent += buffer.byteLength
    }
    await editLayoutIndex(this.#directory, (index) => listManifest(index, descriptor, tags), ended)
    this.#described.set(descriptor.digest, described)
    return { mediaType, digest: descriptor.digest, size: descriptor.size }
  }

  async *readBlob(descriptor: Descriptor, options: CallOptions = {}): AsyncGenerator<Uint8Array, void, undefined> {
    await readLayoutIndex(this.#directory)
    const file = this.#blobFile(descriptor.digest)
    const handle = await openExisting(file)
    if (handle === undefined) {
      throw new IngotError('not-found', `The blob ${descriptor.digest} is not in ${this.repository}`)
    }
    try {
      const { size } = await handle.stat()
      if (size !== descriptor.size) throw sizeMismatch(file, descriptor, `${size}`)
      const stream = handle.createReadStream({ highWaterMark: readChunkBytes, autoClose: false })
      yield* verified(stream, descriptor, file, this.#ended(options))
    } finally {
      await handle.close()
    }
  }

  async hasBlob(digest: Digest, options: CallOptions = {}): Promise<boolean> {
    this.#ended(options)?.throwIfAborted()
    return (await sizeOf(this.#blobFile(digest))) !== undefined
  }

  async writeBlob(source: BlobSource, options: CallOptions = {}): Promise<void> {
    const { descriptor } = source
    this.#ended(options)?.throwIfAborted()
    await this.#ensure(this.#ended(options))
    const file = this.#blobFile(descriptor.digest)
    if ((await sizeOf(file)) === descriptor.size) return
    await writeAtomically(file, async (handle) => {
      const what = `The blob that is being written to ${this.repository}`
      for await (const chunk of verifiedSource(source, what, this.#ended(options))) {
        await handle.writeFile(chunk)
      }
    })
    this.traffic.bytesSent += descriptor.size
  }

  async writeNewBlob(source: Promise<BlobSource>, options: CallOptions = {}): Promise<void> {
    await this.writeBlob(await source, options)
  }

  async mountBlob(descriptor: Descriptor, from: ImageStore, options: CallOptions = {}): Promise<boolean> {
    if (!(from instanceof LayoutStore) || !(await from.hasBlob(descriptor.digest))) return false
    await this.#ensure(this.#ended(options))
    const file = this.#blobFile(descriptor.digest)
    if ((await sizeOf(file)) === descriptor.size) return true
    for await (const _ of from.readBlob(descriptor, options)); // only what is verified is linked
    try {
      await mkdir(join(this.#directory, 'blobs', 'sha256'), { recursive: true })
      await link(from.#blobFile(descriptor.digest), file)
    } catch (error) {
      // Another disk, or one without hard links: the bytes are copied instead.
      if (codeOf(error) === 'EEXIST') return true
      await this.writeBlob({ descriptor, open: () => from.readBlob(descriptor, options) }, options)
    }
    return true
  }

  async referrers(digest: Digest, options: CallOptions = {}): Promise<Descriptor[]> {
    const entries = (await readLayoutIndex(this.#directory))?.manifests ?? []
    const found = new Map<Digest, Descriptor>()
    for (const entry of entries) {
      this.#ended(options)?.throwIfAborted()
      if (tagOf(entry) === `sha256-${hexOf(digest)}`) {
        for (const listed of await this.#readFallback(entry)) found.set(listed.digest, listed)
      }
      const described = await this.#describeEntry(entry)
      if (described?.subject === digest) found.set(entry.digest, described.descriptor)
    }
    return [...found.values()]
  }

  async tags(options: CallOptions = {}): Promise<string[]> {
    this.#ended(options)?.throwIfAborted()
    const entries = (await readLayoutIndex(this.#directory))?.manifests ?? []
    return [...new Set(entries.flatMap((entry) => tagOf(entry) ?? []))].sort()
  }

  /** Takes it off the list. The bytes stay for a collector (`umoci gc`): an index may still need them. */
  deleteManifest(digest: Digest, options: CallOptions = {}): Promise<boolean> {
    const others = ({ manifests }: Index) => manifests.filter((entry) => entry.digest !== digest)
    return this.#unlist(others, options)
  }

  deleteTag(tag: string, options: CallOptions = {}): Promise<boolean> {
    return this.#unlist((index) => unlistTag(index, tag), options)
  }

  async #unlist(remaining: (index: Index) => Descriptor[], options: CallOptions): Promise<boolean> {
    const ended = this.#ended(options)
    ended?.throwIfAborted()
    if ((await readLayoutIndex(this.#directory)) === undefined) return false
    let isChanged = false
    const edit = (index: Index): Index => {
      const manifests = remaining(index)
      isChanged = JSON.stringify(manifests) !== JSON.stringify(index.manifests)
      return isChanged ? { ...index, manifests } : index
    }
    await editLayoutIndex(this.#directory, edit, ended)
    return isChanged
  }

  async #readManifest(digest: Digest, entry: Descriptor | undefined): Promise<StoredManifest | undefined> {
    const file = this.#blobFile(digest)
    const bytes = await readBounded(file, maximumManifestBytes)
    if (bytes === undefined) {
      if (entry === undefined) return undefined
      throw new IngotError('unreadable', `${this.repository} lists the manifest ${digest}, but ${file} is missing`)
    }
    const actual = digestOf(bytes)
    if (actual !== digest) throw digestMismatch(file, digest, actual)
    if (entry !== undefined && entry.size !== bytes.byteLength) throw sizeMismatch(file, entry, `${bytes.byteLength}`)
    const mediaType = entry?.mediaType ?? mediaTypeOf(bytes)
    if (mediaType === undefined) throw new IngotError('unreadable', `${file} is not an image manifest`)
    return { descriptor: { ...(entry && withoutTag(entry)), mediaType, digest, size: bytes.byteLength }, bytes }
  }

  /** Undefined for what cannot be read: damage to one image must not hide the referrers of another. */
  async #describeEntry(entry: Descriptor): Promise<Described | undefined> {
    if (this.#described.has(entry.digest)) return this.#described.get(entry.digest)
    const described = await this.#readManifest(entry.digest, entry)
      .then((stored) => stored && describe(stored.bytes, entry.mediaType, this.repository))
      .catch(() => undefined)
    this.#described.set(entry.digest, described)
    return described
  }

  async #readFallback(entry: Descriptor): Promise<Descriptor[]> {
    const stored = await this.#readManifest(entry.digest, entry)
    return stored === undefined ? [] : parseIndex(stored.bytes, `the referrers tag in ${this.repository}`).manifests
  }

  #ended(options: CallOptions): AbortSignal | undefined {
    return options.signal ?? this.#signal
  }

  #ensure(signal?: AbortSignal): Promise<void> {
    this.#ensured ??= ensureLayout(this.#directory, signal).catch((error) => {
      this.#ensured = undefined
      throw error
    })
    return this.#ensured
  }

  #blobFile(digest: Digest): string {
    if (!isDigest(digest)) throw new IngotError('invalid-reference', `${JSON.stringify(digest)} is not a digest`)
    return join(this.#directory, 'blobs', 'sha256', hexOf(digest))
  }
}

async function sizeOf(file: string): Promise<number | undefined> {
  try {
    const status = await stat(file)
    return status.isFile() ? status.size : undefined
  } catch (error) {
    if (isMissing(error)) return undefined
    throw unreadableFile(file, error)
  }
}

function manifestTooLarge(where: string, size: number): IngotError {
  const message = `A manifest of ${size} bytes cannot be stored in ${where}: at most ${maximumManifestBytes} are allowed`
  return new IngotError('size-exceeded', message)
}

async function isFile(file: string, bytes: Buffer): Promise<boolean> {
  return (await sizeOf(file)) === bytes.byteLength && bytes.equals(await readFile(file))
}
