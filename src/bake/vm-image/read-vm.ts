import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { IngotError } from '../../errors.js'
import type { Image } from '../../image/index.js'
import type { Descriptor } from '../../oci/manifest.js'
import { type CloudImage, cloudImagesType, diskFormatOf, isVmManifest } from '../../oci/vm-image.js'

const maximumDocumentBytes = 1024 * 1024 // 1 MiB
const cloudImages = z.array(z.strictObject({ provider: z.string(), region: z.string(), id: z.string() }))

/** What a template is given of the VM image that it builds on. */
export type VmBase =
  | { readonly kind: 'disk'; readonly descriptor: Descriptor; readonly extension: string }
  | { readonly kind: 'cloud'; readonly image: CloudImage }

/**
 * The one thing in a VM image that another can be built on: its only disk, or its only image in the cloud (of a region).
 *
 * @throws IngotError `unsupported` for a container image, and where the choice would be a guess
 */
export async function chooseVmBase(
  image: Image,
  options: { readonly region?: string | undefined; readonly signal?: AbortSignal | undefined },
): Promise<VmBase> {
  const name = `${image.store.repository}@${image.manifestDigest}`
  if (!isVmManifest(image.manifest)) {
    throw new IngotError('unsupported', `The base ${name} is not a VM image`, {
      advice: 'Name a VM image that ingot baked; a disk from elsewhere becomes one with the file builder of Packer',
    })
  }
  const disks = image.manifest.layers.flatMap((descriptor) => {
    const extension = diskFormatOf(descriptor.mediaType)
    return extension === undefined ? [] : [{ kind: 'disk' as const, descriptor, extension }]
  })
  const [disk] = disks
  if (disks.length === 1 && disk !== undefined) return disk
  if (disks.length > 1) throw ambiguous(name, `${disks.length} disks`, 'Build on an image with one disk')
  const all = await readCloudImages(image, options.signal)
  const { region } = options
  const fitting = all.filter((one) => region === undefined || one.region === region)
  const [only] = fitting
  if (fitting.length === 1 && only !== undefined) return { kind: 'cloud', image: only }
  const regions = all.map((one) => one.region || one.provider).join(', ') || 'none'
  throw ambiguous(name, `${fitting.length} fitting images in a cloud (${regions})`, 'Set base-region in ingot.yml')
}

/** The images in clouds that a VM image names. */
export async function readCloudImages(image: Image, signal?: AbortSignal): Promise<CloudImage[]> {
  const descriptor = image.manifest.layers.find(({ mediaType }) => mediaType === cloudImagesType)
  if (descriptor === undefined) return []
  const from = `${image.store.repository}@${image.manifestDigest}`
  if (descriptor.size > maximumDocumentBytes) {
    throw new IngotError('size-exceeded', `The list of cloud images of ${from} claims ${descriptor.size} bytes`)
  }
  const parts: Uint8Array[] = []
  for await (const part of image.store.readBlob(descriptor, signal && { signal })) parts.push(part)
  try {
    return cloudImages.parse(JSON.parse(Buffer.concat(parts).toString('utf8')))
  } catch (cause) {
    throw new IngotError('unreadable', `The list of cloud images of ${from} is malformed`, { cause })
  }
}

/** Pulls a disk into a directory, checked against its digest as it streams. @returns its path */
export async function pullDisk(
  image: Image,
  base: Extract<VmBase, { kind: 'disk' }>,
  directory: string,
  signal?: AbortSignal,
): Promise<string> {
  // The builder looks at the extension; the name in the image is somebody else's word and not used.
  const path = join(directory, `base.${base.extension}`)
  const blob = image.store.readBlob(base.descriptor, signal && { signal })
  await pipeline(Readable.from(blob, { objectMode: false }), createWriteStream(path, { mode: 0o600 }))
  return path
}

function ambiguous(name: string, what: string, advice: string): IngotError {
  return new IngotError('unsupported', `The base ${name} has ${what}: which to build on would be a guess`, { advice })
}
