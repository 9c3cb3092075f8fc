import { digestOf } from '../../src/oci/digest.js'
import { type Descriptor, encodeJson, type Manifest } from '../../src/oci/manifest.js'
import { mediaTypes } from '../../src/oci/media-types.js'
import type { ImageStore } from '../../src/oci/store.js'

export interface TestImage {
  readonly bytes: Buffer
  readonly digest: ReturnType<typeof digestOf>
  readonly descriptor: Descriptor
  readonly config: Descriptor
  readonly layer: Descriptor
}

/** A manifest of one layer whose bytes are `content`; its config is `{}`. */
export function imageOf(content: string, more: Partial<Manifest> = {}): TestImage {
  const config = { mediaType: mediaTypes.empty, digest: digestOf('{}'), size: 2 }
  const layer = { mediaType: mediaTypes.layerTar, digest: digestOf(content), size: Buffer.byteLength(content) }
  const bytes = encodeJson({
    schemaVersion: 2,
    mediaType: mediaTypes.manifest,
    config,
    layers: [layer],
    ...more,
  })
  const digest = digestOf(bytes)
  return { bytes, digest, descriptor: { mediaType: mediaTypes.manifest, digest, size: bytes.length }, config, layer }
}

export async function putImage(
  store: ImageStore,
  content: string,
  tags: readonly string[],
  more: Partial<Manifest> = {},
): Promise<TestImage> {
  const image = imageOf(content, more)
  await putBlob(store, '{}')
  await putBlob(store, content)
  await store.writeManifest(image.bytes, mediaTypes.manifest, { tags })
  return image
}

export async function putBlob(store: ImageStore, content: string | Uint8Array): Promise<Descriptor> {
  const descriptor = { mediaType: mediaTypes.layerTar, digest: digestOf(content), size: Buffer.byteLength(content) }
  await store.writeBlob({ descriptor, open: () => bytesOf(content) })
  return descriptor
}

export async function* bytesOf(content: string | Uint8Array): AsyncGenerator<Uint8Array> {
  yield Buffer.from(content)
}

export async function read(store: ImageStore, descriptor: Descriptor): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of store.readBlob(descriptor)) chunks.push(chunk)
  return Buffer.concat(chunks)
}
