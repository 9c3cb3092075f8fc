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

export interface WriteBlobOptions extends CallOptions {
  /**
   * Sends without looking first: for bytes that were just made, or that are known to be missing. One round trip less; a
   * blob that was there after all costs its bytes, and no more. Default: false.
   */
  readonly presumeAbsent?: boolean
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
  writeBlob(source: BlobSource, options?: WriteBlobOptions): Promise<void>
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
  /**
   * Removes a manifest with all its tags, and from its subject's list of referrers. Blobs are left to the registry's own
   * garbage collection. False when it was not there; a store that does not delete throws `unsupported`.
   */
  deleteManifest(digest: Digest, options?: CallOptions): Promise<boolean>
  /** Removes a tag and leaves the manifest. False when there was none; a registry that cannot do this throws `unsupported`. */
  deleteTag(tag: string, options?: CallOptions): Promise<boolean>
}
