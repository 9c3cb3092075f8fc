import type { PatchPlan } from '../../fleet/patch/index.js'

/** The outcome of a look at the fleet in the words of the action. */
export async function reportPatch(plan: PatchPlan, running: number, mayRebase: boolean) {
  const { summarisePatch, toEntries, toRebuilds } = await import('../../fleet/patch/index.js')
  const needed = new Set(plan.needed.map(({ release }) => `${release.app} ${release.digest}`)).size
  return {
    ...verdictOf(plan, needed, running),
    outputs: {
      needed,
      images: JSON.stringify(toEntries(plan.needed)),
      matrix: JSON.stringify(toRebuilds(plan.needed, mayRebase)),
      pending: plan.pending.length,
      unknown: plan.unknown.length,
    },
    summary: summarisePatch(plan),
  }
}

function verdictOf(plan: PatchPlan, needed: number, running: number) {
  if (needed > 0) {
    const lines = plan.needed.map(({ release, environment, reasons, detail }) => {
      return `  ${release.app} ${release.version} in ${environment} (${reasons.join(', ')}): ${detail}`
    })
    return {
      reason: 'needed',
      message: [`${needed === 1 ? '1 image needs' : `${needed} images need`} a rebuild:`, ...lines].join('\n'),
    } as const
  }
  if (plan.unknown.length > 0) {
    const message = `Nothing is known to need a rebuild, but ${plan.unknown.length} questions could not be answered`
    return { reason: 'unreachable', message } as const
  }
  const waiting = plan.pending.length > 0 ? `; ${plan.pending.length} rebuilt ones wait to be promoted` : ''
  return { reason: 'not-needed', message: `No rebuild is needed (running releases: ${running})${waiting}` } as const
}
