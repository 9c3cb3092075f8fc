import { z } from 'zod'
import { absolutePath, strings } from './shared-schema.js'

const platforms = z.array(z.string()).default([]).describe('os/architecture[/variant]; several make an index')
const labels = strings.default({})

const layers = z.strictObject({
  engine: z.literal('layers').default('layers'),
  base: z.string().describe('The base image, or scratch'),
  add: z.array(z.string().regex(/^.+:\/.*$/, 'write SRC:DEST with an absolute DEST')).default([]),
  entrypoint: z.array(z.string()).optional(),
  cmd: z.array(z.string()).optional(),
  env: strings.default({}),
  labels,
  user: z.string().optional(),
  workdir: absolutePath.optional(),
  platforms,
})

const buildkit = z.strictObject({
  engine: z.literal('buildkit'),
  context: z.string().default('.').describe('Directory that the build may read'),
  file: z.string().optional().describe('Dockerfile; default Dockerfile in the context'),
  target: z.string().optional().describe('Stage to build; default the last'),
  'build-args': strings.default({}),
  labels,
  platforms,
})

const packer = z.strictObject({
  engine: z.literal('packer'),
  template: z.string().describe('HCL2 template: a file, or a directory of *.pkr.hcl'),
  variables: strings.default({}),
})

/** `bake:` of ingot.yml: what is baked, by the engine that it names. */
export const bakeSchema = z.discriminatedUnion('engine', [layers, buildkit, packer])
