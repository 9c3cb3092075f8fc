import type { BuildReason } from '../../bake/index.js'
import type { Digest } from '../../oci/digest.js'
import type { Job } from '../../runner/job.js'
import type { Rebased } from './rebase-plan.js'
import { toJson, writeDocument } from './write-document.js'

/** What the user asked for, as it was written. */
export interface RebaseInputs {
  readonly image: string
  readonly base: string
  readonly oldBase: string | undefined
  readonly output: string
  readonly reason: BuildReason
}

/** Says that the image is a rebase: of what, from which base onto which, and why. */
export async function writeRebaseProvenance(
  file: string,
  { image, base, oldBase, output, reason }: RebaseInputs,
  rebased: Rebased,
  env: Job['env'],
): Promise<void> {
  const { provenancePredicate } = await import('../../bake/provenance.js')
  const { formatReference, parseReference } = await import('../../oci/reference.js')
  const { withoutDigest } = await import('./output-reference.js')
  const nameOf = (text: string) => formatReference(withoutDigest(parseReference(text)))
  const distinct = (digests: readonly Digest[]) => [...new Set(digests)]
  const images = [
    { name: nameOf(image), digest: rebased.image, role: 'image' },
    ...distinct(rebased.platforms.map(({ to }) => to)).map((digest) => ({ name: nameOf(base), digest, role: 'base' })),
    ...rebased.platforms.map(({ from, fromName }) => ({ name: fromName, digest: from, role: 'old base' })),
  ]
  const inputs = { image, base, output, ...(oldBase !== undefined && { 'old-base': oldBase }) }
  const predicate = provenancePredicate({ engine: 'rebase', reason, inputs, images, env })
  await writeDocument(file, toJson(predicate))
}
