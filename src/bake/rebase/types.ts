import type { Digest } from '../../oci/digest.js'
import type { Reference } from '../../oci/reference.js'
import type { ImageStore } from '../../oci/store.js'
import type { NamedBase } from './bases.js'
import type { ConfigChange } from './config-changes.js'
import type { RebasePlan } from './plan-rebase.js'
import type { ImagePart } from './read-image.js'
import type { RebaseRefusal } from './rules.js'
import type { OpenedSide, ReadSide, Side } from './side.js'

export interface RebaseSettings {
  readonly base: Reference
  /** The base that the images were built on; by default each image says so itself. */
  readonly oldBase?: Reference | undefined
  /** The store of a repository. */
  readonly open: (reference: Reference) => ImageStore
  /** Asked about the manifest of each platform of the new base that something is put on, once. */
  readonly approve?: ((base: CandidateSide) => Promise<Unapproved | undefined>) | undefined
  /** Plan and prove, write nothing. */
  readonly dryRun: boolean
  readonly log?: (line: string) => void
  readonly signal?: AbortSignal | undefined
}

export type CandidateSide = Side & Pick<NamedBase, 'reference' | 'digest'>

export interface RebaseTarget {
  readonly image: Reference
  readonly output: Reference
  readonly tags: readonly string[]
}

/** The new base may not be used at all. */
export interface Unapproved {
  readonly kind: 'unapproved'
  readonly rule: string
  readonly why: string
}

export interface RebasedPlatform {
  readonly platform: string
  /** The base's manifest digests, before and after. */
  readonly from: Digest
  readonly to: Digest
  /** How the old base is named: as the image records it, or as it was given. */
  readonly fromName: string
  /** What is done to the image; absent where it stays as it is. */
  readonly work?: PlatformWork
}

export interface PlatformWork {
  readonly kept: readonly Digest[]
  readonly removed: readonly Digest[]
  readonly added: readonly Digest[]
  readonly changes: readonly ConfigChange[]
  /** To write it, at the most: what is there already needs no request. */
  readonly requests: number
  readonly bytes: number
}

export type RebaseResult =
  | RebaseRefusal
  | Unapproved
  | {
      readonly kind: 'unchanged' | 'rebased' | 'planned'
      readonly digest: Digest
      /** Of the image that was rebased. */
      readonly image: Digest
      readonly platforms: readonly RebasedPlatform[]
      /** Attestations in the index of the old image: they speak of what is no more, and are left out. */
      readonly dropped: number
    }

/** One platform, proved. */
export interface Step {
  readonly kind: 'step'
  readonly part: ImagePart
  readonly image: ReadSide
  readonly newBase: OpenedSide
  readonly from: Digest
  readonly fromName: string
  /** Absent where the image is on this very base already. */
  readonly plan?: RebasePlan
}
