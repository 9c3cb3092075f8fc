import { createHash } from 'node:crypto'
import { tmpdir, userInfo } from 'node:os'
import { join, resolve } from 'node:path'
import { type Digest, hexOf } from '../../../oci/digest.js'

const longestSocketPath = 100 // sun_path holds 104 bytes on macOS, 108 on Linux

/** Where the parts of a target are in its directory. */
export const paths = {
  state: (directory: string) => join(directory, 'target.json'),
  log: (directory: string) => join(directory, 'host.log'),
  images: (directory: string) => join(directory, 'images'),
  image: (directory: string, digest: Digest) => join(directory, 'images', hexOf(digest)),
  rootfs: (directory: string, digest: Digest) => join(directory, 'images', hexOf(digest), 'rootfs'),
  config: (directory: string, digest: Digest) => join(directory, 'images', hexOf(digest), 'config.json'),
}

/** The control socket: in the target's directory, or, where its path is too long for a socket, in the user's own temporary one. */
export function controlSocket(directory: string): { path: string; folder: string } {
  const path = join(resolve(directory), 'control.sock')
  if (Buffer.byteLength(path) <= longestSocketPath) return { path, folder: directory }
  const name = createHash('sha256').update(resolve(directory)).digest('hex').slice(0, 16)
  const folder = join(tmpdir(), `ingot-${userInfo().uid}`)
  return { path: join(folder, `${name}.sock`), folder }
}
