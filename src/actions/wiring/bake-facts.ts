import type { Engine, FoundBase } from '../../bake/index.js'
import type { MatrixEntry } from './bake-matrix.js'
import type { Output } from './output-reference.js'

/** What is asked for, before anything is built. */
export interface BakePlan {
  readonly engine: Engine
  readonly output: Output
  readonly platforms: readonly string[]
  readonly bases: readonly FoundBase[]
  /** What is left to machines of its own. */
  readonly matrix: readonly MatrixEntry[]
}

/** What the summary of an image tells beside the image itself. */
export interface ImageFacts extends BakeEffort {
  readonly engine: Engine | 'join'
  readonly bases: readonly FoundBase[]
}

export interface BakeEffort {
  readonly seconds: number
  readonly traffic: { readonly requests: number; readonly 'bytes-sent': number }
}
