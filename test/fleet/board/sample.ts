import { createHash } from 'node:crypto'
// @ts-expect-error: a plain script, shared with the bench
import { errorTicks, latencyTicks } from '../../../bench/traffic.js'
import type {
  Deployed,
  EnvironmentState,
  HistoryEntry,
  Quarantined,
  Recording,
  Release,
  Rollout,
} from '../../../src/ledger/state.js'
import type { Digest } from '../../../src/oci/digest.js'

/** A fleet as a ledger might hold it, for tests of the board and for looking at it. */

export const now = new Date('2026-11-20T09:30:00Z')

export function digestOf(text: string): Digest {
  return `sha256:${createHash('sha256').update(text).digest('hex')}` as Digest
}

export function ago(minutes: number): string {
  return new Date(now.getTime() - minutes * 60_000).toISOString()
}

export function deployed(app: string, version: string): Deployed {
  const digest = digestOf(`${app} ${version}`)
  return { digest, image: `ghcr.io/acme/${app}@${digest}`, version }
}

const node = { name: 'ghcr.io/acme/golden/node:22', digest: digestOf('node 22, November') }
const clean = { critical: 0, high: 0, medium: 0, low: 0 }

export function release(app: string, version: string, minutes: number, more: Partial<Release> = {}): Release {
  const { digest, image } = deployed(app, version)
  return {
    schemaVersion: 1,
    app,
    digest,
    image,
    version,
    tags: [version],
    platforms: ['linux/amd64'],
    base: node,
    source: { repository: `acme/${app}`, revision: 'c0ffee' },
    reason: 'push',
    publishedAt: ago(minutes),
    evidence: [
      { predicateType: 'https://sigstore.dev/cosign/sign/v1', digest: digestOf('signature') },
      { predicateType: 'https://slsa.dev/provenance/v1', digest: digestOf('provenance') },
    ],
    signer: digestOf('the key').slice(7),
    findings: clean,
    ...more,
  }
}

export function environment(name: string, app: string, more: Partial<EnvironmentState> = {}): EnvironmentState {
  return {
    schemaVersion: 1,
    environment: name,
    app,
    generation: 1,
    stable: null,
    rollout: null,
    history: [],
    quarantine: [],
    ...more,
  }
}

export function stable(app: string, version: string, minutes: number) {
  return { ...deployed(app, version), since: ago(minutes) }
}

interface Traffic {
  readonly times?: number
  readonly slower?: number
  readonly ticks?: number
  readonly steps?: readonly number[]
  readonly seed?: number
}

/** A canary of some steps at 600 requests a tick. */
export function recording({ times = 1, slower = 1, ticks = 36, steps = [5, 25, 50], seed = 7 }: Traffic): Recording {
  const recorded = steps.flatMap((weight, step) => {
    const scene = { requestsPerTick: 600, weight, badRate: 0.004, ticks: Math.ceil(ticks / steps.length) }
    const errors: Record<string, object>[] = errorTicks({ ...scene, times, seed: seed + step })
    const latency: Record<string, object>[] = latencyTicks({ ...scene, times: slower, seed: seed + step })
    return errors.map((tick, index) => ({ ...latency[index], ...tick, at: ago(60 - step * 12 - index) }))
  })
  return {
    alpha: 0.01,
    metrics: [
      { name: 'errors', kind: 'ratio', 'max-ratio': 1 },
      { name: 'latency', kind: 'histogram', 'max-ratio': 1 },
    ],
    ticks: recorded,
  }
}

export function rollout(app: string, from: string, to: string, more: Partial<Rollout> = {}): Rollout {
  return {
    generation: 5,
    kind: 'promotion',
    candidate: deployed(app, to),
    previous: deployed(app, from),
    startedAt: ago(24),
    phase: 'advancing',
    step: 1,
    weight: 25,
    since: ago(4),
    why: null,
    judge: null,
    counters: null,
    recording: recording({ ticks: 16, steps: [5, 25], seed: 11 }),
    ...more,
  }
}

