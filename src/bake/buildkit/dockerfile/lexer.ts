/** A word of a Dockerfile that cannot be read: what is wrong with it, without where. */
export class LexerError extends Error {}

export interface LexerOptions {
  readonly escape: string
  /** Absent variables are empty, or left as they are written with `keepUnset`. */
  readonly variables: ReadonlyMap<string, string>
  readonly keepQuotes?: boolean
  readonly keepEscapes?: boolean
  readonly keepUnset?: boolean
}

/**
 * Quotes, escapes and variables as a Dockerfile has them: the shell's, with `${x:-y}`, `${x:+y}`, `${x:?y}` and the same
 * without a colon. Patterns (`${x#y}`, `${x%y}`, `${x/y/z}`) are not followed.
 *
 * @see https://docs.docker.com/reference/dockerfile/#environment-replacement
 */
export class Lexer {
  #at = 0
  #keepEscapes: boolean
  readonly #text: string
  readonly #options: LexerOptions

  constructor(text: string, options: LexerOptions) {
    this.#text = text
    this.#options = options
    this.#keepEscapes = options.keepEscapes === true
  }

  /** The whole text as one. @throws LexerError */
  word(): string {
    return this.#until(undefined).result
  }

  /** The text as words, as blanks outside quotes divide it. @throws LexerError */
  words(): string[] {
    return this.#until(undefined).words
  }

  #until(stop: string | undefined): { result: string; words: string[] } {
    const words: string[] = []
    let result = ''
    let word = ''
    const split = () => {
      if (word !== '') words.push(word)
      word = ''
    }
    const add = (text: string, divisible: boolean) => {
      result += text
      for (const character of text) {
        if (divisible && /\s/.test(character)) split()
        else word += character
      }
    }
    while (this.#at < this.#text.length) {
      const character = this.#peek()
      if (character === stop) {
        this.#at += 1
        split()
        return { result, words }
      }
      if (character === '$') add(this.#dollar(), true)
      else if (character === "'") add(this.#single(), false)
      else if (character === '"') add(this.#double(), false)
      else if (character === '<') add(this.#redirection(), false)
      else if (character === this.#options.escape) add(this.#escaped(), false)
      else add(this.#next(), true)
    }
    if (stop !== undefined) throw new LexerError(`${stop} is missing`)
    split()
    return { result, words }
  }

  #escaped(): string {
    const mark = this.#next()
    return `${this.#keepEscapes ? mark : ''}${this.#next()}`
  }

  #single(): string {
    const end = this.#text.indexOf("'", this.#at + 1)
    if (end < 0) throw new LexerError('a single quote is not closed')
    const quoted = this.#text.slice(this.#at, end + 1)
    this.#at = end + 1
    return this.#options.keepQuotes ? quoted : quoted.slice(1, -1)
  }

  #double(): string {
    const quote = this.#options.keepQuotes ? '"' : ''
    let result = quote
    this.#at += 1
    for (;;) {
      const character = this.#peek()
      if (character === '') throw new LexerError('a double quote is not closed')
      if (character === '"') {
        this.#at += 1
        return `${result}${quote}`
      }
      if (character === '$') result += this.#dollar()
      else if (character !== this.#options.escape) result += this.#next()
      else result += this.#escapedInQuotes()
    }
  }

  /** Only what would otherwise mean something is escaped in quotes; in front of all else the character stands for itself. */
  #escapedInQuotes(): string {
    const mark = this.#next()
    const isSpecial = ['"', '$', this.#options.escape].includes(this.#peek())
    const kept = this.#keepEscapes ? mark : ''
    if (this.#peek() === '') return kept
    return isSpecial ? `${kept}${this.#next()}` : `${kept}${mark}`
  }

  /** Two angle brackets take the blanks behind them along: the word of a here-document may stand apart. */
  #redirection(): string {
    const [found = '<'] = /^<<[ \t]*|^</.exec(this.#text.slice(this.#at)) ?? []
    this.#at += found.length
    return found
  }

  #dollar(): string {
    this.#at += 1
    if (this.#peek() !== '{') {
      const name = this.#name()
      return name === '' ? '$' : this.#value(name, `$${name}`)
    }
    this.#at += 1
    if (['', '{', '}', ':'].includes(this.#peek())) throw new LexerError('${ is followed by no name')
    const name = this.#name()
    const colon = this.#peek() === ':' ? this.#next() : ''
    const operator = this.#next()
    if (operator === '}' && colon === '') return this.#value(name, `\${${name}}`)
    if (operator === '/' && colon === '') return this.#replacement(name)
    if (!['-', '+', '?', '#', '%'].includes(operator)) throw new LexerError(`\${${name}${colon}${operator} is unknown`)
    return this.#substituted(name, colon, operator)
  }

  #substituted(name: string, colon: string, operator: string): string {
    const isPattern = operator === '#' || operator === '%'
    if (isPattern && colon !== '') throw new LexerError(`\${${name}${colon}${operator} is unknown`)
    const word = this.#inner('}', isPattern)
    const value = this.#options.variables.get(name)
    if (value === undefined && this.#options.keepUnset) return `\${${name}${colon}${operator}${word}}`
    if (isPattern) throw unfollowed(name, operator)
    const isUnset = value === undefined || (colon !== '' && value === '')
    if (operator === '-') return isUnset ? word : value
    if (operator === '+') return isUnset ? '' : word
    if (isUnset) throw new LexerError(`${name}: ${word || 'it must be given'}`)
    return value
  }

  #replacement(name: string): string {
    if (this.#peek() === '/') this.#at += 1
    const pattern = this.#inner('/', true)
    const by = this.#inner('}', true)
    const isSet = this.#options.variables.has(name)
    if (!isSet && this.#options.keepUnset) return `\${${name}/${pattern}/${by}}`
    throw unfollowed(name, '/')
  }

  #inner(stop: string, keepEscapes: boolean): string {
    const before = this.#keepEscapes
    this.#keepEscapes = keepEscapes
    const { result } = this.#until(stop)
    this.#keepEscapes = before
    return result
  }

  #value(name: string, written: string): string {
    const value = this.#options.variables.get(name)
    return value ?? (this.#options.keepUnset ? written : '')
  }

  #name(): string {
    const [name = ''] = /^(?:\d+|[@*#?$!-]|[\p{L}_][\p{L}\p{Nd}_]*)/u.exec(this.#text.slice(this.#at)) ?? []
    this.#at += name.length
    return name
  }

  #peek(): string {
    return this.#text[this.#at] ?? ''
  }

  #next(): string {
    return this.#text[this.#at++] ?? ''
  }
}

function unfollowed(name: string, operator: string): LexerError {
  return new LexerError(`\${${name}${operator}…} is a pattern, which is not followed here`)
}
