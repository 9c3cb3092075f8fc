import type { BuildReason, RebaseResult, Rebaser } from '../../bake/index.js'
import type { Digest } from '../../oci/digest.js'
import { formatReference, formatRepository } from '../../oci/reference.js'
import type { Job } from '../../runner/job.js'
import { rebaseFleet } from './rebase-fleet.js'
import { entryOf, type FleetEntry, isBad, reportFleet } from './rebase-fleet-report.js'
import { describePlan } from './rebase-plan.js'
import { isRefused, type RebaseFacts, reportRebase } from './rebase-report.js'
import type { GivenTarget } from './rebase-targets.js'

/** What of the inputs matters once it is known what is to be rebased. */
export interface RebaseRun {
  readonly base: string
  readonly 'old-base': string | undefined
  readonly provenance: string | undefined
  readonly report: string | undefined
  readonly reason: BuildReason
  readonly baseName: string
  readonly traffic: () => RebaseFacts['traffic']
}

/** One image: its outputs are the action's. */
export async function rebaseOne(rebaser: Rebaser, target: GivenTarget, run: RebaseRun, job: Job) {
  const result = await rebaser.rebase(target)
  const facts = factsOf(target, result, run, await rebaser.baseDigest())
  if (result.kind === 'planned') for (const line of await describePlan(result, facts.repository)) job.log(line)
  tellDropped(result, target, job)
  if (run.provenance !== undefined) await writeProvenance(run.provenance, target, result, run, job)
  const entry = entryOf(target, result, facts)
  await writeReport([entry], run)
  return reportRebase(result, { ...facts, traffic: run.traffic() }, JSON.stringify([entry]))
}

/** Many images: what became of each is listed, and the worst is what the run came to. */
export async function rebaseMany(rebaser: Rebaser, targets: readonly GivenTarget[], run: RebaseRun, job: Job) {
  const baseDigest = await rebaser.baseDigest()
  const entries = new Map<GivenTarget, FleetEntry>()
  await rebaseFleet(rebaser, targets, job, async (target, outcome) => {
    const facts = factsOf(target, outcome, run, baseDigest)
    const entry = entryOf(target, outcome, facts)
    entries.set(target, entry)
    if (isBad(entry)) job.log(`${target.written}: ${entry.message}`)
    if (outcome.kind === 'failed') return
    tellDropped(outcome, target, job)
    if (run.provenance === undefined || outcome.kind !== 'rebased') return
    await writeProvenance(`${run.provenance}/${outcome.digest.slice('sha256:'.length)}.json`, target, outcome, run, job)
  })
  const inOrder = targets.flatMap((target) => entries.get(target) ?? [])
  await writeReport(inOrder, run)
  return reportFleet(inOrder, { baseName: run.baseName, baseDigest, traffic: run.traffic() })
}

function factsOf(target: GivenTarget, { kind }: { kind: string }, { baseName }: RebaseRun, baseDigest: Digest) {
  const repository = formatRepository(kind === 'unchanged' ? target.image : target.output)
  return { image: target.written, baseName, baseDigest, repository }
}

function tellDropped(result: RebaseResult, { written }: GivenTarget, { log }: Job): void {
  if (isRefused(result) || result.kind !== 'rebased' || result.dropped === 0) return
  log(
    `${written}: attestations in the old index that were left out, since they speak of the old image: ${result.dropped}`,
  )
}

async function writeProvenance(file: string, target: GivenTarget, result: RebaseResult, run: RebaseRun, job: Job) {
  if (isRefused(result) || result.kind !== 'rebased') return
  const { writeRebaseProvenance } = await import('./rebase-provenance.js')
  const { base, reason, 'old-base': oldBase } = run
  const output = formatReference({ ...target.output, ...(target.tags[0] !== undefined && { tag: target.tags[0] }) })
  await writeRebaseProvenance(file, { image: target.written, base, oldBase, output, reason }, result, job.env)
}

async function writeReport(entries: readonly FleetEntry[], { report }: RebaseRun): Promise<void> {
  if (report === undefined) return
  const { toJson, writeDocument } = await import('./write-document.js')
  await writeDocument(report, toJson(entries))
}