export function event(
  app: string,
  version: string,
  minutes: number,
  generation: number,
  more: Partial<HistoryEntry> = {},
): HistoryEntry {
  return {
    ...deployed(app, version),
    at: ago(minutes),
    generation,
    event: 'promoted',
    from: null,
    why: 'errors: canary 61 of 16,204 (0.38 %) against stable 101 of 27,031 (0.37 %): nothing that a healthy canary would not show',
    seconds: 2160,
    ...more,
  }
}

const aborted =
  'errors: canary 42 of 1,020 (4.12 %) against stable 37 of 9,180 (0.40 %): a healthy canary would look this bad at most once in 41,000 rollouts'

const shop = (name: string, more: Partial<EnvironmentState>) => environment(name, 'shop', more)
const from = (version: string) => ({ from: digestOf(`shop ${version}`) })
const bad = { event: 'aborted', why: aborted, seconds: 47 } as const

export const fleet = {
  now,
  title: 'Acme services',
  releases: [
    release('shop', '2.5.0', 40),
    release('shop', '2.4.1', 300, { findings: { critical: 0, high: 0, medium: 1, low: 4 } }),
    release('shop', '2.4.0', 3000, { findings: { critical: 0, high: 2, medium: 3, low: 9 } }),
    release('shop', '2.3.0', 20_000, { reason: 'base' }),
    release('accounts', '1.19.3', 4400, { findings: { critical: 1, high: 3, medium: 0, low: 12 } }),
    release('accounts', '1.19.4', 50, { reason: 'cve' }),
    release('search-indexer', '0.8.0-rc.2+build.20261103', 23_000, { signer: null, evidence: [], findings: null }),
    release('web', '2026.11.18', 2600, { base: null, reason: 'manual' }),
  ],
  environments: [
    shop('production', {
      stable: stable('shop', '2.4.0', 2800),
      rollout: rollout('shop', '2.4.0', '2.5.0'),
      history: [
        event('shop', '2.3.0', 19_000, 2, { seconds: 95 }),
        event('shop', '2.4.0', 2800, 3, from('2.3.0')),
        event('shop', '2.4.1', 90, 4, { ...bad, ...from('2.4.0') }),
      ],
      quarantine: [{ ...deployed('shop', '2.4.1'), at: ago(90), why: aborted }] satisfies Quarantined[],
    }),
    shop('staging', {
      stable: stable('shop', '2.5.0', 30),
      history: [event('shop', '2.5.0', 30, 9, { ...from('2.4.1'), seconds: 120 })],
    }),
    environment('production', 'accounts', {
      stable: stable('accounts', '1.19.3', 4300),
      history: [
        event('accounts', '1.19.3', 4300, 6, {
          event: 'rolled-back',
          why: 'by hand: checkout times out for customers in one region',
          seconds: 3,
        }),
      ],
    }),
    environment('staging', 'accounts', {
      stable: stable('accounts', '1.19.3', 4500),
      rollout: rollout('accounts', '1.19.3', '1.19.4', {
        phase: 'aborting',
        weight: 0,
        why: aborted,
        recording: recording({ times: 12, ticks: 6, steps: [10] }),
      }),
    }),
    environment('staging', 'search-indexer', {
      stable: stable('search-indexer', '0.8.0-rc.2+build.20261103', 22_000),
    }),
    environment('production', 'web', { stable: stable('web', '2026.11.18', 2500) }),
    environment('staging', 'web', { stable: stable('web', '2026.11.20', 12) }),
  ],
  recordings: [
    { environment: 'production', app: 'shop', generation: 3, recording: recording({}) },
    {
      environment: 'production',
      app: 'shop',
      generation: 4,
      recording: recording({ times: 10, slower: 1.6, ticks: 9, steps: [10] }),
    },
    { environment: 'staging', app: 'shop', generation: 9, recording: recording({ seed: 21, ticks: 300 }) },
  ],
}
