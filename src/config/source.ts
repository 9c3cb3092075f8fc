import { readFile } from 'node:fs/promises'
import { isCollection, isMap, isScalar, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import { IngotError } from '../errors.js'
import { deepest, explain } from './explain.js'

const maximumConfigBytes = 1024 * 1024 // 1 MiB

/**
 * Reads a YAML file and checks it.
 *
 * @throws IngotError `not-found`, or `invalid-config` with file, line, column, what is wrong and what to write instead
 */
export async function readYaml<Schema extends z.ZodType>(file: string, schema: Schema): Promise<z.output<Schema>> {
  return parseYaml(await readText(file), file, schema)
}

export function parseYaml<Schema extends z.ZodType>(source: string, file: string, schema: Schema): z.output<Schema> {
  const lines = new LineCounter()
  const document = parseDocument(source, { lineCounter: lines, uniqueKeys: true })
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return `${file}:${line}:${col}`
  }
  const [broken] = document.errors
  if (broken) throw new IngotError('invalid-config', `${at(broken.pos[0])}: ${firstLine(broken.message)}`)

  const value: unknown = document.toJS({ maxAliasCount: 100 })
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data

  const issue = deepest(parsed.error.issues)
  const where = at(
    offsetOf(document.contents, issue.path, issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined),
  )
  throw new IngotError('invalid-config', `${where}: ${explain(issue, schema, value)}`)
}

/** Where in the source a path is: its key when one is named, otherwise its value, or the nearest parent that exists. */
function offsetOf(root: unknown, path: readonly PropertyKey[], key?: string): number {
  let node = root
  let offset = rangeOf(root)
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step))
      if (!pair) return offset
      offset = rangeOf(pair.key) ?? offset
      node = pair.value
    } else if (isCollection(node)) {
      node = node.items[Number(step)]
      offset = rangeOf(node) ?? offset
    } else return offset
  }
  if (key === undefined) return rangeOf(node) ?? offset
  const pair = isMap(node) ? node.items.find((item) => isScalar(item.key) && item.key.value === key) : undefined
  return rangeOf(pair?.key) ?? offset
}

function rangeOf(node: unknown): number {
  return (node as { range?: [number, number, number] } | null | undefined)?.range?.[0] ?? 0
}

async function readText(file: string): Promise<string> {
  const bytes = await readFile(file).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'ENOENT')
      throw new IngotError('invalid-config', `Cannot read ${file}: ${cause.message}`, { cause })
    throw new IngotError('invalid-config', `There is no ${file}`, {
      advice: 'Name the file with --config, or write one: docs/ingot-yml.md shows every key',
      cause,
    })
  })
  if (bytes.length > maximumConfigBytes) throw new IngotError('invalid-config', `${file} is larger than 1 MiB`)
  return bytes.toString('utf8')
}

function firstLine(text: string): string {
  return (text.split('\n', 1)[0] ?? text).replace(/ at line \d+, column \d+:$/, '')
}
