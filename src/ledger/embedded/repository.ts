import { readdir, readFile, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { IngotError } from '../../errors.js'

/** isomorphic-git reads a whole pack into memory: repositories with larger ones are left to the git binary. */
const maximumPackBytes = 256 * 1024 * 1024 // 256 MiB

/** Extensions that change nothing about how this room reads and writes, with the values that are so. */
const harmlessExtensions: Readonly<Record<string, readonly string[] | 'any'>> = {
  noop: 'any',
  objectformat: ['sha1'],
  preciousobjects: 'any',
  refstorage: ['files'],
  worktreeconfig: 'any',
}

/**
 * The directory with objects and refs of the repository at `path`: a bare one, a working copy or a linked worktree.
 *
 * @throws IngotError `not-found` when nothing is there, `ledger-unreadable` when it is no git repository
 */
export async function findRepository(path: string): Promise<string> {
  const found = await gitDirectory(path)
  if (found !== undefined) return found
  if ((await kindOf(path)) === undefined) {
    throw new IngotError('not-found', `Cannot open the ledger ${path}: there is nothing at this path`, { advice: hint })
  }
  throw new IngotError('ledger-unreadable', `Cannot open the ledger ${path}: it is not a git repository`, {
    advice: hint,
  })
}

const hint = 'Name a git repository (a bare one, a working copy, or a URL). A new one is made with: git init --bare DIR'

/** As `findRepository`, undefined when `path` is no repository. */
export async function gitDirectory(path: string): Promise<string | undefined> {
  const inside = join(path, '.git')
  const kind = await kindOf(inside)
  if (kind === 'file') return linkedDirectory(path, inside)
  const candidate = kind === 'directory' ? inside : path
  const parts = await Promise.all([kindOf(join(candidate, 'HEAD')), kindOf(join(candidate, 'objects'))])
  return parts[0] === 'file' && parts[1] === 'directory' ? candidate : undefined
}

/** @see https://git-scm.com/docs/gitrepository-layout/2.39.0 (`gitdir: ` files and `commondir`) */
async function linkedDirectory(path: string, file: string): Promise<string | undefined> {
  const target = /^gitdir: (.+)$/m.exec(await readFile(file, 'utf8'))?.[1]?.trim()
  if (target === undefined) return undefined
  const own = resolve(path, target)
  const common = await readFile(join(own, 'commondir'), 'utf8').catch(() => '.')
  const directory = resolve(own, common.trim())
  return (await kindOf(join(directory, 'objects'))) === 'directory' ? directory : undefined
}

/** What makes the git binary necessary for a repository. */
export interface NeedsGit {
  readonly why: string
  readonly objectFormat: string
}

/** Undefined when the git binary is not needed. */
export async function needsGit(gitdir: string): Promise<NeedsGit | undefined> {
  const extensions = readExtensions(await readFile(join(gitdir, 'config'), 'utf8').catch(() => ''))
  const why = unknownExtension(extensions) ?? (await unusualObjects(gitdir))
  return why === undefined ? undefined : { why, objectFormat: extensions.get('objectformat') ?? 'sha1' }
}

function unknownExtension(extensions: ReadonlyMap<string, string>): string | undefined {
  for (const [name, value] of extensions) {
    const harmless = Object.hasOwn(harmlessExtensions, name) ? harmlessExtensions[name] : undefined
    if (harmless !== 'any' && !harmless?.includes(value)) return `its format has ${name}=${value}`
  }
  return undefined
}

async function unusualObjects(gitdir: string): Promise<string | undefined> {
  if (await kindOf(join(gitdir, 'objects/info/alternates'))) return 'it borrows objects from another repository'
  const packs = join(gitdir, 'objects/pack')
  const names = (await readdir(packs).catch(() => [])).filter((name) => name.endsWith('.pack'))
  const sizes = await Promise.all(
    names.map(async (name) => (await stat(join(packs, name)).catch(() => null))?.size ?? 0),
  )
  return Math.max(0, ...sizes) > maximumPackBytes ? 'it has packs larger than 256 MiB' : undefined
}

/** Name → value of the entries under `[extensions]`, in lower case. */
function readExtensions(config: string): Map<string, string> {
  const section = /^\s*\[extensions\]([^[]*)/im.exec(config)?.[1] ?? ''
  const entries = section.matchAll(/^\s*([A-Za-z][\w-]*)\s*(?:=\s*(.*?))?\s*$/gm)
  return new Map([...entries].map(([, name = '', value = 'true']) => [name.toLowerCase(), value.toLowerCase()]))
}

async function kindOf(path: string): Promise<'file' | 'directory' | undefined> {
  try {
    return (await stat(path)).isDirectory() ? 'directory' : 'file'
  } catch {
    return undefined
  }
}
