import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { IngotError } from '../../errors.js'
import { RefLock } from './lock.js'

/**
 * What a ref points at: the loose file, else the line in packed-refs.
 *
 * @see https://git-scm.com/docs/gitrepository-layout/2.39.0
 */
export async function readRef(gitdir: string, ref: string): Promise<string | null> {
  const loose = await readText(join(gitdir, ref))
  const value = loose === undefined ? await readPacked(gitdir, ref) : loose.trim()
  if (value === null || /^[a-f0-9]{40}$/.test(value)) return value
  throw new IngotError('ledger-unreadable', `Cannot read ${ref} of ${gitdir}: it is not a commit`, {
    advice: 'The ref is damaged, or symbolic. Look at it with: git show-ref; then repair it by hand',
  })
}

async function readPacked(gitdir: string, ref: string): Promise<string | null> {
  const packed = (await readText(join(gitdir, 'packed-refs'))) ?? ''
  const line = packed.split('\n').find((candidate) => candidate.endsWith(` ${ref}`))
  return line?.slice(0, line.indexOf(' ')) ?? null
}

/** Moves the ref from `expected` (null: it does not exist) to `next`; false, and nothing done, when it is elsewhere by now. */
export async function swapRef(
  gitdir: string,
  ref: string,
  expected: string | null,
  next: string,
  signal?: AbortSignal,
): Promise<boolean> {
  const lock = await RefLock.take(gitdir, ref, `${next}\n`, signal)
  try {
    const isExpected = (await readRef(gitdir, ref)) === expected
    if (isExpected) await lock.commit(join(gitdir, ref))
    return isExpected
  } finally {
    await lock.release()
  }
}

/** Whether a working copy has this ref checked out: moving it would make its files look changed. */
export async function isCheckedOut(gitdir: string, ref: string): Promise<boolean> {
  const head = await readText(join(gitdir, 'HEAD'))
  const config = (await readText(join(gitdir, 'config'))) ?? ''
  return head?.trim() === `ref: ${ref}` && !/^\s*bare\s*=\s*true\s*$/im.test(config)
}

async function readText(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    throw new IngotError('ledger-unreadable', `Cannot read ${file}: ${code}`, { cause: error })
  }
}
