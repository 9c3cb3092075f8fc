import type { ServerResponse } from 'node:http'
import { end, json, type Matched, page, refuse } from './answers.js'
import { sha256 } from './storage.js'

const maximumManifestBytes = 4 * 1024 * 1024 // 4 MiB, as registries have it
const indexType = 'application/vnd.oci.image.index.v1+json'

export function listTags({ response, url, repo, path, options }: Matched): ServerResponse {
  if (repo.manifests.size === 0) return refuse(response, 404, 'NAME_UNKNOWN')
  const { shown, headers } = page(url, [...repo.tags.keys()].sort(), (tag) => tag, options.pageSize)
  return json(response, 200, { name: path, tags: shown }, headers)
}

/** @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#listing-referrers */
export function listReferrers({ response, url, repo, label, options }: Matched): ServerResponse {
  if (options.referrers === 'none') return refuse(response, 404, 'NOT_FOUND')
  const all = options.referrers === 'empty' ? [] : repo.referrers(label)
  const wanted = options.filters === false ? null : url.searchParams.get('artifactType')
  const matching = wanted === null ? all : all.filter(({ artifactType }) => artifactType === wanted)
  const { shown, headers } = page(url, matching, ({ digest }) => digest, options.referrersPageSize)
  return json(
    response,
    200,
    { schemaVersion: 2, mediaType: indexType, manifests: shown },
    { 'content-type': indexType, ...headers, ...(wanted !== null && { 'oci-filters-applied': 'artifactType' }) },
  )
}

export function getManifest({ response, repo, label }: Matched): ServerResponse {
  const found = repo.resolve(label)
  if (found === undefined) return refuse(response, 404, 'MANIFEST_UNKNOWN')
  const { bytes, mediaType } = found.manifest
  const headers = { 'content-type': mediaType, 'docker-content-digest': found.digest, 'content-length': bytes.length }
  return response.writeHead(200, headers).end(bytes)
}

export async function putManifest(matched: Matched): Promise<ServerResponse> {
  const { request, response, repo, path, label, options } = matched
  const bytes = await readBody(matched)
  if (bytes === undefined) return refuse(response, 413, 'SIZE_INVALID')
  const digest = sha256(bytes)
  const isTag = !label.includes(':')
  if (!isTag && digest !== label) return refuse(response, 400, 'DIGEST_INVALID')
  if (isTag && options.immutableTags && (repo.tags.get(label) ?? digest) !== digest) {
    const message = `The image tag '${label}' already exists and cannot be overwritten`
    return refuse(response, 400, 'TAG_INVALID', { message })
  }
  const mediaType = request.headers['content-type'] ?? ''
  const manifest = parse(bytes)
  if (manifest === undefined || (manifest.mediaType ?? mediaType) !== mediaType) {
    return refuse(response, 400, 'MANIFEST_INVALID')
  }
  const isFallback = /^sha256-[0-9a-f]{64}$/.test(label)
  if (!isFallback && repo.missing(manifest)) return refuse(response, 400, 'MANIFEST_BLOB_UNKNOWN')
  repo.manifests.set(digest, { bytes, mediaType })
  if (isTag) repo.tags.set(label, digest)
  const subject = options.referrers === 'none' ? undefined : manifest.subject?.digest
  const headers = { location: `/v2/${path}/manifests/${digest}`, 'docker-content-digest': digest }
  return end(response, 201, { ...headers, ...(subject && { 'oci-subject': subject }) })
}

/** A tag alone, or a manifest with all its tags. */
export function deleteManifest({ response, repo, label, options }: Matched): ServerResponse {
  if (options.deletion === false) return refuse(response, 405, 'UNSUPPORTED')
  const isDeleted = label.includes(':') ? repo.deleteManifest(label) : repo.tags.delete(label)
  return isDeleted ? end(response, 202) : refuse(response, 404, 'MANIFEST_UNKNOWN')
}

async function readBody({ request }: Matched): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size <= maximumManifestBytes) chunks.push(chunk)
  }
  return size > maximumManifestBytes ? undefined : Buffer.concat(chunks)
}

function parse(bytes: Buffer) {
  try {
    const value = JSON.parse(bytes.toString('utf8'))
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}
