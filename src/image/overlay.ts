import { follow, maximumLinks } from './follow-links.js'
import { maximumPathBytes, splitEntryPath, unsafe } from './safe-path.js'
import type { TarEntry } from './tar-reader.js'

/** One file, directory or link of the merged image while layers are laid over each other. */
export interface Inode {
  type: 'file' | 'directory' | 'symlink' | 'other'
  mode: number
  uid: number
  gid: number
  size: number
  linkTarget?: string
  layer: number
  content?: Buffer
  /** Of a file: which entry of its layer holds the content, counted from 0. */
  ordinal?: number
  /** Of a directory. */
  children?: Map<string, Inode>
  /** Of a hard link: the inode that holds the content. */
  sameAs?: Inode
}

/** What one entry did to the merged image; paths are real, that is, free of links. */
export interface Change {
  readonly kind: 'put' | 'none'
  readonly path: string
  readonly inode?: Inode
  /** Directories made because the layer did not list them, outermost first. */
  readonly implied: readonly string[]
  /** What was taken away, innermost first. */
  readonly removed: readonly { path: string; type: Inode['type'] }[]
  /** Of a hard link: the real path of its target. */
  readonly linkedTo?: string
}

const whiteoutPrefix = '.wh.'
const opaqueMarker = '.wh..wh..opq'

interface Place {
  readonly directory: Inode
  readonly path: string[]
}

/**
 * The image's file tree in memory, built layer by layer. Every path is resolved here, in this tree, and never by an
 * operating system: so a link can lead nowhere but into the image.
 *
 * @see https://github.com/opencontainers/image-spec/blob/v1.1.1/layer.md#representing-changes
 */
export class Overlay {
  readonly root: Inode = { type: 'directory', mode: 0o755, uid: 0, gid: 0, size: 0, layer: 0, children: new Map() }

  /** @throws IngotError `unsafe-layer` naming `from` and the entry */
  apply(entry: TarEntry, layer: number, from: string): Change {
    const parts = splitEntryPath(entry.path, from)
    const name = parts.pop() as string
    const implied: string[] = []
    const place = this.#enter(parts, layer, entry, from, implied)
    if (name === opaqueMarker) return this.#hideLower(place, layer, implied)
    if (name.startsWith(whiteoutPrefix)) return this.#whiteOut(place, name, layer, implied, entry, from)

    const path = [...place.path, name].join('/')
    // Links may lead deeper than what is written.
    if (path.length > maximumPathBytes) throw unsafe(entry.path, from, 'its real path is longer than 4096 bytes')
    const inode = this.#inodeOf(entry, layer, from)
    const removed: Change['removed'][number][] = []
    const existing = place.directory.children?.get(name)
    if (existing?.type === 'directory' && inode.type === 'directory') {
      inode.children = existing.children ?? new Map()
    } else if (existing !== undefined) {
      collect(existing, path, removed)
    }
    const linkedTo = entry.type === 'hardlink' ? this.#target(entry, from).path : undefined
    if (linkedTo === path) return { kind: 'none', path, implied, removed: [] }
    place.directory.children?.set(name, inode)
    return { kind: 'put', path, inode, implied, removed, ...(linkedTo !== undefined && { linkedTo }) }
  }

