import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { RegistryOptions } from './server.js'
import { type Repository, sha256 } from './storage.js'

export interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly url: URL
  readonly options: RegistryOptions
  repository(path: string): Repository
}

interface Matched extends Exchange {
  readonly path: string
  readonly label: string
  readonly repo: Repository
}

const routes: [string, RegExp, (matched: Matched) => ServerResponse | Promise<ServerResponse>][] = [
  ['GET', /^\/v2\/(.+)\/tags\/list()$/, listTags],
  ['GET', /^\/v2\/(.+)\/referrers\/(sha256:[0-9a-f]{64})$/, listReferrers],
  ['GET', /^\/v2\/(.+)\/manifests\/([^/]+)$/, getManifest],
  ['PUT', /^\/v2\/(.+)\/manifests\/([^/]+)$/, putManifest],
  ['GET', /^\/v2\/(.+)\/blobs\/(sha256:[0-9a-f]{64})$/, getBlob],
  ['POST', /^\/v2\/(.+)\/blobs\/uploads\/()$/, beginUpload],
  ['PATCH', /^\/v2\/(.+)\/blobs\/uploads\/([^/]+)$/, continueUpload],
  ['PUT', /^\/v2\/(.+)\/blobs\/uploads\/([^/]+)$/, finishUpload],
]

export async function route(exchange: Exchange): Promise<ServerResponse> {
  const { request, response, url } = exchange
  if (url.pathname === '/v2/') return end(response, 200)
  const method = request.method === 'HEAD' ? 'GET' : request.method
  for (const [wanted, pattern, handle] of routes) {
    const match = wanted === method ? pattern.exec(url.pathname) : null
    const [, path = '', label = ''] = match ?? []
    if (match) return handle({ ...exchange, path, label, repo: exchange.repository(path) })
  }
  return response.writeHead(404, { 'content-type': 'text/plain' }).end('404 page not found\n')
}

function listTags({ response, url, repo, path, options }: Matched): ServerResponse {
  if (repo.manifests.size === 0) return refuse(response, 404, 'NAME_UNKNOWN')
  const after = url.searchParams.get('last') ?? ''
  const size = Math.min(Number(url.searchParams.get('n') ?? 1e6), options.pageSize ?? 1e6)
  const rest = [...repo.tags.keys()].sort().filter((tag) => tag > after)
  const tags = rest.slice(0, size)
  const link = rest.length > size ? { link: `</v2/${path}/tags/list?n=${size}&last=${tags.at(-1)}>; rel="next"` } : {}
  return json(response, 200, { name: path, tags }, link)
}

function listReferrers({ response, repo, label, options }: Matched): ServerResponse {
  if (options.referrers === 'none') return refuse(response, 404, 'NOT_FOUND')
  const manifests = options.referrers === 'empty' ? [] : repo.referrers(label)
  const mediaType = 'application/vnd.oci.image.index.v1+json'
  return json(response, 200, { schemaVersion: 2, mediaType, manifests }, { 'content-type': mediaType })
}

function getManifest({ response, repo, label }: Matched): ServerResponse {
  const found = repo.resolve(label)
  if (found === undefined) return refuse(response, 404, 'MANIFEST_UNKNOWN')
  const { bytes, mediaType } = found.manifest
  const headers = { 'content-type': mediaType, 'docker-content-digest': found.digest, 'content-length': bytes.length }
  return response.writeHead(200, headers).end(bytes)
}

