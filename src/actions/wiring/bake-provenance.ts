import type { BuildReason, Engine, FoundBase } from '../../bake/index.js'
import type { Job } from '../../runner/job.js'
import { toJson, writeDocument } from './write-document.js'

/** Says out of what, with which settings and why an image was baked, where the signing job finds it. */
export async function writeBakeProvenance(
  file: string,
  facts: {
    readonly engine: Engine
    readonly reason: BuildReason
    readonly inputs: Readonly<Record<string, unknown>>
    readonly bases: readonly FoundBase[]
    readonly source: string | undefined
    readonly revision: string | undefined
  },
  env: Job['env'],
): Promise<void> {
  const { provenancePredicate } = await import('../../bake/index.js')
  const { engine, reason, inputs, bases } = facts
  const images = bases.map(({ name, manifestDigest }) => ({ name, digest: manifestDigest }))
  const source = { url: facts.source, revision: facts.revision }
  await writeDocument(file, toJson(provenancePredicate({ engine, reason, inputs, images, source, env })))
}
