import type { Engine } from '../../../bake/index.js'
import type { Config } from '../../../config/index.js'
import type { Reference } from '../../../oci/reference.js'
import type { ImageStore } from '../../../oci/store.js'
import type { Values } from '../../../runner/index.js'
import type { Job } from '../../../runner/job.js'
import type { bakeInputs } from '../../bake-inputs.js'
import type { Output } from '../output-reference.js'

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

/** `bake:` of ingot.yml, when it is for this engine: another engine's settings are not mixed into it. */
export function configuredFor<E extends Engine>(engine: E, config: Config | undefined) {
  const bake = config?.bake
  return bake?.engine === engine ? (bake as Extract<NonNullable<Config['bake']>, { engine: E }>) : undefined
}
