import { setTimeout as sleep } from 'node:timers/promises'
import { IngotError } from '../errors.js'
import type { HttpAnswer } from '../http/index.js'
import { type Digest, hexOf } from '../oci/digest.js'
import { type Descriptor, encodeJson, type Index, parseIndex } from '../oci/manifest.js'
import { indexTypes, mediaTypes } from '../oci/media-types.js'
import type { CallOptions, StoredManifest } from '../oci/store.js'
import type { Endpoint } from './endpoint.js'
import { nextPage } from './pages.js'
import type { Operation } from './refusal.js'
import { serialise } from './serial.js'

const maximumPageBytes = 8 * 1024 * 1024
const maximumPages = 1000
const updateAttempts = 8

export interface ReferrersOptions {
  readonly repository: string
  readonly endpoint: Endpoint
  readonly readManifest: (label: { tag: string }, options: CallOptions) => Promise<StoredManifest | undefined>
  readonly putManifest: (
    bytes: Uint8Array,
    mediaType: string,
    label: { tag: string },
    options: CallOptions,
  ) => Promise<unknown>
}

/**
 * The list of manifests that refer to another one. Registries keep it (the referrers API), do not know it (404), or
 * answer with an empty list whatever was pushed; so the fallback tag is always read as well, and written whenever the
 * new entry cannot be seen otherwise.
 *
 * @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#listing-referrers
 */
export class RemoteReferrers {
  readonly #options: ReferrersOptions
  #hasApi = true

  constructor(options: ReferrersOptions) {
    this.#options = options
  }

  async list(subject: Digest, options: CallOptions = {}): Promise<Descriptor[]> {
    const [listed, fallback] = await Promise.all([
      this.#readApi(subject, options),
      this.#readFallback(subject, options),
    ])
    const found = new Map<Digest, Descriptor>()
    for (const entry of [...(fallback?.manifests ?? []), ...listed]) found.set(entry.digest, entry)
    return [...found.values()]
  }

  /**
   * Makes sure that a reader finds a manifest that was just pushed.
   *
   * @param isSaidToBe whether the registry claims (`OCI-Subject`) to have listed it; some do and have not
   * @throws IngotError `tag-immutable` when the fallback tag may not be moved
   */
  async ensureListed(
    subject: Digest,
    descriptor: Descriptor,
    isSaidToBe: boolean,
    options: CallOptions = {},
  ): Promise<void> {
    const isSeen = async () => (await this.list(subject, options)).some(({ digest }) => digest === descriptor.digest)
    if (isSaidToBe && (await isSeen())) return
    await serialise(`referrers ${this.#options.repository} ${subject}`, () => this.#add(subject, descriptor, options))
  }

  /** There is no compare-and-swap for tags: an entry that another process overwrote is added again. */
  async #add(subject: Digest, descriptor: Descriptor, options: CallOptions): Promise<void> {
    for (let attempt = 0; attempt < updateAttempts; attempt += 1) {
      await sleep(Math.random() * 50 * attempt, undefined, options)
      const begun = performance.now()
      const index = await this.#readFallback(subject, options, true)
      if (lists(index, descriptor)) return
      const manifests = [...(index?.manifests ?? []), descriptor]
      const next: Index = { ...index, schemaVersion: 2, mediaType: mediaTypes.index, manifests }
      await this.#options.putManifest(encodeJson(next), mediaTypes.index, { tag: tagOf(subject) }, options)
      if (await this.#stays(subject, descriptor, performance.now() - begun, options)) return
    }
    const message = `Cannot list ${descriptor.digest} under ${subject} in ${this.#options.repository}: the tag ${tagOf(subject)} is overwritten by others each time`
    throw new IngotError('unreachable', message, { advice: 'Let only one job at a time sign the same image' })
  }

  /**
   * Who read the list before our write may still overwrite it after our entry was seen: it is looked for twice, with as
   * much time between as a write takes.
   */
  async #stays(subject: Digest, entry: Descriptor, writeMilliseconds: number, options: CallOptions): Promise<boolean> {
    if (!lists(await this.#readFallback(subject, options), entry)) return false
    await sleep(Math.min(20 + writeMilliseconds * (1 + Math.random()), 2000), undefined, options)
    return lists(await this.#readFallback(subject, options), entry)
  }

  async #readFallback(subject: Digest, options: CallOptions, isForWriting = false): Promise<Index | undefined> {
    const tag = tagOf(subject)
    const stored = await this.#options.readManifest({ tag }, options)
    if (stored === undefined) return undefined
    const where = `the tag ${tag} of ${this.#options.repository}`
    if (indexTypes.includes(stored.descriptor.mediaType)) return parseIndex(stored.bytes, where)
    if (!isForWriting) return undefined
    throw new IngotError(
      'unreadable',
      `Cannot list a referrer: ${where} is not a list but ${stored.descriptor.mediaType}`,
    )
  }

  async #readApi(subject: Digest, options: CallOptions): Promise<Descriptor[]> {
    const found: Descriptor[] = []
    let next: URL | undefined = this.#options.endpoint.resolve(`referrers/${subject}`)
    for (let pages = 0; next !== undefined && this.#hasApi && pages < maximumPages; pages += 1) {
      const page = await this.#readPage(next, subject, options)
      found.push(...page.entries)
      next = page.next
    }
    return found
  }

  #readPage(to: URL, subject: Digest, options: CallOptions): Promise<{ entries: Descriptor[]; next: URL | undefined }> {
    const { endpoint, repository } = this.#options
    const operation: Operation = { verb: `list the referrers of ${subject}`, repository, writes: false }
    const headers = { accept: mediaTypes.index }
    const call = { method: 'GET', to, headers, operation, expect: [200, 400, 404, 405, 501], ...options } as const
    return endpoint.send(call, async (answer) => {
      if (!isList(answer)) {
        // 404 for a subject that exists means that there is no API, and so does whatever is not an index.
        this.#hasApi = false
        answer.discard()
        return { entries: [], next: undefined }
      }
      const bytes = await answer.bytes(maximumPageBytes)
      const link = nextPage(answer.header('link'))
      const next = link === undefined ? undefined : endpoint.resolve(link, answer.url)
      return { entries: parseIndex(bytes, `the referrers of ${subject} in ${repository}`).manifests, next }
    })
  }
}

function lists(index: Index | undefined, { digest }: Descriptor): boolean {
  return index?.manifests.some((entry) => entry.digest === digest) ?? false
}

/** The fallback tag: the digest with its colon replaced. */
function tagOf(subject: Digest): string {
  return `sha256-${hexOf(subject)}`
}

function isList(answer: HttpAnswer): boolean {
  const type = answer.header('content-type')?.split(';')[0]?.trim()
  return answer.status === 200 && type === mediaTypes.index
}
