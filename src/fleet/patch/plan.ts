import type { Release } from '../../ledger/index.js'
import { type Digest, shortDigest } from '../../oci/digest.js'
import type { FixableFinding, Observations } from './observe.js'
import type { Running } from './running.js'

/** `base`: the base image has moved; `cve`: a finding at the gate has a fix; `age`: the release is older than allowed. */
export type PatchReason = 'base' | 'cve' | 'age'

export interface PatchRules {
  /** The reasons that count. */
  readonly rebuildOn: readonly PatchReason[]
  /** From publication, in milliseconds; without it nothing is too old. */
  readonly maximumAgeMilliseconds?: number
}

/** A base that the organisation policy has revoked. */
export interface RevokedBase {
  readonly digest: string
  readonly reason: string
  /** What to build on instead. */
  readonly replacement?: string | undefined
}

export interface PatchInput {
  readonly running: readonly Running[]
  /** All releases of the ledger, oldest first: what has been rebuilt already is among them. */
  readonly releases: readonly Release[]
  readonly observations: Observations
  readonly rules: PatchRules
  /** Bases that no image may stay on; their own name is no way out while it still means them. */
  readonly revoked?: readonly RevokedBase[]
  readonly now: Date
}

/** A running release that needs a rebuild. */
export interface PatchNeed {
  readonly environment: string
  readonly release: Release
  /** At least one; the first is the main one. */
  readonly reasons: readonly PatchReason[]
  /** What the base's name means now, when that is not what the release was built on. */
  readonly to: Digest | null
  /** That the base it was built on is revoked. */
  readonly revoked: RevokedBase | null
  readonly findings: readonly FixableFinding[]
  /** One sentence a reason. */
  readonly detail: string
}

/** A need that a newer release has met already: it only has to be promoted. */
export interface PendingPatch extends PatchNeed {
  readonly successor: Release
  readonly isQuarantined: boolean
}

/** What could not be found out: neither a need nor its absence. */
export interface UnknownPatch {
  readonly environment: string
  readonly release: Release
  readonly why: string
}

export interface PatchPlan {
  readonly needed: readonly PatchNeed[]
  readonly pending: readonly PendingPatch[]
  readonly unknown: readonly UnknownPatch[]
}

/**
 * Which running releases need a rebuild, and why. Pure.
 *
 * A base that is revoked needs a rebuild whatever else counts. It does not loop: a need is met by a newer release on today's base, so that each digest is rebuilt once for each base
 * digest. A newer release that has not become stable (still rolling out, undone, or rolled back by a person) is pending.
 */
export function planPatch(input: PatchInput): PatchPlan {
  const needed: PatchNeed[] = []
  const pending: PendingPatch[] = []
  const unknown: UnknownPatch[] = []
  for (const running of input.running) {
    const { environment, release } = running
    for (const why of unanswered(release, input)) unknown.push({ environment, release, why })
    const need = needOf(running, input)
    if (need === undefined) continue
    const successor = successorOf(need, input)
    if (successor === undefined) needed.push(need)
    else pending.push({ ...need, successor, isQuarantined: running.quarantine.includes(successor.digest) })
  }
  return { needed, pending, unknown }
}

function needOf(
  { environment, release }: Running,
  { observations, rules, now, revoked: list = [] }: PatchInput,
): PatchNeed | undefined {
  const to = movedTo(release, observations)
  const revoked = list.find(({ digest }) => digest === release.base?.digest) ?? null
  const findings = rules.rebuildOn.includes('cve') ? findingsOf(release, observations) : []
  const days = daysOver(release, rules, now)
  const sentences: readonly (readonly [PatchReason, string] | false)[] = [
    revoked !== null && (['base', describeRevoked(release, revoked, to)] as const),
    rules.rebuildOn.includes('base') && to !== null && (['base', describeMove(release, to)] as const),
    findings.length > 0 && (['cve', describeFindings(findings, to)] as const),
    rules.rebuildOn.includes('age') && days !== null && (['age', days] as const),
  ]
  const given = sentences.filter((sentence) => sentence !== false)
  if (given.length === 0) return undefined
  const reasons = [...new Set(given.map(([reason]) => reason))]
  return {
    environment,
    release,
    reasons,
    to,
    revoked,
    findings,
    detail: given.map(([, sentence]) => sentence).join('; '),
  }
}

