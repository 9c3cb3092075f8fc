import { IngotError } from '../../src/errors.js'
import type { EnvironmentChange, Ledger } from '../../src/ledger/ledger.js'
import { type Deployed, type EnvironmentState, emptyEnvironment, type Recording } from '../../src/ledger/state.js'
import { type Digest, digestOf } from '../../src/oci/digest.js'
import { type Counters, latencyBounds } from '../../src/promote/metrics/counters.js'
import type { Order, Target, TargetObservation } from '../../src/promote/targets/target.js'

export const image = (version: string): Deployed => {
  const digest = digestOf(version)
  return { digest, image: `oci:store@${digest}`, version }
}

export const counters = (total = 0, bad = 0, epoch = 'e'): Counters => ({
  epoch,
  total,
  bad,
  buckets: latencyBounds.map((le) => [le, total]),
})

/** Called before and after every effect on ledger and target; throwing is the death of the process at that point. */
export type Crash = (point: string) => void

/** The ledger in memory, with the compare-and-swap of the real one: `interfere` changes it between read and write. */
export class MemoryLedger implements Ledger {
  readonly location = 'memory'
  readonly recordings = new Map<number, Recording>()
  readonly messages: string[] = []
  state: EnvironmentState
  interfere: ((state: EnvironmentState) => EnvironmentState) | undefined
  readonly #crash: Crash

  constructor(state = emptyEnvironment('production', 'shop'), crash: Crash = () => {}) {
    this.state = state
    this.#crash = crash
  }

  async readEnvironment(): Promise<EnvironmentState> {
    return structuredClone(this.state)
  }

  async updateEnvironment(
    _environment: string,
    _app: string,
    decide: (state: EnvironmentState) => EnvironmentChange | undefined,
  ): Promise<EnvironmentState> {
    let change = decide(structuredClone(this.state))
    if (this.interfere) {
      this.state = this.interfere(this.state)
      this.interfere = undefined
      change = decide(structuredClone(this.state))
    }
    if (change === undefined) return this.state
    this.#crash('before write')
    // As it would come back from a file.
    this.state = JSON.parse(JSON.stringify(change.state))
    this.messages.push(change.message)
    if (change.recording) this.recordings.set(change.recording.generation, change.recording.recording)
    this.#crash('after write')
    return this.state
  }

  readRelease = async () => undefined
  listReleases = async () => []
  writeRelease = async () => {}
  listEnvironments = async () => [this.state]
  readRecording = async (_environment: string, _app: string, generation: number) => this.recordings.get(generation)
}

interface FakeTrack {
  image: Deployed
  counters: Counters
  healthy: boolean
}

/** The rules of a target, in memory, with requests that come by `serve`. */
export class MemoryTarget implements Target {
  readonly location = 'memory'
  generation = 0
  stable: FakeTrack | null = null
  canary: FakeTrack | null = null
  weight = 0
  readonly orders: string[] = []
  /** Versions that never become healthy. */
  readonly sick = new Set<string>()
  readonly #crash: Crash
  #epochs = 0

  constructor(crash: Crash = () => {}) {
    this.#crash = crash
  }

  /** The version that everybody gets, or null when it is none, or more than one. */
  get onlyVersion(): string | null {
    if (this.weight === 0) return this.canary === null ? (this.stable?.image.version ?? null) : null
    return null
  }

  serve(requests: number, badShare: (version: string) => number): void {
    const split = Math.round((requests * this.weight) / 100)
    for (const [track, count] of [
      [this.canary, split],
      [this.stable, requests - split],
    ] as const) {
      if (track === null) continue
      const { total, bad, epoch } = track.counters
      track.counters = counters(total + count, bad + Math.round(count * badShare(track.image.version)), epoch)
    }
  }

  async observe(): Promise<TargetObservation> {
    const look = (track: FakeTrack | null) =>
      track && {
        digest: track.image.digest,
        version: track.image.version,
        healthy: track.healthy && !this.sick.has(track.image.version),
        restarts: 0,
        counters: structuredClone(track.counters),
      }
    const { generation, weight } = this
    return { generation, weight, stable: look(this.stable), canary: look(this.canary) }
  }

  async stage(): Promise<void> {}

  async deploy(deployed: Deployed, { generation }: Order): Promise<void> {
    this.#obey(generation, `deploy ${deployed.version}`, () => {
      if ([this.canary, this.stable].some((track) => track?.image.digest === deployed.digest)) return
      if (this.canary) throw new Error(`${this.canary.image.version} is the canary`)
      this.#epochs += 1
      this.canary = { image: deployed, counters: counters(0, 0, `e${this.#epochs}`), healthy: true }
      this.weight = 0
    })
  }

  async shift(canary: Digest, weight: number, { generation }: Order): Promise<void> {
    this.#obey(generation, `shift ${weight}`, () => {
      if (this.canary?.image.digest !== canary) throw new Error('not the canary')
      if (this.stable === null && weight > 0 && weight < 100) throw new Error('no stable track')
      this.weight = weight
    })
  }

  async retire(keep: Digest | null, { generation }: Order): Promise<void> {
    this.#obey(generation, `retire`, () => {
      if (keep === (this.stable?.image.digest ?? null)) {
        if (this.weight > 0) throw new Error('the canary has traffic')
        this.canary = null
      } else if (this.canary?.image.digest === keep) {
        if (this.weight < 100) throw new Error('it does not have all the traffic')
        this.stable = this.canary
        this.canary = null
        this.weight = 0
      } else throw new Error('not deployed')
    })
  }

  #obey(generation: number, order: string, effect: () => void): void {
    if (generation < this.generation) throw new IngotError('superseded', `generation ${this.generation} is obeyed`)
    this.#crash(`before ${order}`)
    this.generation = generation
    effect()
    this.orders.push(order)
    this.#crash(`after ${order}`)
  }
}

/** A clock that only moves when somebody sleeps. */
export class FakeClock {
  now = Date.parse('2026-01-01T00:00:00Z')
  /** What happens while time passes. */
  onSleep: (milliseconds: number) => void = () => {}
  readonly clock = () => this.now
  readonly sleep = async (milliseconds: number) => {
    this.now += milliseconds
    this.onSleep(milliseconds)
  }
}
