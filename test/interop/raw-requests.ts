import { digestOf } from '../../src/oci/digest.js'
import { encodeJson } from '../../src/oci/manifest.js'
import { mediaTypes } from '../../src/oci/media-types.js'

const content = Buffer.from('hello, registry')
const config = Buffer.from('{}')
const [digest, configDigest] = [digestOf(content), digestOf(config)]
const manifest = encodeJson({
  ...{ schemaVersion: 2, mediaType: mediaTypes.manifest },
  config: { mediaType: mediaTypes.config, digest: configDigest, size: config.length },
  layers: [{ mediaType: mediaTypes.layerTar, digest, size: content.length }],
})
const absent = digestOf('absent')
const json = { 'content-type': mediaTypes.manifest }

/**
 * One conversation with a registry that is empty: what each request was answered, as far as the specification speaks of
 * it. Two registries that keep to it have the same conversation.
 */
export async function converse(host: string): Promise<string[]> {
  const said: string[] = []
  const ask = async (method: string, to: string, headers: Record<string, string> = {}, body?: Buffer) => {
    const url = new URL(to, `http://${host}/v2/acme/raw/`)
    const answer = await fetch(url, {
      method,
      headers,
      redirect: 'manual',
      ...(body && { body: new Uint8Array(body) }),
    })
    const text = await answer.text()
    const code = answer.status >= 400 && text.startsWith('{') ? ` ${JSON.parse(text).errors?.[0]?.code}` : ''
    const told = ['range', 'content-range', 'docker-content-digest'].flatMap((name) => {
      const value = answer.headers.get(name)
      return value === null ? [] : `${name}: ${value}`
    })
    const shown = method === 'GET' && answer.status < 300 ? ` ${text.trim()}` : ''
    const where = url.pathname.replace(/uploads\/[^/]+/, 'uploads/ID')
    said.push(`${method} ${where} → ${[`${answer.status}${code}`, ...told].join(', ')}${shown}`)
    return new URL(answer.headers.get('location') ?? '', url)
  }
  const closing = (url: URL, wanted: string) => {
    url.searchParams.set('digest', wanted)
    return url.href
  }

  await ask('GET', `http://${host}/v2/`)
  await ask('HEAD', `blobs/${digest}`)
  await ask('GET', 'tags/list')
  await ask('GET', 'manifests/v1')
  // In chunks, with the status in between. (Distribution takes a chunk that is out of its place, so that is not tried.)
  let upload = await ask('POST', 'blobs/uploads/')
  upload = await ask('PATCH', upload.href, { 'content-range': '0-4' }, content.subarray(0, 5))
  upload = await ask('GET', upload.href)
  upload = await ask('PATCH', upload.href, { 'content-range': '5-14' }, content.subarray(5))
  await ask('PUT', closing(upload, digest))
  // At once, and not what was said.
  await ask('PUT', closing(await ask('POST', 'blobs/uploads/'), configDigest), {}, config)
  await ask('PUT', closing(await ask('POST', 'blobs/uploads/'), absent), {}, config)
  const given = await ask('POST', 'blobs/uploads/')
  await ask('DELETE', given.href)
  await ask('GET', given.href)
  await ask('HEAD', `blobs/${digest}`)
  await ask('GET', `blobs/${digest}`)
  await ask('GET', `blobs/${digest}`, { range: 'bytes=7-' })
  await ask('GET', `blobs/${digest}`, { range: 'bytes=2-4' })
  await ask('GET', `blobs/${absent}`)
  // Manifests.
  await ask('PUT', 'manifests/broken', json, Buffer.from(manifest.toString().replace(digest, absent)))
  await ask('PUT', 'manifests/v1', json, Buffer.from('{'))
  await ask('PUT', 'manifests/v1', json, manifest)
  await ask('PUT', 'manifests/v2', json, manifest)
  await ask('PUT', `manifests/${absent}`, json, manifest)
  await ask('HEAD', 'manifests/v1', { accept: mediaTypes.manifest })
  await ask('GET', `manifests/${digestOf(manifest)}`, { accept: mediaTypes.manifest })
  await ask('GET', 'tags/list')
  // Beside it, and away again.
  await ask('POST', `/v2/acme/beside/blobs/uploads/?mount=${digest}&from=acme/raw`)
  await ask('POST', `/v2/acme/beside/blobs/uploads/?mount=${absent}&from=acme/raw`)
  await ask('DELETE', `manifests/${digestOf(manifest)}`)
  await ask('GET', 'manifests/v1')
  await ask('DELETE', `blobs/${digest}`)
  await ask('HEAD', `blobs/${digest}`)
  return said
}
