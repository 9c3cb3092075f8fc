import type { Digest } from '../oci/digest.js'
import type { Descriptor } from '../oci/manifest.js'
import type { Reference } from '../oci/reference.js'
import type { ImageStore } from '../oci/store.js'
import type { PreviousImage } from './previous.js'

/** The engines, as `--engine` and `bake.engine` name them. */
export const engines = ['layers', 'buildkit', 'packer'] as const
export type Engine = (typeof engines)[number]

/** An image that another is built on, resolved to a digest before anything is built. */
export interface FoundBase {
  /** `os/architecture[/variant]` of the image that is built on it. */
  readonly platform: string
  /** `read`: the build takes files from it or runs in it, and no layer of it is in the image. Default: `base`. */
  readonly use?: 'base' | 'read'
  /** As it was written, without a digest. */
  readonly name: string
  readonly store: ImageStore
  /** Pinned to `digest`. */
  readonly reference: Reference
  /** Of what the reference names: an index, or the manifest itself. */
  readonly digest: Digest
  /** Of this platform's manifest; equals `digest` when there is no index. */
  readonly manifestDigest: Digest
  /** When the base was built, as RFC 3339, where it says so: `createdOf` tells. */
  readonly created?: string | undefined
}

export interface BakedLayer {
  readonly digest: Digest
  /** Bytes, compressed. */
  readonly size: number
  /** `base`, or what made it: the destination of an addition, a build step. */
  readonly from: string
  /** How it came to the output, for people: `mounted`, `there already`, `reused`, `written 1.2 MB`. */
  readonly how?: string | undefined
}

export interface BakedPlatform {
  /** `os/architecture[/variant]` */
  readonly platform: string
  /** Of this platform's manifest. */
  readonly digest: Digest
  readonly baseName?: string | undefined
  /** Digest of the base's manifest for this platform. */
  readonly baseDigest?: Digest | undefined
  readonly layers: readonly BakedLayer[]
  /** What a build cache saved, for people: `14 of 17 steps`. */
  readonly cached?: string | undefined
}

export interface BakedImage {
  /** The manifest, or the index of several platforms. */
  readonly digest: Digest
  readonly descriptor: Descriptor
  /** Whether the previous image has the same content: then this is that image, as it was, and nothing was tagged. */
  readonly unchanged: boolean
  /** Of an unchanged image: this build made the same bytes, so that its provenance is true of them. */
  readonly reproduced?: boolean
  readonly platforms: readonly BakedPlatform[]
}

/** One build, ready to run. Opening it has read its configuration; nothing has been built or written yet. */
export interface Baker {
  /** What goes into the build, for its provenance: no secret, no path of this machine, no time of day. */
  readonly inputs: Readonly<Record<string, unknown>>
  /** What will be built, `os/architecture[/variant]` each; empty for what has no platform. */
  readonly platforms: readonly string[]
  /** Everything that will be built on, final stages first, a platform each; empty from scratch. The policy is asked about these first. */
  findBases(): Promise<readonly FoundBase[]>
  /**
   * Builds, and writes by digest; the output's tags, where it has any, are set last. What `isUnchanged` finds to be the
   * previous image is not written again: `keepPrevious` says so.
   */
  bake(previous?: PreviousImage): Promise<BakedImage>
}
