import { z } from 'zod'
import { IngotError } from '../errors.js'

/**
 * What an attestation can say about a digest: short name → predicate type.
 *
 * @see https://github.com/in-toto/attestation/tree/v1.1.0/spec/predicates
 */
export const predicateTypes = {
  signature: 'https://sigstore.dev/cosign/sign/v1',
  provenance: 'https://slsa.dev/provenance/v1',
  sbom: 'https://cyclonedx.org/bom',
  vulns: 'https://in-toto.io/attestation/vulns/v0.2',
  'test-result': 'https://in-toto.io/attestation/test-result/v0.1',
} as const

export type PredicateName = keyof typeof predicateTypes
export type Predicate = Readonly<Record<string, unknown>>

const uri = /^[a-z][a-z0-9+.-]*:[^\s,]+$/i

/**
 * The predicate type that a short name or a URI means.
 *
 * @throws IngotError `invalid-input`
 */
export function predicateType(nameOrUri: string): string {
  if (Object.hasOwn(predicateTypes, nameOrUri)) return predicateTypes[nameOrUri as PredicateName]
  if (uri.test(nameOrUri)) return nameOrUri
  throw new IngotError('invalid-input', `${JSON.stringify(nameOrUri)} is not a predicate type`, {
    advice: `Write one of ${Object.keys(predicateTypes).join(', ')}, or a URI`,
  })
}

/** The short name of a predicate type, or the URI itself where there is none. */
export function predicateName(type: string): string {
  return Object.entries(predicateTypes).find(([, known]) => known === type)?.[0] ?? type
}

const object = z.record(z.string(), z.unknown())

/** Just enough of each specification to notice a predicate that is given under the wrong type. */
const shapes: Readonly<Record<string, z.ZodType<Predicate>>> = {
  [predicateTypes.provenance]: z.looseObject({
    buildDefinition: z.looseObject({ buildType: z.string(), externalParameters: object }),
    runDetails: z.looseObject({ builder: z.looseObject({ id: z.string() }) }),
  }),
  [predicateTypes.sbom]: z.looseObject({ bomFormat: z.literal('CycloneDX'), specVersion: z.string() }),
  [predicateTypes.vulns]: z.looseObject({ scanner: object, metadata: object }),
  [predicateTypes['test-result']]: z.looseObject({ result: z.enum(['PASSED', 'WARNED', 'FAILED']) }),
}

/**
 * A predicate from outside, checked as far as its type is known here.
 *
 * @throws IngotError `invalid-input`
 */
export function parsePredicate(type: string, value: unknown, from: string): Predicate {
  const parsed = (shapes[type] ?? object).safeParse(value)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new IngotError(
    'invalid-input',
    `${from} is not a predicate of type ${type}: ${issue?.path.join('.') || 'the document'}: ${issue?.message}`,
  )
}
