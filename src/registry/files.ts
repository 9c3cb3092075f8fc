import { randomBytes } from 'node:crypto'
import { constants, type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { codeOf, IngotError, toIngotError } from '../errors.js'

/** Temporary files carry this ending, in the folder of the file that they will become. */
export const temporarySuffix = '.ingot-tmp'

/**
 * Writes a file so that it is either there complete or not there at all: a sibling is written, flushed to disk and
 * renamed. The sibling is removed when `fill` throws.
 *
 * @throws IngotError `unwritable`, and whatever `fill` throws of its own
 */
export async function writeAtomically(file: string, fill: (handle: FileHandle) => Promise<void>): Promise<void> {
  const temporary = join(dirname(file), `.${basename(file)}.${randomBytes(6).toString('hex')}${temporarySuffix}`)
  const handle = await openForWriting(temporary).catch((error) => {
    throw unwritableFile(file, error)
  })
  try {
    await fill(handle)
    await handle.sync()
    await handle.close()
    await rename(temporary, file)
  } catch (error) {
    await handle.close().catch(() => {})
    await rm(temporary, { force: true })
    throw isOfDisk(error) ? unwritableFile(file, error) : error
  }
}

/** The whole file, or undefined when there is none. @throws IngotError `size-exceeded`, `unreadable` */
export async function readBounded(file: string, maximumBytes: number): Promise<Buffer | undefined> {
  const handle = await openExisting(file)
  if (handle === undefined) return undefined
  try {
    const { size } = await handle.stat()
    if (size > maximumBytes) {
      throw new IngotError('size-exceeded', `${file} holds ${size} bytes, at most ${maximumBytes} are read`)
    }
    return await handle.readFile()
  } catch (error) {
    throw error instanceof IngotError ? error : unreadableFile(file, error)
  } finally {
    await handle.close()
  }
}

/**
 * The file, or undefined when there is none. Anything but a file is refused; the opening of a named pipe would otherwise wait
 * for a writer for ever, and cannot be cancelled.
 *
 * @throws IngotError `unreadable`
 */
export async function openExisting(file: string): Promise<FileHandle | undefined> {
  let handle: FileHandle
  try {
    handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK)
  } catch (error) {
    if (isMissing(error)) return undefined
    throw unreadableFile(file, error)
  }
  if ((await handle.stat()).isFile()) return handle
  await handle.close()
  throw new IngotError('unreadable', `Cannot read ${file}: it is not a file`)
}

export function isMissing(error: unknown): boolean {
  const code = codeOf(error)
  return code === 'ENOENT' || code === 'ENOTDIR'
}

export function unreadableFile(file: string, error: unknown): IngotError {
  return new IngotError('unreadable', `Cannot read ${file}: ${codeOf(error) ?? String(error)}`, { cause: error })
}

export function unwritableFile(file: string, error: unknown): IngotError {
  const { reason, advice } = toIngotError(error)
  const message = `Cannot write ${file}: ${codeOf(error) ?? String(error)}`
  return new IngotError('unwritable', message, { ...(reason !== 'internal' && advice && { advice }), cause: error })
}

/** The disk refused, as opposed to what a source throws while it is read, which says itself where it failed. */
function isOfDisk(error: unknown): boolean {
  return !(error instanceof IngotError) && toIngotError(error).reason === 'unwritable'
}

async function openForWriting(file: string): Promise<FileHandle> {
  try {
    return await open(file, 'wx')
  } catch (error) {
    if (!isMissing(error)) throw error
    await mkdir(dirname(file), { recursive: true })
    return open(file, 'wx')
  }
}
