import { isDeepStrictEqual } from 'node:util'
import { IngotError } from '../errors.js'
import type { Digest } from '../oci/digest.js'
import { swap } from './compare-and-swap.js'
import { formatDocument, maximumDocumentBytes, parseDocument, unreadable } from './documents.js'
import type { EnvironmentChange, Ledger } from './ledger.js'
import { environmentMessage, releaseMessage } from './messages.js'
import { branch, environmentPath, markerPath, recordingPath, releasePath } from './paths.js'
import { environmentSchema, markerSchema, recordingSchema, releaseSchema } from './schema.js'
import { type EnvironmentState, emptyEnvironment, type Recording, type Release } from './state.js'
import type { Snapshot, Transport } from './transport.js'

/** A document's bytes as the expected value, checked against the place where it was found. */
type Parse<T> = (bytes: Buffer, path: string) => T

/** The ledger's meaning over any transport: which file holds what, and what may be written. */
export class GitLedger implements Ledger {
  readonly #transport: Transport
  readonly #signal: AbortSignal | undefined

  constructor(transport: Transport, signal?: AbortSignal) {
    this.#transport = transport
    this.#signal = signal
  }

  get location(): string {
    return this.#transport.location
  }

  async readRelease(app: string, digest: Digest): Promise<Release | undefined> {
    return this.#readOne(await this.#snapshot(), releasePath(app, digest), this.#release)
  }

  async listReleases(app?: string): Promise<Release[]> {
    const releases = await this.#readAll(app === undefined ? 'releases/' : `releases/${app}/`, this.#release)
    return releases.sort((a, b) => Date.parse(a.publishedAt) - Date.parse(b.publishedAt) || compare(a.digest, b.digest))
  }

