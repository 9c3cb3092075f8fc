import type { EnvironmentState, HistoryEntry, Recording, Release } from '../../ledger/state.js'
import type { Digest } from '../../oci/digest.js'

/** The recording of one rollout, and where it belongs. */
export interface RecordedRollout {
  readonly environment: string
  readonly app: string
  readonly generation: number
  readonly recording: Recording
}

/** What the board shows, as the ledger has it. Order does not matter. */
export interface BoardInput {
  readonly releases: readonly Release[]
  readonly environments: readonly EnvironmentState[]
  /** Of finished rollouts; a running one carries its own. `recordingsToShow` says which are worth reading. */
  readonly recordings: readonly RecordedRollout[]
  /** What ages are counted to: the same input at the same time gives the same page, to the byte. */
  readonly now: Date
  readonly title?: string
}

/** The input in the order in which it is shown, and the ways to find one's way in it. */
export interface Fleet {
  readonly now: Date
  readonly title: string
  /** In promotion order. */
  readonly environments: readonly string[]
  readonly apps: readonly string[]
  /** Newest first. */
  readonly releases: readonly Release[]
  readonly stateOf: (environment: string, app: string) => EnvironmentState | undefined
  readonly statesOf: (environment: string) => readonly EnvironmentState[]
  readonly releaseOf: (app: string, digest: Digest) => Release | undefined
  readonly recordingOf: (environment: string, app: string, generation: number) => Recording | undefined
}

export function arrange(input: BoardInput): Fleet {
  const states = [...input.environments].sort((a, b) => compareText(a.app, b.app))
  const stateAt = new Map(states.map((state) => [keyOf(state.environment, state.app), state]))
  const releaseAt = new Map(input.releases.map((release) => [keyOf(release.app, release.digest), release]))
  const recordingAt = new Map(
    input.recordings.map((one) => [keyOf(one.environment, one.app, one.generation), one.recording]),
  )
  return {
    now: input.now,
    title: input.title ?? 'Fleet',
    environments: [...new Set(states.map(({ environment }) => environment))].sort(comparePromotion),
    apps: [...new Set([...states, ...input.releases].map(({ app }) => app))].sort(compareText),
    releases: [...input.releases].sort(
      (a, b) =>
        compareText(b.publishedAt, a.publishedAt) || compareText(a.app, b.app) || compareText(a.digest, b.digest),
    ),
    stateOf: (environment, app) => stateAt.get(keyOf(environment, app)),
    statesOf: (environment) => states.filter((state) => state.environment === environment),
    releaseOf: (app, digest) => releaseAt.get(keyOf(app, digest)),
    recordingOf: (environment, app, generation) => recordingAt.get(keyOf(environment, app, generation)),
  }
}

function keyOf(...parts: readonly (string | number)[]): string {
  return JSON.stringify(parts)
}

/** The usual stages by name; the ledger does not know which comes after which. Others stand between them. */
const stages = [/^(local|dev|sandbox)/, /^(ci|test|qa|int)/, /^(stag|pre|uat|canary)/, /^/, /^(prod|live)/]

function comparePromotion(a: string, b: string): number {
  return stageOf(a) - stageOf(b) || compareText(a, b)
}

function stageOf(environment: string): number {
  const known = stages.findIndex((stage, index) => index !== 3 && stage.test(environment))
  return known < 0 ? 3 : known
}

/** By code units: the same on every machine, whatever its language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** An event of an environment's history, with the app that it happened to. */
export interface Event extends HistoryEntry {
  readonly app: string
}

/** Everything that happened in an environment, newest first. */
export function eventsOf(states: readonly EnvironmentState[]): Event[] {
  return states
    .flatMap(({ app, history }) => history.map((entry) => ({ ...entry, app })))
    .sort((a, b) => compareText(b.at, a.at) || compareText(a.app, b.app) || b.generation - a.generation)
}

/** Finished rollouts that are drawn for each environment. */
export const chartsAnEnvironment = 8

/** The finished rollouts whose recordings the board would draw: read these and no others. */
export function recordingsToShow(
  environments: readonly EnvironmentState[],
): Pick<RecordedRollout, 'environment' | 'app' | 'generation'>[] {
  const names = [...new Set(environments.map(({ environment }) => environment))]
  return names.flatMap((environment) => {
    const events = eventsOf(environments.filter((state) => state.environment === environment))
    return events.slice(0, chartsAnEnvironment).map(({ app, generation }) => ({ environment, app, generation }))
  })
}
