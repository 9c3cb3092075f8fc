import { formatPlatform, type Image } from '../image/index.js'
import { parseDigest } from '../oci/digest.js'
import { annotationKeys } from '../oci/media-types.js'
import type { BakedPlatform } from './baker.js'

const maximumStepCharacters = 80

/**
 * One platform of an image that something else built, as its own documents tell: the base by the annotations, the layers by
 * the history.
 *
 * @param baseLayers how many of the layers are the base's; what is not known counts as built
 */
export function describePlatform({ manifest, manifestDigest, config }: Image, baseLayers = 0): BakedPlatform {
  const steps = (config.history ?? []).filter(({ empty_layer: isEmpty }) => isEmpty !== true)
  // A history that does not fit the layers says nothing about any of them.
  const fits = steps.length === manifest.layers.length
  const annotations = manifest.annotations ?? {}
  const baseDigest = annotations[annotationKeys.baseDigest]
  return {
    platform: formatPlatform(config),
    digest: manifestDigest,
    baseName: annotations[annotationKeys.baseName],
    baseDigest: baseDigest === undefined ? undefined : parseDigest(baseDigest),
    layers: manifest.layers.map(({ digest, size }, i) => ({
      digest,
      size,
      from: i < baseLayers ? 'base' : stepOf(fits ? steps[i]?.created_by : undefined),
    })),
  }
}

function stepOf(created: string | undefined): string {
  const step = (created ?? 'a build step')
    .replace(/^\/bin\/sh -c (?:#\(nop\) )?/, '')
    .replace(/ # buildkit$/, '')
    .replace(/\s+/g, ' ')
    .trim()
  return step.length > maximumStepCharacters ? `${step.slice(0, maximumStepCharacters - 1)}…` : step
}
