import { wrongDockerfile } from './failure.js'

/** The values of `from=` in what stands behind `--mount=`: one line of comma-separated values, some in quotes. */
export function mountSources(text: string, line: number): string[] {
  return fieldsOf(text, line).flatMap((field) => {
    const equals = field.indexOf('=')
    const isFrom = equals > 0 && field.slice(0, equals).toLowerCase() === 'from'
    const value = field.slice(equals + 1)
    return isFrom && value !== '' ? [value] : []
  })
}

/** @see https://www.rfc-editor.org/rfc/rfc4180#section-2 */
function fieldsOf(text: string, line: number): string[] {
  const fields: string[] = []
  const field = /(?:"((?:[^"]|"")*)"|([^",]*))(,|$)/y
  for (let more = true; more; ) {
    const match = field.exec(text)
    if (match === null)
      throw wrongDockerfile(line, `the mount ${text} is not a list of values with commas between them`)
    fields.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '')
    more = match[3] === ','
  }
  return fields
}
