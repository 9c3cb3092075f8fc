import { loadImage } from '../../src/image/index.js'
import { digestOf } from '../../src/oci/digest.js'
import { encodeJson } from '../../src/oci/manifest.js'
import { mediaTypes } from '../../src/oci/media-types.js'
import { parseReference } from '../../src/oci/reference.js'
import { copyImage, openStore } from '../../src/registry/index.js'
import { type FakeRegistry, startRegistry } from '../fakes/registry/index.js'
import { artifactOf, type Built, imageOf, indexOf, layerOf, seed } from './images.js'

/** Documents that no honest builder writes, as a registry may hold them under their true digest. */
let registry: FakeRegistry
beforeEach(async () => {
  registry = await startRegistry()
})
afterEach(() => registry.close())

const image = imageOf([layerOf({ 'app/server.js': 'serve()' })])
const text = Buffer.from(image.manifests.get(image.descriptor.digest)?.bytes ?? '').toString('utf8')
const source = () => openStore(parseReference(`${registry.host}/acme/shop`))
const load = (tag = 'v1') => loadImage(source(), parseReference(`${registry.host}/acme/shop:${tag}`))
const failure = (work: Promise<unknown>) =>
  work.then(
    () => 'nothing failed',
    (error) => error,
  )

/** Stores a manifest as it is, unseen by any check. */
function plant(bytes: string | Buffer, mediaType: string = mediaTypes.manifest, tag = 'v1'): string {
  seed(registry.repository('acme/shop'), image)
  const digest = digestOf(bytes)
  registry.repository('acme/shop').manifests.set(digest, { bytes: Buffer.from(bytes), mediaType })
  registry.repository('acme/shop').tags.set(tag, digest)
  return digest
}

const altered = (change: (manifest: Record<string, unknown>) => object) => JSON.stringify(change(JSON.parse(text)))
const layer = JSON.parse(text).layers[0]
const withLayer = (more: object) => altered((manifest) => ({ ...manifest, layers: [{ ...layer, ...more }] }))

test('the honest image loads', async () => {
  plant(text)
  expect((await load()).digest).toBe(image.descriptor.digest)
})

test.each([
  ['a key twice', text.replace('{', '{"layers":[],'), /"layers" is in it twice/],
  ['an annotation twice', text.replace('{', '{"annotations":{"a":"1","a":"2"},'), /"a" is in it twice/],
  ['a key twice, once escaped', text.replace('{', '{"l\\u0061yers":[],'), /"layers" is in it twice/],
  ['a manifest that is an index too', altered((one) => ({ ...one, manifests: [] })), /manifests .*ambiguous/],
  ['a negative size', withLayer({ size: -1 }), /layers\.0\.size/],
  ['a broken size', withLayer({ size: 1.5 }), /layers\.0\.size/],
  ['a size in words', withLayer({ size: '10' }), /layers\.0\.size/],
  ['a size beyond numbers', withLayer({}).replace(`"size":${layer.size}`, '"size":1e400'), /layers\.0\.size/],
  ['a size beyond exact numbers', withLayer({ size: 2 ** 60 }), /layers\.0\.size/],
  ['a digest of another algorithm', withLayer({ digest: `sha512:${'0'.repeat(128)}` }), /layers\.0\.digest.*sha256/],
  ['a digest that climbs', withLayer({ digest: 'sha256:../../../../etc/passwd' }), /layers\.0\.digest/],
  ['annotations that are no words', withLayer({ annotations: { a: { b: 1 } } }), /layers\.0\.annotations/],
  ['layers that are no list', altered((one) => ({ ...one, layers: {} })), /layers/],
  ['something that is no object', '[]', /manifest/],
  ['a document nested without end', `${'['.repeat(200_000)}`, /manifest/],
])('%s is refused by name', async (_, bytes, message) => {
  plant(bytes)
  expect(await failure(load())).toMatchObject({ reason: 'unreadable', message: expect.stringMatching(message) })
})

test.each([
  ['a manifest sent as an index', text, mediaTypes.index],
  [
    'an index sent as a manifest',
    JSON.stringify({ schemaVersion: 2, mediaType: mediaTypes.index, manifests: [] }),
    mediaTypes.manifest,
  ],
  ['an unnamed index sent as a manifest', '{"schemaVersion":2,"manifests":[]}', mediaTypes.manifest],
])('%s is refused', async (_, bytes, mediaType) => {
  plant(bytes, mediaType)
  expect(await failure(load())).toMatchObject({
    reason: 'unreadable',
    message: expect.stringMatching(/by its own account/),
  })
})

test('an index that leads back to itself is not what its digest says', async () => {
  const wanted = digestOf('anything')
  const child = { mediaType: mediaTypes.index, digest: wanted, size: 3 }
  const bytes = encodeJson({ schemaVersion: 2, mediaType: mediaTypes.index, manifests: [child] })
  plant(bytes, mediaTypes.index)
  registry.repository('acme/shop').manifests.set(wanted, { bytes, mediaType: mediaTypes.index })
  const to = openStore(parseReference(`${registry.host}/prod/shop`))
  const copying = copyImage({ from: source(), to, digest: digestOf(bytes), tags: ['v1'] })
  expect(await failure(copying)).toMatchObject({ reason: 'digest-mismatch' })
  expect(registry.repository('prod/shop').tags.size).toBe(0)
})

