import { z } from 'zod'
import { IngotError } from '../../errors.js'
import type { Digest } from '../../oci/digest.js'
import { type Index, parseManifest } from '../../oci/manifest.js'
import type { ImageStore } from '../../oci/store.js'
import { attestedBy } from '../attestation.js'

/** Something that BuildKit says a build has read. */
export interface Material {
  readonly uri: string
  /** In hex, where it has one. */
  readonly sha256?: string | undefined
}

const material = z.looseObject({ uri: z.string(), digest: z.record(z.string(), z.string()).optional() })
const statement = z.looseObject({
  predicateType: z.string().startsWith('https://slsa.dev/provenance/'),
  predicate: z.looseObject({
    materials: z.array(material).nullish(), // v0.2
    buildDefinition: z.looseObject({ resolvedDependencies: z.array(material).nullish() }).optional(), // v1
  }),
})

const maximumProvenanceBytes = 16 * 1024 * 1024 // 16 MiB; with `mode=max` it holds the whole build graph

/**
 * What the provenance of one platform's image lists.
 *
 * @throws IngotError `tool-failed` when there is no provenance, `unreadable` when it is malformed
 */
export async function readMaterials(
  store: ImageStore,
  index: Index,
  image: Digest,
  options: { signal?: AbortSignal | undefined },
): Promise<Material[]> {
  const call = options.signal === undefined ? {} : { signal: options.signal }
  const found: Material[] = []
  let isThere = false
  for (const child of index.manifests.filter((one) => attestedBy(one) === image)) {
    const stored = await store.readManifest(child.digest, call)
    if (stored === undefined) continue
    const from = `${store.repository}@${child.digest}`
    for (const layer of parseManifest(stored.bytes, from).layers) {
      if (!layer.annotations?.['in-toto.io/predicate-type']?.startsWith('https://slsa.dev/provenance/')) continue
      if (layer.size > maximumProvenanceBytes) {
        throw new IngotError('size-exceeded', `The provenance in ${from} claims ${layer.size} bytes`)
      }
      const parts: Uint8Array[] = []
      for await (const part of store.readBlob(layer, call)) parts.push(part)
      found.push(...parseMaterials(Buffer.concat(parts).toString('utf8'), from))
      isThere = true
    }
  }
  if (isThere) return found
  throw new IngotError('tool-failed', `BuildKit has written no provenance for ${store.repository}@${image}`, {
    advice: 'Use BuildKit 0.13 or newer, in a builder of driver docker-container, kubernetes or remote',
  })
}

/** @throws IngotError `unreadable` */
export function parseMaterials(text: string, from: string): Material[] {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new IngotError('unreadable', `The provenance in ${from} is not JSON`)
  }
  const parsed = statement.safeParse(value)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new IngotError(
      'unreadable',
      `The provenance in ${from} is malformed: ${issue?.path.join('.')}: ${issue?.message}`,
    )
  }
  const { materials, buildDefinition } = parsed.data.predicate
  const listed = [...(materials ?? []), ...(buildDefinition?.resolvedDependencies ?? [])]
  return listed.map(({ uri, digest }) => ({ uri, sha256: digest?.sha256 }))
}

/** Images among the materials that are none of the digests which were found before the build. */
export function strangersAmong(materials: readonly Material[], found: readonly Digest[]): string[] {
  const known = new Set<string | undefined>(found.map((digest) => digest.slice('sha256:'.length)))
  const images = materials.filter(({ uri }) => /^pkg:(?:docker|oci)\//.test(uri))
  return [...new Set(images.filter(({ sha256 }) => !known.has(sha256)).map(nameOf))]
}

/** What a build has read from the network besides images. */
export function downloadsAmong(materials: readonly Material[]): string[] {
  return [...new Set(materials.filter(({ uri }) => /^(?:https?|git|ssh):/.test(uri)).map(nameOf))]
}

function nameOf({ uri, sha256 }: Material): string {
  const name = uri.replace(/[?#].*$/, '')
  return sha256 === undefined ? name : `${name} (sha256:${sha256})`
}
