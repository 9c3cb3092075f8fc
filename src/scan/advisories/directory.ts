import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import { z } from 'zod'
import { IngotError } from '../../errors.js'
import { type Advisory, type AdvisorySet, maximumAdvisoryBytes, parseAdvisory, parseJson } from './advisory.js'

export interface ReadOptions {
  /** Which advisories are wanted; the others are checked, counted and forgotten. Default all. */
  readonly keep?: (advisory: Advisory) => boolean
  readonly signal?: AbortSignal
  /** Called from time to time with the number of advisories read. */
  readonly progress?: (read: number) => void
}

const maximumFiles = 1_000_000
const maximumTotalBytes = 8 * 1024 ** 3 // 8 GiB
const filesAtOnce = 16
const freshnessFile = 'snapshot.json'

const freshness = z.looseObject({ date: z.union([z.iso.datetime({ offset: true }), z.iso.date()]) })

/**
 * Reads an OSV snapshot: every `*.json` file below the directory is one advisory, as OSV's archives unpack. A file
 * `snapshot.json` with a `date` says when it was taken; without one the newest change counts.
 *
 * @throws IngotError `not-found` when there is no such directory or no advisory in it, `unreadable` naming file and field when
 * one is malformed, `size-exceeded`
 */
export async function readAdvisories(directory: string, options: ReadOptions = {}): Promise<AdvisorySet> {
  const files = await listFiles(directory, options.signal)
  const kept: Advisory[] = []
  const identity = createHash('sha256')
  let newest = ''
  let bytes = 0
  for (let start = 0; start < files.length; start += filesAtOnce) {
    options.signal?.throwIfAborted()
    const group = await Promise.all(files.slice(start, start + filesAtOnce).map((file) => readOne(directory, file)))
    for (const { advisory, size } of group) {
      bytes += size
      if (bytes > maximumTotalBytes) throw tooLarge(directory, `more than ${maximumTotalBytes} bytes`)
      const modified = new Date(advisory.modified).toISOString()
      if (modified > newest) newest = modified
      identity.update(`${advisory.id} ${modified}\n`)
      if (options.keep?.(advisory) ?? true) kept.push(advisory)
    }
    if ((start / filesAtOnce) % 64 === 63) options.progress?.(start + group.length)
  }
  return {
    advisories: kept,
    database: {
      uri: 'https://osv.dev',
      updatedAt: (await readFreshness(directory)) ?? newest,
      advisories: files.length,
      version: `sha256:${identity.digest('hex')}`,
    },
  }
}

/** Relative paths, sorted, so that errors and identity do not depend on the disk. Links to directories are not followed. */
async function listFiles(directory: string, signal: AbortSignal | undefined): Promise<string[]> {
  const files: string[] = []
  const folders = [directory]
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    signal?.throwIfAborted()
    for (const entry of await open(folder, directory)) {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) folders.push(path)
      else if (entry.name.endsWith('.json')) files.push(relative(directory, path))
    }
    if (files.length > maximumFiles) throw tooLarge(directory, `more than ${maximumFiles} files`)
  }
  const advisories = files.filter((file) => file !== freshnessFile)
  if (advisories.length > 0) return advisories.sort()
  throw new IngotError(
    'not-found',
    `There are no advisories in ${directory}: a scan against nothing would prove nothing`,
    {
      advice: 'Unpack an OSV archive there: one .json file for each advisory, folders as you like',
    },
  )
}

async function open(folder: string, directory: string) {
  return readdir(folder, { withFileTypes: true }).catch((cause: NodeJS.ErrnoException) => {
    const isMissing = cause.code === 'ENOENT' || cause.code === 'ENOTDIR'
    const why = isMissing ? 'it is not a directory' : cause.message
    throw new IngotError(isMissing ? 'not-found' : 'unreadable', `Cannot read the advisories in ${directory}: ${why}`, {
      advice: 'Give --advisories the directory of an OSV snapshot',
      cause,
    })
  })
}

async function readOne(directory: string, file: string): Promise<{ advisory: Advisory; size: number }> {
  const bytes = await readBounded(join(directory, file), file)
  return { advisory: parseAdvisory(bytes, file), size: bytes.length }
}

async function readFreshness(directory: string): Promise<string | undefined> {
  const file = join(directory, freshnessFile)
  const isThere = await stat(file).then(
    () => true,
    () => false,
  )
  if (!isThere) return undefined
  const { date } = parseJson(freshness, await readBounded(file, freshnessFile), `The file ${freshnessFile}`)
  return new Date(date).toISOString()
}

async function readBounded(path: string, file: string): Promise<Buffer> {
  try {
    const about = await stat(path)
    // A named pipe would keep the scan waiting for ever.
    if (!about.isFile()) throw new IngotError('unreadable', `Cannot read the advisory ${file}: it is not a file`)
    const { size } = about
    if (size > maximumAdvisoryBytes) throw tooLarge(file, `${size} bytes, more than ${maximumAdvisoryBytes}`)
    return await readFile(path)
  } catch (cause) {
    if (cause instanceof IngotError) throw cause
    const why = (cause as Error).message
    throw new IngotError('unreadable', `Cannot read the advisory ${basename(file)}: ${why}`, { cause })
  }
}

function tooLarge(what: string, claim: string): IngotError {
  return new IngotError('size-exceeded', `${what} holds ${claim}: that is no OSV snapshot`)
}
