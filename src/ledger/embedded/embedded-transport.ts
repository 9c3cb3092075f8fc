import { codeOf, IngotError, toIngotError } from '../../errors.js'
import { branch, branchRef } from '../paths.js'
import type { Author, Proposal, Snapshot, Transport } from '../transport.js'
import { Objects } from './objects.js'
import { isCheckedOut, readRef, swapRef } from './refs.js'

/** A repository on this disk, without a git binary; `git push` and `git fetch` may work on it at the same time. */
export class EmbeddedTransport implements Transport {
  readonly location: string
  readonly #gitdir: string
  readonly #author: Author
  readonly #signal: AbortSignal | undefined
  readonly #objects: Objects

  /** @param gitdir the directory with `objects` and `refs` */
  constructor(gitdir: string, author: Author, signal?: AbortSignal) {
    this.location = gitdir
    this.#gitdir = gitdir
    this.#author = author
    this.#signal = signal
    this.#objects = new Objects(gitdir)
  }

  async read(): Promise<Snapshot> {
    const head = await readRef(this.#gitdir, branchRef)
    return { head, files: head === null ? new Map() : await this.#objects.listFiles(head) }
  }

  async readContents(ids: readonly string[]): Promise<Map<string, Buffer>> {
    const contents = new Map<string, Buffer>()
    for (const id of ids) contents.set(id, await this.#objects.readBlob(id))
    return contents
  }

  async commit({ parent, files, message }: Proposal): Promise<boolean> {
    if (await isCheckedOut(this.#gitdir, branchRef)) {
      throw new IngotError('ledger-conflict', `Cannot write to the ledger ${this.location}: ${branch} is checked out`, {
        advice: 'Check out another branch there (git switch main), and run it again',
      })
    }
    try {
      const next = await this.#objects.writeCommit(parent, files, message, this.#author)
      return await swapRef(this.#gitdir, branchRef, parent, next, this.#signal)
    } catch (error) {
      throw this.#explained(error)
    }
  }

  /** A full or forbidden disk says only which call failed, not of what. The ref moves last, so the ledger is as it was. */
  #explained(error: unknown): unknown {
    const { reason, advice } = toIngotError(error)
    if (error instanceof IngotError || (reason !== 'unwritable' && reason !== 'unreadable')) return error
    const message = `Cannot write to the ledger ${this.location}: ${codeOf(error)}. It is as it was`
    return new IngotError('unwritable', message, { ...(advice !== undefined && { advice }), cause: error })
  }
}
