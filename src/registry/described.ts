import { IngotError } from '../errors.js'
import { type Digest, digestOf } from '../oci/digest.js'
import { type Descriptor, parseIndex, parseManifest } from '../oci/manifest.js'
import { indexTypes, manifestTypes, mediaTypes } from '../oci/media-types.js'

/** What the bytes of a manifest say about themselves, as far as lists of referrers need it. */
export interface Described {
  readonly descriptor: Descriptor
  readonly subject?: Digest
  /** Manifests that an index names; none for a manifest. */
  readonly children: readonly Descriptor[]
  /** Config and layers of a manifest; none for an index. */
  readonly blobs: readonly Descriptor[]
}

/**
 * A manifest's descriptor as a list of referrers shows it: with `artifactType` (the config's media type when the
 * manifest has none) and annotations, but only for manifests that have a subject.
 *
 * @throws IngotError `unreadable` when a manifest or index of a known type is malformed
 * @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#listing-referrers
 */
export function describe(bytes: Uint8Array, mediaType: string, from: string): Described {
  const plain: Descriptor = { mediaType, digest: digestOf(bytes), size: bytes.byteLength }
  if (indexTypes.includes(mediaType)) {
    const { subject, artifactType, annotations, manifests } = parseIndex(bytes, from)
    return { ...referring(plain, subject, artifactType, annotations), children: manifests, blobs: [] }
  }
  if (manifestTypes.includes(mediaType)) {
    const { subject, artifactType, annotations, config, layers } = parseManifest(bytes, from)
    const described = referring(plain, subject, artifactType ?? config.mediaType, annotations)
    return { ...described, children: [], blobs: [config, ...layers] }
  }
  return { descriptor: plain, children: [], blobs: [] }
}

/** The media type that manifest bytes have by themselves: what they say, else by their shape. */
export function mediaTypeOf(bytes: Uint8Array): string | undefined {
  let value: unknown
  try {
    value = JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch {
    return undefined
  }
  if (typeof value !== 'object' || value === null) return undefined
  const said = Reflect.get(value, 'mediaType')
  if (typeof said === 'string') return said
  if (Array.isArray(Reflect.get(value, 'manifests'))) return mediaTypes.index
  return Array.isArray(Reflect.get(value, 'layers')) ? mediaTypes.manifest : undefined
}

const schemaOne = [
  'application/vnd.docker.distribution.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v1+prettyjws',
]

/**
 * What a registry's Content-Type says, unless it says nothing of use and the document does.
 *
 * @throws IngotError `unreadable` when neither names a manifest: a web page, most often; `unsupported` for docker's schema 1
 */
export function mediaTypeSaid(contentType: string | undefined, bytes: Uint8Array, where: string): string {
  const said = contentType?.split(';')[0]?.trim()
  if (said !== undefined && schemaOne.includes(said)) {
    throw new IngotError('unsupported', `${where} is of docker's schema 1, which was given up in 2017`, {
      advice: 'Pull it with a docker that still reads it, and push it again; or build it anew',
    })
  }
  const own = mediaTypeOf(bytes)
  if (said !== undefined && (indexTypes.includes(said) || manifestTypes.includes(said))) {
    if (own === undefined || indexTypes.includes(own) === indexTypes.includes(said)) return said
    // One digest must not mean an index to some and a manifest to others.
    throw new IngotError('unreadable', `${where} is sent as ${said}, and is ${own} by its own account`, {
      advice: 'Do not use it: the registry, or whoever pushed it, misleads',
    })
  }
  if (own !== undefined) return own
  throw new IngotError(
    'unreadable',
    `${where} is not a manifest: the registry answered ${said ?? 'something unnamed'}`,
    {
      advice: 'Check that the host is a registry, and not a web page in front of it',
    },
  )
}

function referring(
  plain: Descriptor,
  subject: Descriptor | undefined,
  artifactType: string | undefined,
  annotations: Record<string, string> | undefined,
): { descriptor: Descriptor; subject?: Digest } {
  if (subject === undefined) return { descriptor: plain }
  const descriptor = { ...plain, ...(artifactType && { artifactType }), ...(annotations && { annotations }) }
  return { descriptor, subject: subject.digest }
}
