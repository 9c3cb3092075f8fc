import type { Directives } from './directives.js'
import { wrongDockerfile } from './failure.js'
import { type Instruction, readInstructions } from './instructions.js'
import { mountSources } from './mounts.js'

/** A global argument: declared before the first `FROM`, and the only kind that `FROM` may use. */
export interface GlobalArgument {
  readonly name: string
  /** As it is written, with quotes and variables; undefined without a default. */
  readonly value: string | undefined
  readonly line: number
}

/** Another stage or an image that a stage copies or mounts from, as it is written. */
export interface StageSource {
  readonly from: string
  /** `COPY --from=0` counts stages; a mount does not. */
  readonly byNumber: boolean
  readonly line: number
}

export interface Stage {
  /** In small letters; undefined when it has none. */
  readonly name: string | undefined
  /** As it is written, with variables. */
  readonly base: string
  /** As it is written behind `--platform=`. */
  readonly platform: string | undefined
  readonly sources: readonly StageSource[]
  readonly line: number
}

/** What of a Dockerfile decides which images a build will read. */
export interface Dockerfile extends Directives {
  readonly globals: readonly GlobalArgument[]
  readonly stages: readonly Stage[]
}

/**
 * Reads a Dockerfile as far as images go; instructions that need none are passed over. `ONBUILD` is for images that are
 * built on this one, and is passed over too.
 *
 * @throws IngotError `invalid-input` with the line
 */
export function parseDockerfile(text: string): Dockerfile {
  const { directives, instructions } = readInstructions(text)
  const globals: GlobalArgument[] = []
  const stages: (Stage & { sources: StageSource[] })[] = []
  for (const instruction of instructions) {
    const stage = stages.at(-1)
    if (instruction.name === 'FROM') stages.push(readFrom(instruction))
    else if (stage !== undefined) stage.sources.push(...sourcesOf(instruction))
    else if (instruction.name === 'ARG') globals.push(...readArguments(instruction, directives.escape))
    else throw wrongDockerfile(instruction.line, `${instruction.name} stands before the first FROM`)
  }
  if (stages.length > 0) return { ...directives, globals, stages }
  throw wrongDockerfile(
    1,
    'there is no FROM in it',
    'Name the base image of the build: FROM image:tag, or FROM scratch',
  )
}

function readFrom({ flags, text, line }: Instruction): Stage & { sources: StageSource[] } {
  const [base = '', as, name, ...more] = text.split(/[\t\v\f\r ]+/)
  const isNamed = name !== undefined && as?.toLowerCase() === 'as'
  if (base === '' || more.length > 0 || (as !== undefined && !isNamed)) {
    throw wrongDockerfile(line, 'FROM takes an image, and after AS the name of the stage')
  }
  if (name !== undefined && !/^[a-z][a-z0-9-_.]*$/i.test(name)) {
    throw wrongDockerfile(line, `${JSON.stringify(name)} cannot be the name of a stage`)
  }
  return { name: name?.toLowerCase(), base, platform: flagOf(flags, 'platform'), sources: [], line }
}

function sourcesOf({ name, flags, line }: Instruction): StageSource[] {
  if (name === 'COPY') {
    const from = flagOf(flags, 'from')
    return from === undefined || from === '' ? [] : [{ from: plain(from, line), byNumber: true, line }]
  }
  if (name !== 'RUN') return []
  return flags
    .filter((flag) => flag.startsWith('--mount='))
    .flatMap((flag) => mountSources(flag.slice('--mount='.length), line))
    .map((from) => ({ from: plain(from, line), byNumber: false, line }))
}

/** BuildKit takes no variable where a stage copies from. */
function plain(from: string, line: number): string {
  if (!from.includes('$')) return from
  throw wrongDockerfile(
    line,
    `from=${from} holds a variable, which BuildKit does not allow there`,
    'Give the image a stage of its own (FROM $IMAGE AS name), and copy from that',
  )
}

function flagOf(flags: readonly string[], name: string): string | undefined {
  return flags.findLast((flag) => flag.startsWith(`--${name}=`))?.slice(name.length + 3)
}

function readArguments({ text, line }: Instruction, mark: string): GlobalArgument[] {
  return quotedWords(text, mark).map((word) => {
    const equals = word.indexOf('=')
    const name = equals < 0 ? word : word.slice(0, equals)
    if (name === '') throw wrongDockerfile(line, 'ARG needs a name')
    return { name, value: equals < 0 ? undefined : word.slice(equals + 1), line }
  })
}

/** Words between blanks, quotes and escapes kept for whoever reads the value. */
function quotedWords(text: string, mark: string): string[] {
  const pattern = mark === '`' ? '`' : '\\\\'
  const unquoted = `${pattern}[\\s\\S]|[^\\s"'${pattern}]`
  return text.match(new RegExp(`(?:${unquoted}|"(?:${pattern}[\\s\\S]|[^"${pattern}])*"?|'[^']*'?)+`, 'g')) ?? []
}
