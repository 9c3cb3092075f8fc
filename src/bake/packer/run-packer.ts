import { IngotError } from '../../errors.js'
import { type RunOptions, run } from '../../exec/index.js'
import { linesOf, type PackerMessage, parseMessage } from './messages.js'

/** Of a cancelled or overdue build: Packer ends the machine and removes what is half done, in a cloud over the network. */
const cleanupMilliseconds = 120_000

const install = 'Install Packer 1.6 or newer (HashiCorp), and QEMU for the qemu builder'

/** How Packer is run: where, with what, and who hears about it. */
export interface PackerProcess {
  readonly directory: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** Values that must not appear in anything that is said. */
  readonly secrets: readonly string[]
  readonly timeoutMilliseconds: number
  readonly signal?: AbortSignal | undefined
}

export interface PackerAnswer {
  readonly exitCode: number
  /** Errors as they were reported, one after another. */
  readonly errors: string
  /** The build that the first error names. */
  readonly failed?: string
}

/**
 * Runs a command of Packer; each message is handed on as it comes, secrets replaced. A failure is an answer here: it takes
 * the messages to say what it was.
 *
 * @throws IngotError `not-found`, `timed-out`, `cancelled`
 */
export async function runPacker(
  args: readonly string[],
  process: PackerProcess,
  onMessage: (message: PackerMessage, lines: readonly string[]) => void,
): Promise<PackerAnswer> {
  const errors: string[] = []
  let failed: string | undefined
  const hide = redactor(process.secrets)
  const onLine: RunOptions['onLine'] = (line, from) => {
    const message = from === 'stdout' ? parseMessage(hide(line)) : undefined
    if (message === undefined) return onMessage({ time: '', target: '', type: 'log', data: [] }, [hide(line)])
    if (message.type === 'error') {
      failed ??= message.target
      errors.push(message.data.join(','))
    } else if (message.type === 'ui' && message.data[0] === 'error') errors.push(message.data[1] ?? '')
    onMessage(message, linesOf(message))
  }
  const { exitCode } = await run('packer', args, {
    cwd: process.directory,
    env: process.env,
    timeoutMilliseconds: process.timeoutMilliseconds,
    signal: process.signal,
    // Packer runs itself once more below it, and hands on SIGTERM alone; a group would end the machine behind its back.
    ending: { to: 'tool', graceMilliseconds: cleanupMilliseconds },
    acceptedExitCodes: everyCode,
    redact: process.secrets,
    onLine,
    install,
  })
  return { exitCode, errors: errors.join('\n'), ...(failed !== undefined && { failed }) }
}

const everyCode = Array.from({ length: 256 }, (_, code) => code)

/** A secret is hidden as it is, and as Packer escapes it. */
function redactor(secrets: readonly string[]): (line: string) => string {
  const spelt = (secret: string) => [
    secret,
    secret.replaceAll(',', '%!(PACKER_COMMA)').replaceAll('\n', '\\n').replaceAll('\r', '\\r'),
    ...secret.split(/\r?\n/),
  ]
  const hidden = [...new Set(secrets.flatMap(spelt))].filter((text) => text.trim().length >= 4)
  hidden.sort((a, b) => b.length - a.length)
  return (line) => hidden.reduce((clean, text) => clean.replaceAll(text, '***'), line)
}

/** @throws IngotError `not-found`, `unsupported` (too old, or another program of that name) */
export async function readPackerVersion(process: Omit<PackerProcess, 'timeoutMilliseconds'>): Promise<string> {
  const { stdout } = await run('packer', ['version'], {
    cwd: process.directory,
    env: process.env,
    signal: process.signal,
    timeoutMilliseconds: 30_000,
    acceptedExitCodes: everyCode,
    install,
  })
  return checkVersion(stdout)
}

const oldest = [1, 6] as const

/** @throws IngotError `unsupported` */
export function checkVersion(answer: string): string {
  const [, major, minor, patch] = /^Packer v?(\d+)\.(\d+)\.(\d+)/m.exec(answer) ?? []
  if (major === undefined || minor === undefined) {
    throw new IngotError('unsupported', 'The packer on the PATH is not HashiCorp Packer', {
      advice: 'cracklib installs another program of this name: put the directory of the right one first on the PATH',
    })
  }
  const version = `${major}.${minor}.${patch}`
  const isOld = Number(major) < oldest[0] || (Number(major) === oldest[0] && Number(minor) < oldest[1])
  if (!isOld) return version
  throw new IngotError('unsupported', `Packer ${version} is too old for HCL2 templates`, { advice: install })
}
