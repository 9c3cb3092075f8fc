import { mkdirSync, readFileSync, readlinkSync, renameSync, writeFileSync } from 'node:fs'
import { IngotError } from '../../../errors.js'
import { parseImageConfig } from '../../../oci/manifest.js'
import { paths } from './paths.js'
import { type Answer, type HostState, hostStateSchema, type Placed, type RequestOf } from './protocol.js'
import { Split } from './split.js'
import { SupervisedService } from './supervised.js'

const drainMilliseconds = 10_000
const restoreMilliseconds = 10_000

type Place = 'stable' | 'canary'

/**
 * Two places for services and the weight between them. What an order changes is on disk before it takes effect, and every
 * change of the traffic is one assignment: no request ever meets a state in between.
 */
export class Host {
  readonly #directory: string
  readonly #log: (line: string) => void
  readonly #split = new Split()
  readonly #services: Record<Place, SupervisedService | undefined> = { stable: undefined, canary: undefined }
  readonly #leaving = new Set<SupervisedService>()
  readonly #retiring = new Set<Promise<void>>()
  #state: HostState

  constructor(directory: string, port: number, log: (line: string) => void) {
    this.#directory = directory
    this.#log = log
    const known = readHostState(directory)
    this.#state = { ...(known ?? emptyState), pid: process.pid, port, services: [] }
    for (const pid of known?.services ?? []) endLeftover(pid, directory, log)
  }

