import type { Digest } from '../oci/digest.js'
import type { Descriptor } from '../oci/manifest.js'

/**
 * How BuildKit hangs an attestation beside an image in an index: a manifest of no platform that names the image's digest.
 *
 * @see https://github.com/moby/buildkit/blob/v0.13.2/docs/attestations/attestation-storage.md
 */
const keys = { type: 'vnd.docker.reference.type', digest: 'vnd.docker.reference.digest' } as const

/** The digest of the image that a descriptor of an index attests to; undefined when it is no attestation. */
export function attestedBy({ annotations }: Descriptor): string | undefined {
  return annotations?.[keys.type] === 'attestation-manifest' ? (annotations[keys.digest] ?? '') : undefined
}

/** A descriptor of an attestation manifest, pointing at the image that it is about. */
export function attestationOf(image: Digest, { mediaType, digest, size }: Descriptor): Descriptor {
  const annotations = { [keys.digest]: image, [keys.type]: 'attestation-manifest' }
  return { mediaType, digest, size, annotations, platform: { architecture: 'unknown', os: 'unknown' } }
}
