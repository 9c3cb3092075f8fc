import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type Image, loadImage } from '../../../src/image/index.js'
import { digestOf } from '../../../src/oci/digest.js'
import { encodeJson, type ImageConfig, type Manifest } from '../../../src/oci/manifest.js'
import { mediaTypes } from '../../../src/oci/media-types.js'
import { parseReference } from '../../../src/oci/reference.js'
import type { ImageStore } from '../../../src/oci/store.js'
import { openStore } from '../../../src/registry/index.js'

/** A member as a hostile or honest builder would write it: nothing is checked. */
export interface RawMember {
  name: string
  type?: string
  link?: string
  content?: string | Buffer
  mode?: number
  uid?: number
  gid?: number
  /** What the header claims; default the content's length. */
  size?: number | Buffer
}

/** Tar bytes written by hand, independent of the project's own writer. */
export function rawTar(members: readonly RawMember[], end = true): Buffer {
  const parts = members.flatMap((member) => {
    const content = Buffer.from(member.content ?? '')
    return [rawHeader(member, content.length), content, Buffer.alloc((512 - (content.length % 512)) % 512)]
  })
  return Buffer.concat([...parts, ...(end ? [Buffer.alloc(1024)] : [])])
}

export function rawHeader(member: RawMember, length: number): Buffer {
  const header = Buffer.alloc(512)
  const octal = (value: number, width: number) => `${value.toString(8).padStart(width - 1, '0')}\0`
  header.write(member.name, 0, 100)
  header.write(octal(member.mode ?? 0o644, 8), 100)
  header.write(octal(member.uid ?? 0, 8), 108)
  header.write(octal(member.gid ?? 0, 8), 116)
  if (Buffer.isBuffer(member.size)) member.size.copy(header, 124)
  else header.write(octal(member.size ?? length, 12), 124)
  header.write(octal(0, 12), 136)
  header.write(member.type ?? '0', 156)
  header.write(member.link ?? '', 157, 100)
  header.write('ustar\x0000', 257)
  return withChecksum(header)
}

export function withChecksum(header: Buffer): Buffer {
  header.write('        ', 148)
  const sum = header.reduce((total, byte) => total + byte, 0)
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return header
}

/** GNU's base-256 form of a number in a field of twelve bytes. */
export function base256(value: bigint): Buffer {
  const bytes = Buffer.alloc(12)
  for (let i = 11, rest = value; i > 0; i--, rest >>= 8n) bytes[i] = Number(rest & 0xffn)
  bytes[0] = 0x80
  return bytes
}

export interface Workspace {
  readonly directory: string
  readonly store: ImageStore
  readonly reference: string
  remove(): void
}

/** A temporary directory with an empty OCI layout in it. */
export function workspace(): Workspace {
  const directory = mkdtempSync(join(tmpdir(), 'ingot-test-'))
  const reference = `oci:${join(directory, 'registry')}`
  return {
    directory,
    reference,
    store: openStore(parseReference(reference)),
    remove: () => rmSync(directory, { recursive: true, force: true }),
  }
}

export interface RawImage {
  readonly layers: readonly Buffer[]
  readonly tag?: string
  readonly config?: Partial<ImageConfig>
  readonly manifest?: Partial<Manifest>
  /** What the config says instead of the true diff-ids. */
  readonly diffIds?: ImageConfig['rootfs']['diff_ids']
  readonly mediaType?: string
  readonly compress?: (tar: Buffer) => Buffer
}

/** Stores an image whose layers are these very tar bytes. */
export async function storeImage(store: ImageStore, raw: RawImage): Promise<Image> {
  const compress = raw.compress ?? ((tar: Buffer) => gzipSync(tar))
  const blobs = raw.layers.map((tar) => compress(tar))
  const config: ImageConfig = {
    architecture: 'amd64',
    os: 'linux',
    config: {},
    rootfs: { type: 'layers', diff_ids: raw.diffIds ?? raw.layers.map((tar) => digestOf(tar)) },
    ...raw.config,
  }
  const manifest: Manifest = {
    schemaVersion: 2,
    mediaType: mediaTypes.manifest,
    config: await put(store, encodeJson(config), mediaTypes.config),
    layers: await Promise.all(blobs.map((blob) => put(store, blob, raw.mediaType ?? mediaTypes.layerGzip))),
    ...raw.manifest,
  }
  const descriptor = await store.writeManifest(encodeJson(manifest), mediaTypes.manifest, {
    tags: raw.tag === undefined ? [] : [raw.tag],
  })
  return loadImage(store, { ...parseReference(store.repository), digest: descriptor.digest })
}

export async function put(store: ImageStore, bytes: Buffer, mediaType: string) {
  const descriptor = { mediaType, digest: digestOf(bytes), size: bytes.length }
  await store.writeBlob({
    descriptor,
    open: async function* () {
      yield bytes
    },
  })
  return descriptor
}

export async function* chunked(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size)
}

export function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}
