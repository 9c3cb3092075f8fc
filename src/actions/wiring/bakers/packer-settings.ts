import type { PackerSettings } from '../../../bake/index.js'
import type { Config } from '../../../config/index.js'
import { IngotError } from '../../../errors.js'
import type { Job } from '../../../runner/job.js'
import { required } from '../required-input.js'

type PackerConfig = Extract<NonNullable<Config['bake']>, { engine: 'packer' }>

/** What Packer is told, and where its secrets were taken from. */
export interface ReadPackerSettings {
  readonly settings: PackerSettings
  /** Variable of the template → variable of the environment. */
  readonly secretNames: Readonly<Record<string, string>>
}

/**
 * What is given, over what `bake:` of ingot.yml says. Secrets are read from the environment and masked.
 *
 * @throws IngotError `invalid-input`, also when a secret is not in the environment
 */
export async function readPackerSettings(
  given: {
    readonly template: string | undefined
    readonly variable: readonly string[]
    readonly 'variable-from-env': readonly string[]
  },
  config: PackerConfig | undefined,
  platforms: string | Readonly<Record<string, string>>,
  job: Job,
): Promise<ReadPackerSettings> {
  const { parsePairs } = await import('../../../bake/index.js')
  const { resolve } = await import('node:path')
  const template = resolve(required(given.template ?? config?.template, 'template', 'bake.template'))
  const secretNames = { ...config?.secrets, ...parsePairs(given['variable-from-env'], 'variable') }
  const secrets = Object.fromEntries(
    Object.entries(secretNames).map(([variable, name]) => [variable, readSecret(variable, name, job)]),
  )
  const variables = { ...config?.variables, ...parsePairs(given.variable, 'variable') }
  const { except = [] } = config ?? {}
  const only = onlyThose(config, platforms)
  return { settings: { template, only, except, variables, secrets }, secretNames }
}

/** When some of the platforms are asked for, the builds of the others are not run. */
function onlyThose(config: PackerConfig | undefined, platforms: string | Readonly<Record<string, string>>): string[] {
  const { only = [], builds = {} } = config ?? {}
  if (only.length > 0 || typeof platforms === 'string') return only
  const asked = Object.keys(platforms)
  return asked.length < Object.keys(builds).length ? asked : []
}

function readSecret(variable: string, name: string, job: Job): string {
  const value = job.env[name]
  if (value === undefined || value === '') {
    throw new IngotError('invalid-input', `The variable ${variable} of the Packer template is to come from ${name}`, {
      advice: `Set ${name} in the environment of this step: env: {${name}: \${{ secrets.${name} }}}`,
    })
  }
  job.mask(value)
  return value
}

/**
 * Which platform each build is for: the map of `builds`, else the one platform that is given.
 *
 * @throws IngotError `invalid-input` when several platforms are given and nobody says which build makes which
 */
export async function buildPlatforms(
  given: readonly string[],
  config: PackerConfig | undefined,
): Promise<string | Record<string, string>> {
  const { formatPlatform, hostPlatform, parsePlatform } = await import('../../../image/index.js')
  const normal = (platform: string) => formatPlatform(parsePlatform(platform))
  const builds = Object.entries(config?.builds ?? {})
  const asked = [...new Set(given.flatMap((entry) => entry.split(',')).map((entry) => normal(entry.trim())))]
  const named = builds.map(([build, platform]): [string, string] => [build, normal(platform)])
  // A runner a platform: each runs the builds of its own.
  if (named.length > 0) return Object.fromEntries(named.filter(([, one]) => asked.length === 0 || asked.includes(one)))
  const [platform, ...more] = asked.length > 0 ? asked : (config?.platforms ?? []).map(normal)
  if (more.length === 0) return platform ?? hostPlatform()
  throw new IngotError('invalid-input', 'Several platforms are given, and not which Packer build is for which', {
    advice: 'Write bake.builds in ingot.yml, e.g. {qemu.amd64: linux/amd64, qemu.arm64: linux/arm64}',
  })
}
