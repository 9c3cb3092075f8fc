import { mkdtempSync, rmSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { tarEnd, tarHeader, tarPadding } from '../../src/image/index.js'
import { type Digest, digestOf } from '../../src/oci/digest.js'
import type { Descriptor } from '../../src/oci/manifest.js'
import { mediaTypes } from '../../src/oci/media-types.js'
import { parseReference } from '../../src/oci/reference.js'
import { openStore } from '../../src/registry/index.js'
import type { Finding, Package } from '../../src/scan/index.js'

/** Path → content; `null` makes a directory, a `Link` a symbolic link. */
export type Layer = Readonly<Record<string, string | null | { readonly link: string }>>

export interface BuildOptions {
  readonly tag?: string
  readonly annotations?: Readonly<Record<string, string>>
  readonly history?: readonly { created_by: string; empty_layer?: boolean }[]
}

export interface Built {
  readonly digest: Digest
  readonly layers: readonly Digest[]
}

/** An image with these layers, written into the OCI layout at `directory`. */
export async function buildImage(
  directory: string,
  layers: readonly Layer[],
  options: BuildOptions = {},
): Promise<Built> {
  const store = openStore(parseReference(`oci:${directory}`))
  const put = async (mediaType: string, bytes: Buffer): Promise<Descriptor> => {
    const descriptor = { mediaType, digest: digestOf(bytes), size: bytes.length }
    await store.writeBlob({
      descriptor,
      async *open() {
        yield bytes
      },
    })
    return descriptor
  }
  const tars = layers.map(tarOf)
  const descriptors: Descriptor[] = []
  for (const tar of tars) descriptors.push(await put(mediaTypes.layerGzip, gzipSync(tar)))
  const config = await put(
    mediaTypes.config,
    Buffer.from(
      JSON.stringify({
        architecture: process.arch === 'x64' ? 'amd64' : process.arch,
        os: 'linux',
        config: {},
        rootfs: { type: 'layers', diff_ids: tars.map((tar) => digestOf(tar)) },
        ...(options.history && { history: options.history }),
      }),
    ),
  )
  const manifest = {
    schemaVersion: 2,
    mediaType: mediaTypes.manifest,
    config,
    layers: descriptors,
    ...(options.annotations && { annotations: options.annotations }),
  }
  const { digest } = await store.writeManifest(Buffer.from(JSON.stringify(manifest)), mediaTypes.manifest, {
    tags: [options.tag ?? 'latest'],
  })
  return { digest, layers: descriptors.map((descriptor) => descriptor.digest) }
}

function tarOf(layer: Layer): Buffer {
  const parts = Object.entries(layer).flatMap(([path, content]) => {
    const common = { path, mtime: 0 }
    if (content === null) return [tarHeader({ ...common, type: 'directory', mode: 0o755, size: 0 })]
    if (typeof content !== 'string') {
      return [tarHeader({ ...common, type: 'symlink', mode: 0o777, size: 0, linkTarget: content.link })]
    }
    const bytes = Buffer.from(content)
    return [tarHeader({ ...common, type: 'file', mode: 0o644, size: bytes.length }), bytes, tarPadding(bytes.length)]
  })
  return Buffer.concat([...parts, tarEnd()])
}

/** Writes files below a directory: path → text, or a value as JSON. */
export async function writeTree(directory: string, files: Readonly<Record<string, unknown>>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    const file = join(directory, path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content))
  }
}

const folders: string[] = []

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ingot-scan-'))
  folders.push(folder)
  return folder
}

export function removeTemporaryFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
}

export const debianRelease =
  'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nVERSION_ID="12"\nVERSION="12 (bookworm)"\nID=debian\n'
export const alpineRelease = 'NAME="Alpine Linux"\nID=alpine\nVERSION_ID=3.20.3\n'

/** A stanza as dpkg writes it. */
export function dpkgStanza(name: string, version: string, fields: Readonly<Record<string, string>> = {}): string {
  const all: Record<string, string> = {
    Package: name,
    Status: 'install ok installed',
    Architecture: 'amd64',
    Version: version,
    Maintainer: 'Someone <someone@example.org>',
    Description: `${name}\n A longer description\n .\n of several lines.`,
    ...fields,
  }
  return `${Object.entries(all)
    .map(([key, value]) => `${key}: ${value}`)
    .join('\n')}\n\n`
}

export function apkStanza(name: string, version: string, origin = name): string {
  return `C:Q1pbs9cgcpnMIbdXbgFfcsXAq8bA4=\nP:${name}\nV:${version}\nA:x86_64\nS:1\nI:2\nT:text: with a colon\nL:MIT\no:${origin}\nF:lib\nR:${name}.so\na:0:0:755\nZ:Q1aa=\n\n`
}

export function debianAdvisory(id: string, source: string, fixed: string | null, extras: object = {}): object {
  return {
    schema_version: '1.7.0',
    id,
    modified: '2026-11-01T00:00:00Z',
    summary: `A flaw in ${source}`,
    severity: [{ type: 'CVSS_V3', score: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H' }],
    affected: [
      {
        package: { ecosystem: 'Debian:12', name: source },
        ranges: [{ type: 'ECOSYSTEM', events: [{ introduced: '0' }, ...(fixed === null ? [] : [{ fixed }])] }],
      },
    ],
    ...extras,
  }
}

const layer = digestOf('layer')

export function aPackage(name: string, version: string, extras: Partial<Package> = {}): Package {
  return {
    ecosystem: 'npm',
    name,
    version,
    source: { name, version },
    purl: `pkg:npm/${name}@${version}`,
    path: `app/node_modules/${name}/package.json`,
    layer,
    origin: 'application',
    matched: true,
    ...extras,
  }
}

export function aFinding(id: string, extras: Partial<Finding> = {}): Finding {
  return {
    id,
    aliases: [],
    package: 'zlib1g',
    source: 'zlib',
    version: '1:1.2.13-1',
    fixedVersion: '1:1.2.13-2',
    severity: 'high',
    layer,
    origin: 'base',
    purl: 'pkg:deb/debian/zlib1g@1:1.2.13-1',
    path: 'var/lib/dpkg/status',
    ...extras,
  }
}
