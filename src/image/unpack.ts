import { randomBytes } from 'node:crypto'
import * as fs from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { IngotError } from '../errors.js'
import { isVmManifest } from '../oci/vm-image.js'
import type { Image } from './image.js'
import { type LayerOptions, openLayer } from './layer.js'
import { type Change, Overlay } from './overlay.js'
import type { TarEntry } from './tar-reader.js'

/**
 * Writes the merged file tree of an image to `directory`, which must not exist or be empty. It appears complete or not
 * at all: the work is done in a temporary sibling that is renamed at the end and removed on any failure.
 *
 * Owners are not set and setuid bits are dropped, since what is unpacked belongs to whoever runs it; devices are skipped.
 * Every path is resolved in memory first, so no link of the image is ever followed on disk.
 *
 * @throws IngotError as `openLayer`; `invalid-input` when `directory` holds something; `unsupported` for a VM image
 */
export async function unpackImage(image: Image, directory: string, options: LayerOptions = {}): Promise<void> {
  const target = resolve(directory)
  refuseOccupied(target)
  refuseVm(image)
  fs.mkdirSync(dirname(target), { recursive: true })
  const temporary = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}`)
  fs.mkdirSync(temporary, { mode: 0o755 })
  try {
    await unpackLayers(image, temporary, options)
    options.signal?.throwIfAborted()
    fs.renameSync(temporary, target)
  } catch (error) {
    fs.rmSync(temporary, { recursive: true, force: true })
    throw error
  }
}

function refuseOccupied(target: string): void {
  const isOccupied = fs.existsSync(target) && (!fs.statSync(target).isDirectory() || fs.readdirSync(target).length > 0)
  if (!isOccupied) return
  throw new IngotError('invalid-input', `Cannot unpack an image to ${target}: it is not empty`, {
    advice: 'Name a directory that does not exist yet',
  })
}

function refuseVm({ manifest, store, manifestDigest }: Image): void {
  if (!isVmManifest(manifest)) return
  throw new IngotError(
    'unsupported',
    `${store.repository}@${manifestDigest} is a VM image: it has no files to unpack`,
    {
      advice: 'Its disks come out with oras pull, or with any client that pulls layers by their title',
    },
  )
}

async function unpackLayers(image: Image, root: string, options: LayerOptions): Promise<void> {
  const overlay = new Overlay()
  for (const [layer, descriptor] of image.manifest.layers.entries()) {
    for await (const entry of openLayer(image, layer, options)) {
      const change = overlay.apply(entry, layer, `layer ${descriptor.digest}`)
      await carryOut(change, entry, root)
    }
  }
}

/** Synchronous calls: for the many small files of an image they take a quarter of the time of promises. */
async function carryOut(change: Change, entry: TarEntry, root: string): Promise<void> {
  for (const { path, type } of change.removed) {
    if (type === 'directory') fs.rmdirSync(join(root, path))
    else fs.rmSync(join(root, path), { force: true })
  }
  for (const path of change.implied) fs.mkdirSync(join(root, path), { mode: 0o755 })
  const { inode } = change
  if (inode === undefined) return
  const path = join(root, change.path)
  // Whoever unpacks must be able to read it, and to remove it again.
  if (change.linkedTo !== undefined) linkOnDisk(join(root, change.linkedTo), path)
  else if (inode.type === 'directory') makeDirectory(path, (inode.mode & 0o777) | 0o700)
  else if (inode.type === 'symlink') fs.symlinkSync(inode.linkTarget ?? '', path)
  else if (inode.type === 'file') await writeFile(path, (inode.mode & 0o777) | 0o600, entry)
}

function linkOnDisk(existing: string, path: string): void {
  // The target of the link may be a device, which was skipped.
  if (fs.lstatSync(existing, { throwIfNoEntry: false }) !== undefined) fs.linkSync(existing, path)
}

function makeDirectory(path: string, mode: number): void {
  if (!fs.existsSync(path)) fs.mkdirSync(path)
  fs.chmodSync(path, mode)
}

async function writeFile(path: string, mode: number, entry: TarEntry): Promise<void> {
  // `wx` neither follows a link nor overwrites: the tree in memory and the disk must agree.
  const file = fs.openSync(path, 'wx', mode)
  try {
    for await (const part of entry.content()) {
      for (let written = 0; written < part.length; ) written += fs.writeSync(file, part, written)
    }
    fs.fchmodSync(file, mode)
  } finally {
    fs.closeSync(file)
  }
}
