import type { Baker, Engine } from '../../../bake/index.js'
import type { Config } from '../../../config/index.js'
import type { Reference } from '../../../oci/reference.js'
import type { ImageStore } from '../../../oci/store.js'
import type { Values } from '../../../runner/index.js'
import type { Job } from '../../../runner/job.js'
import type { bakeInputs } from '../../bake-inputs.js'
import type { Output } from '../output-reference.js'
import { required } from '../required-input.js'

export type GivenBake = Values<typeof bakeInputs>

/** What every engine is opened with. */
export interface BakeRequest {
  readonly given: GivenBake
  readonly config: Config | undefined
  readonly output: Output
  /** Opens each repository once: logins are shared, traffic is counted whole. */
  readonly open: (reference: Reference) => ImageStore
  readonly job: Job
}

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

/** `bake:` of ingot.yml, when it is for this engine: another engine's settings are not mixed into it. */
export function configuredFor<E extends Engine>(engine: E, config: Config | undefined) {
  const bake = config?.bake
  return bake?.engine === engine ? (bake as Extract<NonNullable<Config['bake']>, { engine: E }>) : undefined
}
