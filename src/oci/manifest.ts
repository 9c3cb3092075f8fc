import { IngotError } from '../errors.js'
import { type Digest, isDigest } from './digest.js'
import { repeatedKey } from './repeated-key.js'
import * as z from './schema.js'

const digest = z.custom<Digest>((value) => typeof value === 'string' && isDigest(value), 'is not a sha256 digest')
const size = z.int().check(z.nonnegative())
const annotations = z.record(z.string(), z.string())

const platform = z.looseObject({
  architecture: z.string(),
  os: z.string(),
  variant: z.optional(z.string()),
  'os.version': z.optional(z.string()),
})

const descriptor = z.looseObject({
  mediaType: z.string(),
  digest,
  size,
  annotations: z.optional(annotations),
  artifactType: z.optional(z.string()),
  platform: z.optional(platform),
})

const manifest = z.looseObject({
  schemaVersion: z.literal(2),
  mediaType: z.optional(z.string()),
  artifactType: z.optional(z.string()),
  config: descriptor,
  layers: z.array(descriptor),
  subject: z.optional(descriptor),
  annotations: z.optional(annotations),
})

const index = z.looseObject({
  schemaVersion: z.literal(2),
  mediaType: z.optional(z.string()),
  artifactType: z.optional(z.string()),
  manifests: z.array(descriptor),
  subject: z.optional(descriptor),
  annotations: z.optional(annotations),
})

const imageConfig = z.looseObject({
  architecture: z.string(),
  os: z.string(),
  variant: z.optional(z.string()),
  created: z.optional(z.string()),
  config: z.nullish(
    z.looseObject({
      User: z.nullish(z.string()),
      Env: z.nullish(z.array(z.string())),
      Entrypoint: z.nullish(z.array(z.string())),
      Cmd: z.nullish(z.array(z.string())),
      WorkingDir: z.nullish(z.string()),
      ExposedPorts: z.nullish(z.record(z.string(), z.unknown())),
      Labels: z.nullish(z.record(z.string(), z.string())),
      StopSignal: z.nullish(z.string()),
    }),
  ),
  rootfs: z.looseObject({ type: z.literal('layers'), diff_ids: z.array(digest) }),
  history: z.nullish(
    z.array(
      z.looseObject({
        created: z.optional(z.string()),
        created_by: z.optional(z.string()),
        comment: z.optional(z.string()),
        empty_layer: z.optional(z.boolean()),
      }),
    ),
  ),
})

/** @see https://github.com/opencontainers/image-spec/blob/v1.1.1/descriptor.md */
export type Descriptor = z.infer<typeof descriptor>
export type Platform = z.infer<typeof platform>
/** An image manifest (OCI, or docker schema 2), or an artifact's. @see https://github.com/opencontainers/image-spec/blob/v1.1.1/manifest.md */
export type Manifest = z.infer<typeof manifest>
/** @see https://github.com/opencontainers/image-spec/blob/v1.1.1/image-index.md */
export type Index = z.infer<typeof index>
/** @see https://github.com/opencontainers/image-spec/blob/v1.1.1/config.md */
export type ImageConfig = z.infer<typeof imageConfig>

/** Manifests larger than this are refused: the limit that registries enforce. */
export const maximumManifestBytes = 4 * 1024 * 1024 // 4 MiB

export const parseManifest = parser(manifest, 'image manifest', ['manifests'])
export const parseIndex = parser(index, 'image index', ['config', 'layers'])
/** An index as the referrers API answers: of an empty one some registries write `null`. */
export const parseReferrers = parser(
  z.pipe(
    z.extend(index, { manifests: z.nullish(z.array(descriptor)) }),
    z.transform((list) => ({ ...list, manifests: list.manifests ?? [] })),
  ),
  'list of referrers',
)
export const parseImageConfig = parser(imageConfig, 'image config')

/** The bytes that are hashed and stored: compact JSON, keys in the order given, so that the same value has the same digest. */
export function encodeJson(value: Manifest | Index | ImageConfig): Buffer {
  return Buffer.from(JSON.stringify(value))
}

/** `linux/amd64`, `linux/arm64/v8`. */
export function formatPlatform(value: { os: string; architecture: string; variant?: string | undefined }): string {
  return [value.os, value.architecture, value.variant].filter(Boolean).join('/')
}

/** @param foreign keys of the other kind: a document that is both means one image to some tools and another to the rest */
function parser<T extends object>(schema: z.ZodMiniType<T>, what: string, foreign: readonly string[] = []) {
  /** @throws IngotError `unreadable`, naming the first field that is wrong */
  return (bytes: Uint8Array | string, from: string): T => {
    const fail = (why: string) => new IngotError('unreadable', `The ${what} of ${from} is malformed: ${why}`)
    const text = Buffer.from(bytes).toString('utf8')
    let value: unknown
    try {
      value = JSON.parse(text)
    } catch {
      throw fail('it is not JSON')
    }
    const repeated = repeatedKey(text)
    if (repeated !== undefined)
      throw fail(`${JSON.stringify(repeated.slice(0, 80))} is in it twice, which is ambiguous`)
    const parsed = schema.safeParse(value)
    const ambiguous = parsed.success ? foreign.find((key) => key in parsed.data) : undefined
    if (ambiguous !== undefined) throw fail(`${ambiguous} belongs to another kind, so it is ambiguous`)
    if (parsed.success) return parsed.data
    const issue = parsed.error.issues[0]
    throw fail(`${issue?.path.join('.') || 'the document'}: ${issue?.message}`)
  }
}
