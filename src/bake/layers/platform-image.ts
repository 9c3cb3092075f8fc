import { formatPlatform, type Image, parsePlatform } from '../../image/index.js'
import { digestOf } from '../../oci/digest.js'
import { type Descriptor, encodeJson, type ImageConfig, type Index, type Manifest } from '../../oci/manifest.js'
import { mediaTypes } from '../../oci/media-types.js'
import { baseAnnotations } from '../base-annotations.js'
import { asOciLayer } from '../bring-layers.js'
import { formatEpoch } from '../format.js'
import { type HistoryEntry, historyOf } from '../history.js'
import type { PlatformContent } from '../previous.js'
import { applySettings, type ImageSettings, namesOf, sorted } from '../settings.js'
import type { SettledLayer } from './settle-layer.js'

/** The base of one platform; none for an image from scratch. */
export interface PlatformBase {
  /** `os/architecture[/variant]` */
  readonly platform: string
  readonly image?: Image | undefined
}

/** A layer on top of the base, and its absolute path in the image. */
export interface AddedLayer extends Pick<SettledLayer, 'descriptor' | 'diffId'> {
  readonly destination: string
}

export interface ImageText {
  readonly baseName?: string | undefined
  readonly settings: ImageSettings
  readonly annotations: Readonly<Record<string, string>>
  readonly epochSeconds: number
}

/** The documents of one platform's image. */
export interface PlatformImage {
  readonly base: PlatformBase
  readonly added: readonly AddedLayer[]
  readonly content: PlatformContent
  readonly config: { readonly descriptor: Descriptor; readonly bytes: Buffer }
  /** The descriptor names the platform, as an index does. */
  readonly manifest: { readonly descriptor: Descriptor; readonly bytes: Buffer }
}

/** Puts layers on a base. Pure: the same arguments give the same bytes. */
export function platformImage(base: PlatformBase, added: readonly AddedLayer[], text: ImageText): PlatformImage {
  const content = configOf(base, added, text)
  const config = described(mediaTypes.config, encodeJson(content))
  const below = (base.image?.manifest.layers ?? []).map(asOciLayer)
  const recorded = baseAnnotations(text.baseName, base.image?.manifestDigest, base.image?.manifest.config)
  const manifest: Manifest = {
    schemaVersion: 2,
    mediaType: mediaTypes.manifest,
    config: config.descriptor,
    // Wherever a descriptor comes from, its fields are written in one order.
    layers: [...below, ...added.map(({ descriptor: { mediaType, digest, size } }) => ({ mediaType, digest, size }))],
    annotations: sorted({ ...text.annotations, ...recorded }),
  }
  const { descriptor, bytes } = described(mediaTypes.manifest, encodeJson(manifest))
  return {
    base,
    added,
    content: { platform: formatPlatform(content), manifest, config: content },
    config,
    manifest: { descriptor: { ...descriptor, platform: platformOf(base) }, bytes },
  }
}

/** One platform's manifest stands alone, several are listed by an index. */
export function topManifest(images: readonly PlatformImage[], { annotations, baseName }: ImageText) {
  const [only, ...more] = images
  if (only !== undefined && more.length === 0) return described(mediaTypes.manifest, only.manifest.bytes)
  const index: Index = {
    schemaVersion: 2,
    mediaType: mediaTypes.index,
    manifests: images.map(({ manifest }) => manifest.descriptor),
    // No base digest here: each platform has its own, and the base's index changes when any other one lands.
    annotations: sorted({ ...annotations, ...baseAnnotations(baseName, undefined) }),
  }
  return described(mediaTypes.index, encodeJson(index))
}

function described(mediaType: string, bytes: Buffer) {
  return { descriptor: { mediaType, digest: digestOf(bytes), size: bytes.length }, bytes }
}

function configOf(
  base: PlatformBase,
  added: readonly AddedLayer[],
  { settings, epochSeconds }: ImageText,
): ImageConfig {
  const below = base.image?.config
  const created = formatEpoch(epochSeconds)
  const changed = namesOf(settings)
  const steps: HistoryEntry[] = added.map(({ destination }) => ({
    created,
    created_by: `ingot bake: add ${destination}`,
  }))
  if (changed.length > 0)
    steps.push({ created, created_by: `ingot bake: set ${changed.join(', ')}`, empty_layer: true })
  return {
    created,
    ...platformOf(base),
    config: applySettings(below?.config ?? {}, settings),
    rootfs: { type: 'layers', diff_ids: [...(below?.rootfs.diff_ids ?? []), ...added.map(({ diffId }) => diffId)] },
    history: [...(below === undefined ? [] : historyOf(below)), ...steps],
  }
}

function platformOf({ image, platform }: PlatformBase) {
  if (image === undefined) return parsePlatform(platform)
  const { architecture, os, variant } = image.config
  const version = image.config['os.version']
  return {
    architecture,
    os,
    ...(variant !== undefined && { variant }),
    ...(typeof version === 'string' && { 'os.version': version }),
  }
}
