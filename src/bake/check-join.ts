import { IngotError } from '../errors.js'
import { formatPlatform, type Image, parsePlatform, samePlatform } from '../image/index.js'
import { annotationKeys } from '../oci/media-types.js'

/** What must hold of the images that become one index. */
export interface JoinRules {
  /** `os/architecture[/variant]` of each image that there must be, and no other. */
  readonly expected?: readonly string[] | undefined
  /** The commit that every image must name as its own. */
  readonly revision?: string | undefined
}

/**
 * Whether these images may be joined: there is one, each platform is there once, and the rules hold.
 *
 * @throws IngotError `invalid-input`
 */
export function checkJoin(images: readonly Image[], { expected = [], revision }: JoinRules): void {
  if (images.length === 0) {
    throw new IngotError('invalid-input', 'There is nothing to join', { advice: 'Name the digest of each platform' })
  }
  checkPlatforms(images)
  if (expected.length > 0) checkExpected(images, expected)
  if (revision !== undefined) checkRevision(images, revision)
}

function checkPlatforms(images: readonly Image[]): void {
  for (const [i, image] of images.entries()) {
    const other = images.slice(0, i).find((before) => samePlatform(before.config, image.config))
    if (other === undefined) continue
    const both = `${other.manifestDigest} and ${image.manifestDigest} in ${image.store.repository}`
    throw new IngotError('invalid-input', `Two images for ${formatPlatform(image.config)} cannot be one: ${both}`, {
      advice: 'Bake every platform once: check the platforms that each runner was given',
    })
  }
}

function checkExpected(images: readonly Image[], expected: readonly string[]): void {
  const wanted = expected.map((text) => ({ text, platform: parsePlatform(text) }))
  const missing = wanted.filter(({ platform }) => !images.some((image) => samePlatform(image.config, platform)))
  const extra = images.filter((image) => !wanted.some(({ platform }) => samePlatform(image.config, platform)))
  if (missing.length === 0 && extra.length === 0) return
  const said = [
    ...missing.map(({ text }) => `there is no image for ${text}`),
    ...extra.map((image) => `nobody asked for ${formatPlatform(image.config)}`),
  ]
  throw new IngotError('invalid-input', `These images cannot be joined: ${said.join('; ')}`, {
    advice: 'Bake every platform once, in the same run: bake again',
  })
}

/** What a runner hands on is a digest, and a digest of another build must not slip in among them. */
function checkRevision(images: readonly Image[], revision: string): void {
  for (const image of images) {
    const label = image.config.config?.Labels?.[annotationKeys.revision]
    const named = image.manifest.annotations?.[annotationKeys.revision] ?? label
    if (named === revision) continue
    const what = `${image.store.repository}@${image.manifestDigest}`
    throw new IngotError('invalid-input', `${what} says that it is of commit ${named ?? '(none)'}, not ${revision}`, {
      advice: 'Bake every platform of one commit, each with that revision',
    })
  }
}
