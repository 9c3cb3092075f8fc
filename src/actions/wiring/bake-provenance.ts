import { isAbsolute, relative } from 'node:path'
import type { BuildReason, ImageSettings, PlatformBase } from '../../bake/index.js'
import type { Job } from '../../runner/job.js'
import { toJson, writeDocument } from './write-document.js'

/** Says out of what, with which settings and why an image was baked, where the signing job finds it. */
export async function writeBakeProvenance(
  file: string,
  given: { readonly reason: BuildReason; readonly source: string | undefined; readonly revision: string | undefined },
  request: {
    readonly base: string
    readonly baseName: string | undefined
    readonly add: readonly string[]
    readonly settings: ImageSettings
    readonly annotations: Readonly<Record<string, string>>
    readonly platforms: readonly PlatformBase[]
    readonly epochSeconds: number
  },
  env: Job['env'],
): Promise<void> {
  const { provenancePredicate } = await import('../../bake/index.js')
  const { base, baseName = '', add, settings, annotations, platforms, epochSeconds } = request
  const platformNames = platforms.map((one) => one.platform)
  const inputs = { base, add: add.map(fromHere), ...settings, annotations, platforms: platformNames, epochSeconds }
  const images = platforms.flatMap(({ image }) => (image ? [{ name: baseName, digest: image.manifestDigest }] : []))
  const source = { url: given.source, revision: given.revision }
  const predicate = provenancePredicate({ engine: 'layers', reason: given.reason, inputs, images, source, env })
  await writeDocument(file, toJson(predicate))
}

/** What lies below the working directory is named from there: the same build on another machine is the same provenance. */
function fromHere(addition: string): string {
  const colon = addition.lastIndexOf(':/')
  const source = addition.slice(0, colon)
  const near = relative(process.cwd(), source)
  const isBelow = isAbsolute(source) && near !== '' && !near.startsWith('..')
  return isBelow ? `${near}${addition.slice(colon)}` : addition
}
