import type { BakedImage, BakedReport, BuildReason, Engine, FoundBase, JoinedReport } from '../../bake/index.js'
import { IngotError } from '../../errors.js'
import type { Job } from '../../runner/job.js'
import { toJson, writeDocument } from './write-document.js'

export interface BakeFacts {
  readonly engine: Engine
  readonly reason: BuildReason
  readonly inputs: Readonly<Record<string, unknown>>
  readonly bases: readonly FoundBase[]
  readonly source: string | undefined
  readonly revision: string | undefined
}

/** What was baked and out of what: the provenance for the signing job, and the report for the one that joins platforms. */
export async function writeBakeDocuments(
  files: { readonly provenance: string | undefined; readonly report: string | undefined },
  facts: BakeFacts,
  baked: BakedImage,
  env: Job['env'],
): Promise<void> {
  const report = reportOf(facts, baked)
  // Of an image that was kept, the provenance is what it was when it was made; this build's would be about another commit.
  const isOwn = !baked.unchanged || baked.reproduced === true
  if (files.provenance !== undefined && isOwn) await writeReportedProvenance(files.provenance, report, env)
  if (files.report !== undefined) await writeDocument(files.report, toJson(report))
}

/** Says out of what, with which settings and why an image was baked, where the signing job finds it. */
export async function writeReportedProvenance(
  file: string,
  report: BakedReport | JoinedReport,
  env: Job['env'],
): Promise<void> {
  const { provenancePredicate } = await import('../../bake/index.js')
  const { engine, reason, inputs, source } = report
  const images = report.bases.map(({ name, manifestDigest }) => ({ name, digest: manifestDigest }))
  const distinct = [...new Map(images.map((image) => [`${image.name}@${image.digest}`, image])).values()]
  await writeDocument(file, toJson(provenancePredicate({ engine, reason, inputs, images: distinct, source, env })))
}

/** The reports in files, and in the JSON files of directories, in order of their names. */
export async function readReports(paths: readonly string[]): Promise<BakedReport[]> {
  const { maximumReportBytes, parseReport } = await import('../../bake/index.js')
  const { readFile, stat } = await import('node:fs/promises')
  const files = (await Promise.all(paths.map(filesIn))).flat()
  return Promise.all(
    files.map(async (file) => {
      const { size } = await stat(file)
      if (size > maximumReportBytes) throw new IngotError('size-exceeded', `The report ${file} is larger than 1 MiB`)
      return parseReport(await readFile(file, 'utf8'), file)
    }),
  )
}

async function filesIn(path: string): Promise<string[]> {
  const { readdir, stat } = await import('node:fs/promises')
  const { join } = await import('node:path')
  const found = await stat(path).catch((cause: Error) => {
    throw new IngotError('not-found', `There is no report of a bake at ${path}: ${cause.message}`, { cause })
  })
  if (!found.isDirectory()) return [path]
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  const reports = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
  return reports.map((entry) => join(entry.parentPath ?? entry.path, entry.name)).sort()
}

function reportOf({ engine, reason, inputs, bases, source, revision }: BakeFacts, baked: BakedImage): BakedReport {
  return {
    schemaVersion: 1,
    engine,
    reason,
    inputs,
    digest: baked.digest,
    platforms: baked.platforms.map(({ platform, digest }) => ({ platform, digest })),
    bases: bases.map(({ platform, name, digest, manifestDigest }) => ({ platform, name, digest, manifestDigest })),
    source: { ...(source !== undefined && { url: source }), ...(revision !== undefined && { revision }) },
  }
}
