import type { Action, Input } from '../runner/index.js'

const width = 100

/** `ingot --help`: every command with its first sentence. */
export function overview(actions: readonly Action[]): string {
  const longest = Math.max(...actions.map(({ name }) => name.length))
  return `Ingot: immutable infrastructure, from image to production.

Usage: ingot <command> [flags]

${actions.map(({ name, description }) => `  ${name.padEnd(longest)}  ${firstSentence(description)}`).join('\n')}

Every command takes --help, and --json (one JSON object on stdout; progress goes to stderr).
Exit codes: 0 done; 1 the verdict is no; 2 wrong use or configuration; 3 could not be carried out.
`
}

/** `ingot <command> --help`: flags and outputs, from the action's definition. */
export function help(action: Action): string {
  const usage = Object.entries(action.inputs)
    .filter(([, input]) => input.required)
    .map(([name, input]) => ` --${name} ${input.placeholder}`)
    .join('')
  return `${wrap(action.description, '')}

Usage: ingot ${action.name}${usage} [flags]

Flags:
${flagsOf(action, undefined)}
  --json
${wrap('Print the outputs and the result as one JSON object on stdout.', '      ')}
${groupsOf(action)
  .map((group) => `\nFlags ${group}:\n${flagsOf(action, group)}\n`)
  .join('')}
Outputs:
${Object.entries(action.outputs)
  .map(([name, prose]) => `  ${name}\n${wrap(prose, '      ')}`)
  .join('\n')}
`
}

function groupsOf({ inputs }: Action): string[] {
  return [...new Set(Object.values(inputs).flatMap(({ group }) => group ?? []))]
}

function flagsOf({ inputs }: Action, group: string | undefined): string {
  const listed = Object.entries(inputs).filter(([, input]) => input.group === group)
  return listed.map(describeFlag).join('\n')
}

function describeFlag([name, input]: [string, Input]): string {
  const value = input.kind === 'flag' ? '' : ` ${input.placeholder}`
  const notes = [
    input.required && 'required',
    input.kind === 'list' && 'repeat the flag for more',
    input.default !== undefined && input.kind !== 'flag' && `default: ${input.default}`,
  ].filter(Boolean)
  const note = notes.length > 0 ? ` (${notes.join('; ')})` : ''
  return `  --${name}${value}\n${wrap(`${input.description}${note}`, '      ')}`
}

function firstSentence(text: string): string {
  return text.split(/(?<=\.)\s/, 1)[0] ?? text
}

function wrap(text: string, indent: string): string {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/)) {
    if (line && indent.length + line.length + word.length + 1 > width) {
      lines.push(line)
      line = word
    } else line = line ? `${line} ${word}` : word
  }
  return [...lines, line].map((text) => indent + text).join('\n')
}
