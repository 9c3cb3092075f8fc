import { mkdir, readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { codeOf, IngotError } from '../errors.js'
import { type Descriptor, encodeJson, type Index, parseIndex } from '../oci/manifest.js'
import { annotationKeys, mediaTypes } from '../oci/media-types.js'
import { readBounded, temporarySuffix, unreadableFile, unwritableFile, writeAtomically } from './files.js'
import { withLock } from './lock.js'

const maximumIndexBytes = 64 * 1024 * 1024 // 64 MiB, some 200,000 manifests
const lockName = 'index.json.lock'
const layoutFile = JSON.stringify({ imageLayoutVersion: '1.0.0' })
const empty: Index = { schemaVersion: 2, mediaType: mediaTypes.index, manifests: [] }

/**
 * The list of manifests of a layout, or undefined when there is no layout yet (no directory, or an empty one).
 *
 * @throws IngotError `unreadable` for anything else that is not a layout
 * @see https://github.com/opencontainers/image-spec/blob/v1.1.1/image-layout.md
 */
export async function readLayoutIndex(directory: string): Promise<Index | undefined> {
  if (!(await isLayout(directory))) return undefined
  const file = join(directory, 'index.json')
  const bytes = await readOrUnborn(file, maximumIndexBytes, ['oci-layout'])
  if (bytes === 'unborn') return undefined
  if (bytes !== undefined) return parseIndex(bytes, file)
  throw new IngotError('unreadable', `${directory} is not an OCI image layout: index.json is missing`)
}

/** Makes the layout when there is none. Must have happened before the first blob is written. */
export async function ensureLayout(directory: string, signal?: AbortSignal): Promise<void> {
  if ((await readLayoutIndex(directory)) === undefined) await editLayoutIndex(directory, (index) => index, signal)
}

/** Reads, changes and writes the list under a lock: of concurrent writers none loses an entry. */
export async function editLayoutIndex(
  directory: string,
  edit: (index: Index) => Index,
  signal?: AbortSignal,
): Promise<void> {
  await readLayoutIndex(directory) // refuses before anything, even a lock, is put into a directory that is not a layout
  const file = join(directory, 'index.json')
  await makeDirectory(directory)
  await withLock(
    join(directory, lockName),
    async () => {
      const index = await readLayoutIndex(directory)
      if (index === undefined) await writeText(join(directory, 'oci-layout'), layoutFile)
      const edited = edit(index ?? empty)
      if (edited !== index) await writeText(file, encodeJson(edited))
    },
    signal,
  )
}

/**
 * Lists a manifest, under tags when given. A tag has one owner: whoever had it before stays listed without it, so that
 * the image remains reachable by digest and by garbage collectors.
 */
export function listManifest(index: Index, descriptor: Descriptor, tags: readonly string[]): Index {
  const others: Descriptor[] = []
  for (const entry of index.manifests) {
    const tag = tagOf(entry)
    others.push(tag !== undefined && tags.includes(tag) ? withoutTag(entry) : entry)
  }
  const named = tags.map((tag) => withTag(descriptor, tag))
  const manifests = withoutRepetition([...others, ...(named.length > 0 ? named : [descriptor])])
  return { ...index, manifests }
}

/** The entries without a tag; what it named stays listed. */
export function unlistTag(index: Index, tag: string): Descriptor[] {
  return withoutRepetition(index.manifests.map((entry) => (tagOf(entry) === tag ? withoutTag(entry) : entry)))
}

export function tagOf(entry: Descriptor): string | undefined {
  return entry.annotations?.[annotationKeys.refName]
}

export function withoutTag(entry: Descriptor): Descriptor {
  const { annotations, ...rest } = entry
  const { [annotationKeys.refName]: _, ...others } = annotations ?? {}
  return Object.keys(others).length === 0 ? rest : { ...rest, annotations: others }
}

function withTag(entry: Descriptor, tag: string): Descriptor {
  return { ...entry, annotations: { ...entry.annotations, [annotationKeys.refName]: tag } }
}

/** One entry for each digest and tag; an untagged entry only for a digest that has no tagged one. */
function withoutRepetition(entries: readonly Descriptor[]): Descriptor[] {
  const tagged = new Set(entries.filter((entry) => tagOf(entry) !== undefined).map((entry) => entry.digest))
  const kept = new Map<string, Descriptor>()
  for (const entry of entries) {
    const tag = tagOf(entry)
    if (tag === undefined && tagged.has(entry.digest)) continue
    kept.set(`${entry.digest} ${tag ?? ''}`, entry)
  }
  return [...kept.values()]
}

async function isLayout(directory: string): Promise<boolean> {
  const file = join(directory, 'oci-layout')
  const bytes = await readOrUnborn(file, 4096, [])
  if (bytes === 'unborn') return false
  if (bytes === undefined) {
    throw new IngotError('unreadable', `${directory} is not an OCI image layout: the file oci-layout is missing`, {
      advice: 'Name the directory of an OCI image layout, or an empty or new directory to make one',
    })
  }
  const version = layoutVersion(bytes)
  if (version === undefined) throw new IngotError('unreadable', `${file} is malformed: imageLayoutVersion is missing`)
  if (!version.startsWith('1.')) {
    throw new IngotError('unsupported', `${file} says image layout version ${version}, only 1.x is understood`)
  }
  return true
}

function layoutVersion(bytes: Buffer): string | undefined {
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'))
    const version = typeof value === 'object' && value !== null ? Reflect.get(value, 'imageLayoutVersion') : undefined
    return typeof version === 'string' ? version : undefined
  } catch {
    return undefined
  }
}

/** A file of a layout, unless the layout is still to be made. Looks twice: another process may be making it just now. */
async function readOrUnborn(file: string, maximumBytes: number, allowed: readonly string[]) {
  const bytes = await readBounded(file, maximumBytes)
  if (bytes !== undefined) return bytes
  return (await isUnborn(dirname(file), allowed)) ? 'unborn' : readBounded(file, maximumBytes)
}

/** No directory, or one that holds nothing but what a first writer puts there before index.json. */
async function isUnborn(directory: string, allowed: readonly string[]): Promise<boolean> {
  try {
    const names = await readdir(directory)
    return names.every((name) => allowed.includes(name) || name.startsWith(lockName) || name.endsWith(temporarySuffix))
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return true
    throw unreadableFile(directory, error)
  }
}

async function makeDirectory(directory: string): Promise<void> {
  try {
    await mkdir(directory, { recursive: true })
  } catch (error) {
    throw unwritableFile(directory, error)
  }
}

function writeText(file: string, text: string | Uint8Array): Promise<void> {
  return writeAtomically(file, (handle) => handle.writeFile(text))
}
