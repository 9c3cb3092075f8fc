import { mkdir, readdir } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { IngotError } from '../errors.js'
import type { NeedsGit } from './embedded/repository.js'
import { GitLedger } from './git-ledger.js'
import type { Ledger } from './ledger.js'
import { parseLocation } from './location.js'
import type { Author, Transport } from './transport.js'

export interface OpenLedgerOptions {
  readonly signal?: AbortSignal | undefined
  /** Who commits. Default: `ingot <ingot@localhost>`. */
  readonly author?: Author
  /** For an http(s) URL. Default: see `tokenFor`. */
  readonly token?: string | undefined
  /** Where git finds its settings, proxies and agents. Default: `process.env`. */
  readonly env?: Readonly<Record<string, string | undefined>>
}

const defaultAuthor: Author = { name: 'ingot', email: 'ingot@localhost' }

/**
 * Opens the ledger kept in a git repository: a path or `file://` URL is worked on in place, without a git binary; any
 * other URL goes through `git`. A repository without the branch is an empty ledger; the first write makes the branch.
 * Nothing is written by opening.
 *
 * @throws IngotError `not-found` (nothing at that path), `ledger-unreadable` (no git repository), `invalid-input`
 */
export async function openLedger(url: string, options: OpenLedgerOptions = {}): Promise<Ledger> {
  return new GitLedger(await openTransport(url, options), options.signal)
}

async function openTransport(text: string, options: OpenLedgerOptions): Promise<Transport> {
  const { signal, author = defaultAuthor, env = process.env } = options
  const location = parseLocation(text)
  const remote = async (url: string, needs?: NeedsGit) => {
    const { openRemote } = await import('./remote/remote-transport.js')
    const credentials = location.kind === 'remote' ? location.credentials : undefined
    return openRemote({ url, author, env, signal, credentials, token: options.token, needs })
  }
  if (location.kind === 'remote') return remote(location.url)

  const { findRepository, needsGit } = await import('./embedded/repository.js')
  const gitdir = await findRepository(location.path)
  const needs = await needsGit(gitdir)
  if (needs !== undefined) return remote(pathToFileURL(gitdir).href, needs)
  const { EmbeddedTransport } = await import('./embedded/embedded-transport.js')
  return new EmbeddedTransport(gitdir, author, signal)
}

/**
 * Makes an empty bare repository for a ledger, without a git binary. A repository that is there already stays as it is.
 *
 * @throws IngotError `invalid-input` when the directory holds something else
 */
export async function createLedger(directory: string): Promise<void> {
  const { gitDirectory } = await import('./embedded/repository.js')
  if ((await gitDirectory(directory)) !== undefined) return
  await mkdir(directory, { recursive: true })
  if ((await readdir(directory)).length > 0) {
    throw new IngotError('invalid-input', `Cannot make a ledger in ${directory}: the directory is not empty`, {
      advice: 'Name a new or an empty directory',
    })
  }
  const [{ default: git }, fs] = await Promise.all([import('isomorphic-git'), import('node:fs')])
  await git.init({ fs, dir: directory, bare: true, defaultBranch: 'main' })
}
