import type { Baker, Engine } from '../../../bake/index.js'
import type { Config } from '../../../config/index.js'
import type { Output } from '../output-reference.js'
import { required } from '../required-input.js'
import type { BakeRequest, GivenBake } from './request.js'

/** Where the image goes. @throws IngotError `invalid-input`, `invalid-reference` */
export async function readOutput(given: GivenBake, config: Config | undefined): Promise<Output> {
  const { parseOutput } = await import('../output-reference.js')
  return parseOutput(required(given.output ?? config?.image, 'output', 'image'))
}

/** The engine that is asked for, ready to bake. @throws IngotError `invalid-input`, `invalid-config` */
export async function openBaker(request: BakeRequest): Promise<{ baker: Baker; engine: Engine }> {
  const engine = request.given.engine ?? request.config?.bake?.engine ?? 'layers'
  return { engine, baker: await openEngine(engine, request) }
}

async function openEngine(engine: Engine, request: BakeRequest): Promise<Baker> {
  switch (engine) {
    case 'layers':
      return (await import('./layers.js')).openLayers(request)
    case 'buildkit':
      return (await import('./buildkit.js')).openBuildkit(request)
    case 'packer':
      return (await import('./packer.js')).openPacker(request)
  }
}
