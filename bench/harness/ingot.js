import { mkdir, mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'

const bundle = join(process.cwd(), 'dist/cli/index.js')

/** The committed bundle, as a user runs it. */
export function ingot(args, { cache, cwd } = {}) {
  const env = { ...process.env, ...(cache === undefined ? {} : { XDG_CACHE_HOME: cache }) }
  return { file: process.execPath, args: [bundle, ...args, '--json'], env, ...(cwd === undefined ? {} : { cwd }) }
}

/** An empty folder for caches: what starts with one is cold. */
export async function emptyCache(folder) {
  await mkdir(join(folder, 'caches'), { recursive: true })
  return mkdtemp(join(folder, 'caches', 'cache-'))
}
