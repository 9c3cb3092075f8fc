import { isDeepStrictEqual } from 'node:util'
import type { ImageConfig } from '../../oci/manifest.js'
import { rebasableLabels } from '../../oci/media-types.js'
import { historyAfter, historyOf } from '../history.js'
import { type RunConfig, splitEnv } from '../settings.js'

/** Settings that are maps: each key is inherited on its own. */
const maps = ['Labels', 'ExposedPorts', 'Volumes'] as const

/** What the base's files decide. */
const ofSystem = ['os.version', 'os.features']

/** Records of the build, which speak of the old base; the engine's own container belongs there too. */
function isOfBuild(name: string): boolean {
  return (
    ofSystem.includes(name) || ['container', 'container_config'].includes(name) || name.startsWith('moby.buildkit.')
  )
}

/**
 * The application's config on a new base. One rule for every setting: what the application inherited from the old base
 * unchanged follows the base; what it set or removed itself stays as it made it.
 *
 * @param old config of the base that the image was built on
 */
export function mergeConfig(application: ImageConfig, old: ImageConfig, next: ImageConfig): ImageConfig {
  const layersOfBase = old.rootfs.diff_ids.length
  const diffIds = [...next.rootfs.diff_ids, ...application.rootfs.diff_ids.slice(layersOfBase)]
  const created = [application.created, next.created]
    .filter((time) => time !== undefined)
    .sort(byTime)
    .at(-1)
  return {
    ...Object.fromEntries(Object.entries(application).filter(([name]) => !isOfBuild(name))),
    ...{ architecture: application.architecture, os: application.os },
    ...(created !== undefined && { created }),
    ...Object.fromEntries(ofSystem.flatMap((name) => (next[name] === undefined ? [] : [[name, next[name]]]))),
    config: mergeRunConfig(application.config ?? {}, old.config ?? {}, next.config ?? {}),
    rootfs: { type: 'layers', diff_ids: diffIds },
    history: [...historyOf(next), ...historyAfter(application, old)],
  }
}

function mergeRunConfig(application: RunConfig, old: RunConfig, next: RunConfig): RunConfig {
  const merged: Record<string, unknown> = {}
  const names = new Set([...Object.keys(application), ...Object.keys(next)])
  for (const name of [...names].sort()) {
    const isMap = maps.some((map) => map === name)
    const value = isMap
      ? mergeMap(record(application[name]), record(old[name]), record(next[name]))
      : inherit(application[name], old[name], next[name])
    if (value !== undefined && value !== null) merged[name] = value
  }
  keepOwn(merged, application, old)
  const env = mergeEnv(application.Env ?? [], old.Env ?? [], next.Env ?? [])
  if (env.length > 0) merged.Env = env
  else delete merged.Env
  return merged
}

/** Two exceptions to the rule, both to the application's favour. */
function keepOwn(merged: Record<string, unknown>, application: RunConfig, old: RunConfig): void {
  // A base's arguments belong to the base's entrypoint: they must not reach an entrypoint of the application.
  if (!isSame(application.Entrypoint, old.Entrypoint)) {
    if (application.Cmd) merged.Cmd = application.Cmd
    else delete merged.Cmd
  }
  // Its consent to be rebased is the application's own, also when the base happens to say the same.
  const consent = Object.entries(application.Labels ?? {}).filter(([key]) => isConsent(key))
  const others = Object.entries(record(merged.Labels) ?? {}).filter(([key]) => !isConsent(key))
  const labels = [...others, ...consent].sort(([a], [b]) => (a < b ? -1 : 1))
  if (labels.length > 0) merged.Labels = Object.fromEntries(labels)
  else delete merged.Labels
}

/** The base's variables first, in its order, as if the image had been baked on it. */
function mergeEnv(application: readonly string[], old: readonly string[], next: readonly string[]): string[] {
  const merged = mergeMap(toMap(application), toMap(old), toMap(next)) ?? {}
  const order = [...toPairs(next), ...toPairs(application)].map(([key]) => key)
  return [...new Set(order)].filter((key) => key in merged).map((key) => `${key}=${merged[key]}`)
}

function mergeMap<Value>(
  application: Record<string, Value> | undefined = {},
  old: Record<string, Value> | undefined = {},
  next: Record<string, Value> | undefined = {},
): Record<string, Value> | undefined {
  const keys = [...new Set([...Object.keys(next), ...Object.keys(application)])].sort()
  const entries = keys.flatMap((key) => {
    const value = inherit(own(application, key), own(old, key), own(next, key))
    return value === undefined ? [] : [[key, value] as const]
  })
  return entries.length === 0 ? undefined : Object.fromEntries(entries)
}

function inherit<Value>(application: Value, old: Value, next: Value): Value {
  return isSame(application, old) ? next : application
}

/** Absent, null and empty say the same. */
function isSame(a: unknown, b: unknown): boolean {
  return isDeepStrictEqual(a ?? '', b ?? '')
}

function own<Value>(map: Record<string, Value>, key: string): Value | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined
}

function record(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
}

function toPairs(env: readonly string[]) {
  return env.map(splitEnv)
}

function toMap(env: readonly string[]): Record<string, string> {
  return Object.fromEntries(toPairs(env))
}

function isConsent(label: string): boolean {
  return rebasableLabels.some((known) => known === label)
}

function byTime(a: string, b: string): number {
  return Date.parse(a) - Date.parse(b)
}
