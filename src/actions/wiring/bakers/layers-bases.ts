import type { FoundBase, PlatformBase } from '../../../bake/index.js'
import type { Reference } from '../../../oci/reference.js'
import type { ImageStore } from '../../../oci/store.js'

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
  const { formatPlatform, hostPlatform, loadImage, parsePlatform } = await import('../../../image/index.js')
  const asked = [...new Set(written.flatMap((entry) => entry.split(',')).map((entry) => entry.trim()))]
  const platforms = asked.filter(Boolean).map((entry) => formatPlatform(parsePlatform(entry)))
  if (base === undefined) {
    return (platforms.length > 0 ? platforms : [hostPlatform()]).map((platform) => ({ platform }))
  }
  const { store, reference } = base
  const [first, ...rest] = platforms
  const image = await loadImage(store, reference, { platform: first, signal })
  const others = rest.map(async (platform) => {
    return { platform, image: await loadImage(store, image.reference, { platform, signal }) }
  })
  return [{ platform: formatPlatform(image.config), image }, ...(await Promise.all(others))]
}

/** The bases as every engine names them. */
export async function foundBases(name: string | undefined, platforms: readonly PlatformBase[]): Promise<FoundBase[]> {
  const { createdOf } = await import('../../../bake/index.js')
  return platforms.flatMap(({ platform, image }) => {
    if (image === undefined || name === undefined) return []
    const { store, reference, digest, manifestDigest } = image
    return [{ platform, name, store, reference, digest, manifestDigest, created: createdOf(image) }]
  })
}
