import { IngotError } from '../../errors.js'
import type { Image } from '../../image/index.js'
import type { Release } from '../../ledger/index.js'
import type { Digest } from '../../oci/digest.js'
import type { FoundAttestation, Predicate } from '../../sign/index.js'

/** What the image's own annotations say about where it comes from; those of the platform's manifest before the index's. */
export async function readOrigin(image: Image): Promise<Pick<Release, 'base' | 'source'> & { version?: string }> {
  const { annotationKeys } = await import('../../oci/media-types.js')
  const { isDigest } = await import('../../oci/digest.js')
  const said: Readonly<Record<string, string>> = { ...image.index?.annotations, ...image.manifest.annotations }
  const name = said[annotationKeys.baseName]
  const digest = said[annotationKeys.baseDigest]
  const repository = said[annotationKeys.source]
  const revision = said[annotationKeys.revision]
  const version = said[annotationKeys.version]
  return {
    base: name !== undefined && digest !== undefined && isDigest(digest) ? { name, digest } : null,
    source: { ...(repository !== undefined && { repository }), ...(revision !== undefined && { revision }) },
    ...(version !== undefined && { version }),
  }
}

/** The evidence that was verified, and what it says that people want to see without opening it. */
export async function readEvidence(
  found: readonly FoundAttestation[],
): Promise<Pick<Release, 'evidence' | 'signer' | 'findings'> & { reason?: Release['reason'] }> {
  const { predicateTypes } = await import('../../sign/index.js')
  const of = (type: string) => found.filter((one) => one.predicateType === type).map((one) => one.predicate)
  const scans = of(predicateTypes.vulns).sort((a, b) => (finishedAt(a) < finishedAt(b) ? -1 : 1))
  const latest = scans.at(-1)
  const reason = reasonOf(of(predicateTypes.provenance)[0])
  return {
    evidence: found.map(({ predicateType, digest }) => ({ predicateType, digest })),
    signer: found.find((one) => one.predicateType === predicateTypes.signature)?.signer ?? null,
    findings: latest === undefined ? null : countFindings(latest),
    ...(reason !== undefined && { reason }),
  }
}

/** The image's own version, unless another digest has been released under it: then the first tag tells them apart. */
export function chooseVersion(
  own: string | undefined,
  tags: readonly string[],
  digest: Digest,
  releases: readonly Release[],
): string {
  const isTaken = releases.some((release) => release.version === own && release.digest !== digest)
  return own === undefined || isTaken ? (tags[0] ?? own ?? digest) : own
}

/**
 * A version stands in headings, commit subjects and outputs, and may come from an image that others made.
 *
 * @throws IngotError `invalid-input`
 */
export function checkedVersion(version: string): string {
  if (/^[A-Za-z0-9][A-Za-z0-9._+:~-]{0,127}$/.test(version)) return version
  throw new IngotError('invalid-input', `${JSON.stringify(version)} cannot be the version of a release`, {
    advice: 'Give --version: letters, digits and . _ + : ~ -, at most 128 of them',
  })
}

/**
 * Findings by severity; what nobody has rated is in none of the four.
 *
 * @see https://github.com/in-toto/attestation/blob/v1.1.2/spec/predicates/vulns_02.md
 */
function countFindings(predicate: Predicate): NonNullable<Release['findings']> {
  const counts = { critical: 0, high: 0, medium: 0, low: 0 }
  for (const finding of asArray(asRecord(predicate.scanner).result)) {
    const scores = asArray(asRecord(finding).severity).map((entry) => String(asRecord(entry).score).toLowerCase())
    const known = scores.find((score): score is keyof typeof counts => Object.hasOwn(counts, score))
    if (known !== undefined) counts[known]++
  }
  return counts
}

function finishedAt(predicate: Predicate): string {
  return String(asRecord(predicate.metadata).scanFinishedOn ?? '')
}

/** Why it was built, as the builder's provenance says. */
function reasonOf(provenance: Predicate | undefined): Release['reason'] | undefined {
  const said = asRecord(asRecord(provenance?.buildDefinition).externalParameters).reason
  return (['push', 'base', 'cve', 'age', 'manual'] as const).find((reason) => reason === said)
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

function asArray(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
