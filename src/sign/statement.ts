import { basename } from 'node:path'
import { type Digest, hexOf } from '../oci/digest.js'
import * as z from '../oci/schema.js'
import type { Predicate } from './predicates.js'

export const payloadType = 'application/vnd.in-toto+json'

const statementType = 'https://in-toto.io/Statement/v1'

/** cosign writes v0.1 for some of its attestations; both say the same with the same fields. */
const readableTypes: readonly string[] = [statementType, 'https://in-toto.io/Statement/v0.1']

const statement = z.object({
  _type: z.string().check(z.refine((type) => readableTypes.includes(type), 'is not an in-toto statement type')),
  subject: z
    .array(z.looseObject({ name: z.optional(z.string()), digest: z.record(z.string(), z.string()) }))
    .check(z.minLength(1), z.maxLength(1024)),
  predicateType: z.string().check(z.minLength(1)),
  predicate: z.pipe(
    z.nullish(z.record(z.string(), z.unknown())),
    z.transform((predicate) => predicate ?? {}),
  ),
})

/** @see https://github.com/in-toto/attestation/blob/v1.1.0/spec/v1/statement.md */
export type Statement = z.infer<typeof statement>

/**
 * The bytes of a statement about one digest. Equal arguments give equal bytes.
 *
 * @param repository names the subject for people; of a layout only the folder's own name, since paths of a machine are nobody's business
 */
export function encodeStatement(repository: string, digest: Digest, type: string, predicate: Predicate): Buffer {
  const name = repository.startsWith('oci:') ? basename(repository.slice('oci:'.length)) : repository
  return Buffer.from(
    JSON.stringify({
      _type: statementType,
      subject: [{ name, digest: { sha256: hexOf(digest) } }],
      predicateType: type,
      predicate,
    }),
  )
}

/** The statement, or why it is none. */
export function readStatement(payload: Uint8Array): Statement | { why: string } {
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload))
  } catch {
    return { why: 'its payload is not JSON' }
  }
  const parsed = statement.safeParse(value)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  return {
    why: `its payload is not an in-toto statement: ${issue?.path.join('.') || 'the document'}: ${issue?.message}`,
  }
}

export function isAbout(value: Statement, digest: Digest): boolean {
  return value.subject.some((subject) => subject.digest.sha256 === hexOf(digest))
}
