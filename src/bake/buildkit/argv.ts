import type { Digest } from '../../oci/digest.js'
import { formatReference, pinned, type Reference } from '../../oci/reference.js'
import type { BuildDefinition } from './definition.js'

/** Where the image goes: pushed by digest, or as a layout into an empty directory. */
export type BuildOutput =
  | { readonly kind: 'push'; readonly repository: string }
  | { readonly kind: 'layout'; readonly directory: string }

export interface BuildPlan {
  readonly definition: BuildDefinition
  readonly output: BuildOutput
  /** The Dockerfile that was read, and where buildx says what came out. */
  readonly files: { readonly dockerfile: string; readonly metadata: string }
  /** Contexts that are images, resolved. */
  readonly contexts: ReadonlyMap<string, { readonly reference: Reference; readonly digest: Digest }>
  /** Of each platform's manifest. */
  readonly annotations: ReadonlyMap<string, Readonly<Record<string, string>>>
  readonly indexAnnotations: Readonly<Record<string, string>>
  /** The image that makes the SBOM, resolved; none is made when undefined. */
  readonly sbom?: { readonly reference: Reference; readonly digest: Digest } | undefined
  readonly builder?: string | undefined
}

/** The arguments of `docker`. No value of a secret is ever among them. */
export function buildArguments(plan: BuildPlan): string[] {
  const { definition, files, builder, sbom } = plan
  const { context, target, network, platforms } = definition
  return [
    ...['buildx', 'build', '--progress', 'plain'],
    ...flag('--builder', builder),
    ...['--file', files.dockerfile, '--metadata-file', files.metadata],
    ...['--platform', platforms.join(',')],
    ...['--output', outputOf(plan.output)],
    ...['--provenance', 'mode=max'],
    ...['--sbom', sbom === undefined ? 'false' : csv([`generator=${at(sbom)}`])],
    ...flag('--target', target),
    ...(network === undefined ? [] : ['--network', network]),
    // Only builders that allow it grant this; without it the build is refused, and says so.
    ...(network === 'host' ? ['--allow', 'network.host'] : []),
    ...(definition.noCache ? ['--no-cache'] : []),
    ...pairs('--build-arg', definition.arguments),
    ...pairs('--label', definition.labels),
    ...contextArguments(plan),
    ...annotationArguments(plan),
    ...definition.secrets.flatMap((secret) => [
      '--secret',
      csv([`id=${secret.id}`, secret.from === 'env' ? `env=${secret.name}` : `src=${secret.path}`]),
    ]),
    ...definition.ssh.flatMap((ssh) => ['--ssh', ssh]),
    ...definition.cacheFrom.flatMap((cache) => ['--cache-from', cache]),
    ...definition.cacheTo.flatMap((cache) => ['--cache-to', cache]),
    context,
  ]
}

/** @see https://docs.docker.com/build/exporters/image-registry/ */
function outputOf(output: BuildOutput): string {
  // Times below the epoch's make the bytes follow from the sources alone.
  const common = ['oci-mediatypes=true', 'rewrite-timestamp=true']
  if (output.kind === 'layout') return csv(['type=oci', `dest=${output.directory}`, 'tar=false', ...common])
  // Not kept under that name by an engine that keeps images, too: two builds at once, a platform each, would contend for it.
  const byDigest = ['push-by-digest=true', 'name-canonical=true', 'push=true', 'store=false']
  return csv(['type=image', `name=${output.repository}`, ...byDigest, ...common])
}

function contextArguments({ definition, contexts }: BuildPlan): string[] {
  return [...definition.contexts].flatMap(([name, context]) => {
    const image = contexts.get(name)
    if (context.kind === 'directory') return ['--build-context', `${name}=${context.path}`]
    return image === undefined ? [] : ['--build-context', `${name}=${contextSource(image)}`]
  })
}

function contextSource({ reference, digest }: { reference: Reference; digest: Digest }): string {
  if (reference.kind === 'layout') return `oci-layout://${reference.directory}@${digest}`
  return `docker-image://${at({ reference, digest })}`
}

function annotationArguments({ annotations, indexAnnotations }: BuildPlan): string[] {
  const own = [...annotations].flatMap(([platform, record]) =>
    Object.entries(record).flatMap(([key, value]) => ['--annotation', `manifest[${platform}]:${key}=${value}`]),
  )
  return [
    ...own,
    ...Object.entries(indexAnnotations).flatMap(([key, value]) => ['--annotation', `index:${key}=${value}`]),
  ]
}

function at({ reference, digest }: { reference: Reference; digest: Digest }): string {
  return formatReference(reference.tag === undefined ? pinned(reference, digest) : { ...reference, digest })
}

function pairs(name: string, record: Readonly<Record<string, string>>): string[] {
  return Object.entries(record).flatMap(([key, value]) => [name, `${key}=${value}`])
}

function flag(name: string, value: string | undefined): string[] {
  return value === undefined ? [] : [name, value]
}

/** Docker reads these as one line of comma-separated values. */
function csv(fields: readonly string[]): string {
  return fields.map((field) => (/[",\s]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(',')
}
