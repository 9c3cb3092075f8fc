import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { IngotError } from '../../src/errors.js'
import { type RunOptions, run } from '../../src/exec/index.js'

const node = process.execPath
const script = (source: string, options: Partial<RunOptions> = {}) => run(node, ['-e', source], { env: {}, ...options })

async function failure(promise: Promise<unknown>): Promise<IngotError> {
  const thrown = await promise.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (!(thrown instanceof IngotError)) throw new Error(`expected an IngotError, got ${String(thrown)}`)
  return thrown
}

describe('run', () => {
  it('answers with what the tool wrote, and feeds its input', async () => {
    const result = await script('process.stdin.pipe(process.stdout); console.error("note")', { input: 'hello' })
    expect(result).toEqual({ stdout: 'hello', stderr: 'note\n', exitCode: 0 })
  })

  it('passes arguments as they are, without a shell', async () => {
    const result = await run(node, ['-p', 'process.argv[1]', '$HOME `id` "x"'], { env: {} })
    expect(result.stdout).toBe('$HOME `id` "x"\n')
  })

  it('inherits nothing from the environment', async () => {
    const result = await script('console.log(process.env.A, process.env.HOME, "B" in process.env)', {
      env: { A: '1', B: undefined },
    })
    expect(result.stdout).toBe('1 undefined false\n')
  })

  it('lets the exit code decide: noise on stderr is no failure, silence is no success', async () => {
    await expect(script('console.error("warning: everything is fine")')).resolves.toMatchObject({ exitCode: 0 })
    const error = await failure(script('process.exit(3)'))
    expect(error.reason).toBe('tool-failed')
    expect(error.message).toContain('exit code 3')
  })

  it('takes other exit codes as answers where told', async () => {
    await expect(script('process.exit(1)', { acceptedExitCodes: [0, 1] })).resolves.toMatchObject({ exitCode: 1 })
  })

  it('counts a tool that was killed from outside as failed', async () => {
    const error = await failure(script('process.kill(process.pid, "SIGKILL")'))
    expect(error.reason).toBe('tool-failed')
  })

  it('redacts secrets in errors', async () => {
    const error = await failure(
      script('console.error("bad token s3cret"); process.exit(1)', { redact: ['s3cret', ''] }),
    )
    expect(error.message).toContain('bad token ***')
  })

  it('never repeats arguments in a message', async () => {
    const error = await failure(run(node, ['-e', 'process.exit(1)', 'https://user:pw@host'], { env: {} }))
    expect(error.message).not.toContain('pw')
  })

  it('says how to get a missing tool', async () => {
    const error = await failure(run('no-such-tool-here', [], { env: {}, install: 'Install it from somewhere' }))
    expect(error.reason).toBe('not-found')
    expect(error.advice).toBe('Install it from somewhere')
  })

  it('tells a missing working directory from a missing tool', async () => {
    expect((await failure(script('', { cwd: '/nowhere/at/all' }))).message).toContain('/nowhere/at/all is not there')
  })

  it('bounds the output', async () => {
    const options = { maximumOutputBytes: 1000 }
    await expect(script('process.stdout.write("x".repeat(1000))', options)).resolves.toMatchObject({ exitCode: 0 })
    const error = await failure(script('setInterval(() => process.stdout.write("x".repeat(600)), 1)', options))
    expect(error.reason).toBe('size-exceeded')
  })

  it('bounds the time', async () => {
    const error = await failure(script('setInterval(() => {}, 1000)', { timeoutMilliseconds: 100 }))
    expect(error.reason).toBe('timed-out')
  })

  it('ends the whole process group on abort', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'run-'))
    const beat = join(directory, 'beat')
    const child = `setInterval(() => require('fs').writeFileSync(${JSON.stringify(beat)}, ''), 20)`
    const source = `require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(child)}], {stdio: 'inherit'}); setInterval(() => {}, 1000)`
    const controller = new AbortController()
    const promise = script(source, { signal: controller.signal })
    while (!existsSync(beat)) await new Promise((resolve) => setTimeout(resolve, 10))
    controller.abort()
    expect((await failure(promise)).reason).toBe('cancelled')
    rmSync(beat, { force: true })
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(existsSync(beat)).toBe(false)
    rmSync(directory, { recursive: true })
  })

  it('hands on lines as they come, in whole characters, and keeps the end of stderr for the error', async () => {
    const lines: string[] = []
    const source = `const b = Buffer.from('one\\r\\nzwö'); process.stdout.write(b.subarray(0, -1))
      setTimeout(() => { process.stdout.write(b.subarray(-1)); console.error('because'); process.exit(4) }, 50)`
    const error = await failure(
      script(source, { onLine: (line, from) => lines.push(`${from} ${line}`), maximumOutputBytes: 1 }),
    )
    expect(lines.sort()).toEqual(['stderr because', 'stdout one', 'stdout zwö'])
    expect(error.message).toContain('exit code 4: because')
  })

  it('lets a tool that is trusted with it end what it started, and kills it when that takes too long', async () => {
    const started = performance.now()
    const clean = new AbortController()
    const source = (then: string) =>
      `process.on('SIGTERM', () => { ${then} }); setInterval(() => {}, 1000); console.log('up')`
    const lines: string[] = []
    const start = (controller: AbortController, then: string) =>
      failure(
        script(source(then), {
          signal: controller.signal,
          ending: { to: 'tool', graceMilliseconds: 400 },
          onLine: (line) => (line === 'up' ? controller.abort() : lines.push(line)),
        }),
      )
    expect((await start(clean, `console.log('cleaned up'); process.exit(1)`)).reason).toBe('cancelled')
    expect(lines).toEqual(['cleaned up'])
    expect((await start(new AbortController(), '')).reason).toBe('cancelled')
    expect(performance.now() - started).toBeGreaterThan(400)
  })

  it('starts nothing once aborted', async () => {
    expect((await failure(script('', { signal: AbortSignal.abort() }))).reason).toBe('cancelled')
  })
})
