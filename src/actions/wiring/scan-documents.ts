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
  /** Default: when the scan began. */
  readonly documentTime: Date | undefined
}

/** Every document that was asked for, whatever the gate said. */
export async function writeScanDocuments(
  files: ScanFiles,
  { image, name, scanned, decision, documentTime }: ScanResults,
): Promise<void> {
  const room = await import('../../scan/index.js')
  const { formatRepository } = await import('../../oci/reference.js')
  const { findings, packages, distribution, database, startedAt, finishedAt } = scanned
  const repository = formatRepository(image.reference)
  const digest = image.manifestDigest
  const now = documentTime ?? startedAt
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

/**
 * When the documents say that they were made: SOURCE_DATE_EPOCH, read as `bake` reads it; undefined when it is not set.
 *
 * @throws IngotError `invalid-input` when it is not seconds since 1970
 */
export async function readDocumentTime(env: Job['env']): Promise<Date | undefined> {
  if (!env.SOURCE_DATE_EPOCH) return undefined
  const { readEpoch } = await import('../../bake/epoch.js')
  return new Date(readEpoch(env) * 1000)
}
