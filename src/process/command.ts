import { lstat, mkdir, readlink } from 'node:fs/promises'
import { basename, join, posix } from 'node:path'
import { IngotError } from '../errors.js'
import type { ImageConfig } from '../oci/manifest.js'

export interface Command {
  /** What Node is started with; Node itself is the one that runs this program. */
  readonly args: readonly string[]
  readonly cwd: string
  /** The image's own variables. */
  readonly env: Readonly<Record<string, string>>
}

const script = /\.[cm]?js$/
const maximumLinks = 40 // as Linux counts them before it gives up with ELOOP

/**
 * How an image's service is started without a container: its entrypoint with Node, absolute paths moved under `rootfs`.
 *
 * @throws IngotError `unsupported` when the entrypoint is neither Node nor a script
 * @see https://github.com/opencontainers/image-spec/blob/v1.1.1/conversion.md#verbatim-fields
 */
export async function resolveCommand(rootfs: string, config: ImageConfig): Promise<Command> {
  const [program, ...rest] = [...(config.config?.Entrypoint ?? []), ...(config.config?.Cmd ?? [])]
  const isNode = program !== undefined && basename(program) === 'node'
  if (!isNode && (program === undefined || !script.test(program))) throw unsupported(program)

  const cwd = (await resolveInside(rootfs, config.config?.WorkingDir || '/')).path
  await mkdir(cwd, { recursive: true }) // a working directory that no layer holds is made, as container engines do
  const args = await Promise.all((isNode ? rest : [program, ...rest]).map((argument) => mapArgument(rootfs, argument)))
  return { args, cwd, env: Object.fromEntries((config.config?.Env ?? []).map(splitVariable)) }
}

/**
 * Where an absolute path of the image is on disk, links followed inside the image only: an absolute link starts again at
 * `rootfs`, and `..` never climbs above it.
 */
export async function resolveInside(rootfs: string, path: string): Promise<{ path: string; exists: boolean }> {
  let todo = parts(posix.resolve('/', path))
  let done: string[] = []
  for (let links = 0; todo.length > 0; ) {
    const [name = '', ...left] = todo
    const here = join(rootfs, ...done, name)
    const stat = await lstat(here).catch(() => undefined)
    if (stat === undefined) return { path: join(here, ...left), exists: false }
    if (!stat.isSymbolicLink()) {
      done = [...done, name]
      todo = left
      continue
    }
    links += 1
    if (links > maximumLinks) throw new IngotError('unsafe-layer', `${path} of the image leads through a loop of links`)
    todo = [...parts(posix.resolve('/', ...done, await readlink(here))), ...left]
    done = []
  }
  return { path: join(rootfs, ...done), exists: true }
}

async function mapArgument(rootfs: string, argument: string): Promise<string> {
  if (!argument.startsWith('/')) return argument
  const mapped = await resolveInside(rootfs, argument)
  return mapped.exists ? mapped.path : argument
}

function parts(path: string): string[] {
  return path.split('/').filter(Boolean)
}

function splitVariable(line: string): [string, string] {
  const equals = line.indexOf('=')
  return equals < 0 ? [line, ''] : [line.slice(0, equals), line.slice(equals + 1)]
}

function unsupported(program: string | undefined): IngotError {
  const what = program === undefined ? 'The image has no entrypoint' : `The image's entrypoint is ${program}`
  return new IngotError('unsupported', `${what}: without a container engine only Node and .js files can be started`, {
    advice: 'Set the entrypoint to ["node", "/path/of/the/script.js"], not to a shell',
  })
}
