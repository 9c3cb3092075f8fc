import type { Digest } from '../../oci/digest.js'
import type { Package } from '../finding.js'
import type { Distribution } from '../packages/os-release.js'

export interface SbomOptions {
  /** The repository, without tag or digest. */
  readonly repository: string
  readonly digest: Digest
  /** Written as the time of the document. */
  readonly now: Date
  /** Of Ingot. */
  readonly version: string
  readonly distribution?: Distribution | undefined
}

/**
 * A CycloneDX 1.6 SBOM of an image's packages, as JSON text. The serial number follows from the digest, so that the same
 * image at the same `now` gives the same bytes. The library is loaded here, not with the room.
 *
 * @see https://cyclonedx.org/docs/1.6/json/
 */
export async function toCycloneDx(packages: readonly Package[], options: SbomOptions): Promise<string> {
  const { writeCycloneDx } = await import('./cyclonedx.js')
  return writeCycloneDx(packages, options)
}
