import { createHash } from 'node:crypto'
import { Agent, request } from 'node:http'

/**
 * What the bench itself says to a registry: enough to fill one and to read back what a tool has written. It shares
 * nothing with the client under test.
 */
const agent = new Agent({ keepAlive: true, maxSockets: 8 })

export const digestOf = (bytes) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`

/** @returns {Promise<{status: number, headers: object, body: Buffer}>} */
export function ask(host, method, path, { body, headers = {}, expected = [] } = {}) {
  const url = new URL(path, `http://${host}`)
  const length = body === undefined && method === 'POST' ? { 'content-length': 0 } : {}
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, agent, headers: { ...length, ...headers } }, (response) => {
      const parts = []
      response.on('data', (part) => parts.push(part))
      response.on('error', reject)
      response.on('end', () => {
        const answer = { status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }
        if (expected.length === 0 || expected.includes(answer.status)) resolve(answer)
        else reject(new Error(`${method} ${url} answered ${answer.status}: ${answer.body.subarray(0, 300)}`))
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

export async function putBlob(host, repository, bytes, from) {
  const digest = digestOf(bytes)
  const mount = from === undefined ? '' : `?mount=${digest}&from=${from}`
  const begun = await ask(host, 'POST', `/v2/${repository}/blobs/uploads/${mount}`, { expected: [201, 202] })
  if (begun.status === 202) {
    const to = new URL(begun.headers.location, `http://${host}`)
    to.searchParams.set('digest', digest)
    const headers = { 'content-type': 'application/octet-stream', 'content-length': bytes.length }
    await ask(host, 'PUT', to.pathname + to.search, { body: bytes, headers, expected: [201] })
  }
  return { digest, size: bytes.length }
}

/** @returns the manifest's digest */
export async function putManifest(host, repository, tag, manifest) {
  const body = Buffer.from(JSON.stringify(manifest))
  const headers = { 'content-type': manifest.mediaType, 'content-length': body.length }
  await ask(host, 'PUT', `/v2/${repository}/manifests/${tag}`, { body, headers, expected: [201] })
  return digestOf(body)
}

const accept = ['oci.image.manifest.v1', 'oci.image.index.v1', 'docker.distribution.manifest.v2']
  .map((name) => `application/vnd.${name}+json`)
  .join(', ')

export async function getManifest(host, repository, reference) {
  const path = `/v2/${repository}/manifests/${reference}`
  const { body } = await ask(host, 'GET', path, { headers: { accept }, expected: [200] })
  return { body, digest: digestOf(body), manifest: JSON.parse(body.toString()) }
}

export async function getBlob(host, repository, digest) {
  const { body } = await ask(host, 'GET', `/v2/${repository}/blobs/${digest}`, { expected: [200] })
  return body
}
