import { IngotError } from '../errors.js'
import type { Input, Inputs, Values } from './action.js'

/** Inputs as they were written: absent, or every value in order. */
export type RawInputs = Readonly<Record<string, readonly string[] | undefined>>

/**
 * Written inputs as typed values, defaults filled in.
 *
 * @param spell how the caller writes an input's name in messages, e.g. `--image` or `image:`
 * @throws IngotError `invalid-input`
 */
export function readInputs<I extends Inputs>(inputs: I, raw: RawInputs, spell: (name: string) => string): Values<I> {
  const entries = Object.entries(inputs).map(([name, input]) => {
    const written = raw[name] ?? (input.default === undefined ? [] : [input.default])
    if (input.required && written.length === 0) {
      throw new IngotError('invalid-input', `${spell(name)} is required`, { advice: input.description })
    }
    return [name, readValue(input, written, spell(name))]
  })
  return Object.fromEntries(entries) as Values<I>
}

function readValue(input: Input, written: readonly string[], name: string): unknown {
  if (input.kind === 'list') return written
  const [value, ...more] = written
  if (more.length > 0)
    throw new IngotError('invalid-input', `${name} is given ${written.length} times, it takes one value`)
  if (value === undefined) return undefined
  const invalid = (expected: string) =>
    new IngotError('invalid-input', `${name} is ${JSON.stringify(value)}: ${expected}`)

  switch (input.kind) {
    case 'text':
      return value
    case 'flag':
      if (value !== 'true' && value !== 'false') throw invalid('write true or false')
      return value === 'true'
    case 'choice':
      if (!input.choices?.includes(value)) throw invalid(`choose one of ${input.choices?.join(', ')}`)
      return value
    case 'integer': {
      const number = /^\d{1,15}$/.test(value) ? Number(value) : Number.NaN
      if (!(number >= (input.minimum ?? 0))) throw invalid(`write a whole number from ${input.minimum ?? 0}`)
      return number
    }
  }
}
