import { parseReference } from '../../oci/reference.js'

/**
 * The name under which BuildKit looks for a context in place of an image: short for Docker Hub's, and without `:latest`.
 *
 * @throws IngotError `invalid-reference` when it cannot be the name of an image
 * @see https://github.com/moby/buildkit/blob/v0.13.2/frontend/dockerui/namedcontext.go
 */
export function contextKey(name: string): string {
  const reference = parseReference(name)
  if (reference.kind === 'layout') return name
  const hub = reference.path.replace(/^library\/(?=[^/]+$)/, '')
  const repository = reference.host === 'docker.io' ? hub : `${reference.host}/${reference.path}`
  const tag = reference.tag === undefined ? '' : `:${reference.tag}`
  const digest = reference.digest === undefined ? '' : `@${reference.digest}`
  return `${repository}${tag}${digest}`.replace(/:latest$/, '')
}
