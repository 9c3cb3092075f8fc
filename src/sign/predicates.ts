import { readFile, stat } from 'node:fs/promises'
import { IngotError } from '../errors.js'
import * as z from '../oci/schema.js'

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
const shapes: Readonly<Record<string, z.ZodMiniType<Predicate>>> = {
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

const maximumPredicateBytes = 24 * 1024 * 1024 // 24 MiB: base64 and the envelope around it stay below what verification reads

/**
 * Predicates from files, each written `TYPE=FILE`.
 *
 * @throws IngotError `invalid-input` with the file that is missing, is not JSON, or is not of its type
 */
export async function readPredicates(written: readonly string[]): Promise<{ type: string; predicate: Predicate }[]> {
  return Promise.all(
    written.map(async (entry) => {
      const { name, file } = splitEntry(entry)
      const type = predicateType(name)
      return { type, predicate: parsePredicate(type, await readJson(file), file) }
    }),
  )
}

function splitEntry(entry: string): { name: string; file: string } {
  const equals = entry.indexOf('=')
  if (equals > 0 && equals < entry.length - 1) return { name: entry.slice(0, equals), file: entry.slice(equals + 1) }
  throw new IngotError('invalid-input', `Cannot read the predicate ${JSON.stringify(entry)}: it is not TYPE=FILE`, {
    advice: 'Write for example sbom=sbom.json',
  })
}

async function readJson(file: string): Promise<unknown> {
  const fail = (why: string, cause: unknown) =>
    new IngotError('invalid-input', `Cannot read the predicate ${file}: ${why}`, { cause })
  const { size } = await stat(file).catch((cause: Error) => {
    throw fail(cause.message, cause)
  })
  if (size > maximumPredicateBytes)
    throw fail(`it has ${size} bytes, at most ${maximumPredicateBytes} are signed`, undefined)
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch (cause) {
    throw fail((cause as Error).message, cause)
  }
}
