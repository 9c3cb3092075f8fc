import { IngotError } from '../../errors.js'
import { readNamed } from '../../image/documents.js'
import { type Digest, isDigest } from '../../oci/digest.js'
import { type Index, type Platform, parseIndex } from '../../oci/manifest.js'
import { annotationKeys, indexTypes } from '../../oci/media-types.js'
import { isRealPlatform, samePlatform } from '../../oci/platform.js'
import { formatReference, parseReference, pinned, type Reference } from '../../oci/reference.js'
import type { CallOptions, ImageStore, StoredManifest } from '../../oci/store.js'
import { Memo } from './memo.js'
import { type RebaseRefusal, refuse } from './rules.js'
import { askEarly, type EarlyConfig, type OpenedSide, openSide } from './side.js'

const basesKept = 512

/** A base as it was named: one platform's image, or an index of several. */
export interface NamedBase {
  readonly reference: Reference
  readonly store: ImageStore
  readonly digest: Digest
  readonly content: { readonly index: Index } | { readonly only: OpenedSide }
}

/** Reads bases, each once however many images are on it. */
export class Bases {
  readonly #open: (reference: Reference) => ImageStore
  readonly #call: CallOptions
  readonly #named = new Memo<NamedBase>(basesKept)
  readonly #sides = new Memo<OpenedSide>(basesKept)

  constructor(open: (reference: Reference) => ImageStore, call: CallOptions) {
    this.#open = open
    this.#call = call
  }

  /** @throws IngotError `not-found`, with the tags that there are */
  read(reference: Reference): Promise<NamedBase> {
    return this.#named.get(formatReference(reference), async () => {
      const store = this.#open(reference)
      return this.#opened(reference, store, await readNamed(store, reference, this.#call))
    })
  }

  /** The image of a base for a platform, which is asked for only when there is a choice. */
  async pick(base: NamedBase, platformOf: () => Promise<Platform>): Promise<OpenedSide | undefined> {
    if ('only' in base.content) return base.content.only
    const platform = await platformOf()
    const entries = base.content.index.manifests.filter((entry) => isRealPlatform(entry.platform))
    const fitting = entries.filter((entry) => entry.platform !== undefined && samePlatform(entry.platform, platform))
    // Several that fit are builds of Windows: the one of the very version, else the first.
    const entry = fitting.find((one) => one.platform?.['os.version'] === platform['os.version']) ?? fitting[0]
    if (entry === undefined) return undefined
    const { store } = base
    return this.#sides.get(`${store.repository}@${entry.digest}`, async () => {
      const stored = await store.readManifest(entry.digest, this.#call)
      if (stored !== undefined) return openSide(store, stored, this.#call)
      throw new IngotError('not-found', `${store.repository}@${base.digest} lists ${entry.digest}, which is not there`)
    })
  }

  /**
   * The base that an image says it was built on: where it says, when that is near, else beside the new base. A name in an image
   * must not make this machine talk to strangers.
   *
   * @param near references to repositories that the user named
   */
  async recorded(
    annotations: Readonly<Record<string, string>>,
    beside: Reference,
    near: readonly Reference[],
  ): Promise<NamedBase | RebaseRefusal> {
    const { [annotationKeys.baseName]: name, [annotationKeys.baseDigest]: digest } = annotations
    const { [annotationKeys.baseConfig]: config } = annotations
    if (name === undefined || digest === undefined || !isDigest(digest)) {
      const why = `the image does not record its base: the annotations ${annotationKeys.baseName} and ${annotationKeys.baseDigest} are needed`
      return refuse('base-known', why, 'Name the base that it was built on with --old-base, or rebuild it with bake')
    }
    const said = parsed(name)
    if (said === undefined)
      return refuse('base-known', `the image records a base that is no reference: ${JSON.stringify(name)}`)
    const isNear = near.some((one) => placeOf(one) === placeOf(said))
    const places = [...(isNear ? [said] : []), beside].map((place) => pinned(place, digest))
    for (const reference of places) {
      const found = await this.#find(reference, digest, config)
      if (found !== undefined) return found
    }
    const looked = [...new Set(places.map(formatReference))].join(' nor ')
    const why = `its old base ${name}@${digest} is not to be found as ${looked}, so its layers cannot be told apart`
    const advice = 'Name where it is with --old-base, or rebuild the image with bake'
    return refuse('base-available', why, advice)
  }

  async #find(reference: Reference, digest: Digest, config: string | undefined): Promise<NamedBase | undefined> {
    try {
      return await this.#named.get(formatReference(reference), async () => {
        const store = this.#open(reference)
        const hint = askEarly(store, config, this.#call)
        const stored = await store.readManifest(digest, this.#call)
        if (stored === undefined) throw new IngotError('not-found', `${formatReference(reference)} is not there`)
        return this.#opened(reference, store, stored, hint)
      })
    } catch (error) {
      if (error instanceof IngotError && error.reason === 'not-found') return undefined
      throw error
    }
  }

  #opened(reference: Reference, store: ImageStore, stored: StoredManifest, hint?: EarlyConfig): NamedBase {
    const { digest, mediaType } = stored.descriptor
    const from = `${store.repository}@${digest}`
    const isIndex = indexTypes.includes(mediaType)
    const content = isIndex
      ? { index: parseIndex(stored.bytes, from) }
      : { only: openSide(store, stored, this.#call, hint) }
    return { reference: pinned(reference, digest), store, digest, content }
  }
}

function parsed(name: string): Reference | undefined {
  try {
    return parseReference(name)
  } catch {
    return undefined
  }
}

function placeOf(reference: Reference): string {
  return reference.kind === 'registry' ? reference.host : `oci:${reference.directory}`
}