/**
 * A newer release of the same app that meets the need. For age alone any that is young enough does; else it has to be on the base as it is today,
 * and when a finding is the only reason, it has to have been built for that: being newer is no answer to it.
 */
function successorOf(
  { release, to, reasons, revoked }: PatchNeed,
  { releases, rules, now, revoked: list = [] }: PatchInput,
): Release | undefined {
  const base = to ?? release.base?.digest
  const isMet = (other: Release) => {
    if (revoked !== null && to === null) {
      return other.base !== null && !list.some(({ digest }) => digest === other.base?.digest)
    }
    if (reasons[0] === 'age') return daysOver(other, rules, now) === null
    return other.base?.digest === base && (to !== null || other.reason === 'cve')
  }
  return releases.findLast(
    (other) =>
      other.app === release.app &&
      other.digest !== release.digest &&
      Date.parse(other.publishedAt) > Date.parse(release.publishedAt) &&
      isMet(other),
  )
}

function unanswered(release: Release, { observations, rules }: PatchInput): string[] {
  const base = observations.baseOf(release)
  const findings = observations.findingsOf(release)
  const reasons: string[] = []
  if (rules.rebuildOn.includes('base')) {
    if (release.base === null) reasons.push('its base is not recorded, so nobody can tell whether it has moved')
    else if (base !== undefined && 'why' in base) reasons.push(`its base cannot be looked up: ${base.why}`)
  }
  if (rules.rebuildOn.includes('cve') && findings !== undefined && 'why' in findings) {
    reasons.push(`it cannot be scanned: ${findings.why}`)
  }
  return reasons
}

function movedTo(release: Release, observations: Observations): Digest | null {
  const base = observations.baseOf(release)
  const isMoved = base !== undefined && 'digest' in base && base.digest !== release.base?.digest
  return isMoved ? base.digest : null
}

function findingsOf(release: Release, observations: Observations): readonly FixableFinding[] {
  const findings = observations.findingsOf(release)
  if (findings === undefined || 'why' in findings) return []
  return findings.filter(({ fixedVersion }) => fixedVersion !== null)
}

function describeMove({ base }: Release, to: Digest): string {
  const from = base === null ? 'nothing' : shortDigest(base.digest)
  return `the base ${base?.name} has moved from ${from} to ${shortDigest(to)}`
}

function describeRevoked({ base }: Release, { reason, replacement }: RevokedBase, to: Digest | null): string {
  const said = `the base ${base?.name} is revoked: ${reason}`
  if (to !== null) return said
  const move =
    replacement === undefined ? 'its name still means it: move that to a good one first' : `${replacement} replaces it`
  return `${said}; ${move}`
}

const shownFindings = 3

function describeFindings(findings: readonly FixableFinding[], to: Digest | null): string {
  const shown = findings
    .slice(0, shownFindings)
    .map((one) => `${one.id} (${one.severity}) in ${one.package} ${one.version} is fixed in ${one.fixedVersion}`)
  const more = findings.length > shownFindings ? [`and ${findings.length - shownFindings} more`] : []
  const waits = to === null && findings.every(({ origin }) => origin === 'base')
  const advice = waits ? ['all in the base, which has not moved: rebuild the golden image first'] : []
  return [...shown, ...more, ...advice].join(', ')
}

const dayMilliseconds = 24 * 60 * 60 * 1000

function daysOver({ publishedAt }: Release, { maximumAgeMilliseconds }: PatchRules, now: Date): string | null {
  const age = now.getTime() - Date.parse(publishedAt)
  if (maximumAgeMilliseconds === undefined || age <= maximumAgeMilliseconds) return null
  const days = (milliseconds: number) => Math.floor(milliseconds / dayMilliseconds)
  return `it was published ${days(age)} days ago, ${days(maximumAgeMilliseconds)} are allowed`
}
