import { IngotError } from '../../errors.js'
import type { CloudImage } from '../../oci/vm-image.js'
import type { PackerMessage } from './messages.js'

/** What one build came to. */
export interface PackerArtifact {
  /** `qemu.shop`; a name before a dot where the build has one: `release.qemu.shop`. */
  readonly build: string
  readonly builderId: string
  /** What the builder calls it: ids of images in a cloud, or nothing of use. */
  readonly id: string
  readonly files: readonly string[]
}

/**
 * Collects artifacts out of the messages of a build, one each as its `end` comes; those that never ended are none.
 *
 * @see https://developer.hashicorp.com/packer/docs/commands#artifact-type
 */
export function collectArtifacts(): { take(message: PackerMessage): void; artifacts(): PackerArtifact[] } {
  const open = new Map<string, { builderId: string; id: string; files: string[] }>()
  const done: PackerArtifact[] = []
  return {
    take({ target, type, data }) {
      if (type !== 'artifact') return
      const [index = '', field, ...values] = data
      const key = `${target}\0${index}`
      const artifact = open.get(key) ?? { builderId: '', id: '', files: [] }
      open.set(key, artifact)
      if (field === 'builder-id') artifact.builderId = values.join(',')
      else if (field === 'id') artifact.id = values.join(',')
      else if (field === 'file') artifact.files.push(values.slice(1).join(','))
      else if (field === 'end') {
        open.delete(key)
        done.push({ build: target, ...artifact })
      }
    },
    artifacts: () => [...done],
  }
}

interface Cloud {
  readonly builder: RegExp
  readonly provider: string
  /** Whether an id is written `region:id`, several with commas between them. */
  readonly regional: boolean
}

/** Builders whose ids name an image that stays where it was made. */
const clouds: readonly Cloud[] = [
  { builder: /^mitchellh\.amazon/, provider: 'aws', regional: true },
  { builder: /^Azure\.ResourceManagement/, provider: 'azure', regional: false },
  { builder: /^packer\.googlecompute$/, provider: 'google', regional: false },
  { builder: /^alibaba\.alicloud$/, provider: 'alibaba', regional: true },
  { builder: /^tencent\.cloud$/, provider: 'tencent', regional: true },
  { builder: /^pearkes\.digitalocean$/, provider: 'digitalocean', regional: true },
]

/**
 * The images in clouds that an artifact names: `eu-west-1:ami-1,us-east-1:ami-2` of Amazon, the resource id of Azure, the
 * image's name of Google. An unknown builder that made no file is taken by its word, under its own id.
 *
 * @throws IngotError `tool-failed` when the id is not of the form that this builder writes
 */
export function cloudImagesOf({ build, builderId, id, files }: PackerArtifact): CloudImage[] {
  const cloud = clouds.find(({ builder }) => builder.test(builderId))
  if (cloud === undefined) return files.length === 0 && id !== '' ? [{ provider: builderId, region: '', id }] : []
  if (id === '') throw unnamed(build, builderId, 'it gives no id')
  if (!cloud.regional) return [{ provider: cloud.provider, region: '', id }]
  return regionalIds(id).map(([region, image]) => {
    if (image === undefined) throw unnamed(build, builderId, `${JSON.stringify(id)} is not region:id`)
    return { provider: cloud.provider, region, id: image }
  })
}

/** `a:1,b:2` as two, and `a,b:1`, one image in two regions, as two as well. */
function regionalIds(text: string): [region: string, id: string | undefined][] {
  const found: [string, string | undefined][] = []
  let regions: string[] = []
  for (const part of text.split(',').map((one) => one.trim())) {
    const [, region, image] = /^([A-Za-z0-9-]+):([A-Za-z0-9-]+)$/.exec(part) ?? []
    regions.push(region ?? part)
    if (image === undefined) continue
    found.push(...regions.map((each): [string, string] => [each, image]))
    regions = []
  }
  return [...found, ...regions.map((each): [string, undefined] => [each, undefined])]
}

function unnamed(build: string, builderId: string, why: string): IngotError {
  return new IngotError('tool-failed', `The build ${build} (${builderId}) does not say which image it made: ${why}`, {
    advice: 'Use a builder that names its image: of azure-arm that is a managed image or a gallery, not a VHD alone',
  })
}
