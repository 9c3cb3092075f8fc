import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ingot-cli-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

function ingot(...args: string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, [join(process.cwd(), 'dist/cli/index.js'), ...args], { cwd: folder })
  const text = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].on('data', (chunk) => {
      text[name] += chunk
    })
  }
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, ...text })))
}

test('--help lists every command, and says what the exit codes mean', async () => {
  const { code, stdout } = await ingot('--help')
  expect(code).toBe(0)
  for (const name of [
    'bake',
    'rebase',
    'copy',
    'validate',
    'scan',
    'sign',
    'verify',
    'publish',
    'promote',
    'rollback',
  ]) {
    expect(stdout).toMatch(new RegExp(`^  ${name} `, 'm'))
  }
  expect(stdout).toContain('Exit codes: 0 done; 1 the verdict is no')
})

test('without a command the overview is shown and the exit code is 2', async () => {
  expect(await ingot()).toMatchObject({ code: 2, stdout: expect.stringContaining('Usage: ingot <command>') })
})

test.each([
  [['bak'], 'Unknown command "bak"', 'Did you mean bake?'],
  [['copy', '--form', 'x'], 'Unknown flag --form', 'Did you mean --from?'],
  [['copy', '--from'], '--from needs a value', '--from VALUE'],
  [['copy', '--from', '--to', 'x'], '--from needs a value', ''],
  [['copy', 'stray'], '"stray" stands alone', ''],
  [['copy', '--from', 'a', '--from', 'b', '--to', 'c'], '--from is given 2 times, it takes one value', ''],
  [['copy', '--from', 'A B', '--to', 'c'], 'Cannot read the image reference "A B"', 'Write registry/repository:tag'],
])('%j: exit code 2, what is wrong and what to do', async (args, message, advice) => {
  const { code, stdout, stderr } = await ingot(...args)
  expect(code).toBe(2)
  expect(stdout).toBe('')
  expect(stderr).toContain(`error: ${message}`)
  expect(stderr).toContain(advice)
})

test('--json prints exactly one object: outputs and result, also for an error', async () => {
  await writeFile(join(folder, 'hello.txt'), 'hello\n')
  const baked = await ingot(
    'bake',
    '--base',
    'scratch',
    '--add',
    'hello.txt:/hello.txt',
    '--output',
    'oci:layout:v1',
    '--json',
  )
  const object = JSON.parse(baked.stdout)
  expect(object).toMatchObject({
    digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
    image: `oci:layout@${object.digest}`,
    result: { schemaVersion: 1, outcome: 'done', reason: 'done' },
  })
  const unknown = await ingot('bak', '--json')
  expect(unknown.code).toBe(2)
  expect(JSON.parse(unknown.stdout)).toEqual({
    result: {
      schemaVersion: 1,
      outcome: 'misused',
      reason: 'invalid-input',
      message: 'Unknown command "bak"',
      advice: 'Did you mean bake?',
    },
  })
  const missing = await ingot('copy', '--from', 'oci:layout:none', '--to', 'oci:other:v1', '--json')
  expect(missing.code).toBe(3)
  expect(JSON.parse(missing.stdout)).toMatchObject({ result: { outcome: 'failed', reason: 'not-found' } })
})
