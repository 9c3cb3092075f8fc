import { IngotError } from '../errors.js'
import type { Digest } from '../oci/digest.js'
import { formatReference, pinned, type Reference } from '../oci/reference.js'
import type { CallOptions, ImageStore, StoredManifest } from '../oci/store.js'
import { type CopyOptions, copyImage, planCopy } from './copy.js'
import { absent } from './copy-graph.js'
import { checkPlatform, checkPlatformNames, isIndex, selectPlatforms } from './copy-platforms.js'
import { type CopyPreview, previewCopy } from './copy-preview.js'
import { type OpenOptions, openStore } from './open.js'

export interface CopyReferenceOptions extends OpenOptions, Pick<CopyOptions, 'withReferrers' | 'log' | 'progress'> {
  readonly from: Reference
  /** Its tag, when it has one, is set to the copy; its digest, when it has one, must be the copy's. */
  readonly to: Reference
  /** Of an index: only these, `os/architecture[/variant]`; all when empty. */
  readonly platforms?: readonly string[]
  /** Look and say, and write nothing. */
  readonly dryRun?: boolean
}

export interface Copied {
  /** Of the copy: that of the source, unless several platforms were taken out of an index. */
  readonly digest: Digest
  /** The copy by digest: repository@digest. */
  readonly image: string
  /** With its tag. */
  readonly destination: string
  /** On both sides together. */
  readonly requests: number
  /** To the destination. */
  readonly bytesSent: number
  /** Of a dry run. */
  readonly preview?: CopyPreview
}

/** Copies what one reference names to where another points. @throws IngotError `not-found`, `invalid-input` */
export async function copyReference(options: CopyReferenceOptions): Promise<Copied> {
  const { platforms = [], signal, dryRun = false } = options
  checkPlatformNames(platforms)
  const call = signal === undefined ? {} : { signal }
  const from = openStore(options.from, options)
  const to = openStore(options.to, options)
  const named = await readNamed(from, options.from, call)
  const root = platforms.length === 0 ? named : await select(from, named, platforms, call)
  const { digest } = root.descriptor
  checkDestination(options, digest)
  if (digest !== named.descriptor.digest) options.log?.(`Only ${platforms.join(', ')}: the copy is ${digest}`)
  const { tag } = options.to
  const copying = { ...options, from, to, digest, tags: tag === undefined ? [] : [tag] }
  const preview = dryRun ? await previewOf(copying, root) : undefined
  if (!dryRun) await copyImage(copying, root)
  return {
    digest,
    image: formatReference(pinned(options.to, digest)),
    destination: formatReference({ ...options.to, digest }),
    requests: from.traffic.requests + to.traffic.requests,
    bytesSent: to.traffic.bytesSent,
    ...(preview !== undefined && { preview }),
  }
}

async function previewOf(copying: CopyOptions, root: StoredManifest): Promise<CopyPreview> {
  const { from, to, signal } = copying
  const nothing = { there: 0, mounted: 0, sent: 0 }
  if (from.repository === to.repository) return { manifests: 1, blobs: nothing, bytes: root.bytes.length }
  return previewCopy(await planCopy(copying, root), from, to, signal)
}

async function readNamed(from: ImageStore, reference: Reference, call: CallOptions): Promise<StoredManifest> {
  const label = reference.digest ?? (reference.tag === undefined ? undefined : { tag: reference.tag })
  if (label === undefined) {
    throw new IngotError(
      'invalid-reference',
      `${formatReference(reference)} names no image: the tag or digest is missing`,
    )
  }
  const stored = await from.readManifest(label, call)
  if (stored !== undefined) return stored
  throw new IngotError('not-found', `There is no image ${formatReference(reference)}`, { advice: await tagsOf(from) })
}

async function select(
  from: ImageStore,
  named: StoredManifest,
  platforms: readonly string[],
  call: CallOptions,
): Promise<StoredManifest> {
  if (!isIndex(named)) {
    await checkPlatform(from, named, platforms, call)
    return named
  }
  const selection = selectPlatforms(named, platforms, `${from.repository}@${named.descriptor.digest}`)
  if (selection.kind === 'index') return selection.stored
  const stored = await from.readManifest(selection.digest, call)
  if (stored === undefined) throw absent(from.repository, selection.digest, named.descriptor.digest)
  return stored
}

function checkDestination({ from, to, platforms = [] }: CopyReferenceOptions, digest: Digest): void {
  if (to.digest === undefined || to.digest === digest) return
  const of = platforms.length === 0 ? '' : ` for ${platforms.join(', ')}`
  const message = `${formatReference(from)}${of} is ${digest}, so it cannot become ${formatReference(to)}`
  throw new IngotError('invalid-input', message, { advice: 'Leave the digest out of the destination' })
}

async function tagsOf(store: ImageStore): Promise<string> {
  const tags = await store.tags().catch(() => [])
  if (tags.length === 0) return `There are no tags in ${store.repository}`
  return `The tags here are ${tags.slice(-20).join(', ')}`
}
