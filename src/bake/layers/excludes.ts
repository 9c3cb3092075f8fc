import { IngotError } from '../../errors.js'

/** Whether a path below the source is left out; `mayReturn` says whether something below an excluded directory may be wanted. */
export interface Excludes {
  has(path: string): boolean
  readonly mayReturn: boolean
}

/**
 * Patterns as in a `.dockerignore`: relative to the source, `*` and `?` within a name, `**` across names, a directory
 * stands for all that is in it, `!` takes back, and the last one that matches counts.
 *
 * @throws IngotError `invalid-input` for a pattern that can match nothing
 * @see https://docs.docker.com/build/concepts/context/#syntax
 */
export function parseExcludes(patterns: readonly string[]): Excludes | undefined {
  if (patterns.length === 0) return undefined
  const rules = patterns.map((pattern) => {
    const isTakenBack = pattern.startsWith('!')
    return { isTakenBack, expression: expressionOf(isTakenBack ? pattern.slice(1) : pattern, pattern) }
  })
  return {
    has: (path) => {
      let excluded = false
      for (const { isTakenBack, expression } of rules) {
        if (excluded === isTakenBack && expression.test(path)) excluded = !isTakenBack
      }
      return excluded
    },
    mayReturn: rules.some(({ isTakenBack }) => isTakenBack),
  }
}

function expressionOf(pattern: string, written: string): RegExp {
  const parts = pattern.split('/').filter((part) => part !== '' && part !== '.')
  if (parts.length === 0 || parts.includes('..')) {
    throw new IngotError(
      'invalid-input',
      `Cannot exclude ${JSON.stringify(written)}: it names nothing below the source`,
      {
        advice: 'Write a path or pattern relative to what is added, e.g. test, **/*.map or !keep.map',
      },
    )
  }
  const text = parts.map((part, i) => {
    const isLast = i === parts.length - 1
    if (part === '**') return isLast ? '.+' : '(?:.*/)?'
    // A match of a parent is a match: whatever follows is below it.
    return `${nameExpression(part)}${isLast ? '(?:/|$)' : '/'}`
  })
  return new RegExp(`^${text.join('')}`, 's')
}

function nameExpression(part: string): string {
  return part
    .split(/(\*+|\?)/)
    .map((piece) => {
      if (piece.startsWith('*')) return '[^/]*'
      return piece === '?' ? '[^/]' : piece.replace(/[.\\+^${}()|[\]]/g, '\\$&')
    })
    .join('')
}
