import { IngotError } from '../../errors.js'
import { type Image, openLayer, type TarEntry } from '../../image/index.js'
import { isOpaqueLayer } from '../../oci/vm-image.js'
import type { Installed } from './installed.js'

/** A database file as it stands in the finished image. */
export interface DatabaseFile {
  /** Every path that means this file: `/lib` may be a link to `/usr/lib`. */
  readonly paths: readonly string[]
  /** The layer that its final content came from. */
  readonly layer: number
  readonly packages: readonly Installed[]
  /** @param from path and layer, for messages */
  readonly parse: (text: string, from: string) => Installed[]
}

/** Package (by `keyOf`) → index of the layer since which it has been there in this version. */
export type Origins = ReadonlyMap<string, number>

const maximumDatabaseBytes = 64 * 1024 ** 2 // 64 MiB, as for the final copy

/**
 * Where the packages of each database came from. Layers replace a database as a whole, so the copies in the layers below
 * are compared, each layer read once; when all final copies lie in the lowest layer, nothing is read.
 */
export async function readOrigins(
  image: Image,
  files: readonly DatabaseFile[],
  signal?: AbortSignal,
): Promise<Map<DatabaseFile, Origins>> {
  const origins = new Map<DatabaseFile, Origins>(files.map((file) => [file, new Map()]))
  const top = Math.max(0, ...files.map((file) => file.layer))
  for (let layer = 0; layer < top; layer++) {
    const descriptor = image.manifest.layers[layer]
    if (descriptor === undefined || isOpaqueLayer(image.manifest, descriptor)) continue
    for (const [file, step] of await readSteps(image, layer, files, signal)) {
      const before = step.isRemoved ? new Map<string, number>() : (origins.get(file) as Origins)
      origins.set(file, step.packages === undefined ? before : carry(before, step.packages, layer))
    }
  }
  for (const file of files) origins.set(file, carry(origins.get(file) as Origins, file.packages, file.layer))
  return origins
}

export function keyOf(entry: Installed): string {
  return `${entry.name}\n${entry.architecture ?? ''}\n${entry.version}`
}

function carry(before: Origins, packages: readonly Installed[], layer: number): Origins {
  return new Map(packages.map((entry) => [keyOf(entry), before.get(keyOf(entry)) ?? layer]))
}

/** What one layer did to a database: replaced it, took away what was below, or both. */
interface Step {
  isRemoved: boolean
  packages?: readonly Installed[]
}

async function readSteps(image: Image, layer: number, all: readonly DatabaseFile[], signal: AbortSignal | undefined) {
  const files = all.filter((file) => file.layer > layer)
  const byPath = new Map(files.flatMap((file) => file.paths.map((path) => [path, file] as const)))
  const steps = new Map<DatabaseFile, Step>()
  const stepOf = (file: DatabaseFile): Step => {
    const step = steps.get(file) ?? { isRemoved: false }
    steps.set(file, step)
    return step
  }
  for await (const entry of openLayer(image, layer, { signal })) {
    const hidden = hiddenBy(entry.path)
    for (const [path, file] of hidden === undefined ? [] : byPath) {
      if (`${path}/`.startsWith(hidden as string)) stepOf(file).isRemoved = true
    }
    const file = entry.type === 'file' ? byPath.get(entry.path) : undefined
    if (file === undefined) continue
    const from = `${entry.path} in layer ${layer}`
    stepOf(file).packages = file.parse(await readText(entry, from), from)
  }
  return steps
}

/**
 * The path, with a slash behind it, that a whiteout takes away; undefined for everything else.
 *
 * @see https://github.com/opencontainers/image-spec/blob/v1.1.1/layer.md#whiteouts
 */
function hiddenBy(path: string): string | undefined {
  const slash = path.lastIndexOf('/')
  const name = path.slice(slash + 1)
  if (!name.startsWith('.wh.')) return undefined
  const folder = path.slice(0, slash + 1)
  return name === '.wh..wh..opq' ? folder : `${folder}${name.slice('.wh.'.length)}/`
}

async function readText(entry: TarEntry, from: string): Promise<string> {
  if (entry.size > maximumDatabaseBytes) {
    throw new IngotError('size-exceeded', `${from} claims ${entry.size} bytes, more than ${maximumDatabaseBytes}`)
  }
  const parts: Uint8Array[] = []
  for await (const part of entry.content()) parts.push(part)
  return Buffer.concat(parts).toString('utf8')
}
