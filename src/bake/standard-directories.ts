const below = (parent: string, names: string) => names.split(' ').map((name) => `${parent}/${name}`)

/** @see https://refspecs.linuxfoundation.org/FHS_3.0/fhs-3.0.html */
const standard = new Set([
  ...'bin boot dev etc home lib lib32 lib64 libx32 media mnt opt proc root run sbin srv sys tmp usr var'.split(' '),
  ...below('usr', 'bin include lib lib32 lib64 libexec libx32 local sbin share src'),
  ...below('usr/local', 'bin etc include lib libexec sbin share src'),
  ...below('var', 'cache lib local lock log mail opt run spool tmp'),
])

/**
 * Directories that every base brings, some with modes of their own (`/tmp`, `/root`), some as links (`/bin`, `/var/run`):
 * a layer that listed them would overwrite that.
 */
export function isStandardDirectory(path: string): boolean {
  return standard.has(path)
}
