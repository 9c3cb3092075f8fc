import { IngotError } from '../errors.js'
import { digestOf } from '../oci/digest.js'
import {
  type Descriptor,
  encodeJson,
  formatPlatform,
  maximumManifestBytes,
  parseImageConfig,
  parseIndex,
  parseManifest,
} from '../oci/manifest.js'
import { indexTypes } from '../oci/media-types.js'
import { isRealPlatform, parsePlatform, servesPlatform } from '../oci/platform.js'
import type { CallOptions, ImageStore, StoredManifest } from '../oci/store.js'

/** How BuildKit says which image of the index an attestation manifest is about. */
const attestationOf = 'vnd.docker.reference.digest'

export type Selection =
  /** One platform's own manifest. */
  | { readonly kind: 'manifest'; readonly digest: Descriptor['digest'] }
  /** The index as it is, or a smaller one, which has a digest of its own. */
  | { readonly kind: 'index'; readonly stored: StoredManifest }

/**
 * What is left of an index for these platforms: the manifest itself of a single one; of several a smaller index, with the
 * attestation manifests of what is kept; the same bytes when nothing falls away.
 *
 * @param platforms `os/architecture[/variant]`; without a variant, every one of that architecture
 * @throws IngotError `not-found`, naming the platforms that there are
 */
export function selectPlatforms(index: StoredManifest, platforms: readonly string[], from: string): Selection {
  const { manifests, ...rest } = parseIndex(index.bytes, from)
  const images = manifests.filter(({ platform }) => isRealPlatform(platform))
  const serving = (wanted: string) =>
    images.filter(({ platform }) => platform !== undefined && servesPlatform(platform, wanted))
  for (const wanted of platforms) {
    if (serving(wanted).length > 0) continue
    throw noPlatform(
      from,
      wanted,
      images.map(({ platform }) => (platform ? formatPlatform(platform) : '')),
    )
  }
  const kept = new Set(platforms.flatMap(serving).map(({ digest }) => digest))
  const [only] = kept
  if (kept.size === 1 && only !== undefined && images.length > 1) return { kind: 'manifest', digest: only }
  const left = manifests.filter(({ digest, annotations }) => {
    return kept.has(digest) || [...kept].some((image) => image === annotations?.[attestationOf])
  })
  if (left.length === manifests.length) return { kind: 'index', stored: index }
  const bytes = encodeJson({ ...rest, manifests: left })
  const descriptor = { mediaType: index.descriptor.mediaType, digest: digestOf(bytes), size: bytes.length }
  return { kind: 'index', stored: { descriptor, bytes } }
}

/** A manifest that is no index has one platform: it has to be among those that are asked for. */
export async function checkPlatform(
  from: ImageStore,
  stored: StoredManifest,
  platforms: readonly string[],
  call: CallOptions,
): Promise<void> {
  const name = `${from.repository}@${stored.descriptor.digest}`
  const { config } = parseManifest(stored.bytes, name)
  if (config.size > maximumManifestBytes) {
    throw new IngotError('size-exceeded', `The config of ${name} claims ${config.size} bytes`)
  }
  const parts: Uint8Array[] = []
  for await (const part of from.readBlob(config, call)) parts.push(part)
  const platform = parseImageConfig(Buffer.concat(parts), name)
  const [wanted = ''] = platforms
  if (!platforms.some((one) => servesPlatform(platform, one)))
    throw noPlatform(name, wanted, [formatPlatform(platform)])
}

export function isIndex({ descriptor }: StoredManifest): boolean {
  return indexTypes.includes(descriptor.mediaType)
}

/** @throws IngotError `invalid-input` for what is no platform, before anything is asked of a registry */
export function checkPlatformNames(platforms: readonly string[]): void {
  for (const platform of platforms) parsePlatform(platform)
}

function noPlatform(from: string, wanted: string, known: readonly string[]): IngotError {
  return new IngotError('not-found', `${from} has no image for ${wanted}: it has ${known.join(', ') || 'none'}`, {
    advice: 'Ask for one of these platforms, or build the missing one',
  })
}
