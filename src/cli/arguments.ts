import { parseArgs } from 'node:util'
import { IngotError } from '../errors.js'
import type { Inputs, RawInputs } from '../runner/index.js'

/** A command line as it was written: the action's inputs, and the flags that every command has. */
export interface CommandLine {
  readonly raw: RawInputs
  readonly json: boolean
  readonly help: boolean
}

/** @throws IngotError `invalid-input`: an unknown flag (with the nearest one), a missing value, a stray word */
export async function readArguments(inputs: Inputs, argv: readonly string[]): Promise<CommandLine> {
  const isFlag = (name: string) => name === 'json' || name === 'help' || inputs[name]?.kind === 'flag'
  const names = [...Object.keys(inputs), 'json', 'help']
  const options = Object.fromEntries(
    names.map((name) => [name, { type: isFlag(name) ? 'boolean' : 'string' } as const]),
  )
  const { tokens } = parseArgs({ args: [...argv], options, strict: false, allowPositionals: true, tokens: true })
  const raw: Record<string, string[]> = {}

  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue
    if (token.kind === 'positional') {
      throw new IngotError('invalid-input', `${JSON.stringify(token.value)} stands alone: every value has its flag`)
    }
    const name = token.rawName === '-h' ? 'help' : token.name
    if (!names.includes(name) || !(token.rawName.startsWith('--') || token.rawName === '-h')) {
      throw await unknownFlag(token.rawName, names)
    }
    const value = isFlag(name) ? (token.value ?? 'true') : token.value
    if (value === undefined || (!token.inlineValue && value.startsWith('--'))) {
      throw new IngotError('invalid-input', `--${name} needs a value`, {
        advice: `Write --${name} VALUE or --${name}=VALUE`,
      })
    }
    raw[name] = [...(raw[name] ?? []), value]
  }
  const { json, help, ...rest } = raw
  return { raw: rest, json: json !== undefined, help: help !== undefined }
}

async function unknownFlag(flag: string, names: readonly string[]): Promise<IngotError> {
  const { nearest } = await import('../config/nearest.js')
  const guess = nearest(flag.replace(/^-+/, ''), names)
  return new IngotError('invalid-input', `Unknown flag ${flag}`, {
    advice: guess ? `Did you mean --${guess}?` : 'Ask with --help for the flags of this command',
  })
}
