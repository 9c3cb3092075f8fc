import { readFile, rm, stat, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { codeOf, IngotError } from '../errors.js'
import { unwritableFile } from './files.js'
import { serialise } from './serial.js'

// A holder reads and writes one small file: one that has held on for this long has died, or its clock has.
const staleMilliseconds = 60_000
const patienceMilliseconds = 90_000

/**
 * Holds a lock file while `work` runs, so that processes on one machine (or one shared disk) write one after the other.
 * A lock whose process is gone, or that is a minute old, is broken.
 *
 * @throws IngotError `timed-out` when others hold it for a minute and a half, `unwritable`
 */
export function withLock<T>(file: string, work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  return serialise(`lock ${file}`, async () => {
    const deadline = Date.now() + patienceMilliseconds
    while (!(await take(file))) {
      signal?.throwIfAborted()
      if (Date.now() > deadline) {
        throw new IngotError('timed-out', `Another process holds ${file}`, {
          advice: 'Wait for it to finish; when no such process runs, remove the file',
        })
      }
      if (await isStale(file)) await breakLock(file)
      else await sleep(5 + Math.random() * 20)
    }
    try {
      return await work()
    } finally {
      await rm(file, { force: true })
    }
  })
}

async function take(file: string): Promise<boolean> {
  try {
    await writeFile(file, JSON.stringify({ host: hostname(), pid: process.pid }), { flag: 'wx' })
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw unwritableFile(file, error)
  }
}

/** Two that find the same stale lock must not both remove it: the second would remove the first one's new lock. */
async function breakLock(file: string): Promise<void> {
  const breaker = `${file}.break`
  if (!(await take(breaker))) {
    if (await isOld(breaker)) await rm(breaker, { force: true }) // its process died at the worst moment
    await sleep(10)
    return
  }
  try {
    if (await isStale(file)) await rm(file, { force: true })
  } finally {
    await rm(breaker, { force: true })
  }
}

async function isStale(file: string): Promise<boolean> {
  try {
    return isOfDeadProcess(await readFile(file, 'utf8')) || (await isOld(file))
  } catch {
    return false // released meanwhile
  }
}

async function isOld(file: string): Promise<boolean> {
  const status = await stat(file).catch(() => undefined)
  return status !== undefined && Date.now() - status.mtimeMs > staleMilliseconds
}

function isOfDeadProcess(text: string): boolean {
  const held = /^\{"host":"([^"]*)","pid":(\d+)\}$/.exec(text)
  if (held === null || held[1] !== hostname()) return false
  try {
    process.kill(Number(held[2]), 0)
    return false
  } catch (error) {
    return codeOf(error) === 'ESRCH'
  }
}
