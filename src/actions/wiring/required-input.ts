import { IngotError } from '../../errors.js'

/**
 * An input that `ingot.yml` may supply instead, under `key`.
 *
 * @throws IngotError `invalid-input` when neither does
 */
export function required(value: string | undefined, input: string, key: string): string {
  if (value !== undefined && value !== '') return value
  throw new IngotError('invalid-input', `No ${input} is given`, { advice: `Give ${input}, or ${key} in ingot.yml` })
}

/** A list as it is given, else as the configuration has it: the two are never mixed. */
export function givenOr(given: readonly string[], configured: readonly string[] | undefined): readonly string[] {
  return given.length > 0 ? given : (configured ?? [])
}
