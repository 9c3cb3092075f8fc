import { type Directives, readDirectives } from './directives.js'
import { wrongDockerfile } from './failure.js'
import { heredocsOf } from './heredoc.js'

export interface Instruction {
  /** In capitals. */
  readonly name: string
  /** Words that begin with two dashes and come first, quotes and escapes gone. */
  readonly flags: readonly string[]
  /** The rest, as it was written, on one line. */
  readonly text: string
  /** Of its beginning, counted from 1. */
  readonly line: number
}

const withHeredocs = ['ADD', 'COPY', 'RUN']

/**
 * The instructions of a Dockerfile: lines joined, comments and the contents of here-documents left out.
 *
 * @throws IngotError `invalid-input` when a here-document has no end
 * @see https://docs.docker.com/reference/dockerfile/
 */
export function readInstructions(file: string): { directives: Directives; instructions: Instruction[] } {
  const text = file.replace(/^\uFEFF/, '')
  const directives = readDirectives(text)
  const lines = text.split('\n').map((line) => line.replace(/\r+$/, ''))
  const instructions: Instruction[] = []
  for (let next = 0; next < lines.length; ) {
    const line = next + 1
    const joined = joinLines(lines, next, directives.escape)
    next = joined.next
    if (joined.text.trim() === '') continue
    const instruction = split(joined.text, line, directives.escape)
    instructions.push(instruction)
    next = skipHeredocs(instruction, joined.text, lines, next)
  }
  return { directives, instructions }
}

/** One instruction's lines as one; comments and empty lines between them are no part of it. */
function joinLines(lines: readonly string[], first: number, mark: string): { text: string; next: number } {
  const pattern = mark === '`' ? '`' : '\\\\'
  // An escape that is itself escaped joins nothing.
  const continued = new RegExp(`(^|[^${pattern}])${pattern}[ \\t]*$`)
  let text = ''
  let next = first
  for (let open = true; open && next < lines.length; next += 1) {
    const isFirst = next === first
    const line = lines[next] ?? ''
    const isComment = line.trimStart().startsWith('#')
    if (isComment && isFirst) return { text: '', next: next + 1 }
    if (isComment || (!isFirst && line.trim() === '')) continue
    const part = isFirst ? line.trimStart() : line
    open = continued.test(part)
    text += open ? part.replace(continued, '$1') : part
  }
  return { text, next }
}

function split(text: string, line: number, mark: string): Instruction {
  const [, name = '', rest = ''] = /^\s*(\S+)\s*([\s\S]*)$/.exec(text) ?? []
  const { flags, end } = readFlags(rest, mark)
  return { name: name.toUpperCase(), flags, text: rest.slice(end).trim(), line }
}

/** Leading words that begin with two dashes; a word that is nothing else ends them. */
function readFlags(text: string, mark: string): { flags: string[]; end: number } {
  const flags: string[] = []
  let at = 0
  for (;;) {
    while (/\s/.test(text[at] ?? '')) at += 1
    if (!text.startsWith('--', at)) return { flags, end: at }
    let word = ''
    let quote = ''
    for (; at < text.length; at += 1) {
      const character = text[at] ?? ''
      if (quote === '' && /\s/.test(character)) break
      if (character === quote) quote = ''
      else if (quote === '' && (character === '"' || character === "'")) quote = character
      else if (character === mark && at + 1 < text.length) word += text[++at]
      else if (character !== mark) word += character
    }
    if (word === '--') return { flags, end: at }
    flags.push(word)
  }
}

/** The first line behind the here-documents that an instruction begins. */
function skipHeredocs(instruction: Instruction, text: string, lines: readonly string[], first: number): number {
  const inner = instruction.name === 'ONBUILD' ? instruction.text.split(/\s/, 1)[0]?.toUpperCase() : instruction.name
  if (!withHeredocs.includes(inner ?? '')) return first
  let next = first
  for (const { word, tabs } of heredocsOf(text)) {
    const end = lines.findIndex((line, i) => i >= next && (tabs ? line.replace(/^\t+/, '') : line) === word)
    if (end < 0) throw wrongDockerfile(instruction.line, `the here-document ${JSON.stringify(word)} has no end`)
    next = end + 1
  }
  return next
}
