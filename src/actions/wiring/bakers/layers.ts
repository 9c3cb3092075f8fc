import type { Baker } from '../../../bake/index.js'
import { givenOr, required } from '../required-input.js'
import { type BakeRequest, configuredFor } from './request.js'

/** The engine `layers`: the bases are read when it is opened, since they say which platforms there are. */
export async function openLayers({ given, config, output, open, job }: BakeRequest): Promise<Baker> {
  const configured = configuredFor('layers', config)
  const base = required(given.base ?? configured?.base, 'base', 'bake.base')

  const [
    { bakeLayers, compressionOf, forAnyPlatform, PlansAhead, readEpoch },
    { formatReference, parseReference },
    { layerCacheDirectory },
    { readAdditions },
    { additionsFromHere },
    { foundBases, loadBases },
    { readSettings },
    { withoutDigest },
  ] = await Promise.all([
    import('../../../bake/index.js'),
    import('../../../oci/reference.js'),
    import('./layer-cache-directory.js'),
    import('./layers-additions.js'),
    import('./layers-provenance.js'),
    import('./layers-bases.js'),
    import('./layers-settings.js'),
    import('../output-reference.js'),
  ])

  const { signal, log } = job
  const reference = base === 'scratch' ? undefined : parseReference(base)
  const baseName = reference && formatReference(withoutDigest(reference))
  const additions = await readAdditions(given.add.length > 0 ? given.add : (configured?.add ?? []))
  const level = given['compression-level'] ?? configured?.['compression-level']
  const compression = compressionOf(given.compression ?? configured?.compression, level)
  const { settings, annotations } = await readSettings(given, configured)
  const epochSeconds = readEpoch(job.env)

  const named = reference && { store: open(reference), reference }
  const loading = loadBases(named, givenOr(given.platforms, configured?.platforms), signal)
  // What is added is looked at while the base is being read, unless nothing will be baked.
  const isBaked = !given['dry-run'] && !given.split
  const plannable = { onBase: named !== undefined, epochSeconds }
  const ahead = isBaked ? new PlansAhead(forAnyPlatform(additions), plannable) : undefined
  const platforms = await loading
  const request = {
    baseName,
    platforms,
    additions,
    ahead,
    settings,
    annotations,
    epochSeconds,
    compression,
    isFresh: given['no-cache'],
    cacheDirectory: layerCacheDirectory(given['cache-dir'], job.env),
    tags: output.tags,
    log,
    signal,
  }
  const names = platforms.map(({ platform }) => platform)
  const decided = { ...settings, annotations, compression, platforms: names, epochSeconds }
  return {
    inputs: { base, add: additionsFromHere(additions), ...decided },
    platforms: names,
    findBases: () => foundBases(baseName, platforms),
    bake: (previous) => bakeLayers({ ...request, previous, output: open(output.reference) }),
  }
}
