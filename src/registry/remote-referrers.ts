import { setTimeout as sleep } from 'node:timers/promises'
import { IngotError } from '../errors.js'
import type { HttpAnswer } from '../http/index.js'
import { type Digest, hexOf } from '../oci/digest.js'
import { type Descriptor, encodeJson, type Index, parseIndex, parseReferrers } from '../oci/manifest.js'
import { indexTypes, mediaTypes } from '../oci/media-types.js'
import type { CallOptions } from '../oci/store.js'
import type { Endpoint } from './endpoint.js'
import { nextPage } from './pages.js'
import type { Operation } from './refusal.js'
import type { RemoteManifests } from './remote-manifests.js'
import { serialise } from './serial.js'

const maximumPageBytes = 8 * 1024 * 1024
const maximumPages = 1000
const updateAttempts = 8

export interface ReferrersOptions {
  readonly repository: string
  readonly endpoint: Endpoint
  readonly manifests: RemoteManifests
}

interface Change {
  readonly subject: Digest
  readonly entry: Pick<Descriptor, 'digest'>
  /** The list after the change; the same one when nothing is to be changed. */
  readonly apply: (entries: readonly Descriptor[]) => readonly Descriptor[]
  /** Whether a list shows the change. */
  readonly isIn: (index: Index | undefined) => boolean
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
    if (isSaidToBe) {
      this.#hasApi = true // a 404 before that may have meant the repository
      if (lists(await this.#readApi(subject, options), descriptor)) return
    }
    await this.#change(
      {
        subject,
        entry: descriptor,
        apply: (entries) => (lists(entries, descriptor) ? entries : [...entries, descriptor]),
        isIn: (index) => lists(index?.manifests ?? [], descriptor),
      },
      options,
    )
  }

  /** Takes a manifest that was deleted off its subject's fallback list; a list by API keeps itself. */
  async unlist(subject: Digest, digest: Digest, options: CallOptions = {}): Promise<void> {
    await this.#change(
      {
        subject,
        entry: { digest },
        apply: (entries) => (lists(entries, { digest }) ? entries.filter((entry) => entry.digest !== digest) : entries),
        isIn: (index) => !lists(index?.manifests ?? [], { digest }),
      },
      options,
    )
  }

  async #change(change: Change, options: CallOptions): Promise<void> {
    const key = `referrers ${this.#options.repository} ${change.subject}`
    await serialise(key, () => this.#changeInTurn(change, options))
  }

  /** There is no compare-and-swap for tags: a change that another process overwrote is made again. */
  async #changeInTurn(change: Change, options: CallOptions): Promise<void> {
    const { subject, entry, apply, isIn } = change
    const tag = tagOf(subject)
    for (let attempt = 0; attempt < updateAttempts; attempt += 1) {
      await sleep(Math.random() * 50 * attempt, undefined, options)
      const begun = performance.now()
      const index = await this.#readFallback(subject, options, true)
      const before = index?.manifests ?? []
      const manifests = apply(before)
      if (manifests === before) return
      const next: Index = { ...index, schemaVersion: 2, mediaType: mediaTypes.index, manifests: [...manifests] }
      await this.#options.manifests.put(encodeJson(next), mediaTypes.index, { tag }, options)
      if (await this.#stays(subject, isIn, performance.now() - begun, options)) return
    }
    const message = `Cannot change what is listed under ${subject} in ${this.#options.repository} (${entry.digest}): the tag ${tag} is overwritten by others each time`
    throw new IngotError('unreachable', message, { advice: 'Let only one job at a time sign the same image' })
  }

  /**
   * Who read the list before our write may still overwrite it after our change was seen: it is looked for twice, with as
   * much time between as a write takes.
   */
  async #stays(
    subject: Digest,
    isIn: Change['isIn'],
    writeMilliseconds: number,
    options: CallOptions,
  ): Promise<boolean> {
    if (!isIn(await this.#readFallback(subject, options))) return false
    await sleep(Math.min(20 + writeMilliseconds * (1 + Math.random()), 2000), undefined, options)
    return isIn(await this.#readFallback(subject, options))
  }

  async #readFallback(subject: Digest, options: CallOptions, isForWriting = false): Promise<Index | undefined> {
    const tag = tagOf(subject)
    const stored = await this.#options.manifests.read({ tag }, options)
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
    const seen = new Set<string>()
    while (next !== undefined && this.#hasApi) {
      if (seen.has(next.href) || seen.size === maximumPages) {
        const where = `the referrers of ${subject} in ${this.#options.repository}`
        throw new IngotError('unreadable', `Cannot list ${where}: the registry's pages lead in a circle`)
      }
      seen.add(next.href)
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
      return { entries: parseReferrers(bytes, `the referrers of ${subject} in ${repository}`).manifests, next }
    })
  }
}

function lists(entries: readonly Descriptor[], { digest }: Pick<Descriptor, 'digest'>): boolean {
  return entries.some((entry) => entry.digest === digest)
}

/** The fallback tag: the digest with its colon replaced. */
function tagOf(subject: Digest): string {
  return `sha256-${hexOf(subject)}`
}

function isList(answer: HttpAnswer): boolean {
  const type = answer.header('content-type')?.split(';')[0]?.trim()
  return answer.status === 200 && type === mediaTypes.index
}
