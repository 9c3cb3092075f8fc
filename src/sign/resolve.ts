import { IngotError } from '../errors.js'
import type { Digest } from '../oci/digest.js'
import { formatReference, type Reference } from '../oci/reference.js'
import type { ImageStore } from '../oci/store.js'

const shownTags = 10

/**
 * The digest that a reference means now: the index where there is one, never a platform of it.
 *
 * @throws IngotError `not-found`, naming the tags that exist
 */
export async function resolveDigest(store: ImageStore, reference: Reference, signal?: AbortSignal): Promise<Digest> {
  const { digest, tag } = reference
  const options = { ...(signal && { signal }) }
  const label = digest ?? (tag === undefined ? undefined : { tag })
  const stored = label === undefined ? undefined : await store.readManifest(label, options)
  if (stored !== undefined) return stored.descriptor.digest
  const tags = digest === undefined ? await store.tags(options) : []
  const why = label === undefined ? 'the reference has neither tag nor digest' : 'there is no such image'
  throw new IngotError('not-found', `Cannot find ${formatReference(reference)}: ${why}`, {
    ...(tags.length > 0 && { advice: `Tags that exist: ${tags.slice(0, shownTags).join(', ')}` }),
  })
}
