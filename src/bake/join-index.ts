import { IngotError } from '../errors.js'
import { formatPlatform, type Image, isRealPlatform, loadImage } from '../image/index.js'
import type { Digest } from '../oci/digest.js'
import { type Descriptor, encodeJson, type Index, parseIndex } from '../oci/manifest.js'
import { indexTypes, mediaTypes } from '../oci/media-types.js'
import { pinned, type Reference } from '../oci/reference.js'
import type { ImageStore } from '../oci/store.js'
import { attestationOf, attestedBy } from './attestation.js'
import type { BakedImage } from './baker.js'
import { checkJoin, type JoinRules } from './check-join.js'
import { describePlatform } from './describe-platform.js'
import type { PreviousImage } from './previous.js'
import { sorted } from './settings.js'
import { isUnchanged, keepPrevious } from './unchanged.js'

/** More is no image of one application. */
const maximumPlatforms = 64

export interface IndexJoin extends JoinRules {
  /** Where all of them are, and where the index goes. */
  readonly output: ImageStore
  readonly reference: Reference
  /** Manifests, or indexes of some platforms with their attestations. The order does not matter. */
  readonly digests: readonly Digest[]
  readonly annotations: Readonly<Record<string, string>>
  /** What the index would replace: when its platforms have the same content, it is kept. */
  readonly previous?: PreviousImage | undefined
  /** Set last. */
  readonly tags: readonly string[]
  readonly log?: (line: string) => void
  readonly signal?: AbortSignal | undefined
}

interface Part {
  readonly image: Image
  readonly attestations: readonly Descriptor[]
}

/**
 * Makes one index of images that were built apart, a platform each: what a build for all platforms at once would have
 * written, whichever runner was the first to finish. The same images give the same bytes, and joining an index again gives
 * that index.
 *
 * @throws IngotError `not-found`; `invalid-input` when two images are for one platform; `unsupported` when an index holds
 *   something that is neither an image nor an attestation of one
 */
export async function joinIndex(join: IndexJoin): Promise<BakedImage> {
  const { output, tags, log } = join
  const parts: Part[] = []
  for (const digest of [...new Set(join.digests)]) parts.push(...(await readParts(digest, join)))
  const distinct = [...new Map(parts.map((part) => [part.image.manifestDigest, part])).values()]
  const images = distinct.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
  checkJoin(
    images.map(({ image }) => image),
    join,
  )

  const bytes = encodeJson(indexOf(images, join.annotations))
  const call = { ...(join.signal && { signal: join.signal }) }
  const contents = images.map(({ image }) => ({ platform: formatPlatform(image.config), ...image }))
  const platforms = images.map(({ image }) => describePlatform(image))
  if (isUnchanged(join.previous, contents)) return keepPrevious(join.previous, platforms)
  const descriptor = await output.writeManifest(bytes, mediaTypes.index, { ...call, tags })
  log?.(`joined ${images.map(nameOf).join(', ')} as ${descriptor.digest}`)
  return { digest: descriptor.digest, descriptor, unchanged: false, platforms }
}

async function readParts(digest: Digest, { output, reference, signal }: IndexJoin): Promise<Part[]> {
  const load = (wanted: Digest) => loadImage(output, pinned(reference, wanted), { signal })
  const stored = await output.readManifest(digest, signal && { signal })
  const from = `${output.repository}@${digest}`
  if (stored === undefined) {
    throw new IngotError('not-found', `There is no ${from} to join`, {
      advice: 'All images of an index lie in its repository: bake them into it, or copy them there first',
    })
  }
  if (!indexTypes.includes(stored.descriptor.mediaType)) return [{ image: await load(digest), attestations: [] }]

  const { manifests } = parseIndex(stored.bytes, from)
  const images = manifests.filter((child) => isImage(child))
  if (images.length > maximumPlatforms) throw new IngotError('size-exceeded', `${from} lists ${images.length} images`)
  const own = new Set<string>(images.map((child) => child.digest))
  const strange = manifests.find((child) => !isImage(child) && !own.has(attestedBy(child) ?? ''))
  if (strange !== undefined) {
    throw new IngotError('unsupported', `${from} lists ${strange.digest}, neither an image nor an attestation of one`, {
      advice: 'Join images that were baked for this; an index with more in it would lose what it means',
    })
  }
  const attestations = (image: Descriptor) => manifests.filter((child) => attestedBy(child) === image.digest)
  return Promise.all(
    images.map(async (image) => ({ image: await load(image.digest), attestations: attestations(image) })),
  )
}

function isImage(child: Descriptor): boolean {
  if (attestedBy(child) !== undefined || indexTypes.includes(child.mediaType)) return false
  return child.platform === undefined || isRealPlatform(child.platform)
}

/** Images by platform, then what attests to them, in the same order. */
function indexOf(parts: readonly Part[], annotations: Readonly<Record<string, string>>): Index {
  const attested = parts.flatMap(({ image, attestations }) =>
    attestations.map((descriptor) => attestationOf(image.manifestDigest, descriptor)),
  )
  return {
    schemaVersion: 2,
    mediaType: mediaTypes.index,
    manifests: [...parts.map(({ image }) => descriptorOf(image)), ...attested],
    ...(Object.keys(annotations).length > 0 && { annotations: sorted(annotations) }),
  }
}

function descriptorOf({ descriptor, config }: Image): Descriptor {
  const { architecture, os, variant } = config
  const version = config['os.version']
  return {
    mediaType: descriptor.mediaType,
    digest: descriptor.digest,
    size: descriptor.size,
    platform: {
      architecture,
      os,
      ...(variant !== undefined && { variant }),
      ...(typeof version === 'string' && { 'os.version': version }),
    },
  }
}

function nameOf({ image }: Part): string {
  return formatPlatform(image.config)
}
