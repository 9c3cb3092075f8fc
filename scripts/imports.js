import { readdir, readFile } from 'node:fs/promises'
import { dirname, join, normalize, relative } from 'node:path'
import { parse } from '@swc/core'

/**
 * The directions of imports: a room may import what is listed and itself, nothing else. Rooms with a slash are inside
 * another and have rules of their own. `import type` and `import()` count too.
 */
export const directions = {
  errors: [],
  oci: ['errors'],
  http: ['oci', 'errors'],
  exec: ['errors'],
  registry: ['http', 'exec', 'oci', 'errors'],
  ledger: ['exec', 'oci', 'errors'],
  image: ['oci', 'errors'],
  process: ['oci', 'errors'],
  bake: ['image', 'exec', 'oci', 'errors'],
  validate: ['image', 'oci', 'errors'],
  scan: ['image', 'http', 'oci', 'errors'],
  sign: ['oci', 'errors'],
  'promote/judge': ['errors'],
  promote: ['promote/judge', 'ledger', 'process', 'image', 'oci', 'errors'],
  fleet: ['promote/judge', 'ledger', 'oci', 'errors'],
  config: ['errors'],
  runner: ['errors'],
  demo: ['config', 'registry', 'ledger', 'image', 'bake', 'sign', 'promote', 'fleet', 'runner', 'oci', 'errors'],
  actions: ['*'],
  cli: ['actions', 'config', 'runner', 'errors'],
}

/** @returns one line for each import that goes against the directions, and for each file that stands in no room */
export async function forbiddenImports(root = 'src') {
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(root, join(entry.parentPath ?? entry.path, entry.name)))
  const lines = await Promise.all(
    files.sort().map(async (file) => judge(file, await readFile(join(root, file), 'utf8'))),
  )
  return lines.flat()
}

/** What is wrong with the imports of one file, given as its path below `src/` and its text. */
export async function judge(file, source) {
  const room = roomOf(file)
  if (room === undefined) return [`${file} stands in no room`]
  const allowed = directions[room]
  return (await relativeImports(source)).flatMap((specifier) => {
    const target = normalize(join(dirname(file), specifier)).replace(/\.js$/, '.ts')
    const other = target.startsWith('..') ? target : roomOf(target)
    const fine = other === room || allowed.includes('*') || allowed.includes(other)
    return fine ? [] : [`${file} imports ${target}: ${room} may import ${allowed.join(', ') || 'nothing'}`]
  })
}

function roomOf(file) {
  if (file === 'errors.ts') return 'errors'
  const rooms = Object.keys(directions).filter((room) => file.startsWith(`${room}/`))
  return rooms.sort((a, b) => b.length - a.length)[0]
}

async function relativeImports(source) {
  const found = []
  const visit = (node) => {
    if (Array.isArray(node)) return node.forEach(visit)
    if (node === null || typeof node !== 'object') return
    const isCall = node.type === 'CallExpression' && node.callee.type === 'Import'
    const specifier = isCall ? node.arguments[0]?.expression?.value : node.source?.value
    if (typeof specifier === 'string' && specifier.startsWith('.')) found.push(specifier)
    Object.values(node).forEach(visit)
  }
  visit(await parse(source, { syntax: 'typescript', target: 'es2022' }))
  return found
}
