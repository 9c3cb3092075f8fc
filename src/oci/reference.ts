import { IngotError } from '../errors.js'
import { type Digest, isDigest } from './digest.js'

/** `host[:port]/path[:tag][@digest]`. */
export interface RegistryReference {
  readonly kind: 'registry'
  readonly host: string
  readonly path: string
  readonly tag?: string
  readonly digest?: Digest
}

/** `oci:DIR[:NAME]` or `oci:DIR@sha256:…`: an OCI image layout on disk; a name is the annotation `org.opencontainers.image.ref.name`. */
export interface LayoutReference {
  readonly kind: 'layout'
  readonly directory: string
  readonly tag?: string
  readonly digest?: Digest
}

/** Where an image is kept and which one is meant. Always parsed, never split by hand. */
export type Reference = RegistryReference | LayoutReference

const tagPattern = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/
const pathPattern = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*$/
const hostPattern = /^(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\[[0-9a-fA-F:]+\])(?::\d{1,5})?$/

export function isTag(text: string): boolean {
  return tagPattern.test(text)
}

/**
 * Docker Hub's short forms are understood: `debian` means `docker.io/library/debian`. No tag and no digest means no
 * tag: a `latest` is never made up.
 *
 * @throws IngotError `invalid-reference`
 * @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pulling-manifests
 */
export function parseReference(text: string): Reference {
  const at = text.lastIndexOf('@')
  const digestText = at < 0 ? undefined : text.slice(at + 1)
  if (digestText !== undefined && !isDigest(digestText))
    throw malformed(text, `${digestText || 'nothing'} is not a digest`)
  const { name, tag } = splitTag(at < 0 ? text : text.slice(0, at))
  if (tag !== undefined && !tagPattern.test(tag)) throw malformed(text, `${JSON.stringify(tag)} is not a tag`)
  const label = { ...(tag !== undefined && { tag }), ...(digestText !== undefined && { digest: digestText }) }

  if (name.startsWith('oci:')) {
    const directory = name.slice('oci:'.length)
    if (directory === '' || directory.includes('\0')) throw malformed(text, 'the directory of the layout is missing')
    return { kind: 'layout', directory, ...label }
  }
  const { host, path } = splitHost(name)
  if (!isHost(host)) throw malformed(text, `${JSON.stringify(host)} is not a registry host`)
  if (!pathPattern.test(path))
    throw malformed(text, `${JSON.stringify(path)} is not a repository path (lower case only)`)
  return { kind: 'registry', host, path, ...label }
}

/** The repository without tag or digest, as `parseReference` reads it. */
export function formatRepository(reference: Reference): string {
  return reference.kind === 'layout' ? `oci:${reference.directory}` : `${reference.host}/${reference.path}`
}

export function formatReference(reference: Reference): string {
  const tag = reference.tag === undefined ? '' : `:${reference.tag}`
  const digest = reference.digest === undefined ? '' : `@${reference.digest}`
  return `${formatRepository(reference)}${tag}${digest}`
}

/** The same repository, named by digest alone: what every record and every deployment holds. */
export function pinned(reference: Reference, digest: Digest): Reference {
  const { tag: _, ...rest } = reference
  return { ...rest, digest }
}

export function tagged(reference: Reference, tag: string): Reference {
  if (!tagPattern.test(tag)) throw malformed(tag, `${JSON.stringify(tag)} is not a tag`)
  const { digest: _, ...rest } = reference
  return { ...rest, tag }
}

/** Splits at the last colon that has no slash behind it, and that is not the colon of `oci:`. */
function splitTag(text: string): { name: string; tag?: string } {
  const colon = text.lastIndexOf(':')
  const isLabel = colon >= 0 && !text.slice(colon).includes('/') && text.slice(0, colon) !== 'oci'
  return isLabel ? { name: text.slice(0, colon), tag: text.slice(colon + 1) } : { name: text }
}

function splitHost(name: string): { host: string; path: string } {
  const slash = name.indexOf('/')
  const first = slash < 0 ? '' : name.slice(0, slash)
  const isHost = first.includes('.') || first.includes(':') || first === 'localhost'
  if (isHost) return { host: first, path: name.slice(slash + 1) }
  return { host: 'docker.io', path: slash < 0 ? `library/${name}` : name }
}

/** A name that an address can hold, and that means itself there: `0x7f.1` would lead to 127.0.0.1. */
function isHost(host: string): boolean {
  if (!hostPattern.test(host) || !URL.canParse(`http://${host}/`)) return false
  const { hostname } = new URL(`http://${host}/`)
  return hostname.startsWith('[') || hostname === host.replace(/:\d+$/, '').toLowerCase()
}

function malformed(text: string, why: string): IngotError {
  return new IngotError('invalid-reference', `Cannot read the image reference ${JSON.stringify(text)}: ${why}`, {
    advice: 'Write registry/repository:tag, registry/repository@sha256:…, oci:DIR:NAME or oci:DIR@sha256:…',
  })
}
