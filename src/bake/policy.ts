import { type Digest, shortDigest } from '../oci/digest.js'
import { formatRepository } from '../oci/reference.js'
import type { FoundBase } from './baker.js'
import { isListed } from './policy-pattern.js'

/** Whose signature a base must carry. */
export type BaseSigner = { readonly kind: 'key' /** Public key, PEM text. */; readonly pem: string }

/** One approved base of the organisation policy: all that it says must hold. */
export interface ApprovedBase {
  /** A pattern of repositories, as `isListed` reads it; absent: wherever it lies. `scratch` approves starting from nothing. */
  readonly repository?: string | undefined
  /** Of the index, or of the platform's manifest. */
  readonly digest?: Digest | undefined
  readonly signer?: BaseSigner | undefined
  /** Since the base was built; the policy's own limit holds beside it. */
  readonly maximumAgeMilliseconds?: number | undefined
}

/** A base that may not be used any more, whatever approves it. */
export interface RevokedBase {
  /** Of an index, or of one platform's manifest. */
  readonly digest: Digest
  readonly reason: string
  /** What to build on instead. */
  readonly replacement?: string | undefined
}

export interface BasePolicy {
  readonly bases: readonly ApprovedBase[]
  readonly revoked?: readonly RevokedBase[] | undefined
  readonly maximumAgeMilliseconds?: number | undefined
}

/** A base as the policy looks at it. */
export type CandidateBase = Pick<FoundBase, 'use' | 'store' | 'reference' | 'digest' | 'manifestDigest' | 'created'>

/** Whether an image carries a signature of this signer. */
export type VerifySignature = (image: CandidateBase, signer: BaseSigner) => Promise<{ ok: boolean; why: string }>

/** What of the policy refused a base: it is revoked; nothing lists it; too old, or of unknown age; without the signature. */
export type BaseRule = 'revoked' | 'listed' | 'age' | 'signature'

export type BaseDecision =
  | { readonly approved: true; readonly entry: ApprovedBase; readonly why: string }
  | { readonly approved: false; readonly rule: BaseRule; readonly why: string; readonly advice: string }

export interface BaseCheck {
  readonly base: CandidateBase | 'scratch'
  readonly policy: BasePolicy
  readonly now: Date
  readonly verifySignature: VerifySignature
}

/**
 * Whether the policy lets images be built on this base: it is not revoked, and one entry of the list approves it by
 * repository, digest, age and signature, as far as the entry names them. A signature that cannot be checked throws: it is
 * neither yes nor no.
 */
export async function checkBase(check: BaseCheck): Promise<BaseDecision> {
  const { base, policy } = check
  const name = base === 'scratch' ? base : `${formatRepository(base.reference)}@${base.digest}`
  const revoked = base === 'scratch' ? undefined : refuseRevoked(name, base, policy)
  if (revoked !== undefined) return revoked
  const entries = policy.bases.filter((entry) => isEntryFor(base, entry))
  if (entries.length === 0) return refuseUnlisted(name, policy)
  // Starting from nothing has neither age nor signer.
  if (base === 'scratch') return { approved: true, entry: entries[0] as ApprovedBase, why: 'listed' }

  const refusals: Refusal[] = []
  for (const entry of entries) {
    const refusal = refuseAge(name, base, entry, check) ?? (await refuseSignature(name, base, entry, check))
    if (refusal === undefined) return { approved: true, entry, why: describe(entry) }
    refusals.push(refusal)
  }
  // The entry that came furthest is the one that was meant.
  const closest = refusals.find(({ rule }) => rule === 'signature') ?? (refusals[0] as Refusal)
  const others = refusals.filter(({ why, rule }) => why !== closest.why && rule === closest.rule)
  return { ...closest, why: [closest, ...others].map(({ why }) => why).join('; ') }
}

type Refusal = Extract<BaseDecision, { approved: false }>

