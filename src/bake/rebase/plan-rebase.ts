import { type Image, samePlatform } from '../../image/index.js'
import { digestOf } from '../../oci/digest.js'
import { type Descriptor, encodeJson, formatPlatform, type Manifest } from '../../oci/manifest.js'
import { mediaTypes, rebasableLabels } from '../../oci/media-types.js'
import { baseAnnotations } from '../base-annotations.js'
import { asOciLayer } from '../bring-layers.js'
import { sorted } from '../settings.js'
import { mergeConfig } from './merge-config.js'

/** The rules that make a rebase safe, each proved before anything is written. */
export type RebaseRule = 'consent' | 'base-known' | 'base-available' | 'platform' | 'layers' | 'diff-ids'

export interface RebaseRefusal {
  readonly kind: 'refuse'
  readonly rule: RebaseRule
  /** One sentence. */
  readonly why: string
  readonly advice: string
}

/** A new image of which only the config and the manifest are new. */
export interface RebasePlan {
  readonly kind: 'rebase'
  readonly manifest: Descriptor
  readonly manifestBytes: Buffer
  readonly config: Descriptor
  readonly configBytes: Buffer
  /** To be mounted from the new base. */
  readonly baseLayers: readonly Descriptor[]
  /** Already where the image is. */
  readonly applicationLayers: readonly Descriptor[]
}

export interface RebaseRequest {
  readonly image: Image
  /** The base that the image was built on, for the same platform. */
  readonly oldBase: Image
  readonly newBase: Image
  /** How the new base is recorded: as the user wrote it, without a digest. */
  readonly baseName: string
}

const rebuild = 'Rebuild the image on the new base instead, with bake'

/**
 * Puts an image's own layers on another base, on paper. Pure: it proves that the old base's layers are an exact prefix of
 * the image's, by digests and by diff-ids, that all three are of one platform, and that the image consents.
 */
export function planRebase({ image, oldBase, newBase, baseName }: RebaseRequest): RebasePlan | RebaseRefusal {
  const refusal = refuseConsent(image) ?? refusePlatform(image, oldBase, newBase) ?? refuseLayers(image, oldBase)
  if (refusal !== undefined) return refusal
  const configBytes = encodeJson(mergeConfig(image.config, oldBase.config, newBase.config))
  const config = { mediaType: mediaTypes.config, digest: digestOf(configBytes), size: configBytes.length }
  const baseLayers = newBase.manifest.layers.map(asOciLayer)
  const applicationLayers = image.manifest.layers.slice(oldBase.manifest.layers.length).map(asOciLayer)
  const annotations = { ...image.manifest.annotations, ...baseAnnotations(baseName, newBase.manifestDigest) }
  const manifest: Manifest = {
    schemaVersion: 2,
    mediaType: mediaTypes.manifest,
    config,
    layers: [...baseLayers, ...applicationLayers],
    annotations: sorted(annotations),
  }
  const manifestBytes = encodeJson(manifest)
  const descriptor = { mediaType: mediaTypes.manifest, digest: digestOf(manifestBytes), size: manifestBytes.length }
  return { kind: 'rebase', manifest: descriptor, manifestBytes, config, configBytes, baseLayers, applicationLayers }
}

export function refuse(rule: RebaseRule, why: string, advice = rebuild): RebaseRefusal {
  return { kind: 'refuse', rule, why, advice }
}

function refuseConsent(image: Image): RebaseRefusal | undefined {
  const labels = image.config.config?.Labels ?? {}
  if (rebasableLabels.some((label) => labels[label] === 'true')) return undefined
  const why = `the image does not declare that it may be rebased: the label ${rebasableLabels[0]} is not true`
  return refuse(
    'consent',
    why,
    `Set the label when nothing in the image was compiled against the base. Else: ${rebuild.toLowerCase()}`,
  )
}

function refusePlatform(image: Image, oldBase: Image, newBase: Image): RebaseRefusal | undefined {
  const other = [oldBase, newBase].find(({ config }) => !samePlatform(config, image.config))
  if (other === undefined) return undefined
  const [wanted, found] = [image.config, other.config].map(formatPlatform)
  return refuse('platform', `the image is for ${wanted}, the base for ${found}`, 'Name a base of the same platform')
}

function refuseLayers(image: Image, oldBase: Image): RebaseRefusal | undefined {
  const name = `${oldBase.store.repository}@${oldBase.manifestDigest}`
  const [own, below] = [image.manifest.layers, oldBase.manifest.layers]
  const differing = below.findIndex((layer, i) => own[i]?.digest !== layer.digest)
  if (differing >= 0) {
    return refuse(
      'layers',
      `layer ${differing + 1} of the recorded base ${name} is not layer ${differing + 1} of the image`,
    )
  }
  const [ownIds, idsBelow] = [image.config.rootfs.diff_ids, oldBase.config.rootfs.diff_ids]
  const lying = idsBelow.findIndex((diffId, i) => ownIds[i] !== diffId)
  if (lying < 0) return undefined
  return refuse('diff-ids', `the image and its base ${name} disagree about the content of layer ${lying + 1}`)
}
