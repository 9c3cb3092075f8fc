import { type ExitCode, type Reason, reasons, toIngotError } from '../errors.js'
import type { Action } from './action.js'
import { type RawInputs, readInputs } from './inputs.js'
import type { Job } from './job.js'

/** The machine-readable end of a run: `result` in `--json`. */
export interface Result {
  readonly schemaVersion: 1
  /** `done`; `refused`: the verdict is no; `misused`: wrong use or configuration; `failed`: could not be carried out. */
  readonly outcome: 'done' | 'refused' | 'misused' | 'failed'
  readonly reason: Reason
  readonly message: string
  readonly advice?: string
  readonly details?: Readonly<Record<string, unknown>>
}

export interface Report {
  readonly exitCode: ExitCode
  readonly result: Result
  /** Empty when the run ended in an error. */
  readonly outputs: Readonly<Record<string, string | number | boolean>>
  readonly summary: string | undefined
}

const outcomes = ['done', 'refused', 'misused', 'failed'] as const

/** Reads the inputs and runs an action; whatever happens becomes a report, reading the inputs included. */
export async function execute(
  action: Action,
  raw: RawInputs,
  spell: (name: string) => string,
  job: Job,
): Promise<Report> {
  try {
    const outcome = await action.run(readInputs(action.inputs, raw, spell), job)
    const { reason, message, details, summary } = outcome
    return report(reason, { message, ...(details && { details }) }, outcome.outputs, summary)
  } catch (thrown) {
    return failed(thrown, job.log)
  }
}

/** The report of a run that threw, before or while it did its work. `log` is given the stack of what is a defect. */
export function failed(thrown: unknown, log: (line: string) => void): Report {
  const { reason, message, advice, cause } = toIngotError(thrown)
  if (reason === 'internal' && cause instanceof Error) log(cause.stack ?? '')
  return report(reason, { message, ...(advice && { advice }) }, {}, undefined)
}

function report(
  reason: Reason,
  prose: { message: string; advice?: string; details?: Readonly<Record<string, unknown>> },
  outputs: Report['outputs'],
  summary: string | undefined,
): Report {
  const exitCode = reasons[reason]
  return { exitCode, result: { schemaVersion: 1, outcome: outcomes[exitCode], reason, ...prose }, outputs, summary }
}
