import { actions } from '../actions/index.js'
import { IngotError, reasons } from '../errors.js'
import { execute, failed, type Report } from '../runner/index.js'
import { readArguments } from './arguments.js'
import { help, overview } from './help.js'
import { printable, printableLine, terminalJob, tolerateLostReader } from './terminal.js'

/** `ingot <command> [flags]`: sets the exit code, prints results on stdout and everything else on stderr. */
export async function main(argv: readonly string[], version: string): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) tolerateLostReader(stream)
  const [command, ...rest] = argv
  const wantsJson = rest.includes('--json')
  try {
    if (command === undefined || command === '--help' || command === '-h' || command === 'help') {
      process.stdout.write(overview(await Promise.all(Object.values(actions).map(({ load }) => load()))))
      process.exitCode = command === undefined ? reasons['invalid-input'] : 0
      return
    }
    if (command === '--version' || command === 'version') {
      process.stdout.write(`${version}\n`)
      return
    }
    const action = await (await find(command)).load()
    const line = await readArguments(action.inputs, rest)
    if (line.help) {
      process.stdout.write(help(action))
      return
    }
    const job = terminalJob()
    const report = await execute(action, line.raw, (name) => `--${name}`, job)
    print(report, line.json, job.log)
  } catch (thrown) {
    const log = (text: string) => process.stderr.write(`${printable(text)}\n`)
    print(failed(thrown, log), wantsJson, log)
  }
}

function print(report: Report, json: boolean, log: (line: string) => void): void {
  const { message, advice } = report.result
  log(report.exitCode === 0 ? message : `error: ${message}`)
  if (advice !== undefined) log(`  ${advice}`)
  if (json) process.stdout.write(`${JSON.stringify({ ...report.outputs, result: report.result })}\n`)
  else
    for (const [name, value] of Object.entries(report.outputs))
      process.stdout.write(`${name}: ${printableLine(String(value))}\n`)
  process.exitCode = report.exitCode
}

async function find(command: string): Promise<(typeof actions)[string]> {
  const action = Object.hasOwn(actions, command) ? actions[command] : undefined
  if (action) return action
  const { nearest } = await import('../config/nearest.js')
  const guess = nearest(command, Object.keys(actions))
  throw new IngotError('invalid-input', `Unknown command ${JSON.stringify(command)}`, {
    advice: guess ? `Did you mean ${guess}?` : 'Ask with --help for the commands',
  })
}
