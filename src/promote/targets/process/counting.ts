import { randomUUID } from 'node:crypto'
import { type Counters, latencyBounds } from '../../metrics/counters.js'

/** Outcomes and latencies of one track since it started. */
export class RequestCounter {
  readonly #epoch = randomUUID()
  readonly #within = latencyBounds.map(() => 0)
  #total = 0
  #bad = 0

  count(milliseconds: number, isBad: boolean): void {
    this.#total += 1
    if (isBad) this.#bad += 1
    const bucket = latencyBounds.findIndex((bound) => milliseconds <= bound * 1000)
    if (bucket >= 0) this.#within[bucket] = (this.#within[bucket] ?? 0) + 1
  }

  read(): Counters {
    let sum = 0
    const buckets = latencyBounds.map((bound, index): [number, number] => {
      sum += this.#within[index] ?? 0
      return [bound, sum]
    })
    return { epoch: this.#epoch, total: this.#total, bad: this.#bad, buckets }
  }
}
