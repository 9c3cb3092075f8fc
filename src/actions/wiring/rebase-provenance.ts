import type { BuildReason, Rebase } from '../../bake/index.js'
import type { Digest } from '../../oci/digest.js'
import type { Job } from '../../runner/job.js'
import { toJson, writeDocument } from './write-document.js'

/** Says that the image is a rebase, of what, and onto what. */
export async function writeRebaseProvenance(
  file: string,
  given: { readonly image: string; readonly base: string; readonly output: string; readonly reason: BuildReason },
  request: Rebase,
  { bases }: { readonly bases: readonly { to: Digest }[] },
  env: Job['env'],
): Promise<void> {
  const { provenancePredicate } = await import('../../bake/index.js')
  const { formatReference, parseReference } = await import('../../oci/reference.js')
  const { withoutDigest } = await import('./output-reference.js')
  const { image, base, output, reason } = given
  const name = formatReference(withoutDigest(parseReference(image)))
  const images = [
    { name, digest: request.image.digest },
    ...bases.map(({ to }) => ({ name: request.baseName, digest: to })),
  ]
  const predicate = provenancePredicate({ engine: 'rebase', reason, inputs: { image, base, output }, images, env })
  await writeDocument(file, toJson(predicate))
}
