/**
 * The closed list of reasons. Every result and every error carries exactly one of them; scripts may branch on it.
 * The number is the exit code of the process: 0 done; 1 the verdict is no; 2 wrong use or wrong configuration;
 * 3 could not be carried out.
 */
export const reasons = {
  done: 0,
  unchanged: 0,
  planned: 0,
  'in-progress': 0,
  promoted: 0,
  'rolled-back': 0,
  'already-stable': 0,
  'not-needed': 0,
  needed: 0,

  'base-not-approved': 1,
  'validation-failed': 1,
  'gate-failed': 1,
  'verification-refused': 1,
  'rebase-refused': 1,
  quarantined: 1,
  'canary-aborted': 1,
  superseded: 1,
  drifted: 1,
  'judge-failed': 1,
  'expectation-failed': 1,
  'not-proven': 1,

  'invalid-input': 2,
  'invalid-config': 2,
  'invalid-reference': 2,
  'no-rollback-target': 2,

  'not-found': 3,
  unreadable: 3,
  unwritable: 3,
  'digest-mismatch': 3,
  'size-exceeded': 3,
  'unsafe-layer': 3,
  unauthorized: 3,
  'tag-immutable': 3,
  unsupported: 3,
  'ledger-unreadable': 3,
  'ledger-conflict': 3,
  unreachable: 3,
  'timed-out': 3,
  'tool-failed': 3,
  'target-failed': 3,
  cancelled: 3,
  internal: 3,
} as const

export type Reason = keyof typeof reasons
export type ExitCode = 0 | 1 | 2 | 3

export interface IngotErrorOptions {
  /** The next move: the YAML to add, the flag to change, the permission that is missing. */
  readonly advice?: string
  readonly cause?: unknown
}

/**
 * A failure that a user can act on. `message` says what was attempted, on which side it failed and why;
 * `advice` says the next move. Neither ever holds a secret, a token or a query string.
 */
export class IngotError extends Error {
  override readonly name = 'IngotError'
  readonly reason: Reason
  readonly advice: string | undefined

  constructor(reason: Reason, message: string, options: IngotErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.reason = reason
    this.advice = options.advice
  }

  get exitCode(): ExitCode {
    return reasons[this.reason]
  }
}

/**
 * Anything thrown, as an IngotError that keeps its cause: an abort becomes `cancelled`, a refusal of the operating system
 * (full disk, missing permission) `unwritable` or `unreadable`, and what is not ours `internal`.
 */
export function toIngotError(thrown: unknown): IngotError {
  if (thrown instanceof IngotError) return thrown
  if ((thrown as { name?: unknown } | null)?.name === 'AbortError') {
    return new IngotError('cancelled', 'Cancelled before it was finished', { cause: thrown })
  }
  const message = thrown instanceof Error ? thrown.message : String(thrown)
  const advice = adviceOnSystem[codeOf(thrown) ?? '']
  if (advice !== undefined) {
    return new IngotError(isOfWriting(thrown) ? 'unwritable' : 'unreadable', message, { advice, cause: thrown })
  }
  return new IngotError('internal', `Unexpected failure: ${message}`, {
    advice: 'This is a defect: please report it with the log of this run',
    cause: thrown,
  })
}

/** What the user's machine refuses: nobody's defect, whichever call met it. */
const adviceOnSystem: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full: make room, and run it again',
  EDQUOT: 'The disk quota is used up: make room, and run it again',
  EROFS: 'The disk is mounted read-only: name a place that can be written',
  EACCES: 'Run it as a user that may do this, or change owner or mode of what is named',
  EPERM: 'Run it as a user that may do this, or change owner or mode of what is named',
  EMFILE: 'Too many files are open: raise the limit (ulimit -n), and run it again',
  ENFILE: 'Too many files are open on this machine: end what holds them, and run it again',
}

const writingCalls = [
  'write',
  'mkdir',
  'rename',
  'unlink',
  'rm',
  'rmdir',
  'link',
  'symlink',
  'chmod',
  'copyfile',
  'fsync',
]

function isOfWriting(thrown: unknown): boolean {
  const { syscall } = thrown as { syscall?: unknown }
  if (['ENOSPC', 'EDQUOT', 'EROFS'].includes(codeOf(thrown) ?? '')) return true
  return typeof syscall === 'string' && writingCalls.includes(syscall)
}

/** The code that Node gives to failures of the system (`ENOENT`, `ECONNRESET`, …), of anything thrown. */
export function codeOf(thrown: unknown): string | undefined {
  if (typeof thrown !== 'object' || thrown === null || !('code' in thrown)) return undefined
  return typeof thrown.code === 'string' ? thrown.code : undefined
}
