import type { Digest } from './digest.js'
import type { Descriptor } from './manifest.js'

export interface StoredManifest {
  readonly descriptor: Descriptor
  /** The exact bytes that the digest names. */
  readonly bytes: Buffer
}

/** A blob that can be read more than once: a retry opens it again. */
export interface BlobSource {
  readonly descriptor: Descriptor
  open(): AsyncIterable<Uint8Array>
  /** What is opened was read from a store, which compares it with its digest: a writer need not do it again. */
  readonly isVerified?: boolean
}

export interface CallOptions {
  readonly signal?: AbortSignal
}

/**
 * One repository, in a registry or in an OCI layout on disk. Everything read is checked against its digest and size;
 * what was not there is `undefined`, what could not be read throws.
 */
export interface ImageStore {
  /** The repository, as `formatRepository` writes it. */
  readonly repository: string
  /** Requests made and bytes sent so far, for progress and for reports; a layout counts bytes written and no requests. */
  readonly traffic: { requests: number; bytesSent: number }

  readManifest(label: Digest | { tag: string }, options?: CallOptions): Promise<StoredManifest | undefined>
  /** Stores these very bytes under their digest and, when given, under tags. Maintains the referrers list when the manifest has a `subject`. */
  writeManifest(
    bytes: Uint8Array,
    mediaType: string,
    options?: CallOptions & { tags?: readonly string[] },
  ): Promise<Descriptor>
  readBlob(descriptor: Descriptor, options?: CallOptions): AsyncIterable<Uint8Array>
  hasBlob(digest: Digest, options?: CallOptions): Promise<boolean>
  /** Does nothing when the blob is there already. */
  writeBlob(source: BlobSource, options?: CallOptions): Promise<void>
  /**
   * Writes a small blob that is not there yet, and whose content is still being worked out: the upload is opened meanwhile, and
   * nothing is looked for first. Rejects as `source` does, and then leaves nothing behind.
   */
  writeNewBlob(source: Promise<BlobSource>, options?: CallOptions): Promise<void>
  /**
   * Makes a blob of another repository available here without moving its bytes: because it is here already, or by a mount or a
   * link. False when that is not possible: then it has to be written.
   */
  mountBlob(descriptor: Descriptor, from: ImageStore, options?: CallOptions): Promise<boolean>
  /** Descriptors of the manifests whose `subject` is `digest`, by API or fallback tag, each with its `artifactType` and annotations where known. */
  referrers(digest: Digest, options?: CallOptions): Promise<Descriptor[]>
  tags(options?: CallOptions): Promise<string[]>
}
