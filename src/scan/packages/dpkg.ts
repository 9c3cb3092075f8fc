import { type Installed, malformed, readStanzas, required, type Stanza } from './installed.js'

/**
 * The installed packages of a dpkg status database. What was removed and left its configuration behind is not installed;
 * a package on hold is.
 *
 * @param from the database's path, for messages
 * @throws IngotError `unreadable`, `size-exceeded`
 * @see https://manpages.debian.org/bookworm/dpkg/dpkg-query.1.en.html (package states)
 */
export function parseDpkgStatus(text: string, from: string): Installed[] {
  return readControl(text, from).flatMap((stanza) => {
    const name = required(stanza, 'Package', from)
    const status = required(stanza, 'Status', from).split(/\s+/)
    if (status.length !== 3) throw malformed(from, stanza.line, `the Status of ${name} is not three words`)
    return status[2] === 'installed' ? [readPackage(stanza, from)] : []
  })
}

/** The packages of one file of `status.d`, as distroless images have it: no Status, what is listed is installed. */
export function parseDpkgStatusPart(text: string, from: string): Installed[] {
  return readControl(text, from).map((stanza) => readPackage(stanza, from))
}

function readControl(text: string, from: string): Stanza[] {
  return readStanzas(text, from, (line) => {
    if (/^[ \t]/.test(line)) return 'continued'
    const match = /^([!-9;-~]+):[ \t]*(.*?)\s*$/.exec(line)
    return match === null ? undefined : [match[1] as string, match[2] as string]
  })
}

function readPackage(stanza: Stanza, from: string): Installed {
  const name = required(stanza, 'Package', from)
  const version = required(stanza, 'Version', from)
  const architecture = stanza.fields.get('Architecture')
  return { name, version, source: sourceOf(stanza, name, version, from), ...(architecture && { architecture }) }
}

/** `glibc` or `glibc (2.36-9)`: the version is written only where it differs from the binary's. */
function sourceOf(stanza: Stanza, name: string, version: string, from: string): Installed['source'] {
  const written = stanza.fields.get('Source')
  if (!written) return { name, version }
  const match = /^(\S+)(?:\s+\((\S+)\))?$/.exec(written)
  if (match === null) throw malformed(from, stanza.line, `the Source of ${name} is ${JSON.stringify(written)}`)
  return { name: match[1] as string, version: match[2] ?? version }
}
