import * as fs from 'node:fs'
import { IngotError } from '../../errors.js'
import type { Excludes } from './excludes.js'
import type { Members } from './members.js'

/**
 * Adds everything below a directory, in byte order, whatever the order on disk and the locale. Synchronous: for many small
 * files that takes a quarter of the time of promises. It may be left after each directory, and gone on with later.
 *
 * @throws IngotError `unreadable`, `invalid-input`
 */
export function* walk(source: string, members: Members, excludes: Excludes | undefined): Generator<void> {
  // Excluded directories that are being looked into for what is taken back: listed with the first of it.
  const held: { path: string; stat: fs.Stats }[] = []
  function* visit(below: string): Generator<void> {
    yield
    for (const name of readNames(below === '' ? source : `${source}/${below}`)) {
      const path = below === '' ? name : `${below}/${name}`
      const isExcluded = excludes?.has(path) === true
      if (isExcluded && excludes?.mayReturn === false) continue
      const stat = look(`${source}/${path}`)
      if (!isExcluded) {
        refuseWhiteout(name, `${source}/${path}`)
        for (const parent of held.splice(0)) members.add(parent.path, parent.stat)
        members.add(path, stat)
      } else if (stat.isDirectory()) held.push({ path, stat })
      if (stat.isDirectory()) yield* visit(path)
      if (held.at(-1)?.path === path) held.pop()
    }
  }
  yield* visit('')
}

function look(path: string): fs.Stats {
  const stat = fs.lstatSync(path, { throwIfNoEntry: false })
  if (stat !== undefined) return stat
  throw new IngotError('unreadable', `${path} cannot be added: it has gone, or its name is not UTF-8`, {
    advice: 'Bake after everything that writes there has ended; rename what is not UTF-8, or exclude it',
  })
}

function readNames(directory: string): string[] {
  try {
    const names = fs.readdirSync(directory)
    // Strings compare by UTF-16 units, which is byte order of UTF-8 too unless there are surrogates.
    const hasSurrogates = names.some((name) => /[\ud800-\udfff]/.test(name))
    return hasSurrogates ? names.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))) : names.sort()
  } catch (cause) {
    throw new IngotError('unreadable', `Cannot list ${directory}: ${(cause as Error).message}`, { cause })
  }
}

function refuseWhiteout(name: string, path: string): void {
  if (!name.startsWith('.wh.')) return
  const why = 'names that begin with .wh. delete files in image layers'
  throw new IngotError('invalid-input', `Cannot add ${path}: ${why}`, { advice: 'Rename it, or exclude it' })
}
