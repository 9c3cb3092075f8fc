/** What a run may say and needs to know: the same in GitHub Actions and in a terminal. Secrets given to `mask` never appear. */
export interface Job {
  /** A line of the log. */
  readonly log: (line: string) => void
  /** A line that replaces the last one in a terminal, and is an ordinary line elsewhere. */
  readonly progress: (line: string) => void
  /** An annotation on the run: does not fail it. */
  readonly warn: (message: string) => void
  /** Hides a value in everything that is logged from here on. */
  readonly mask: (secret: string) => void
  /** Aborted on SIGINT and SIGTERM: finish or undo within seconds. */
  readonly signal: AbortSignal
  readonly env: Readonly<Record<string, string | undefined>>
}
