import type { RebasedPlatform, RebaseResult } from '../../bake/index.js'
import type { Reason } from '../../errors.js'
import type { Digest } from '../../oci/digest.js'
import type { Rebased } from './rebase-plan.js'
import { describePlan } from './rebase-plan.js'

export interface RebaseFacts {
  /** As it was written. */
  readonly image: string
  /** Without a digest. */
  readonly baseName: string
  readonly baseDigest: Digest
  /** Where the resulting digest is. */
  readonly repository: string
  readonly traffic: { readonly requests: number; readonly 'bytes-sent': number }
}

const reasons = {
  ...{ unchanged: 'unchanged', planned: 'planned', rebased: 'done' },
  ...{ refuse: 'rebase-refused', unapproved: 'base-not-approved' },
} as const satisfies Record<RebaseResult['kind'], Reason>

export function reasonOf({ kind }: RebaseResult): Reason {
  return reasons[kind]
}

/** One sentence, with what to do where it was refused. */
export function messageOf(result: RebaseResult, { image, baseName, repository }: Omit<RebaseFacts, 'traffic'>): string {
  switch (result.kind) {
    case 'unapproved':
      return result.why
    case 'refuse': {
      const rule = result.platform === undefined ? result.rule : `${result.rule}, ${result.platform}`
      return `Cannot rebase ${image} on ${baseName} (rule ${rule}): ${result.why}. ${result.advice}`
    }
    case 'unchanged':
      return `${image} is on this very base already; nothing was written`
    case 'planned':
      return `${image} can be rebased on ${baseName}: it would become ${result.digest}`
    case 'rebased':
      return `Rebased ${image} on ${baseName}: ${repository}@${result.digest}`
  }
}

export function isRefused(result: RebaseResult): result is Exclude<RebaseResult, Rebased> {
  return result.kind === 'refuse' || result.kind === 'unapproved'
}

/** The outcome of one rebase in the words of the action: reason, message, outputs and the job summary. */
export async function reportRebase(result: RebaseResult, facts: RebaseFacts, results: string) {
  const { baseName, baseDigest, repository, traffic } = facts
  const reason = reasonOf(result)
  const message = messageOf(result, facts)
  const common = { reason, results, 'base-name': baseName }
  if (isRefused(result)) {
    const details = { rule: result.rule, ...('platform' in result && { platform: result.platform }) }
    const outputs = { digest: '', image: '', ...common, 'base-digest': baseDigest, ...traffic }
    return { reason, message, outputs, details, summary: `### Not rebased\n\n${message}\n` }
  }
  const image = `${repository}@${result.digest}`
  const to = result.platforms[0]?.to ?? baseDigest
  const outputs = { digest: result.digest, image, ...common, 'base-digest': to, ...traffic }
  const plan = result.kind === 'planned' ? `\n${(await describePlan(result, repository)).join('\n')}\n` : ''
  const summary = `### Rebase: ${reason}\n\n${message}\n${await tableOf(result.platforms, traffic)}${plan}`
  const bases = result.platforms.map(({ platform, from, to }) => ({ platform, from, to }))
  const planned = result.kind === 'planned' && {
    plan: result.platforms.map(({ platform, work }) => ({ platform, ...work })),
  }
  return { reason, message, outputs, details: { bases, dropped: result.dropped, ...planned }, summary }
}

async function tableOf(platforms: readonly RebasedPlatform[], traffic: RebaseFacts['traffic']): Promise<string> {
  const { formatBytes } = await import('../../oci/bytes.js')
  const { shortDigest } = await import('../../oci/digest.js')
  const rows = platforms.map(
    ({ platform, from, to }) => `| ${platform} | \`${shortDigest(from)}\` | \`${shortDigest(to)}\` |`,
  )
  const table = `| platform | base before | base after |\n|---|---|---|\n${rows.join('\n')}\n`
  return `\n${table}\n${traffic.requests} requests, ${formatBytes(traffic['bytes-sent'])} sent\n`
}
