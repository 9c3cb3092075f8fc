import { createHash } from 'node:crypto'
import * as fs from 'node:fs'
import { join } from 'node:path'
import { type Digest, isDigest } from '../../oci/digest.js'
import * as z from '../../oci/schema.js'

const largestEntries = 2_000
const largestEntryBytes = 4 * 1024 // 4 KiB

const digest = z.custom<Digest>((value) => typeof value === 'string' && isDigest(value))
const entrySchema = z.strictObject({
  version: z.literal(1),
  diffId: digest,
  digest,
  size: z.int().check(z.positive()),
  mediaType: z.string(),
})

/** What a layer came to when it was made before. Its bytes are not kept: they lie where they were sent. */
export type RememberedLayer = Omit<z.infer<typeof entrySchema>, 'version'>

/**
 * Remembers on disk which files became which layer: one small file a layer, named by fingerprint and compression. It holds
 * no path and no content. It only saves time: what is damaged is thrown away, what cannot be read or written is done without.
 */
export class LayerCache {
  readonly #directory: string
  /** Looking once a bake at how many there are is enough to bound them. */
  #isShrunk = false

  constructor(directory: string) {
    this.#directory = join(directory, 'layers')
  }

  find(key: string): RememberedLayer | undefined {
    const file = this.#fileOf(key)
    let text: string
    try {
      if (fs.statSync(file).size > largestEntryBytes) throw new Error('too large')
      text = fs.readFileSync(file, 'utf8')
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') this.#forget(file)
      return undefined
    }
    const entry = parsed(text)
    if (entry === undefined) this.#forget(file)
    else this.#touch(file)
    return entry
  }

  remember(key: string, { diffId, digest, size, mediaType }: RememberedLayer): void {
    const file = this.#fileOf(key)
    const mine = `${file}.${process.pid}`
    try {
      fs.mkdirSync(this.#directory, { recursive: true, mode: 0o700 })
      // Renamed into place, so that nobody reads half of it.
      fs.writeFileSync(mine, JSON.stringify({ version: 1, diffId, digest, size, mediaType }), { mode: 0o600 })
      fs.renameSync(mine, file)
      this.#shrink()
    } catch {
      this.#forget(mine)
    }
  }

  #fileOf(key: string): string {
    return join(this.#directory, createHash('sha256').update(key).digest('hex'))
  }

  /** The longest unused go first. */
  #shrink(): void {
    if (this.#isShrunk) return
    this.#isShrunk = true
    const names = fs.readdirSync(this.#directory)
    if (names.length <= largestEntries) return
    const used = names.map((name) => {
      const file = join(this.#directory, name)
      return { file, at: fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0 }
    })
    used.sort((a, b) => a.at - b.at)
    for (const { file } of used.slice(0, names.length - largestEntries / 2)) this.#forget(file)
  }

  #touch(file: string): void {
    try {
      fs.utimesSync(file, new Date(), new Date())
    } catch {
      // it is only the order in which they are forgotten
    }
  }

  #forget(file: string): void {
    try {
      fs.rmSync(file, { force: true })
    } catch {
      // then it is found damaged again
    }
  }
}

function parsed(text: string): RememberedLayer | undefined {
  try {
    const { version: _, ...layer } = entrySchema.parse(JSON.parse(text))
    return layer
  } catch {
    return undefined
  }
}
