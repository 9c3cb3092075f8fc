import type { Image } from '../../image/index.js'
import type { Release } from '../../ledger/index.js'
import type { Verification } from '../../sign/index.js'

/** The record of a release: what is given, else what verified evidence says, else what the image says of itself. */
export async function describeRelease(
  app: string,
  image: Image,
  given: {
    readonly tag: readonly string[]
    readonly version: string | undefined
    readonly reason: Release['reason'] | undefined
  },
  verification: Verification | undefined,
  releases: readonly Release[],
): Promise<Release> {
  const { platformsOf } = await import('../../image/index.js')
  const { formatReference } = await import('../../oci/reference.js')
  const { checkedVersion, chooseVersion, readEvidence, readOrigin } = await import('./release-record.js')
  const { base, source, version } = await readOrigin(image)
  const { evidence, signer, findings, reason = 'push' } = await readEvidence(verification?.found ?? [])
  return {
    schemaVersion: 1,
    app,
    digest: image.digest,
    image: formatReference(image.reference),
    version: checkedVersion(given.version ?? chooseVersion(version, given.tag, image.digest, releases)),
    tags: given.tag,
    platforms: platformsOf(image),
    base,
    source,
    reason: given.reason ?? reason,
    publishedAt: new Date().toISOString(),
    evidence,
    signer,
    findings,
  }
}
