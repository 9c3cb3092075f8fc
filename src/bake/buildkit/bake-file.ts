import { join, resolve } from 'node:path'
import { z } from 'zod'
import { IngotError } from '../../errors.js'
import { cacheKind } from './cache.js'
import { parseContext } from './contexts.js'
import type { BuildDefinition } from './definition.js'
import { parseSecret } from './secrets.js'

/** `type=registry,ref=…`, which newer versions of buildx print as an object. */
const fields = z.union([
  z.string(),
  z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]).transform(String)).transform((record) =>
    Object.entries(record)
      .map(([key, value]) => `${key}=${value}`)
      .join(','),
  ),
])
const ssh = z.union([
  z.string(),
  z
    .looseObject({ id: z.string(), paths: z.array(z.string()).nullish() })
    .transform(({ id, paths }) => (paths?.length ? `${id}=${paths.join(',')}` : id)),
])
const pairs = z.record(z.string(), z.string().nullable()).nullish()

const target = z.strictObject({
  context: z.string().default('.'),
  contexts: z.record(z.string(), z.string()).nullish(),
  dockerfile: z.string().default('Dockerfile'),
  'dockerfile-inline': z.string().nullish(),
  args: pairs,
  labels: pairs,
  platforms: z.array(z.string()).nullish(),
  target: z.string().nullish(),
  secret: z.array(fields).nullish(),
  ssh: z.array(ssh).nullish(),
  'cache-from': z.array(fields).nullish(),
  'cache-to': z.array(fields).nullish(),
  'no-cache': z.boolean().nullish(),
  network: z.enum(['default', 'none', 'host']).nullish(),
  // What follows is decided here, not there.
  ...Object.fromEntries(
    ['tags', 'output', 'attest', 'annotations', 'pull', 'description', 'call', 'entitlements'].map((name) => [
      name,
      z.unknown().optional(),
    ]),
  ),
})
const printed = z.looseObject({
  group: z.record(z.string(), z.looseObject({ targets: z.array(z.string()).nullish() })).nullish(),
  target: z.record(z.string(), z.unknown()),
})

/** A target of a bake file, before its Dockerfile is read. */
export type BakeTarget = Omit<BuildDefinition, 'dockerfile' | 'platforms'> & {
  readonly platforms: readonly string[]
  /** The Dockerfile's text, or where it is. */
  readonly dockerfile: { readonly text: string } | { readonly file: string }
}

/**
 * One target of what `docker buildx bake --print` answers. Tags, output, attestations and annotations in it do not count:
 * they are ours to decide.
 *
 * @param directory of the bake file: paths are relative to it
 * @throws IngotError `tool-failed` when buildx has printed something else; `invalid-input` when the name means several
 *   targets; `unsupported` for settings that would change the build and are not understood
 */
export function parseBakeTarget(json: string, name: string, directory: string): BakeTarget {
  const { context, contexts, dockerfile, args, labels, platforms, ...rest } = readTarget(json, name)
  const place = local(context, directory)
  const inline = rest['dockerfile-inline']
  const caches = { from: rest['cache-from'] ?? [], to: rest['cache-to'] ?? [] }
  for (const cache of [...caches.from, ...caches.to]) cacheKind(cache)
  return {
    context: place,
    dockerfile: inline ? { text: inline } : { file: join(place, dockerfile) },
    target: rest.target ?? undefined,
    arguments: present(args),
    contexts: new Map(Object.entries(contexts ?? {}).map(([key, value]) => parseContext(key, value, directory))),
    labels: present(labels),
    platforms: platforms ?? [],
    secrets: (rest.secret ?? []).map((secret) => localSecret(secret, directory)),
    ssh: rest.ssh ?? [],
    cacheFrom: caches.from,
    cacheTo: caches.to,
    noCache: rest['no-cache'] ?? false,
    network: rest.network ?? undefined,
  }
}

function readTarget(json: string, name: string): z.output<typeof target> {
  const all = parse(printed, json, 'buildx has printed')
  const own = all.target[name] === undefined ? (all.group?.[name]?.targets ?? Object.keys(all.target)) : [name]
  const [only, ...more] = own
  if (only === undefined || more.length > 0 || all.target[only] === undefined) {
    throw new IngotError('invalid-input', `${name} in the bake file is ${own.length} targets, and an image is one`, {
      advice: `Name one of ${Object.keys(all.target).join(', ')}`,
    })
  }
  const parsed = target.safeParse(all.target[only])
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const what =
    issue?.code === 'unrecognized_keys' ? issue.keys.join(', ') : `${issue?.path.join('.')}: ${issue?.message}`
  throw new IngotError('unsupported', `The target ${only} of the bake file sets what is not understood: ${what}`, {
    advice: 'Leave it out of this target, or build with a Dockerfile alone',
  })
}

function parse<T>(schema: z.ZodType<T>, json: string, who: string): T {
  try {
    return schema.parse(JSON.parse(json))
  } catch (cause) {
    throw new IngotError('tool-failed', `${who} no definition of a build`, { cause })
  }
}

/** `cwd://` is where the bake file is, for us. */
function local(path: string, directory: string): string {
  if (/^(?!cwd:)[a-z][a-z0-9+.-]*:\/\/|^git@/i.test(path)) {
    throw new IngotError('unsupported', `The build context ${path} is not a directory`, {
      advice: 'Check the sources out first: the Dockerfile is read before the build, to find the base',
    })
  }
  return resolve(directory, path.replace(/^cwd:\/\//, ''))
}

/** buildx prints `type=env` and `type=file` too, and names an absent variable by the id. */
function localSecret(text: string, directory: string) {
  const secret = parseSecret(/(?:^|,)(?:env|src|source|file)=/.test(text) ? text : `${text},env=${idOf(text)}`)
  return secret.from === 'file' ? { ...secret, path: resolve(directory, secret.path) } : secret
}

function idOf(text: string): string {
  return /(?:^|,)id=([^,]+)/.exec(text)?.[1] ?? ''
}

function present(record: Readonly<Record<string, string | null>> | null | undefined): Record<string, string> {
  const entries = Object.entries(record ?? {})
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== null))
}
