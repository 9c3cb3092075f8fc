import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from '../../exec/index.js'
import type { Author } from '../transport.js'
import type { Authorization } from './credentials.js'

/** What git may take from the environment. `GIT_DIR`, `GIT_TRACE` and their like must not reach it. */
const inherited =
  /^(?:PATH|HOME|USER|LOGNAME|LANG|TMPDIR|TEMP|TMP|SYSTEMROOT|USERPROFILE|APPDATA|LOCALAPPDATA|PROGRAMDATA|XDG_CONFIG_HOME|SSH_.*|GIT_SSH.*|GIT_ASKPASS|GIT_SSL_.*|GIT_CONFIG.*|GIT_EXEC_PATH|(?:https?|all|no)_proxy|SSL_CERT_(?:FILE|DIR))$/i

export interface WorkspaceOptions {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly author: Author
  readonly authorization: Authorization
  readonly signal: AbortSignal | undefined
  readonly install: string
}

/** A private bare repository in the temporary directory, and git at work in it. Gone when the process ends. */
export class Workspace {
  readonly #options: WorkspaceOptions
  #directory: Promise<string> | undefined
  #format = 'sha1'

  constructor(options: WorkspaceOptions) {
    this.#options = options
  }

  /** The object format of the other side, `sha1` or `sha256`: git moves no objects between the two. */
  useFormat(format: string): void {
    if (format !== this.#format) this.#directory = undefined
    this.#format = format
  }

  /** One git command; resolves to its stdout. */
  async git(args: readonly string[], more: GitOptions = {}): Promise<string> {
    return (await this.attempt(args, more)).stdout
  }

  /** One git command whose exit code is part of the answer. */
  async attempt(args: readonly string[], { input, index, acceptedExitCodes, maximumOutputBytes }: GitOptions = {}) {
    this.#directory ??= this.#create()
    const directory = await this.#directory
    return run('git', args, {
      ...this.#common(directory),
      env: {
        ...this.#env(),
        GIT_DIR: directory,
        ...(index !== undefined && { GIT_INDEX_FILE: join(directory, index) }),
      },
      ...(input !== undefined && { input }),
      ...(acceptedExitCodes !== undefined && { acceptedExitCodes }),
      ...(maximumOutputBytes !== undefined && { maximumOutputBytes }),
    })
  }

  /** A name for a temporary index of one commit. */
  newIndex(): string {
    return `index-${randomBytes(6).toString('hex')}`
  }

  async #create(): Promise<string> {
    const directory = await mkdtemp(join(tmpdir(), 'ingot-ledger-'))
    removeAtExit(directory)
    await run('git', ['init', '--quiet', '--bare', '--template=', `--object-format=${this.#format}`, directory], {
      ...this.#common(directory),
      env: this.#env(),
    })
    return directory
  }

  #common(directory: string) {
    const { signal, install, authorization } = this.#options
    return { cwd: directory, signal, install, redact: authorization.secrets }
  }

  #env(): Record<string, string | undefined> {
    const { env, author, authorization } = this.#options
    return {
      ...Object.fromEntries(Object.entries(env).filter(([name]) => inherited.test(name))),
      ...authorization.env,
      LC_ALL: 'C',
      GIT_TERMINAL_PROMPT: '0',
      GIT_ALLOW_PROTOCOL: 'https:http:ssh:file',
      GIT_AUTHOR_NAME: author.name,
      GIT_AUTHOR_EMAIL: author.email,
      GIT_COMMITTER_NAME: author.name,
      GIT_COMMITTER_EMAIL: author.email,
    }
  }
}

export interface GitOptions {
  readonly input?: string
  /** A file of the workspace to use as index. */
  readonly index?: string
  readonly acceptedExitCodes?: readonly number[]
  readonly maximumOutputBytes?: number
}

const toRemove = new Set<string>()

function removeAtExit(directory: string): void {
  if (toRemove.size === 0) {
    process.once('exit', () => {
      for (const each of toRemove) rmSync(each, { recursive: true, force: true })
    })
  }
  toRemove.add(directory)
}
