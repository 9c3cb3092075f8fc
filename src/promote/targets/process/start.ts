import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { IngotError } from '../../../errors.js'
import { order } from './client.js'
import { readHostState } from './host.js'
import { paths } from './paths.js'
import type { Answer } from './protocol.js'

const startMilliseconds = 20_000
const stopMilliseconds = 20_000

export interface HostPlace {
  readonly directory: string
  readonly port: number
  /** The program of the host: `dist/process-host/index.js`. */
  readonly hostEntry: string
}

/**
 * What the host of a directory sees; it is started when none runs, and then goes on running after this process has ended.
 *
 * @throws IngotError `target-failed` with the host's last lines; `invalid-config` when it listens on another port
 */
export async function observeHost(place: HostPlace, signal?: AbortSignal): Promise<Answer> {
  const answer = (await order(place.directory, 'observe', {}, signal)) ?? (await startHost(place, signal))
  if (answer.port === place.port) return answer
  throw new IngotError(
    'invalid-config',
    `The target in ${place.directory} listens on port ${answer.port}, not on ${place.port}`,
    {
      advice: `Write port: ${answer.port}, or stop the target's host first`,
    },
  )
}

async function startHost({ directory, port, hostEntry }: HostPlace, signal?: AbortSignal): Promise<Answer> {
  const before = lastLines(directory, 0)
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  // Nothing of this process's environment goes along: it may hold tokens, and a runner ends what carries its marks.
  const child = spawn(process.execPath, [hostEntry, resolve(directory), String(port)], {
    cwd: directory,
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {},
  })
  let stderr = ''
  child.stderr.on('data', (chunk: Buffer) => {
    stderr = (stderr + chunk.toString('utf8')).slice(-2_000)
  })
  let ended: string | undefined
  child.once('error', (error) => {
    ended = error.message
  })
  child.once('close', (code, name) => {
    ended ??= name ?? `exit code ${code}`
  })
  const deadline = Date.now() + startMilliseconds
  try {
    for (;;) {
      signal?.throwIfAborted()
      const answer = await order(directory, 'observe', {}, signal)
      if (answer) return answer
      if (ended !== undefined)
        throw failed(directory, port, `${ended}. ${lastLines(directory, before.length) || stderr}`)
      if (Date.now() > deadline) throw failed(directory, port, `it did not answer within ${startMilliseconds / 1000} s`)
      await sleep(20)
    }
  } finally {
    child.stderr.destroy()
    child.unref()
  }
}

/**
 * Stops the host of a directory with everything that it runs; false when none ran.
 *
 * @throws IngotError `timed-out`
 */
export async function stopHost(directory: string): Promise<boolean> {
  const answer = await order(directory, 'stop', {})
  if (answer === undefined) return false
  const deadline = Date.now() + stopMilliseconds
  for (let pid = hostPid(directory); pid > 0 && isAlive(pid); pid = hostPid(directory)) {
    if (Date.now() > deadline)
      throw new IngotError('timed-out', `The host of ${directory} (process ${pid}) does not stop`)
    await sleep(20)
  }
  return true
}

/** The process of the host that serves from a directory; 0 when none does. */
export function hostPid(directory: string): number {
  return readHostState(directory)?.pid ?? 0
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

function lastLines(directory: string, from: number): string {
  try {
    const text = readFileSync(paths.log(directory), 'utf8')
    return from === 0 ? text : text.slice(from).trim().slice(-1_000)
  } catch {
    return ''
  }
}

function failed(directory: string, port: number, why: string): IngotError {
  const isTaken = why.includes('EADDRINUSE')
  return new IngotError(
    'target-failed',
    `The host of ${directory} could not be started on port ${port}: ${why.split('\n')[0]}`,
    {
      advice: isTaken
        ? `Port ${port} is taken by another program: choose another`
        : `Look into ${paths.log(directory)}`,
    },
  )
}
