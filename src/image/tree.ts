import { isOpaqueLayer } from '../oci/vm-image.js'
import { follow } from './follow-links.js'
import type { Image } from './image.js'
import { openLayer } from './layer.js'
import { type Limits, sizeExceeded } from './limits.js'
import { type Inode, Overlay } from './overlay.js'
import type { TarEntry } from './tar-reader.js'

/** One path of the merged image. */
export interface TreeNode {
  /** Without a slash at the front: `etc/passwd`. */
  readonly path: string
  readonly type: 'file' | 'directory' | 'symlink' | 'other'
  /** Permission bits with setuid, setgid and sticky. */
  readonly mode: number
  readonly uid: number
  readonly gid: number
  /** Bytes; 0 for everything but files. */
  readonly size: number
  readonly linkTarget?: string
  /** Index of the layer that it came from. */
  readonly layer: number
  /** Of files that were asked for. */
  readonly content?: Buffer
}

/** Path → node, parents before children, names in order. The root itself is not listed. */
export type Tree = ReadonlyMap<string, TreeNode>

export interface TreeOptions {
  /** Whether the content of the file at this path is wanted; default none. */
  readonly keep?: (path: string) => boolean
  /** Bytes; a wanted file that is larger is refused. Default 64 MiB. */
  readonly maximumFileBytes?: number
  readonly limits?: Limits
  readonly signal?: AbortSignal
}

const defaultFileBytes = 64 * 1024 ** 2 // 64 MiB
const maximumKeptBytes = 1024 ** 3 // 1 GiB of kept content in all

/**
 * The merged file tree of all layers, whiteouts and opaque directories honoured, in one pass over the bytes (a second
 * one over a single layer when a wanted file is a hard link to one that was not). Of a VM image it is the inventory.
 *
 * @throws IngotError as `openLayer`; `size-exceeded` when wanted files are too large
 */
export async function readTree(image: Image, options: TreeOptions = {}): Promise<Tree> {
  const overlay = new Overlay()
  const keeper = new Keeper(options.maximumFileBytes ?? defaultFileBytes)
  for (const [layer, descriptor] of image.manifest.layers.entries()) {
    if (isOpaqueLayer(image.manifest, descriptor)) continue
    const from = `layer ${descriptor.digest}`
    let ordinal = 0
    for await (const entry of openLayer(image, layer, options)) {
      const { inode, path } = overlay.apply(entry, layer, from)
      if (inode !== undefined && entry.type === 'file') {
        inode.ordinal = ordinal
        if (options.keep?.(path)) inode.content = await keeper.read(entry, from)
      }
      ordinal++
    }
  }
  await readLinked(image, overlay.root, options, keeper)
  return flatten(overlay.root, options)
}

/**
 * What a path of the image means, symbolic links followed inside the image only.
 *
 * @param path with or without a slash at the front
 */
export function resolvePath(tree: Tree, path: string): TreeNode | undefined {
  const root: TreeNode = { path: '', type: 'directory', mode: 0o755, uid: 0, gid: 0, size: 0, layer: 0 }
  return follow<TreeNode>(path, { root, child: (_, __, at) => tree.get(at) })?.inode
}

/** Each path of the merged image, parents first, names in order. */
function* walk(directory: Inode, prefix = ''): Generator<[path: string, inode: Inode]> {
  const names = [...(directory.children ?? [])].sort(([a], [b]) => (a < b ? -1 : 1))
  for (const [name, inode] of names) {
    yield [`${prefix}${name}`, inode]
    yield* walk(inode, `${prefix}${name}/`)
  }
}

function flatten(root: Inode, options: TreeOptions): Tree {
  const tree = new Map<string, TreeNode>()
  for (const [path, inode] of walk(root)) {
    const { type, mode, uid, gid, size, layer, linkTarget } = inode
    const content = options.keep?.(path) ? (inode.sameAs ?? inode).content : undefined
    const extras = { ...(linkTarget !== undefined && { linkTarget }), ...(content && { content }) }
    tree.set(path, { path, type, mode, uid, gid, size, layer, ...extras })
  }
  return tree
}

/** Fetches the content of wanted hard links whose first name was not wanted: it was skipped when it passed by. */
async function readLinked(image: Image, root: Inode, options: TreeOptions, keeper: Keeper): Promise<void> {
  const missing = new Map<number, Map<number, Inode>>()
  for (const [path, { type, sameAs }] of walk(root)) {
    if (type !== 'file' || sameAs?.ordinal === undefined || sameAs.content || !options.keep?.(path)) continue
    const ofLayer = missing.get(sameAs.layer) ?? new Map<number, Inode>()
    missing.set(sameAs.layer, ofLayer.set(sameAs.ordinal, sameAs))
  }
  for (const [layer, inodes] of missing) {
    let ordinal = 0
    for await (const entry of openLayer(image, layer, options)) {
      const inode = inodes.get(ordinal++)
      if (inode !== undefined) inode.content = await keeper.read(entry, `layer ${image.manifest.layers[layer]?.digest}`)
    }
  }
}

/** Reads wanted files, within bounds. */
class Keeper {
  #kept = 0

  constructor(private readonly maximumFileBytes: number) {}

  async read(entry: TarEntry, from: string): Promise<Buffer> {
    const what = `${JSON.stringify(entry.path)} in ${from}`
    if (entry.size > this.maximumFileBytes) throw sizeExceeded(what, `${entry.size} bytes`, this.maximumFileBytes)
    this.#kept += entry.size
    if (this.#kept > maximumKeptBytes)
      throw sizeExceeded(`With ${what} what is to be read`, this.#kept, maximumKeptBytes)
    const parts: Uint8Array[] = []
    for await (const part of entry.content()) parts.push(part)
    return Buffer.concat(parts)
  }
}
