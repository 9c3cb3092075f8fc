import { randomUUID } from 'node:crypto'
import { appendFileSync } from 'node:fs'
import { EOL } from 'node:os'
import type { Action, Inputs } from './action.js'
import { cancellation } from './cancellation.js'
import { execute, type Report } from './execute.js'
import type { RawInputs } from './inputs.js'
import type { Job } from './job.js'
import { redactor } from './redact.js'

type Environment = Readonly<Record<string, string | undefined>>

const maximumSummaryBytes = 1024 * 1024 // 1 MiB a step; a larger summary is dropped whole by the runner

/**
 * Runs one action as the GitHub Actions runner starts it: inputs from the environment, outputs and summary into the
 * runner's files, failures as annotations and an exit code.
 *
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export async function runAction(action: Action): Promise<void> {
  const { env } = process
  const { mask, redact } = redactor()
  const say = (text: string) => process.stdout.write(`${redact(text)}${EOL}`)
  const command = (name: string, text: string) => say(`::${name}::${escapeData(text)}`)
  const job: Job = {
    log: (line) => say(inert(line)),
    progress: (line) => say(inert(line)),
    warn: (message) => command('warning', message),
    mask: (secret) => {
      for (const line of secret.split('\n'))
        if (line.trim() !== '') process.stdout.write(`::add-mask::${escapeData(line)}${EOL}`)
      mask(secret)
    },
    signal: cancellation(),
    env,
  }

  const report = await execute(action, fromEnvironment(action.inputs, env), (name) => `Input ${name}`, job)

  writeOutputs(report, env)
  writeSummary(report, env, redact)
  const { message, advice } = report.result
  if (report.exitCode === 0) say(inert(message))
  else command('error', advice === undefined ? message : `${message}\n${advice}`)
  process.exitCode = report.exitCode
}

/** The runner passes input `fail-on` as `INPUT_FAIL-ON`, and an input that was not given as an empty string. */
function fromEnvironment(inputs: Inputs, env: Environment): RawInputs {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, input]) => {
      const written = env[`INPUT_${name.toUpperCase()}`]?.trim() ?? ''
      if (written === '') return [name, undefined]
      return [
        name,
        input.kind === 'list'
          ? written
              .split(/\r?\n/)
              .map((line) => line.trim())
              .filter(Boolean)
          : [written],
      ]
    }),
  )
}

/** A random delimiter, so that no value can end its own entry and start another. */
function writeOutputs(report: Report, env: Environment): void {
  const { GITHUB_OUTPUT: file } = env
  if (!file) return
  for (const [name, value] of Object.entries(report.outputs)) {
    const delimiter = `ingot-${randomUUID()}`
    appendFileSync(file, `${name}<<${delimiter}${EOL}${value}${EOL}${delimiter}${EOL}`)
  }
}

function writeSummary(report: Report, env: Environment, redact: (text: string) => string): void {
  const { GITHUB_STEP_SUMMARY: file } = env
  if (!file) return
  const { message, advice } = report.result
  const failure =
    report.exitCode === 0 || report.summary !== undefined ? '' : `> **${message}**\n>\n> ${advice ?? ''}\n`
  const text = `${redact(report.summary ?? failure)}\n`
  if (Buffer.byteLength(text) <= maximumSummaryBytes) appendFileSync(file, text)
  else appendFileSync(file, '_The summary is larger than 1 MiB: see the log._\n')
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

/** Text from outside may look like a workflow command; a zero-width space keeps the runner from obeying it. */
function inert(text: string): string {
  return text.replace(/^(\s*):(?=:)/gm, '$1:\u200b').replaceAll('##[', '#\u200b#[')
}
