import type { Digest } from '../../oci/digest.js'
import { formatPlatform, type Platform } from '../../oci/manifest.js'
import { annotationKeys } from '../../oci/media-types.js'
import { isRealPlatform } from '../../oci/platform.js'
import { formatReference, type Reference } from '../../oci/reference.js'
import type { CallOptions, ImageStore } from '../../oci/store.js'
import { Bases, type NamedBase } from './bases.js'
import { planRebase, refuseEarly } from './plan-rebase.js'
import { type ImagePart, type OpenedImage, readImage } from './read-image.js'
import { type RebaseRefusal, refuse } from './rules.js'
import { type OpenedSide, whole } from './side.js'
import type { RebasedPlatform, RebaseResult, RebaseSettings, RebaseTarget, Step, Unapproved } from './types.js'
import { RebaseWriter } from './write.js'

/**
 * Replaces the base layers of images by those of a newer base. The new base's layers are mounted, the application's stay where
 * they are: only a config and a manifest a platform are written. What many images share, bases above all, is read and mounted once.
 */
export class Rebaser {
  readonly #settings: RebaseSettings
  readonly #call: CallOptions
  readonly #bases: Bases
  readonly #writer: RebaseWriter

  constructor(settings: RebaseSettings) {
    this.#settings = settings
    this.#call = settings.signal === undefined ? {} : { signal: settings.signal }
    this.#bases = new Bases(settings.open, this.#call)
    this.#writer = new RebaseWriter(settings)
  }

  /** The new base. @throws IngotError `not-found` */
  base(): Promise<NamedBase> {
    return this.#bases.read(this.#settings.base)
  }

  /** Of the new base's manifest; of its first platform when there are several. */
  async baseDigest(): Promise<Digest> {
    const { content, digest } = await this.base()
    if ('only' in content) return content.only.manifestDigest
    return content.index.manifests.find(({ platform }) => isRealPlatform(platform))?.digest ?? digest
  }

