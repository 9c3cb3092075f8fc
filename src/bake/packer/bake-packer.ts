import { tmpdir } from 'node:os'
import { IngotError } from '../../errors.js'
import { type Image, parsePlatform } from '../../image/index.js'
import { formatBytes } from '../../oci/bytes.js'
import type { ImageStore } from '../../oci/store.js'
import { vmAnnotations } from '../../oci/vm-image.js'
import type { BakedImage } from '../baker.js'
import { baseAnnotations } from '../base-annotations.js'
import type { PreviousImage } from '../previous.js'
import { inspectFile } from '../vm-image/inspect-file.js'
import { makeInventory } from '../vm-image/inventory.js'
import { chooseVmBase, pullDisk } from '../vm-image/read-vm.js'
import { type VmPlatform, writeVms } from '../vm-image/write-vm.js'
import { type PackerSettings, packerEnvironment, variablesDocument } from './arguments.js'
import { build, initialise, validate } from './commands.js'
import { type BuildPlatforms, type PlacedArtifacts, placeArtifacts, platformsOf } from './place-artifacts.js'
import { type PackerProcess, readPackerVersion } from './run-packer.js'
import { openWorkspace, type PackerWorkspace } from './workspace.js'

/** A VM image that the template builds on, of one platform. */
export interface PackerBase {
  /** As it was written, without a digest. */
  readonly name: string
  readonly platform: string
  readonly image: Image
}

/**
 * Names of the variables that the template takes from here; a name that is absent is not given. With several platforms
 * `_<architecture>` is appended to all but `output`.
 */
export interface PackerVariables {
  /** Path of the base's disk, or the id of its image in a cloud. */
  readonly baseImage: string
  /** `sha256:…` of the disk. */
  readonly baseChecksum: string
  /** Directory for what is built; removed afterwards. */
  readonly output?: string | undefined
  /** Directory whose files become the image's inventory. */
  readonly inventory?: string | undefined
}

export interface PackerBake {
  /** Where relative paths of the template start. */
  readonly directory: string
  readonly settings: PackerSettings
  /** Variables of the environment that secrets were taken from. */
  readonly secretNames: readonly string[]
  readonly names: PackerVariables
  readonly bases: readonly PackerBase[]
  /** Of a base that is an image in a cloud. */
  readonly baseRegion?: string | undefined
  readonly platforms: BuildPlatforms
  readonly firmware?: string | undefined
  /** Whether Packer may fetch plugins. */
  readonly init: boolean
  readonly timeoutMilliseconds: number
  /** RFC 3339. */
  readonly created: string
  readonly annotations: Readonly<Record<string, string>>
  readonly output: ImageStore
  readonly tags: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
  readonly log: (line: string) => void
  readonly signal?: AbortSignal | undefined
}

/**
 * Builds VM images with Packer and writes what came of it by digest. Everything on the way lies in a private directory
 * that is removed however it ends; of what Packer half finished Packer itself disposes.
 *
 * @throws IngotError `invalid-config` (the template, by file and line), what a build is known to fail of, `cancelled`
 */
export async function bakePacker(bake: PackerBake, previous: PreviousImage | undefined): Promise<BakedImage> {
  const workspace = openWorkspace(bake.env.RUNNER_TEMP)
  try {
    const settings = await withOwnVariables(bake, workspace)
    const file = workspace.writeVariables(variablesDocument(settings))
    const process = processOf(bake, workspace)
    if (bake.init) await initialise(settings, process, bake.log)
    await validate(settings, file, process, bake.log)
    const artifacts = await build(settings, file, process, bake.log)
    const placed = placeArtifacts(artifacts, bake.platforms)
    const platforms: VmPlatform[] = []
    for (const one of placed) platforms.push(await describe(one, bake, workspace))
    const { output, tags, annotations, log, signal } = bake
    return await writeVms(platforms, { output, tags, annotations, previous, log, signal })
  } finally {
    workspace.remove()
  }
}

/** Asks Packer which version it is. @throws IngotError `not-found`, `unsupported` */
export async function openPackerTool(
  where: Pick<PackerBake, 'directory' | 'secretNames' | 'env' | 'signal'>,
): Promise<string> {
  const temporary = where.env.RUNNER_TEMP ?? tmpdir()
  const env = packerEnvironment(where.env, { secretNames: where.secretNames, temporary })
  return readPackerVersion({ ...where, env, secrets: [] })
}

/** The settings with the variables that are made here: the base, pulled and checked, and directories. */
async function withOwnVariables(bake: PackerBake, workspace: PackerWorkspace): Promise<PackerSettings> {
  const { names, settings, signal } = bake
  const platforms = platformsOf(bake.platforms)
  const own: Record<string, string> = {}
  if (names.output !== undefined) own[names.output] = workspace.output
  for (const platform of platforms) {
    const suffix = platforms.length > 1 ? `_${parsePlatform(platform).architecture}` : ''
    const directories = workspace.directoriesOf(platform)
    if (names.inventory !== undefined) own[`${names.inventory}${suffix}`] = directories.inventory
    const image = bake.bases.find((each) => each.platform === platform)?.image
    if (image === undefined) continue
    const base = await chooseVmBase(image, { region: bake.baseRegion, signal })
    if (base.kind === 'cloud') {
      own[`${names.baseImage}${suffix}`] = base.image.id
      continue
    }
    bake.log(`base ${image.store.repository}@${image.manifestDigest}: pulling ${formatBytes(base.descriptor.size)}`)
    own[`${names.baseImage}${suffix}`] = await pullDisk(image, base, directories.base, signal)
    own[`${names.baseChecksum}${suffix}`] = base.descriptor.digest
  }
  return { ...settings, variables: { ...settings.variables, ...own } }
}

function processOf(bake: PackerBake, workspace: PackerWorkspace): PackerProcess {
  const { directory, settings, secretNames, timeoutMilliseconds, signal } = bake
  return {
    directory,
    env: packerEnvironment(bake.env, { secretNames, temporary: workspace.directory }),
    secrets: Object.values(settings.secrets),
    timeoutMilliseconds,
    signal,
  }
}

/** What was made for one platform, hashed, looked into, and given its names. */
async function describe(placed: PlacedArtifacts, bake: PackerBake, workspace: PackerWorkspace): Promise<VmPlatform> {
  const { env, log, signal } = bake
  const files = []
  for (const { path, title } of placed.files) files.push(await inspectFile(path, title, { env, log, signal }))
  if (placed.cloudImages.length === 0 && files.every(({ disk }) => disk === undefined)) {
    const names = files.map(({ title }) => title).join(', ') || 'nothing'
    throw new IngotError(
      'unsupported',
      `For ${placed.platform} Packer made ${names}: neither a disk nor an image in a cloud`,
      {
        advice:
          'Leave the disk as it is: a post-processor that packs it hides it (of qemu: disk_compression = true instead)',
      },
    )
  }
  const base = bake.bases.find(({ platform }) => platform === placed.platform)
  const { inventory: downloaded } = workspace.directoriesOf(placed.platform)
  const inventory = await makeInventory(downloaded, { directory: workspace.directory, signal })
  return {
    platform: parsePlatform(placed.platform),
    files,
    cloudImages: placed.cloudImages,
    ...(inventory && { inventory, inventoryBlob: inventory }),
    annotations: {
      ...bake.annotations,
      ...baseAnnotations(base?.name, base?.image.manifestDigest),
      ...(bake.firmware !== undefined && { [vmAnnotations.firmware]: bake.firmware }),
    },
    created: bake.created,
    baseName: base?.name,
    baseDigest: base?.image.manifestDigest,
  }
}
