import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { IngotError } from '../errors.js'

/** Where a ledger is, as it was written. Credentials are taken out of the URL: they never get near a command line. */
export type Location =
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'remote'; readonly url: string; readonly credentials?: Credentials }

export interface Credentials {
  readonly user: string
  readonly password: string
}

/**
 * A path, `file://…`, `https://…`, `ssh://…`, `host:path` in scp's way, or `http://…`.
 *
 * @throws IngotError `invalid-input`
 */
export function parseLocation(text: string): Location {
  if (text === '' || text.startsWith('-') || text.includes('\0')) throw malformed(text)
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):\/\//.exec(text)?.[1]?.toLowerCase()
  if (scheme === 'file') return { kind: 'path', path: pathOf(text) }
  if (scheme !== undefined) return parseRemote(text, scheme)
  // `host:path`, but neither `C:\path` nor `./odd:name`; and never git's `helper::address`, which runs a program.
  if (/^[^/\\:]{2,}:(?!:)/.test(text)) return { kind: 'remote', url: text }
  if (/^[^/\\]*::/.test(text)) throw malformed(text)
  return { kind: 'path', path: resolve(text) }
}

function parseRemote(text: string, scheme: string): Location {
  if (!['https', 'http', 'ssh'].includes(scheme) || !URL.canParse(text)) throw malformed(text)
  const url = new URL(text)
  if (url.hostname === '' || url.hostname.startsWith('-')) throw malformed(text)
  // A user name alone is needed for ssh (`ssh://git@host/…`), and no secret there.
  const { username, password } = url
  if (scheme !== 'ssh') url.username = ''
  url.password = ''
  url.search = ''
  url.hash = ''
  const isSecret = scheme !== 'ssh' && (username !== '' || password !== '')
  const credentials = { user: decodeURIComponent(username), password: decodeURIComponent(password) }
  return { kind: 'remote', url: url.href, ...(isSecret && { credentials }) }
}

function pathOf(text: string): string {
  try {
    return fileURLToPath(text)
  } catch (error) {
    throw malformed(text, error)
  }
}

function malformed(text: string, cause?: unknown): IngotError {
  const shown = JSON.stringify(text.replace(/\/\/[^/@]*@/, '//***@').replace(/[?#].*$/, ''))
  return new IngotError('invalid-input', `${shown} does not name a ledger`, {
    advice: 'Write a path to a git repository, https://host/repository, ssh://host/repository or host:repository',
    cause,
  })
}
