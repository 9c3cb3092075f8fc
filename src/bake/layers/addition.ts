import { IngotError } from '../../errors.js'
import { parsePlatform } from '../../image/index.js'

/** What one layer adds: a file or directory on disk, its absolute path in the image, and how what is on disk is changed. */
export interface Addition {
  /** May name `{os}`, `{arch}` and `{variant}` of the platform that is baked. */
  readonly source: string
  readonly destination: string
  readonly rules?: AdditionRules | undefined
  /** `os/architecture[/variant]` of the images that get this layer; default all. */
  readonly platforms?: readonly string[] | undefined
}

/** The defaults leave behind what differs from checkout to checkout. */
export interface AdditionRules {
  /** Default 0:0. */
  readonly owner?: { readonly uid: number; readonly gid: number } | undefined
  /**
   * `normal`, the default: 0755 for directories and executables, 0644 for other files. `keep`: as on disk. A number: of files;
   * directories may be entered as well by whoever may read.
   */
  readonly mode?: 'normal' | 'keep' | number | undefined
  /** Default `epoch`, the one time of the image; `keep`: as on disk; a number: seconds since 1970. */
  readonly mtime?: 'epoch' | 'keep' | number | undefined
  /** Whether names of one file on disk stay names of one file (`keep`), or each become a file (the default). */
  readonly hardLinks?: 'keep' | 'split' | undefined
  /** Patterns of paths below the source: see `excludes`. */
  readonly exclude?: readonly string[] | undefined
}

/**
 * `SRC:DEST`, split at the last colon before a slash.
 *
 * @throws IngotError `invalid-input`
 */
export function parseAddition(text: string): Addition {
  const colon = text.lastIndexOf(':/')
  const [source, destination] = [text.slice(0, Math.max(colon, 0)), text.slice(colon + 1)]
  if (source === '' || destination.split('/').includes('..') || destination.includes('\0')) {
    throw new IngotError('invalid-input', `Cannot add ${JSON.stringify(text)}: it is not SRC:DEST`, {
      advice: 'Write a path on disk, a colon and an absolute path in the image, e.g. build:/app',
    })
  }
  return { source, destination }
}

/** The addition as one platform gets it, its placeholders filled in; undefined when it is for others. */
export function additionFor(addition: Addition, platform: string): Addition | undefined {
  const { platforms, source, ...rest } = addition
  const { os, architecture, variant = '' } = parsePlatform(platform)
  if (platforms !== undefined && !platforms.some((entry) => isSameOrWider(entry, platform))) return undefined
  const values: Readonly<Record<string, string>> = { os, arch: architecture, variant }
  return { ...rest, source: source.replace(/\{(os|arch|variant)\}/g, (_, name: string) => values[name] ?? '') }
}

/** What every platform gets alike, and can be looked at before it is known which there are. */
export function forAnyPlatform(additions: readonly Addition[]): Addition[] {
  const isAlike = ({ platforms, source }: Addition) => platforms === undefined && !source.includes('{')
  return additions.filter(isAlike).flatMap((addition) => additionFor(addition, 'linux/amd64') ?? [])
}

/** `linux/arm64` is meant for `linux/arm64/v8` too. */
function isSameOrWider(entry: string, platform: string): boolean {
  return platform === entry || platform.startsWith(`${entry}/`)
}
