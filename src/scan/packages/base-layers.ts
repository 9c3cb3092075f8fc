import { formatPlatform, type Image, servesPlatform } from '../../image/index.js'
import { type Digest, isDigest } from '../../oci/digest.js'
import { type Manifest, parseIndex, parseManifest } from '../../oci/manifest.js'
import { annotationKeys, indexTypes, manifestTypes } from '../../oci/media-types.js'
import type { StoredManifest } from '../../oci/store.js'

const bakeMark = 'ingot bake'

/** Reads a manifest of the base's repository; undefined when it cannot be had. */
export type ReadBase = (digest: Digest) => Promise<StoredManifest | undefined>

/**
 * How many of the lowest layers came with the base image, or undefined when nobody recorded it. Known when the manifest that
 * the annotation `org.opencontainers.image.base.digest` names can be read and its layers are the lowest of this image, else
 * when the history ends with the layers that a bake added.
 */
export async function countBaseLayers(image: Image, read: ReadBase): Promise<number | undefined> {
  const base = await readBase(image, read)
  return base === undefined ? countByHistory(image) : countShared(image, base)
}

async function readBase(image: Image, read: ReadBase): Promise<Manifest | undefined> {
  const digest = image.manifest.annotations?.[annotationKeys.baseDigest]
  if (digest === undefined || !isDigest(digest)) return undefined
  const stored = await read(digest)
  if (stored === undefined) return undefined
  if (!indexTypes.includes(stored.descriptor.mediaType)) return asManifest(stored)
  const wanted = formatPlatform(image.config)
  const { manifests } = parseIndex(stored.bytes, digest)
  const child = manifests.find(({ platform }) => platform !== undefined && servesPlatform(platform, wanted))
  const chosen = child && (await read(child.digest))
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

/** A bake ends a history with one entry for each layer that it added, and then perhaps one for the settings. */
function countByHistory(image: Image): number | undefined {
  const history = [...(image.config.history ?? [])]
  const layers = history.filter((entry) => entry.empty_layer !== true).length
  if (layers !== image.manifest.layers.length) return undefined
  if (history.at(-1)?.empty_layer && history.at(-1)?.created_by?.startsWith(bakeMark)) history.pop()
  const before = history.findLastIndex((entry) => entry.empty_layer || !entry.created_by?.startsWith(bakeMark))
  const added = history.length - 1 - before
  return added > 0 ? layers - added : undefined
}
