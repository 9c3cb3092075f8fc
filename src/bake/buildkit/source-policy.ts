import type { Digest } from '../../oci/digest.js'
import { formatReference, pinned, type Reference } from '../../oci/reference.js'

/** An image as a build will ask for it, and the digest that it is to get. */
export interface ApprovedSource {
  readonly reference: Reference
  readonly digest: Digest
}

/**
 * What BuildKit may read: each image that was found gets the very digest that was checked, and any other one is denied,
 * whoever asks for it (a Dockerfile, an `ONBUILD` of a base, a frontend).
 *
 * @see https://github.com/moby/buildkit/blob/v0.13.2/docs/build-repro.md#pinning-dependencies
 */
export function sourcePolicy(approved: readonly ApprovedSource[]): string {
  const images = approved.filter(({ reference }) => reference.kind === 'registry')
  const exact = images.map(({ reference, digest }) => {
    const asked = identifier(
      reference.tag === undefined && reference.digest === undefined ? latest(reference) : reference,
    )
    return {
      asked,
      given: identifier({ ...reference, ...tagOf(reference), digest }),
      pinned: identifier(pinned(reference, digest)),
    }
  })
  const convert = exact
    .filter(({ asked, given, pinned }) => asked !== given && asked !== pinned)
    .map(({ asked, given }) => rule('CONVERT', asked, given))
  const allowed = new Set(exact.flatMap(({ given, pinned }) => [given, pinned]))
  // Of the rules that allow or deny, the last that fits decides.
  const rules = [...convert, rule('DENY', 'docker-image://*'), ...[...allowed].map((image) => rule('ALLOW', image))]
  return JSON.stringify({ rules: [...new Map(rules.map((one) => [JSON.stringify(one), one])).values()] }, null, 2)
}

function rule(action: 'CONVERT' | 'DENY' | 'ALLOW', image: string, to?: string) {
  return { action, selector: { identifier: image }, ...(to !== undefined && { updates: { identifier: to } }) }
}

function identifier(reference: Reference): string {
  return `docker-image://${formatReference(reference)}`
}

/** A Dockerfile means this tag when it names none. */
function latest(reference: Reference): Reference {
  return { ...reference, tag: 'latest' }
}

function tagOf(reference: Reference): { tag?: string } {
  if (reference.digest !== undefined && reference.tag === undefined) return {}
  return { tag: reference.tag ?? 'latest' }
}
