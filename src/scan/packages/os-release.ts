import { IngotError } from '../../errors.js'

/** What an image says it is. */
export interface Distribution {
  /** `debian`, `alpine`, … */
  readonly id: string
  /** `12`, `3.20.3`; absent for rolling releases. */
  readonly version?: string
  /** OSV's name for it: `Debian:12`, `Alpine:v3.20`. */
  readonly ecosystem: string
}

type Fields = ReadonlyMap<string, string>

/** Debian's testing images carry a codename and no number. */
const debianCodenames: Readonly<Record<string, string>> = { bookworm: '12', trixie: '13', forky: '14', duke: '15' }

const ecosystems: Readonly<Record<string, (fields: Fields) => string | undefined>> = {
  debian: (fields) => {
    const release = fields.get('VERSION_ID')?.split('.')[0] ?? debianCodenames[fields.get('VERSION_CODENAME') ?? '']
    return release && `Debian:${release}`
  },
  ubuntu: (fields) => {
    const isLongTerm = /\bLTS\b/.test(fields.get('VERSION') ?? '')
    const release = fields.get('VERSION_ID')
    return release && `Ubuntu:${release}${isLongTerm ? ':LTS' : ''}`
  },
  alpine: (fields) => {
    const release = /^\d+\.\d+/.exec(fields.get('VERSION_ID') ?? '')?.[0]
    return release && `Alpine:v${release}`
  },
  wolfi: () => 'Wolfi',
  chainguard: () => 'Chainguard',
}

/**
 * The distribution that an `os-release` file names.
 *
 * @param from the file, for messages
 * @throws IngotError `unsupported` when there are no advisories for it here, `unreadable` when it names no release
 * @see https://www.freedesktop.org/software/systemd/man/257/os-release.html
 */
export function parseOsRelease(text: string, from: string): Distribution {
  const fields = readFields(text)
  const id = fields.get('ID')
  if (id === undefined) throw new IngotError('unreadable', `${from} is malformed: it has no ID`)
  const name = Object.hasOwn(ecosystems, id) ? ecosystems[id] : undefined
  if (name === undefined) {
    throw new IngotError('unsupported', `${from} names the distribution ${id}, whose advisories are not read here`, {
      advice: `Build on a base of ${Object.keys(ecosystems).join(', ')}`,
    })
  }
  const ecosystem = name(fields)
  if (!ecosystem) throw new IngotError('unreadable', `${from} is malformed: it names no release of ${id}`)
  const version = fields.get('VERSION_ID')
  return { id, ecosystem, ...(version !== undefined && { version }) }
}

function readFields(text: string): Fields {
  const fields = new Map<string, string>()
  for (const line of text.split('\n')) {
    const match = /^([A-Z][A-Z0-9_]*)=(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|(\S*))\s*$/.exec(line.trim())
    if (match?.[1] !== undefined) fields.set(match[1], match[2]?.replace(/\\(.)/g, '$1') ?? match[3] ?? match[4] ?? '')
  }
  return fields
}
