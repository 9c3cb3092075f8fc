import { randomBytes } from 'node:crypto'
import { promises } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import git, { type TreeEntry } from 'isomorphic-git'
import { IngotError } from '../../errors.js'
import type { Author } from '../transport.js'

/** A ledger nests three deep; anything much deeper is not one. */
const maximumDepth = 8
const maximumFiles = 1_000_000

const readAttempts = 5
const readPauseMilliseconds = 20

/**
 * isomorphic-git writes an object straight to its final name and never repairs one that is there. A process that dies
 * meanwhile would leave half an object behind for good, so files are written beside and renamed. git's own name for
 * such a file is used, so that `git gc` sweeps what a crash leaves.
 */
const fs = { promises: { ...promises, writeFile: writeAtomically, readdir: listFinished } }

/** A repack writes its pack as `.tmp-…` and renames it; half of the pair may be gone by the time that it is opened. */
async function listFinished(directory: string): Promise<string[]> {
  return (await promises.readdir(directory)).filter((name) => !name.startsWith('.tmp-'))
}

async function writeAtomically(file: string, data: Uint8Array): Promise<void> {
  const temporary = join(dirname(file), `tmp_obj_${randomBytes(6).toString('hex')}`)
  const handle = await createIn(dirname(file), temporary)
  try {
    await handle.writeFile(data)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await promises.rename(temporary, file)
}

/** A repack removes folders that it has emptied, also between the making of a folder and that of a file in it. */
async function createIn(directory: string, file: string): Promise<promises.FileHandle> {
  for (let tries = 1; ; tries++) {
    await promises.mkdir(directory, { recursive: true })
    try {
      return await promises.open(file, 'wx', 0o444)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || tries === 10) throw error
    }
  }
}

/** The objects of one repository on this disk, read and written without a git binary. */
export class Objects {
  readonly #gitdir: string
  #cache: object = {}

  constructor(gitdir: string) {
    this.#gitdir = gitdir
  }

  /** Path → blob of every ordinary file in a commit. */
  async listFiles(commit: string): Promise<Map<string, string>> {
    const files = new Map<string, string>()
    const walk = async (oid: string, prefix: string, depth: number): Promise<void> => {
      for (const entry of await this.#readTree(oid)) {
        if (entry.type === 'tree' && depth < maximumDepth) await walk(entry.oid, `${prefix}${entry.path}/`, depth + 1)
        if (entry.type === 'blob' && entry.mode.startsWith('100')) files.set(prefix + entry.path, entry.oid)
        if (files.size > maximumFiles) throw new IngotError('ledger-unreadable', `${this.#gitdir}: too many files`)
      }
    }
    await walk(commit, '', 1)
    return files
  }

  async readBlob(oid: string): Promise<Buffer> {
    const { blob } = await this.#read(oid, () => git.readBlob({ ...this.#repository(), oid }))
    return Buffer.from(blob)
  }

  /** A commit of the parent's tree with `files` written over it. Unreachable until a ref names it. */
  async writeCommit(
    parent: string | null,
    files: ReadonlyMap<string, string>,
    message: string,
    author: Author,
  ): Promise<string> {
    const tree = await this.#writeTree(parent ?? undefined, files)
    const stamp = { ...author, timestamp: Math.floor(Date.now() / 1000), timezoneOffset: 0 }
    const commit = { tree, parent: parent === null ? [] : [parent], author: stamp, committer: stamp, message }
    return git.writeCommit({ ...this.#repository(), commit })
  }

  async #writeTree(base: string | undefined, files: ReadonlyMap<string, string>): Promise<string> {
    const entries = new Map<string, TreeEntry>()
    for (const entry of base === undefined ? [] : await this.#readTree(base)) entries.set(entry.path, entry)
    for (const [name, inside] of byFirstSegment(files)) {
      const own = inside.get('')
      const before = entries.get(name)
      const subtree = before?.type === 'tree' ? before.oid : undefined
      const oid = own === undefined ? await this.#writeTree(subtree, inside) : await this.#writeBlob(own)
      const kind = own === undefined ? ({ mode: '040000', type: 'tree' } as const) : ordinaryFile
      entries.set(name, { ...kind, path: name, oid })
    }
    return git.writeTree({ ...this.#repository(), tree: [...entries.values()] })
  }

  #writeBlob(text: string): Promise<string> {
    return git.writeBlob({ ...this.#repository(), blob: Buffer.from(text) })
  }

  async #readTree(oid: string): Promise<TreeEntry[]> {
    return (await this.#read(oid, () => git.readTree({ ...this.#repository(), oid }))).tree
  }

  /** A repack may take packs away between their listing and their reading: what fails is read again, afresh. */
  async #read<T>(oid: string, read: () => Promise<T>): Promise<T> {
    for (let attempt = 1; attempt < readAttempts; attempt++) {
      try {
        return await read()
      } catch {
        this.#cache = {}
        await sleep(readPauseMilliseconds * (attempt - 1))
      }
    }
    try {
      return await read()
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      throw new IngotError('ledger-unreadable', `Cannot read object ${oid} of ${this.#gitdir}: ${why}`, {
        advice: 'See what is damaged with: git fsck. The ledger is left as it is',
        cause: error,
      })
    }
  }

  #repository() {
    return { fs, gitdir: this.#gitdir, cache: this.#cache }
  }
}

const ordinaryFile = { mode: '100644', type: 'blob' } as const

/** `a/b` → under `a`, `b`; a file right here is under its name, as ``. */
function byFirstSegment(files: ReadonlyMap<string, string>): Map<string, Map<string, string>> {
  const groups = new Map<string, Map<string, string>>()
  for (const [path, text] of files) {
    const slash = path.indexOf('/')
    const name = slash < 0 ? path : path.slice(0, slash)
    const group = groups.get(name) ?? new Map<string, string>()
    groups.set(name, group.set(slash < 0 ? '' : path.slice(slash + 1), text))
  }
  return groups
}