  /** @throws IngotError what the stores throw; a refusal is returned, and leaves nothing behind */
  async rebase(target: RebaseTarget): Promise<RebaseResult> {
    const { open, dryRun } = this.#settings
    const [image, base] = await Promise.all([readImage(open(target.image), target.image, this.#call), this.base()])
    const output = open(target.output)
    const writing = this.#writer.begin(output)
    try {
      const proved = await settle(image.parts.map((part) => this.#prove(part, image, base, target, writing.expect)))
      const refusal = proved.find((one) => one.kind !== 'step')
      if (refusal !== undefined) return refusal
      const steps = proved.filter((one) => one.kind === 'step')
      const result = {
        image: image.digest,
        platforms: steps.map((step) => describe(step, output)),
        dropped: image.dropped.length,
      }
      if (steps.every(({ plan }) => plan === undefined)) return { kind: 'unchanged', digest: image.digest, ...result }
      const top = this.#writer.topOf(image, base, nameOf(this.#settings.base), steps)
      if (dryRun) return { kind: 'planned', digest: top.digest, ...result }
      await writing.carryOut(steps, top, target.tags)
      return { kind: 'rebased', digest: top.digest, ...result }
    } finally {
      await writing.giveUp()
    }
  }

  async #prove(
    part: ImagePart,
    image: OpenedImage,
    base: NamedBase,
    target: RebaseTarget,
    expect: () => void,
  ): Promise<Step | RebaseRefusal | Unapproved> {
    const opened = await part.open()
    const platformOf = async () => part.platform ?? (await opened.config)
    const mayExpect = !this.#settings.dryRun
    // An image that names its base's config is on its way: nothing but a refusal can stop it, and a refusal lets go of the upload.
    const isHinted = this.#isHinted(opened, image, base)
    if (mayExpect && isHinted) expect()
    const of = (refusal: RebaseRefusal): RebaseRefusal => this.#naming(refusal, part.platform, image)
    const [newBase, oldBase] = await settle([
      this.#bases.pick(base, platformOf),
      this.#oldBase(opened, image, base, target, platformOf),
    ])
    if (newBase === undefined) return of(noPlatform('new', base, await platformOf()))
    if (oldBase === undefined) return of(noPlatform('old', base, await platformOf()))
    if ('kind' in oldBase) return of(oldBase)
    const { manifestDigest: from } = oldBase
    const fromName = this.#oldName(opened, image)
    const isSame = from === newBase.manifestDigest
    const [own, next] = await Promise.all([whole(opened), whole(newBase)])
    const unapproved = await this.#settings.approve?.({ ...next, reference: base.reference, digest: base.digest })
    if (unapproved !== undefined) return unapproved
    if (isSame) return { kind: 'step', part, image: own, newBase, from, fromName }
    const early = refuseEarly({ image: own, oldBase, newBase: next })
    if (early !== undefined) return of(early)
    // All that may still fail is what the old base's config says: the upload of the new one is opened while that is read.
    if (mayExpect && !isHinted) expect()
    const baseName = nameOf(this.#settings.base)
    const plan = planRebase({ image: own, oldBase: await whole(oldBase), newBase: next, baseName })
    return plan.kind === 'refuse' ? of(plan) : { kind: 'step', part, image: own, newBase, from, fromName, plan }
  }

  async #oldBase(
    { manifest }: OpenedSide,
    image: OpenedImage,
    base: NamedBase,
    target: RebaseTarget,
    platformOf: () => Promise<Platform>,
  ): Promise<OpenedSide | RebaseRefusal | undefined> {
    const { oldBase } = this.#settings
    const annotations = { ...image.index?.annotations, ...manifest.annotations }
    const recorded = annotations[annotationKeys.baseDigest]
    if (oldBase === undefined && recorded !== undefined) {
      // Nothing to find when it is the very base that is given.
      if (recorded === base.digest) return this.#bases.pick(base, platformOf)
      const next = 'only' in base.content ? undefined : await this.#bases.pick(base, platformOf)
      if (next?.manifestDigest === recorded) return next
    }
    const near = [target.image, target.output, this.#settings.base]
    const named =
      oldBase === undefined
        ? await this.#bases.recorded(annotations, this.#settings.base, near)
        : await this.#bases.read(oldBase)
    return 'kind' in named ? named : this.#bases.pick(named, platformOf)
  }

  /** Whether all about the old base can be asked for at once, and it is not the new one. */
  #isHinted({ manifest }: OpenedSide, { index }: OpenedImage, base: NamedBase): boolean {
    const { [annotationKeys.baseDigest]: digest, [annotationKeys.baseConfig]: config } = {
      ...index?.annotations,
      ...manifest.annotations,
    }
    if (this.#settings.oldBase !== undefined || digest === undefined || config === undefined) return false
    const { content } = base
    const known = 'only' in content ? [content.only.manifestDigest] : content.index.manifests.map((one) => one.digest)
    return ![base.digest, ...known].some((one) => one === digest)
  }

  #oldName({ manifest }: OpenedSide, { index }: OpenedImage): string {
    const { base, oldBase } = this.#settings
    const recorded = manifest.annotations?.[annotationKeys.baseName] ?? index?.annotations?.[annotationKeys.baseName]
    return oldBase === undefined ? (recorded ?? nameOf(base)) : nameOf(oldBase)
  }

  #naming(refusal: RebaseRefusal, platform: Platform | undefined, { index }: OpenedImage): RebaseRefusal {
    return index === undefined || platform === undefined ? refusal : { ...refusal, platform: formatPlatform(platform) }
  }
}

function nameOf(base: Reference): string {
  const { digest: _, ...name } = base
  return formatReference(name)
}

function noPlatform(which: 'old' | 'new', base: NamedBase, platform: Platform): RebaseRefusal {
  const where = which === 'new' ? ` ${base.store.repository}@${base.digest}` : ''
  return refuse('platform', `the ${which} base${where} has no image for ${formatPlatform(platform)}`)
}

function describe({ image, from, fromName, newBase, plan }: Step, output: ImageStore): RebasedPlatform {
  const common = { platform: formatPlatform(image.config), from, fromName, to: newBase.manifestDigest }
  if (plan === undefined) return common
  const digests = (layers: readonly { digest: Digest }[]) => layers.map(({ digest }) => digest)
  const there = new Set(digests(image.manifest.layers))
  const added = digests(plan.baseLayers).filter((digest) => !there.has(digest))
  const isNear = image.store.repository === output.repository
  const brought = isNear ? added : [...digests(plan.baseLayers), ...digests(plan.applicationLayers)]
  const work = {
    kept: [...digests(plan.baseLayers).filter((digest) => there.has(digest)), ...digests(plan.applicationLayers)],
    ...{ removed: digests(plan.removedLayers), added, changes: plan.changes },
    requests: new Set(brought).size + 3,
    bytes: plan.configBytes.length + plan.manifestBytes.length,
  }
  return { ...common, work }
}

/** All of them, awaited to the end: nothing goes on behind the back of whoever gave up. */
async function settle<const Work extends readonly Promise<unknown>[]>(
  work: Work,
): Promise<{ [Index in keyof Work]: Awaited<Work[Index]> }> {
  await Promise.allSettled(work)
  return Promise.all(work) as Promise<{ [Index in keyof Work]: Awaited<Work[Index]> }>
}
