import type { RebaseResult } from '../../bake/index.js'
import type { Reason } from '../../errors.js'
import type { Image } from '../../image/index.js'
import type { BaseRefusal } from './approve-base.js'

interface Traffic {
  readonly requests: number
  readonly 'bytes-sent': number
}

type Rebased = Exclude<RebaseResult, { kind: 'refuse' }>

/** The outcome of a rebase in the words of the action: reason, message, outputs and the job summary. */
export async function reportRebase(
  result: RebaseResult,
  facts: {
    readonly image: string
    readonly base: Image
    readonly baseName: string
    /** Where the resulting digest is. */
    readonly repository: string
    readonly traffic: Traffic
  },
) {
  const { image, baseName, repository, traffic } = facts
  const refused = result.kind === 'refuse'
  const reason: Reason = refused ? 'rebase-refused' : reasons[result.kind]
  const message = refused
    ? `Cannot rebase ${image} on ${baseName} (rule ${result.rule}): ${result.why}. ${result.advice}`
    : messageOf(result, facts)
  const outputs = {
    digest: refused ? '' : result.digest,
    image: refused ? '' : `${repository}@${result.digest}`,
    reason,
    'base-name': baseName,
    'base-digest': refused ? facts.base.manifestDigest : (result.bases[0]?.to ?? facts.base.manifestDigest),
    ...traffic,
  }
  const details = refused ? { rule: result.rule } : { bases: result.bases }
  const heading = refused ? '### Not rebased' : `### Rebase: ${reason}`
  const table = refused ? '' : await tableOf(result, traffic)
  return { reason, message, outputs, details, summary: `${heading}\n\n${message}\n${table}` }
}

/** A rebase onto a base that the organisation policy has refused; nothing was written. */
export function declineRebase({ rule, message }: BaseRefusal, base: Image, baseName: string, traffic: Traffic) {
  const reason = 'base-not-approved' as const
  return {
    reason,
    message,
    outputs: { digest: '', image: '', reason, 'base-name': baseName, 'base-digest': base.manifestDigest, ...traffic },
    details: { rule },
    summary: `### Not rebased\n\n${message}\n`,
  }
}

const reasons = { unchanged: 'unchanged', planned: 'planned', rebased: 'done' } as const

function messageOf(
  result: Rebased,
  { image, baseName, repository }: { image: string; baseName: string; repository: string },
) {
  switch (result.kind) {
    case 'unchanged':
      return `${image} is on this very base already; nothing was written`
    case 'planned':
      return `${image} can be rebased on ${baseName}: it would become ${result.digest}`
    case 'rebased':
      return `Rebased ${image} on ${baseName}: ${repository}@${result.digest}`
  }
}

async function tableOf({ bases }: Rebased, traffic: Traffic): Promise<string> {
  const { formatBytes } = await import('../../bake/index.js')
  const { shortDigest } = await import('../../oci/digest.js')
  const rows = bases.map(
    ({ platform, from, to }) => `| ${platform} | \`${shortDigest(from)}\` | \`${shortDigest(to)}\` |`,
  )
  const table = `| platform | base before | base after |\n|---|---|---|\n${rows.join('\n')}\n`
  return `\n${table}\n${traffic.requests} requests, ${formatBytes(traffic['bytes-sent'])} sent\n`
}
