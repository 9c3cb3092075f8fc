import type { Reference } from '../../oci/reference.js'
import type { Secret } from './secrets.js'

/** What a name in a Dockerfile stands for instead of an image of that name. */
export type BuildContext =
  | { readonly kind: 'directory'; readonly path: string }
  | { readonly kind: 'image'; readonly reference: Reference }

/** What is built: as the caller, `ingot.yml` or a bake file say it, nothing resolved yet. */
export interface BuildDefinition {
  /** Absolute path of the directory that the build may read. */
  readonly context: string
  readonly dockerfile: {
    /** File name, for messages and for BuildKit's provenance. */
    readonly name: string
    readonly text: string
    /** What stands in `<name>.dockerignore` beside it. */
    readonly ignore?: string | undefined
  }
  /** Stage to build; the last when undefined. */
  readonly target?: string | undefined
  /** Never secrets: they stay in the image's history and in its provenance. */
  readonly arguments: Readonly<Record<string, string>>
  /** By name, as `contextKey` writes it. */
  readonly contexts: ReadonlyMap<string, BuildContext>
  readonly labels: Readonly<Record<string, string>>
  /** `os/architecture[/variant]`, at least one. */
  readonly platforms: readonly string[]
  readonly secrets: readonly Secret[]
  /** As `--ssh` takes them: `default`, or `ID=FILE`. */
  readonly ssh: readonly string[]
  readonly cacheFrom: readonly string[]
  readonly cacheTo: readonly string[]
  readonly noCache: boolean
  readonly network?: 'default' | 'none' | 'host' | undefined
}
