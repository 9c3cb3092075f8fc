import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'

/**
 * Runs a command as a user would, and measures it.
 *
 * @typedef {{file: string, args: string[], env?: NodeJS.ProcessEnv, cwd?: string, codes?: number[]}} Command
 *   `codes` are the exit codes that it may end with, 0 when not given
 */

/** @returns {Promise<{milliseconds: number, stdout: string}>} from the start of the process to its end */
export async function timed(command) {
  const began = process.hrtime.bigint()
  const child = start(command)
  const stdout = await finished(command, child)
  return { milliseconds: Number(child.ended - began) / 1e6, stdout }
}

/**
 * The same with an eye on the whole tree of processes, looked at every few milliseconds: never on a run that is timed.
 * Pages that two processes share are counted in both.
 *
 * @param {number[]} [daemons] roots of trees that work for the command; theirs is added
 * @returns {Promise<{cpuMilliseconds: number, peakBytes: number, stdout: string}>}
 */
export async function observed(command, daemons = []) {
  for (const pid of daemons.flatMap(treeOf)) forgetPeak(pid)
  const before = cpuOf(daemons.flatMap(treeOf))
  const child = start(counting(command))
  let times = ''
  child.stdio[3].setEncoding('utf8').on('data', (text) => {
    times += text
  })
  let peak = 0
  const look = () => {
    const each = treeOf(child.pid).slice(1).map(memoryOf)
    const together = each.reduce((sum, { now }) => sum + now, 0)
    peak = Math.max(peak, together, ...each.map((memory) => memory.peak))
  }
  const timer = setInterval(look, 3)
  const stdout = await finished(command, child).finally(() => clearInterval(timer))
  const trees = daemons.flatMap(treeOf)
  const daemonPeak = trees.reduce((sum, pid) => sum + memoryOf(pid).peak, 0)
  const cpuMilliseconds = millisecondsOf(times) + cpuOf(trees) - before
  return { cpuMilliseconds, peakBytes: peak + daemonPeak, stdout }
}

/** The same command below a shell that says, on its third descriptor, how much CPU its children took. */
function counting({ file, args, ...rest }) {
  const script = '"$@" 3>&-; code=$?; times >&3; exit $code'
  return { file: 'bash', args: ['-c', script, 'bash', file, ...args], ...rest }
}

/** The second line of the shell's `times`: user and system time of children. */
function millisecondsOf(times) {
  const parts =
    times
      .trim()
      .split('\n')[1]
      ?.matchAll(/(\d+)m([\d.]+)s/g) ?? []
  return [...parts].reduce((sum, [, minutes, seconds]) => sum + (Number(minutes) * 60 + Number(seconds)) * 1000, 0)
}

function start({ file, args, env = process.env, cwd }) {
  const child = spawn(file, args, { env, cwd, stdio: ['ignore', 'pipe', 'pipe', 'pipe'] })
  child.once('exit', () => {
    child.ended = process.hrtime.bigint()
  })
  return child
}

async function finished({ file, args, codes = [0] }, child) {
  const said = { stdout: '', log: '' }
  child.stdout.setEncoding('utf8').on('data', (text) => {
    said.stdout += text
    said.log += text
  })
  child.stderr.setEncoding('utf8').on('data', (text) => {
    said.log += text
  })
  const [code] = await once(child, 'close')
  if (!codes.includes(code)) throw new Error(`${file} ${args.join(' ')} ended with ${code}:\n${said.log.slice(-2000)}`)
  return said.stdout
}

/** A process and all that it started, as far as they live. */
function treeOf(pid) {
  const children = threadsOf(pid).flatMap((thread) => read(`/proc/${pid}/task/${thread}/children`).split(' '))
  return [pid, ...children.filter(Boolean).flatMap((child) => treeOf(Number(child)))]
}

function threadsOf(pid) {
  try {
    return readdirSync(`/proc/${pid}/task`)
  } catch {
    return [] // it has ended
  }
}

const tick = 10 // milliseconds: the unit of /proc/PID/stat, sysconf(_SC_CLK_TCK) being 100 on Linux

/** Milliseconds of CPU, children that have ended among them. */
function cpuOf(pids) {
  return pids.reduce((sum, pid) => {
    const fields = read(`/proc/${pid}/stat`).split(') ')[1]?.split(' ') ?? []
    return sum + fields.slice(11, 15).reduce((ticks, field) => ticks + Number(field) * tick, 0)
  }, 0)
}

function memoryOf(pid) {
  const status = read(`/proc/${pid}/status`)
  const bytes = (key) => Number(status.match(`${key}:\\s+(\\d+) kB`)?.[1] ?? 0) * 1024
  return { now: bytes('VmRSS'), peak: bytes('VmHWM') }
}

function forgetPeak(pid) {
  writeFileSync(`/proc/${pid}/clear_refs`, '5')
}

function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return '' // it has ended
  }
}
