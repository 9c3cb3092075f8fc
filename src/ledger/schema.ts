import { z } from 'zod'
import { type Digest, isDigest } from '../oci/digest.js'
import { namePattern } from './paths.js'
import type { EnvironmentState, Recording, Release } from './state.js'

// Objects are loose: a field that a later version adds survives when this one rewrites the file.

const digest = z.custom<Digest>((value) => typeof value === 'string' && isDigest(value), 'is not a sha256 digest')
const timestamp = z.iso.datetime('is not an RFC 3339 time in UTC')
const count = z.number().int().nonnegative()
const generation = count
const name = z.string().regex(namePattern, 'is not a name')
const schemaVersion = z.literal(1, 'is not 1: a newer Ingot may have written this ledger')

const deployed = { digest, image: z.string(), version: z.string() }

const recording = z.looseObject({
  alpha: z.number(),
  metrics: z.array(z.looseObject({ name: z.string(), kind: z.enum(['ratio', 'histogram']), 'max-ratio': z.number() })),
  ticks: z.array(z.record(z.string(), z.unknown())),
})

const rollout = z.looseObject({
  generation,
  kind: z.enum(['promotion', 'rollback']),
  candidate: z.looseObject(deployed),
  previous: z.looseObject(deployed).nullable(),
  startedAt: timestamp,
  phase: z.enum(['advancing', 'promoting', 'aborting']),
  step: z.number().int().min(-1),
  weight: z.number().min(0).max(100),
  since: timestamp,
  why: z.string().nullable(),
  judge: z.unknown(),
  counters: z.unknown(),
  recording,
})

const historyEntry = z.looseObject({
  ...deployed,
  at: timestamp,
  generation,
  event: z.enum(['promoted', 'aborted', 'rolled-back']),
  from: digest.nullable(),
  why: z.string(),
  seconds: z.number().nonnegative(),
})

export const markerSchema = z.looseObject({ schemaVersion, kind: z.literal('ingot-ledger') })

export const recordingSchema: z.ZodType<Recording> = recording

export const environmentSchema: z.ZodType<EnvironmentState> = z.looseObject({
  schemaVersion,
  environment: name,
  app: name,
  generation,
  stable: z.looseObject({ ...deployed, since: timestamp }).nullable(),
  rollout: rollout.nullable(),
  history: z.array(historyEntry),
  quarantine: z.array(z.looseObject({ digest, version: z.string(), at: timestamp, why: z.string() })),
})

export const releaseSchema: z.ZodType<Release> = z.looseObject({
  schemaVersion,
  app: name,
  digest,
  image: z.string(),
  version: z.string(),
  tags: z.array(z.string()),
  platforms: z.array(z.string()),
  base: z.looseObject({ name: z.string(), digest }).nullable(),
  source: z.looseObject({ repository: z.string().exactOptional(), revision: z.string().exactOptional() }),
  reason: z.enum(['push', 'base', 'cve', 'age', 'manual']),
  publishedAt: timestamp,
  evidence: z.array(z.looseObject({ predicateType: z.string(), digest })),
  signer: z.string().nullable(),
  findings: z.looseObject({ critical: count, high: count, medium: count, low: count }).nullable(),
})