test('an index of indexes, 300 deep, is copied whole', async () => {
  let top: Built = image
  for (let depth = 0; depth < 300; depth += 1) top = indexOf([top])
  seed(registry.repository('acme/shop'), top)
  const to = openStore(parseReference(`${registry.host}/prod/shop`))
  await copyImage({ from: source(), to, digest: top.descriptor.digest, tags: ['v1'] })
  expect(registry.repository('prod/shop').manifests.size).toBe(301)
  expect(
    await failure(loadImage(source(), { ...parseReference(source().repository), digest: top.descriptor.digest })),
  ).toMatchObject({
    reason: 'unreadable',
    message: expect.stringMatching(/is not a container image/),
  })
})

test('an index of more manifests than hang together anywhere is refused', async () => {
  const manifests = Array.from({ length: 10_500 }, (_, n) => ({
    mediaType: mediaTypes.manifest,
    digest: digestOf(`${n}`),
    size: 1,
  }))
  const digest = plant(encodeJson({ schemaVersion: 2, mediaType: mediaTypes.index, manifests }), mediaTypes.index)
  const bytes = Buffer.from(text)
  registry.faults.push((request, response) => {
    if (!request.url?.includes('/manifests/') || request.url.includes(digest)) return false
    response.writeHead(200, { 'content-type': mediaTypes.manifest, 'content-length': bytes.length }).end(bytes)
    return true
  })
  const to = openStore(parseReference(`${registry.host}/prod/shop`))
  const failed = await failure(
    copyImage({
      from: source(),
      to,
      digest: digestOf(encodeJson({ schemaVersion: 2, mediaType: mediaTypes.index, manifests })),
      tags: ['v1'],
    }),
  )
  expect(['digest-mismatch', 'size-exceeded']).toContain(failed.reason)
  expect(registry.requests.length).toBeLessThan(100)
})

test('a manifest that goes on for ever is cut off, and its length need not be declared', async () => {
  let sent = 0
  registry.faults.push((request, response) => {
    if (!request.url?.includes('/manifests/')) return false
    response.writeHead(200, { 'content-type': mediaTypes.manifest })
    const more = () => {
      while (sent < 100e6 && !response.destroyed && response.write(' '.repeat(65536))) sent += 65536
      sent += 65536
    }
    response.on('drain', more)
    more()
    return true
  })
  expect(await failure(load())).toMatchObject({ reason: 'size-exceeded' })
  expect(sent).toBeLessThan(20e6)
})

test('a config that has more or fewer diff-ids than there are layers is refused', async () => {
  plant(altered((one) => ({ ...one, layers: [layer, layer] })))
  expect(await failure(load())).toMatchObject({
    reason: 'unreadable',
    message: expect.stringMatching(/2 layers, its config 1/),
  })
})

test('what a descriptor embeds is not believed: the blob is read', async () => {
  const config = { ...JSON.parse(text).config, data: Buffer.from('{"architecture":"evil"}').toString('base64') }
  plant(altered((one) => ({ ...one, config })))
  expect((await load()).config.architecture).toBe('amd64')
})

test('addresses in a descriptor are never asked', async () => {
  const urls = [`http://${registry.host}/elsewhere`]
  const missing = { ...layer, digest: digestOf('elsewhere'), urls }
  const bytes = altered((one) => ({ ...one, layers: [missing] }))
  plant(bytes)
  const to = openStore(parseReference(`${registry.host}/prod/shop`))
  expect(await failure(copyImage({ from: source(), to, digest: digestOf(bytes), tags: ['v1'] }))).toMatchObject({
    reason: 'not-found',
  })
  expect(registry.requests.some(({ url }) => url.includes('elsewhere'))).toBe(false)
  expect(registry.repository('prod/shop').tags.size).toBe(0)
})

test('a list of referrers that names what refers to something else brings nothing along', async () => {
  seed(registry.repository('acme/shop'), image, 'v1')
  const other = artifactOf(imageOf([layerOf({ other: 'image' })]), 'about another image')
  seed(registry.repository('acme/shop'), other)
  registry.faults.push((request, response) => {
    if (!request.url?.includes(`/acme/shop/referrers/${image.descriptor.digest}`)) return false
    const list = encodeJson({ schemaVersion: 2, mediaType: mediaTypes.index, manifests: [other.descriptor] })
    response.writeHead(200, { 'content-type': mediaTypes.index }).end(list)
    return true
  })
  const to = openStore(parseReference(`${registry.host}/prod/shop`))
  await copyImage({ from: source(), to, digest: image.descriptor.digest, tags: ['v1'], withReferrers: true })
  expect([...registry.repository('prod/shop').manifests.keys()]).toEqual([image.descriptor.digest])
})

test('tags that no tag can be called are not shown', async () => {
  plant(text)
  registry.faults.push((request, response) => {
    if (!request.url?.includes('/tags/list')) return false
    const tags = ['v1', '\u001b[2J', 'a/b', '../x', 'x'.repeat(200), 7, null, '']
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ tags }))
    return true
  })
  expect(await source().tags()).toEqual(['v1'])
})