  async writeRelease(release: Release): Promise<void> {
    const path = releasePath(release.app, release.digest)
    const bytes = formatDocument(release)
    this.#release(Buffer.from(bytes), path)
    await swap(this.location, this.#signal, async () => {
      const snapshot = await this.#snapshot()
      const written = await this.#readOne(snapshot, path, this.#release)
      if (written === undefined) return this.#commit(snapshot, new Map([[path, bytes]]), releaseMessage(release))
      // When it was published is not part of what it is: the first time stands.
      if (isDeepStrictEqual({ ...written, publishedAt: '' }, { ...plain(release), publishedAt: '' })) return true
      throw new IngotError('ledger-conflict', `${path} is already in the ledger ${this.location} and says otherwise`, {
        advice: 'A release is never changed. Build and publish a new digest instead',
      })
    })
  }

  async readEnvironment(environment: string, app: string): Promise<EnvironmentState> {
    return this.#environmentAt(await this.#snapshot(), environment, app)
  }

  async listEnvironments(): Promise<EnvironmentState[]> {
    return this.#readAll('environments/', this.#environment)
  }

  async updateEnvironment(
    environment: string,
    app: string,
    decide: (state: EnvironmentState) => EnvironmentChange | undefined,
  ): Promise<EnvironmentState> {
    const path = environmentPath(environment, app)
    let standing = emptyEnvironment(environment, app)
    await swap(this.location, this.#signal, async () => {
      const snapshot = await this.#snapshot()
      standing = await this.#environmentAt(snapshot, environment, app)
      const change = decide(standing)
      if (change === undefined) return true
      const files = this.#filesOf(path, standing, change)
      const written = await this.#commit(snapshot, files, environmentMessage(change.state, change.message))
      if (written) standing = plain(change.state)
      return written
    })
    return standing
  }

  async readRecording(environment: string, app: string, generation: number): Promise<Recording | undefined> {
    return this.#readOne(await this.#snapshot(), recordingPath(environment, app, generation), this.#recording)
  }

  /** The files of a change, checked as they will be read: a ledger that we wrote is always one that we can read. */
  #filesOf(path: string, before: EnvironmentState, change: EnvironmentChange): Map<string, string> {
    const { state, recording } = change
    if (state.generation < before.generation) {
      const lowered = `from ${before.generation} to ${state.generation}`
      throw new IngotError('internal', `Refused to lower the generation of ${before.environment} ${lowered}`)
    }
    const files = new Map([[path, formatDocument(state)]])
    this.#environment(Buffer.from(formatDocument(state)), path)
    if (recording !== undefined) {
      const place = recordingPath(before.environment, before.app, recording.generation)
      this.#recording(Buffer.from(formatDocument(recording.recording)), place)
      files.set(place, formatDocument(recording.recording))
    }
    return files
  }

  async #commit(snapshot: Snapshot, files: Map<string, string>, message: string): Promise<boolean> {
    for (const [path, text] of files) {
      if (Buffer.byteLength(text) > maximumDocumentBytes) {
        throw new IngotError('size-exceeded', `Cannot write ${path} to the ledger ${this.location}: larger than 8 MiB`)
      }
    }
    if (snapshot.head === null) files.set(markerPath, formatDocument({ schemaVersion: 1, kind: 'ingot-ledger' }))
    return this.#transport.commit({ parent: snapshot.head, files, message })
  }

  /** The branch as it stands, once its marker has said that it is ours. */
  async #snapshot(): Promise<Snapshot> {
    this.#signal?.throwIfAborted()
    const snapshot = await this.#transport.read()
    if (snapshot.head === null) return snapshot
    const marked = await this.#readOne(snapshot, markerPath, (bytes, path) =>
      parseDocument(markerSchema, bytes, path, this.location),
    )
    if (marked !== undefined) return snapshot
    throw new IngotError('ledger-unreadable', `The branch ${branch} of ${this.location} is a ledger that is not ours`, {
      advice: `It has no ${markerPath}. Rename that branch, or keep the ledger in another repository (--ledger URL)`,
    })
  }

  async #environmentAt(snapshot: Snapshot, environment: string, app: string): Promise<EnvironmentState> {
    const state = await this.#readOne(snapshot, environmentPath(environment, app), this.#environment)
    return state ?? emptyEnvironment(environment, app)
  }

  async #readOne<T>(snapshot: Snapshot, path: string, parse: Parse<T>): Promise<T | undefined> {
    const id = snapshot.files.get(path)
    if (id === undefined) return undefined
    const contents = await this.#transport.readContents([id])
    return parse(contentOf(contents, id), path)
  }

  async #readAll<T>(prefix: string, parse: Parse<T>): Promise<T[]> {
    const { files } = await this.#snapshot()
    const wanted = [...files].filter(([path]) => path.startsWith(prefix) && path.endsWith('.json'))
    const contents = await this.#transport.readContents(wanted.map(([, id]) => id))
    return wanted.map(([path, id]) => parse(contentOf(contents, id), path))
  }

  readonly #release: Parse<Release> = (bytes, path) => {
    const release = parseDocument(releaseSchema, bytes, path, this.location)
    return this.#inPlace(release, path, releasePath(release.app, release.digest))
  }

  readonly #environment: Parse<EnvironmentState> = (bytes, path) => {
    const state = parseDocument(environmentSchema, bytes, path, this.location)
    return this.#inPlace(state, path, environmentPath(state.environment, state.app))
  }

  readonly #recording: Parse<Recording> = (bytes, path) => parseDocument(recordingSchema, bytes, path, this.location)

  #inPlace<T>(value: T, path: string, expected: string): T {
    if (path === expected) return value
    throw unreadable(path, this.location, `its content belongs to ${expected}`)
  }
}

function contentOf(contents: ReadonlyMap<string, Buffer>, id: string): Buffer {
  const bytes = contents.get(id)
  if (bytes === undefined) throw new IngotError('ledger-unreadable', `The ledger misses its object ${id}`)
  return bytes
}

/** As it reads back from JSON: without absent fields. */
function plain<T>(value: T): T {
  return JSON.parse(JSON.stringify(value))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