  /** Starts what ran before the host ended; resolves when it answers, or after a while if it does not. */
  async restore(): Promise<void> {
    for (const place of ['stable', 'canary'] as const) {
      const placed = this.#state[place]
      if (placed) this.#services[place] = this.#revive(placed)
    }
    const { stable, canary } = this.#services
    const weight = canary === undefined ? 0 : this.#state.weight
    this.#save({ stable: stable?.placed ?? null, canary: canary?.placed ?? null, weight })
    const settled = Promise.all(Object.values(this.#services).map((service) => service?.settled))
    const limit = new Promise((resolve) => setTimeout(resolve, restoreMilliseconds).unref())
    await Promise.race([settled, limit])
  }

  /** The track that serves the next request. */
  choose(): SupervisedService | undefined {
    const { stable, canary } = this.#services
    const { weight } = this.#state
    if (canary === undefined || weight === 0) return stable
    return weight === 100 || this.#split.isCanary(weight) ? canary : stable
  }

  async observe(): Promise<Answer> {
    const { port, generation, weight } = this.#state
    const [stable, canary] = await Promise.all([this.#look('stable'), this.#look('canary')])
    return { port, generation, weight, stable, canary }
  }

  deploy({ generation, image }: RequestOf<'deploy'>): void {
    this.#fence(generation)
    const { stable, canary } = this.#state
    if (canary?.digest === image.digest || stable?.digest === image.digest) return
    if (canary !== null) throw refused(`Cannot deploy ${image.version}: ${canary.version} is the canary`)
    const service = this.#start(image)
    this.#save({ canary: image, weight: 0 })
    this.#services.canary = service
    this.#log(`deploy ${image.version} ${image.digest}`)
  }

  shift({ generation, canary: digest, weight }: RequestOf<'shift'>): void {
    this.#fence(generation)
    const { stable, canary } = this.#state
    if (canary?.digest !== digest) {
      if (stable?.digest === digest && weight === 100) return
      throw refused(`Cannot shift traffic: ${digest} is not the canary`)
    }
    if (stable === null && weight !== 0 && weight !== 100)
      throw refused('Cannot split traffic: there is no stable track')
    if (weight > this.#state.weight && this.#services.canary?.url === undefined) {
      throw refused(`Cannot give traffic to ${canary.version}: it does not run`)
    }
    this.#save({ weight })
    this.#log(`shift ${canary.version} to ${weight}%`)
  }

  retire({ generation, keep }: RequestOf<'retire'>): void {
    this.#fence(generation)
    const { stable, canary, weight } = this.#state
    const { stable: stableService, canary: canaryService } = this.#services
    if (keep === (stable?.digest ?? null)) {
      if (canary === null) return
      if (weight > 0) throw refused(`Cannot retire ${canary.version}: it has ${weight} % of the traffic`)
      this.#save({ canary: null })
      this.#services.canary = undefined
      this.#leave(canaryService)
    } else if (keep !== null && canary?.digest === keep) {
      if (weight < 100) throw refused(`Cannot keep only ${canary.version}: it has ${weight} % of the traffic`)
      this.#save({ stable: canary, canary: null, weight: 0 })
      this.#services.stable = canaryService
      this.#services.canary = undefined
      this.#leave(stableService)
    } else throw refused(`Cannot keep ${keep ?? 'nothing'}: it is not deployed`)
  }

  /** Stops every service, those that are leaving too. */
  async stop(): Promise<void> {
    for (const service of Object.values(this.#services)) this.#leave(service)
    await Promise.all(this.#retiring)
    this.#save({ pid: 0 })
  }

  #fence(generation: number): void {
    const highest = this.#state.generation
    if (generation < highest) {
      throw new IngotError(
        'superseded',
        `The target obeys generation ${highest}: an order of generation ${generation} is refused`,
      )
    }
    if (generation > highest) this.#save({ generation })
  }

  #start(placed: Placed): SupervisedService {
    const file = paths.config(this.#directory, placed.digest)
    const config = parseImageConfig(readFileSync(file), file)
    const rootfs = paths.rootfs(this.#directory, placed.digest)
    return new SupervisedService({ placed, rootfs, config, log: this.#log, onProcess: () => this.#save({}) })
  }

  /** An image that is no longer on disk is no longer in its place: the next look at the target says so. */
  #revive(placed: Placed): SupervisedService | undefined {
    try {
      return this.#start(placed)
    } catch (error) {
      this.#log(`cannot start ${placed.version} again: ${error instanceof Error ? error.message : String(error)}`)
      return undefined
    }
  }

  #leave(service: SupervisedService | undefined): void {
    if (service === undefined) return
    this.#leaving.add(service)
    const done = service.retire(drainMilliseconds).finally(() => {
      this.#leaving.delete(service)
      this.#retiring.delete(done)
      this.#log(`retired ${service.placed.version}`)
    })
    this.#retiring.add(done)
  }

  async #look(place: Place): Promise<Answer['stable']> {
    const service = this.#services[place]
    if (service === undefined) return null
    const { placed, restarts } = service
    const health = await service.probe()
    return { digest: placed.digest, version: placed.version, restarts, ...health, counters: service.counter.read() }
  }

  #save(fields: Partial<HostState>): void {
    const all = [...Object.values(this.#services), ...this.#leaving]
    const services = [...new Set(all.flatMap((service) => service?.pid ?? []))]
    const state = { ...this.#state, ...fields, services }
    const file = paths.state(this.#directory)
    mkdirSync(this.#directory, { recursive: true, mode: 0o700 })
    writeFileSync(`${file}.new`, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 })
    renameSync(`${file}.new`, file)
    this.#state = state
  }
}

/** What a host left in its directory; undefined when there never was one. */
export function readHostState(directory: string): HostState | undefined {
  let text: string
  try {
    text = readFileSync(paths.state(directory), 'utf8')
  } catch {
    return undefined
  }
  try {
    return hostStateSchema.parse(JSON.parse(text))
  } catch (cause) {
    throw new IngotError('target-failed', `${paths.state(directory)} is not the state of a process target`, {
      advice: 'Move the directory away; the next rollback to the stable digest fills a new one',
      cause,
    })
  }
}

const emptyState = { schemaVersion: 1, generation: 0, weight: 0, stable: null, canary: null } as const

function refused(message: string): IngotError {
  return new IngotError('target-failed', message)
}

/** A host that was killed could not stop its services; a process id that now belongs to another program is left alone. */
function endLeftover(pid: number, directory: string, log: (line: string) => void): void {
  const images = paths.images(directory)
  try {
    const isOurs =
      readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(images) ||
      readlinkSync(`/proc/${pid}/cwd`).startsWith(images)
    if (!isOurs) return
    process.kill(pid, 'SIGKILL')
    log(`ended the leftover service ${pid}`)
  } catch {
    // It is gone.
  }
}
