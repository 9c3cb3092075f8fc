import { hostPlatform, type Image, loadImage } from '../../image/index.js'
import type { Digest } from '../../oci/digest.js'
import { formatReference, parseReference, type Reference, tagged } from '../../oci/reference.js'
import type { ImageStore } from '../../oci/store.js'
import type { FoundBase } from '../baker.js'
import { createdOf } from '../created.js'
import { contextKey } from './context-key.js'
import type { BuildDefinition } from './definition.js'
import { imagesOf, type Needed, type NeededImages } from './dockerfile/images.js'
import { type Dockerfile, parseDockerfile } from './dockerfile/stages.js'
import type { ApprovedSource } from './source-policy.js'

export interface SourceSearch {
  readonly definition: BuildDefinition
  /** The image that will make the SBOM, when one is asked for. */
  readonly sbom?: Reference | undefined
  readonly open: (reference: Reference) => ImageStore
  readonly log: (line: string) => void
  readonly signal?: AbortSignal | undefined
}

/** Every image that a build will read, resolved. */
export interface Sources {
  /** Final bases first; then what is only read, each platform of it once. */
  readonly found: readonly FoundBase[]
  /** What the image of each platform stands on; absent from scratch. */
  readonly bases: ReadonlyMap<string, { readonly found: FoundBase; readonly image: Image }>
  readonly approved: readonly ApprovedSource[]
  /** Contexts that are images, by name. */
  readonly contexts: ReadonlyMap<string, ApprovedSource>
  readonly sbom?: ApprovedSource | undefined
}

/**
 * Finds what a build will read, before it: the base of its last stage, the images of every other stage that counts, those
 * that files are copied from, the frontend, and the maker of the SBOM. Each name is resolved to a digest once, for all
 * platforms.
 *
 * @throws IngotError `invalid-input` for a Dockerfile that cannot be read; `not-found`, and what the registries answer
 */
export async function findSources(search: SourceSearch): Promise<Sources> {
  const dockerfile = parseDockerfile(search.definition.dockerfile.text)
  const finder = new Finder(search)
  const bases = new Map<string, { found: FoundBase; image: Image }>()
  const others: FoundBase[] = []
  for (const platform of search.definition.platforms) {
    const needed = neededOn(platform, dockerfile, search.definition)
    const base = needed.base && (await finder.find(needed.base, 'base'))
    if (base !== undefined) bases.set(platform, base)
    for (const other of needed.others) {
      const read = await finder.find(other, 'read')
      if (read !== undefined) others.push(read.found)
    }
  }
  const frontend = dockerfile.syntax === undefined ? [] : [await finder.read(parseReference(dockerfile.syntax))]
  const maker = search.sbom === undefined ? [] : [await finder.read(search.sbom)]
  const found = [...[...bases.values()].map((base) => base.found), ...others, ...frontend, ...maker]
  return {
    found: distinct(found),
    bases,
    approved: finder.approved(),
    contexts: finder.contexts,
    sbom: search.sbom && finder.sourceOf(search.sbom),
  }
}

function neededOn(platform: string, dockerfile: Dockerfile, definition: BuildDefinition): NeededImages {
  return imagesOf(dockerfile, {
    platform,
    buildPlatform: hostPlatform(),
    target: definition.target,
    arguments: definition.arguments,
    contexts: new Set(definition.contexts.keys()),
  })
}

class Finder {
  readonly contexts = new Map<string, ApprovedSource>()
  readonly #sources = new Map<string, ApprovedSource>()

  constructor(private readonly search: SourceSearch) {}

  approved(): ApprovedSource[] {
    return [...this.#sources.values()]
  }

  sourceOf(reference: Reference): ApprovedSource | undefined {
    return this.#sources.get(formatReference(reference))
  }

  /** Undefined for a directory, which is no image. */
  async find({ kind, name, platform }: Needed, use: 'base' | 'read') {
    const context = kind === 'context' ? this.search.definition.contexts.get(contextKey(name)) : undefined
    if (context?.kind === 'directory') return undefined
    const reference = context?.reference ?? parseReference(name)
    // The builder's platform is a guess, unless the image itself is for it.
    const isGuess = platform === hostPlatform() && !this.search.definition.platforms.includes(platform)
    const image = await this.#load(reference, use === 'read' && isGuess ? undefined : platform)
    const source = this.sourceOf(reference)
    if (context !== undefined && source !== undefined) this.contexts.set(contextKey(name), source)
    return { image, found: foundBase(reference, platform, image, use) }
  }

  /** An image that runs on the builder's own platform. */
  async read(reference: Reference): Promise<FoundBase> {
    return foundBase(reference, hostPlatform(), await this.#load(reference, undefined), 'read')
  }

  async #load(reference: Reference, platform: string | undefined): Promise<Image> {
    const key = formatReference(reference)
    const store = this.search.open(reference)
    const digest = this.#sources.get(key)?.digest
    const asked = digest === undefined ? this.#withTag(reference) : { ...reference, digest }
    const options = { platform, orFirst: platform === undefined, signal: this.search.signal }
    const image = await loadImage(store, asked, options)
    this.#sources.set(key, { reference, digest: image.digest })
    return image
  }

  #withTag(reference: Reference): Reference {
    if (reference.kind === 'layout' || reference.tag !== undefined || reference.digest !== undefined) return reference
    this.search.log(`${formatReference(reference)} names no tag: to a Dockerfile that means latest`)
    return tagged(reference, 'latest')
  }
}

function foundBase(asked: Reference, platform: string, image: Image, use: 'base' | 'read'): FoundBase {
  const { store, reference, digest, manifestDigest } = image
  const { digest: _, ...name } = asked
  return {
    platform,
    use,
    name: formatReference(name),
    store,
    reference,
    digest,
    manifestDigest,
    created: createdOf(image),
  }
}

function distinct(bases: readonly FoundBase[]): FoundBase[] {
  const keyOf = (base: FoundBase) => `${base.name} ${base.platform} ${base.manifestDigest}`
  const seen = new Map<string, FoundBase>()
  for (const base of bases) if (!seen.has(keyOf(base))) seen.set(keyOf(base), base)
  return [...seen.values()]
}

/** The digests under which a build may name what it has read. */
export function digestsOf({ found }: Pick<Sources, 'found'>): Digest[] {
  return [...new Set(found.flatMap(({ digest, manifestDigest }) => [digest, manifestDigest]))]
}
