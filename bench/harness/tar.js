import { posix } from 'node:path'
import { contentOf } from './seeded.js'

/**
 * A tar of seeded files and of their directories, plain ustar, everything owned by 0:0 and from 1970. Written apart from
 * the archive writer under test, which has no part in the inputs that it is measured with.
 *
 * @param {import('./trees.js').File[]} files
 */
export function tarOf(files) {
  const directories = new Set(files.flatMap(({ path }) => parentsOf(path)))
  const parts = [...directories].sort().map((path) => headerOf(`${path}/`, 0, '5', 0o755))
  for (const { path, kind, size, seed } of files) {
    parts.push(headerOf(path, size, '0', 0o644), contentOf(kind, seed, size), Buffer.alloc((512 - (size % 512)) % 512))
  }
  return Buffer.concat([...parts, Buffer.alloc(1024)])
}

function parentsOf(path) {
  const parent = posix.dirname(path)
  return parent === '.' ? [] : [...parentsOf(parent), parent]
}

function headerOf(path, size, type, mode) {
  if (Buffer.byteLength(path) > 100) throw new Error(`${path} is too long for a plain header`)
  const header = Buffer.alloc(512)
  header.write(path, 0)
  const numbers = [
    [100, 8, mode],
    [108, 8, 0],
    [116, 8, 0],
    [124, 12, size],
    [136, 12, 0],
  ]
  for (const [at, width, value] of numbers) header.write(`${value.toString(8).padStart(width - 1, '0')}\0`, at)
  header.write('        ', 148)
  header.write(type, 156)
  header.write('ustar\x0000', 257)
  const sum = header.reduce((total, byte) => total + byte, 0)
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return header
}
