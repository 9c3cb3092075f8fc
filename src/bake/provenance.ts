import { type Digest, hexOf } from '../oci/digest.js'
import { parseReference } from '../oci/reference.js'
import type { Engine } from './baker.js'

/** Why an image was built. */
export const buildReasons = ['push', 'base', 'cve', 'age', 'manual'] as const
export type BuildReason = (typeof buildReasons)[number]

export interface ProvenanceFacts {
  /** How the image came to be. */
  readonly engine: Engine | 'rebase'
  readonly reason: BuildReason
  /** The inputs that decided what was built, as they were given. */
  readonly inputs: Readonly<Record<string, unknown>>
  /** What went into it: base images, the application image of a rebase; `role` where that has to be told. */
  readonly images: readonly { name: string; digest: Digest; role?: string }[]
  readonly source?: { readonly url?: string | undefined; readonly revision?: string | undefined } | undefined
  /** The variables that GitHub sets; read, never stored whole. */
  readonly env: Readonly<Record<string, string | undefined>>
}

/**
 * A SLSA provenance predicate that says what GitHub's own leaves out: the inputs, the base image, and the reason. It holds
 * no time of day, so the same build says the same twice (a run's own URL is part of it where there is one).
 *
 * @see https://slsa.dev/spec/v1.0/provenance
 */
export function provenancePredicate(facts: ProvenanceFacts): Record<string, unknown> {
  const { env } = facts
  const isOnGitHub = env.GITHUB_ACTIONS === 'true' && env.GITHUB_REPOSITORY !== undefined
  const server = env.GITHUB_SERVER_URL ?? 'https://github.com'
  const parameters = { engine: facts.engine, reason: facts.reason, inputs: facts.inputs }
  const dependencies = [...facts.images.map(imageDependency), ...sourceDependency(facts, isOnGitHub, server)]
  return {
    buildDefinition: {
      buildType: isOnGitHub
        ? 'https://actions.github.io/buildtypes/workflow/v1'
        : `https://ingot.dev/buildtypes/${facts.engine}/v1`,
      externalParameters: isOnGitHub ? { workflow: workflowOf(env, server), ...parameters } : parameters,
      ...(isOnGitHub && { internalParameters: { github: githubOf(env) } }),
      resolvedDependencies: dependencies,
    },
    runDetails: {
      builder: { id: isOnGitHub ? `${server}/${env.GITHUB_WORKFLOW_REF ?? env.GITHUB_REPOSITORY}` : 'ingot' },
      ...(isOnGitHub && { metadata: { invocationId: invocationOf(env, server) } }),
    },
  }
}

function imageDependency({ name, digest, role }: ProvenanceFacts['images'][number]) {
  const dependency = { uri: imageUri(name, digest), digest: { sha256: hexOf(digest) }, name }
  return role === undefined ? dependency : { ...dependency, annotations: { role } }
}

/** A package URL, or the layout's own reference. @see https://github.com/package-url/purl-spec/blob/main/types-doc/oci-definition.md */
function imageUri(name: string, digest: Digest): string {
  const reference = parseReference(name)
  if (reference.kind === 'layout') return `${name}@${digest}`
  const tag = reference.tag === undefined ? '' : `&tag=${encodeURIComponent(reference.tag)}`
  const short = reference.path.split('/').at(-1)
  return `pkg:oci/${short}@${encodeURIComponent(digest)}?repository_url=${reference.host}/${reference.path}${tag}`
}

function sourceDependency({ source, env }: ProvenanceFacts, isOnGitHub: boolean, server: string) {
  const url = source?.url ?? (isOnGitHub ? `${server}/${env.GITHUB_REPOSITORY}` : undefined)
  const revision = source?.revision ?? (isOnGitHub ? env.GITHUB_SHA : undefined)
  if (url === undefined && revision === undefined) return []
  const ref = isOnGitHub && env.GITHUB_REF !== undefined ? `@${env.GITHUB_REF}` : ''
  const isCommit = revision !== undefined && /^[0-9a-f]{40}([0-9a-f]{24})?$/.test(revision)
  return [
    {
      ...(url !== undefined && { uri: `git+${url}${ref}` }),
      ...(isCommit ? { digest: { gitCommit: revision } } : revision !== undefined && { annotations: { revision } }),
      name: 'source',
    },
  ]
}

function workflowOf(env: ProvenanceFacts['env'], server: string) {
  const [path = '', ref = env.GITHUB_REF ?? ''] = (env.GITHUB_WORKFLOW_REF ?? '').split('@')
  const repository = env.GITHUB_REPOSITORY ?? ''
  const local = path.startsWith(`${repository}/`) ? path.slice(repository.length + 1) : path
  return { ref, repository: `${server}/${repository}`, path: local }
}

function githubOf(env: ProvenanceFacts['env']) {
  return {
    event_name: env.GITHUB_EVENT_NAME ?? '',
    repository_id: env.GITHUB_REPOSITORY_ID ?? '',
    repository_owner_id: env.GITHUB_REPOSITORY_OWNER_ID ?? '',
    runner_environment: env.RUNNER_ENVIRONMENT ?? '',
  }
}

function invocationOf(env: ProvenanceFacts['env'], server: string): string {
  return `${server}/${env.GITHUB_REPOSITORY}/actions/runs/${env.GITHUB_RUN_ID}/attempts/${env.GITHUB_RUN_ATTEMPT ?? '1'}`
}
