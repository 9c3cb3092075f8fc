import { annotationKeys } from '../oci/media-types.js'
import type { BakedImage, BakedPlatform } from './baker.js'
import type { PlatformContent, PreviousImage } from './previous.js'

/** What says when and from which commit an image was built: it differs in every build of the very same content. */
const volatileKeys: readonly string[] = [annotationKeys.revision, annotationKeys.created]

/**
 * Whether what was built is what is there already: the same platforms, and in each the same files (by diff-id, however they
 * are compressed), the same settings and the same base. Times, history, and the commit that an image names do not count: a
 * commit that changes nothing in the image is no release. The version counts, because somebody chose it.
 *
 * Decided a platform at a time and never by the index, which names attestations that differ in every build.
 */
export function isUnchanged(
  previous: PreviousImage | undefined,
  built: readonly PlatformContent[],
): previous is PreviousImage {
  if (previous === undefined || built.length === 0) return false
  const before = previous.platforms.map(contentOf).sort()
  const now = built.map(contentOf).sort()
  return before.length === now.length && before.every((content, i) => content === now[i])
}

/** An unchanged bake: the image as it was, and what building it again has shown about it. */
export function keepPrevious(previous: PreviousImage, platforms: readonly BakedPlatform[]): BakedImage {
  const { digest, descriptor } = previous
  const digests = new Map(previous.platforms.map((one) => [one.platform, one.digest]))
  return {
    digest,
    descriptor,
    unchanged: true,
    reproduced: platforms.every((one) => digests.get(one.platform) === one.digest),
    platforms: platforms.map((one) => ({ ...one, digest: digests.get(one.platform) ?? one.digest })),
  }
}

/** What an image of one platform is, as text that is equal when the content is. */
export function contentOf({ platform, manifest, config }: PlatformContent): string {
  const annotations = lasting(manifest.annotations)
  if (config === undefined) {
    const layers = manifest.layers.map(({ digest, mediaType, annotations }) => [
      mediaType,
      digest,
      lasting(annotations),
    ])
    return canonical({ platform, type: manifest.artifactType, config: manifest.config.digest, layers, annotations })
  }
  const { architecture, os, variant, config: settings, rootfs } = config
  const { Labels, ...runtime } = settings ?? {}
  return canonical({
    platform: [os, architecture, variant ?? '', config['os.version'] ?? '', config['os.features'] ?? ''],
    files: rootfs.diff_ids,
    settings: Object.fromEntries(Object.entries({ ...runtime, Labels: lasting(Labels) }).filter(isSet)),
    annotations,
  })
}

function lasting(record: Readonly<Record<string, string>> | null | undefined): Record<string, string> {
  return Object.fromEntries(Object.entries(record ?? {}).filter(([key]) => !volatileKeys.includes(key)))
}

/** JSON with sorted keys. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => {
    if (inner === null || typeof inner !== 'object' || Array.isArray(inner)) return inner
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}

/** Of a setting, null and empty say the same as nothing, as they do to whatever runs the image. */
function isSet([, value]: [string, unknown]): boolean {
  if (value === null || value === undefined || value === '' || value === false) return false
  return typeof value !== 'object' || Object.keys(value).length > 0
}
