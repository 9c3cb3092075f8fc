import type { ApprovedBase, CandidateBase, FoundBase } from '../../bake/index.js'
import type { Job } from '../../runner/job.js'

/**
 * Asks the organisation policy about a base, with `sign` checking its signature. Nothing when there is no policy to ask.
 *
 * @returns the refusal, as one message for people; undefined when the base may be used
 */
export async function refuseBase(
  policy: { bases: readonly ApprovedBase[] } | undefined,
  base: CandidateBase | 'scratch',
  job: Job,
): Promise<string | undefined> {
  if (policy === undefined) return undefined
  const { checkBase } = await import('../../bake/index.js')
  const decision = await checkBase({
    base,
    policy,
    verifySignature: async (image, keyPem) => {
      const { loadVerifier, verifyImage } = await import('../../sign/index.js')
      const verifiers = [await loadVerifier(keyPem)]
      const { store, digest } = image
      const required = { require: ['signature'], signal: job.signal }
      const { verdict, explanation } = await verifyImage({ store, digest, verifiers, ...required })
      return { ok: verdict === 'pass', why: explanation }
    },
  })
  if (!decision.approved) return `${decision.why}. ${decision.advice}`
  const name = base === 'scratch' ? base : `${base.store.repository}@${base.digest}`
  job.log(`base ${name} is approved: ${decision.why}`)
  return undefined
}

/**
 * Asks the policy in `file` about everything that an image will be built on, each digest once; about `scratch` when it is
 * nothing.
 *
 * @returns the first refusal; undefined when all may be used, or when there is no policy
 */
export async function refuseBases(
  file: string | undefined,
  bases: readonly FoundBase[],
  job: Job,
): Promise<string | undefined> {
  if (file === undefined) return undefined
  const { loadPolicy } = await import('../../config/index.js')
  const policy = await loadPolicy(file)
  const distinct = [...new Map(bases.map((base) => [`${base.store.repository}@${base.digest}`, base])).values()]
  for (const base of distinct.length === 0 ? (['scratch'] as const) : distinct) {
    const refusal = await refuseBase(policy, base, job)
    if (refusal !== undefined) return refusal
  }
  return undefined
}
