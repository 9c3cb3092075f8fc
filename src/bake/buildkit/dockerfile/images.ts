import { IngotError } from '../../../errors.js'
import { contextKey } from '../context-key.js'
import { wrongDockerfile } from './failure.js'
import { Lexer, LexerError } from './lexer.js'
import type { Dockerfile, Stage } from './stages.js'

/** What besides the Dockerfile decides which images a build reads. */
export interface BuildChoices {
  /** `os/architecture[/variant]` of the image. */
  readonly platform: string
  /** Of the machine that builds. */
  readonly buildPlatform: string
  readonly target?: string | undefined
  readonly arguments: Readonly<Record<string, string>>
  /** Names (as `contextKey` writes them) that stand for something other than an image of that name. */
  readonly contexts: ReadonlySet<string>
}

/** An image, or a build context, that a stage is built on or takes files from. */
export interface Needed {
  readonly kind: 'image' | 'context'
  /** With every variable replaced. */
  readonly name: string
  readonly platform: string
  readonly line: number
}

export interface NeededImages {
  /** What the last stage stands on, through all the stages below it; undefined from scratch. */
  readonly base: Needed | undefined
  /** All else that the stages which count are built on, copy or mount from; each once. */
  readonly others: readonly Needed[]
}

type Source = { kind: 'stage'; stage: Stage } | { kind: 'scratch' } | { kind: 'needed'; needed: Needed }

/**
 * The images that a build for one platform will read. Stages that the target does not need are not built, so their images
 * do not count.
 *
 * @throws IngotError `invalid-input` with the line
 */
export function imagesOf(dockerfile: Dockerfile, choices: BuildChoices): NeededImages {
  const resolver = new Resolver(dockerfile, choices)
  const target = resolver.target()
  const needed = new Map<string, Needed>()
  const seen = new Set<Stage>()
  const visit = (stage: Stage) => {
    if (seen.has(stage)) return
    seen.add(stage)
    for (const source of resolver.sourcesOf(stage)) {
      if (source.kind === 'stage') visit(source.stage)
      if (source.kind === 'needed') needed.set(keyOf(source.needed), source.needed)
    }
  }
  visit(target)
  const base = resolver.baseOf(target)
  if (base !== undefined) needed.delete(keyOf(base))
  return { base, others: [...needed.values()] }
}

function keyOf({ name, platform }: Needed): string {
  return `${contextKey(name)} ${platform}`
}

class Resolver {
  readonly #variables: Map<string, string>

  constructor(
    private readonly file: Dockerfile,
    private readonly choices: BuildChoices,
  ) {
    this.#variables = platformVariables(choices)
    for (const { name, value, line } of file.globals) {
      const given = choices.arguments[name] ?? (value === undefined ? undefined : this.#expand(value, line))
      if (given !== undefined) this.#variables.set(name, given)
    }
  }

  target(): Stage {
    const { target } = this.choices
    const stages = this.file.stages
    const found = target === undefined ? stages.at(-1) : stages.findLast(({ name }) => name === target.toLowerCase())
    if (found !== undefined) return found
    const names = stages.flatMap(({ name }) => name ?? [])
    throw new IngotError('invalid-input', `The Dockerfile has no stage ${JSON.stringify(target)}`, {
      advice: names.length === 0 ? 'None of its stages has a name' : `Its stages are ${names.join(', ')}`,
    })
  }

  /** The image below a stage and the stages that it is built on. A stage only builds on earlier ones, so this ends. */
  baseOf(stage: Stage): Needed | undefined {
    const source = this.#below(stage)
    if (source.kind === 'stage') return this.baseOf(source.stage)
    return source.kind === 'needed' ? source.needed : undefined
  }

  sourcesOf(stage: Stage): Source[] {
    // A context of its name stands for the whole stage: what it copies is not copied.
    if (this.#isReplaced(stage)) return [this.#below(stage)]
    const copied = stage.sources.map(({ from, byNumber, line }): Source => {
      const number = byNumber && /^\d+$/.test(from) ? Number(from) : undefined
      const other =
        number === undefined ? this.#named(from, this.file.stages) : (this.file.stages[number] as Stage | undefined)
      if (other !== undefined) return { kind: 'stage', stage: other }
      if (number !== undefined) throw wrongDockerfile(line, `there is no stage ${number}`)
      return this.#external(from, this.choices.platform, line)
    })
    return [this.#below(stage), ...copied]
  }

  #below(stage: Stage): Source {
    const { line } = stage
    const platform = stage.platform === undefined ? this.choices.platform : this.#expand(stage.platform, line)
    if (platform === '') throw wrongDockerfile(line, `--platform=${stage.platform} is empty`)
    if (this.#isReplaced(stage)) {
      return { kind: 'needed', needed: { kind: 'context', name: stage.name ?? '', platform, line } }
    }
    const name = this.#expand(stage.base, line)
    if (name === '') {
      throw wrongDockerfile(line, `FROM ${stage.base} names nothing`, 'Give the build argument that it needs')
    }
    const earlier = this.#named(name, this.file.stages.slice(0, this.file.stages.indexOf(stage)))
    return earlier === undefined ? this.#external(name, platform, line) : { kind: 'stage', stage: earlier }
  }

  #external(name: string, platform: string, line: number): Source {
    if (name === 'scratch') return { kind: 'scratch' }
    const kind = this.choices.contexts.has(keyAt(name, line)) ? 'context' : 'image'
    return { kind: 'needed', needed: { kind, name, platform, line } }
  }

  #isReplaced({ name }: Stage): boolean {
    return name !== undefined && this.choices.contexts.has(name)
  }

  #named(name: string, stages: readonly Stage[]): Stage | undefined {
    return stages.findLast((stage) => stage.name === name.toLowerCase())
  }

  #expand(text: string, line: number): string {
    try {
      return new Lexer(text, { escape: this.file.escape, variables: this.#variables }).word()
    } catch (thrown) {
      if (thrown instanceof LexerError) throw wrongDockerfile(line, `${text} cannot be read: ${thrown.message}`)
      throw thrown
    }
  }
}

function keyAt(name: string, line: number): string {
  try {
    return contextKey(name)
  } catch (thrown) {
    throw wrongDockerfile(line, `${JSON.stringify(name)} is no image: ${(thrown as Error).message}`)
  }
}

/** @see https://docs.docker.com/reference/dockerfile/#automatic-platform-args-in-the-global-scope */
function platformVariables({ platform, buildPlatform, target, arguments: given }: BuildChoices): Map<string, string> {
  const variables = new Map<string, string>()
  for (const [prefix, written] of [['TARGET', platform] as const, ['BUILD', buildPlatform] as const]) {
    const [os = '', architecture = '', variant = ''] = written.split('/')
    const values = { PLATFORM: written, OS: os, OSVERSION: '', ARCH: architecture, VARIANT: variant }
    for (const [name, value] of Object.entries(values)) variables.set(`${prefix}${name}`, value)
  }
  variables.set('TARGETSTAGE', target ?? 'default')
  for (const name of variables.keys()) variables.set(name, given[name] ?? variables.get(name) ?? '')
  return variables
}
