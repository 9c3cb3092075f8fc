import type { ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { end, type Matched, refuse } from './answers.js'

export async function getBlob(matched: Matched): Promise<ServerResponse> {
  const { request, response, repo, path, label, options, storageHost } = matched
  if (repo.sizeOf(label) === undefined) return refuse(response, 404, 'BLOB_UNKNOWN')
  if (options.redirects?.blobs && request.method === 'GET') {
    return end(response, 307, { location: `http://${storageHost}/storage/${path}/blobs/${label}?signature=s3cret` })
  }
  return serveBlob(matched)
}

/** The bytes, or the range of them that is asked for. */
export async function serveBlob({ request, response, repo, label }: Matched): Promise<ServerResponse> {
  const size = repo.sizeOf(label)
  if (size === undefined) return refuse(response, 404, 'BLOB_UNKNOWN')
  const range = rangeOf(request.headers.range, size)
  if (range === 'unsatisfiable') {
    return refuse(response, 416, 'RANGE_INVALID', { headers: { 'content-range': `bytes */${size}` } })
  }
  const { start, end: last } = range ?? { start: 0, end: size - 1 }
  const body = request.method === 'HEAD' ? undefined : repo.open(label, start, last)
  if (body === undefined && request.method !== 'HEAD') {
    return refuse(response, 404, 'BLOB_UNKNOWN', { message: 'this registry keeps only the sizes of blobs' })
  }
  response.writeHead(range === undefined ? 200 : 206, {
    'content-type': 'application/octet-stream',
    'docker-content-digest': label,
    'accept-ranges': 'bytes',
    'content-length': last - start + 1,
    ...(range && { 'content-range': `bytes ${start}-${last}/${size}` }),
  })
  if (body === undefined) return response.end()
  await pipeline(body, response)
  return response
}

/** @see https://www.rfc-editor.org/rfc/rfc9110.html#field.range — one range; anything else is passed over */
function rangeOf(header: string | undefined, size: number) {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? []
  if (first === '' && last === '') return undefined
  if (first === '') return { start: Math.max(0, size - Number(last)), end: size - 1 }
  const start = Number(first)
  if (start >= size || (last !== '' && Number(last) < start)) return 'unsatisfiable'
  return { start, end: last === '' ? size - 1 : Math.min(Number(last), size - 1) }
}

export function deleteBlob({ response, repo, label, options }: Matched): ServerResponse {
  if (options.deletion === false) return refuse(response, 405, 'UNSUPPORTED')
  return repo.deleteBlob(label) ? end(response, 202) : refuse(response, 404, 'BLOB_UNKNOWN')
}
