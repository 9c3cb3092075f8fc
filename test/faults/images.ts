import { gzipSync } from 'node:zlib'
import { type Digest, digestOf } from '../../src/oci/digest.js'
import { type Descriptor, encodeJson, type Manifest } from '../../src/oci/manifest.js'
import { annotationKeys, mediaTypes } from '../../src/oci/media-types.js'
import type { Repository } from '../fakes/registry/index.js'
import { rawTar } from '../image/support/layers.js'

/** An image, index or artifact with all that belongs to it, as bytes. */
export interface Built {
  readonly descriptor: Descriptor
  readonly manifests: ReadonlyMap<string, { bytes: Buffer; mediaType: string }>
  readonly blobs: ReadonlyMap<string, Buffer>
}

export interface LayerBytes {
  readonly gzip: Buffer
  readonly diffId: Digest
}

/** A layer of files, each a path and its content. */
export function layerOf(files: Readonly<Record<string, string>>): LayerBytes {
  const tar = rawTar(Object.entries(files).map(([name, content]) => ({ name, content })))
  return { gzip: gzipSync(tar), diffId: digestOf(tar) }
}

export function imageOf(
  layers: readonly LayerBytes[],
  {
    architecture = 'amd64',
    base,
    labels,
  }: { architecture?: string; base?: Built; labels?: Record<string, string> } = {},
): Built {
  const config = encodeJson({
    ...{ architecture, os: 'linux', config: { Labels: labels ?? {} } },
    rootfs: { type: 'layers', diff_ids: layers.map(({ diffId }) => diffId) },
  })
  const annotations = base && {
    annotations: { [annotationKeys.baseName]: baseName, [annotationKeys.baseDigest]: base.descriptor.digest },
  }
  const blobs = [config, ...layers.map(({ gzip }) => gzip)]
  const described = layers.map(({ gzip }) => describe(gzip, mediaTypes.layerGzip))
  const manifest: Manifest = { ...head, config: describe(config, mediaTypes.config), layers: described, ...annotations }
  return built(encodeJson(manifest), mediaTypes.manifest, { blobs, platform: { os: 'linux', architecture } })
}

export function indexOf(images: readonly Built[]): Built {
  const manifests = images.map(({ descriptor }) => descriptor)
  const bytes = encodeJson({ schemaVersion: 2, mediaType: mediaTypes.index, manifests })
  return built(bytes, mediaTypes.index, { parts: images })
}

/** What a signature or an SBOM is: an artifact with one layer, about a subject. */
export function artifactOf({ descriptor }: Built, content: string): Built {
  const { mediaType, digest, size } = descriptor
  const manifest: Manifest = {
    ...{ ...head, artifactType: 'application/x-test', config: describe('{}', mediaTypes.empty) },
    ...{ layers: [describe(content, 'text/plain')], subject: { mediaType, digest, size } },
  }
  return built(encodeJson(manifest), mediaTypes.manifest, { blobs: [Buffer.from('{}'), Buffer.from(content)] })
}

/** Puts it there without a request. */
export function seed(repository: Repository, { descriptor, manifests, blobs }: Built, tag?: string): void {
  for (const [digest, bytes] of blobs) repository.blobs.set(digest, bytes)
  for (const [digest, manifest] of manifests) repository.manifests.set(digest, manifest)
  if (tag !== undefined) repository.tags.set(tag, descriptor.digest)
}

/** Names that are written into images: the same in every run, whatever the port. */
export const elsewhere = 'registry.example.com/'
export const baseName = `${elsewhere}golden/base:12`

const head = { schemaVersion: 2, mediaType: mediaTypes.manifest } as const

function describe(bytes: Buffer | string, mediaType: string): Descriptor {
  return { mediaType, digest: digestOf(bytes), size: Buffer.byteLength(bytes) }
}

function built(
  bytes: Buffer,
  mediaType: string,
  {
    blobs = [],
    parts = [],
    platform,
  }: { blobs?: Buffer[]; parts?: readonly Built[]; platform?: Descriptor['platform'] },
): Built {
  const descriptor = { ...describe(bytes, mediaType), ...(platform && { platform }) }
  return {
    descriptor,
    manifests: new Map([[descriptor.digest, { bytes, mediaType }], ...parts.flatMap((part) => [...part.manifests])]),
    blobs: new Map([
      ...blobs.map((blob): [string, Buffer] => [digestOf(blob), blob]),
      ...parts.flatMap((part) => [...part.blobs]),
    ]),
  }
}
