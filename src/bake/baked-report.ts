import { IngotError } from '../errors.js'
import { type Digest, isDigest } from '../oci/digest.js'
import * as z from '../oci/schema.js'
import { type Engine, engines } from './baker.js'
import { type BuildReason, buildReasons } from './provenance.js'

const digest = z.custom<Digest>((value) => typeof value === 'string' && isDigest(value), 'is not a sha256 digest')
const word = z.string().check(z.maxLength(4096))

const report = z.strictObject({
  schemaVersion: z.literal(1),
  engine: z.enum(engines),
  reason: z.enum(buildReasons),
  inputs: z.record(z.string(), z.unknown()),
  digest,
  platforms: z.array(z.strictObject({ platform: word, digest })).check(z.maxLength(64)),
  bases: z
    .array(z.strictObject({ platform: word, name: word, digest, manifestDigest: digest }))
    .check(z.maxLength(1024)),
  source: z.strictObject({ url: z.optional(word), revision: z.optional(word) }),
})

/** What one runner baked, as it tells the job that joins the platforms. */
export interface BakedReport {
  readonly schemaVersion: 1
  readonly engine: Engine
  readonly reason: BuildReason
  readonly inputs: Readonly<Record<string, unknown>>
  /** Of what was baked: a manifest, or an index with its attestations. */
  readonly digest: Digest
  readonly platforms: readonly { readonly platform: string; readonly digest: Digest }[]
  readonly bases: readonly {
    readonly platform: string
    readonly name: string
    readonly digest: Digest
    readonly manifestDigest: Digest
  }[]
  readonly source: { readonly url?: string | undefined; readonly revision?: string | undefined }
}

/** What all runners together baked of one image. */
export type JoinedReport = Omit<BakedReport, 'digest'> & { readonly digests: readonly Digest[] }

/** A report is a page or two; inputs may list thousands of files. */
export const maximumReportBytes = 1024 * 1024 // 1 MiB

/** @throws IngotError `unreadable`, naming the first field that is wrong */
export function parseReport(text: string, from: string): BakedReport {
  const fail = (why: string) => new IngotError('unreadable', `The report ${from} of a bake is malformed: ${why}`)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw fail('it is not JSON')
  }
  const parsed = report.safeParse(value)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw fail(`${issue?.path.join('.') || 'the document'}: ${issue?.message}`)
}

/**
 * What several runners baked of one image, as one.
 *
 * @throws IngotError `invalid-input` when there is none, or they were baked from different inputs
 */
export function combineReports(reports: readonly BakedReport[]): JoinedReport {
  const [first] = reports
  if (first === undefined) {
    throw new IngotError('invalid-input', 'There is no report of a bake to join', {
      advice: 'Give each bake --report FILE, and bring the files here',
    })
  }
  const other = reports.find((one) => originOf(one) !== originOf(first))
  if (other !== undefined) {
    const both = [first, other].map((one) => one.platforms.map(({ platform }) => platform).join(', '))
    throw new IngotError(
      'invalid-input',
      `${both.join(' and ')} were baked from different inputs, and are no one image`,
      {
        advice: 'Bake every platform of one commit with one configuration',
      },
    )
  }
  const { digest: _, ...common } = first
  const platforms = reports.flatMap((one) => one.platforms).sort((a, b) => (a.platform < b.platform ? -1 : 1))
  return {
    ...common,
    inputs: { ...common.inputs, platforms: platforms.map(({ platform }) => platform) },
    platforms,
    digests: reports.map(({ digest }) => digest),
    bases: reports.flatMap(({ bases }) => bases),
  }
}

/** What must be the same for all platforms of an image: everything that went in, but for what a platform has of its own. */
function originOf({ engine, reason, inputs, source }: BakedReport): string {
  const { platforms: _, ...shared } = inputs
  return JSON.stringify([engine, reason, source.url ?? '', source.revision ?? '', shared])
}
