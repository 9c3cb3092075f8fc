import * as fs from 'node:fs'
import { basename, join } from 'node:path'
import { IngotError } from '../../errors.js'
import type { TarMember } from '../../image/index.js'
import { isBasesOwn } from './own-directories.js'

/** What one layer adds: a file or directory on disk, and its absolute path in the image. */
export interface Addition {
  readonly source: string
  readonly destination: string
}

/** A member of a layer and, for files, where its bytes are. */
export type Planned = Omit<TarMember, 'mtime'> & { readonly file?: string }

/**
 * `SRC:DEST`, split at the last colon before a slash.
 *
 * @throws IngotError `invalid-input`
 */
export function parseAddition(text: string): Addition {
  const colon = text.lastIndexOf(':/')
  const [source, destination] = [text.slice(0, Math.max(colon, 0)), text.slice(colon + 1)]
  if (source === '' || destination.split('/').includes('..') || destination.includes('\0')) {
    throw new IngotError('invalid-input', `Cannot add ${JSON.stringify(text)}: it is not SRC:DEST`, {
      advice: 'Write a path on disk, a colon and an absolute path in the image, e.g. build:/app',
    })
  }
  return { source, destination }
}

/**
 * The members of an addition's layer, parents before children, names in byte order. A directory's content goes to the
 * destination; a file goes there too, or into it when it is written with a slash at its end. Owners, times and all but
 * the executable bit of a mode are left behind: they differ from checkout to checkout.
 *
 * @param onBase whether there is a base below, whose own directories (`/tmp`, `/bin`, …) then stay as they are
 * @throws IngotError `not-found`, `invalid-input` for what a layer cannot hold
 */
export function planAddition({ source, destination }: Addition, onBase: boolean): Planned[] {
  const stat = fs.statSync(source, { throwIfNoEntry: false })
  if (stat === undefined) {
    throw new IngotError('not-found', `Cannot add ${source} to the image: there is no such file or directory`, {
      advice: 'Build it first, or correct the part before the colon',
    })
  }
  const parts = destination.split('/').filter((part) => part !== '' && part !== '.')
  if (stat.isFile() && (parts.length === 0 || destination.endsWith('/'))) parts.push(basename(source))
  const directories = stat.isFile() ? parts.slice(0, -1) : parts
  const planned = directories.map((_, i) => directory(directories.slice(0, i + 1).join('/')))
  if (stat.isDirectory()) planned.push(...planDirectory(source, parts.length === 0 ? '' : `${parts.join('/')}/`))
  else planned.push(planFile(source, parts.join('/'), stat))
  return onBase ? planned.filter(({ type, path }) => type !== 'directory' || !isBasesOwn(path)) : planned
}

function planDirectory(source: string, prefix: string): Planned[] {
  return readNames(source).flatMap((name) => {
    const from = join(source, name)
    const path = `${prefix}${name}`
    if (name.startsWith('.wh.')) {
      throw new IngotError(
        'invalid-input',
        `Cannot add ${from}: names that begin with .wh. delete files in image layers`,
        {
          advice: 'Rename it or leave it out',
        },
      )
    }
    const stat = fs.lstatSync(from)
    if (stat.isDirectory()) return [directory(path), ...planDirectory(from, `${path}/`)]
    if (stat.isSymbolicLink()) {
      return [{ path, type: 'symlink' as const, mode: 0o777, size: 0, linkTarget: fs.readlinkSync(from) }]
    }
    return [planFile(from, path, stat)]
  })
}

/** In byte order, whatever the order on disk and the locale. */
function readNames(source: string): string[] {
  return fs.readdirSync(source).sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
}

function planFile(file: string, path: string, stat: fs.Stats): Planned {
  if (!stat.isFile()) {
    throw new IngotError(
      'invalid-input',
      `Cannot add ${file}: it is a ${kindOf(stat)}, not a file, directory or symbolic link`,
      {
        advice: 'Remove it from what is added: sockets, pipes and devices have no place in an image',
      },
    )
  }
  const isExecutable = (stat.mode & 0o111) !== 0
  return { path, type: 'file', mode: isExecutable ? 0o755 : 0o644, size: stat.size, file }
}

function directory(path: string): Planned {
  return { path, type: 'directory', mode: 0o755, size: 0 }
}

function kindOf(stat: fs.Stats): string {
  if (stat.isSocket()) return 'socket'
  if (stat.isFIFO()) return 'named pipe'
  return 'device'
}
