import { z } from 'zod'
import { bakeSchema } from './bake-schema.js'
import { absolutePath, strings } from './shared-schema.js'
import { byteSize, day, duration } from './units.js'

const name = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/, 'use lower-case letters, digits and hyphens')

const severity = z.enum(['low', 'medium', 'high', 'critical'])

/** What the gate refuses: findings of at least this severity, all of them or only those that have a fix. */
export const gateSchema = z
  .strictObject({ severity, 'fixable-only': z.boolean().default(false) })
  .transform((gate) => ({ severity: gate.severity, fixableOnly: gate['fixable-only'] }))

const fileCheck = z
  .strictObject({
    path: absolutePath,
    mode: z
      .string()
      .regex(/^[0-7]{3,4}$/, 'write the mode as octal digits in quotes, e.g. "0644"')
      .optional(),
    owner: z
      .string()
      .regex(/^\d+:\d+$/, 'write the owner as uid:gid')
      .optional(),
    absent: z.boolean().default(false),
    contains: z.string().optional(),
  })
  .transform((check) => ({ kind: 'file' as const, ...check }))

const metadataCheck = z
  .strictObject({
    user: z.string().optional(),
    entrypoint: z.array(z.string()).optional(),
    cmd: z.array(z.string()).optional(),
    workdir: absolutePath.optional(),
    labels: strings.default({}),
  })
  .transform((check) => ({ kind: 'metadata' as const, ...check }))

const setuidCheck = z
  .strictObject({ allow: z.array(absolutePath).default([]) })
  .transform((check) => ({ kind: 'setuid' as const, ...check }))

const sizeCheck = z
  .strictObject({ maximum: byteSize })
  .transform((check) => ({ kind: 'size' as const, maximumBytes: check.maximum }))

const httpCheck = z
  .strictObject({
    port: z.int().min(1).max(65_535).optional(),
    path: z.string().startsWith('/').default('/'),
    status: z.int().min(100).max(599).default(200),
    body: z.string().optional(),
    within: duration.prefault('10s'),
  })
  .transform(({ within, ...check }) => ({ kind: 'http' as const, ...check, withinMilliseconds: within }))

const check = z.union([
  z.strictObject({ file: fileCheck }).transform((entry) => entry.file),
  z.strictObject({ metadata: metadataCheck }).transform((entry) => entry.metadata),
  z.strictObject({ setuid: setuidCheck }).transform((entry) => entry.setuid),
  z.strictObject({ size: sizeCheck }).transform((entry) => entry.size),
  z.strictObject({ http: httpCheck }).transform((entry) => entry.http),
])

const exception = z.strictObject({
  id: z.string().min(1),
  package: z.string().optional(),
  reason: z.string().min(1, 'an exception needs a reason'),
  until: day,
})

const scan = z
  .strictObject({
    engines: z
      .array(z.enum(['osv']))
      .min(1)
      .default(['osv']),
    advisories: z
      .string()
      .optional()
      .describe('Directory of an OSV snapshot; without it OSV is asked over the network'),
    'fail-on': gateSchema.prefault({ severity: 'high' }),
    exceptions: z.array(exception).default([]),
  })
  .transform(({ 'fail-on': failOn, ...rest }) => ({ ...rest, failOn }))

const verify = z.strictObject({
  key: z.string().describe('Public key (PEM file) of the signer that deployments trust'),
  require: z.array(z.string()).default(['signature', 'provenance', 'sbom', 'vulns', 'test-result']),
})

const target = z
  .strictObject({
    kind: z.literal('process'),
    directory: z.string().describe('Where the target keeps images, state and its control socket'),
    port: z.int().min(0).max(65_535),
    'health-path': z.string().startsWith('/').optional(),
  })
  .transform(({ 'health-path': healthPath, ...rest }) => ({ ...rest, ...(healthPath !== undefined && { healthPath }) }))

const strategy = z.union([
  z
    .strictObject({
      canary: z.strictObject({
        steps: z
          .array(z.number().gt(0).lt(100))
          .min(1)
          .describe('Percent of traffic on the canary, rising; 100 follows by itself'),
        every: duration,
      }),
    })
    .refine(
      ({ canary }) => canary.steps.every((step, i) => i === 0 || step > (canary.steps[i - 1] ?? 0)),
      'steps must rise',
    )
    .transform(({ canary }) => ({ kind: 'canary' as const, steps: canary.steps, everyMilliseconds: canary.every })),
  z
    .strictObject({ 'blue-green': z.strictObject({ soak: duration }) })
    .transform((entry) => ({ kind: 'blue-green' as const, soakMilliseconds: entry['blue-green'].soak })),
])

const metric = z
  .strictObject({
    name,
    kind: z.enum(['ratio', 'histogram']),
    source: z.enum(['target']).default('target'),
    'max-ratio': z.number().positive().max(100).default(1),
  })
  .transform(({ 'max-ratio': maxRatio, ...rest }) => ({ ...rest, maxRatio }))

const environment = z
  .strictObject({
    after: name.optional().describe('The environment in which a digest must be stable first'),
    target,
    strategy,
    metrics: z
      .array(metric)
      .min(1)
      .prefault([
        { name: 'errors', kind: 'ratio' },
        { name: 'latency', kind: 'histogram' },
      ]),
    alpha: z
      .number()
      .gt(0)
      .max(0.5)
      .default(0.01)
      .describe('The chance of aborting a healthy rollout, over all its ticks'),
    deadline: duration.prefault('1h').describe('A rollout that has not ended by then is aborted'),
  })
  .transform(({ deadline, ...rest }) => ({ ...rest, deadlineMilliseconds: deadline }))

const patch = z
  .strictObject({
    'rebuild-on': z.array(z.enum(['base', 'cve', 'age'])).default(['base', 'cve']),
    'max-age': duration.optional(),
  })
  .transform((entry) => ({
    rebuildOn: entry['rebuild-on'],
    ...(entry['max-age'] !== undefined && { maximumAgeMilliseconds: entry['max-age'] }),
  }))

/** `ingot.yml`, the one file at the root of the caller's repository. */
export const configSchema = z
  .strictObject({
    app: name,
    image: z.string().describe('The repository that releases of this app go to, without tag or digest'),
    bake: bakeSchema.optional(),
    validate: z.array(check).default([]),
    scan: scan.prefault({}),
    verify: verify.optional(),
    ledger: z.string().optional().describe('Git URL or directory of the ledger; the repository at hand when absent'),
    environments: z.record(name, environment).default({}),
    patch: patch.prefault({}),
  })
  .superRefine((config, context) => {
    for (const [environmentName, { after }] of Object.entries(config.environments)) {
      if (after === undefined || (after in config.environments && after !== environmentName)) continue
      const path = ['environments', environmentName, 'after']
      context.addIssue({
        code: 'custom',
        path,
        message: `there is no other environment called ${JSON.stringify(after)}`,
      })
    }
  })

export type Check = z.infer<typeof check>
export type Environment = z.infer<typeof environment>
