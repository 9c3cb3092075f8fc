import { isDeepStrictEqual } from 'node:util'
import { IngotError } from '../errors.js'
import type { Digest } from '../oci/digest.js'
import { type Descriptor, parseIndex } from '../oci/manifest.js'
import { indexTypes } from '../oci/media-types.js'
import type { ImageStore, StoredManifest } from '../oci/store.js'
import { maximumBundleBytes, signBundle } from './bundle.js'
import type { Signer } from './keys.js'
import { type Predicate, parsePredicate, predicateName, predicateType, predicateTypes } from './predicates.js'
import { type NewBundle, writeBundles } from './referrers.js'
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
  const present: Digest[] = []
  const bundles: NewBundle[] = []
  for (const subject of subjectsOf(claims)) {
    const { found } = await readAttestations(store, subject, [signer], signal)
    for (const claim of claims.filter((one) => one.subject.digest === subject)) {
      const same = found.find((one) => says(one, claim))
      if (same === undefined) bundles.push(seal(claim, store.repository, signer, now))
      else present.push(same.digest)
    }
  }
  const written = await writeBundles(store, bundles, signal)
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
  const key = ({ subject, type, predicate }: Claim) => `${subject.digest} ${type} ${JSON.stringify(predicate)}`
  return [...new Map([...signatures, ...attestations].map((claim) => [key(claim), claim])).values()]
}

function subjectsOf(claims: readonly Claim[]): Digest[] {
  return [...new Set(claims.map(({ subject }) => subject.digest))]
}

/** Compared as JSON carries it: a key whose value is undefined is no key. */
function says(found: FoundAttestation, { type, predicate }: Claim): boolean {
  return found.predicateType === type && isDeepStrictEqual(found.predicate, JSON.parse(JSON.stringify(predicate)))
}

function seal({ subject, type, predicate }: Claim, repository: string, signer: Signer, created: Date): NewBundle {
  const bytes = signBundle(encodeStatement(repository, subject.digest, type, predicate), signer)
  if (bytes.length <= maximumBundleBytes) return { subject, bytes, predicateType: type, created }
  throw new IngotError(
    'size-exceeded',
    `The ${predicateName(type)} attestation takes ${bytes.length} bytes, verification reads at most ${maximumBundleBytes}`,
  )
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
