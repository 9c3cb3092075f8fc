import { spawnSync } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { forbiddenImports } from './imports.js'

/** `npm run check`: types, format and lint, import directions, generated files. Every complaint is printed before it ends. */
const bin = (name) => `node_modules/.bin/${name}`
const complaints = []

step('types', bin('tsc'), '-p', 'tsconfig.test.json')
step('format and lint', bin('biome'), 'ci', '--colors=off', '--error-on-warnings', '.')
complaints.push(...(await forbiddenImports()))

await rm('lib', { recursive: true, force: true })
step('compile', bin('tsc'), '-p', '.')
const { stale } = await import('./generate.js')
complaints.push(...(await stale()).map((path) => `${path} is not what its source says: run npm run build`))

for (const line of complaints) console.error(line)
console.log(complaints.length === 0 ? 'types, lint, import directions and generated files are in order' : '')
process.exitCode = complaints.length === 0 ? 0 : 1

function step(what, command, ...args) {
  if (spawnSync(command, args, { stdio: 'inherit' }).status !== 0) complaints.push(`${what}: see above`)
}
