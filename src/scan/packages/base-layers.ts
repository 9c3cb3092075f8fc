import { formatPlatform, type Image, servesPlatform } from '../../image/index.js'
import { isDigest } from '../../oci/digest.js'
import { type Manifest, parseIndex, parseManifest } from '../../oci/manifest.js'
import { annotationKeys, indexTypes, manifestTypes } from '../../oci/media-types.js'
import type { CallOptions, StoredManifest } from '../../oci/store.js'

/**
 * How many of the lowest layers came with the base image, or undefined when nobody recorded it. Known when the manifest that
 * the annotation `org.opencontainers.image.base.digest` names lies in the same repository and its layers are the lowest of
 * this image, or when the history names the layers that a bake added.
 */
export async function countBaseLayers(image: Image, signal?: AbortSignal): Promise<number | undefined> {
  const base = await readBase(image, signal === undefined ? {} : { signal })
  return base === undefined ? countByHistory(image) : countShared(image, base)
}

async function readBase(image: Image, call: CallOptions): Promise<Manifest | undefined> {
  const digest = image.manifest.annotations?.[annotationKeys.baseDigest]
  if (digest === undefined || !isDigest(digest)) return undefined
  const stored = await image.store.readManifest(digest, call)
  if (stored === undefined) return undefined
  if (!indexTypes.includes(stored.descriptor.mediaType)) return asManifest(stored)
  const wanted = formatPlatform(image.config)
  const { manifests } = parseIndex(stored.bytes, digest)
  const child = manifests.find(({ platform }) => platform !== undefined && servesPlatform(platform, wanted))
  const chosen = child && (await image.store.readManifest(child.digest, call))
  return chosen && asManifest(chosen)
}

function asManifest(stored: StoredManifest): Manifest | undefined {
  const { mediaType, digest } = stored.descriptor
  return manifestTypes.includes(mediaType) ? parseManifest(stored.bytes, digest) : undefined
}

/** A base whose layers are not the lowest here is not this image's base, whatever the annotation says. */
function countShared(image: Image, base: Manifest): number | undefined {
  const isShared = base.layers.every((layer, position) => layer.digest === image.manifest.layers[position]?.digest)
  return isShared ? base.layers.length : undefined
}

function countByHistory(image: Image): number | undefined {
  const layers = (image.config.history ?? []).filter((entry) => entry.empty_layer !== true)
  const added = layers.findIndex((entry) => entry.created_by?.startsWith('ingot bake'))
  return added >= 0 && layers.length === image.manifest.layers.length ? added : undefined
}
