import { shortDigest } from '../../oci/digest.js'
import type { PatchNeed, PatchPlan } from './plan.js'

/** One need as scripts read it; the report is an array of these. */
export interface PatchEntry {
  readonly app: string
  readonly environment: string
  /** `repository@digest` */
  readonly image: string
  readonly version: string
  /** The main reason; all of them are in `reasons`. */
  readonly reason: string
  readonly reasons: readonly string[]
  /** Digest of the base that it was built on; empty when it is not recorded. */
  readonly from: string
  /** Digest that the base's name has now; empty when it has not moved. */
  readonly to: string
  readonly detail: string
  readonly findings: readonly string[]
}

/** One image to rebuild, however many environments run it: the row of a workflow's matrix. */
export interface RebuildEntry {
  readonly app: string
  readonly image: string
  /** The base's name, to build on again. */
  readonly base: string
  /** A tag for the new image: the version, and which base it moves to or which digest it replaces. */
  readonly tag: string
  readonly reason: string
  /** The image, when its base alone has moved and it may be rebased; empty when it is to be baked anew. */
  readonly rebase: string
}

export function toEntries(needs: readonly PatchNeed[]): PatchEntry[] {
  return needs.map(({ environment, release, reasons, to, findings, detail }) => ({
    app: release.app,
    environment,
    image: release.image,
    version: release.version,
    reason: reasons[0] ?? '',
    reasons,
    from: release.base?.digest ?? '',
    to: to ?? '',
    detail,
    findings: findings.map(({ id }) => id),
  }))
}

/**
 * Only images that there is something to build on for: a recorded base, and one that may be used. A moved base needs nothing
 * but a rebase, where that may be; a fix in the application's own packages, or mere age, needs a new build.
 */
export function toRebuilds(needs: readonly PatchNeed[], mayRebase: boolean): RebuildEntry[] {
  const rebuilds = new Map<string, RebuildEntry>()
  for (const { release, reasons, to, revoked } of needs) {
    const { app, image, version, base, digest } = release
    const onto = revoked !== null && to === null ? revoked.replacement : base?.name
    if (base === null || onto === undefined) continue
    const main = reasons[0] ?? 'base'
    const tag = tagOf(
      version,
      main === 'base' && to !== null ? `base.${shortDigest(to)}` : `${main}.${shortDigest(digest)}`,
    )
    const rebase = main === 'base' && mayRebase ? image : ''
    rebuilds.set(`${app} ${digest}`, { app, image, base: onto, tag, reason: main, rebase })
  }
  return [...rebuilds.values()]
}

/** The version without what an earlier patch put behind it, then this patch; as a tag may be written. */
function tagOf(version: string, patch: string): string {
  const own = version.replace(/-(?:base|cve|age)\.[a-f0-9]{12}$/, '').replace(/[^A-Za-z0-9._-]/g, '-')
  return `${own.replace(/^[.-]+/, '').slice(0, 100) || 'patch'}-${patch}`
}

/** The plan as Markdown. */
export function summarisePatch({ needed, pending, unknown }: PatchPlan): string {
  const headings = '| App | Environment | Version | Why |\n|---|---|---|---|\n'
  const row = (need: Pick<PatchNeed, 'release' | 'environment'>, why: string) =>
    `| ${cell(need.release.app)} | ${cell(need.environment)} | ${cell(need.release.version)} | ${cell(why)} |\n`
  const table = (title: string, rows: readonly string[]) =>
    rows.length === 0 ? '' : `\n#### ${title}\n\n${headings}${rows.join('')}`
  const needs = needed.map((need) => row(need, `**${need.reasons.join(', ')}**: ${need.detail}`))
  const waits = pending.map((need) => {
    const { version } = need.successor
    return row(
      need,
      need.isQuarantined ? `${version} meets it, and is quarantined here` : `${version} waits to be promoted`,
    )
  })
  const lead = needed.length === 0 ? 'No running image needs a rebuild.\n' : `${headings}${needs.join('')}`
  return [
    `### Patch\n\n${lead}`,
    table('Rebuilt already', waits),
    table(
      'Could not be found out',
      unknown.map((one) => row(one, one.why)),
    ),
  ].join('')
}

function cell(text: string): string {
  return text.replace(/\|/g, '\\|').replace(/\s+/g, ' ')
}
