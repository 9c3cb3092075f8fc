import type { Descriptor } from '../oci/manifest.js'
import type { ImageStore } from '../oci/store.js'
import { forEach } from './bounded.js'
import type { CopyPlan } from './copy.js'
import { areNear } from './copy-blobs.js'

const looksAtOnce = 8

/** What a copy would do at its destination, as far as looking can tell. */
export interface CopyPreview {
  readonly manifests: number
  /** Number of blobs that are there, that would be mounted or linked, and that would be sent. */
  readonly blobs: { readonly there: number; readonly mounted: number; readonly sent: number }
  /** Bytes of blobs and manifests that would be sent; lists of referrers, where a registry does not keep them, come on top. */
  readonly bytes: number
}

/** Asks the destination what it has; writes nothing. */
export async function previewCopy(
  plan: CopyPlan,
  from: ImageStore,
  to: ImageStore,
  signal?: AbortSignal,
): Promise<CopyPreview> {
  const isNear = areNear(from, to)
  const missing: Descriptor[] = []
  await forEach(plan.blobs, looksAtOnce, async (blob) => {
    if (!(await to.hasBlob(blob.digest, signal && { signal }))) missing.push(blob)
  })
  const manifests = [...plan.images, ...plan.evidence.flatMap(({ parts }) => parts)]
  const manifestBytes = manifests.reduce((sum, { stored }) => sum + stored.bytes.length, 0)
  const blobBytes = isNear ? 0 : missing.reduce((sum, { size }) => sum + size, 0)
  const there = plan.blobs.length - missing.length
  const [mounted, sent] = isNear ? [missing.length, 0] : [0, missing.length]
  return { manifests: manifests.length, blobs: { there, mounted, sent }, bytes: manifestBytes + blobBytes }
}
