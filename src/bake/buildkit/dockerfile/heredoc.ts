import { Lexer, LexerError } from './lexer.js'

/** A here-document that an instruction begins: it ends at the line that is `word`. */
export interface Heredoc {
  readonly word: string
  /** Tabs before the end line do not count: `<<-`. */
  readonly tabs: boolean
}

/** The here-documents that an instruction begins, in order. What no shell could read begins none, as in BuildKit. */
export function heredocsOf(instruction: string): Heredoc[] {
  if (!instruction.includes('<<')) return []
  const raw = wordsOf(instruction, { keepQuotes: true, keepEscapes: true })
  return raw.flatMap((written) => {
    const [, dash, rest = ''] = /^\d*<<(-?)\s*([^<]*)$/.exec(written) ?? []
    const words = rest === '' ? [] : wordsOf(rest, {})
    const [word] = words
    return dash === undefined || word === undefined || words.length > 1 ? [] : [{ word, tabs: dash === '-' }]
  })
}

/** Always with a backslash, whatever the Dockerfile's own escape is. */
function wordsOf(text: string, options: { keepQuotes?: boolean; keepEscapes?: boolean }): string[] {
  try {
    return new Lexer(text, { escape: '\\', variables: new Map(), keepUnset: true, ...options }).words()
  } catch (thrown) {
    if (thrown instanceof LexerError) return []
    throw thrown
  }
}
