import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { digestOf } from '../../src/oci/digest.js'
import type { FakeRegistry, Repository } from '../fakes/registry/index.js'
import { type Stage, sides } from './stage.js'

/** Digest → bytes, wherever they are kept. */
type Lookup = (digest: string, kind: 'manifest' | 'blob') => Buffer | undefined

/** Every tag of every repository and layout of a stage, with what is behind it. Read from what is stored, without the client. */
export interface Tagged {
  /** `source/acme/shop:v1` */
  readonly name: string
  readonly digest: string
  /** Of a list of referrers that a tag holds (`sha256-…`): what it lists. */
  readonly entries?: readonly string[]
  /** What is missing or altered behind the tag; empty when it is whole. */
  readonly broken: readonly string[]
}

export function readState(stage: Stage): Map<string, Tagged> {
  const found = [...sides.flatMap((side) => ofRegistry(side, stage[side])), ...ofLayouts(stage.folder)]
  return new Map(found.map((tagged) => [tagged.name, tagged]))
}

/** What refers to `subject`, by the registry's own knowledge and by the fallback tag. */
export function referrersOf(repository: Repository, subject: string): string[] {
  const fallback = repository.resolve(subject.replace(':', '-'))
  const listed: { digest: string }[] = fallback ? JSON.parse(fallback.manifest.bytes.toString('utf8')).manifests : []
  return [...new Set([...repository.referrers(subject), ...listed].map(({ digest }) => digest))].sort()
}

function ofRegistry(side: string, registry: FakeRegistry): Tagged[] {
  return registry.paths().flatMap((path) => {
    const repository = registry.repository(path)
    const lookup: Lookup = (digest, kind) =>
      kind === 'blob' ? repository.blobs.get(digest) : repository.manifests.get(digest)?.bytes
    return [...repository.tags].map(([tag, digest]) => taggedOf(`${side}/${path}:${tag}`, digest, lookup))
  })
}

function ofLayouts(folder: string): Tagged[] {
  const layouts = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'index.json')))
  return layouts.flatMap((layout) => {
    const lookup: Lookup = (digest) => {
      const file = join(folder, layout, 'blobs', 'sha256', digest.replace('sha256:', ''))
      return existsSync(file) ? readFileSync(file) : undefined
    }
    const { manifests } = JSON.parse(readFileSync(join(folder, layout, 'index.json'), 'utf8'))
    return manifests.map(({ digest, annotations }: { digest: string; annotations?: Record<string, string> }) =>
      taggedOf(`${layout}${nameIn(annotations) ?? `@${digest}`}`, digest, lookup),
    )
  })
}

/** What has no name in a layout is listed by its digest. */
function nameIn(annotations: Record<string, string> | undefined): string | undefined {
  const name = annotations?.['org.opencontainers.image.ref.name']
  return name === undefined ? undefined : `:${name}`
}

function taggedOf(name: string, digest: string, lookup: Lookup): Tagged {
  const broken: string[] = []
  check(digest, lookup, broken)
  if (!/:sha256-[0-9a-f]{64}$/.test(name)) return { name, digest, broken }
  const { manifests } = JSON.parse(lookup(digest, 'manifest')?.toString('utf8') ?? '{"manifests":[]}')
  return { name, digest, broken, entries: manifests.map((entry: { digest: string }) => entry.digest).sort() }
}

function check(digest: string, lookup: Lookup, broken: string[]): void {
  const bytes = lookup(digest, 'manifest')
  if (bytes === undefined || digestOf(bytes) !== digest) {
    broken.push(`manifest ${digest}`)
    return
  }
  const manifest = JSON.parse(bytes.toString('utf8'))
  for (const child of manifest.manifests ?? []) check(child.digest, lookup, broken)
  for (const blob of [manifest.config, ...(manifest.layers ?? [])].filter(Boolean)) {
    const content = lookup(blob.digest, 'blob')
    if (content === undefined || content.length !== blob.size || digestOf(content) !== blob.digest) {
      broken.push(`blob ${blob.digest}`)
    }
  }
}
