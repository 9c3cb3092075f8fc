import { basename } from 'node:path'
import { IngotError } from '../../errors.js'
import type { CloudImage } from '../../oci/vm-image.js'
import { cloudImagesOf, type PackerArtifact } from './artifacts.js'

/** What belongs to one platform of the image. */
export interface PlacedArtifacts {
  /** `os/architecture[/variant]` */
  readonly platform: string
  /** Each path once, with the name that it gets in the image. */
  readonly files: readonly { readonly path: string; readonly title: string }[]
  readonly cloudImages: readonly CloudImage[]
}

/** Which platform each build is for: one for all, or each build by its name. */
export type BuildPlatforms = string | Readonly<Record<string, string>>

/** Every platform that the image will have. */
export function platformsOf(platforms: BuildPlatforms): string[] {
  return typeof platforms === 'string' ? [platforms] : [...new Set(Object.values(platforms))].sort()
}

/**
 * Sorts what the builds made by platform; several builds may make one image together (a disk, and its copies in clouds).
 *
 * @throws IngotError `tool-failed` when nothing was made, `invalid-config` for a build whose platform nobody has said
 */
export function placeArtifacts(artifacts: readonly PackerArtifact[], platforms: BuildPlatforms): PlacedArtifacts[] {
  if (artifacts.length === 0) {
    throw new IngotError('tool-failed', 'Packer ended well and made nothing', {
      advice: 'Check only and except: a name that fits no build is no error to Packer (of HCL2 they read qemu.NAME)',
    })
  }
  const byPlatform = new Map<string, PackerArtifact[]>()
  for (const artifact of artifacts) {
    const platform = platformOf(artifact.build, platforms)
    byPlatform.set(platform, [...(byPlatform.get(platform) ?? []), artifact])
  }
  return [...byPlatform].sort(([a], [b]) => (a < b ? -1 : 1)).map(([platform, some]) => place(platform, some))
}

function platformOf(build: string, platforms: BuildPlatforms): string {
  if (typeof platforms === 'string') return platforms
  // `release.qemu.shop` of a build that has a name; the source alone says enough.
  const source = build.split('.').slice(-2).join('.')
  const platform = platforms[build] ?? platforms[source]
  if (platform !== undefined) return platform
  throw new IngotError('invalid-config', `Nobody has said which platform the Packer build ${build} is for`, {
    advice: `Add it to bake.builds in ingot.yml, e.g. {${source}: linux/arm64}`,
  })
}

function place(platform: string, artifacts: readonly PackerArtifact[]): PlacedArtifacts {
  const files = new Map<string, string>() // path → title
  const titles = new Set<string>()
  for (const { build, files: paths } of artifacts) {
    for (const path of paths.filter((each) => !files.has(each))) {
      const name = basename(path)
      const title = titles.has(name) ? `${build}-${name}` : name
      if (titles.has(title)) {
        throw new IngotError('invalid-config', `The Packer build ${build} makes two files called ${name}`, {
          advice: 'Give them names of their own: a VM image has one of each',
        })
      }
      titles.add(title)
      files.set(path, title)
    }
  }
  return {
    platform,
    files: [...files].map(([path, title]) => ({ path, title })),
    cloudImages: artifacts.flatMap(cloudImagesOf),
  }
}
