import type { BakedImage, FoundBase, PreviousImage } from '../../bake/index.js'
import type { BaseRefusal } from './approve-base.js'
import type { BakeEffort, BakePlan, ImageFacts } from './bake-facts.js'
import type { Output } from './output-reference.js'

/** The outcome of a bake in the words of the action. */
export async function reportBake(baked: BakedImage, plan: BakePlan, effort: BakeEffort) {
  const { outputs, ...report } = await reportImage(baked, plan.output, { ...effort, ...plan })
  return { ...report, outputs: { ...outputsOf(plan), ...outputs } }
}

/** The outcome of joining platforms: their bases are those that they name. */
export async function reportJoin(joined: BakedImage, output: Output, effort: BakeEffort) {
  const { outputs, ...report } = await reportImage(joined, output, { ...effort, engine: 'join', bases: [] })
  const { platforms } = joined
  const base = { 'base-name': platforms[0]?.baseName ?? '', 'base-digest': platforms[0]?.baseDigest ?? '' }
  return { ...report, outputs: { ...outputs, platforms: platforms.map(({ platform }) => platform).join(','), ...base } }
}

async function reportImage(baked: BakedImage, { reference }: Output, facts: ImageFacts) {
  const { formatReference, formatRepository } = await import('../../oci/reference.js')
  const { summariseImage } = await import('./bake-summary.js')
  const { digest, unchanged, platforms } = baked
  const image = `${formatRepository(reference)}@${digest}`
  const did = facts.engine === 'join' ? 'Joined' : 'Baked'
  return {
    reason: unchanged ? ('unchanged' as const) : ('done' as const),
    message: unchanged ? `${formatReference(reference)} has this very content already: ${image}` : `${did} ${image}`,
    outputs: { digest, image, unchanged },
    details: { platforms },
    summary: await summariseImage(image, baked, facts),
  }
}

/** A bake that the organisation policy has refused; nothing was written. */
export function declineBake({ rule, message }: BaseRefusal, plan: BakePlan) {
  return {
    reason: 'base-not-approved' as const,
    message,
    outputs: outputsOf(plan),
    details: { rule },
    summary: `### Not baked\n\n${message}\n`,
  }
}

/** What a bake would do: nothing was built, and nothing written. */
export async function reportPlan(
  plan: BakePlan,
  facts: {
    readonly inputs: Readonly<Record<string, unknown>>
    readonly policy: string | undefined
    readonly previous: PreviousImage | undefined
  },
) {
  const { formatReference } = await import('../../oci/reference.js')
  const { summarisePlan } = await import('./bake-summary.js')
  const platforms = plan.platforms.join(', ') || 'no platform of its own'
  const bases = plan.bases.map(({ name, manifestDigest }) => `${name}@${manifestDigest}`)
  const on = bases.length === 0 ? 'on scratch' : `on ${[...new Set(bases)].join(', ')}`
  const approved = facts.policy === undefined ? 'no policy was asked' : 'the policy approves'
  const { reference } = plan.output
  return {
    reason: 'planned' as const,
    message: `The engine ${plan.engine} would bake ${formatReference(reference)} for ${platforms} ${on}; ${approved}`,
    outputs: outputsOf(plan),
    details: { inputs: facts.inputs, bases: plan.bases.map(describeBase), previous: facts.previous?.digest ?? null },
    summary: await summarisePlan(plan, facts),
  }
}

function describeBase({ platform, name, digest, manifestDigest, created }: FoundBase) {
  return { platform, name, digest, manifestDigest, created: created ?? null }
}

/** Of a bake that made nothing. */
function outputsOf({ engine, platforms, matrix, bases }: BakePlan) {
  const first = bases.find(({ use }) => use !== 'read')
  return {
    digest: '',
    image: '',
    unchanged: false,
    engine,
    matrix: JSON.stringify(matrix),
    platforms: platforms.join(','),
    'base-name': first?.name ?? '',
    'base-digest': first?.manifestDigest ?? '',
  }
}
