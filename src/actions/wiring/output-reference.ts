import { IngotError } from '../../errors.js'
import type { Reference } from '../../oci/reference.js'

/** Where an image is written to, and the label that it gets there. */
export interface Output {
  readonly reference: Reference
  readonly tags: readonly string[]
}

/** @throws IngotError `invalid-reference` when it is none, or names a digest, which cannot be chosen */
export async function parseOutput(text: string): Promise<Output> {
  const { parseReference } = await import('../../oci/reference.js')
  const reference = parseReference(text)
  if (reference.digest === undefined) return { reference, tags: reference.tag === undefined ? [] : [reference.tag] }
  throw new IngotError('invalid-reference', `Cannot write to ${text}: the digest follows from the content`, {
    advice: 'Name the repository alone, or with a tag',
  })
}

/** The name under which an image was asked for: what is kept of a base beside its digest. */
export function withoutDigest(reference: Reference): Reference {
  const { digest: _, ...rest } = reference
  return rest
}
