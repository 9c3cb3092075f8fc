import type { PlatformBase } from '../../bake/index.js'
import type { Image } from '../../image/index.js'
import type { Reference } from '../../oci/reference.js'
import type { ImageStore } from '../../oci/store.js'

/** A base that is named; `scratch` is none. */
export interface NamedBase {
  readonly store: ImageStore
  readonly reference: Reference
}

/** The base of each platform that is asked for, all read from one resolved digest. */
export async function loadBases(
  base: NamedBase | undefined,
  written: readonly string[],
  signal: AbortSignal,
): Promise<PlatformBase[]> {
  const { formatPlatform, hostPlatform, loadImage, parsePlatform } = await import('../../image/index.js')
  const asked = [...new Set(written.flatMap((entry) => entry.split(',')).map((entry) => entry.trim()))]
  const platforms = asked.filter(Boolean).map((entry) => formatPlatform(parsePlatform(entry)))
  if (base === undefined) {
    return (platforms.length > 0 ? platforms : [hostPlatform()]).map((platform) => ({ platform }))
  }
  const { store, reference } = base
  const [first, ...rest] = platforms
  const image = await loadImage(store, reference, { platform: first, signal })
  const bases = [{ platform: formatPlatform(image.config), image }]
  for (const platform of rest) {
    bases.push({ platform, image: await loadImage(store, image.reference, { platform, signal }) })
  }
  return bases
}

/** What the policy is asked about: what the reference names, which is the same for every platform. */
export function namedImage(platforms: readonly PlatformBase[]): Image | 'scratch' {
  return platforms[0]?.image ?? 'scratch'
}
