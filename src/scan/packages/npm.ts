import semver from 'semver'
import { z } from 'zod'
import { IngotError } from '../../errors.js'

const manifest = z.looseObject({
  name: z.string().nullish(),
  version: z.string().nullish(),
  private: z.unknown().optional(),
  license: z.unknown().optional(),
})

const namePattern = /^(?:@[^@/\s]+\/)?[^@/\s][^/\s]*$/

export interface NpmPackage {
  readonly name: string
  readonly version: string
  readonly license?: string
  /** False for what cannot have come from the registry, or has no version that can be compared. */
  readonly matched: boolean
  /** Why it is not matched, when a person should know. */
  readonly warning?: string
}

/** Whether the path is a package's manifest: directly in a folder of `node_modules`, or outside of any (an application's own). */
export function isNpmManifest(path: string): boolean {
  if (path !== 'package.json' && !path.endsWith('/package.json')) return false
  return isInstalled(path) || !`/${path}`.includes('/node_modules/')
}

/**
 * Reads one `package.json`. Without name and version (a test's fixture, a module-type marker) it is no package.
 *
 * @returns a warning instead of a package for a malformed manifest that Node would never load as a dependency
 * @throws IngotError `unreadable` for a malformed manifest of an installed package
 * @see https://docs.npmjs.com/cli/v10/configuring-npm/package-json
 */
export function parseNpmManifest(bytes: Buffer, path: string): NpmPackage | { readonly warning: string } | undefined {
  const read = readManifest(bytes)
  if (typeof read === 'string') {
    if (!isDependency(path)) return { warning: `/${path} is skipped: ${read}` }
    throw new IngotError('unreadable', `Cannot read the package manifest ${path}: ${read}`, {
      advice: 'Install the dependencies again and bake the image again',
    })
  }
  const { name, version, license } = read
  if (!name || !version) return undefined
  const isComparable = semver.valid(version, { loose: true }) !== null
  const isOwn = !isInstalled(path)
  return {
    name,
    version,
    ...(typeof license === 'string' && license !== '' && { license }),
    matched: isComparable && !(isOwn && read.private === true),
    ...(!isComparable && {
      warning: `${name} in /${path} has the version ${JSON.stringify(version)}: it is not matched`,
    }),
  }
}

function readManifest(bytes: Buffer): z.infer<typeof manifest> | string {
  let value: unknown
  try {
    value = JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, ''))
  } catch {
    return 'it is not JSON'
  }
  const parsed = manifest.safeParse(value)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    return `${issue?.path.join('.') || 'the document'}: ${issue?.message}`
  }
  const { name } = parsed.data
  return name && !(name.length <= 214 && namePattern.test(name))
    ? `${JSON.stringify(name)} is no package name`
    : parsed.data
}

function isInstalled(path: string): boolean {
  return /(?:^|\/)node_modules\/(?:@[^/]+\/)?[^/@.][^/]*\/package\.json$/.test(path)
}

/** Reached through `node_modules` folders of packages alone, not through a package's own test data. */
function isDependency(path: string): boolean {
  const [, ...steps] = `/${path}`.split('/node_modules/')
  return (
    steps.length > 0 &&
    steps.every((step) => /^(?:@[^/]+\/)?[^/]+(?:\/package\.json)?$|^\.(?:pnpm|store)\/[^/]+$/.test(step))
  )
}
