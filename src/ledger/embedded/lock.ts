import { randomBytes } from 'node:crypto'
import { link, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { hostname } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { IngotError } from '../../errors.js'

/** git holds a ref's lock for milliseconds; one that is held longer than this belongs to a hook, or to nobody. */
const patienceMilliseconds = 3000

/**
 * git's own lock of a loose ref: `<ref>.lock`, made only if it is not there, renamed over the ref to commit. It is made
 * as a hard link to a file that names its owner, so that a lock whose owner died (on this host) is recognised and
 * removed, and nobody else's ever is.
 */
export class RefLock {
  readonly #lock: string
  readonly #owner: string
  #isHeld = true

  private constructor(lock: string, owner: string) {
    this.#lock = lock
    this.#owner = owner
  }

  /** @throws IngotError `ledger-conflict` when another process holds it for too long */
  static async take(gitdir: string, ref: string, content: string, signal?: AbortSignal): Promise<RefLock> {
    const path = join(gitdir, `${ref}.lock`)
    const owners = join(gitdir, 'ingot-locks')
    await mkdir(owners, { recursive: true })
    await mkdir(dirname(path), { recursive: true })
    const owner = join(owners, ownerName())
    try {
      await writeDurably(owner, content)
      const until = Date.now() + patienceMilliseconds
      while (!(await claim(owner, path, content))) {
        await removeIfDead(path, owners)
        if (Date.now() > until) throw await held(path)
        await wait(5 + Math.random() * 45, undefined, { signal })
      }
      return new RefLock(path, owner)
    } catch (error) {
      await rm(owner, { force: true })
      throw error
    }
  }

  /** The ref becomes what `content` said. */
  async commit(ref: string): Promise<void> {
    await rename(this.#lock, ref)
    this.#isHeld = false
    await rm(this.#owner, { force: true })
  }

  /** Does nothing after `commit`: the lock that is there by then is somebody else's. */
  async release(): Promise<void> {
    if (!this.#isHeld) return
    this.#isHeld = false
    await rm(this.#lock, { force: true })
    await rm(this.#owner, { force: true })
  }
}

async function claim(owner: string, path: string, content: string): Promise<boolean> {
  try {
    await link(owner, path)
    return true
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return false
    if (!withoutLinks.includes(code)) throw error
  }
  try {
    await writeDurably(path, content)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** What file systems without hard links answer. A dead owner is not recognised there; the message says what to do. */
const withoutLinks = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EXDEV']

/**
 * Removes the lock when it is a link to the file of an owner that has died. Renaming that file first means that exactly
 * one process removes it, and it is again a named owner should that one die too.
 */
async function removeIfDead(lock: string, owners: string): Promise<void> {
  const { ino } = (await stat(lock).catch(() => undefined)) ?? {}
  if (ino === undefined) return
  for (const name of await readdir(owners)) {
    const file = join(owners, name)
    if (isAlive(name) || (await stat(file).catch(() => undefined))?.ino !== ino) continue
    const claimed = join(owners, ownerName())
    try {
      await rename(file, claimed)
    } catch {
      return // Another process is faster.
    }
    if ((await stat(lock).catch(() => undefined))?.ino === ino) await rm(lock, { force: true })
    await rm(claimed, { force: true })
  }
}

/** `<pid>.<unique>@<host>` */
function ownerName(): string {
  return `${process.pid}.${randomBytes(6).toString('hex')}@${basename(hostname())}`
}

function isAlive(owner: string): boolean {
  const [id, host] = owner.split('@')
  if (host !== basename(hostname())) return true
  try {
    process.kill(Number.parseInt(id ?? '', 10), 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}

async function held(lock: string): Promise<IngotError> {
  const { mtimeMs } = (await stat(lock).catch(() => undefined)) ?? { mtimeMs: Date.now() }
  const seconds = Math.round((Date.now() - mtimeMs) / 1000)
  return new IngotError('ledger-conflict', `Cannot write to the ledger: ${lock} has been held for ${seconds} s`, {
    advice: 'If no git process is at work on this repository, one has died there: remove that file and run it again',
  })
}

async function writeDurably(file: string, content: string): Promise<void> {
  const handle = await open(file, 'wx', 0o644)
  try {
    await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
}
