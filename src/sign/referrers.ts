import { IngotError } from '../errors.js'
import { type Digest, digestOf } from '../oci/digest.js'
import { type Descriptor, encodeJson, type Manifest, parseManifest } from '../oci/manifest.js'
import { annotationKeys, manifestTypes, mediaTypes } from '../oci/media-types.js'
import type { BlobSource, ImageStore } from '../oci/store.js'
import { maximumBundleBytes } from './bundle.js'

/** More than this and something is wrong with the registry or with whoever writes there: reading stops, and verification fails closed. */
const maximumReferrers = 512

/** Of all bundles of one digest together: what a reader spends at most on what strangers have put there. */
const maximumTotalBytes = 4 * maximumBundleBytes

const atOnce = 8

interface Rejection {
  readonly why: string
}

/** One referrer that holds a bundle: what came of opening it, or why its bundle could not be had. */
export interface Candidate<Opened> {
  readonly digest: Digest
  readonly opened: Opened | Rejection
}

interface Reading<Opened> {
  readonly store: ImageStore
  readonly open: (bytes: Buffer) => Opened
  readonly budget: { bytes: number }
  readonly signal: AbortSignal | undefined
}

/**
 * Opens every sigstore bundle that refers to `digest`, a few at a time, so that only what `open` makes of them is kept.
 * The lists of registries are known to carry wrong artifact types and no annotations, so each manifest itself is asked;
 * other referrers are passed over.
 */
export async function openBundles<Opened>(
  store: ImageStore,
  digest: Digest,
  open: (bytes: Buffer) => Opened,
  signal?: AbortSignal,
): Promise<Candidate<Opened>[]> {
  const descriptors = await store.referrers(digest, { ...(signal && { signal }) })
  if (descriptors.length > maximumReferrers) {
    throw new IngotError(
      'size-exceeded',
      `${store.repository} lists ${descriptors.length} referrers of ${digest}, at most ${maximumReferrers} are read`,
      {
        advice:
          'Remove the referrers that are not yours; attestations are never written twice, so these came from elsewhere',
      },
    )
  }
  const reading = { store, open, budget: { bytes: maximumTotalBytes }, signal }
  const candidates = await inBatches(descriptors, (descriptor) => openReferrer(descriptor, reading))
  return candidates.filter((candidate) => candidate !== undefined)
}

async function openReferrer<Opened>(
  { digest, mediaType }: Descriptor,
  { store, open, budget, signal }: Reading<Opened>,
): Promise<Candidate<Opened> | undefined> {
  if (!manifestTypes.includes(mediaType)) return undefined
  const reject = (why: string) => ({ digest, opened: { why } })
  const options = { ...(signal && { signal }) }
  try {
    const stored = await store.readManifest(digest, options)
    if (stored === undefined) return reject('it is listed, but its manifest is not there')
    const [layer, ...more] = parseManifest(stored.bytes, `${store.repository}@${digest}`).layers
    if (layer?.mediaType !== mediaTypes.sigstoreBundle || more.length > 0) return undefined
    if (layer.size > maximumBundleBytes) {
      return reject(`its bundle has ${layer.size} bytes, at most ${maximumBundleBytes} are read`)
    }
    budget.bytes -= layer.size
    if (budget.bytes < 0) return reject(`with it the bundles have more than ${maximumTotalBytes} bytes in all`)
    return { digest, opened: open(await collect(store.readBlob(layer, options), layer.size)) }
  } catch (error) {
    if (signal?.aborted || !(error instanceof IngotError) || !aboutThisOne.includes(error.reason)) throw error
    return reject(error.message)
  }
}

/** Failures that condemn one candidate; anything else (unreachable, unauthorized) must not pass for "not signed". */
const aboutThisOne: readonly string[] = ['unreadable', 'digest-mismatch', 'size-exceeded', 'not-found']

async function collect(stream: AsyncIterable<Uint8Array>, size: number): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let total = 0
  for await (const chunk of stream) {
    total += chunk.length
    if (total > size)
      throw new IngotError('size-exceeded', `the bundle has more than the ${size} bytes that are declared`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, total)
}

/** A bundle, and what the registry is told about it. */
export interface NewBundle {
  readonly subject: Descriptor
  readonly bytes: Buffer
  readonly predicateType: string
  readonly created: Date
}

/**
 * Stores bundles the way cosign does: each an artifact manifest with an empty config, one layer, and the image as its
 * subject. Blobs go up side by side; manifests one after the other, for some registries keep the list of referrers as a
 * document that each write replaces.
 */
export async function writeBundles(
  store: ImageStore,
  bundles: readonly NewBundle[],
  signal?: AbortSignal,
): Promise<Digest[]> {
  const options = { ...(signal && { signal }) }
  const layers = bundles.map(({ bytes }) => blob(bytes, mediaTypes.sigstoreBundle))
  if (layers.length > 0) await inBatches([emptyConfig, ...layers], (source) => store.writeBlob(source, options))
  const written: Digest[] = []
  for (const [at, bundle] of bundles.entries()) {
    const manifest = encodeJson(manifestOf(bundle, (layers[at] as BlobSource).descriptor))
    written.push((await store.writeManifest(manifest, mediaTypes.manifest, options)).digest)
  }
  return written
}

function manifestOf({ subject, predicateType, created }: NewBundle, layer: Descriptor): Manifest {
  return {
    schemaVersion: 2,
    mediaType: mediaTypes.manifest,
    artifactType: mediaTypes.sigstoreBundle,
    config: emptyConfig.descriptor,
    layers: [layer],
    subject: { mediaType: subject.mediaType, digest: subject.digest, size: subject.size },
    annotations: {
      'dev.sigstore.bundle.content': 'dsse-envelope',
      'dev.sigstore.bundle.predicateType': predicateType,
      [annotationKeys.created]: created.toISOString(),
    },
  }
}

const emptyConfig = blob(Buffer.from('{}'), mediaTypes.empty)

function blob(bytes: Buffer, mediaType: string): BlobSource {
  return {
    descriptor: { mediaType, digest: digestOf(bytes), size: bytes.length },
    async *open() {
      yield bytes
    },
  }
}

async function inBatches<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  for (let start = 0; start < items.length; start += atOnce) {
    results.push(...(await Promise.all(items.slice(start, start + atOnce).map(work))))
  }
  return results
}
