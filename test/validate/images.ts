import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { tarEnd, tarHeader, tarPadding } from '../../src/image/index.js'
import { digestOf } from '../../src/oci/digest.js'
import { type Descriptor, encodeJson, type ImageConfig } from '../../src/oci/manifest.js'
import { mediaTypes } from '../../src/oci/media-types.js'
import { parseReference } from '../../src/oci/reference.js'
import type { ImageStore } from '../../src/oci/store.js'
import { openStore } from '../../src/registry/index.js'

/** Path → content, or a link's target; a mode where it is not 0644. */
export type Files = Record<string, string | { content?: string; mode?: number; link?: string }>

export async function temporaryDirectory(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'ingot-validate-test-'))
  return { path, remove: () => rm(path, { recursive: true, force: true }) }
}

export function openLayout(directory: string): ImageStore {
  return openStore(parseReference(`oci:${directory}`))
}

/** An image of one uncompressed layer. */
export async function writeImage(
  store: ImageStore,
  files: Files,
  config: ImageConfig['config'] = {},
  { tags = [] as string[], architecture = hostArchitecture } = {},
): Promise<Descriptor> {
  const layer = tarOf(files)
  const document = encodeJson({
    architecture,
    os: 'linux',
    config,
    rootfs: { type: 'layers', diff_ids: [digestOf(layer)] },
  })
  const manifest = encodeJson({
    schemaVersion: 2,
    mediaType: mediaTypes.manifest,
    config: await writeBlob(store, document, mediaTypes.config),
    layers: [await writeBlob(store, layer, mediaTypes.layerTar)],
  })
  return store.writeManifest(manifest, mediaTypes.manifest, { tags })
}

export const hostArchitecture = process.arch === 'x64' ? 'amd64' : process.arch
export const otherArchitecture = hostArchitecture === 'riscv64' ? 'amd64' : 'riscv64'

export async function writeIndex(store: ImageStore, manifests: Descriptor[], tags: string[]): Promise<Descriptor> {
  const bytes = encodeJson({ schemaVersion: 2, mediaType: mediaTypes.index, manifests })
  return store.writeManifest(bytes, mediaTypes.index, { tags })
}

function tarOf(files: Files): Buffer {
  const members = Object.entries(files).map(([path, written]) => {
    const { content = '', mode = 0o644, link } = typeof written === 'string' ? { content: written } : written
    const bytes = Buffer.from(content)
    const type = link === undefined ? ('file' as const) : ('symlink' as const)
    const header = tarHeader({
      path,
      type,
      mode,
      size: bytes.length,
      mtime: 0,
      ...(link !== undefined && { linkTarget: link }),
    })
    return Buffer.concat([header, bytes, tarPadding(bytes.length)])
  })
  return Buffer.concat([...members, tarEnd()])
}

async function writeBlob(store: ImageStore, bytes: Buffer, mediaType: string): Promise<Descriptor> {
  const descriptor = { mediaType, digest: digestOf(bytes), size: bytes.length }
  await store.writeBlob({
    descriptor,
    async *open() {
      yield bytes
    },
  })
  return descriptor
}
