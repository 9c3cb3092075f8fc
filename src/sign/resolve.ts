import { IngotError } from '../errors.js'
import type { Digest } from '../oci/digest.js'
import { formatReference, type Reference } from '../oci/reference.js'
import type { CallOptions, ImageStore } from '../oci/store.js'

const shownTags = 12

/**
 * The digest that a reference means now: the index where there is one, never a platform of it. A layout of one tag may
 * be named without it.
 *
 * @throws IngotError `not-found` or `invalid-reference`, naming the tags that exist
 */
export async function resolveDigest(store: ImageStore, reference: Reference, signal?: AbortSignal): Promise<Digest> {
  const options = { ...(signal && { signal }) }
  const tag = reference.tag ?? (reference.digest === undefined ? await onlyTag(store, reference, options) : undefined)
  const label = reference.digest ?? (tag === undefined ? undefined : { tag })
  const stored = label && (await store.readManifest(label, options))
  if (stored !== undefined) return stored.descriptor.digest
  const advice = await describeTags(store, options)
  const name = formatReference(reference)
  if (label === undefined) throw new IngotError('invalid-reference', `${name} names no tag and no digest`, { advice })
  throw new IngotError('not-found', `There is no image ${name}`, { advice })
}

async function onlyTag(store: ImageStore, reference: Reference, options: CallOptions): Promise<string | undefined> {
  const tags = reference.kind === 'layout' ? await store.tags(options) : []
  return tags.length === 1 ? tags[0] : undefined
}

async function describeTags(store: ImageStore, options: CallOptions): Promise<string> {
  const tags = await store.tags(options)
  if (tags.length === 0) return `${store.repository} holds no tags: check the name`
  const more = tags.length > shownTags ? ` and ${tags.length - shownTags} more` : ''
  return `The tags of ${store.repository} are ${tags.slice(0, shownTags).join(', ')}${more}`
}
