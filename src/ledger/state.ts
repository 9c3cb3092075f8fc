import type { Digest } from '../oci/digest.js'

/** Times are RFC 3339 in UTC everywhere in the ledger. */
export type Timestamp = string

/** `releases/<app>/<hex>.json`: one digest of one app with its evidence. Written once, never changed. */
export interface Release {
  readonly schemaVersion: 1
  readonly app: string
  readonly digest: Digest
  /** `repository@digest`: where the image is. */
  readonly image: string
  readonly version: string
  readonly tags: readonly string[]
  /** e.g. `linux/amd64` */
  readonly platforms: readonly string[]
  readonly base: { readonly name: string; readonly digest: Digest } | null
  readonly source: { readonly repository?: string; readonly revision?: string }
  /** Why it was built. */
  readonly reason: 'push' | 'base' | 'cve' | 'age' | 'manual'
  readonly publishedAt: Timestamp
  /** Attestations found and verified when it was published. */
  readonly evidence: readonly { readonly predicateType: string; readonly digest: Digest }[]
  /** SHA-256 of the signer's public key (SPKI, DER), or null when it was published unsigned. */
  readonly signer: string | null
  readonly findings: { critical: number; high: number; medium: number; low: number } | null
}

/** What a track runs, or ran. */
export interface Deployed {
  readonly digest: Digest
  /** `repository@digest` */
  readonly image: string
  readonly version: string
}

export interface HistoryEntry extends Deployed {
  readonly at: Timestamp
  readonly generation: number
  readonly event: 'promoted' | 'aborted' | 'rolled-back'
  /** The digest that was stable before, if any. */
  readonly from: Digest | null
  /** One sentence: the judge's, or the maintainer's. */
  readonly why: string
  /** From the start of the rollout to this event. */
  readonly seconds: number
}

export interface Quarantined {
  readonly digest: Digest
  readonly version: string
  readonly at: Timestamp
  readonly why: string
}

/** One attempt to make a digest stable. What `plan` needs to go on after any crash. */
export interface Rollout {
  /** Of the environment when this rollout began. */
  readonly generation: number
  readonly kind: 'promotion' | 'rollback'
  readonly candidate: Deployed
  readonly previous: Deployed | null
  readonly startedAt: Timestamp
  /** `advancing` shifts step by step, `promoting` makes the candidate stable, `aborting` gives stable everything back. */
  readonly phase: 'advancing' | 'promoting' | 'aborting'
  /** Index into the strategy's steps; -1 before the first shift. */
  readonly step: number
  /** Percent of traffic that the canary is meant to have. */
  readonly weight: number
  /** When this step (or phase) began. */
  readonly since: Timestamp
  /** Why it is aborting, when it is. */
  readonly why: string | null
  /** The judge's few numbers, opaque here. */
  readonly judge: unknown
  /** Last cumulative counters read from the metric source, opaque here: the next tick's counts are differences to these. */
  readonly counters: unknown
  /** Ticks so far, in the form that `ingot judge --input` replays. */
  readonly recording: Recording
}

/** A recorded canary: what `ingot judge --input FILE` reads. */
export interface Recording {
  readonly alpha: number
  readonly metrics: readonly {
    readonly name: string
    readonly kind: 'ratio' | 'histogram'
    readonly 'max-ratio': number
  }[]
  /** `at`, `weight`, and for each metric `{canary, stable}` counts of that tick alone. */
  readonly ticks: readonly Readonly<Record<string, unknown>>[]
}

/** `environments/<environment>/<app>.json` */
export interface EnvironmentState {
  readonly schemaVersion: 1
  readonly environment: string
  readonly app: string
  /** A fencing token: raised by every new rollout and rollback, never lowered. A run that holds a lower one stops. */
  readonly generation: number
  readonly stable: (Deployed & { readonly since: Timestamp }) | null
  readonly rollout: Rollout | null
  /** Oldest first. */
  readonly history: readonly HistoryEntry[]
  readonly quarantine: readonly Quarantined[]
}

export function emptyEnvironment(environment: string, app: string): EnvironmentState {
  return {
    schemaVersion: 1,
    environment,
    app,
    generation: 0,
    stable: null,
    rollout: null,
    history: [],
    quarantine: [],
  }
}
