import { setTimeout as wait } from 'node:timers/promises'
import { IngotError } from '../../errors.js'
import type { NeedsGit } from '../embedded/repository.js'
import type { Credentials } from '../location.js'
import { branchRef } from '../paths.js'
import type { Author, Proposal, Snapshot, Transport } from '../transport.js'
import { authorize, tokenFor } from './credentials.js'
import { explain, isTransient } from './failures.js'
import { parseBatch, parseTree, rejectionOf } from './output.js'
import { Workspace } from './workspace.js'

const fetchedRef = 'refs/ingot/fetched'
const maximumTries = 4
const idsPerBatch = 500
const maximumBatchBytes = 256 * 1024 * 1024 // 256 MiB

export interface RemoteOptions {
  readonly url: string
  readonly author: Author
  readonly env: Readonly<Record<string, string | undefined>>
  readonly signal: AbortSignal | undefined
  readonly credentials: Credentials | undefined
  readonly token: string | undefined
  /** Why a repository on this disk is reached through git, if it is. */
  readonly needs: NeedsGit | undefined
}

/** @throws IngotError `invalid-input` when a token would travel unencrypted */
export function openRemote(options: RemoteOptions): Transport {
  const { url, env, author, signal, needs } = options
  const token = options.credentials === undefined ? tokenFor(url, options.token, env) : undefined
  const credentials = token === undefined ? options.credentials : { user: 'x-access-token', password: token }
  const because = needs === undefined ? `The ledger ${url} is reached through git` : `${url} needs git: ${needs.why}`
  const install = `${because}. Install git 2.30 or newer`
  const workspace = new Workspace({ env, author, signal, install, authorization: authorize(url, credentials, env) })
  workspace.useFormat(needs?.objectFormat ?? 'sha1')
  return new RemoteTransport(url, workspace, signal)
}

/** Any repository that git can fetch from and push to. Only the ledger's branch is fetched, and only its tip. */
class RemoteTransport implements Transport {
  readonly location: string
  readonly #workspace: Workspace
  readonly #signal: AbortSignal | undefined
  #fetched: string | undefined

  constructor(location: string, workspace: Workspace, signal: AbortSignal | undefined) {
    this.location = location
    this.#workspace = workspace
    this.#signal = signal
  }

  async read(): Promise<Snapshot> {
    const tip = await this.#tip()
    if (tip === null) return { head: null, files: new Map() }
    const head = tip === this.#fetched ? tip : await this.#fetch(1)
    const listing = await this.#workspace.git(['ls-tree', '-r', '-z', '--full-tree', head])
    return { head, files: parseTree(listing) }
  }

  async readContents(ids: readonly string[]): Promise<Map<string, Buffer>> {
    const contents = new Map<string, Buffer>()
    for (let start = 0; start < ids.length; start += idsPerBatch) {
      const input = `${ids.slice(start, start + idsPerBatch).join('\n')}\n`
      const options = { input, maximumOutputBytes: maximumBatchBytes }
      const output = await this.#workspace.git(['cat-file', '--batch'], options)
      for (const [id, bytes] of parseBatch(output, this.location)) contents.set(id, bytes)
    }
    return contents
  }

  async commit(proposal: Proposal): Promise<boolean> {
    const commit = await this.#write(proposal)
    for (let tries = 1; ; tries++) {
      try {
        return await this.#push(commit, proposal.parent)
      } catch (error) {
        if (!isTransient(error) || tries >= maximumTries) throw error
        await this.#pause(tries)
        // The answer was lost, perhaps not the push.
        const tip = await this.#tip()
        if (tip !== proposal.parent) return this.#isIn(commit, tip)
      }
    }
  }

  async #write({ parent, files, message }: Proposal): Promise<string> {
    const git = this.#workspace.git.bind(this.#workspace)
    const index = this.#workspace.newIndex()
    const entries: string[] = []
    for (const [path, text] of files) {
      const id = (await git(['hash-object', '-w', '--stdin'], { input: text })).trim()
      entries.push(`100644 ${id}\t${path}\0`)
    }
    await git(parent === null ? ['read-tree', '--empty'] : ['read-tree', parent], { index })
    await git(['update-index', '-z', '--index-info'], { index, input: entries.join('') })
    const tree = (await git(['write-tree'], { index })).trim()
    const parents = parent === null ? [] : ['-p', parent]
    return (await git(['commit-tree', tree, ...parents], { input: message })).trim()
  }

  async #push(commit: string, parent: string | null): Promise<boolean> {
    const lease = `--force-with-lease=${branchRef}:${parent ?? ''}`
    const args = ['push', '--porcelain', '--no-verify', lease, '--', this.location, `${commit}:${branchRef}`]
    const { exitCode, stdout, stderr } = await this.#explained(`Cannot write to the ledger ${this.location}`, () =>
      this.#workspace.attempt(args, { acceptedExitCodes: [0, 1] }),
    )
    if (exitCode === 0) {
      this.#fetched = commit
      return true
    }
    const rejection = rejectionOf(stdout)
    if (rejection.isConflict) return false
    // Servers word a lost race in their own ways; that the head has moved says it in all of them.
    if ((await this.#tip()) !== parent) return false
    const why = `${rejection.why}\n${stderr}`.trim()
    throw explain(new IngotError('tool-failed', why), `Cannot write to the ledger ${this.location}`)
  }

  /** Where the branch is at the remote; null when it is not there. */
  async #tip(): Promise<string | null> {
    const listed = await this.#retried(`Cannot read the ledger ${this.location}`, () =>
      this.#workspace.git(['ls-remote', '--', this.location, branchRef]),
    )
    const line = listed.split('\n').find((each) => each.endsWith(`\t${branchRef}`))
    const tip = line?.split('\t')[0] ?? null
    if (tip !== null) this.#workspace.useFormat(tip.length === 64 ? 'sha256' : 'sha1')
    return tip
  }

  async #fetch(depth: number): Promise<string> {
    const refspec = `+${branchRef}:${fetchedRef}`
    const args = ['fetch', '--quiet', '--no-tags', `--depth=${depth}`, '--', this.location, refspec]
    await this.#retried(`Cannot read the ledger ${this.location}`, () => this.#workspace.git(args))
    this.#fetched = (await this.#workspace.git(['rev-parse', '--verify', fetchedRef])).trim()
    return this.#fetched
  }

  async #isIn(commit: string, tip: string | null): Promise<boolean> {
    if (tip === null) return false
    const head = await this.#fetch(100)
    const args = ['merge-base', '--is-ancestor', commit, head]
    return (await this.#workspace.attempt(args, { acceptedExitCodes: [0, 1] })).exitCode === 0
  }

  async #retried<T>(attempted: string, act: () => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++) {
      try {
        return await this.#explained(attempted, act)
      } catch (error) {
        if (!isTransient(error) || tries >= maximumTries) throw error
        await this.#pause(tries)
      }
    }
  }

  async #explained<T>(attempted: string, act: () => Promise<T>): Promise<T> {
    try {
      return await act()
    } catch (error) {
      throw explain(error, attempted)
    }
  }

  async #pause(tries: number): Promise<void> {
    await wait((0.5 + Math.random()) * 250 * 2 ** tries, undefined, { signal: this.#signal })
  }
}
