import type { PackerBase } from '../../../bake/index.js'
import type { Reference } from '../../../oci/reference.js'
import type { ImageStore } from '../../../oci/store.js'

/** The golden VM image for each platform, all read from one resolved digest; none when the template has its own source. */
export async function loadPackerBases(
  text: string | undefined,
  platforms: readonly string[],
  open: (reference: Reference) => ImageStore,
  signal: AbortSignal,
): Promise<PackerBase[]> {
  if (text === undefined) return []
  const { formatReference, parseReference } = await import('../../../oci/reference.js')
  const { loadImage } = await import('../../../image/index.js')
  const { withoutDigest } = await import('../output-reference.js')
  const reference = parseReference(text)
  const name = formatReference(withoutDigest(reference))
  const store = open(reference)
  const bases: PackerBase[] = []
  for (const platform of platforms) {
    const image = await loadImage(store, bases[0]?.image.reference ?? reference, { platform, signal })
    bases.push({ name, platform, image })
  }
  return bases
}
