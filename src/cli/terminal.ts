import type { Job } from '../runner/index.js'
import { cancellation, redactor } from '../runner/index.js'

/** A job whose log and progress go to stderr; progress overwrites itself where stderr is a terminal. */
export function terminalJob(): Job {
  const { mask, redact } = redactor()
  const live = process.stderr.isTTY === true
  let pending = false
  const write = (line: string) => {
    process.stderr.write(`${pending ? '\r\u001b[2K' : ''}${redact(line)}\n`)
    pending = false
  }
  return {
    log: write,
    progress: (line) => {
      if (!live) return write(line)
      const room = Math.max(20, (process.stderr.columns ?? 80) - 1)
      process.stderr.write(`\r\u001b[2K${redact(line).slice(0, room)}`)
      pending = true
    },
    warn: (message) => write(`warning: ${message}`),
    mask,
    signal: cancellation(),
    env: process.env,
  }
}
