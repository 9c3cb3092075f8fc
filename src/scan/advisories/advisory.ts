import { z } from 'zod'
import { IngotError } from '../../errors.js'

const names = z.array(z.string().min(1)).nullish()
const severity = z.array(z.looseObject({ type: z.string(), score: z.string() })).nullish()
const free = z.record(z.string(), z.unknown()).nullish()
const version = z.string().min(1).optional()

const event = z
  .looseObject({ introduced: version, fixed: version, last_affected: version, limit: version })
  .refine(
    (entry) => [entry.introduced, entry.fixed, entry.last_affected, entry.limit].filter(Boolean).length === 1,
    'an event holds exactly one of introduced, fixed, last_affected and limit',
  )

const range = z.looseObject({ type: z.enum(['SEMVER', 'ECOSYSTEM', 'GIT']), events: z.array(event).min(1) })

const affected = z.looseObject({
  package: z.looseObject({ ecosystem: z.string().min(1), name: z.string().min(1) }).nullish(),
  ranges: z.array(range).nullish(),
  versions: z.array(z.string()).nullish(),
  severity,
  ecosystem_specific: free,
  database_specific: free,
})

const advisory = z.looseObject({
  id: z.string().regex(/^[A-Za-z0-9][\w.:-]{0,199}$/, 'is not an advisory id'),
  modified: z.iso.datetime({ offset: true }),
  withdrawn: z.iso.datetime({ offset: true }).nullish(),
  aliases: names,
  upstream: names,
  summary: z.string().nullish(),
  severity,
  affected: z.array(affected).nullish(),
  database_specific: free,
})

/**
 * What OSV knows about one vulnerability. Fields that are not used here are kept and not looked at.
 *
 * @see https://ossf.github.io/osv-schema/ (1.7; 1.6 reads the same)
 */
export type Advisory = z.infer<typeof advisory>
export type Affected = z.infer<typeof affected>
export type Range = z.infer<typeof range>
export type Event = z.infer<typeof event>

/** No advisory comes near this; what does is not an advisory. */
export const maximumAdvisoryBytes = 32 * 1024 * 1024 // 32 MiB

/**
 * One advisory, checked.
 *
 * @param from the file or address it came from, for messages
 * @throws IngotError `unreadable`, naming the file and the first field that is wrong
 */
export function parseAdvisory(bytes: Uint8Array | string, from: string): Advisory {
  return parseJson(advisory, bytes, `The advisory ${from}`)
}

/** @throws IngotError `unreadable`, starting with `what` and naming the first field that is wrong */
export function parseJson<T>(schema: z.ZodType<T>, bytes: Uint8Array | string, what: string): T {
  const fail = (why: string) =>
    new IngotError('unreadable', `${what} is malformed: ${why}`, {
      advice: 'Fetch the advisories again, or leave this file out',
    })
  let value: unknown
  try {
    value = JSON.parse(typeof bytes === 'string' ? bytes : Buffer.from(bytes).toString('utf8'))
  } catch {
    throw fail('it is not JSON')
  }
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw fail(`${issue?.path.join('.') || 'the document'}: ${issue?.message}`)
}

/** What the advisories are and how fresh: part of the evidence. */
export interface Database {
  /** Where they came from, as a URI. */
  readonly uri: string
  /** RFC 3339: when the snapshot was taken, or the newest change in it. */
  readonly updatedAt: string
  readonly advisories: number
  /** Digest of the ids and times of a snapshot's advisories: two snapshots of one version hold the same. */
  readonly version?: string
}

export interface AdvisorySet {
  readonly database: Database
  readonly advisories: readonly Advisory[]
}
