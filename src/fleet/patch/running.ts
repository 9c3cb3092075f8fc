import type { EnvironmentState, Release } from '../../ledger/index.js'

/** A release that is stable in an environment. */
export interface Running {
  readonly environment: string
  readonly release: Release
  /** Digests that failed there and must not come back by themselves. */
  readonly quarantine: readonly string[]
}

export interface RunningFilter {
  /** Default: every environment. */
  readonly environments?: readonly string[]
  /** Default: every app. */
  readonly apps?: readonly string[]
}

/** What is stable where. `unrecorded` are stable digests that the ledger has no release of: nothing can be said about them. */
export function findRunning(
  states: readonly EnvironmentState[],
  releases: readonly Release[],
  { environments = [], apps = [] }: RunningFilter = {},
): { running: Running[]; unrecorded: { app: string; environment: string; image: string }[] } {
  const byKey = new Map(releases.map((release) => [`${release.app} ${release.digest}`, release]))
  const running: Running[] = []
  const unrecorded: { app: string; environment: string; image: string }[] = []
  for (const { app, environment, stable, quarantine } of states) {
    if (stable === null) continue
    if (environments.length > 0 && !environments.includes(environment)) continue
    if (apps.length > 0 && !apps.includes(app)) continue
    const release = byKey.get(`${app} ${stable.digest}`)
    if (release === undefined) unrecorded.push({ app, environment, image: stable.image })
    else running.push({ environment, release, quarantine: quarantine.map(({ digest }) => digest) })
  }
  return { running, unrecorded }
}
