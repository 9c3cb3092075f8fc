import type { Baker } from '../../../bake/index.js'
import { type BakeRequest, configuredFor } from './request.js'

/** The engine `packer`: opening it reads the template and the bases, and asks Packer which version it is. */
export async function openPacker({ given, config, output, open, job }: BakeRequest): Promise<Baker> {
  const { bakePacker, openPackerTool, platformsOf, readEpoch, readTemplate } = await import('../../../bake/index.js')
  const { identityAnnotations } = await import('../identity.js')
  const { foundBases } = await import('./layers-bases.js')
  const { loadPackerBases } = await import('./packer-bases.js')
  const { buildPlatforms, readPackerSettings } = await import('./packer-settings.js')

  const { env, log, signal } = job
  const configured = configuredFor('packer', config)
  const platforms = await buildPlatforms(given.platforms, configured)
  const { settings, secretNames } = await readPackerSettings(given, configured, platforms, job)
  const template = readTemplate(settings.template)
  const names = platformsOf(platforms)
  const base = given.base ?? configured?.base
  const bases = await loadPackerBases(base === 'scratch' ? undefined : base, names, open, signal)
  const annotations = await identityAnnotations(given)
  const version = await openPackerTool({
    directory: template.directory,
    secretNames: Object.values(secretNames),
    env,
    signal,
  })
  const { only, except, variables } = settings
  return {
    inputs: {
      template: template.files,
      variables,
      secrets: Object.keys(settings.secrets).sort(),
      only,
      except,
      base: base ?? null,
      annotations,
      platforms,
      packer: version,
    },
    platforms: names,
    findBases: async () => foundBases(bases[0]?.name, bases),
    bake: (previous) =>
      bakePacker(
        {
          directory: template.directory,
          settings,
          secretNames: Object.values(secretNames),
          names: {
            baseImage: configured?.['base-variables'].image ?? 'base_image',
            baseChecksum: configured?.['base-variables'].checksum ?? 'base_checksum',
            output: configured?.['output-variable'],
            inventory: configured?.['inventory-variable'],
          },
          bases,
          baseRegion: configured?.['base-region'],
          platforms,
          firmware: configured?.firmware,
          init: configured?.init ?? false,
          timeoutMilliseconds: configured?.timeoutMilliseconds ?? 2 * 3_600_000, // 2 hours
          created: createdAt(env.SOURCE_DATE_EPOCH === undefined ? undefined : readEpoch(env)),
          annotations,
          output: open(output.reference),
          tags: output.tags,
          env,
          log,
          signal,
        },
        previous,
      ),
  }
}

/** No two builds of a machine are the same, so the time may be told: policies ask how old a base is. */
function createdAt(epochSeconds: number | undefined): string {
  const date = epochSeconds === undefined ? new Date() : new Date(epochSeconds * 1000)
  return date.toISOString().replace(/\.\d{3}Z$/, 'Z')
}
