import type { Job } from '../runner/index.js'
import { cancellation, redactor } from '../runner/index.js'

/**
 * Text as a terminal may show it: what came from an image, a registry or a file must not move the cursor, colour or hide
 * what is around it. Escapes such as \\u001b stand for control characters and for those that reverse the writing direction.
 */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}

/** As `printable`, and on one line: a value must not look like the next output. */
export function printableLine(text: string): string {
  return printable(text).replaceAll('\n', '\\n')
}

/** Lets the reader of a pipe leave early (`ingot … | head -1`): what is written after that is lost, the exit code is not. */
export function tolerateLostReader(stream: NodeJS.WritableStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
}

/** A job whose log and progress go to stderr; progress overwrites itself where stderr is a terminal. */
export function terminalJob(): Job {
  const { mask, redact } = redactor()
  const live = process.stderr.isTTY === true
  let pending = false
  const write = (line: string) => {
    process.stderr.write(`${pending ? '\r\u001b[2K' : ''}${printable(redact(line))}\n`)
    pending = false
  }
  return {
    log: write,
    progress: (line) => {
      if (!live) return write(line)
      const room = Math.max(20, (process.stderr.columns ?? 80) - 1)
      process.stderr.write(`\r\u001b[2K${printable(redact(line)).slice(0, room)}`)
      pending = true
    },
    warn: (message) => write(`warning: ${message}`),
    mask,
    signal: cancellation(),
    env: process.env,
  }
}
