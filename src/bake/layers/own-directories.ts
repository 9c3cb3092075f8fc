const below = (parent: string, names: string) => names.split(' ').map((name) => `${parent}/${name}`)

/** Links on a merged-/usr system, mount points, or directories with a mode of their own, on one distribution or another. */
const own = new Set([
  ...'bin dev lib lib32 lib64 libx32 proc root run sbin sys tmp'.split(' '),
  ...below('usr', 'lib32 lib64 libx32 sbin'),
  ...below('var', 'local lock mail run tmp'),
])

/**
 * Whether a directory is the base's own to describe: a layer that listed it would turn a link into a directory, or take
 * away a mode such as `/tmp`'s. Every other parent is listed, `/opt` and `/etc` too: where the base has none, Docker makes
 * a parent that is not listed with a mode that only root may enter.
 */
export function isBasesOwn(path: string): boolean {
  return own.has(path)
}
