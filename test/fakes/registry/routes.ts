import type { ServerResponse } from 'node:http'
import { type Exchange, json, type Matched, page, refuse } from './answers.js'
import { deleteBlob, getBlob, serveBlob } from './blobs.js'
import { deleteManifest, getManifest, listReferrers, listTags, putManifest } from './manifests.js'
import { beginUpload, cancelUpload, continueUpload, finishUpload, uploadStatus } from './uploads.js'

type Handler = (matched: Matched) => ServerResponse | Promise<ServerResponse>
type Route = readonly [method: string, pattern: RegExp, handle: Handler]

const blob = /^\/v2\/(.+)\/blobs\/(sha256:[0-9a-f]{64})$/
const manifest = /^\/v2\/(.+)\/manifests\/(sha256:[0-9a-f]{64}|\w[\w.-]{0,127})$/
const upload = /^\/v2\/(.+)\/blobs\/uploads\/([^/]+)$/

/** @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#endpoints */
const routes: readonly Route[] = [
  ['GET', /^\/v2\/(.+)\/tags\/list()$/, listTags],
  ['GET', /^\/v2\/(.+)\/referrers\/(sha256:[0-9a-f]{64})$/, listReferrers],
  ['GET', manifest, getManifest],
  ['PUT', manifest, putManifest],
  ['DELETE', manifest, deleteManifest],
  ['GET', blob, getBlob],
  ['DELETE', blob, deleteBlob],
  ['POST', /^\/v2\/(.+)\/blobs\/uploads\/?()$/, beginUpload],
  ['GET', upload, uploadStatus],
  ['PATCH', upload, continueUpload],
  ['PUT', upload, finishUpload],
  ['DELETE', upload, cancelUpload],
]

/** What the other origin serves: bytes, for whoever holds an address; it refuses credentials, as S3 does. */
const storageRoutes: readonly Route[] = [
  ['GET', /^\/storage\/(.+)\/blobs\/(sha256:[0-9a-f]{64})$/, serveBlob],
  ['PATCH', /^\/storage\/(.+)\/blobs\/uploads\/([^/]+)$/, continueUpload],
  ['PUT', /^\/storage\/(.+)\/blobs\/uploads\/([^/]+)$/, finishUpload],
]

export async function route(exchange: Exchange): Promise<ServerResponse> {
  const { response, url } = exchange
  response.setHeader('docker-distribution-api-version', 'registry/2.0')
  if (url.pathname === '/v2/' || url.pathname === '/v2') return json(response, 200, {})
  if (url.pathname === '/v2/_catalog') {
    const { shown, headers } = page(url, exchange.catalog().sort(), (path) => path)
    return json(response, 200, { repositories: shown }, headers)
  }
  if (/\/(blobs|manifests)\/[^/]*:[^/]*$/.test(url.pathname) && !/:[0-9a-f]{64}$/.test(url.pathname)) {
    return refuse(response, 400, 'DIGEST_INVALID')
  }
  return dispatch(routes, exchange)
}

export async function routeStorage(exchange: Exchange): Promise<ServerResponse> {
  if (exchange.request.headers.authorization !== undefined) {
    return exchange.response.writeHead(400, { 'content-type': 'application/xml' }).end('<Error>two logins</Error>')
  }
  return dispatch(storageRoutes, exchange)
}

async function dispatch(table: readonly Route[], exchange: Exchange): Promise<ServerResponse> {
  const { request, response, url } = exchange
  const method = request.method === 'HEAD' ? 'GET' : request.method
  for (const [wanted, pattern, handle] of table) {
    const match = wanted === method ? pattern.exec(url.pathname) : null
    const [, path = '', label = ''] = match ?? []
    if (match) return handle({ ...exchange, path, label, repo: exchange.repository(path) })
  }
  return response.writeHead(404, { 'content-type': 'text/plain' }).end('404 page not found\n')
}
