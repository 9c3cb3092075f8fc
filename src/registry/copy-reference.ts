import { IngotError } from '../errors.js'
import { formatReference, type Reference } from '../oci/reference.js'
import { type CopyOptions, copyImage } from './copy.js'
import { type OpenOptions, openStore } from './open.js'

export interface CopyReferenceOptions extends OpenOptions, Pick<CopyOptions, 'withReferrers' | 'log'> {
  readonly from: Reference
  /** Its tag, when it has one, is set to the copy; its digest, when it has one, must be the copy's. */
  readonly to: Reference
}

export interface Copied {
  readonly digest: string
  readonly destination: string
  /** On both sides together. */
  readonly requests: number
  /** To the destination. */
  readonly bytesSent: number
}

/** Copies what one reference names to where another points. @throws IngotError `not-found`, `invalid-input` */
export async function copyReference(options: CopyReferenceOptions): Promise<Copied> {
  const from = openStore(options.from, options)
  const to = openStore(options.to, options)
  const label = options.from.digest ?? (options.from.tag === undefined ? undefined : { tag: options.from.tag })
  if (label === undefined) {
    throw new IngotError(
      'invalid-reference',
      `${formatReference(options.from)} names no image: the tag or digest is missing`,
    )
  }
  const root = await from.readManifest(label)
  if (root === undefined) {
    throw new IngotError('not-found', `There is no image ${formatReference(options.from)}`, {
      advice: await tagsOf(from),
    })
  }
  const { digest } = root.descriptor
  if (options.to.digest !== undefined && options.to.digest !== digest) {
    const message = `${formatReference(options.from)} is ${digest}, so it cannot become ${formatReference(options.to)}`
    throw new IngotError('invalid-input', message, { advice: 'Leave the digest out of the destination' })
  }
  const { tag } = options.to
  await copyImage({ ...options, from, to, digest, tags: tag === undefined ? [] : [tag] }, root)
  return {
    digest,
    destination: formatReference({ ...options.to, digest }),
    requests: from.traffic.requests + to.traffic.requests,
    bytesSent: to.traffic.bytesSent,
  }
}

async function tagsOf(store: ReturnType<typeof openStore>): Promise<string> {
  const tags = await store.tags().catch(() => [])
  return tags.length === 0 ? 'There are no tags here' : `The tags here are ${tags.slice(-20).join(', ')}`
}
