import type { Deployed } from '../../ledger/state.js'
import type { Digest } from '../../oci/digest.js'
import type { Counters } from '../metrics/counters.js'

export type Track = 'stable' | 'canary'

/** One track as the target itself sees it right now. */
export interface TrackObservation {
  readonly digest: Digest
  readonly version: string
  /** It runs, and has just answered its health check. */
  readonly healthy: boolean
  /** Why it is not healthy, for people. */
  readonly why?: string
  /** How often it ended by itself and was started again. */
  readonly restarts: number
  /** Cumulative since the track's epoch. */
  readonly counters: Counters
}

export interface TargetObservation {
  /** The highest generation that the target has accepted an order of. */
  readonly generation: number
  readonly stable: TrackObservation | null
  readonly canary: TrackObservation | null
  /** Percent of traffic on the canary; 0 when there is none. */
  readonly weight: number
}

export interface Order {
  /** The fencing token: a target that has seen a higher one refuses with `superseded`. */
  readonly generation: number
  readonly signal?: AbortSignal
}

/**
 * What runs images. It has two places, `stable` and `canary`, and splits traffic between them. Every verb may be repeated
 * without harm, and none ever takes the traffic away from a digest without another that has it all.
 */
export interface Target {
  /** Where it is, for messages. */
  readonly location: string
  observe(signal?: AbortSignal): Promise<TargetObservation>
  /** Brings everything that `deploy` will need, verified, to the target; touches no traffic and needs no generation. */
  stage(image: Deployed, signal?: AbortSignal): Promise<void>
  /** Starts the image as the canary, without traffic. Refused while another digest is the canary. */
  deploy(image: Deployed, order: Order): Promise<void>
  /** Gives the canary `weight` percent of the traffic. Refused when `canary` is not the canary. */
  shift(canary: Digest, weight: number, order: Order): Promise<void>
  /**
   * Makes `keep` the stable track with all the traffic, lets what runs beside it finish its requests, and stops it.
   * Refused unless `keep` has all the traffic already. Null, for a target whose only image is a canary without traffic,
   * stops that one.
   */
  retire(keep: Digest | null, order: Order): Promise<void>
}

/** The target itself says: this digest, healthy, with all the traffic. The only ground on which success is claimed. */
export function atFullWeight(observation: TargetObservation, digest: Digest): boolean {
  const { stable, canary, weight } = observation
  const track = weight === 100 ? canary : weight === 0 ? stable : null
  return track !== null && track.digest === digest && track.healthy
}
