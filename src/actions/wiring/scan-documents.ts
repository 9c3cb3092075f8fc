import { IngotError } from '../../errors.js'
import type { Image } from '../../image/index.js'
import type { Job } from '../../runner/job.js'
import type { GateDecision, Scan } from '../../scan/index.js'
import { toJson, writeDocument } from './write-document.js'

/** Files to write to; what is not named is not written. */
export interface ScanFiles {
  readonly report: string | undefined
  readonly sarif: string | undefined
  readonly sbom: string | undefined
  readonly attestation: string | undefined
}

export interface ScanResults {
  readonly image: Image
  /** `repository@digest` */
  readonly name: string
  readonly scanned: Scan
  readonly decision: GateDecision
}

/** Every document that was asked for, whatever the gate said. */
export async function writeScanDocuments(
  files: ScanFiles,
  { image, name, scanned, decision }: ScanResults,
  env: Job['env'],
): Promise<void> {
  const room = await import('../../scan/index.js')
  const { formatRepository } = await import('../../oci/reference.js')
  const { findings, packages, distribution, database, startedAt, finishedAt } = scanned
  const repository = formatRepository(image.reference)
  const digest = image.manifestDigest
  const now = documentTime(env.SOURCE_DATE_EPOCH, startedAt)
  const version = room.engineVersion
  const documents: [file: string | undefined, content: () => string | Promise<string>][] = [
    [files.report, () => toJson(room.toReport(findings))],
    [files.sarif, () => toJson(room.toSarif(findings, { image: name, version, decision }))],
    [files.sbom, () => room.toCycloneDx(packages, { repository, digest, now, version, distribution })],
    [files.attestation, () => toJson(room.toVulnsPredicate(findings, { version, database, startedAt, finishedAt }))],
  ]
  for (const [file, content] of documents) {
    if (file !== undefined) await writeDocument(file, await content())
  }
}

/** @see https://reproducible-builds.org/specs/source-date-epoch/ */
function documentTime(epoch: string | undefined, now: Date): Date {
  if (epoch === undefined || epoch === '') return now
  const time = new Date(/^\d{1,12}$/.test(epoch) ? Number(epoch) * 1000 : Number.NaN)
  if (!Number.isNaN(time.getTime())) return time
  throw new IngotError('invalid-input', `SOURCE_DATE_EPOCH is ${JSON.stringify(epoch)}: write seconds since 1970`)
}
