import type { BasePolicy, BaseRule, CandidateBase, FoundBase, VerifySignature } from '../../bake/index.js'
import type { Policy } from '../../config/index.js'
import type { Image } from '../../image/index.js'
import type { Job } from '../../runner/job.js'

/** Why a base may not be used, for people; and the rule, for scripts. */
export interface BaseRefusal {
  readonly rule: BaseRule
  readonly message: string
}

/**
 * Asks the organisation policy in `file` about everything that an image will be built on, each image once; about `scratch`
 * when it is nothing.
 *
 * @returns the first refusal; undefined when all may be used, or when there is no policy
 */
export async function refuseBases(
  file: string | undefined,
  bases: readonly CandidateBase[],
  job: Job,
): Promise<BaseRefusal | undefined> {
  if (file === undefined) return undefined
  const { checkBase } = await import('../../bake/index.js')
  const { loadPolicy } = await import('../../config/index.js')
  const policy = await toBasePolicy(await loadPolicy(file))
  const verifySignature = signatureVerifier(job)
  const distinct = new Map(
    bases.map((base) => [`${base.store.repository}@${base.digest} ${base.manifestDigest}`, base]),
  )
  // What a build only reads is no base: the image still starts from nothing.
  const fromScratch = bases.some(({ use }) => use !== 'read') ? [] : (['scratch'] as const)
  for (const base of [...fromScratch, ...distinct.values()]) {
    const decision = await checkBase({ base, policy, now: new Date(), verifySignature })
    if (!decision.approved) return { rule: decision.rule, message: `${decision.why}. ${decision.advice}` }
    const name = base === 'scratch' ? base : `${base.store.repository}@${base.digest}`
    job.log(`base ${name} is approved: ${decision.why}`)
  }
  return undefined
}

/** What a rebase onto `base` would build on: of an index, the manifest of each platform that is asked for. */
export async function candidatesOf(base: Image, platforms: readonly string[]): Promise<CandidateBase[]> {
  const { createdOf } = await import('../../bake/index.js')
  const { servesPlatform } = await import('../../image/index.js')
  const { store, reference, digest, manifestDigest } = base
  const created = createdOf(base)
  const manifests = (base.index?.manifests ?? []).filter(
    ({ platform }) => platform !== undefined && platforms.some((wanted) => servesPlatform(platform, wanted)),
  )
  const digests = manifests.length === 0 ? [manifestDigest] : manifests.map((manifest) => manifest.digest)
  return digests.map((one) => ({ store, reference, digest, manifestDigest: one, created }))
}

async function toBasePolicy({ bases, revoked, maximumAgeMilliseconds }: Policy): Promise<BasePolicy> {
  const { parseDigest } = await import('../../oci/digest.js')
  return {
    maximumAgeMilliseconds,
    bases: bases.map(({ key, digest, ...entry }) => ({
      ...entry,
      digest: digest === undefined ? undefined : parseDigest(digest),
      signer: key === undefined ? undefined : { kind: 'key', pem: key },
    })),
    revoked: revoked.map((entry) => ({ ...entry, digest: parseDigest(entry.digest) })),
  }
}

/** Looks for a signature on the digest that a base's reference names: once, however many platforms of it are used. */
function signatureVerifier(job: Job): VerifySignature {
  const answers = new Map<string, ReturnType<VerifySignature>>()
  return (image, signer) => {
    const key = `${image.store.repository}@${image.digest} ${signer.pem}`
    const answer = answers.get(key) ?? verify(image, signer.pem, job)
    answers.set(key, answer)
    return answer
  }
}

async function verify({ store, digest }: Pick<FoundBase, 'store' | 'digest'>, keyPem: string, job: Job) {
  const { loadVerifier, verifyImage } = await import('../../sign/index.js')
  const verifiers = [await loadVerifier(keyPem)]
  const required = { require: ['signature'], signal: job.signal }
  const { verdict, explanation } = await verifyImage({ store, digest, verifiers, ...required })
  return { ok: verdict === 'pass', why: explanation }
}
