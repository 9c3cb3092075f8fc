import { z } from 'zod'
import { layersSchema } from './layers-schema.js'
import { strings } from './shared-schema.js'
import { duration } from './units.js'

const platforms = z.array(z.string()).default([]).describe('os/architecture[/variant]; several make an index')
const labels = strings.default({})

const buildkit = z.strictObject({
  engine: z.literal('buildkit'),
  context: z.string().default('.').describe('Directory that the build may read'),
  file: z.string().optional().describe('Dockerfile; default Dockerfile in the context'),
  target: z.string().optional().describe('Stage to build; default the last'),
  'build-args': strings.default({}).describe('Never secrets: they stay in the image and its provenance'),
  'build-contexts': z
    .record(z.string(), z.string())
    .default({})
    .describe('Name → directory, docker-image://REF or oci-layout://DIR:TAG'),
  secrets: z.array(z.string()).default([]).describe('id=NAME,env=VARIABLE or id=NAME,file=PATH'),
  ssh: z.array(z.string()).default([]),
  'cache-from': z.array(z.string()).default([]).describe('Whoever may write to it can change the image'),
  'cache-to': z.array(z.string()).default([]).describe('Not written on pull requests'),
  'no-cache': z.boolean().default(false),
  network: z.enum(['default', 'none', 'host']).optional(),
  builder: z.string().optional().describe('As docker buildx ls names it; default the current one'),
  'buildkit-image': z.string().optional().describe('Image of BuildKit for a builder that is made here'),
  sbom: z.string().optional().describe('Image that makes an SBOM inside the build; none by default'),
  'bake-file': z.string().optional().describe('Its target says what is built, in place of file and context'),
  'bake-target': z.string().optional().describe('Target of the bake file; default default'),
  rebasable: z
    .boolean()
    .default(false)
    .describe('Nothing in the image was compiled against the base: rebase may put it on a newer one'),
  labels,
  platforms,
})

const variableName = z.string().regex(/^[A-Za-z_][A-Za-z0-9_-]*$/, 'write the name of a variable of the template')

const packer = z
  .strictObject({
    engine: z.literal('packer'),
    template: z.string().describe('HCL2 template: a file, or a directory of *.pkr.hcl'),
    variables: strings.default({}),
    secrets: z
      .record(variableName, z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'write the name of an environment variable'))
      .default({})
      .describe('Variable of the template → environment variable that holds its value'),
    only: z.array(z.string()).default([]).describe('Builds to run, as Packer names them (qemu.shop); default all'),
    except: z.array(z.string()).default([]).describe('Builds to leave out'),
    base: z.string().optional().describe('Golden VM image to build on; without it the template has its own source'),
    'base-region': z.string().optional().describe('Region of a base that is an image in a cloud'),
    'base-variables': z
      .strictObject({ image: variableName.default('base_image'), checksum: variableName.default('base_checksum') })
      .prefault({})
      .describe('Variables of the template that are given the path (or id) of the base, and its checksum'),
    'output-variable': variableName.optional().describe('Variable that is given a directory for what is built'),
    'inventory-variable': variableName
      .optional()
      .describe('Variable that is given a directory for the package databases of the machine, for scan'),
    platforms: platforms.describe('The one platform that every build is for; builds names several'),
    builds: z
      .record(z.string(), z.string())
      .default({})
      .describe('Build → os/architecture[/variant]; several platforms make an index'),
    firmware: z.enum(['bios', 'uefi']).optional().describe('What the machine boots with, said in the image'),
    init: z.boolean().default(false).describe('Whether packer init may fetch plugins at build time'),
    timeout: duration.prefault('2h').describe('A build that has not ended by then is cancelled'),
  })
  .transform(({ timeout, ...rest }) => ({ ...rest, timeoutMilliseconds: timeout }))

/** `bake:` of ingot.yml: what is baked, by the engine that it names. */
export const bakeSchema = z.discriminatedUnion('engine', [layersSchema, buildkit, packer])
