import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { IngotError, type reasons } from '../../src/errors.js'
import { choice, defineAction, execute, flag, integer, type Job, list, redactor, text } from '../../src/runner/index.js'
import { readInputs } from '../../src/runner/inputs.js'

const inputs = {
  image: text({ description: 'The image', required: true, placeholder: 'REF' }),
  tag: list({ description: 'Tags' }),
  severity: choice(['low', 'high'], { description: 'How bad', default: 'high' }),
  once: flag({ description: 'Once' }),
  retries: integer({ description: 'How often', minimum: 1, default: 3 }),
}
const read = (raw: Record<string, string[]>) => readInputs(inputs, raw, (name) => `--${name}`)

test('written inputs become typed values, defaults filled in', () => {
  expect(read({ image: ['a'], tag: ['x', 'y'], once: ['true'], retries: ['5'] })).toEqual({
    image: 'a',
    tag: ['x', 'y'],
    severity: 'high',
    once: true,
    retries: 5,
  })
  expect(read({ image: ['a'] })).toEqual({ image: 'a', tag: [], severity: 'high', once: false, retries: 3 })
})

test.each([
  [{}, '--image is required'],
  [{ image: ['a', 'b'] }, '--image is given 2 times, it takes one value'],
  [{ image: ['a'], severity: ['worst'] }, '--severity is "worst": choose one of low, high'],
  [{ image: ['a'], once: ['yes'] }, '--once is "yes": write true or false'],
  [{ image: ['a'], retries: ['abc'] }, '--retries is "abc": write a whole number from 1'],
  [{ image: ['a'], retries: ['0'] }, '--retries is "0": write a whole number from 1'],
  [{ image: ['a'], retries: ['-2'] }, '--retries is "-2"'],
])('%j is refused as wrong use', (raw, message) => {
  const attempt = () => read(raw as Record<string, string[]>)
  expect(attempt).toThrow(message)
  expect(attempt).toThrow(expect.objectContaining({ reason: 'invalid-input', exitCode: 2 }))
})

const job: Job = {
  log: () => {},
  progress: () => {},
  warn: () => {},
  mask: () => {},
  signal: new AbortController().signal,
  env: {},
}

function actionThat(
  run: () => Promise<never> | Promise<{ reason: keyof typeof reasons; message: string; outputs: { n: number } }>,
) {
  return defineAction({
    name: 'x',
    description: '',
    inputs: {},
    outputs: { n: 'A number' },
    permissions: {},
    about: '',
    run,
  })
}

test.each([
  ['done', 0, 'done'],
  ['gate-failed', 1, 'refused'],
] as const)('an outcome with reason %s ends with exit code %i', async (reason, exitCode, outcome) => {
  const report = await execute(
    actionThat(async () => ({ reason, message: 'm', outputs: { n: 1 } })),
    {},
    String,
    job,
  )
  expect(report).toMatchObject({
    exitCode,
    outputs: { n: 1 },
    result: { schemaVersion: 1, outcome, reason, message: 'm' },
  })
})

test.each([
  [new IngotError('unreachable', 'no registry', { advice: 'try later' }), 3, 'failed', 'unreachable'],
  [new IngotError('invalid-config', 'bad'), 2, 'misused', 'invalid-config'],
  [new DOMException('stop', 'AbortError'), 3, 'failed', 'cancelled'],
  [new TypeError('oops'), 3, 'failed', 'internal'],
])('whatever is thrown becomes a report: %s', async (thrown, exitCode, outcome, reason) => {
  const report = await execute(
    actionThat(() => Promise.reject(thrown)),
    {},
    String,
    job,
  )
  expect(report).toMatchObject({ exitCode, outputs: {}, result: { outcome, reason } })
})

test('secrets are redacted, a many-line one line by line; short values are left', () => {
  const { mask, redact } = redactor()
  mask('hunter22\nsecond-line')
  mask('ab')
  expect(redact('x hunter22 y second-line ab')).toBe('x *** y *** ab')
})

describe('on the runner', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ingot-runner-'))
    await Promise.all([writeFile(join(folder, 'out'), ''), writeFile(join(folder, 'sum'), '')])
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  /** Starts a bundle as the runner does. */
  function start(name: string, env: Record<string, string>): Promise<{ code: number | null; stdout: string }> {
    const child = spawn(process.execPath, [`dist/${name}/index.js`], {
      env: { GITHUB_OUTPUT: join(folder, 'out'), GITHUB_STEP_SUMMARY: join(folder, 'sum'), ...env },
    })
    let stdout = ''
    child.stdout.on('data', (chunk) => {
      stdout += chunk
    })
    return new Promise((resolve) => child.once('close', (code) => resolve({ code, stdout })))
  }

  test('a missing input is an annotation and exit code 2, not a stack trace', async () => {
    const { code, stdout } = await start('copy', {})
    expect(code).toBe(2)
    expect(stdout).toMatch(/^::error::Input from is required%0A.+\n$/)
  })

  test('outputs, summary and a list given one a line', async () => {
    await writeFile(join(folder, 'hello.txt'), 'hello\n')
    const { code, stdout } = await start('bake', {
      INPUT_BASE: 'scratch',
      INPUT_ADD: `${folder}/hello.txt:/a\n${folder}/hello.txt:/b\n`,
      INPUT_OUTPUT: `oci:${folder}/layout:v1`,
      'INPUT_INSECURE-REGISTRY': '',
    })
    expect({ code, stdout }).toMatchObject({ code: 0 })
    const outputs = await readFile(join(folder, 'out'), 'utf8')
    expect(outputs).toMatch(/^digest<<(ingot-[0-9a-f-]+)\nsha256:[0-9a-f]{64}\n\1$/m)
    expect(await readFile(join(folder, 'sum'), 'utf8')).toContain('|')
  })
})
