import type { Baker } from '../../../bake/index.js'
import { givenOr, required } from '../required-input.js'
import { type BakeRequest, configuredFor } from './open-baker.js'

/** The engine `layers`: the bases are read when it is opened, since they say which platforms there are. */
export async function openLayers({ given, config, output, open, job }: BakeRequest): Promise<Baker> {
  const configured = configuredFor('layers', config)
  const base = required(given.base ?? configured?.base, 'base', 'bake.base')

  const { bakeLayers, parseAddition, readEpoch } = await import('../../../bake/index.js')
  const { formatReference, parseReference } = await import('../../../oci/reference.js')
  const { additionsFromHere } = await import('./layers-provenance.js')
  const { foundBases, loadBases } = await import('./layers-bases.js')
  const { readSettings } = await import('./layers-settings.js')
  const { withoutDigest } = await import('../output-reference.js')

  const { signal, log } = job
  const reference = base === 'scratch' ? undefined : parseReference(base)
  const baseName = reference && formatReference(withoutDigest(reference))
  const add = givenOr(given.add, configured?.add)
  const additions = add.map(parseAddition)
  const { settings, annotations } = await readSettings(given, configured)
  const epochSeconds = readEpoch(job.env)

  const named = reference && { store: open(reference), reference }
  const platforms = await loadBases(named, givenOr(given.platforms, configured?.platforms), signal)
  const request = {
    baseName,
    platforms,
    additions,
    settings,
    annotations,
    epochSeconds,
    tags: output.tags,
    log,
    signal,
  }
  const names = platforms.map(({ platform }) => platform)
  return {
    inputs: { base, add: additionsFromHere(add), ...settings, annotations, platforms: names, epochSeconds },
    platforms: names,
    findBases: () => foundBases(baseName, platforms),
    bake: (previous) => bakeLayers({ ...request, previous, output: open(output.reference) }),
  }
}
