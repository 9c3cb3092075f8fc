import { isAbsolute, relative } from 'node:path'

/** What lies below the working directory is named from there: the same build on another machine is the same provenance. */
export function additionsFromHere(additions: readonly string[]): string[] {
  return additions.map((addition) => {
    const colon = addition.lastIndexOf(':/')
    const source = addition.slice(0, colon)
    const near = relative(process.cwd(), source)
    const isBelow = isAbsolute(source) && near !== '' && !near.startsWith('..')
    return isBelow ? `${near}${addition.slice(colon)}` : addition
  })
}