async function putManifest({ request, response, repo, path, label, options }: Matched): Promise<ServerResponse> {
  const bytes = await body(request)
  const digest = sha256(bytes)
  const isTag = !label.startsWith('sha256:')
  if (!isTag && digest !== label) return refuse(response, 400, 'DIGEST_INVALID')
  if (isTag && options.immutableTags && (repo.tags.get(label) ?? digest) !== digest) {
    return refuse(response, 400, 'TAG_INVALID', `The image tag '${label}' already exists and cannot be overwritten`)
  }
  const manifest = JSON.parse(bytes.toString('utf8'))
  const isFallback = /^sha256-[0-9a-f]{64}$/.test(label)
  if (!isFallback && repo.missing(manifest)) return refuse(response, 400, 'MANIFEST_BLOB_UNKNOWN')
  repo.manifests.set(digest, { bytes, mediaType: request.headers['content-type'] ?? '' })
  if (isTag) repo.tags.set(label, digest)
  const subject = options.referrers === 'none' ? undefined : manifest.subject?.digest
  const headers = { location: `/v2/${path}/manifests/${digest}`, 'docker-content-digest': digest }
  return end(response, 201, { ...headers, ...(subject && { 'oci-subject': subject }) })
}

function getBlob({ request, response, repo, label }: Matched): ServerResponse {
  const bytes = repo.blobs.get(label)
  if (bytes === undefined) return refuse(response, 404, 'BLOB_UNKNOWN')
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '')
  const headers = {
    'content-type': 'application/octet-stream',
    'docker-content-digest': label,
    'accept-ranges': 'bytes',
  }
  if (range === null) {
    return response.writeHead(200, { ...headers, 'content-length': bytes.length }).end(bytes)
  }
  const start = Number(range[1])
  const part = bytes.subarray(start, range[2] ? Number(range[2]) + 1 : undefined)
  const where = { 'content-range': `bytes ${start}-${start + part.length - 1}/${bytes.length}` }
  return response.writeHead(206, { ...headers, ...where, 'content-length': part.length }).end(part)
}

function beginUpload({ response, url, path, repo, repository, options }: Matched): ServerResponse {
  const mount = url.searchParams.get('mount')
  const from = url.searchParams.get('from')
  const bytes = mount && from && options.mounts !== false ? repository(from).blobs.get(mount) : undefined
  if (mount && bytes) {
    repo.blobs.set(mount, bytes)
    return end(response, 201, { location: `/v2/${path}/blobs/${mount}`, 'docker-content-digest': mount })
  }
  const id = randomUUID()
  repo.uploads.set(id, Buffer.alloc(0))
  return end(response, 202, { location: `/v2/${path}/blobs/uploads/${id}?_state=s3cret`, range: '0-0' })
}

async function continueUpload({ request, response, path, repo, label }: Matched): Promise<ServerResponse> {
  const before = repo.uploads.get(label)
  if (before === undefined) return refuse(response, 404, 'BLOB_UPLOAD_UNKNOWN')
  const bytes = Buffer.concat([before, await body(request)])
  repo.uploads.set(label, bytes)
  return end(response, 202, {
    location: `/v2/${path}/blobs/uploads/${label}`,
    range: `0-${Math.max(0, bytes.length - 1)}`,
  })
}

async function finishUpload({ request, response, url, path, repo, label }: Matched): Promise<ServerResponse> {
  const before = repo.uploads.get(label)
  if (before === undefined) return refuse(response, 404, 'BLOB_UPLOAD_UNKNOWN')
  const bytes = Buffer.concat([before, await body(request)])
  const digest = sha256(bytes)
  if (digest !== url.searchParams.get('digest')) return refuse(response, 400, 'DIGEST_INVALID')
  repo.uploads.delete(label)
  repo.blobs.set(digest, bytes)
  return end(response, 201, { location: `/v2/${path}/blobs/${digest}`, 'docker-content-digest': digest })
}

async function body(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks)
}

function json(
  response: ServerResponse,
  status: number,
  value: object,
  headers: Record<string, string> = {},
): ServerResponse {
  const text = JSON.stringify(value)
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
    ...headers,
  })
  return response.end(text)
}

function refuse(response: ServerResponse, status: number, code: string, message = 'refused'): ServerResponse {
  return json(response, status, { errors: [{ code, message }] })
}

function end(response: ServerResponse, status: number, headers: Record<string, string> = {}): ServerResponse {
  return response.writeHead(status, { 'content-length': 0, ...headers }).end()
}
