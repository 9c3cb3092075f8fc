import { IngotError } from '../../errors.js'
import { run } from '../../exec/index.js'
import { buildFailure } from './failures.js'

type Environment = Readonly<Record<string, string | undefined>>

const longestBuild = 6 * 60 * 60 * 1000 // six hours: as long as a job on GitHub's machines may take
const anyExitCode = Array.from({ length: 256 }, (_, code) => code)
const install = 'Install Docker with buildx 0.13 or newer: https://github.com/docker/buildx#installing'

export interface BuildxRun {
  readonly env: Environment
  readonly onLine: (line: string) => void
  readonly redact: readonly string[]
  readonly signal?: AbortSignal | undefined
}

/**
 * Runs a build to its end, its progress handed on as it comes. Cancelled, buildx is told and then killed.
 *
 * @throws IngotError as the table of failures names it; `not-found` without docker; `cancelled`
 */
export async function build(args: readonly string[], options: BuildxRun): Promise<void> {
  const { exitCode, stderr } = await run('docker', args, {
    env: options.env,
    timeoutMilliseconds: longestBuild,
    onLine: options.onLine,
    redact: options.redact,
    signal: options.signal,
    acceptedExitCodes: anyExitCode,
    install,
  })
  if (exitCode !== 0) throw buildFailure(stderr, exitCode)
}

/**
 * Sees that buildx is there and new enough, before anything else is tried.
 *
 * @throws IngotError `not-found`, `unsupported`
 */
export async function checkBuildx(env: Environment, signal: AbortSignal | undefined): Promise<void> {
  const options = { env, signal, acceptedExitCodes: anyExitCode, install, timeoutMilliseconds: 30_000 }
  const { stdout, stderr, exitCode } = await run('docker', ['buildx', 'version'], options)
  if (exitCode !== 0) {
    const said = stderr.trim().split('\n')[0] ?? ''
    throw new IngotError('not-found', `docker has no buildx${said && `: ${said}`}`, { advice: install })
  }
  refuseOldBuildx(stdout)
}

/** @throws IngotError `unsupported` below 0.13; what states no version, such as a build of one's own, is let through */
export function refuseOldBuildx(version: string): void {
  const [, major, minor] = /\bv?(\d+)\.(\d+)\.\d+/.exec(version) ?? []
  if (major === undefined || Number(major) > 0 || Number(minor) >= 13) return
  throw new IngotError('unsupported', `buildx ${major}.${minor} is too old to build reproducibly`, { advice: install })
}

/**
 * A target of a bake file with all variables and inheritance resolved, as JSON text.
 *
 * @throws IngotError `invalid-input` with what buildx says about the file
 */
export async function printBakeFile(
  bake: { readonly file: string; readonly directory: string; readonly target: string },
  env: Environment,
  signal: AbortSignal | undefined,
): Promise<string> {
  const args = ['buildx', 'bake', '--file', bake.file, '--print', bake.target]
  const options = { cwd: bake.directory, env, signal, acceptedExitCodes: anyExitCode, install }
  const { stdout, stderr, exitCode } = await run('docker', args, options)
  if (exitCode === 0) return stdout
  const said = stderr.trim().split('\n').slice(-5).join(' ')
  throw new IngotError('invalid-input', `The bake file ${bake.file} cannot be resolved: ${said}`)
}
