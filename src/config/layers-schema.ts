import { z } from 'zod'
import { absolutePath, strings } from './shared-schema.js'
import { duration } from './units.js'

const owner = z
  .union([z.string(), z.int().transform(String)])
  .refine(
    (text) => /^\d{1,9}(:\d{1,9})?$/.test(text),
    'write uid or uid:gid in numbers: names are known in the image alone',
  )
  .transform((text) => {
    const [uid = '0', gid = uid] = text.split(':')
    return { uid: Number(uid), gid: Number(gid) }
  })

const mode = z
  .union([z.string(), z.number()])
  .refine(
    // YAML reads 0640 without quotes as six hundred and forty.
    (value) => typeof value === 'string' && /^(normal|keep|[0-7]{3,4})$/.test(value),
    'write normal, keep, or octal digits in quotes such as "0640"',
  )
  .transform((value) => (value === 'normal' || value === 'keep' ? value : Number.parseInt(String(value), 8)))

const mtime = z.union([
  z.enum(['epoch', 'keep']),
  z.int().min(0),
  z.iso
    .datetime('write epoch, keep, seconds since 1970, or a time such as 2026-01-31T12:00:00Z')
    .transform((text) => Math.floor(Date.parse(text) / 1000)),
])

/** The long form of an addition, in ingot.yml and in the input `add`. */
export const additionSchema = z
  .strictObject({
    source: z.string().min(1).describe('File or directory on disk; {os}, {arch} and {variant} stand for the platform'),
    destination: absolutePath.regex(/^(?!.*\/\.\.(\/|$))/, 'write it without ..'),
    owner: owner.optional().describe('uid:gid of everything in it; default 0:0'),
    mode: mode.optional().describe('normal (0755 and 0644), keep, or the mode of files as "0640"'),
    mtime: mtime.optional().describe('epoch (SOURCE_DATE_EPOCH, else 1970), keep, or a time'),
    'hard-links': z.enum(['split', 'keep']).optional().describe('Whether names of one file stay names of one file'),
    exclude: z.array(z.string().min(1)).optional().describe('Patterns to leave out, as in a .dockerignore'),
    platforms: z.array(z.string()).optional().describe('Images that get this layer; default all'),
  })
  .transform(({ source, destination, platforms, 'hard-links': hardLinks, ...rest }) => ({
    source,
    destination,
    platforms,
    rules: { ...rest, hardLinks },
  }))

const test = z
  .union([z.string().min(1), z.array(z.string()).min(1)])
  .transform((text) => (typeof text === 'string' ? ['CMD-SHELL', text] : ['CMD', ...text]))

/** `none`, or what a container engine runs to see whether a container is well. */
export const healthcheckSchema = z.union([
  z.literal('none').transform(() => ({ test: ['NONE'] })),
  z
    .strictObject({
      test: test.describe('Words of a command, or one line for a shell'),
      interval: duration.optional(),
      timeout: duration.optional(),
      'start-period': duration.optional(),
      'start-interval': duration.optional(),
      retries: z.int().min(1).optional(),
    })
    .transform(({ test, retries, ...times }) => ({
      test,
      retries,
      intervalMilliseconds: times.interval,
      timeoutMilliseconds: times.timeout,
      startPeriodMilliseconds: times['start-period'],
      startIntervalMilliseconds: times['start-interval'],
    })),
])

/** `bake:` of ingot.yml for the engine `layers`. */
export const layersSchema = z.strictObject({
  engine: z.literal('layers').default('layers'),
  base: z.string().describe('The base image, or scratch'),
  add: z
    .array(z.union([z.string().regex(/^.+:\/.*$/, 'write SRC:DEST with an absolute DEST'), additionSchema]))
    .default([]),
  entrypoint: z.array(z.string()).optional(),
  cmd: z.array(z.string()).optional(),
  env: strings.default({}),
  labels: strings.default({}),
  user: z.string().optional(),
  workdir: absolutePath.optional(),
  expose: z
    .array(z.union([z.string(), z.int().transform(String)]))
    .default([])
    .describe('Ports such as 8080 or 53/udp'),
  volumes: z.array(absolutePath).default([]).describe('Directories whose content outlives a container'),
  'stop-signal': z.string().optional().describe('Signal that asks the process to end, e.g. SIGTERM'),
  healthcheck: healthcheckSchema.optional(),
  compression: z.enum(['gzip', 'zstd', 'none']).optional(),
  'compression-level': z.int().min(1).optional(),
  platforms: z.array(z.string()).default([]).describe('os/architecture[/variant]; several make an index'),
})
