import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { stringify } from 'yaml'
import { z } from 'zod'
import { actions } from '../lib/actions/index.js'
import { policySchema } from '../lib/config/policy-schema.js'
import { configSchema } from '../lib/config/schema.js'
import { reasons } from '../lib/errors.js'
import { home, renderWorkflows } from './render-workflows.js'

const { version } = JSON.parse(await readFile('package.json', 'utf8'))

/**
 * Everything that is derived from the definitions, as path → text: action.yml and README of each action, JSON Schemas,
 * the tables in docs, the rendered workflows. `lib/` must be fresh.
 */
export async function render() {
  const definitions = await Promise.all(
    Object.values(actions).map(async ({ face, load }) => ({ face, ...(await load()) })),
  )
  const files = new Map()
  for (const action of definitions) {
    files.set(`schemas/actions/${action.name}.schema.json`, json(inputSchema(action)))
    if (action.face !== 'action') continue
    files.set(`actions/${action.name}/action.yml`, actionYml(action))
    files.set(`actions/${action.name}/README.md`, readme(action))
  }
  files.set('schemas/ingot.schema.json', json(editorSchema(configSchema, 'ingot.yml')))
  files.set('schemas/policy.schema.json', json(editorSchema(policySchema, 'Ingot organisation policy')))
  files.set('docs/actions.md', actionIndex(definitions))
  files.set('docs/exit-codes.md', exitCodes())
  for (const [path, text] of await renderWorkflows()) files.set(path, text)
  return files
}

/** Wipes the generated folders and writes them anew. */
export async function generate() {
  const files = await render()
  await Promise.all(['actions', 'schemas'].map((folder) => rm(folder, { recursive: true, force: true })))
  for (const [path, text] of files) {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, text)
  }
}

/** Paths whose committed text differs from what the definitions say, or that nothing generates any more. */
export async function stale() {
  const files = await render()
  const differing = []
  for (const [path, text] of files)
    if ((await readFile(path, 'utf8').catch(() => undefined)) !== text) differing.push(path)
  for (const folder of ['actions', 'schemas']) {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    const present = entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    differing.push(...present.filter((path) => !files.has(path)))
  }
  return differing
}

function actionYml(action) {
  const document = {
    name: `Ingot ${action.name}`,
    description: action.description,
    author: 'The Ingot authors',
    branding: { icon: 'box', color: 'gray-dark' },
    inputs: Object.fromEntries(
      Object.entries(action.inputs).map(([name, input]) => [
        name,
        {
          description: described(input),
          required: input.required,
          ...(input.default !== undefined && { default: input.default }),
        },
      ]),
    ),
    outputs: Object.fromEntries(Object.entries(action.outputs).map(([name, description]) => [name, { description }])),
    runs: { using: 'node24', main: `../../dist/${action.name}/index.js` },
  }
  return `# Generated from src/actions/${action.name}.ts; do not edit.\n${stringify(document, { lineWidth: 120 })}`
}

/** What action.yml cannot say in a field of its own: the choices, and that a list takes one value a line. */
function described(input) {
  const notes = [input.choices && `One of: ${input.choices.join(', ')}.`, input.kind === 'list' && 'One a line.']
  return [input.description, ...notes.filter(Boolean)].join(' ')
}

function readme(action) {
  const permissions = Object.entries(action.permissions).map(([name, level]) => `  ${name}: ${level}`)
  return `<!-- Generated from src/actions/${action.name}.ts; do not edit. -->
# ${action.name}

${action.description}

${action.about.trim().replace(/uses: \.\/(actions\/[a-z]+)/g, `uses: ${home}/$1@v${version}`)}

## Inputs

| input | | default | what it means |
|---|---|---|---|
${Object.entries(action.inputs)
  .map(([name, input]) =>
    row(`\`${name}\``, input.required ? '**required**' : kind(input), code(input.default), described(input)),
  )
  .join('\n')}

## Outputs

| output | what it holds |
|---|---|
${Object.entries(action.outputs)
  .map(([name, prose]) => row(`\`${name}\``, prose))
  .join('\n')}

## Permissions

${permissions.length > 0 ? `\`\`\`yaml\npermissions:\n${permissions.join('\n')}\n\`\`\`` : 'None.'}

On a terminal: \`ingot ${action.name} --help\`. Exit codes: [docs/exit-codes.md](../../docs/exit-codes.md).
`
}

function kind(input) {
  return input.kind === 'text' ? '' : input.kind
}

function code(text) {
  return text === undefined || text === '' ? '' : `\`${text}\``
}

function row(...cells) {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replace(/\s+/g, ' ')).join(' | ')} |`
}

/** The inputs of one action, as the object that a script would write. */
function inputSchema(action) {
  const types = { text: { type: 'string' }, flag: { type: 'boolean' }, choice: { type: 'string' } }
  const properties = Object.entries(action.inputs).map(([name, input]) => [
    name,
    {
      description: input.description,
      ...types[input.kind],
      ...(input.kind === 'list' && { type: 'array', items: { type: 'string' } }),
      ...(input.kind === 'integer' && { type: 'integer', minimum: input.minimum }),
      ...(input.choices && { enum: input.choices }),
      ...(input.default !== undefined && { default: typedDefault(input) }),
    },
  ])
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: `ingot ${action.name}`,
    description: action.description,
    type: 'object',
    properties: Object.fromEntries(properties),
    required: Object.entries(action.inputs).flatMap(([name, input]) => (input.required ? [name] : [])),
    additionalProperties: false,
  }
}

function typedDefault(input) {
  if (input.kind === 'flag') return input.default === 'true'
  return input.kind === 'integer' ? Number(input.default) : input.default
}

function editorSchema(schema, title) {
  return { ...z.toJSONSchema(schema, { io: 'input' }), title }
}

function json(value) {
  return `${JSON.stringify(value, null, 2)}\n`
}

function actionIndex(definitions) {
  const rows = definitions.map(({ name, face, description }) =>
    row(
      face === 'action' ? `[\`${name}\`](../actions/${name}/README.md)` : `\`${name}\``,
      face === 'action' ? 'action, CLI' : 'CLI',
      description,
    ),
  )
  return `<!-- Generated from src/actions; do not edit. -->
# Actions and commands

Each is defined once, in \`src/actions/<name>.ts\`; action.yml, README, \`ingot <name> --help\` and the JSON Schema follow.

| name | face | what it does |
|---|---|---|
${rows.join('\n')}
`
}

function exitCodes() {
  const meanings = ['done', 'the verdict is no', 'wrong use or wrong configuration', 'could not be carried out']
  const rows = meanings.map((meaning, exit) => {
    const names = Object.entries(reasons).flatMap(([name, number]) => (number === exit ? [`\`${name}\``] : []))
    return row(`**${exit}**`, meaning, names.join(' '))
  })
  return `<!-- Generated from src/errors.ts; do not edit. -->
# Exit codes and reasons

With \`--json\` the object's \`result.reason\` is always one of these; the step of a workflow ends with the same code.

| exit code | meaning | reasons |
|---|---|---|
${rows.join('\n')}
`
}
