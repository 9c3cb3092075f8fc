import { IngotError, type Reason } from '../../errors.js'
import type { Deployed, EnvironmentState, Ledger } from '../../ledger/index.js'
import type { Digest } from '../../oci/digest.js'
import type { Admission, RolloutResult } from '../../promote/index.js'

/** The candidate under the version that it was published with. */
export async function published(
  ledger: Ledger,
  app: string,
  image: Pick<Deployed, 'digest' | 'image'>,
): Promise<Deployed> {
  const release = await ledger.readRelease(app, image.digest)
  if (release) return { ...image, version: release.version }
  throw new IngotError('not-found', `${image.digest} is not a release of ${app} in the ledger ${ledger.location}`, {
    advice: 'Run publish on this digest first: only what was published can be promoted',
  })
}

/** Why the candidate may not go here yet: it has to be stable in the environment before. */
export async function proven(
  ledger: Ledger,
  app: string,
  candidate: Deployed,
  after: string | undefined,
): Promise<string | undefined> {
  if (after === undefined) return undefined
  const { stable } = await ledger.readEnvironment(after, app)
  if (stable?.digest === candidate.digest) return undefined
  const there = stable === null ? 'nothing is' : `${stable.version} (${stable.digest}) is`
  return `${candidate.version} is not stable in ${after} yet (${there}): promote it there first`
}

export function outputsOf(result: RolloutResult) {
  return {
    outcome: result.outcome as string,
    stable: result.state.stable?.digest ?? '',
    weight: result.weight,
    'next-at': result.nextAt ?? '',
    seconds: Number(result.seconds.toFixed(3)),
  }
}

/** A no that was said before anything was touched. */
export function declined(state: EnvironmentState, reason: Reason, why: string) {
  return {
    reason,
    message: why,
    outputs: { outcome: 'refused', stable: state.stable?.digest ?? '', weight: 0, 'next-at': '', seconds: 0 },
    summary: `### ${state.environment}: refused\n\n\`\`\`\n${why}\n\`\`\`\n`,
  }
}

/** What a dry run says. */
export function planned(state: EnvironmentState, candidate: Deployed, admission: Admission) {
  if (admission.kind === 'refuse') return declined(state, admission.reason, admission.why)
  const stable: Digest | '' = state.stable?.digest ?? ''
  const message = {
    begin: `${candidate.version} would be rolled out in ${state.environment}, in place of ${state.stable?.version ?? 'nothing'}`,
    resume: `The rollout of ${candidate.version} in ${state.environment} would go on`,
    'already-stable': `${candidate.version} is stable in ${state.environment} already`,
  }[admission.kind]
  return {
    reason: 'planned' as const,
    message,
    outputs: { outcome: 'planned', stable, weight: state.rollout?.weight ?? 0, 'next-at': '', seconds: 0 },
    summary: `### ${state.environment}: planned\n\n${message}\n`,
  }
}

/** One sentence on how a promotion ended; an abort says who was hurt and how soon it was known. */
export function promotionMessage(title: string, result: RolloutResult): string {
  const seconds = `${result.seconds.toFixed(1)} s`
  switch (result.outcome) {
    case 'promoted':
      return `${title}: promoted after ${seconds}`
    case 'aborted': {
      const { bad, total } = result.candidateCounts
      const knew =
        result.knewAfterSeconds === null ? '' : `, decided ${result.knewAfterSeconds.toFixed(1)} s after it began`
      return `${title}: aborted${knew}; ${bad} of the ${total} requests that it was given were answered badly. ${result.why}`
    }
    case 'in-progress':
      return `${title}: at ${result.weight} % of the traffic, goes on at ${result.nextAt}`
    default:
      return `${title}: ${result.why}`
  }
}
