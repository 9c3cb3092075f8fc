import { IngotError } from '../errors.js'
import { type Digest, digestOf } from '../oci/digest.js'
import { type Descriptor, encodeJson, type Manifest, parseManifest } from '../oci/manifest.js'
import { annotationKeys, manifestTypes, mediaTypes } from '../oci/media-types.js'
import type { BlobSource, ImageStore } from '../oci/store.js'
import { maximumBundleBytes } from './bundle.js'

/** More than this and something is wrong with the registry or with whoever writes there: reading stops, and verification fails closed. */
const maximumReferrers = 512

const parallelReads = 8

/** One referrer that holds a bundle, or why its bundle could not be had. */
export type Candidate = { readonly digest: Digest } & ({ readonly bytes: Buffer } | { readonly why: string })

/**
 * Every sigstore bundle that refers to `digest`. The lists of registries are known to carry wrong artifact types and no
 * annotations, so each manifest itself is asked; other referrers are passed over.
 */
export async function readBundles(store: ImageStore, digest: Digest, signal?: AbortSignal): Promise<Candidate[]> {
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
  const candidates: (Candidate | undefined)[] = []
  for (let start = 0; start < descriptors.length; start += parallelReads) {
    const batch = descriptors.slice(start, start + parallelReads)
    candidates.push(...(await Promise.all(batch.map((descriptor) => readBundle(store, descriptor, signal)))))
  }
  return candidates.filter((candidate) => candidate !== undefined)
}

async function readBundle(
  store: ImageStore,
  { digest, mediaType }: Descriptor,
  signal?: AbortSignal,
): Promise<Candidate | undefined> {
  if (!manifestTypes.includes(mediaType)) return undefined
  const options = { ...(signal && { signal }) }
  try {
    const stored = await store.readManifest(digest, options)
    if (stored === undefined) return { digest, why: 'it is listed, but its manifest is not there' }
    const [layer, ...more] = parseManifest(stored.bytes, `${store.repository}@${digest}`).layers
    if (layer?.mediaType !== mediaTypes.sigstoreBundle || more.length > 0) return undefined
    if (layer.size > maximumBundleBytes) {
      return { digest, why: `its bundle has ${layer.size} bytes, at most ${maximumBundleBytes} are read` }
    }
    return { digest, bytes: await collect(store.readBlob(layer, options), layer.size) }
  } catch (error) {
    if (signal?.aborted || !(error instanceof IngotError) || !aboutThisOne.includes(error.reason)) throw error
    return { digest, why: error.message }
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

/** Stores a bundle the way cosign does: an artifact manifest with an empty config, one layer, and the image as its subject. */
export async function writeBundle(
  store: ImageStore,
  subject: Descriptor,
  bundle: { readonly bytes: Buffer; readonly predicateType: string; readonly created: Date },
  signal?: AbortSignal,
): Promise<Descriptor> {
  const options = { ...(signal && { signal }) }
  const layer = blob(bundle.bytes, mediaTypes.sigstoreBundle)
  const config = blob(Buffer.from('{}'), mediaTypes.empty)
  await store.writeBlob(config, options)
  await store.writeBlob(layer, options)
  const manifest: Manifest = {
    schemaVersion: 2,
    mediaType: mediaTypes.manifest,
    artifactType: mediaTypes.sigstoreBundle,
    config: config.descriptor,
    layers: [layer.descriptor],
    subject: { mediaType: subject.mediaType, digest: subject.digest, size: subject.size },
    annotations: {
      'dev.sigstore.bundle.content': 'dsse-envelope',
      'dev.sigstore.bundle.predicateType': bundle.predicateType,
      [annotationKeys.created]: bundle.created.toISOString(),
    },
  }
  return store.writeManifest(encodeJson(manifest), mediaTypes.manifest, options)
}

function blob(bytes: Buffer, mediaType: string): BlobSource {
  return {
    descriptor: { mediaType, digest: digestOf(bytes), size: bytes.length },
    async *open() {
      yield bytes
    },
  }
}
