import { resolvePath, type Tree } from '../image/index.js'
import type { ImageConfig } from '../oci/manifest.js'

/**
 * Where an image's configuration contradicts itself or its files, in the ways that stop a container from starting.
 * Commands without a slash are left alone: they are looked up in a PATH that the runtime may change.
 *
 * @see https://github.com/opencontainers/image-spec/blob/v1.1.1/config.md#properties
 */
export function incoherences(config: ImageConfig, tree: Tree): string[] {
  return [
    commandProblem(config, tree),
    workdirProblem(config, tree),
    userProblem(config, tree),
    environmentProblem(config),
  ].filter((problem) => problem !== undefined)
}

function commandProblem({ config }: ImageConfig, tree: Tree): string | undefined {
  const [program] = [...(config?.Entrypoint ?? []), ...(config?.Cmd ?? [])]
  if (program === undefined || !program.startsWith('/')) return undefined
  const node = resolvePath(tree, program)
  if (node === undefined) return `the command ${program} is not in the image`
  return node.type === 'file' ? undefined : `the command ${program} is a ${node.type}`
}

function workdirProblem({ config }: ImageConfig, tree: Tree): string | undefined {
  const workdir = config?.WorkingDir
  if (!workdir) return undefined
  if (!workdir.startsWith('/')) return `the workdir ${JSON.stringify(workdir)} is not absolute`
  const node = resolvePath(tree, workdir)
  return node === undefined || node.type === 'directory' ? undefined : `the workdir ${workdir} is a ${node.type}`
}

function userProblem({ config }: ImageConfig, tree: Tree): string | undefined {
  const [user, group] = (config?.User ?? '').split(':')
  if (user && !isKnown(user, '/etc/passwd', tree)) return `the user ${JSON.stringify(user)} is not in /etc/passwd`
  if (group && !isKnown(group, '/etc/group', tree)) return `the group ${JSON.stringify(group)} is not in /etc/group`
  return undefined
}

function isKnown(name: string, file: string, tree: Tree): boolean {
  if (/^\d+$/.test(name) || name === 'root') return true
  const lines = resolvePath(tree, file)?.content?.toString('utf8').split('\n') ?? []
  return lines.some((line) => line.startsWith(`${name}:`))
}

function environmentProblem({ config }: ImageConfig): string | undefined {
  const wrong = (config?.Env ?? []).find((entry) => !/^[^=\0]+=/.test(entry))
  return wrong === undefined
    ? undefined
    : `the environment has the entry ${JSON.stringify(wrong)}, which is not NAME=VALUE`
}
