/** What was worked out once, for as long as there is room: the oldest goes first, and what failed is not kept. */
export class Memo<Value> {
  readonly #entries = new Map<string, Promise<Value>>()
  readonly #room: number

  /** @param room number of values that are kept */
  constructor(room: number) {
    this.#room = room
  }

  get(key: string, make: () => Promise<Value>): Promise<Value> {
    const kept = this.#entries.get(key)
    if (kept !== undefined) return kept
    const [oldest] = this.#entries.keys()
    if (this.#entries.size >= this.#room && oldest !== undefined) this.#entries.delete(oldest)
    const making = make()
    this.#entries.set(key, making)
    making.catch(() => this.#entries.delete(key))
    return making
  }
}
