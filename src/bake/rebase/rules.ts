import { formatPlatform, type ImageConfig, type Manifest } from '../../oci/manifest.js'
import { rebasableLabels } from '../../oci/media-types.js'
import { samePlatform } from '../../oci/platform.js'
import { isDistributable } from '../bring-layers.js'
import type { Side } from './side.js'

/** The rules that make a rebase safe, each proved before anything is written. */
export type RebaseRule =
  | 'consent'
  | 'base-known'
  | 'base-available'
  | 'platform'
  | 'layers'
  | 'diff-ids'
  | 'distributable'

export interface RebaseRefusal {
  readonly kind: 'refuse'
  readonly rule: RebaseRule
  /** The platform of the image that it is about, where there are several. */
  readonly platform?: string
  /** One sentence. */
  readonly why: string
  readonly advice: string
}

const rebuild = 'Rebuild the image on the new base instead, with bake'

export function refuse(rule: RebaseRule, why: string, advice = rebuild): RebaseRefusal {
  return { kind: 'refuse', rule, why, advice }
}

/** The image itself says that it may be done: in its config, or in its manifest. */
export function refuseConsent({ config, manifest }: Side): RebaseRefusal | undefined {
  const said = [config.config?.Labels, manifest.annotations]
  if (rebasableLabels.some((label) => said.some((where) => where?.[label] === 'true'))) return undefined
  return refuse(
    'consent',
    `the image does not declare that it may be rebased: the label ${rebasableLabels[0]} is not true`,
    `Set the label, or the annotation of that name, when nothing in the image was compiled against the base. Else: ${rebuild.toLowerCase()}`,
  )
}

export function refusePlatform(image: ImageConfig, base: ImageConfig): RebaseRefusal | undefined {
  const advice = 'Name a base of the same platform'
  if (!samePlatform(base, image)) {
    return refuse('platform', `the image is for ${formatPlatform(image)}, the base for ${formatPlatform(base)}`, advice)
  }
  const [wanted, found] = [image, base].map(windowsBuild)
  if (wanted === found) return undefined
  return refuse('platform', `the image is for build ${wanted} of Windows, the base for ${found}`, advice)
}

/** The base's layers are the first of the image's, in order. */
export function refuseLayers(image: Manifest, base: Manifest, baseName: string): RebaseRefusal | undefined {
  const differing = base.layers.findIndex((layer, i) => image.layers[i]?.digest !== layer.digest)
  if (differing < 0) return undefined
  const [of, missing] = [`layer ${differing + 1} of the old base ${baseName}`, image.layers[differing] === undefined]
  return refuse(
    'layers',
    missing ? `the image has no ${of}: it has fewer layers` : `${of} is not layer ${differing + 1} of the image`,
  )
}

/** Image and base say the same about what is in those layers. */
export function refuseDiffIds(image: ImageConfig, base: ImageConfig, baseName: string): RebaseRefusal | undefined {
  const lying = base.rootfs.diff_ids.findIndex((diffId, i) => image.rootfs.diff_ids[i] !== diffId)
  if (lying < 0) return undefined
  return refuse('diff-ids', `the image and its base ${baseName} disagree about the content of layer ${lying + 1}`)
}

/** What the new image consists of may be stored where it goes. */
export function refuseForeign(image: Manifest, base: Manifest): RebaseRefusal | undefined {
  const foreign = [...base.layers, ...image.layers].find((layer) => !isDistributable(layer))
  if (foreign === undefined) return undefined
  return refuse(
    'distributable',
    `the layer ${foreign.digest} may not be distributed (${foreign.mediaType})`,
    'Choose a base whose layers all lie in its registry',
  )
}

/**
 * A Windows container runs on the build of Windows that it was made for: `10.0.20348` of `10.0.20348.2113`, whose last part
 * counts the patches.
 */
function windowsBuild(config: ImageConfig): string | undefined {
  const version = config.os === 'windows' ? config['os.version'] : undefined
  return typeof version === 'string' ? version.split('.').slice(0, 3).join('.') : undefined
}
