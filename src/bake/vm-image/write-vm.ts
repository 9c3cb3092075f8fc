import { createReadStream } from 'node:fs'
import { formatPlatform, type Image, type LoadOptions } from '../../image/index.js'
import { formatBytes } from '../../oci/bytes.js'
import { digestOf, shortDigest } from '../../oci/digest.js'
import { type Descriptor, encodeJson, type Index } from '../../oci/manifest.js'
import { mediaTypes } from '../../oci/media-types.js'
import type { BlobSource, ImageStore } from '../../oci/store.js'
import type { BakedImage, BakedLayer, BakedPlatform } from '../baker.js'
import type { PreviousImage } from '../previous.js'
import { sorted } from '../settings.js'
import { isUnchanged, keepPrevious } from '../unchanged.js'
import { writeBlobs } from '../write-blobs.js'
import { type ComposedVm, composeVm, type VmContent } from './compose.js'

/** A VM image with what its report says of it. */
export interface VmPlatform extends VmContent {
  readonly baseName?: string | undefined
  readonly baseDigest?: Image['digest'] | undefined
  /** The blob of the inventory, when there is one. */
  readonly inventoryBlob?: BlobSource | undefined
}

export interface VmOutput {
  readonly output: ImageStore
  /** Set last. */
  readonly tags: readonly string[]
  /** Of the index of several platforms. */
  readonly annotations: Readonly<Record<string, string>>
  readonly previous?: PreviousImage | undefined
  readonly log: (line: string) => void
  readonly signal?: LoadOptions['signal']
}

/**
 * Writes VM images, a platform each, and the index of several. The disks are streamed from where the builder left them;
 * what is there already is not sent. The very content of the previous image is not written again.
 */
export async function writeVms(platforms: readonly VmPlatform[], to: VmOutput): Promise<BakedImage> {
  const call = to.signal === undefined ? {} : { signal: to.signal }
  const composed = platforms.map((platform) => ({ platform, documents: composeVm(platform) }))
  const contents = composed.map(({ platform, documents }) => ({
    platform: formatPlatform(platform.platform),
    manifest: documents.manifest,
    config: documents.config,
  }))
  if (isUnchanged(to.previous, contents)) {
    return keepPrevious(
      to.previous,
      composed.map(({ platform, documents }) => reportOf(platform, documents, new Map())),
    )
  }
  const images: { descriptor: Descriptor; bytes: Buffer; report: BakedPlatform }[] = []
  for (const { platform, documents } of composed) {
    const how = await writeLayers(platform, documents, to)
    await writeBlobs(to.output, [{ descriptor: documents.manifest.config, bytes: documents.configBytes }], to.signal)
    const bytes = encodeJson(documents.manifest)
    const descriptor = { mediaType: mediaTypes.manifest, digest: digestOf(bytes), size: bytes.length }
    images.push({ bytes, descriptor, report: reportOf(platform, documents, how) })
  }
  const [only] = images
  const isOne = images.length === 1 && only !== undefined
  if (!isOne) for (const { bytes } of images) await to.output.writeManifest(bytes, mediaTypes.manifest, call)
  const bytes = isOne ? only.bytes : encodeJson(indexOf(composed, images, to.annotations))
  const mediaType = isOne ? mediaTypes.manifest : mediaTypes.index
  const descriptor = await to.output.writeManifest(bytes, mediaType, { ...call, tags: to.tags })
  return { digest: descriptor.digest, descriptor, unchanged: false, platforms: images.map(({ report }) => report) }
}

/** @returns how each layer came to the output, by digest */
async function writeLayers(vm: VmPlatform, { cloudDocument }: ComposedVm, to: VmOutput): Promise<Map<string, string>> {
  const files = vm.files.map(({ path, digest, size, title }) => ({
    title,
    descriptor: { mediaType: mediaTypes.layerTar, digest, size },
    open: () => createReadStream(path, { highWaterMark: 1024 * 1024 }),
  }))
  const document = cloudDocument && {
    title: 'cloud-images.json',
    descriptor: cloudDocument.descriptor,
    open: () => onceOf(cloudDocument.bytes),
  }
  const inventory = vm.inventoryBlob && { title: 'inventory', ...vm.inventoryBlob }
  const how = new Map<string, string>()
  for (const blob of [...files, document, inventory].filter((each) => each !== undefined)) {
    const { digest, size } = blob.descriptor
    const isThere = await to.output.hasBlob(digest, to.signal && { signal: to.signal })
    if (!isThere) await to.output.writeBlob(blob, to.signal && { signal: to.signal })
    how.set(digest, isThere ? 'there already' : `written ${formatBytes(size)}`)
    to.log(`${blob.title} ${shortDigest(digest)} ${formatBytes(size)}, ${isThere ? 'there already' : 'written'}`)
  }
  return how
}

async function* onceOf(bytes: Uint8Array) {
  yield bytes
}

function reportOf(vm: VmPlatform, { manifest }: ComposedVm, how: ReadonlyMap<string, string>): BakedPlatform {
  const layers: BakedLayer[] = manifest.layers.map((layer) => {
    const title = layer.annotations?.['org.opencontainers.image.title']
    return { digest: layer.digest, size: layer.size, from: title ?? 'inventory', how: how.get(layer.digest) }
  })
  const { baseName, baseDigest } = vm
  return { platform: formatPlatform(vm.platform), digest: digestOf(encodeJson(manifest)), baseName, baseDigest, layers }
}

function indexOf(
  composed: readonly { platform: VmPlatform }[],
  images: readonly { descriptor: Descriptor }[],
  annotations: Readonly<Record<string, string>>,
): Index {
  const manifests = images.map(({ descriptor }, i) => ({ ...descriptor, platform: composed[i]?.platform.platform }))
  return { schemaVersion: 2, mediaType: mediaTypes.index, manifests, annotations: sorted({ ...annotations }) }
}
