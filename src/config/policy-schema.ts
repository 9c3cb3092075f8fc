import { z } from 'zod'
import { gateSchema } from './schema.js'
import { duration } from './units.js'

const digest = z
  .string()
  .regex(/^sha256:[0-9a-f]{64}$/, 'write a whole digest: sha256: and 64 hexadecimal digits')
  .describe("Digest of the image: of an index, or of one platform's manifest")

/** All that an entry says must hold; who else may sign (an issuer and an identity) would stand beside `key`. */
const approvedBase = z
  .strictObject({
    repository: z
      .string()
      .min(1)
      .optional()
      .describe(
        'Repository of an approved base, or scratch; * stands for anything within a path segment, at the end for anything',
      ),
    digest: digest.optional(),
    key: z.string().optional().describe('Public key (PEM file) that must have signed it'),
    'max-age': duration.optional().describe('Since the base was built; the max-age of the policy holds beside it'),
  })
  .refine(
    ({ repository, digest, key }) => (repository ?? digest ?? key) !== undefined,
    'say what is approved: a repository, a digest, or the key of a signer',
  )
  .refine(
    ({ repository, ...rest }) => repository !== 'scratch' || Object.values(rest).every((value) => value === undefined),
    'scratch is nothing: it has no digest, no signature and no age',
  )
  .transform(({ 'max-age': maximumAgeMilliseconds, ...rest }) => ({ ...rest, maximumAgeMilliseconds }))

const revokedBase = z.strictObject({
  digest,
  reason: z.string().min(1, 'say why it is revoked: whoever is refused reads it'),
  replacement: z.string().min(1).optional().describe('What to build on instead'),
})

/** The organisation policy: a second file that the caller's repository does not own. */
export const policySchema = z
  .strictObject({
    bases: z.array(approvedBase).default([]).describe('What images may be built on'),
    'max-age': duration.optional().describe('How old any base may be'),
    revoked: z.array(revokedBase).default([]).describe('Bases that may not be used any more, whatever approves them'),
    gate: gateSchema.optional(),
    require: z.array(z.string()).default([]),
  })
  .transform(({ 'max-age': maximumAgeMilliseconds, ...rest }) => ({ ...rest, maximumAgeMilliseconds }))
