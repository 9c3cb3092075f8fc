import type { Digest } from '../oci/digest.js'
import type { ImageStore } from '../oci/store.js'
import { openBundle } from './bundle.js'
import { failedEvidence } from './evidence.js'
import type { Verifier } from './keys.js'
import { type Predicate, predicateName, predicateType } from './predicates.js'
import { openBundles } from './referrers.js'

/** An attestation whose signature, signer and subject hold. */
export interface FoundAttestation {
  readonly predicateType: string
  /** Of the attestation's own manifest. */
  readonly digest: Digest
  /** SHA-256 of the signer's SubjectPublicKeyInfo, hex. */
  readonly signer: string
  readonly predicate: Predicate
}

export interface RejectedAttestation {
  readonly digest: Digest
  readonly why: string
}

export interface Verification {
  readonly verdict: 'pass' | 'fail'
  readonly found: readonly FoundAttestation[]
  /** Required and not found: short names where there is one, else URIs. */
  readonly missing: readonly string[]
  readonly rejected: readonly RejectedAttestation[]
  /** Evidence that is properly signed and says no, a sentence each. */
  readonly failed: readonly string[]
  /** For people: one sentence, or what was found, missing and rejected, a line each. */
  readonly explanation: string
}

export interface VerifyRequest {
  readonly store: ImageStore
  /** What is to be deployed: the index where there is one. */
  readonly digest: Digest
  /** Any of these may have signed. */
  readonly verifiers: readonly Verifier[]
  /** Short names or URIs of predicate types; `signature` is always required. */
  readonly require?: readonly string[]
  readonly signal?: AbortSignal
}

/**
 * Whether every required attestation about `digest` is there, each signed by one of `verifiers`, each with exactly the
 * predicate type that is asked for, and none of them saying no.
 *
 * A refusal is a returned `fail`; what could not be asked (registry unreachable, access denied) throws, so that it is
 * never taken for an answer.
 *
 * @throws IngotError `invalid-input` for an unknown name in `require`
 */
export async function verifyImage({
  store,
  digest,
  verifiers,
  require = [],
  signal,
}: VerifyRequest): Promise<Verification> {
  const required = [...new Set(['signature', ...require].map(predicateType))]
  const { found, rejected } = await readAttestations(store, digest, verifiers, signal)
  const missing = required.filter((type) => !found.some((one) => one.predicateType === type)).map(predicateName)
  const failed = failedEvidence(found)
  const verdict = missing.length === 0 && failed.length === 0 ? 'pass' : 'fail'
  const verification = { verdict, found, missing, rejected, failed } as const
  return { ...verification, explanation: explain(`${store.repository}@${digest}`, verification) }
}

/** Every attestation about `digest` that holds under `verifiers`, and what was rejected and why. */
export async function readAttestations(
  store: ImageStore,
  digest: Digest,
  verifiers: readonly Verifier[],
  signal?: AbortSignal,
): Promise<{ found: FoundAttestation[]; rejected: RejectedAttestation[] }> {
  const found: FoundAttestation[] = []
  const rejected: RejectedAttestation[] = []
  const open = (bytes: Buffer) => openBundle(bytes, digest, verifiers)
  for (const candidate of await openBundles(store, digest, open, signal)) {
    const { opened } = candidate
    if ('why' in opened) rejected.push({ digest: candidate.digest, why: opened.why })
    else found.push(toFound(candidate.digest, opened))
  }
  return { found, rejected }
}

function toFound(
  digest: Digest,
  opened: { predicateType: string; predicate: Predicate; verifier: Verifier },
): FoundAttestation {
  const { predicateType: type, predicate, verifier } = opened
  return { predicateType: type, digest, signer: verifier.fingerprint, predicate }
}

function explain(name: string, verification: Omit<Verification, 'explanation'>): string {
  const names = [...new Set(verification.found.map((one) => predicateName(one.predicateType)))]
  if (verification.verdict === 'pass') return `${name} carries ${names.join(', ')}, each with a signature that holds`
  return [
    `${name} is refused:`,
    ...verification.missing.map((type) => `  missing: ${type}`),
    ...verification.failed.map((sentence) => `  says no: ${sentence}`),
    `  found: ${names.join(', ') || 'nothing that the given key signed'}`,
    ...verification.rejected.map(({ digest, why }) => `  rejected: ${digest}: ${why}`),
  ].join('\n')
}
