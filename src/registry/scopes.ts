/**
 * What a token is asked for, or grants: `repository:acme/shop:pull,push`.
 *
 * @see https://distribution.github.io/distribution/spec/auth/scope/
 */
export type Scope = string

const pattern =
  /^(repository(?:\([a-z]+\))?):([a-z0-9][a-z0-9._/-]*(?::\d+)?(?:\/[a-z0-9._/-]+)?):([a-z*]+(?:,[a-z*]+)*)$/
const order = ['pull', 'push', 'delete', '*']

export type Access = 'read' | 'write' | 'delete'

export function scopeOf(path: string, access: Access): Scope {
  const actions = { read: 'pull', write: 'pull,push', delete: 'delete' }[access]
  return `repository:${path}:${actions}`
}

/** Whether a token for `granted` serves for `wanted` too: who may push may pull. */
export function covers(granted: readonly Scope[], wanted: readonly Scope[]): boolean {
  const has = byResource(granted)
  return [...byResource(wanted)].every(([resource, actions]) => {
    const mine = has.get(resource)
    return mine !== undefined && [...actions].every((action) => mine.has(action))
  })
}

/** Both together, one scope a resource. */
export function widen(scopes: readonly Scope[], more: readonly Scope[]): Scope[] {
  return [...byResource([...scopes, ...more])].map(([resource, actions]) => {
    const sorted = [...actions].sort((a, b) => order.indexOf(a) - order.indexOf(b))
    return `${resource}:${sorted.join(',')}`
  })
}

/** The scopes of a challenge that can be asked for: of repositories, separated by spaces, at most a handful. */
export function readScopes(text: string): Scope[] {
  return text
    .split(' ')
    .filter((scope) => scope.length < 512 && pattern.test(scope))
    .slice(0, 8)
}

function byResource(scopes: readonly Scope[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  for (const scope of scopes) {
    const colon = scope.lastIndexOf(':')
    const resource = scope.slice(0, colon)
    const actions = found.get(resource) ?? new Set()
    for (const action of scope.slice(colon + 1).split(',')) actions.add(action)
    found.set(resource, actions)
  }
  return found
}
