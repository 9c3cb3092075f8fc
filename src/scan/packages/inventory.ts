import { IngotError } from '../../errors.js'
import { type Image, readTree, resolvePath, type Tree, type TreeNode } from '../../image/index.js'
import type { Digest } from '../../oci/digest.js'
import { isVmManifest } from '../../oci/vm-image.js'
import type { Origin, Package } from '../finding.js'
import { parseApkInstalled } from './apk.js'
import { countBaseLayers, type ReadBase } from './base-layers.js'
import { parseDpkgStatus, parseDpkgStatusPart } from './dpkg.js'
import { type DatabaseFile, keyOf, readOrigins } from './history.js'
import { maximumPackages } from './installed.js'
import { isNpmManifest, parseNpmManifest } from './npm.js'
import { type Distribution, parseOsRelease } from './os-release.js'
import { npmPurl, systemPurl } from './purl.js'

/** What is installed in an image. */
export interface Inventory {
  readonly packages: readonly Package[]
  readonly distribution?: Distribution
  /** What a person should know about how complete this is. */
  readonly warnings: readonly string[]
}

export interface ListOptions {
  readonly signal?: AbortSignal
  /** Where the base image's manifest may be read when it is not in the image's own repository. */
  readonly readBase?: ReadBase
}

const osReleases = ['etc/os-release', 'usr/lib/os-release']
const dpkgStatus = 'var/lib/dpkg/status'
const dpkgParts = /^var\/lib\/dpkg\/status\.d\/[^/]+$/
const apkDatabases = ['lib/apk/db/installed', 'usr/lib/apk/db/installed']
const rpmDatabases = /^(?:var|usr)\/lib\/(?:sysimage\/)?rpm\/(?:rpmdb\.sqlite|Packages(?:\.db)?)$/

/**
 * The packages that an image's own databases list: Debian's and Ubuntu's (dpkg, distroless too), Alpine's (apk) and npm's.
 *
 * @throws IngotError `unreadable` when a database is malformed, `unsupported` when the image keeps its packages in a database
 * that is not read here, and what reading the layers throws
 */
export async function listPackages(image: Image, options: ListOptions = {}): Promise<Inventory> {
  const { signal } = options
  const tree = await readTree(image, { keep: isWanted, ...(signal && { signal }) })
  refuseRpm(tree)
  const call = signal === undefined ? {} : { signal }
  const baseLayers = await countBaseLayers(
    image,
    async (digest) => (await image.store.readManifest(digest, call)) ?? (await options.readBase?.(digest)),
  )
  const system = await readSystem(image, tree, baseLayers, signal)
  const npm = readNpm(image, tree, baseLayers)
  const packages = [...system.packages, ...npm.packages]
  if (packages.length > maximumPackages) {
    throw new IngotError('size-exceeded', `The image lists ${packages.length} packages, more than ${maximumPackages}`)
  }
  if (packages.length === 0) refuseVm(image)
  const none = packages.length > 0 ? [] : ['The image has no package database: nothing in it could be checked']
  return {
    packages: packages.sort(byPlace),
    ...(system.distribution && { distribution: system.distribution }),
    warnings: [...none, ...firstFew(npm.warnings)],
  }
}

/** A container from scratch may have no packages; of a machine it means that nobody has brought their list. */
function refuseVm({ manifest, store, manifestDigest }: Image): void {
  if (!isVmManifest(manifest)) return
  const name = `${store.repository}@${manifestDigest}`
  throw new IngotError(
    'unsupported',
    `The packages of the VM image ${name} are not known: it was baked without its inventory`,
    {
      advice:
        'Set bake.inventory-variable, and have the template download /etc/os-release and /var/lib/dpkg/status into that directory (docs/bake-packer.md)',
    },
  )
}

function isWanted(path: string): boolean {
  return (
    path === dpkgStatus ||
    osReleases.includes(path) ||
    apkDatabases.includes(path) ||
    isStatusPart(path) ||
    isNpmManifest(path)
  )
}

/** Distroless images keep lists of checksums beside the packages. */
function isStatusPart(path: string): boolean {
  return dpkgParts.test(path) && !path.endsWith('.md5sums')
}

function refuseRpm(tree: Tree): void {
  const found = [...tree.keys()].find((path) => rpmDatabases.test(path))
  if (found === undefined) return
  throw new IngotError(
    'unsupported',
    `The image keeps its packages in an RPM database (/${found}), which is not read here`,
    {
      advice: 'Build on a base of Debian, Ubuntu, Alpine or Wolfi',
    },
  )
}

