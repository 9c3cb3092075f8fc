import { formatBytes } from '../oci/bytes.js'
import { shortDigest } from '../oci/digest.js'
import type { Descriptor } from '../oci/manifest.js'

const everyMilliseconds = 2000

export interface CopyListener {
  /** A line about what is done. */
  readonly log?: ((line: string) => void) | undefined
  /** A line, every other second, about how far it has come. */
  readonly progress?: ((line: string) => void) | undefined
}

/** How far the blobs of a copy have come, for people. */
export class CopyProgress {
  readonly #listener: CopyListener
  readonly #blobs: { readonly count: number; readonly bytes: number }
  readonly #begun = performance.now()
  #last = performance.now()
  #done = 0
  #bytesDone = 0
  #bytesMoved = 0

  constructor(blobs: readonly Descriptor[], listener: CopyListener) {
    this.#listener = listener
    this.#blobs = { count: blobs.length, bytes: blobs.reduce((sum, { size }) => sum + size, 0) }
  }

  /** Bytes that were read on their way to the destination. */
  moved(bytes: number): void {
    this.#bytesMoved += bytes
    const now = performance.now()
    if (now - this.#last < everyMilliseconds) return
    this.#last = now
    const perSecond = Math.round((this.#bytesMoved * 1000) / (now - this.#begun))
    const { count, bytes: total } = this.#blobs
    const done = `${this.#done} of ${count} blobs`
    const amount = `${formatBytes(this.#bytesMoved)} moved of at most ${formatBytes(total - this.#bytesDone)}`
    this.#listener.progress?.(`${done}, ${amount}, ${formatBytes(perSecond)}/s`)
  }

  done({ digest, size }: Descriptor, how: 'copied' | 'mounted' | 'there already'): void {
    this.#done += 1
    if (how !== 'copied') this.#bytesDone += size
    this.#listener.log?.(`blob ${shortDigest(digest)} ${formatBytes(size)} ${how}`)
  }
}
