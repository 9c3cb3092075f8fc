import { type ChildProcess, spawn } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { createConnection, createServer } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { IngotError } from '../errors.js'
import type { ImageConfig } from '../oci/manifest.js'
import { type Command, resolveCommand } from './command.js'

export interface LaunchOptions {
  /** The folder that the image was unpacked into. */
  readonly rootfs: string
  readonly config: ImageConfig
  /** The TCP port that the service is told in `PORT` and must accept on; a free one when not given. */
  readonly port?: number
  /** Variables on top of the image's own; the environment of this process is never passed on. */
  readonly environment?: Readonly<Record<string, string>>
  /** Every line that the service writes. */
  readonly log?: (line: string) => void
  /** How long the service may take until its port accepts; default 10 seconds. */
  readonly startMilliseconds?: number
  readonly signal?: AbortSignal
}

export interface Exit {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  /** The last lines that it wrote on stderr, oldest first. */
  readonly lastLines: readonly string[]
}

/** A running service. */
export interface Service {
  /** `http://127.0.0.1:PORT` */
  readonly url: string
  readonly port: number
  readonly pid: number
  /** SIGTERM, and SIGKILL after `graceMilliseconds` (default 5 seconds); resolves when it is gone. */
  stop(graceMilliseconds?: number): Promise<void>
  /** Resolves when the process has ended, whoever ended it. */
  readonly exited: Promise<Exit>
}

const keptLines = 12
const maximumLineLength = 2_000

/**
 * Starts the service of an unpacked image with this program's own Node, and waits until its port accepts.
 *
 * @throws IngotError `unsupported` (no Node entrypoint), `target-failed` (it ended before it listened; the message holds
 *   its last lines), `timed-out`, `cancelled`
 */
export async function launchService(options: LaunchOptions): Promise<Service> {
  options.signal?.throwIfAborted()
  const command = await resolveCommand(options.rootfs, options.config)
  await closeScope(options.rootfs)
  const port = options.port ?? (await freePort())
  if (await accepts(port)) throw new IngotError('target-failed', `Port ${port} is in use by another program`)
  const child = start(command, port, options)
  const exited = watch(child, options.log)
  const stop = stopper(child, exited)
  try {
    await acceptance(port, exited, options)
  } catch (cause) {
    await stop(0)
    throw cause
  }
  return { url: `http://127.0.0.1:${port}`, port, pid: child.pid as number, stop, exited }
}

/** True when something accepts connections on the loopback port right now. */
export function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1' })
    const settle = (answer: boolean) => {
      socket.destroy()
      resolve(answer)
    }
    socket.once('connect', () => settle(true)).once('error', () => settle(false))
    socket.setTimeout(1_000, () => settle(false))
  })
}

/** One line that says how a service ended, with its last words. */
export function describeExit(exit: Exit): string {
  const how = exit.signal === null ? `exit code ${exit.code}` : `signal ${exit.signal}`
  return exit.lastLines.length === 0 ? how : `${how}: ${exit.lastLines.join(' | ')}`
}

/**
 * Node looks for a package.json in every folder above a script, past the image's root into ours, and takes the module
 * type from the first; in a container it would find none. An empty one at the root says the same and ends the search.
 *
 * @see https://nodejs.org/docs/latest-v20.x/api/packages.html#determining-module-system
 */
async function closeScope(rootfs: string): Promise<void> {
  await writeFile(join(rootfs, 'package.json'), '{}\n', { flag: 'wx' }).catch(() => {})
}

function start(command: Command, port: number, options: LaunchOptions): ChildProcess {
  const env = { ...command.env, ...options.environment, PORT: String(port) }
  return spawn(process.execPath, command.args, { cwd: command.cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
}

function watch(child: ChildProcess, log: ((line: string) => void) | undefined): Promise<Exit> {
  const lastLines: string[] = []
  const read = (stream: NodeJS.ReadableStream | null, keep: boolean) => {
    if (stream === null) return
    createInterface({ input: stream }).on('line', (whole) => {
      const line = whole.slice(0, maximumLineLength)
      log?.(line)
      if (!keep || line.trim() === '') return
      lastLines.push(line.trim())
      if (lastLines.length > keptLines) lastLines.shift()
    })
  }
  read(child.stdout, false)
  read(child.stderr, true)
  return new Promise((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal, lastLines }))
    child.once('error', (error) => resolve({ code: null, signal: null, lastLines: [error.message] }))
  })
}

function stopper(child: ChildProcess, exited: Promise<Exit>) {
  return async (graceMilliseconds = 5_000): Promise<void> => {
    child.kill('SIGTERM')
    const timer = setTimeout(() => child.kill('SIGKILL'), graceMilliseconds)
    await exited
    clearTimeout(timer)
  }
}

async function acceptance(port: number, exited: Promise<Exit>, options: LaunchOptions): Promise<void> {
  const within = options.startMilliseconds ?? 10_000
  const deadline = Date.now() + within
  let ended: Exit | undefined
  void exited.then((exit) => {
    ended = exit
  })
  while (!(await accepts(port))) {
    if (options.signal?.aborted) throw new IngotError('cancelled', 'Cancelled while the service was starting')
    if (ended !== undefined) {
      throw new IngotError(
        'target-failed',
        `The service ended before it listened on port ${port} (${describeExit(ended)})`,
      )
    }
    if (Date.now() > deadline) {
      throw new IngotError('timed-out', `The service did not listen on port ${port} within ${within / 1000} s`, {
        advice: 'The service must listen on the port that it is given in the variable PORT',
      })
    }
    await sleep(20)
  }
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address !== null ? address.port : 0
}
