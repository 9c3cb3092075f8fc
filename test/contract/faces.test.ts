import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { actions } from '../../src/actions/index.js'
import type { Action } from '../../src/runner/index.js'

// One after another: Jest cannot link modules side by side that share an import (https://github.com/jestjs/jest/issues/11434).
const definitions: { name: string; face: 'action' | 'cli'; action: Action }[] = []
for (const [name, { face, load }] of Object.entries(actions)) definitions.push({ name, face, action: await load() })
const withFace = definitions.filter(({ face }) => face === 'action').map(({ name, action }) => [name, action] as const)
const read = (path: string) => readFileSync(path, 'utf8')

test('every definition has the name that it is listed under, and nothing else is in actions/ or dist/', () => {
  for (const { name, action } of definitions) expect(action.name).toBe(name)
  const names = withFace.map(([name]) => name).sort()
  expect(readdirSync('actions').sort()).toEqual(names)
  expect(readdirSync('dist').sort()).toEqual([...names, 'cli', 'process-host'].sort())
})

describe.each(withFace)('%s', (name, action: Action) => {
  const yml = parse(read(`actions/${name}/action.yml`))

  test('action.yml has the inputs and outputs of the definition, and runs the bundle', () => {
    expect(yml.description).toBe(action.description)
    expect(Object.keys(yml.inputs)).toEqual(Object.keys(action.inputs))
    expect(Object.keys(yml.outputs)).toEqual(Object.keys(action.outputs))
    for (const [input, { required, description, default: value }] of Object.entries(action.inputs)) {
      expect(yml.inputs[input].required).toBe(required)
      expect(yml.inputs[input].description).toContain(description)
      expect(yml.inputs[input].default).toBe(value)
    }
    expect(yml.runs).toEqual({ using: 'node24', main: `../../dist/${name}/index.js` })
    expect(existsSync(`dist/${name}/index.js`)).toBe(true)
  })

  test('README, --help and JSON Schema say the same', () => {
    const readme = read(`actions/${name}/README.md`).replaceAll('\\|', '|')
    const help = spawnSync(process.execPath, ['dist/cli/index.js', name, '--help'], {
      encoding: 'utf8',
    }).stdout.replace(/\s+/g, ' ')
    const schema = JSON.parse(read(`schemas/actions/${name}.schema.json`))
    expect(Object.keys(schema.properties)).toEqual(Object.keys(action.inputs))
    for (const [input, { description }] of Object.entries(action.inputs)) {
      const prose = description.replace(/\s+/g, ' ')
      expect(readme).toContain(`| \`${input}\` |`)
      expect(readme).toContain(prose)
      expect(help).toContain(`--${input} `)
      expect(help).toContain(prose)
      expect(schema.properties[input].description).toBe(description)
    }
    for (const [output, prose] of Object.entries(action.outputs)) {
      expect(readme).toContain(`| \`${output}\` | ${prose.replace(/\s+/g, ' ')} |`)
      expect(help).toContain(`${output} ${prose.replace(/\s+/g, ' ')}`)
    }
  })

  test('names are kebab-case, every input and output is explained', () => {
    for (const [key, prose] of [
      ...Object.entries(action.inputs).map(([key, { description }]) => [key, description] as const),
      ...Object.entries(action.outputs),
    ]) {
      expect(key).toMatch(/^[a-z]+(-[a-z]+)*$/)
      expect(prose.length).toBeGreaterThan(10)
    }
    expect(action.about.length).toBeGreaterThan(100)
  })
})

test('the names that scripts outside rely on are there', () => {
  const promised: Record<string, { inputs: string[]; outputs: string[] }> = {
    bake: {
      inputs: ['engine', 'base', 'add', 'output', 'entrypoint', 'env', 'label', 'policy', 'platforms'],
      outputs: ['digest', 'image', 'base-name', 'base-digest'],
    },
    rebase: {
      inputs: ['image', 'base', 'output', 'dry-run'],
      outputs: ['digest', 'image', 'reason', 'requests', 'bytes-sent'],
    },
    copy: { inputs: ['from', 'to', 'with-referrers'], outputs: ['digest', 'requests', 'bytes-sent'] },
    validate: { inputs: ['image', 'config'], outputs: ['verdict'] },
    scan: {
      inputs: ['image', 'engine', 'advisories', 'fail-on', 'fixable-only', 'sarif', 'sbom', 'report'],
      outputs: ['verdict', 'critical', 'high', 'medium', 'low', 'packages'],
    },
    sign: { inputs: ['image', 'key'], outputs: ['digest', 'signatures'] },
    verify: { inputs: ['image', 'key', 'require'], outputs: ['verdict', 'found', 'missing'] },
    publish: { inputs: ['image', 'tag', 'ledger'], outputs: ['digest', 'release'] },
    promote: {
      inputs: ['config', 'environment', 'image', 'ledger', 'once'],
      outputs: ['outcome', 'stable', 'weight', 'next-at'],
    },
    rollback: { inputs: ['config', 'environment', 'to', 'ledger'], outputs: ['outcome', 'stable', 'seconds'] },
    judge: { inputs: ['input'], outputs: ['verdict', 'tick', 'metrics'] },
    demo: { inputs: ['keep', 'seed', 'directory'], outputs: [] },
  }
  for (const [name, { inputs, outputs }] of Object.entries(promised)) {
    const { action } = definitions.find((definition) => definition.name === name) ?? {}
    expect(Object.keys(action?.inputs ?? {})).toEqual(expect.arrayContaining(inputs))
    expect(Object.keys(action?.outputs ?? {})).toEqual(expect.arrayContaining(outputs))
  }
})

test('bundles hold no path of the machine that built them', () => {
  const places = readdirSync('dist').flatMap((name) =>
    readdirSync(`dist/${name}`).map((file) => `dist/${name}/${file}`),
  )
  const leaks = places.filter((file) => read(file).includes(process.cwd()))
  expect(leaks).toEqual([])
})
