export const maximumLinks = 40 // what Linux follows in one path

interface Walkable<Node> {
  readonly root: Node
  child(directory: Node, name: string, path: string): Node | undefined
}

/** Follows links as chroot does: an absolute target starts at the image's root, `..` stops there. */
export function follow<Node extends { readonly type: string; readonly linkTarget?: string | undefined }>(
  path: string,
  tree: Walkable<Node>,
): { inode: Node; path: string } | undefined {
  const todo = path.split('/')
  let links = 0
  let trail: { name: string; inode: Node }[] = []
  while (todo.length > 0) {
    const name = todo.shift() as string
    if (name === '' || name === '.') continue
    if (name === '..') {
      trail.pop()
      continue
    }
    const at = [...trail.map((step) => step.name), name].join('/')
    const inode = tree.child(trail.at(-1)?.inode ?? tree.root, name, at)
    if (inode === undefined) return undefined
    if (inode.type !== 'symlink') {
      trail.push({ name, inode })
      continue
    }
    if (++links > maximumLinks) return undefined
    const target = inode.linkTarget ?? ''
    if (target.startsWith('/')) trail = []
    todo.unshift(...target.split('/'))
  }
  return { inode: trail.at(-1)?.inode ?? tree.root, path: trail.map((step) => step.name).join('/') }
}
