import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Digest, digestOf } from '../../src/oci/digest.js'
import { type Descriptor, encodeJson, type Manifest } from '../../src/oci/manifest.js'
import { mediaTypes } from '../../src/oci/media-types.js'
import { parseReference } from '../../src/oci/reference.js'
import type { BlobSource, ImageStore } from '../../src/oci/store.js'
import { openStore } from '../../src/registry/index.js'

export async function temporaryDirectory(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'ingot-sign-'))
  return { path, remove: () => rm(path, { recursive: true, force: true }) }
}

export function openLayout(directory: string): ImageStore {
  return openStore(parseReference(`oci:${directory}`))
}

export function blob(bytes: Buffer, mediaType: string): BlobSource {
  return {
    descriptor: { mediaType, digest: digestOf(bytes), size: bytes.length },
    async *open() {
      yield bytes
    },
  }
}

/** A real, if empty, image: `variant` makes its digest differ. */
export async function writeImage(store: ImageStore, variant: string, tags: string[] = []): Promise<Descriptor> {
  const config = blob(
    encodeJson({
      architecture: variant,
      os: 'linux',
      rootfs: { type: 'layers', diff_ids: [] },
    }),
    mediaTypes.config,
  )
  await store.writeBlob(config)
  const manifest = { schemaVersion: 2 as const, mediaType: mediaTypes.manifest, config: config.descriptor, layers: [] }
  return store.writeManifest(encodeJson(manifest), mediaTypes.manifest, { tags })
}

export async function writeIndex(store: ImageStore, manifests: Descriptor[], tags: string[] = []): Promise<Descriptor> {
  return store.writeManifest(
    encodeJson({ schemaVersion: 2, mediaType: mediaTypes.index, manifests }),
    mediaTypes.index,
    { tags },
  )
}

/** Puts any bytes where a sigstore bundle about `subject` would be; `declaredSize` lies about them. */
export async function plantBundle(
  store: ImageStore,
  subject: Descriptor,
  bytes: Buffer,
  declaredSize = bytes.length,
): Promise<Digest> {
  const config = blob(Buffer.from('{}'), mediaTypes.empty)
  const layer = blob(bytes, mediaTypes.sigstoreBundle)
  await store.writeBlob(config)
  await store.writeBlob(layer)
  const manifest: Manifest = {
    schemaVersion: 2,
    mediaType: mediaTypes.manifest,
    artifactType: mediaTypes.sigstoreBundle,
    config: config.descriptor,
    layers: [{ ...layer.descriptor, size: declaredSize }],
    subject,
  }
  return (await store.writeManifest(encodeJson(manifest), mediaTypes.manifest)).digest
}
