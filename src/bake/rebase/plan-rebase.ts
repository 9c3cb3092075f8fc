import { digestOf } from '../../oci/digest.js'
import { type Descriptor, encodeJson, type ImageConfig, type Manifest } from '../../oci/manifest.js'
import { mediaTypes } from '../../oci/media-types.js'
import { baseAnnotations } from '../base-annotations.js'
import { asOciLayer } from '../bring-layers.js'
import { sorted } from '../settings.js'
import { type ConfigChange, changesOf } from './config-changes.js'
import { mergeConfig } from './merge-config.js'
import {
  type RebaseRefusal,
  refuseConsent,
  refuseDiffIds,
  refuseForeign,
  refuseLayers,
  refusePlatform,
} from './rules.js'
import type { Side } from './side.js'

/** A new image of which only the config and the manifest are new. */
export interface RebasePlan {
  readonly kind: 'rebase'
  readonly manifest: Descriptor
  readonly manifestBytes: Buffer
  readonly config: Descriptor
  readonly configBytes: Buffer
  /** What `configBytes` say. */
  readonly merged: ImageConfig
  /** Those of the new base: mounted, where they are not there yet. */
  readonly baseLayers: readonly Descriptor[]
  /** Already where the image is. */
  readonly applicationLayers: readonly Descriptor[]
  /** Those of the old base that the new one does not have. */
  readonly removedLayers: readonly Descriptor[]
  readonly changes: readonly ConfigChange[]
}

export interface RebaseSides {
  readonly image: Side
  /** The base that the image was built on, for the same platform. */
  readonly oldBase: Side
  readonly newBase: Side
  /** How the new base is recorded: as the user wrote it, without a digest. */
  readonly baseName: string
}

/** What can be refused before the old base's config has been read: a round trip earlier. */
export function refuseEarly({
  image,
  oldBase,
  newBase,
}: Omit<RebaseSides, 'baseName' | 'oldBase'> & {
  oldBase: Omit<Side, 'config'>
}): RebaseRefusal | undefined {
  return (
    refuseConsent(image) ??
    refusePlatform(image.config, newBase.config) ??
    refuseLayers(image.manifest, oldBase.manifest, nameOf(oldBase)) ??
    refuseForeign(image.manifest, newBase.manifest)
  )
}

/**
 * Puts an image's own layers on another base, on paper. Pure: it proves that the old base's layers are an exact prefix of
 * the image's, by digests and by diff-ids, that all three are of one platform, and that the image consents.
 */
export function planRebase({ image, oldBase, newBase, baseName }: RebaseSides): RebasePlan | RebaseRefusal {
  const refusal =
    refuseEarly({ image, oldBase, newBase }) ??
    refusePlatform(image.config, oldBase.config) ??
    refuseDiffIds(image.config, oldBase.config, nameOf(oldBase))
  if (refusal !== undefined) return refusal
  const merged = mergeConfig(image.config, oldBase.config, newBase.config)
  const configBytes = encodeJson(merged)
  const config = { mediaType: mediaTypes.config, digest: digestOf(configBytes), size: configBytes.length }
  const baseLayers = newBase.manifest.layers.map(asOciLayer)
  const applicationLayers = image.manifest.layers.slice(oldBase.manifest.layers.length).map(asOciLayer)
  const recorded = baseAnnotations(baseName, newBase.manifestDigest, newBase.manifest.config)
  const manifest: Manifest = {
    schemaVersion: 2,
    mediaType: mediaTypes.manifest,
    config,
    layers: [...baseLayers, ...applicationLayers],
    annotations: sorted({ ...image.manifest.annotations, ...recorded }),
  }
  const manifestBytes = encodeJson(manifest)
  return {
    kind: 'rebase',
    manifest: { mediaType: mediaTypes.manifest, digest: digestOf(manifestBytes), size: manifestBytes.length },
    ...{ manifestBytes, config, configBytes, merged, baseLayers, applicationLayers },
    removedLayers: oldBase.manifest.layers.filter(({ digest }) => !baseLayers.some((layer) => layer.digest === digest)),
    changes: changesOf(image.config, merged),
  }
}

function nameOf({ store, manifestDigest }: Pick<Side, 'store' | 'manifestDigest'>): string {
  return `${store.repository}@${manifestDigest}`
}
