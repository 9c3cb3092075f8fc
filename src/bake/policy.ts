import { resolve } from 'node:path'
import { formatRepository } from '../oci/reference.js'
import type { FoundBase } from './baker.js'

/** One approved base of the organisation policy. */
export interface ApprovedBase {
  /**
   * Repository, or a pattern of one: `*` at the end stands for anything, elsewhere for anything within one path segment.
   * `scratch` approves starting from nothing.
   */
  readonly repository: string
  /** PEM text of the public key that must have signed the base. */
  readonly key?: string | undefined
}

export interface BasePolicy {
  readonly bases: readonly ApprovedBase[]
}

/** A base as the policy looks at it. */
export type CandidateBase = Pick<FoundBase, 'store' | 'reference' | 'digest' | 'created'>

/** Whether an image is signed by the holder of a key. */
export type VerifySignature = (image: CandidateBase, keyPem: string) => Promise<{ ok: boolean; why: string }>

export type BaseDecision =
  | { readonly approved: true; readonly entry: ApprovedBase; readonly why: string }
  | { readonly approved: false; readonly why: string; readonly advice: string }

export interface BaseCheck {
  readonly base: CandidateBase | 'scratch'
  readonly policy: BasePolicy
  readonly verifySignature: VerifySignature
}

/**
 * Whether the policy lets images be built on this base: its repository is on the list and, where the entry names a key,
 * the very digest carries that key's signature. A signature that cannot be checked throws: it is neither yes nor no.
 */
export async function checkBase({ base, policy, verifySignature }: BaseCheck): Promise<BaseDecision> {
  const name = base === 'scratch' ? base : `${formatRepository(base.reference)}@${base.digest}`
  const approved = policy.bases.filter((entry) => isListed(base, entry.repository))
  if (approved.length === 0) {
    const patterns = policy.bases.map((entry) => entry.repository).join(', ')
    return {
      approved: false,
      why: `The base ${name} is not approved: the policy approves ${patterns || 'no base at all'}`,
      advice: 'Build on one of these, or ask whoever keeps the policy to add it to bases:',
    }
  }
  const refusals: string[] = []
  for (const entry of approved) {
    if (entry.key === undefined || base === 'scratch')
      return { approved: true, entry, why: `listed as ${entry.repository}` }
    const { ok, why } = await verifySignature(base, entry.key)
    if (ok) return { approved: true, entry, why: `listed as ${entry.repository}, and signed by its key` }
    refusals.push(why)
  }
  return {
    approved: false,
    why: `The base ${name} is not approved: it lacks the signature that the policy asks for: ${refusals.join('; ')}`,
    advice: 'Use the digest that was signed, or have the owner of the base sign this one with the key in the policy',
  }
}

function isListed(base: CandidateBase | 'scratch', pattern: string): boolean {
  if (base === 'scratch') return pattern === 'scratch'
  const { reference } = base
  if (reference.kind === 'layout') {
    if (matches(`oci:${reference.directory}`, pattern)) return true
    // The same directory may be written relative in one place and absolute in the other.
    const absolute = (directory: string) => `oci:${resolve(directory)}`
    return pattern.startsWith('oci:') && matches(absolute(reference.directory), absolute(pattern.slice('oci:'.length)))
  }
  const short = reference.host === 'docker.io' ? reference.path.replace(/^library\//, '') : undefined
  return matches(formatRepository(reference), pattern) || (short !== undefined && matches(short, pattern))
}

function matches(name: string, pattern: string): boolean {
  const open = pattern.endsWith('*')
  const parts = (open ? pattern.slice(0, -1) : pattern)
    .split('*')
    .map((part) => part.replace(/[.\\+?^${}()|[\]]/g, '\\$&'))
  return new RegExp(`^${parts.join('[^/]*')}${open ? '.*' : ''}$`, 's').test(name)
}
