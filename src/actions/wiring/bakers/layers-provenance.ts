import { isAbsolute, relative } from 'node:path'
import type { Addition } from '../../../bake/index.js'

/** What lies below the working directory is named from there: the same build on another machine is the same provenance. */
export function additionsFromHere(additions: readonly Addition[]): unknown[] {
  return additions.map(({ source, destination, rules, platforms }) => {
    const near = relative(process.cwd(), source)
    const isBelow = isAbsolute(source) && near !== '' && !near.startsWith('..')
    const from = isBelow ? near : source
    const isPlain = platforms === undefined && Object.values(rules ?? {}).every((rule) => rule === undefined)
    return isPlain ? `${from}:${destination}` : { source: from, destination, ...rules, ...(platforms && { platforms }) }
  })
}
