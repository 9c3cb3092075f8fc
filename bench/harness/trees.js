import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { randomFrom } from '../traffic.js'
import { contentOf, numberOf } from './seeded.js'

/**
 * Trees of files that their seed decides: what the scenarios bake, and what their base images are made of.
 *
 * @typedef {{path: string, kind: string, size: number, seed: string}} File `size` in bytes
 */

/**
 * @param {{seed: string, files: number, bytes: number, kind?: string, spread?: number, perFolder?: number}} shape
 *   `spread` is how unlike the sizes are: 0 makes them equal, 1.3 is about what `node_modules` has
 * @returns {File[]} together exactly `bytes` long
 */
export function treeOf({ seed, files, bytes, kind = 'text', spread = 0, perFolder = 12 }) {
  const random = randomFrom(numberOf(seed))
  const weights = Array.from({ length: files }, () => Math.exp(spread * normal(random)))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  let [given, before] = [0, 0]
  return weights.map((weight, at) => {
    before += weight
    const end = at === files - 1 ? bytes : Math.round((before / total) * bytes)
    const file = { path: pathOf(at, perFolder), kind, size: end - given, seed: `${seed}/${at}` }
    given = end
    return file
  })
}

/** Three levels deep, as packages are. */
function pathOf(at, perFolder) {
  const folder = Math.floor(at / perFolder)
  return `package-${Math.floor(folder / 8)}/part-${folder % 8}/file-${at % perFolder}.js`
}

function normal(random) {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

/** The files below a directory of their own. */
export function below(directory, files) {
  return files.map((file) => ({ ...file, path: `${directory}/${file.path}` }))
}

/** The seeded inputs, by name: the table in README.md says what each stands for. */
export const trees = {
  app20: () => treeOf({ seed: 'app20', files: 4741, bytes: 20_000_000, spread: 1.3 }),
  big200: () => [
    ...below('lib', treeOf({ seed: 'big/lib', files: 60, bytes: 101_000_000, kind: 'library', spread: 1 })),
    ...below('data', treeOf({ seed: 'big/data', files: 20, bytes: 100_000_000, kind: 'random', spread: 0.5 })),
  ],
  small50k: (files = 50_000) => treeOf({ seed: 'small', files, bytes: files * 2000, perFolder: 100 }),
  /** The three layers of `inc`, what seldom changes first. */
  runtime: () => treeOf({ seed: 'inc/runtime', files: 40, bytes: 150_000_000, kind: 'library', spread: 1 }),
  dependencies: () => treeOf({ seed: 'inc/deps', files: 6000, bytes: 78_000_000, spread: 1.3 }),
  source: () => treeOf({ seed: 'inc/src', files: 300, bytes: 2_000_000, spread: 1 }),
  /** A base of the shape of Debian's minbase, and a layer of the shape of a language's runtime. */
  minbase: () => [
    ...below('usr/lib', treeOf({ seed: 'base/lib', files: 900, bytes: 48_000_000, kind: 'library', spread: 1.8 })),
    ...below('usr/share', treeOf({ seed: 'base/share', files: 3600, bytes: 26_000_000, spread: 1.3 })),
  ],
  language: () =>
    below('usr/local', treeOf({ seed: 'base/runtime', files: 30, bytes: 44_000_000, kind: 'library', spread: 2 })),
}

export async function writeTree(directory, files) {
  const made = new Set()
  for (const file of files) {
    const path = join(directory, file.path)
    if (!made.has(dirname(path))) await mkdir(dirname(path), { recursive: true })
    made.add(dirname(path))
    await writeFile(path, contentOf(file.kind, file.seed, file.size))
  }
}
