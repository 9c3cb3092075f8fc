import { IngotError } from '../errors.js'
import type { Digest } from '../oci/digest.js'
import type { Descriptor } from '../oci/manifest.js'
import { indexTypes, manifestTypes } from '../oci/media-types.js'
import type { ImageStore, StoredManifest } from '../oci/store.js'
import { forEach } from './bounded.js'
import { type Described, describe } from './described.js'
import { isPassing } from './refusal.js'

const blobsAtOnce = 6
const blobAttempts = 3
const manifestsAtOnce = 8
const maximumManifests = 10_000

export interface CopyOptions {
  readonly from: ImageStore
  readonly to: ImageStore
  readonly digest: Digest
  readonly tags?: readonly string[]
  /** Also what refers to the image or to one of its platform manifests: signatures, attestations, SBOMs. */
  readonly withReferrers?: boolean
  readonly signal?: AbortSignal
  readonly log?: (line: string) => void
}

interface Part {
  readonly stored: StoredManifest
  readonly described: Described
}

/**
 * Copies an image, or an index with all its images, byte for byte: the digest stays. Blobs go first, then the manifests
 * that need them, the tags last: whoever sees a tag can pull all that is behind it, and finds it signed.
 *
 * @param known the manifest of `digest`, when it has been read already
 * @throws IngotError `not-found` when the source lacks the manifest or a part of it
 */
export async function copyImage(options: CopyOptions, known?: StoredManifest): Promise<Descriptor> {
  const { from, to, digest, tags = [], withReferrers = false, log } = options
  const parts = await collect(options, known)
  const root = parts.at(-1)
  if (root === undefined) throw new IngotError('not-found', `There is no manifest ${digest} in ${from.repository}`)

  const blobs = distinct(parts.flatMap(({ described }) => described.blobs))
  log?.(`${from.repository} → ${to.repository}: manifests ${parts.length}, blobs ${blobs.length}`)
  await forEach(blobs, blobsAtOnce, (blob) => copyBlob(blob, options))
  for (const part of parts.slice(0, -1)) await write(part, options)
  if (withReferrers) {
    await write(root, options)
    await forEach(parts, manifestsAtOnce, (part) => copyReferrers(part, options))
    if (tags.length === 0) return plain(root)
  }
  return write(root, options, tags)
}

async function copyReferrers({ stored }: Part, options: CopyOptions): Promise<void> {
  const { from, signal } = options
  const referrers = await from.referrers(stored.descriptor.digest, signal && { signal })
  for (const { digest } of referrers) await copyImage({ ...options, digest, tags: [], withReferrers: false })
}

/** The manifest and all below it, each once, children before their index. */
async function collect({ from, digest, signal }: CopyOptions, known: StoredManifest | undefined): Promise<Part[]> {
  const parts = new Map<Digest, Part>()
  const visit = async (wanted: Digest, parent?: Digest): Promise<void> => {
    if (parts.has(wanted)) return
    if (parts.size >= maximumManifests) {
      throw new IngotError(
        'size-exceeded',
        `${digest} in ${from.repository} has more than ${maximumManifests} manifests`,
      )
    }
    const isKnown = wanted === known?.descriptor.digest
    const stored = isKnown ? known : await from.readManifest(wanted, signal && { signal })
    if (stored === undefined) {
      const named = parent === undefined ? '' : `, which ${parent} names`
      throw new IngotError('not-found', `There is no manifest ${wanted} in ${from.repository}${named}`)
    }
    const described = describe(stored.bytes, stored.descriptor.mediaType, `${from.repository}@${wanted}`)
    const children = described.children.filter(({ mediaType }) => isManifest(mediaType))
    await forEach(children, manifestsAtOnce, (child) => visit(child.digest, wanted))
    const leaves = described.children.filter(({ mediaType }) => !isManifest(mediaType))
    parts.set(wanted, { stored, described: { ...described, blobs: [...described.blobs, ...leaves] } })
  }
  await visit(digest)
  return [...parts.values()]
}

async function copyBlob(blob: Descriptor, { from, to, signal, log }: CopyOptions): Promise<void> {
  const call = signal && { signal }
  for (let attempt = 1; ; attempt += 1) {
    try {
      if (await to.mountBlob(blob, from, call)) return
      return await to.writeBlob({ descriptor: blob, open: () => from.readBlob(blob, call) }, call)
    } catch (error) {
      // A stream that broke off on either side is begun again, from the first byte.
      if (attempt === blobAttempts || !isPassing(error)) throw error
      log?.(`Trying again: ${error.message}`)
    }
  }
}

function plain({ stored }: Part): Descriptor {
  const { mediaType, digest, size } = stored.descriptor
  return { mediaType, digest, size }
}

function write({ stored }: Part, { to, signal }: CopyOptions, tags: readonly string[] = []): Promise<Descriptor> {
  return to.writeManifest(stored.bytes, stored.descriptor.mediaType, { tags, ...(signal && { signal }) })
}

function isManifest(mediaType: string): boolean {
  return indexTypes.includes(mediaType) || manifestTypes.includes(mediaType)
}

function distinct(blobs: readonly Descriptor[]): Descriptor[] {
  return [...new Map(blobs.map((blob) => [blob.digest, blob])).values()]
}
