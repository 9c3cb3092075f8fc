import { IngotError, type Reason } from '../errors.js'
import { type HttpAnswer, redactText } from '../http/index.js'
import * as z from '../oci/schema.js'

const maximumErrorBytes = 64 * 1024
const errorDocument = z.looseObject({
  errors: z
    .array(z.looseObject({ code: z.optional(z.string()), message: z.optional(z.string()) }))
    .check(z.minLength(1)),
})

/**
 * What was being done: completes "Cannot …", and names registry and repository.
 *
 * @example { verb: 'push the blob sha256:…', repository: 'ghcr.io/acme/shop', writes: true }
 */
export interface Operation {
  readonly verb: string
  readonly repository: string
  readonly writes: boolean
  /** Whether something is removed: registries give that right apart from the right to push. */
  readonly deletes?: boolean
  /** The tag that is being set. */
  readonly tag?: string
}

export function describeOperation({ verb, repository, writes }: Operation): string {
  return `Cannot ${verb} ${writes ? 'to' : 'from'} ${repository}`
}

/**
 * An answer that is no success, as an error with the registry's own words.
 *
 * @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#error-codes
 */
export async function refusalOf(
  answer: HttpAnswer,
  operation: Operation,
  hasCredentials: boolean,
): Promise<IngotError> {
  const said = await readErrors(answer)
  const reason = reasonOf(answer.status, said, operation)
  const advice = adviceFor(reason, answer.status, operation, hasCredentials)
  const why = reason === 'tag-immutable' ? `the tag ${operation.tag} is immutable: ${said || answer.status}` : said
  const message = `${describeOperation(operation)}: the registry answered ${answer.status}${why ? ` (${why})` : ''}`
  return new IngotError(reason, message, advice === undefined ? {} : { advice })
}

/** Whether a manifest was refused because a part of it is not there, in the registry's eyes. */
export function isPartUnknown(error: unknown): boolean {
  return error instanceof IngotError && /\bMANIFEST_BLOB_UNKNOWN\b/.test(error.message)
}

/** Whether the same may succeed when it is begun again: the other side was not reached, or fell silent. */
export function isPassing(error: unknown): error is IngotError {
  return error instanceof IngotError && (error.reason === 'unreachable' || error.reason === 'timed-out')
}

function reasonOf(status: number, said: string, { tag }: Operation): Reason {
  // ECR, Harbor, Artifact Registry and ACR each say it with another status, and all in words.
  if (tag !== undefined && status < 500 && /immutab|cannot be overwritten|already exists/i.test(said))
    return 'tag-immutable'
  if (tag !== undefined && (status === 409 || status === 412)) return 'tag-immutable'
  if (status === 401 || status === 403) return 'unauthorized'
  if (status === 400 && /\bDIGEST_INVALID\b/.test(said)) return 'digest-mismatch'
  if (status === 404) return 'not-found'
  if (status === 413) return 'size-exceeded'
  return status === 429 || status >= 500 ? 'unreachable' : 'unsupported'
}

function adviceFor(reason: Reason, status: number, operation: Operation, hasCredentials: boolean): string | undefined {
  const host = operation.repository.split('/')[0]
  const permission = operation.writes ? 'write' : 'read'
  if (reason === 'unauthorized') {
    const login = hasCredentials
      ? `The stored login for ${host} may not ${permission} this repository`
      : `Log in with docker login ${host}`
    return `${login}; in a workflow the job needs permissions: {packages: ${permission}}`
  }
  if (reason === 'tag-immutable' && operation.tag?.startsWith('sha256-')) {
    return 'This registry has no referrers API, so signatures are listed under tags that start with sha256-: exempt those from immutability'
  }
  if (reason === 'tag-immutable') return 'Publish under a new tag, or exempt this tag from immutability in the registry'
  if (reason === 'not-found' && operation.writes) return 'Create the repository in the registry, or check its name'
  if (status === 429) return 'The registry limits requests: log in for a higher limit, or try again later'
  return undefined
}

async function readErrors(answer: HttpAnswer): Promise<string> {
  const bytes = await answer.bytes(maximumErrorBytes).catch(() => Buffer.alloc(0))
  let value: unknown
  try {
    value = JSON.parse(bytes.toString('utf8'))
  } catch {
    const type = answer.header('content-type')?.split(';')[0]
    return bytes.length > 0 && type === 'text/html' ? 'a web page, so this may not be a registry' : ''
  }
  const parsed = errorDocument.safeParse(value)
  if (!parsed.success) return ''
  return parsed.data.errors
    .slice(0, 3)
    .map(({ code, message }) => redactText([code, message].filter(Boolean).join(': ')))
    .join('; ')
}
