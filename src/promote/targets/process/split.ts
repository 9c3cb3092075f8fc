const goldenRatio = 0.618033988749895

/**
 * Which request goes to the canary. A Weyl sequence instead of dice: after n requests the canary's share is within
 * log(n)/n of its weight, and because the step is irrational no period in the traffic (every second request to the same
 * page) can fall onto one track, as it would when counting up to a hundred.
 */
export class Split {
  #position = 0.5

  /** @param weight percent of the requests for which this is true */
  isCanary(weight: number): boolean {
    this.#position = (this.#position + goldenRatio) % 1
    return this.#position * 100 < weight
  }
}
