import { IngotError } from '../../errors.js'
import { type Image, loadImage, platformsOf } from '../../image/index.js'
import { type Digest, digestOf, isDigest } from '../../oci/digest.js'
import { encodeJson, formatPlatform, type Index } from '../../oci/manifest.js'
import { annotationKeys, mediaTypes } from '../../oci/media-types.js'
import { formatReference, parseReference, pinned, type Reference } from '../../oci/reference.js'
import type { ImageStore } from '../../oci/store.js'
import { baseAnnotations } from '../base-annotations.js'
import { bringLayers } from '../bring-layers.js'
import { sorted } from '../settings.js'
import { writeBlobs } from '../write-blobs.js'
import { planRebase, type RebasePlan, type RebaseRefusal, refuse } from './plan-rebase.js'

export interface Rebase {
  /** Any platform of the image; when its reference names an index, every platform is rebased. */
  readonly image: Image
  /** Any platform of the new base. */
  readonly base: Image
  /** As the user wrote the new base, without a digest. */
  readonly baseName: string
  readonly output: ImageStore
  readonly tags: readonly string[]
  /** The store of a repository: where the old base is. */
  readonly open: (reference: Reference) => ImageStore
  /** Plan and prove, write nothing. */
  readonly dryRun: boolean
  readonly log?: (line: string) => void
  readonly signal?: AbortSignal | undefined
}

export type RebaseResult =
  | RebaseRefusal
  | {
      readonly kind: 'unchanged' | 'rebased' | 'planned'
      readonly digest: Digest
      /** The base's manifest digests, a platform each: before and after. */
      readonly bases: readonly { platform: string; from: Digest; to: Digest }[]
    }

interface Step {
  readonly platform: string
  readonly image: Image
  readonly newBase: Image
  readonly from: Digest
  readonly plan: RebasePlan
}

/**
 * Replaces an image's base layers by those of a newer base. The new base's layers are mounted, the application's stay where
 * they are: only a config and a manifest a platform are written. The old base is found by the image's own annotations.
 *
 * @throws IngotError what the stores throw; a refusal is returned
 */
export async function rebaseImage(rebase: Rebase): Promise<RebaseResult> {
  const steps: Step[] = []
  for (const platform of platformsOf(rebase.image)) {
    const step = await planPlatform(rebase, platform)
    if ('kind' in step) return step
    steps.push(step)
  }
  const bases = steps.map(({ platform, from, newBase }) => ({ platform, from, to: newBase.manifestDigest }))
  if (bases.every(({ from, to }) => from === to)) return { kind: 'unchanged', digest: rebase.image.digest, bases }
  const top = topOf(rebase, steps)
  if (rebase.dryRun) return { kind: 'planned', digest: digestOf(top.bytes), bases }
  for (const step of steps) await carryOut(rebase, step)
  const call = { ...callOf(rebase), tags: rebase.tags }
  const { digest } = await rebase.output.writeManifest(top.bytes, top.mediaType, call)
  return { kind: 'rebased', digest, bases }
}

async function planPlatform(rebase: Rebase, platform: string): Promise<Step | RebaseRefusal> {
  const { base, baseName, signal } = rebase
  const image = await ofPlatform(rebase.image, platform, signal)
  const [newBase, oldBase] = await Promise.all([ofPlatform(base, platform, signal), findOldBase(rebase, image)])
  if ('kind' in oldBase) return oldBase
  const plan = planRebase({ image, oldBase, newBase, baseName })
  if (plan.kind === 'refuse') return plan
  return { platform, image, newBase, from: oldBase.manifestDigest, plan }
}

async function ofPlatform(image: Image, platform: string, signal: AbortSignal | undefined): Promise<Image> {
  if (formatPlatform(image.config) === platform) return image
  return loadImage(image.store, image.reference, { platform, signal })
}

/** The base that the image says it was built on. */
async function findOldBase(rebase: Rebase, image: Image): Promise<Image | RebaseRefusal> {
  const { [annotationKeys.baseName]: name, [annotationKeys.baseDigest]: digest } = image.manifest.annotations ?? {}
  if (name === undefined || digest === undefined || !isDigest(digest)) {
    const why = `the image does not record its base: the annotations ${annotationKeys.baseName} and ${annotationKeys.baseDigest} are needed`
    return refuse('base-known', why)
  }
  // Nothing to load when it is the very base that is given.
  if (rebase.base.manifestDigest === digest) return rebase.base
  const reference = pinned(parseReference(name), digest)
  try {
    return await loadImage(rebase.open(reference), reference, { signal: rebase.signal })
  } catch (error) {
    if (!(error instanceof IngotError) || error.reason !== 'not-found') throw error
    return refuse(
      'base-available',
      `its old base ${formatReference(reference)} is gone, so its layers cannot be told apart`,
    )
  }
}

async function carryOut(rebase: Rebase, { image, newBase, plan }: Step): Promise<void> {
  const { output, signal } = rebase
  const log = rebase.log ?? (() => undefined)
  const call = callOf(rebase)
  // Side by side: over a network the depth of round trips decides, not their number.
  await Promise.all([
    bringLayers(plan.baseLayers, newBase.store, output, { ...call, log, what: 'base layer' }),
    bringLayers(plan.applicationLayers, image.store, output, { ...call, log, what: 'layer' }),
    writeBlobs(output, [{ descriptor: plan.config, bytes: plan.configBytes }], signal),
  ])
  if (rebase.image.index !== undefined) await output.writeManifest(plan.manifestBytes, mediaTypes.manifest, call)
}

/** What the tags are to name: the manifest, or a new index. Attestations of the old image are not carried over. */
function topOf({ image, baseName }: Rebase, steps: readonly Step[]): { bytes: Buffer; mediaType: string } {
  const [first] = steps
  if (image.index === undefined && first !== undefined) {
    return { bytes: first.plan.manifestBytes, mediaType: mediaTypes.manifest }
  }
  const index: Index = {
    schemaVersion: 2,
    mediaType: mediaTypes.index,
    manifests: steps.map(({ plan, image: { config } }) => {
      const { architecture, os, variant } = config
      return { ...plan.manifest, platform: { architecture, os, ...(variant !== undefined && { variant }) } }
    }),
    annotations: sorted({ ...image.index?.annotations, ...baseAnnotations(baseName, undefined) }),
  }
  return { bytes: encodeJson(index), mediaType: mediaTypes.index }
}

function callOf({ signal }: Rebase) {
  return signal === undefined ? {} : { signal }
}
