import type { ImageConfig, Manifest } from '../oci/manifest.js'
import { annotationKeys } from '../oci/media-types.js'

/**
 * Reproducible builders write a constant for a time: 1970 (SOURCE_DATE_EPOCH=0), the year 1 (Go's zero), or the first
 * second of 1980 (Cloud Native Buildpacks). What is older than containers says nothing about age.
 */
const oldestBelievable = Date.UTC(1980, 0, 2)

/**
 * When an image says that it was built, as RFC 3339: its config, else the annotation `org.opencontainers.image.created` of
 * its manifest. Undefined when neither says, or says a constant of reproducible builders.
 */
export function createdOf({ config, manifest }: { config: ImageConfig; manifest: Manifest }): string | undefined {
  return [config.created, manifest.annotations?.[annotationKeys.created]].find(isBelievable)
}

function isBelievable(time: string | undefined): time is string {
  return time !== undefined && Date.parse(time) >= oldestBelievable
}
