import { isDeepStrictEqual } from 'node:util'
import { IngotError } from '../errors.js'
import type { Digest } from '../oci/digest.js'
import { type Descriptor, parseIndex } from '../oci/manifest.js'
import { indexTypes } from '../oci/media-types.js'
import type { ImageStore, StoredManifest } from '../oci/store.js'
import { maximumBundleBytes, signBundle } from './bundle.js'
import type { Signer } from './keys.js'
import { type Predicate, parsePredicate, predicateName, predicateType, predicateTypes } from './predicates.js'
import { writeBundle } from './referrers.js'
import { encodeStatement } from './statement.js'
import { type FoundAttestation, readAttestations } from './verify.js'

export interface AttestRequest {
  readonly store: ImageStore
  /** An index, each manifest of which is signed too, or a manifest. */
  readonly digest: Digest
  readonly signer: Signer
  /** What is said besides the signature: short name or URI, and the predicate. */
  readonly predicates?: readonly { readonly type: string; readonly predicate: Predicate }[]
  /** Written as the creation time of new attestations; now when absent. */
  readonly now?: Date
  readonly signal?: AbortSignal
}

export interface Attested {
  /** Manifests of attestations that this call wrote. */
  readonly written: readonly Digest[]
  /** Attestations that said the same under the same key already. */
  readonly present: readonly Digest[]
}

/** What one digest shall carry. */
interface Claim {
  readonly subject: Descriptor
  readonly type: string
  readonly predicate: Predicate
}

/**
 * Signs `digest` and attests the predicates, as sigstore bundles that refer to it; for an index each of its manifests is
 * signed as well. What the same key has said before is not written again. Succeeds only once everything was read back
 * from the store and verified there.
 *
 * @throws IngotError `not-found` when there is no such image, or the store does not list what was written
 * @throws IngotError `invalid-input` for a predicate that is not of its type
 */
export async function attest(request: AttestRequest): Promise<Attested> {
  const { store, digest, signer, predicates = [], now = new Date(), signal } = request
  const image = await readImage(store, digest, signal)
  const claims = claimsOf(image, store.repository, predicates)
  const written: Digest[] = []
  const present: Digest[] = []
  for (const subject of subjectsOf(claims)) {
    const { found } = await readAttestations(store, subject, [signer], signal)
    for (const claim of claims.filter((one) => one.subject.digest === subject)) {
      const same = found.find((one) => says(one, claim))
      if (same === undefined) written.push(await write(store, claim, signer, now, signal))
      else present.push(same.digest)
    }
  }
  if (written.length > 0) await readBack(request, claims)
  return { written, present }
}

async function readImage(store: ImageStore, digest: Digest, signal?: AbortSignal): Promise<StoredManifest> {
  const image = await store.readManifest(digest, { ...(signal && { signal }) })
  if (image !== undefined) return image
  throw new IngotError('not-found', `Cannot sign ${store.repository}@${digest}: there is no such image`)
}

function claimsOf(image: StoredManifest, repository: string, predicates: AttestRequest['predicates'] = []): Claim[] {
  const { descriptor, bytes } = image
  const children = indexTypes.includes(descriptor.mediaType)
    ? parseIndex(bytes, `${repository}@${descriptor.digest}`).manifests
    : []
  const signatures = [descriptor, ...children].map((subject) => ({
    subject,
    type: predicateTypes.signature,
    predicate: {},
  }))
  const attestations = predicates.map(({ type, predicate }) => {
    const uri = predicateType(type)
    return { subject: descriptor, type: uri, predicate: parsePredicate(uri, predicate, `The ${type} predicate`) }
  })
  return [...new Map([...signatures, ...attestations].map((claim) => [JSON.stringify(claim), claim])).values()]
}

function subjectsOf(claims: readonly Claim[]): Digest[] {
  return [...new Set(claims.map(({ subject }) => subject.digest))]
}

/** Compared as JSON carries it: a key whose value is undefined is no key. */
function says(found: FoundAttestation, { type, predicate }: Claim): boolean {
  return found.predicateType === type && isDeepStrictEqual(found.predicate, JSON.parse(JSON.stringify(predicate)))
}

async function write(
  store: ImageStore,
  { subject, type, predicate }: Claim,
  signer: Signer,
  created: Date,
  signal?: AbortSignal,
): Promise<Digest> {
  const bytes = signBundle(encodeStatement(store.repository, subject.digest, type, predicate), signer)
  if (bytes.length > maximumBundleBytes) {
    throw new IngotError(
      'size-exceeded',
      `The ${predicateName(type)} attestation takes ${bytes.length} bytes, verification reads at most ${maximumBundleBytes}`,
    )
  }
  const descriptor = await writeBundle(store, subject, { bytes, predicateType: type, created }, signal)
  return descriptor.digest
}

/** Asks as a verifier would: a registry that takes a referrer and does not list it has not published it. */
async function readBack({ store, signer, signal }: AttestRequest, claims: readonly Claim[]): Promise<void> {
  for (const subject of subjectsOf(claims)) {
    const { found } = await readAttestations(store, subject, [signer], signal)
    const lost = claims.filter((claim) => claim.subject.digest === subject && !found.some((one) => says(one, claim)))
    if (lost.length === 0) continue
    throw new IngotError(
      'not-found',
      `Wrote ${lost.map(({ type }) => predicateName(type)).join(', ')} for ${store.repository}@${subject}, but reading it back does not find it`,
      {
        advice:
          'Someone else may have written referrers of this digest at the same time: run it again, nothing is written twice',
      },
    )
  }
}
