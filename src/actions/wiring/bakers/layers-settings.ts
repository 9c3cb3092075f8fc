import type { ImageSettings } from '../../../bake/index.js'
import type { Config } from '../../../config/index.js'
import { IngotError } from '../../../errors.js'

/** The inputs of `bake` that make settings and annotations. */
export interface GivenSettings {
  readonly entrypoint: string | undefined
  readonly cmd: string | undefined
  readonly env: readonly string[]
  readonly label: readonly string[]
  readonly user: string | undefined
  readonly workdir: string | undefined
  readonly expose: readonly string[]
  readonly volume: readonly string[]
  readonly 'stop-signal': string | undefined
  readonly healthcheck: string | undefined
  readonly annotation: readonly string[]
  readonly version: string | undefined
  readonly revision: string | undefined
  readonly source: string | undefined
}

/** What is given, over what `bake:` of ingot.yml says; maps are merged key by key. */
export async function readSettings(
  given: GivenSettings,
  config: Extract<NonNullable<Config['bake']>, { engine: 'layers' }> | undefined,
): Promise<{ settings: ImageSettings; annotations: Record<string, string> }> {
  const { parseCommand, parsePairs } = await import('../../../bake/index.js')
  const { identityPairs } = await import('../identity.js')
  const workdir = given.workdir ?? config?.workdir
  if (workdir !== undefined && !workdir.startsWith('/')) {
    throw new IngotError('invalid-input', `The workdir ${JSON.stringify(workdir)} is not an absolute path in the image`)
  }
  const identity = await identityPairs(given)
  const command = (text: string | undefined, name: 'entrypoint' | 'cmd') =>
    text === undefined ? config?.[name] : parseCommand(text, name)
  const settings = {
    entrypoint: command(given.entrypoint, 'entrypoint'),
    cmd: command(given.cmd, 'cmd'),
    env: { ...config?.env, ...parsePairs(given.env, 'environment variable') },
    labels: { ...identity, ...config?.labels, ...parsePairs(given.label, 'label') },
    user: given.user ?? config?.user,
    workdir,
    expose: [...(config?.expose ?? []), ...given.expose],
    volumes: [...(config?.volumes ?? []), ...given.volume],
    stopSignal: given['stop-signal'] ?? config?.['stop-signal'],
    healthcheck: given.healthcheck === undefined ? config?.healthcheck : await parseHealthcheck(given.healthcheck),
  }
  return { settings, annotations: { ...identity, ...parsePairs(given.annotation, 'annotation') } }
}

async function parseHealthcheck(text: string) {
  const { healthcheckSchema } = await import('../../../config/layers-schema.js')
  const { parseYaml } = await import('../../../config/source.js')
  return parseYaml(text, 'healthcheck', healthcheckSchema)
}
