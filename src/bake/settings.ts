import { IngotError } from '../errors.js'
import type { ImageConfig } from '../oci/manifest.js'
import { rebasableLabels } from '../oci/media-types.js'

/** What a bake says about running the image; what is absent is taken from the base. */
export interface ImageSettings {
  /** Also drops the base's `cmd`, which belonged to the base's entrypoint. */
  readonly entrypoint?: readonly string[] | undefined
  readonly cmd?: readonly string[] | undefined
  readonly env: Readonly<Record<string, string>>
  readonly labels: Readonly<Record<string, string>>
  readonly user?: string | undefined
  readonly workdir?: string | undefined
  /** `8080`, `8080/tcp` or `53/udp`. */
  readonly expose: readonly string[]
  /** Absolute directories. */
  readonly volumes?: readonly string[] | undefined
  /** A name such as `SIGTERM`, or a number. */
  readonly stopSignal?: string | undefined
  readonly healthcheck?: Healthcheck | undefined
}

/** What a container engine runs to see whether a container is well; what is absent is left to the engine. */
export interface Healthcheck {
  /** `CMD` and words, `CMD-SHELL` and one line, or `NONE`. */
  readonly test: readonly string[]
  readonly intervalMilliseconds?: number | undefined
  readonly timeoutMilliseconds?: number | undefined
  readonly startPeriodMilliseconds?: number | undefined
  readonly startIntervalMilliseconds?: number | undefined
  readonly retries?: number | undefined
}

export type RunConfig = NonNullable<ImageConfig['config']>

/** The base's settings with the bake's over them, and the label that allows a rebase unless the bake says otherwise. */
export function applySettings(base: RunConfig, settings: ImageSettings): RunConfig {
  const { entrypoint, cmd, user, workdir, stopSignal, healthcheck } = settings
  const inherited = Object.fromEntries(Object.entries(base).filter(([, value]) => value !== null))
  if (entrypoint !== undefined) delete inherited.Cmd
  const env = mergeEnv(base.Env ?? [], settings.env)
  const ports = { ...base.ExposedPorts, ...Object.fromEntries(settings.expose.map((port) => [parsePort(port), {}])) }
  const volumes = Object.fromEntries((settings.volumes ?? []).map((path) => [parseVolume(path), {}]))
  return {
    ...inherited,
    ...(entrypoint !== undefined && { Entrypoint: [...entrypoint] }),
    ...(cmd !== undefined && { Cmd: [...cmd] }),
    ...(user !== undefined && { User: parseUser(user) }),
    ...(workdir !== undefined && { WorkingDir: workdir }),
    ...(env.length > 0 && { Env: env }),
    ...(Object.keys(ports).length > 0 && { ExposedPorts: sorted(ports) }),
    ...(Object.keys(volumes).length > 0 && { Volumes: sorted({ ...volumesOf(base), ...volumes }) }),
    ...(stopSignal !== undefined && { StopSignal: parseSignal(stopSignal) }),
    ...(healthcheck !== undefined && { Healthcheck: dockerHealthcheck(healthcheck) }),
    Labels: sorted({ ...base.Labels, [rebasableLabels[0]]: 'true', ...settings.labels }),
  }
}

/** Names of the settings that a bake changes, for the image's history; never their values. */
export function namesOf(settings: ImageSettings): string[] {
  return Object.entries(settings)
    .filter(([, value]) => value !== undefined && Object.keys(value).length > 0)
    .map(([name]) => name)
    .sort()
}

/**
 * `K=V` entries as a record.
 *
 * @throws IngotError `invalid-input`
 */
export function parsePairs(entries: readonly string[], what: string): Record<string, string> {
  return Object.fromEntries(
    entries.map((entry) => {
      const equals = entry.indexOf('=')
      if (equals > 0) return [entry.slice(0, equals), entry.slice(equals + 1)]
      throw new IngotError('invalid-input', `Cannot read the ${what} ${JSON.stringify(entry)}: it is not K=V`)
    }),
  )
}

/**
 * A command in exec form: a JSON array of strings.
 *
 * @throws IngotError `invalid-input`
 */
export function parseCommand(text: string, what: string): string[] {
  try {
    const value: unknown = JSON.parse(text)
    if (Array.isArray(value) && value.every((part) => typeof part === 'string')) return value
  } catch {
    // not JSON: said below
  }
  throw new IngotError('invalid-input', `The ${what} ${JSON.stringify(text)} is not a JSON array of strings`, {
    advice: `Write it as in '["node", "/app/server.js"]'`,
  })
}

export function sorted<Value>(record: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)))
}

export function splitEnv(entry: string): [key: string, value: string] {
  const equals = entry.indexOf('=')
  return equals < 0 ? [entry, ''] : [entry.slice(0, equals), entry.slice(equals + 1)]
}

function mergeEnv(base: readonly string[], own: Readonly<Record<string, string>>): string[] {
  const merged = new Map([...base.map(splitEnv), ...Object.entries(own)])
  return [...merged].map(([key, value]) => `${key}=${value}`)
}

function parsePort(text: string): string {
  const match = /^(\d{1,5})(?:\/(tcp|udp|sctp))?$/.exec(text)
  const port = Number(match?.[1])
  if (match !== null && port >= 1 && port <= 65_535) return `${port}/${match[2] ?? 'tcp'}`
  throw new IngotError('invalid-input', `Cannot expose ${JSON.stringify(text)}: write a port, e.g. 8080 or 53/udp`)
}

/** OCI has no health check: this is Docker's field, which Docker and Podman read from OCI images as well. */
function dockerHealthcheck(check: Healthcheck): Record<string, unknown> {
  const nanoseconds = (milliseconds: number | undefined) => milliseconds && milliseconds * 1_000_000
  const fields = {
    Test: [...check.test],
    Interval: nanoseconds(check.intervalMilliseconds),
    Timeout: nanoseconds(check.timeoutMilliseconds),
    StartPeriod: nanoseconds(check.startPeriodMilliseconds),
    StartInterval: nanoseconds(check.startIntervalMilliseconds),
    Retries: check.retries,
  }
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

function volumesOf({ Volumes }: RunConfig): Record<string, unknown> {
  return typeof Volumes === 'object' && Volumes !== null ? { ...Volumes } : {}
}

function parseVolume(path: string): string {
  if (path.startsWith('/') && !path.split('/').includes('..')) return path
  throw new IngotError('invalid-input', `The volume ${JSON.stringify(path)} is not an absolute path in the image`)
}

function parseSignal(text: string): string {
  if (/^(SIG[A-Z][A-Z0-9+-]{1,12}|[1-9]\d?)$/.test(text)) return text
  throw new IngotError('invalid-input', `The stop signal ${JSON.stringify(text)} is none`, {
    advice: 'Write a name such as SIGTERM or SIGRTMIN+3, or a number',
  })
}

function parseUser(text: string): string {
  if (/^[^:\s/]+(:[^:\s/]+)?$/.test(text)) return text
  throw new IngotError('invalid-input', `The user ${JSON.stringify(text)} is not a name or uid[:gid]`)
}
