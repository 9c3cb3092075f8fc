import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { IngotError } from '../errors.js'
import { followLines } from './lines.js'
import { collect, keepEnd } from './output.js'
import { type Ending, endGroup } from './process-group.js'

export interface RunOptions {
  /** Working directory. Default: the process's own. */
  readonly cwd?: string
  /** The tool's whole environment, e.g. `{PATH: process.env.PATH}`: nothing is inherited. Absent values are left out. */
  readonly env: Readonly<Record<string, string | undefined>>
  /** Written to the tool's stdin. Default: none, stdin is closed. */
  readonly input?: string | Uint8Array
  /** Default: 120,000 (two minutes). */
  readonly timeoutMilliseconds?: number
  /** Bound for stdout and for stderr, each. Default: 16 MiB. */
  readonly maximumOutputBytes?: number
  /** Ends the tool and everything that it started. */
  readonly signal?: AbortSignal | undefined
  /** How it is ended when it is cancelled or out of time. Default: all of it by SIGTERM, killed after two seconds. */
  readonly ending?: Ending
  /**
   * Given each line as it comes, for tools that say much and over a long time. Nothing is bounded then but what is kept:
   * of stdout nothing, of stderr the end.
   */
  readonly onLine?: (line: string, from: 'stdout' | 'stderr') => void
  /** Secrets that must not appear in an error, nor in the answer's stderr. */
  readonly redact?: readonly string[]
  /** Exit codes that are answers. Default: `[0]`; any other one throws `tool-failed`. */
  readonly acceptedExitCodes?: readonly number[]
  /** What to do when the tool is missing, e.g. `Install git 2.30 or newer`. */
  readonly install?: string
}

export interface RunResult {
  readonly stdout: string
  readonly stderr: string
  readonly exitCode: number
}

/**
 * Runs an installed tool, without a shell. The exit code decides; stderr only explains.
 *
 * @throws IngotError `not-found` (the tool is missing), `tool-failed`, `timed-out`, `size-exceeded` (too much output),
 *   `cancelled`
 */
export async function run(tool: string, args: readonly string[], options: RunOptions): Promise<RunResult> {
  const { signal, timeoutMilliseconds = 120_000, maximumOutputBytes = 16 * 1024 * 1024 /* 16 MiB */ } = options
  const what = `${tool} ${firstWord(args)}`.trim()
  if (signal?.aborted) throw cancelled(what, signal)

  const child = spawn(tool, args, {
    cwd: options.cwd,
    env: defined(options.env),
    // A group of its own, so that what the tool starts ends with it.
    detached: process.platform !== 'win32',
    stdio: 'pipe',
    windowsHide: true,
  })
  let interruption: IngotError | undefined
  const interrupt = (error: IngotError) => {
    interruption ??= error
    endGroup(child, options.ending)
  }
  const exceeded = () =>
    interrupt(new IngotError('size-exceeded', `${what} wrote more than ${maximumOutputBytes} bytes and was ended`))
  const { onLine } = options
  const keep = (stream: 'stdout' | 'stderr') => {
    if (onLine === undefined) return collect(child[stream], maximumOutputBytes, exceeded)
    followLines(child[stream], (line) => onLine(line, stream))
    return keepEnd(child[stream], stream === 'stdout' ? 0 : 64 * 1024)
  }
  const [stdout, stderr] = [keep('stdout'), keep('stderr')]
  const timer = setTimeout(
    () => interrupt(new IngotError('timed-out', `${what} did not finish within ${timeoutMilliseconds / 1000} s`)),
    timeoutMilliseconds,
  )
  const onAbort = () => interrupt(cancelled(what, signal))
  signal?.addEventListener('abort', onAbort, { once: true })
  try {
    const closed = untilClosed(child, tool, options)
    feed(child, options.input)
    const exitCode = await closed
    if (interruption !== undefined) throw interruption
    const result = { stdout: stdout.text(), stderr: redacted(stderr.text(), options.redact), exitCode }
    if (!(options.acceptedExitCodes ?? [0]).includes(exitCode)) throw failed(what, result)
    return result
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', onAbort)
  }
}

/** The exit code; a tool that a signal ended has the shell's 128 + n, here without n. */
function untilClosed(child: ChildProcessWithoutNullStreams, tool: string, options: RunOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', (error: NodeJS.ErrnoException) => reject(unstartable(error, tool, options)))
    child.once('close', (code) => resolve(code ?? 128))
  })
}

function unstartable(error: NodeJS.ErrnoException, tool: string, options: RunOptions): IngotError {
  // The system says the same of a missing working directory.
  if (error.code === 'ENOENT' && options.cwd !== undefined && !existsSync(options.cwd)) {
    return new IngotError('not-found', `Cannot run ${tool}: its working directory ${options.cwd} is not there`)
  }
  if (error.code === 'ENOENT') {
    return new IngotError('not-found', `Cannot run ${tool}: it is not installed, or not on the PATH`, {
      advice: options.install ?? `Install ${tool} and make sure that it is on the PATH`,
      cause: error,
    })
  }
  return new IngotError('tool-failed', `Cannot run ${tool}: ${error.code ?? error.message}`, { cause: error })
}

function feed(child: ChildProcessWithoutNullStreams, input: string | Uint8Array | undefined): void {
  // A tool may end without reading its input; its exit code says whether that was a failure.
  child.stdin.on('error', () => {})
  child.stdin.end(input)
}

function failed(what: string, result: RunResult): IngotError {
  const said = result.stderr.trim().split('\n').slice(-5).join('\n').slice(-2000)
  return new IngotError('tool-failed', `${what} failed with exit code ${result.exitCode}${said && `: ${said}`}`)
}

function cancelled(what: string, signal: AbortSignal | undefined): IngotError {
  return new IngotError('cancelled', `${what} was cancelled`, { cause: signal?.reason })
}

function redacted(text: string, secrets: readonly string[] = []): string {
  return secrets.filter((secret) => secret !== '').reduce((clean, secret) => clean.replaceAll(secret, '***'), text)
}

/** Arguments may hold anything, so messages name the tool's subcommand only. */
function firstWord(args: readonly string[]): string {
  return args.find((arg) => /^[a-z][a-z-]*$/.test(arg)) ?? ''
}

function defined(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined))
}
