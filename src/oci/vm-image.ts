import type { Manifest } from './manifest.js'

/** The `artifactType` of a VM image: an image manifest of one platform whose layers are disks, or the ids of images in a cloud. */
export const vmImageType = 'application/vnd.dev.ingot.vm-image.v1'

/** The layer that lists images in clouds: a JSON array of `{provider, region, id}`. */
export const cloudImagesType = 'application/vnd.dev.ingot.cloud-images.v1+json'

/** Whatever else a builder made beside the disks: firmware variables, a checksum, a machine's definition. */
export const attachmentType = 'application/octet-stream'

export const diskFormats = ['qcow2', 'raw', 'vmdk', 'vdi', 'vhd', 'vhdx', 'ova'] as const
export type DiskFormat = (typeof diskFormats)[number]

/** An image in a cloud: the provider's word is all there is, so the digest names exactly these ids and nothing else. */
export interface CloudImage {
  /** `aws`, `azure`, `google`, or the builder's own id. */
  readonly provider: string
  /** Empty where ids are global. */
  readonly region: string
  readonly id: string
}

export const vmAnnotations = {
  /** Of the disk, or of the only disk of a manifest. */
  diskDigest: 'dev.ingot.disk.digest',
  diskFormat: 'dev.ingot.disk.format',
  /** Bytes of the file. */
  diskSize: 'dev.ingot.disk.size',
  /** Bytes that a machine sees. */
  diskVirtualSize: 'dev.ingot.disk.virtual-size',
  /** `bios` or `uefi`, where it is known. */
  firmware: 'dev.ingot.vm.firmware',
} as const

/** The media type of a disk, stored as it is: whoever pulls the layer has the disk. */
export function diskType(format: DiskFormat): string {
  return `application/vnd.dev.ingot.disk.${format}.v1`
}

/** The format of a layer that is a disk. */
export function diskFormatOf(mediaType: string): DiskFormat | undefined {
  return diskFormats.find((format) => diskType(format) === mediaType)
}

export function isVmManifest(manifest: Pick<Manifest, 'artifactType'>): boolean {
  return manifest.artifactType === vmImageType
}

/** Whether a layer is none of files: a disk, and what lies beside it. Only in a VM image, and only of these types: a layer that is passed over is a layer that nobody scans. */
export function isOpaqueLayer(manifest: Pick<Manifest, 'artifactType'>, { mediaType }: { mediaType: string }): boolean {
  if (!isVmManifest(manifest)) return false
  return diskFormatOf(mediaType) !== undefined || mediaType === cloudImagesType || mediaType === attachmentType
}
