import { IngotError } from '../../errors.js'
import type { Image } from '../../image/index.js'
import type { Job } from '../../runner/job.js'

/**
 * Tags the very bytes that the digest names.
 *
 * @returns the tags that did not name it before
 * @throws IngotError `digest-mismatch` when the registry stores something else
 */
export async function tagDigest(
  { store, digest }: Image,
  tags: readonly string[],
  { signal, log }: Job,
): Promise<string[]> {
  const stored = await store.readManifest(digest, { signal })
  if (stored === undefined) throw new IngotError('not-found', `${store.repository}@${digest} is gone since it was read`)
  const named = await Promise.all(tags.map((tag) => store.readManifest({ tag }, { signal })))
  const missing = tags.filter((_, i) => named[i]?.descriptor.digest !== digest)
  if (missing.length === 0) return missing
  log(`Tagging ${store.repository}@${digest} as ${missing.join(', ')}`)
  const written = await store.writeManifest(stored.bytes, stored.descriptor.mediaType, { tags: missing, signal })
  if (written.digest !== digest) {
    throw new IngotError('digest-mismatch', `${store.repository} stored ${digest} as ${written.digest}`)
  }
  return missing
}
