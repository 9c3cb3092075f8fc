import type { Digest } from '../oci/digest.js'
import type { EnvironmentState, Recording, Release } from './state.js'

/** What a decision asks to be written, in one commit. */
export interface EnvironmentChange {
  readonly state: EnvironmentState
  /** The commit's subject, e.g. `production/shop: canary 10%`. */
  readonly message: string
  /** A finished rollout's recording, kept as `rollouts/<environment>/<app>/<generation>.json`. */
  readonly recording?: { readonly generation: number; readonly recording: Recording }
}

/**
 * The versioned record of releases and environments. A write names the head that it read: on a conflict everything is
 * read again and decided again, never re-applied. An unreadable ledger throws `ledger-unreadable` and is never replaced.
 */
export interface Ledger {
  /** Where it is, without credentials: for messages. */
  readonly location: string
  readRelease(app: string, digest: Digest): Promise<Release | undefined>
  listReleases(app?: string): Promise<Release[]>
  /** Writing an equal release again is a no-op; a different one under the same digest is refused. */
  writeRelease(release: Release): Promise<void>
  readEnvironment(environment: string, app: string): Promise<EnvironmentState>
  listEnvironments(): Promise<EnvironmentState[]>
  /**
   * Compare-and-swap: `decide` sees the current state and returns the change, or undefined for none. It may be called
   * several times and must be pure. Resolves to the state that stands afterwards.
   */
  updateEnvironment(
    environment: string,
    app: string,
    decide: (state: EnvironmentState) => EnvironmentChange | undefined,
  ): Promise<EnvironmentState>
  readRecording(environment: string, app: string, generation: number): Promise<Recording | undefined>
}
