export interface Challenge {
  readonly scheme: 'basic' | 'bearer'
  /** Lower-case names. */
  readonly parameters: Readonly<Record<string, string>>
}

/**
 * The challenges of a WWW-Authenticate header that we can answer, in order.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110.html#section-11.6.1
 */
export function parseChallenges(header: string): Challenge[] {
  const challenges: { scheme: string; parameters: Record<string, string> }[] = []
  const part = /([A-Za-z0-9!#$%&'*+.^_`|~-]+)(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+)))?/gy
  let position = 0
  while (position < header.length && position < 8192) {
    const gap = /[\s,]*/y
    gap.lastIndex = position
    gap.exec(header)
    part.lastIndex = gap.lastIndex
    const match = part.exec(header)
    if (match === null) break
    position = part.lastIndex
    const [, name = '', quoted, bare] = match
    if (quoted === undefined && bare === undefined) challenges.push({ scheme: name.toLowerCase(), parameters: {} })
    else {
      const last = challenges.at(-1)
      if (last) last.parameters[name.toLowerCase()] = quoted?.replace(/\\(.)/g, '$1') ?? bare ?? ''
    }
  }
  return challenges.filter((challenge): challenge is Challenge => /^(?:basic|bearer)$/.test(challenge.scheme))
}
