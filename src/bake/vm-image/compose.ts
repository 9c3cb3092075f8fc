import type { Digest } from '../../oci/digest.js'
import { digestOf } from '../../oci/digest.js'
import { type Descriptor, encodeJson, type ImageConfig, type Manifest } from '../../oci/manifest.js'
import { annotationKeys, mediaTypes } from '../../oci/media-types.js'
import {
  attachmentType,
  type CloudImage,
  cloudImagesType,
  diskType,
  vmAnnotations,
  vmImageType,
} from '../../oci/vm-image.js'
import { sorted } from '../settings.js'
import type { VmFile } from './inspect-file.js'

/** A VM image of one platform, before it is written. */
export interface VmContent {
  readonly platform: { readonly os: string; readonly architecture: string; readonly variant?: string }
  readonly files: readonly VmFile[]
  readonly cloudImages: readonly CloudImage[]
  /** A file tree with the package databases of the machine, for `scan`. */
  readonly inventory?: { readonly descriptor: Descriptor; readonly diffId: Digest } | undefined
  readonly annotations: Readonly<Record<string, string>>
  /** RFC 3339. */
  readonly created: string
}

export interface ComposedVm {
  readonly manifest: Manifest
  readonly config: ImageConfig
  readonly configBytes: Buffer
  /** The document that lists images in clouds, when there are any. */
  readonly cloudDocument?: { readonly descriptor: Descriptor; readonly bytes: Buffer }
}

/**
 * The documents of a VM image. The config is an image's, so that whatever reads an image's platform and content reads this
 * one's; nothing depends on the order in which the builder named its files.
 */
export function composeVm(vm: VmContent): ComposedVm {
  const files = [...vm.files].sort((a, b) => (a.title < b.title ? -1 : 1))
  const cloudDocument = vm.cloudImages.length === 0 ? undefined : documentOf(vm.cloudImages)
  const layers = [
    ...files.map((file) => ({ descriptor: layerOf(file), diffId: file.digest })),
    ...(cloudDocument ? [{ descriptor: cloudDocument.descriptor, diffId: cloudDocument.descriptor.digest }] : []),
    ...(vm.inventory ? [vm.inventory] : []),
  ]
  const config: ImageConfig = {
    created: vm.created,
    ...vm.platform,
    config: {},
    rootfs: { type: 'layers', diff_ids: layers.map(({ diffId }) => diffId) },
  }
  const configBytes = encodeJson(config)
  const manifest: Manifest = {
    schemaVersion: 2,
    mediaType: mediaTypes.manifest,
    artifactType: vmImageType,
    config: { mediaType: mediaTypes.config, digest: digestOf(configBytes), size: configBytes.length },
    layers: layers.map(({ descriptor }) => descriptor),
    annotations: sorted({
      ...annotationsOf(files),
      ...vm.annotations,
      [annotationKeys.created]: vm.created,
    }),
  }
  return { manifest, config, configBytes, ...(cloudDocument && { cloudDocument }) }
}

function layerOf(file: VmFile): Descriptor {
  const { digest, size, title, disk } = file
  return {
    mediaType: disk === undefined ? attachmentType : diskType(disk.format),
    digest,
    size,
    annotations: sorted({ [annotationKeys.title]: title, ...(disk && diskAnnotations(disk)) }),
  }
}

/** What is said of the only disk is said of the image too, where people and registries look first. */
function annotationsOf(files: readonly VmFile[]): Record<string, string> {
  const [file, ...more] = files.filter(({ disk }) => disk !== undefined)
  if (file?.disk === undefined || more.length > 0) return {}
  return {
    [vmAnnotations.diskDigest]: file.digest,
    [vmAnnotations.diskSize]: String(file.size),
    ...diskAnnotations(file.disk),
  }
}

function diskAnnotations({ format, virtualBytes }: NonNullable<VmFile['disk']>): Record<string, string> {
  return {
    [vmAnnotations.diskFormat]: format,
    ...(virtualBytes !== undefined && { [vmAnnotations.diskVirtualSize]: String(virtualBytes) }),
  }
}

function documentOf(images: readonly CloudImage[]) {
  const order = ({ provider, region, id }: CloudImage) => `${provider}\0${region}\0${id}`
  const listed = [...images].sort((a, b) => (order(a) < order(b) ? -1 : 1))
  const bytes = Buffer.from(`${JSON.stringify(listed.map(({ provider, region, id }) => ({ provider, region, id })))}\n`)
  const annotations = { [annotationKeys.title]: 'cloud-images.json' }
  return { bytes, descriptor: { mediaType: cloudImagesType, digest: digestOf(bytes), size: bytes.length, annotations } }
}
