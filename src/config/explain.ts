import type { z } from 'zod'
import { IngotError } from '../errors.js'
import { nearest } from './nearest.js'
import { atPath, keysAt, otherBranches } from './schema-keys.js'

type Issue = z.core.$ZodIssue

/** A misspelt key explains the missing one beside it; in a union the branch that got furthest is the one that was meant. */
export function deepest(issues: readonly Issue[], prefix: readonly PropertyKey[] = []): Issue {
  const first = issues.find((issue) => issue.code === 'unrecognized_keys') ?? issues[0]
  if (!first) throw new IngotError('internal', 'A schema refused a value without saying why')
  const path = [...prefix, ...first.path]
  if (first.code !== 'invalid_union' || first.errors.length === 0) return { ...first, path }
  const branches = first.errors.filter((branch) => branch.length > 0).map((branch) => deepest(branch, path))
  const depth = (issue: Issue) => issue.path.length + (issue.code === 'unrecognized_keys' ? 0 : 0.5)
  return branches.reduce((best, issue) => (depth(issue) > depth(best) ? issue : best))
}

/** What is wrong, and what to write instead. `value` is the whole document as it was read. */
export function explain(issue: Issue, schema: z.ZodType, value: unknown): string {
  const path = issue.path.map(String)
  if (issue.code === 'unrecognized_keys') return explainKey(issue.keys[0] ?? '', path, schema, value)
  return `${path.join('.') || 'the document'}: ${explainValue(issue, atPath(value, path))}`
}

function explainKey(unknown: string, path: readonly string[], schema: z.ZodType, value: unknown): string {
  const said = `unknown key ${JSON.stringify(unknown)}${path.length > 0 ? ` in ${path.join('.')}` : ''}`
  const known = keysAt(schema, path, value)
  const guess = nearest(unknown, known)
  if (guess !== undefined) return `${said}; did you mean ${JSON.stringify(guess)}?`
  const { discriminator, own, others } = otherBranches(schema, path, value, unknown)
  if (others.length > 0) {
    return `${said}; it belongs to ${discriminator}: ${others.join(' or ')}, and this is ${discriminator}: ${own}`
  }
  return `${said}; known keys: ${known.join(', ')}`
}

function explainValue(issue: Issue, found: unknown): string {
  switch (issue.code) {
    case 'invalid_type': {
      const wanted = kinds[issue.expected] ?? issue.expected
      return found === undefined ? `it is missing: write ${wanted}` : `write ${wanted}, not ${shown(found)}`
    }
    case 'invalid_value':
      return oneOf(issue.values, found)
    case 'invalid_union': {
      const { options } = issue as { options?: readonly unknown[] }
      return issue.discriminator === undefined || options === undefined ? issue.message : oneOf(options, found)
    }
    default:
      return issue.message
  }
}

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'keys and their values',
  record: 'keys and their values',
}

function oneOf(options: readonly unknown[], found: unknown): string {
  const known = options.filter((option) => option !== undefined && option !== null).map(String)
  const list = known.join(', ')
  if (found === undefined) return `it is missing: write one of ${list}`
  const guess = typeof found === 'string' ? nearest(found, known) : undefined
  const hint = guess === undefined ? '' : `; did you mean ${JSON.stringify(guess)}?`
  return `${shown(found)} is ${known.length === 1 ? 'not' : 'none of'} ${list}${hint}`
}

const shownCharacters = 60

function shown(value: unknown): string {
  const text = JSON.stringify(value)
  return text.length > shownCharacters ? `${text.slice(0, shownCharacters)}…` : text
}
