import { IngotError } from '../errors.js'
import type { Digest } from '../oci/digest.js'
import type { Descriptor } from '../oci/manifest.js'
import { indexTypes, manifestTypes } from '../oci/media-types.js'
import type { CallOptions, ImageStore, StoredManifest } from '../oci/store.js'
import { forEach } from './bounded.js'
import { type Described, describe } from './described.js'

const manifestsAtOnce = 8
const maximumManifests = 10_000

/** A manifest that is copied. */
export interface Part {
  readonly stored: StoredManifest
  readonly described: Described
  /** 0 for what names no other manifest, else one more than the highest below it: what is lower has to be there first. */
  readonly height: number
}

/** The manifests of a repository that hang together, each read once. */
export class ManifestGraph {
  readonly #from: ImageStore
  readonly #call: CallOptions
  readonly #parts = new Map<Digest, Promise<Part | undefined>>()

  constructor(from: ImageStore, call: CallOptions) {
    this.#from = from
    this.#call = call
  }

  has(digest: Digest): boolean {
    return this.#parts.has(digest)
  }

  /**
   * A manifest and all below it.
   *
   * @returns undefined when the repository has no such manifest
   * @throws IngotError `not-found` when it names one that is not there, `unsupported` for a kind whose parts are not known
   */
  read(digest: Digest, known?: StoredManifest): Promise<Part | undefined> {
    const begun = this.#parts.get(digest)
    if (begun !== undefined) return begun
    if (this.#parts.size >= maximumManifests) {
      const message = `More than ${maximumManifests} manifests of ${this.#from.repository} hang together: they are not copied`
      throw new IngotError('size-exceeded', message)
    }
    const reading = this.#read(digest, known)
    this.#parts.set(digest, reading)
    return reading
  }

  /** A part and all below it that was read, lower ones first. */
  async below(part: Part): Promise<Part[]> {
    const found = new Map<Digest, Part>()
    const visit = async (one: Part): Promise<void> => {
      if (found.has(one.stored.descriptor.digest)) return
      found.set(one.stored.descriptor.digest, one)
      for (const { digest } of one.described.children) {
        const child = await this.#parts.get(digest)
        if (child !== undefined) await visit(child)
      }
    }
    await visit(part)
    return [...found.values()].sort((a, b) => a.height - b.height)
  }

  async #read(digest: Digest, known: StoredManifest | undefined): Promise<Part | undefined> {
    const { repository } = this.#from
    const stored = known ?? (await this.#from.readManifest(digest, this.#call))
    if (stored === undefined) return undefined
    const { mediaType } = stored.descriptor
    if (!isManifest(mediaType)) {
      const message = `${repository}@${digest} is ${mediaType}: its parts are not known, so it cannot be copied whole`
      throw new IngotError('unsupported', message, { advice: 'Build or push it again as an OCI image or artifact' })
    }
    const described = describe(stored.bytes, mediaType, `${repository}@${digest}`)
    const children = described.children.filter((child) => isManifest(child.mediaType))
    const leaves = described.children.filter((child) => !isManifest(child.mediaType))
    let height = 0
    await forEach(children, manifestsAtOnce, async (child) => {
      const part = await this.read(child.digest)
      if (part === undefined) throw absent(repository, child.digest, digest)
      height = Math.max(height, part.height + 1)
    })
    return { stored, described: { ...described, children, blobs: [...described.blobs, ...leaves] }, height }
  }
}

export function absent(repository: string, digest: Digest, parent?: Digest): IngotError {
  const named = parent === undefined ? '' : `, which ${parent} names`
  return new IngotError('not-found', `There is no manifest ${digest} in ${repository}${named}`, {
    ...(parent !== undefined && { advice: 'The image was copied or pruned only in part: copy or bake it again' }),
  })
}

/** Blobs that lie in the repository, each once, the largest first; those that lie elsewhere by their own say are left out. */
export function blobsOf(parts: readonly Part[]): Descriptor[] {
  const all = parts.flatMap(({ described }) => described.blobs).filter((blob) => !isForeign(blob))
  return [...new Map(all.map((blob) => [blob.digest, blob])).values()].sort((a, b) => b.size - a.size)
}

/**
 * A layer that may not be distributed, and that clients fetch from the addresses in its descriptor.
 *
 * @see https://github.com/opencontainers/image-spec/blob/v1.1.1/layer.md#non-distributable-layers
 */
export function isForeign({ mediaType, urls }: Descriptor): boolean {
  const isMarked = mediaType.includes('.foreign.') || mediaType.includes('nondistributable')
  return isMarked && Array.isArray(urls) && urls.length > 0
}

function isManifest(mediaType: string): boolean {
  return indexTypes.includes(mediaType) || manifestTypes.includes(mediaType)
}