  #inodeOf(entry: TarEntry, layer: number, from: string): Inode {
    const { mode, uid, gid, size } = entry
    if (entry.type === 'hardlink') {
      const { inode } = this.#target(entry, from)
      return { ...inode, layer, sameAs: inode.sameAs ?? inode }
    }
    const target = entry.linkTarget ?? ''
    if (entry.type === 'symlink' && (target === '' || target.includes('\0') || target.length > maximumPathBytes)) {
      throw unsafe(entry.path, from, 'it is a symbolic link without a usable target')
    }
    const linkTarget = entry.type === 'symlink' ? { linkTarget: target } : {}
    const children = entry.type === 'directory' ? { children: new Map<string, Inode>() } : {}
    return { type: entry.type, mode, uid, gid, size, layer, ...linkTarget, ...children }
  }

  /** The inode that a hard link means: it must be in the image, and not a directory. */
  #target(entry: TarEntry, from: string): { inode: Inode; path: string } {
    const refuse = (why: string) =>
      unsafe(entry.path, from, `it is a hard link to ${JSON.stringify(entry.linkTarget)}, ${why}`)
    const written = entry.linkTarget ?? ''
    if (written.startsWith('/') || written.split('/').includes('..')) throw refuse('which leads out of the image')
    const parts = splitEntryPath(written, from, 'hard link target')
    const name = parts.pop()
    const place = this.#walk(parts, Number.POSITIVE_INFINITY, refuse, () => undefined)
    const inode = name === undefined ? undefined : place?.directory.children?.get(name)
    if (place === undefined || inode === undefined) throw refuse('which is not in the image')
    if (inode.type === 'directory') throw refuse('which is a directory')
    return { inode, path: [...place.path, name].join('/') }
  }

  /** The real directory that an entry is to be put into, made where it is missing. */
  #enter(parts: readonly string[], layer: number, entry: TarEntry, from: string, implied: string[]): Place {
    const refuse = (why: string) => unsafe(entry.path, from, why)
    const create = (path: string): Inode => {
      implied.push(path)
      return { type: 'directory', mode: 0o755, uid: 0, gid: 0, size: 0, layer, children: new Map() }
    }
    return this.#walk(parts, layer, refuse, create) as Place
  }

  #walk(
    parts: readonly string[],
    layer: number,
    refuse: (why: string) => Error,
    create: (path: string) => Inode | undefined,
  ): Place | undefined {
    const todo = [...parts]
    let links = 0
    let trail: { name: string; inode: Inode }[] = []
    while (todo.length > 0) {
      const name = todo.shift() as string
      if (name === '' || name === '.') continue
      if (name === '..') {
        if (trail.length === 0) throw refuse('a symbolic link on its way leads out of the image')
        trail.pop()
        continue
      }
      const directory = trail.at(-1)?.inode ?? this.root
      const path = () => [...trail.map((step) => step.name), name].join('/')
      let inode = directory.children?.get(name)
      if (inode === undefined) {
        inode = create(path())
        if (inode === undefined) return undefined
        directory.children?.set(name, inode)
      }
      if (inode.type === 'symlink') {
        if (++links > maximumLinks) throw refuse('the symbolic links on its way form a loop')
        const target = inode.linkTarget ?? ''
        if (target.startsWith('/')) {
          this.#checkAbsolute(inode, path(), layer, refuse)
          trail = []
        }
        todo.unshift(...target.split('/'))
        continue
      }
      if (inode.type !== 'directory') throw refuse(`${JSON.stringify(path())} on its way is not a directory`)
      trail.push({ name, inode })
    }
    return { directory: trail.at(-1)?.inode ?? this.root, path: trail.map((step) => step.name) }
  }

  /**
   * An absolute link means a place within the image. A layer may rely on one of a layer below that leads to an existing
   * directory (Debian's var/run); one that brings its own, or one to nowhere, aims at somebody else's disk.
   */
  #checkAbsolute(link: Inode, path: string, layer: number, refuse: (why: string) => Error): void {
    const target = link.linkTarget ?? ''
    const found = link.layer < layer ? this.find(target) : undefined
    if (found?.inode.type === 'directory') return
    throw refuse(`${JSON.stringify(path)} on its way is a symbolic link to the absolute path ${JSON.stringify(target)}`)
  }

  /** Where a path leads, links followed within the image as chroot would; undefined when nowhere. */
  find(path: string): { inode: Inode; path: string } | undefined {
    return follow(path, {
      root: this.root,
      child: (directory, name) => directory.children?.get(name),
    })
  }

  #hideLower(place: Place, layer: number, implied: readonly string[]): Change {
    const removed: Change['removed'][number][] = []
    removeLower(place.directory, place.path.join('/'), layer, removed)
    return { kind: 'none', path: place.path.join('/'), implied, removed }
  }

  #whiteOut(
    place: Place,
    marker: string,
    layer: number,
    implied: readonly string[],
    entry: TarEntry,
    from: string,
  ): Change {
    const name = marker.slice(whiteoutPrefix.length)
    if (name === '' || name === '.' || name === '..') throw unsafe(entry.path, from, 'the whiteout names nothing')
    const path = [...place.path, name].join('/')
    const removed: Change['removed'][number][] = []
    const inode = place.directory.children?.get(name)
    if (inode !== undefined) {
      if (inode.type === 'directory') removeLower(inode, path, layer, removed)
      // What this very layer has put there stays: a whiteout speaks of the layers below.
      if (inode.layer < layer && (inode.children === undefined || inode.children.size === 0)) {
        removed.push({ path, type: inode.type })
        place.directory.children?.delete(name)
      }
    }
    return { kind: 'none', path, implied, removed }
  }
}

function collect(inode: Inode, path: string, removed: { path: string; type: Inode['type'] }[]): void {
  for (const [name, child] of inode.children ?? []) collect(child, `${path}/${name}`, removed)
  removed.push({ path, type: inode.type })
}

/** Takes away all that lies below `directory` and came from a lower layer. */
function removeLower(
  directory: Inode,
  path: string,
  layer: number,
  removed: { path: string; type: Inode['type'] }[],
): void {
  for (const [name, child] of directory.children ?? []) {
    const childPath = path === '' ? name : `${path}/${name}`
    removeLower(child, childPath, layer, removed)
    if (child.layer >= layer || (child.children !== undefined && child.children.size > 0)) continue
    removed.push({ path: childPath, type: child.type })
    directory.children?.delete(name)
  }
}
