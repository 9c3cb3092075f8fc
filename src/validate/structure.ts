import { isDeepStrictEqual } from 'node:util'
import { type Image, resolvePath, type Tree, type TreeNode } from '../image/index.js'
import type { FileCheck, MetadataCheck, SetuidCheck, SizeCheck, StructureCheck } from './checks.js'
import { incoherences } from './coherence.js'

/** What a structure check can see of an image. */
export type Subject = Pick<Image, 'manifest' | 'config'> & { readonly tree: Tree }

export interface Finding {
  readonly verdict: 'pass' | 'fail'
  readonly message: string
}

const setuidBits = 0o6000
const shownPaths = 10

/** Decides a check on what is there. Pure. */
export function judgeStructure(check: StructureCheck, subject: Subject): Finding {
  switch (check.kind) {
    case 'file':
      return judgeFile(check, subject.tree)
    case 'metadata':
      return judgeMetadata(check, subject.config)
    case 'setuid':
      return judgeSetuid(check, subject.tree)
    case 'size':
      return judgeSize(check, subject.manifest)
    case 'coherence':
      return conclude(incoherences(subject.config, subject.tree), 'configuration and files agree')
  }
}

/** Paths whose content a check looks at. */
export function wantedContent(checks: readonly StructureCheck[]): string[] {
  return checks.flatMap((check) => {
    if (check.kind === 'coherence') return ['/etc/passwd', '/etc/group']
    return check.kind === 'file' && check.contains !== undefined ? [check.path] : []
  })
}

function judgeFile(check: FileCheck, tree: Tree): Finding {
  const named = tree.get(check.path.replace(/^\/+/, '')) ?? resolvePath(tree, check.path)
  if (check.absent) return named ? fail(`there is a ${named.type}, it should be absent`) : pass('absent')
  const node = resolvePath(tree, check.path)
  if (node === undefined) return fail(named ? 'it is a link that leads nowhere' : 'there is no such file')
  const problems = [modeProblem(check, node), ownerProblem(check, node), contentProblem(check, node)]
  return conclude(
    problems.filter((problem) => problem !== undefined),
    `${node.type}, mode ${octal(node.mode)}, owner ${node.uid}:${node.gid}`,
  )
}

function modeProblem({ mode }: FileCheck, node: TreeNode): string | undefined {
  if (mode === undefined || Number.parseInt(mode, 8) === node.mode) return undefined
  return `its mode is ${octal(node.mode)}, expected ${octal(Number.parseInt(mode, 8))}`
}

function ownerProblem({ owner }: FileCheck, node: TreeNode): string | undefined {
  const actual = `${node.uid}:${node.gid}`
  return owner === undefined || owner === actual ? undefined : `its owner is ${actual}, expected ${owner}`
}

function contentProblem({ contains }: FileCheck, node: TreeNode): string | undefined {
  if (contains === undefined) return undefined
  if (node.type !== 'file') return `it is a ${node.type}, expected a file that contains ${JSON.stringify(contains)}`
  return node.content?.includes(contains) ? undefined : `it does not contain ${JSON.stringify(contains)}`
}

function judgeMetadata(check: MetadataCheck, { config }: Subject['config']): Finding {
  const fields: [name: string, expected: unknown, actual: unknown][] = [
    ['user', check.user, config?.User ?? ''],
    ['entrypoint', check.entrypoint, config?.Entrypoint ?? []],
    ['cmd', check.cmd, config?.Cmd ?? []],
    ['workdir', check.workdir, config?.WorkingDir ?? ''],
    ...Object.entries(check.labels).map(([key, value]): [string, unknown, unknown] => [
      `label ${key}`,
      value,
      config?.Labels?.[key] ?? null,
    ]),
  ]
  const asked = fields.filter(([, expected]) => expected !== undefined)
  const problems = asked
    .filter(([, expected, actual]) => !isDeepStrictEqual(expected, actual))
    .map(([name, expected, actual]) => `${name} is ${JSON.stringify(actual)}, expected ${JSON.stringify(expected)}`)
  return conclude(problems, asked.map(([name]) => name).join(', ') || 'nothing was asked')
}

/** The bits on a directory only pass its group on to new files: files alone gain rights by them. */
function judgeSetuid(check: SetuidCheck, tree: Tree): Finding {
  const allowed = new Set(check.allow)
  const elevated = [...tree.values()].filter(({ type, mode }) => type === 'file' && (mode & setuidBits) !== 0)
  const unexpected = elevated.filter(({ path }) => !allowed.has(`/${path}`))
  const shown = unexpected.slice(0, shownPaths).map(({ path, mode }) => `/${path} (${octal(mode)})`)
  const more = unexpected.length > shown.length ? ` and ${unexpected.length - shown.length} more` : ''
  if (unexpected.length > 0) return fail(`${shown.join(', ')}${more} run with the rights of their owner or group`)
  return pass(
    elevated.length === 0
      ? 'no setuid or setgid files'
      : `${elevated.length} setuid or setgid files, all of them allowed`,
  )
}

function judgeSize({ maximumBytes }: SizeCheck, { config, layers }: Subject['manifest']): Finding {
  const total = [config, ...layers].reduce((sum, { size }) => sum + size, 0)
  const found = `${total} bytes compressed`
  return total <= maximumBytes ? pass(found) : fail(`${found}, at most ${maximumBytes} are allowed`)
}

function conclude(problems: readonly string[], otherwise: string): Finding {
  return problems.length === 0 ? pass(otherwise) : fail(problems.join('; '))
}

function pass(message: string): Finding {
  return { verdict: 'pass', message }
}

function fail(message: string): Finding {
  return { verdict: 'fail', message }
}

function octal(mode: number): string {
  return mode.toString(8).padStart(4, '0')
}