function isEntryFor(base: CandidateBase | 'scratch', { repository, digest }: ApprovedBase): boolean {
  if (base === 'scratch') return repository === 'scratch'
  const isDigest = digest === undefined || digest === base.digest || digest === base.manifestDigest
  return isDigest && (repository === undefined || isListed(base.reference, repository))
}

function refuseRevoked(name: string, base: CandidateBase, { revoked = [] }: BasePolicy): Refusal | undefined {
  const found = revoked.find(({ digest }) => digest === base.digest || digest === base.manifestDigest)
  if (found === undefined) return undefined
  const advice =
    found.replacement === undefined
      ? 'Build on another base: whoever keeps the policy knows which'
      : `Build on ${found.replacement} instead`
  return { approved: false, rule: 'revoked', why: `The base ${name} is revoked: ${found.reason}`, advice }
}

function refuseUnlisted(name: string, { bases }: BasePolicy): Refusal {
  const entries = bases.map(({ repository, digest, signer }) => {
    const what = repository ?? (digest === undefined ? `anything signed by ${signerName(signer)}` : 'any repository')
    return digest === undefined ? what : `${what}@${shortDigest(digest)}`
  })
  return {
    approved: false,
    rule: 'listed',
    why: `The base ${name} is not approved: the policy approves ${entries.join(', ') || 'no base at all'}`,
    advice: 'Build on one of these, or ask whoever keeps the policy to add it to bases:',
  }
}

const hourMilliseconds = 60 * 60 * 1000
/** Clocks differ; a base from further in the future proves nothing about its age. */
const clockMilliseconds = hourMilliseconds

function refuseAge(
  name: string,
  { created }: CandidateBase,
  { maximumAgeMilliseconds: own = Number.POSITIVE_INFINITY }: ApprovedBase,
  { policy, now }: BaseCheck,
): Refusal | undefined {
  const maximum = Math.min(own, policy.maximumAgeMilliseconds ?? Number.POSITIVE_INFINITY)
  if (maximum === Number.POSITIVE_INFINITY) return undefined
  const age = created === undefined ? Number.NaN : now.getTime() - Date.parse(created)
  const refuse = (why: string, advice: string): Refusal => ({ approved: false, rule: 'age', why, advice })
  if (!(age >= -clockMilliseconds)) {
    const says =
      created === undefined ? 'it does not say when it was built' : `it claims to be built in the future, at ${created}`
    return refuse(
      `The base ${name} is not approved: the policy limits its age, and ${says}`,
      'Build the base with SOURCE_DATE_EPOCH set to the time of its build, or with the annotation org.opencontainers.image.created',
    )
  }
  if (age <= maximum) return undefined
  return refuse(
    `The base ${name} is too old: it was built ${span(age)} ago, ${span(maximum)} are allowed`,
    'Rebuild the golden image, and build on the new digest',
  )
}

function span(milliseconds: number): string {
  const hours = Math.floor(milliseconds / hourMilliseconds)
  return hours < 48 ? `${hours} hours` : `${Math.floor(hours / 24)} days`
}

async function refuseSignature(
  name: string,
  base: CandidateBase,
  { signer }: ApprovedBase,
  { verifySignature }: BaseCheck,
): Promise<Refusal | undefined> {
  if (signer === undefined) return undefined
  const { ok, why } = await verifySignature(base, signer)
  if (ok) return undefined
  return {
    approved: false,
    rule: 'signature',
    why: `The base ${name} is not approved: it lacks the signature that the policy asks for: ${why}`,
    advice: 'Use the digest that was signed, or have the owner of the base sign this one with the key in the policy',
  }
}

function describe({ repository, digest, signer }: ApprovedBase): string {
  const listed = repository === undefined ? 'listed' : `listed as ${repository}`
  return [
    listed,
    ...(digest === undefined ? [] : ['by its digest']),
    ...(signer === undefined ? [] : [`signed by ${signerName(signer)}`]),
  ].join(', ')
}

function signerName(signer: BaseSigner | undefined): string {
  return signer === undefined ? 'anybody' : 'its key'
}
