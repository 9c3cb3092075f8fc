import type { CandidateSide, Unapproved } from '../../bake/index.js'
import type { Job } from '../../runner/job.js'

/** Asks the organisation policy in `file` about each manifest of the new base once; nothing to ask when there is no policy. */
export function approval(file: string | undefined, job: Job) {
  if (file === undefined) return undefined
  const asked = new Map<string, Promise<Unapproved | undefined>>()
  const ask = async (base: CandidateSide): Promise<Unapproved | undefined> => {
    const { createdOf } = await import('../../bake/created.js')
    const { refuseBases } = await import('./approve-base.js')
    const refusal = await refuseBases(file, [{ ...base, created: createdOf(base) }], job)
    return refusal && { kind: 'unapproved', rule: refusal.rule, why: refusal.message }
  }
  return (base: CandidateSide) => {
    const answer = asked.get(base.manifestDigest) ?? ask(base)
    asked.set(base.manifestDigest, answer)
    return answer
  }
}
