import { IngotError } from '../../errors.js'
import { buildArguments, initArguments, type PackerSettings, validateArguments } from './arguments.js'
import { collectArtifacts, type PackerArtifact } from './artifacts.js'
import { formatDiagnostic, parseDiagnostics } from './diagnostics.js'
import { explainFailure } from './failures.js'
import type { PackerMessage } from './messages.js'
import { type PackerProcess, runPacker } from './run-packer.js'

type Log = (line: string) => void

/** @throws IngotError `not-found` and what else keeps plugins from being fetched */
export async function initialise(settings: PackerSettings, process: PackerProcess, log: Log): Promise<void> {
  const { exitCode, errors } = await runPacker(initArguments(settings), process, say(log))
  if (exitCode !== 0) throw explainFailure(errors || 'packer init failed', undefined)
}

/** @throws IngotError `invalid-config`, each complaint with file and line */
export async function validate(
  settings: PackerSettings,
  file: string,
  process: PackerProcess,
  log: Log,
): Promise<void> {
  const said: string[] = []
  const keep = ({ data, type }: PackerMessage, lines: readonly string[]) =>
    void said.push(...(type === 'ui' ? [data[1] ?? ''] : lines))
  const { exitCode } = await runPacker(validateArguments(settings, file), process, keep)
  const found = parseDiagnostics(said.join('\n'))
  for (const warning of found.filter(({ severity }) => severity === 'warning'))
    log(`warning: ${formatDiagnostic(warning)}`)
  if (exitCode === 0) return
  const problems = found.filter(({ severity }) => severity === 'error').map(formatDiagnostic)
  const known = explainFailure(said.join('\n'), undefined)
  const what = problems.length > 0 ? problems.slice(0, 10).join('\n') : said.join('\n').slice(0, 1000)
  throw new IngotError('invalid-config', `The Packer template is not valid:\n${what}`, {
    ...(known.reason !== 'tool-failed' && known.advice !== undefined && { advice: known.advice }),
  })
}

/** Builds, telling what Packer tells as it comes. @throws IngotError what the build is known to fail of */
export async function build(
  settings: PackerSettings,
  file: string,
  process: PackerProcess,
  log: Log,
): Promise<PackerArtifact[]> {
  const collected = collectArtifacts()
  const tell = say(log)
  const { exitCode, errors, failed } = await runPacker(buildArguments(settings, file), process, (message, lines) => {
    collected.take(message)
    tell(message, lines)
  })
  if (exitCode !== 0) throw explainFailure(errors, failed)
  return collected.artifacts()
}

function say(log: Log) {
  return (_: PackerMessage, lines: readonly string[]) => {
    for (const line of lines) log(line)
  }
}
