/** Bytes of a source in order, in slices; from an earlier place again when a slice has to be sent twice. */
export class Passage {
  readonly #open: () => AsyncIterable<Uint8Array>
  #reading: AsyncIterator<Uint8Array> | undefined
  #rest: Uint8Array | undefined
  #position = 0
  #slice: symbol | undefined
  #hasFailed = false

  constructor(open: () => AsyncIterable<Uint8Array>) {
    this.#open = open
  }

  /**
   * The bytes from `from` up to `to`. Reads on where the last slice ended; else from the first byte, passing over those before
   * `from`, so that a source which checks itself sees all of its bytes.
   */
  async *slice(from: number, to: number): AsyncGenerator<Uint8Array, void, undefined> {
    const mine = Symbol('slice')
    // A slice of a request that was lost may still wait for its next bytes: it gets nothing more, and they are read again.
    const isForsaken = this.#slice !== undefined
    this.#slice = mine
    try {
      if (isForsaken || this.#reading === undefined || this.#position !== from) await this.#begin(from)
      while (this.#slice === mine && this.#position < to) {
        const chunk = await this.#next()
        if (chunk === undefined || this.#slice !== mine) return
        const wanted = to - this.#position
        this.#rest = chunk.byteLength > wanted ? chunk.subarray(wanted) : undefined
        const part = chunk.byteLength > wanted ? chunk.subarray(0, wanted) : chunk
        this.#position += part.byteLength
        yield part
      }
    } finally {
      if (this.#slice === mine) this.#slice = undefined
    }
  }

  /** Whether the source itself has failed, rather than whoever takes its bytes: it has tried again already. */
  get hasFailed(): boolean {
    return this.#hasFailed
  }

  /** Lets go of the source. */
  end(): void {
    const reading = this.#reading
    this.#reading = undefined
    this.#rest = undefined
    // Not waited for: a source that is stuck would hold up whoever has given it up.
    reading?.return?.().catch(() => undefined)
  }

  async #begin(from: number): Promise<void> {
    this.end()
    this.#reading = this.#open()[Symbol.asyncIterator]()
    this.#position = 0
    while (this.#position < from) {
      const chunk = await this.#next()
      if (chunk === undefined) return
      const surplus = this.#position + chunk.byteLength - from
      this.#rest = surplus > 0 ? chunk.subarray(chunk.byteLength - surplus) : undefined
      this.#position = Math.min(from, this.#position + chunk.byteLength)
    }
  }

  async #next(): Promise<Uint8Array | undefined> {
    if (this.#rest !== undefined) {
      const rest = this.#rest
      this.#rest = undefined
      return rest
    }
    const reading = this.#reading
    try {
      const { done, value } = (await reading?.next()) ?? { done: true, value: undefined }
      return done === true ? undefined : value
    } catch (error) {
      // What has failed has ended: to read on would find nothing, and send a body that is too short.
      if (this.#reading === reading) {
        this.#hasFailed = true
        this.end()
      }
      throw error
    }
  }
}
