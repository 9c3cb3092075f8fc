import { wrongDockerfile } from './failure.js'

/** What the first lines of a Dockerfile say to whoever reads it. */
export interface Directives {
  /** Escapes characters and joins lines. */
  readonly escape: '\\' | '`'
  /** The image that reads the Dockerfile instead of what is built into BuildKit. */
  readonly syntax?: string | undefined
}

const known = ['syntax', 'escape', 'check']

/**
 * Reads the parser directives, which end at the first line that is none. `syntax` is also taken from comments that begin
 * with two slashes and from a JSON document, behind a `#!` line, as BuildKit does.
 *
 * @throws IngotError `invalid-input` when one is given twice, or `escape` is neither a backslash nor a backtick
 * @see https://docs.docker.com/reference/dockerfile/#parser-directives
 */
export function readDirectives(text: string): Directives {
  const { escape: mark = '\\' } = directivesOf(text, '#', 0)
  if (mark !== '\\' && mark !== '`') {
    throw wrongDockerfile(1, `${JSON.stringify(mark)} cannot be the escape character`, 'Use a backslash or a backtick')
  }
  const end = text.indexOf('\n')
  const shebang = text.startsWith('#!')
  const rest = shebang ? text.slice(end < 0 ? text.length : end + 1) : text
  const first = shebang ? 1 : 0
  const syntax =
    directivesOf(rest, '#', first).syntax ?? directivesOf(rest, '//', first).syntax ?? syntaxOfDocument(rest)
  return { escape: mark, syntax: syntax?.split(' ')[0] }
}

function directivesOf(text: string, comment: string, linesBefore: number): Partial<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const [i, line] of text.split('\n').entries()) {
    // In front of a comment that is read as instructions there may be blanks; there are none before a syntax line.
    const match = line.startsWith(comment) && /^\s*([a-z][a-z0-9]*)\s*=\s*(.+?)\s*$/i.exec(line.slice(comment.length))
    const name = match ? (match[1] ?? '').toLowerCase() : ''
    if (!match || !known.includes(name)) break
    if (name in found) throw wrongDockerfile(linesBefore + i + 1, `only one ${name} directive may be given`)
    found[name] = match[2] ?? ''
  }
  return found
}

function syntaxOfDocument(text: string): string | undefined {
  if (!text.trimStart().startsWith('{')) return undefined
  try {
    const value: unknown = JSON.parse(text)
    const syntax: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'syntax') : undefined
    return typeof syntax === 'string' ? syntax : undefined
  } catch {
    return undefined
  }
}
