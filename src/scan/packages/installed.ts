import { IngotError } from '../../errors.js'

/** A package as its database describes it, before it is known where it came from. */
export interface Installed {
  readonly name: string
  readonly version: string
  readonly architecture?: string
  readonly source: { readonly name: string; readonly version: string }
  readonly license?: string
}

/** No image comes near this. */
export const maximumPackages = 200_000

/** One paragraph of a database: its fields, and where it begins. */
export interface Stanza {
  /** Counted from 1. */
  readonly line: number
  readonly fields: ReadonlyMap<string, string>
}

/**
 * The paragraphs of a text database, separated by blank lines.
 *
 * @param readField name and value of a line, `'continued'` when it belongs to the line before, or undefined when it is neither
 * @throws IngotError `unreadable` at the first line that is neither, `size-exceeded`
 */
export function readStanzas(
  text: string,
  from: string,
  readField: (line: string) => readonly [name: string, value: string] | 'continued' | undefined,
): Stanza[] {
  const stanzas: Stanza[] = []
  let fields: Map<string, string> | undefined
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') {
      fields = undefined
      continue
    }
    const field = readField(line)
    if (field === undefined || (field === 'continued' && fields === undefined)) {
      throw malformed(from, index + 1, 'it is no field')
    }
    if (field === 'continued') continue
    if (fields === undefined) {
      if (stanzas.length >= maximumPackages) {
        throw new IngotError('size-exceeded', `${from} lists more than ${maximumPackages} packages`)
      }
      fields = new Map()
      stanzas.push({ line: index + 1, fields })
    }
    fields.set(...(field as [string, string]))
  }
  return stanzas
}

/** @throws IngotError `unreadable` when the field is missing or empty */
export function required(stanza: Stanza, name: string, from: string): string {
  const value = stanza.fields.get(name)
  if (value) return value
  throw malformed(from, stanza.line, `the package that begins there has no ${name}`)
}

export function malformed(from: string, line: number, why: string): IngotError {
  return new IngotError('unreadable', `Cannot read the package database ${from}: line ${line}: ${why}`, {
    advice: 'The image is damaged or was built by an unusual tool: a scan that skipped it would prove nothing',
  })
}
