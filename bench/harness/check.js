import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { digestOf, getBlob, getManifest } from './client.js'
import { timed } from './measure.js'
import { contentOf } from './seeded.js'
import { find, need } from './tools.js'

/** Correctness comes before speed: what a tool has written is read back and compared with what it was given. */

/**
 * Fetches all of an image: every digest and size must be that of the bytes, and every diff-id that of the content.
 *
 * @returns {Promise<{manifest: object, config: object, digest: string}>}
 */
export async function checkImage(host, repository, reference) {
  const { manifest, digest } = await getManifest(host, repository, reference)
  const blobs = []
  for (const descriptor of [manifest.config, ...manifest.layers]) {
    const blob = await getBlob(host, repository, descriptor.digest)
    same(`digest of ${descriptor.digest}`, digestOf(blob), descriptor.digest)
    same(`size of ${descriptor.digest}`, blob.length, descriptor.size)
    blobs.push(descriptor === manifest.config ? blob : digestOf(expanded(blob)))
  }
  const config = JSON.parse(blobs[0].toString())
  same('diff-ids', JSON.stringify(blobs.slice(1)), JSON.stringify(config.rootfs.diff_ids))
  return { manifest, config, digest }
}

function expanded(blob) {
  return blob.readUInt16BE() === 0x1f8b ? gunzipSync(blob) : blob
}

/** The image's first layers are the base's, by the content. */
export function checkBase(config, base) {
  const diffIds = base.layers.map(({ diffId }) => diffId)
  same('base', JSON.stringify(config.rootfs.diff_ids.slice(0, diffIds.length)), JSON.stringify(diffIds))
}

/**
 * Pulls an image with skopeo, unpacks it with umoci, and compares a directory in it with the files that it was made of:
 * neither shares a line with what is checked.
 *
 * @param {{host: string, repository: string, reference: string, prefix: string, files: File[], folder: string}} what
 *   `reference` with its `:` or `@`; `files` are seeded; others in the directory are counted, one is allowed: the stamp
 * @returns {Promise<boolean>} false when skopeo or umoci is absent
 */
export async function checkUnpacked({ host, repository, reference, prefix, files, folder }) {
  if (find('skopeo') === undefined || find('umoci') === undefined) return false
  const place = await mkdtemp(join(folder, 'check-'))
  const source = `docker://${host}/${repository}${reference}`
  const copy = ['copy', '--quiet', '--src-tls-verify=false', source, `oci:${place}/layout:it`]
  await timed({ file: need('skopeo'), args: copy })
  await timed({ file: need('umoci'), args: ['unpack', '--image', `${place}/layout:it`, `${place}/bundle`] })
  const root = join(place, 'bundle/rootfs', prefix)
  for (const { path, kind, size, seed } of files) {
    if (!(await readFile(join(root, path))).equals(contentOf(kind, seed, size)))
      throw new Error(`${path} is not what was baked`)
  }
  const found = await readdir(root, { recursive: true, withFileTypes: true })
  const extra = found.filter((entry) => entry.isFile()).length - files.length
  if (extra > 1) throw new Error(`${extra} files more than were baked in ${relative(place, root)}`)
  await rm(place, { recursive: true, force: true })
  return true
}

/** Both repositories name the same bytes, and the second has all of them. */
export async function checkCopy(from, to) {
  const source = await getManifest(from.host, from.repository, from.reference)
  const { digest } = await checkImage(to.host, to.repository, to.reference)
  same('digest of the copy', digest, source.digest)
}

export function same(what, found, expected) {
  if (found !== expected) throw new Error(`${what}: found ${found}, expected ${expected}`)
}
