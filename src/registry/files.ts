import { randomBytes } from 'node:crypto'
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { codeOf, IngotError } from '../errors.js'

/** Temporary files carry this ending, in the folder of the file that they will become. */
export const temporarySuffix = '.ingot-tmp'

/**
 * Writes a file so that it is either there complete or not there at all: a sibling is written, flushed to disk and
 * renamed. The sibling is removed when `fill` throws.
 */
export async function writeAtomically(file: string, fill: (handle: FileHandle) => Promise<void>): Promise<void> {
  const temporary = join(dirname(file), `.${basename(file)}.${randomBytes(6).toString('hex')}${temporarySuffix}`)
  const handle = await openForWriting(temporary)
  try {
    await fill(handle)
    await handle.sync()
    await handle.close()
    await rename(temporary, file)
  } catch (error) {
    await handle.close().catch(() => {})
    await rm(temporary, { force: true })
    throw error
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

export async function openExisting(file: string): Promise<FileHandle | undefined> {
  try {
    return await open(file, 'r')
  } catch (error) {
    if (isMissing(error)) return undefined
    throw unreadableFile(file, error)
  }
}

export function isMissing(error: unknown): boolean {
  const code = codeOf(error)
  return code === 'ENOENT' || code === 'ENOTDIR'
}

export function unreadableFile(file: string, error: unknown): IngotError {
  return new IngotError('unreadable', `Cannot read ${file}: ${codeOf(error) ?? String(error)}`, { cause: error })
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
