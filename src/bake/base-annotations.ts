import type { Digest } from '../oci/digest.js'
import type { Descriptor } from '../oci/manifest.js'
import { annotationKeys } from '../oci/media-types.js'

/**
 * How a manifest records its immediate base: `patch` and `rebase` go by these.
 *
 * @param name as it was written, without a digest; absent for scratch
 * @param config the base's, where it is known: saves a rebase a round trip
 * @see https://github.com/opencontainers/image-spec/blob/v1.1.1/annotations.md
 */
export function baseAnnotations(
  name: string | undefined,
  digest: Digest | undefined,
  config?: Descriptor,
): Record<string, string> {
  return {
    ...(name !== undefined && { [annotationKeys.baseName]: name }),
    ...(digest !== undefined && { [annotationKeys.baseDigest]: digest }),
    ...(config !== undefined && { [annotationKeys.baseConfig]: `${config.digest},${config.size}` }),
  }
}
