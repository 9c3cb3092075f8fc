import { Agent, get } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ImageConfig } from '../../../oci/manifest.js'
import { describeExit, launchService, type Service } from '../../../process/index.js'
import { RequestCounter } from './counting.js'
import type { Placed } from './protocol.js'

const firstPauseMilliseconds = 200
const longestPauseMilliseconds = 10_000
/** A service that ran so long has recovered: its next end is the first again. */
const steadyMilliseconds = 30_000
const probeMilliseconds = 2_000

export interface SupervisedOptions {
  readonly placed: Placed
  readonly rootfs: string
  readonly config: ImageConfig
  readonly log: (line: string) => void
  /** Told whenever the process id changes. */
  readonly onProcess: () => void
}

/** One track's service: kept running, probed, counted, and drained before it is stopped. */
export class SupervisedService {
  readonly placed: Placed
  readonly counter = new RequestCounter()
  /** Connections to the service; its own, so that they end with it. */
  readonly agent = new Agent({ keepAlive: true })
  /** Requests and upgraded connections that it is serving. */
  inFlight = 0
  /** How often in a row it ended by itself. */
  restarts = 0
  readonly #options: SupervisedOptions
  readonly #stopping = new AbortController()
  readonly #running: Promise<void>
  /** Resolves when the service accepts for the first time, or has failed to. */
  readonly settled: Promise<void>
  #service: Service | undefined
  #why = 'it is starting'

  constructor(options: SupervisedOptions) {
    this.placed = options.placed
    this.#options = options
    let settle = () => {}
    this.settled = new Promise((resolve) => {
      settle = resolve
    })
    this.#running = this.#keepRunning(settle)
  }

  /** Where it answers now; undefined while it does not run. */
  get url(): string | undefined {
    return this.#service?.url
  }

  get pid(): number | undefined {
    return this.#service?.pid
  }

  /** Asks the service itself, not the traffic: any answer below 500 is healthy. */
  async probe(): Promise<{ healthy: boolean; why?: string }> {
    const url = this.url
    if (url === undefined) return { healthy: false, why: this.#why }
    const why = await ask(`${url}${this.placed.healthPath}`)
    return why === undefined ? { healthy: true } : { healthy: false, why: `${this.placed.healthPath} ${why}` }
  }

  /** Lets it finish what it is serving, at most so long, and stops it. */
  async retire(drainMilliseconds: number): Promise<void> {
    const deadline = Date.now() + drainMilliseconds
    while (this.inFlight > 0 && Date.now() < deadline) await sleep(20)
    this.#stopping.abort()
    await this.#service?.stop()
    await this.#running
    this.agent.destroy()
  }

  async #keepRunning(settle: () => void): Promise<void> {
    const { placed, rootfs, config, log } = this.#options
    const { signal } = this.#stopping
    while (!signal.aborted) {
      const startedAt = Date.now()
      try {
        const environment = { INGOT_DIGEST: placed.digest, INGOT_VERSION: placed.version }
        const say = (line: string) => log(`[${placed.version}] ${line}`)
        const service = await launchService({ rootfs, config, environment, log: say, signal })
        this.#adopt(service)
        settle()
        this.#why = `it ended by itself (${describeExit(await service.exited)})`
      } catch (error) {
        this.#why = error instanceof Error ? error.message : String(error)
      }
      settle()
      this.#adopt(undefined)
      if (signal.aborted) return
      if (Date.now() - startedAt > steadyMilliseconds) this.restarts = 0
      this.restarts += 1
      log(`[${placed.version}] ${this.#why}`)
      const pause = Math.min(longestPauseMilliseconds, firstPauseMilliseconds * 2 ** (this.restarts - 1))
      await sleep(pause, undefined, { signal }).catch(() => {})
    }
  }

  #adopt(service: Service | undefined): void {
    this.#service = service
    this.#options.onProcess()
  }
}

/** Why a GET of `url` was not answered well; undefined when it was. */
function ask(url: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const request = get(url, { agent: false, timeout: probeMilliseconds }, (response) => {
      response.resume()
      const status = response.statusCode ?? 0
      resolve(status < 500 ? undefined : `answered ${status}`)
    })
    request.on('timeout', () => request.destroy(new Error(`did not answer within ${probeMilliseconds / 1000} s`)))
    request.on('error', (error) => resolve(error.message))
  })
}
