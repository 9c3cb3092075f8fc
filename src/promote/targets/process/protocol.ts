import { z } from 'zod'
import { type Digest, isDigest } from '../../../oci/digest.js'
import { countersSchema } from '../../metrics/counters.js'

const digest = z.custom<Digest>((value) => typeof value === 'string' && isDigest(value), 'is not a sha256 digest')
const generation = z.number().int().nonnegative()
const weight = z.number().min(0).max(100)

const placed = z.object({ digest, image: z.string(), version: z.string(), healthPath: z.string().startsWith('/') })
/** An image in one of the two places. */
export type Placed = z.infer<typeof placed>

/** `target.json`: everything that a host which died is restored from. */
export const hostStateSchema = z.object({
  schemaVersion: z.literal(1),
  /** The host's; 0 when it has ended in order. */
  pid: z.number().int(),
  port: z.number().int(),
  generation,
  weight,
  stable: placed.nullable(),
  canary: placed.nullable(),
  /** Process ids of the services, those that are still finishing their requests too. */
  services: z.array(z.number().int().positive()),
})
export type HostState = z.infer<typeof hostStateSchema>

export const requests = {
  observe: z.object({}),
  deploy: z.object({ generation, image: placed }),
  shift: z.object({ generation, canary: digest, weight }),
  retire: z.object({ generation, keep: digest.nullable() }),
  stop: z.object({}),
}
export type Verb = keyof typeof requests
export type RequestOf<V extends Verb> = z.infer<(typeof requests)[V]>

const track = z.object({
  digest,
  version: z.string(),
  healthy: z.boolean(),
  why: z.string().optional(),
  restarts: z.number().int(),
  counters: countersSchema,
})

/** Every verb's answer: what the host sees afterwards. */
export const answerSchema = z.object({
  port: z.number().int(),
  generation,
  weight,
  stable: track.nullable(),
  canary: track.nullable(),
})
export type Answer = z.infer<typeof answerSchema>

export const refusalSchema = z.object({
  reason: z.enum(['superseded', 'target-failed', 'invalid-input']),
  message: z.string(),
})
export type Refusal = z.infer<typeof refusalSchema>
