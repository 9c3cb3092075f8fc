import type { Reason } from '../errors.js'
import type { Job } from './job.js'

/** One input: how it is written, what it means to people, and (as the phantom `Value`) what `run` receives. */
export interface Input<Value = unknown> {
  readonly kind: 'text' | 'list' | 'flag' | 'integer' | 'choice'
  /** One or two sentences, with the unit; the only place where this input is explained. */
  readonly description: string
  readonly required: boolean
  readonly default?: string
  readonly choices?: readonly string[]
  readonly minimum?: number
  /** Shown as the value's placeholder in `--help`, e.g. `REF`. */
  readonly placeholder: string
  /** Heading under which `--help` lists it, where there are many. */
  readonly group?: string
  readonly value?: Value
}

interface Prose {
  readonly description: string
  readonly placeholder?: string
}
interface Required extends Prose {
  readonly required: true
}
interface Defaulted<Default> extends Prose {
  readonly default: Default
}

export function text(prose: Required | Defaulted<string>): Input<string>
export function text(prose: Prose): Input<string | undefined>
export function text(prose: Prose & Partial<Required & Defaulted<string>>): Input<string | undefined> {
  return { kind: 'text', required: false, placeholder: 'TEXT', ...prose }
}

/** Given by repeating the flag, or one a line in YAML. */
export function list(prose: Prose & Partial<Required>): Input<readonly string[]> {
  return { kind: 'list', required: false, placeholder: 'TEXT', ...prose }
}

export function flag(prose: Prose): Input<boolean> {
  return { kind: 'flag', required: false, default: 'false', placeholder: '', ...prose }
}

export function integer(prose: Prose & { minimum: number } & Defaulted<number>): Input<number>
export function integer(prose: Prose & { minimum: number }): Input<number | undefined>
export function integer(prose: Prose & { minimum: number; default?: number }): Input<number | undefined> {
  const { default: value, ...rest } = prose
  return {
    kind: 'integer',
    required: false,
    placeholder: 'N',
    ...rest,
    ...(value !== undefined && { default: String(value) }),
  }
}

export function choice<const Choice extends string>(
  choices: readonly Choice[],
  prose: Required | Defaulted<NoInfer<Choice>>,
): Input<Choice>
export function choice<const Choice extends string>(choices: readonly Choice[], prose: Prose): Input<Choice | undefined>
export function choice(choices: readonly string[], prose: Prose): Input<string | undefined> {
  return { kind: 'choice', required: false, choices, placeholder: choices.join('|'), ...prose }
}

export type Inputs = Readonly<Record<string, Input>>

/** The same inputs, listed together by `--help`. */
export function grouped<const I extends Inputs>(group: string, inputs: I): I {
  return Object.fromEntries(Object.entries(inputs).map(([name, input]) => [name, { ...input, group }])) as unknown as I
}

export type Values<I extends Inputs> = {
  readonly [Name in keyof I]: I[Name] extends Input<infer Value> ? Value : never
}

/** What a run came to. Every declared output is named, so none can be forgotten. */
export interface Outcome<Output extends string = string> {
  readonly reason: Reason
  /** One sentence for people: what was done, or why it was refused and what to do next. */
  readonly message: string
  readonly outputs: Readonly<Record<Output, string | number | boolean>>
  /** Machine-readable extras of `result` in `--json`. */
  readonly details?: Readonly<Record<string, unknown>>
  /** Markdown for the job summary. */
  readonly summary?: string
}

export interface Action<I extends Inputs = Inputs, Output extends string = string> {
  readonly name: string
  /** One sentence: the action.yml description and the CLI's. */
  readonly description: string
  readonly inputs: I
  /** Name → prose with unit. */
  readonly outputs: Readonly<Record<Output, string>>
  /** Token permissions that the job needs, e.g. `{contents: 'write'}`; none when empty. */
  readonly permissions: Readonly<Record<string, 'read' | 'write'>>
  /** Markdown for the action's README: what it is for, and an example. */
  readonly about: string
  run(inputs: Values<I>, job: Job): Promise<Outcome<Output>>
}

/**
 * The one definition of an action. action.yml, its README's tables, the CLI command and the JSON Schema are derived from
 * it; heavy rooms are imported inside `run`, so that declaring an action costs nothing at start.
 */
export function defineAction<const I extends Inputs, const Output extends string>(
  action: Action<I, Output>,
): Action<I, Output> {
  return action
}
