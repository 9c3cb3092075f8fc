import { createHash } from 'node:crypto'
import { closeSync, createReadStream, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { RegistryOptions } from './options.js'

export interface StoredManifest {
  readonly bytes: Buffer
  readonly mediaType: string
}

/** A blob that is not in memory: a file, or nothing but its size. */
export interface LargeBlob {
  /** Bytes. */
  readonly size: number
  readonly file?: string
}

export type Sink = NonNullable<RegistryOptions['blobs']>

interface Named {
  readonly digest: string
  readonly mediaType?: string
  readonly urls?: unknown
}

/** Digest → bytes, and tag → digest, of one repository. Tests may reach in and alter what is stored. */
export class Repository {
  readonly blobs = new Map<string, Buffer>()
  readonly largeBlobs = new Map<string, LargeBlob>()
  readonly manifests = new Map<string, StoredManifest>()
  readonly tags = new Map<string, string>()
  readonly uploads = new Map<string, Upload>()

  resolve(label: string): { digest: string; manifest: StoredManifest } | undefined {
    const digest = label.startsWith('sha256:') ? label : this.tags.get(label)
    const manifest = digest === undefined ? undefined : this.manifests.get(digest)
    return digest === undefined || manifest === undefined ? undefined : { digest, manifest }
  }

  /** Bytes of a blob; undefined when it is not here. */
  sizeOf(digest: string): number | undefined {
    return this.blobs.get(digest)?.length ?? this.largeBlobs.get(digest)?.size
  }

  /** A blob from byte `start` to byte `end`, both counted; undefined when only its size was kept. */
  open(digest: string, start: number, end: number): Readable | undefined {
    const bytes = this.blobs.get(digest)
    if (bytes !== undefined) return Readable.from([bytes.subarray(start, end + 1)])
    const file = this.largeBlobs.get(digest)?.file
    return file === undefined ? undefined : end < start ? Readable.from([]) : createReadStream(file, { start, end })
  }

  /** Takes a blob of another repository without moving its bytes; false when it is not there. */
  mount(digest: string, from: Repository): boolean {
    const bytes = from.blobs.get(digest)
    const large = from.largeBlobs.get(digest)
    if (bytes !== undefined) this.blobs.set(digest, bytes)
    if (large !== undefined) this.largeBlobs.set(digest, large)
    return bytes !== undefined || large !== undefined
  }

  deleteBlob(digest: string): boolean {
    return [this.blobs.delete(digest), this.largeBlobs.delete(digest)].includes(true)
  }

  deleteManifest(digest: string): boolean {
    for (const [tag, tagged] of this.tags) if (tagged === digest) this.tags.delete(tag)
    return this.manifests.delete(digest)
  }

  /** What the referrers API answers: descriptors with artifact type and annotations. */
  referrers(subject: string): { digest: string; artifactType?: string }[] {
    const found: { digest: string; artifactType?: string }[] = []
    for (const [digest, { bytes, mediaType }] of this.manifests) {
      const manifest = JSON.parse(bytes.toString('utf8'))
      if (manifest.subject?.digest !== subject) continue
      const artifactType = manifest.artifactType ?? manifest.config?.mediaType
      const { annotations } = manifest
      const shown = { ...(artifactType && { artifactType }), ...(annotations && { annotations }) }
      found.push({ ...{ mediaType, digest, size: bytes.length }, ...shown })
    }
    return found
  }

  /** The first thing that a manifest names and that is not here; layers that lie elsewhere (`urls`) need not be. */
  missing(manifest: { config?: Named; layers?: Named[]; manifests?: Named[] }): Named | undefined {
    const layers = (manifest.layers ?? []).filter(({ urls }) => urls === undefined)
    const blobs = [...(manifest.config ? [manifest.config] : []), ...layers]
    const blob = blobs.find(({ digest }) => this.sizeOf(digest) === undefined)
    return blob ?? (manifest.manifests ?? []).find(({ digest }) => !this.manifests.has(digest))
  }
}

/** An upload that has begun: hashed as it comes, kept where the registry keeps its blobs. */
export class Upload {
  size = 0
  /** Length of the last chunk: only the last of all may be short. */
  lastChunk: number | undefined
  readonly #hash = createHash('sha256')
  readonly #chunks: Buffer[] = []
  readonly #file: { path: string; descriptor: number } | undefined

  constructor(
    id: string,
    readonly sink: Sink,
  ) {
    if (typeof sink !== 'object') return
    const path = join(sink.directory, id)
    this.#file = { path, descriptor: openSync(path, 'wx') }
  }

  append(chunk: Buffer): void {
    this.size += chunk.length
    this.#hash.update(chunk)
    if (this.sink === 'memory') this.#chunks.push(chunk)
    if (this.#file === undefined) return
    for (let written = 0; written < chunk.length; ) written += writeSync(this.#file.descriptor, chunk, written)
  }

  /** Makes a blob of it; undefined when it is not what `digest` says. */
  finish(digest: string, repository: Repository): string | undefined {
    const found = `sha256:${this.#hash.digest('hex')}`
    if (found !== digest) return this.cancel()
    const { size } = this
    if (this.sink === 'memory') repository.blobs.set(digest, Buffer.concat(this.#chunks))
    if (this.sink === 'discard') repository.largeBlobs.set(digest, { size })
    if (this.#file === undefined || typeof this.sink !== 'object') return found
    const file = join(this.sink.directory, digest.slice('sha256:'.length))
    closeSync(this.#file.descriptor)
    renameSync(this.#file.path, file)
    repository.largeBlobs.set(digest, { size, file })
    return found
  }

  cancel(): undefined {
    if (this.#file === undefined) return
    closeSync(this.#file.descriptor)
    rmSync(this.#file.path)
  }
}

export function sha256(bytes: Uint8Array): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`
}
