import type { Strike } from '../fakes/registry/faults.js'
import type { SeenRequest } from '../fakes/registry/index.js'
import { type Side, type Stage, sides } from './stage.js'

/** A request of the fault-free run, such that it can be found again in another run, whatever its order. */
export interface Recorded {
  readonly side: Side
  readonly seen: SeenRequest
  readonly name: string
  readonly strike: Strike
}

export function recorded(stage: Stage): Recorded[] {
  return sides.flatMap((side) => {
    const count = new Map<string, number>()
    return [...stage[side].requests, ...stage[side].storageRequests].map((seen) => {
      const url = patternOf(seen.url)
      const key = `${seen.method} ${url.source}`
      const after = count.get(key) ?? 0
      count.set(key, after + 1)
      return { side, seen, name: nameOf(side, seen, after), strike: { method: seen.method, url, after } }
    })
  })
}

const upload = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/
const telling = ['digest', 'mount', 'last'] as const

/** The path, with any upload's id in place of this one's, and the parameters that tell requests apart. */
function patternOf(text: string): RegExp {
  const [path = ''] = text.split('?')
  const parameters = telling.map((name) => {
    const value = new RegExp(`[?&]${name}=([^&]*)`).exec(text)?.[1]
    return value === undefined ? `(?!.*[?&]${name}=)` : `(?=.*[?&]${name}=${quoted(value)}(?:&|$))`
  })
  return new RegExp(`^${parameters.join('')}${quoted(path).replace(upload, '[0-9a-f-]{36}')}(?:\\?|$)`)
}

function nameOf(side: Side, { method, url }: SeenRequest, after: number): string {
  const short = url
    .replace(upload, 'ID')
    .replace(/_state=[^&]*&?/, '')
    .replace(/(sha256(?::|%3A|-)[0-9a-f]{8})[0-9a-f]{56}/g, '$1')
  return `${side}: ${method} ${short}${after === 0 ? '' : `, number ${after + 1}`}`
}

function quoted(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
