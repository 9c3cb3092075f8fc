import { IngotError } from '../../errors.js'
import { run } from '../../exec/index.js'
import { buildFailure } from './failures.js'

type Environment = Readonly<Record<string, string | undefined>>

/** Made where there is none that will do, and found again by the next build on the same machine. */
const ownBuilder = 'ingot'
const anyExitCode = Array.from({ length: 256 }, (_, code) => code)

export interface BuilderChoice {
  /** As the caller names it; undefined for the current one. */
  readonly named: string | undefined
  /** Image of BuildKit for a builder that is made here; default buildx's own. */
  readonly image: string | undefined
  readonly log: (line: string) => void
  readonly signal?: AbortSignal | undefined
}

/**
 * The builder to use: the one that is named; the current one; or, when that is docker's own, which cannot push by digest, a
 * builder `ingot` in a container, made when it is not there.
 *
 * @returns undefined for the current one
 * @throws IngotError what buildx answers, as the table of failures names it
 */
export async function chooseBuilder(choice: BuilderChoice, env: Environment): Promise<string | undefined> {
  const { named, image, log, signal } = choice
  if (named !== undefined) return named
  const ask = (...args: string[]) =>
    run('docker', ['buildx', ...args], { env, signal, acceptedExitCodes: anyExitCode, timeoutMilliseconds: 60_000 })
  const current = await ask('inspect')
  if (current.exitCode !== 0) throw buildFailure(current.stderr, current.exitCode)
  if (driverOf(current.stdout) !== 'docker') return undefined
  if ((await ask('inspect', ownBuilder)).exitCode === 0) return ownBuilder

  log(`The current builder cannot push by digest: making a builder ${ownBuilder} in a container`)
  const from = image === undefined ? [] : ['--driver-opt', `image=${image}`]
  const made = await ask('create', '--name', ownBuilder, '--driver', 'docker-container', ...from)
  // Another build may have made it meanwhile.
  if (made.exitCode === 0 || (await ask('inspect', ownBuilder)).exitCode === 0) return ownBuilder
  throw new IngotError('tool-failed', `Cannot make a builder: ${made.stderr.trim().split('\n').at(-1) ?? ''}`, {
    advice: 'Make one that can push by digest, and name it with --builder (bake.builder in ingot.yml)',
  })
}

/** `Driver: docker-container` of `docker buildx inspect`. */
function driverOf(inspected: string): string | undefined {
  return /^Driver:\s*(\S+)/m.exec(inspected)?.[1]
}