async function readSystem(image: Image, tree: Tree, baseLayers: number | undefined, signal: AbortSignal | undefined) {
  const files = databaseFiles(tree)
  if (files.every(({ packages }) => packages.length === 0)) return { packages: [] }
  const distribution = readDistribution(tree)
  const packages: Package[] = []
  const origins = await readOrigins(image, files, signal)
  for (const file of files) {
    for (const entry of file.packages) {
      const position = origins.get(file)?.get(keyOf(entry)) ?? file.layer
      packages.push({
        ...entry,
        ...placeOf(image, position, originOf(position, baseLayers, true)),
        ecosystem: distribution.ecosystem,
        purl: systemPurl(entry, distribution, file.kind),
        path: file.path,
        matched: true,
      })
    }
  }
  return { packages, distribution }
}

interface SystemFile extends DatabaseFile {
  readonly kind: 'deb' | 'apk'
  readonly path: string
}

function databaseFiles(tree: Tree): SystemFile[] {
  return [...tree.values()].flatMap((node): SystemFile[] => {
    const { path, layer } = node
    if (node.type !== 'file') return []
    const file = (kind: 'deb' | 'apk', paths: readonly string[], parse: DatabaseFile['parse']): SystemFile[] => {
      return [{ kind, path, paths, layer, parse, packages: parse(textOf(node), path) }]
    }
    if (path === dpkgStatus) return file('deb', [path], parseDpkgStatus)
    if (isStatusPart(path)) return file('deb', [path], parseDpkgStatusPart)
    return apkDatabases.includes(path) ? file('apk', apkDatabases, parseApkInstalled) : []
  })
}

function readDistribution(tree: Tree): Distribution {
  for (const path of osReleases) {
    const node = resolvePath(tree, path)
    if (node?.content !== undefined) return parseOsRelease(textOf(node), path)
  }
  throw new IngotError(
    'unreadable',
    'The image has a package database but no /etc/os-release: its release is unknown',
    {
      advice: 'Bake on a base that has its os-release file: advisories are kept by release',
    },
  )
}

function readNpm(image: Image, tree: Tree, baseLayers: number | undefined) {
  const packages: Package[] = []
  const warnings: string[] = []
  for (const node of tree.values()) {
    if (node.type !== 'file' || node.content === undefined || !isNpmManifest(node.path)) continue
    const found = parseNpmManifest(node.content, node.path)
    if (found?.warning !== undefined) warnings.push(found.warning)
    if (found === undefined || !('name' in found)) continue
    const { warning: _, ...entry } = found
    packages.push({
      ...entry,
      ...placeOf(image, node.layer, originOf(node.layer, baseLayers, false)),
      ecosystem: 'npm',
      source: { name: entry.name, version: entry.version },
      purl: npmPurl(entry.name, entry.version),
      path: node.path,
    })
  }
  return { packages, warnings }
}

/** Where nobody recorded the base, only a distribution's packages in the lowest layer are taken for its. */
function originOf(layer: number, baseLayers: number | undefined, isSystem: boolean): Origin {
  const isBase = baseLayers === undefined ? isSystem && layer === 0 : layer < baseLayers
  return isBase ? 'base' : 'application'
}

function placeOf(image: Image, position: number, origin: Origin): { layer: Digest; origin: Origin } {
  const descriptor = image.manifest.layers[position]
  if (descriptor === undefined) throw new IngotError('internal', `The image has no layer ${position}`)
  return { layer: descriptor.digest, origin }
}

/** A flood of annotations is read by nobody. */
function firstFew(warnings: readonly string[]): string[] {
  const shown = warnings.slice(0, 10)
  const more = warnings.length - shown.length
  return more > 0 ? [...shown, `${more} more package manifests are skipped or not matched`] : shown
}

function textOf(node: TreeNode): string {
  return (node.content ?? Buffer.alloc(0)).toString('utf8')
}

/** By ecosystem, name, version and path: the order of every document. */
function byPlace(a: Package, b: Package): number {
  const left = [a.ecosystem, a.name, a.version, a.path].join('\n')
  const right = [b.ecosystem, b.name, b.version, b.path].join('\n')
  return left < right ? -1 : left > right ? 1 : 0
}
