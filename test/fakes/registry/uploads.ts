import { randomUUID } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { end, type Matched, refuse } from './answers.js'
import { Upload } from './storage.js'

/** A mount, a whole blob at once, or a session. */
export async function beginUpload(matched: Matched): Promise<ServerResponse> {
  const { response, url, path, repo, repository, options } = matched
  const mount = url.searchParams.get('mount')
  const from = url.searchParams.get('from')
  if (mount && from && options.mounts !== false && repo.mount(mount, repository(from))) {
    return end(response, 201, { location: `/v2/${path}/blobs/${mount}`, 'docker-content-digest': mount })
  }
  const id = randomUUID()
  const upload = new Upload(id, options.blobs ?? 'memory')
  repo.uploads.set(id, upload)
  const session = { ...matched, label: id }
  if (url.searchParams.has('digest') && options.singlePost !== false) return finishUpload(session)
  const minimum = options.minimumChunkBytes
  return end(response, 202, {
    ...whereabouts(session, upload),
    ...(minimum !== undefined && { 'oci-chunk-min-length': minimum }),
  })
}

/** One chunk. What has come when the connection breaks stays: the status says how much, and the next chunk goes on there. */
export async function continueUpload(matched: Matched): Promise<ServerResponse> {
  const { response, repo, label, options } = matched
  const upload = repo.uploads.get(label)
  if (upload === undefined) return refuse(response, 404, 'BLOB_UPLOAD_UNKNOWN')
  if (isOutOfPlace(matched, upload)) return end(response, 416, whereabouts(matched, upload))
  const minimum = options.minimumChunkBytes ?? 0
  if (upload.lastChunk !== undefined && upload.lastChunk < minimum) return refuse(response, 400, 'SIZE_INVALID')
  await receive(matched, upload)
  return end(response, 202, whereabouts(matched, upload))
}

export async function finishUpload(matched: Matched): Promise<ServerResponse> {
  const { response, url, path, repo, label } = matched
  const upload = repo.uploads.get(label)
  if (upload === undefined) return refuse(response, 404, 'BLOB_UPLOAD_UNKNOWN')
  const digest = url.searchParams.get('digest') ?? ''
  if (isOutOfPlace(matched, upload)) return end(response, 416, whereabouts(matched, upload))
  await receive(matched, upload)
  repo.uploads.delete(label)
  if (upload.finish(digest, repo) === undefined) return refuse(response, 400, 'DIGEST_INVALID')
  return end(response, 201, { location: `/v2/${path}/blobs/${digest}`, 'docker-content-digest': digest })
}

export function uploadStatus(matched: Matched): ServerResponse {
  const upload = matched.repo.uploads.get(matched.label)
  if (upload === undefined) return refuse(matched.response, 404, 'BLOB_UPLOAD_UNKNOWN')
  return end(matched.response, 204, whereabouts(matched, upload))
}

export function cancelUpload({ response, repo, label }: Matched): ServerResponse {
  const upload = repo.uploads.get(label)
  if (upload === undefined) return refuse(response, 404, 'BLOB_UPLOAD_UNKNOWN')
  upload.cancel()
  repo.uploads.delete(label)
  return end(response, 204)
}

async function receive({ request }: Matched, upload: Upload): Promise<void> {
  const before = upload.size
  for await (const chunk of request) upload.append(chunk)
  upload.lastChunk = upload.size - before
}

/** A chunk that names its place must come where the last one ended, and be as long as it says. */
function isOutOfPlace({ request }: Matched, upload: Upload): boolean {
  const header = request.headers['content-range']
  if (header === undefined) return false
  const [, first, last] = /^(?:bytes )?(\d+)-(\d+)(?:\/\S+)?$/.exec(header) ?? []
  const length = request.headers['content-length']
  const isLong = length === undefined || Number(length) === Number(last) - Number(first) + 1
  return Number(first) !== upload.size || !isLong
}

/** The address to go on at, with a state that must come back, and what is there: `0-0` for nothing, as Distribution says it. */
function whereabouts({ path, label, options, storageHost }: Matched, upload: Upload) {
  const state = Buffer.from(`${upload.size}`).toString('base64url')
  const address = `${path}/blobs/uploads/${label}?_state=s3cret-${state}`
  const location = options.redirects?.uploads ? `http://${storageHost}/storage/${address}` : `/v2/${address}`
  return { location, range: `0-${Math.max(0, upload.size - 1)}`, 'docker-upload-uuid': label }
}
