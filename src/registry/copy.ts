import type { Digest } from '../oci/digest.js'
import type { Descriptor } from '../oci/manifest.js'
import type { ImageStore, StoredManifest } from '../oci/store.js'
import { forEach } from './bounded.js'
import { copyBlobs } from './copy-blobs.js'
import { absent, blobsOf, ManifestGraph, type Part } from './copy-graph.js'
import type { CopyListener } from './copy-progress.js'
import { type Evidence, findEvidence } from './copy-referrers.js'

const manifestsAtOnce = 8

export interface CopyOptions extends CopyListener {
  readonly from: ImageStore
  readonly to: ImageStore
  readonly digest: Digest
  readonly tags?: readonly string[]
  /** Also what refers to the image or to one of its platform manifests, and to that in turn: signatures, attestations, SBOMs. */
  readonly withReferrers?: boolean
  readonly signal?: AbortSignal
}

/** All that a copy comes to, read at the source; the destination has not been asked yet. */
export interface CopyPlan {
  readonly root: Part
  /** The root and all below it, lower ones first. */
  readonly images: readonly Part[]
  readonly evidence: readonly Evidence[]
  /** Each once, the largest first. */
  readonly blobs: readonly Descriptor[]
}

/**
 * Copies an image, or an index with all its images, byte for byte: the digest stays. Blobs go first, then the manifests
 * that need them, then what refers to those, the tags last: whoever sees a tag can pull all that is behind it, and finds it
 * signed. Within one repository nothing moves but the tags.
 *
 * @param known the manifest of `digest`, when it has been read already, or is an index that is made for the destination
 * @throws IngotError `not-found` when the source lacks the manifest or a part of it
 */
export async function copyImage(options: CopyOptions, known?: StoredManifest): Promise<Descriptor> {
  const { from, to, digest, tags = [], signal } = options
  if (from.repository !== to.repository) return carryOut(await planCopy(options, known), options)
  const stored = known ?? (await from.readManifest(digest, signal && { signal }))
  if (stored === undefined) throw absent(from.repository, digest)
  return write(stored, to, tags, signal)
}

/** Reads what would be copied, and writes nothing. @throws IngotError as `copyImage` */
export async function planCopy(options: CopyOptions, known?: StoredManifest): Promise<CopyPlan> {
  const { from, digest, withReferrers = false, signal, log } = options
  const call = signal === undefined ? {} : { signal }
  const graph = new ManifestGraph(from, call)
  const root = await graph.read(digest, known)
  if (root === undefined) throw absent(from.repository, digest)
  const images = await graph.below(root)
  const evidence = withReferrers ? await findEvidence(from, graph, images, { ...call, log }) : []
  return { root, images, evidence, blobs: blobsOf([...images, ...evidence.flatMap(({ parts }) => parts)]) }
}

async function carryOut(plan: CopyPlan, options: CopyOptions): Promise<Descriptor> {
  const { from, to, tags = [], signal, log } = options
  const { root, images, evidence, blobs } = plan
  const more = evidence.length === 0 ? '' : `, evidence ${evidence.length}`
  log?.(`${from.repository} → ${to.repository}: manifests ${images.length}, blobs ${blobs.length}${more}`)
  await copyBlobs(blobs, options)
  await writeParts(images.slice(0, -1), options)
  if (evidence.length === 0) return write(root.stored, to, tags, signal)
  const written = await write(root.stored, to, [], signal)
  await writeEvidence(evidence, options)
  return tags.length === 0 ? written : write(root.stored, to, tags, signal)
}

async function writeEvidence(evidence: readonly Evidence[], options: CopyOptions): Promise<void> {
  const { to, signal } = options
  for (const round of new Set(evidence.map((one) => one.round))) {
    const about = evidence.filter((one) => one.round === round)
    await forEach(about, manifestsAtOnce, async ({ parts, tag }) => {
      await writeParts(parts.slice(0, -1), options)
      const [own] = parts.slice(-1)
      if (own !== undefined) await write(own.stored, to, tag === undefined ? [] : [tag], signal)
    })
  }
}

/** Those of one height side by side: they do not need each other. */
async function writeParts(parts: readonly Part[], { to, signal }: CopyOptions): Promise<void> {
  const heights = [...new Set(parts.map(({ height }) => height))]
  for (const height of heights) {
    const generation = parts.filter((part) => part.height === height)
    await forEach(generation, manifestsAtOnce, async ({ stored }) => {
      await write(stored, to, [], signal)
    })
  }
}

function write(
  { bytes, descriptor }: StoredManifest,
  to: ImageStore,
  tags: readonly string[],
  signal: AbortSignal | undefined,
): Promise<Descriptor> {
  return to.writeManifest(bytes, descriptor.mediaType, { tags, ...(signal && { signal }) })
}
