import { createGzip, gzipSync } from 'node:zlib'
import { bakeLayers } from '../../src/bake/index.js'
import { loadImage, openLayer, readTree } from '../../src/image/index.js'
import { digestOf } from '../../src/oci/digest.js'
import { encodeJson } from '../../src/oci/manifest.js'
import { mediaTypes } from '../../src/oci/media-types.js'
import { parseReference } from '../../src/oci/reference.js'
import { openStore } from '../../src/registry/index.js'
import { type FakeRegistry, startRegistry } from '../fakes/registry/index.js'
import { type RawMember, rawHeader, rawTar } from '../image/support/layers.js'

/** Layers that no honest builder writes, read from a registry that keeps its promises. (Paths: test/image/tree.test.ts.) */
let registry: FakeRegistry
beforeEach(async () => {
  registry = await startRegistry()
})
afterEach(() => registry.close())

interface Planted {
  readonly blob: Buffer
  readonly diffId?: string
  readonly mediaType?: string
  readonly size?: number
}

async function plant({ blob, diffId, mediaType = mediaTypes.layerGzip, size = blob.length }: Planted) {
  const repository = registry.repository('acme/shop')
  const put = (bytes: Buffer) => repository.blobs.set(digestOf(bytes), bytes)
  const config = Buffer.from(
    JSON.stringify({
      architecture: 'amd64',
      os: 'linux',
      rootfs: { type: 'layers', diff_ids: [diffId ?? digestOf('x')] },
    }),
  )
  put(blob)
  put(config)
  const manifest = encodeJson({
    ...{ schemaVersion: 2 as const, mediaType: mediaTypes.manifest },
    config: { mediaType: mediaTypes.config, digest: digestOf(config), size: config.length },
    layers: [{ mediaType, digest: digestOf(blob), size }],
  })
  repository.manifests.set(digestOf(manifest), { bytes: manifest, mediaType: mediaTypes.manifest })
  repository.tags.set('v1', digestOf(manifest))
  return loadImage(
    openStore(parseReference(`${registry.host}/acme/shop`)),
    parseReference(`${registry.host}/acme/shop:v1`),
  )
}
const tarOf = (members: readonly RawMember[]) => {
  const tar = rawTar(members)
  return { blob: gzipSync(tar), diffId: digestOf(tar) as string }
}
const failure = (work: Promise<unknown>) =>
  work.then(
    () => 'nothing failed',
    (error) => error,
  )

/** A member of zeros, compressed as it is made: a thousandth of its size. */
async function bomb(megabytes: number): Promise<Buffer> {
  const gzip = createGzip()
  const parts: Buffer[] = []
  gzip.on('data', (part: Buffer) => parts.push(part))
  gzip.write(rawHeader({ name: 'zeros', size: megabytes * 1024 ** 2 }, 0))
  const zeros = Buffer.alloc(1024 ** 2)
  for (let n = 0; n < megabytes; n += 1) gzip.write(zeros)
  gzip.end(Buffer.alloc(1024))
  await new Promise((ended) => gzip.on('end', ended))
  return Buffer.concat(parts)
}

async function peakOf(work: () => Promise<unknown>): Promise<number> {
  const before = process.memoryUsage().rss
  let peak = 0
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss - before)
  }, 5)
  try {
    await work()
  } finally {
    clearInterval(timer)
  }
  return peak / 1024 ** 2
}

test('a bomb of a thousand to one passes through, and memory does not grow with it', async () => {
  const blob = await bomb(256)
  expect(blob.length).toBeLessThan(300_000)
  const image = await plant({ blob })
  const peak = await peakOf(async () => {
    // Its diff-id is not known here: that it is asked for at the end shows that all of it was read.
    expect(await failure(readTree(image))).toMatchObject({ reason: 'digest-mismatch' })
  })
  expect(peak).toBeLessThan(120)
})

test('a bomb beyond the limit is stopped at the limit', async () => {
  const image = await plant({ blob: await bomb(64) })
  const limits = { layerBytes: 8 * 1024 ** 2, entryBytes: 1024 ** 3, entries: 10 }
  expect(await failure(readTree(image, { limits }))).toMatchObject({ reason: 'size-exceeded' })
  const small = { ...limits, entryBytes: 1024 }
  expect(await failure(readTree(image, { limits: small }))).toMatchObject({ reason: 'size-exceeded' })
  expect(await failure(readTree(image, { keep: () => true, maximumFileBytes: 1024 ** 2 }))).toMatchObject({
    reason: 'size-exceeded',
  })
})

test('tiny files cost a bounded share of memory each, and are refused beyond the limit', async () => {
  const count = 10_000
  const image = await plant(tarOf(Array.from({ length: count }, (_, n) => ({ name: `d${n % 200}/f${n}` }))))
  const peak = await peakOf(async () => {
    expect((await readTree(image)).size).toBe(count + 200)
  })
  expect((peak * 1024 ** 2) / count).toBeLessThan(4096)
  const limits = { layerBytes: 1024 ** 3, entryBytes: 1024 ** 3, entries: count - 1 }
  expect(await failure(readTree(image, { limits }))).toMatchObject({ reason: 'size-exceeded' })
})

test.each<[string, RawMember[]]>([
  [
    'links that double at each step',
    [
      ...Array.from({ length: 60 }, (_, n) => ({ name: `l${n}`, type: '2', link: `l${n + 1}/../l${n + 1}` })),
      { name: 'l0/evil', content: 'x' },
    ],
  ],
  [
    'a chain of links',
    [
      ...Array.from({ length: 300 }, (_, n) => ({ name: `l${n}`, type: '2', link: `l${n + 1}` })),
      { name: 'l0/evil', content: 'x' },
    ],
  ],
  [
    'a link whose target is all steps',
    [
      { name: 'l', type: '2', link: './'.repeat(50) },
      { name: 'a', type: '2', link: 'l/a' },
      { name: 'a/b', content: 'x' },
    ],
  ],
])('%s end in a refusal, at once', async (_, members) => {
  const image = await plant(tarOf(members))
  const began = performance.now()
  expect(await failure(readTree(image))).toMatchObject({ reason: 'unsafe-layer' })
  expect(performance.now() - began).toBeLessThan(10_000)
})

test('a file put and taken away a thousand times is there as the last layer has it', async () => {
  const members = Array.from({ length: 2000 }, (_, n) =>
    n % 2 === 0 ? { name: 'a', content: `${n}` } : { name: 'a', type: '5' },
  )
  const image = await plant(tarOf([...members, { name: 'a', content: 'last' }]))
  expect((await readTree(image, { keep: () => true })).get('a')?.content?.toString()).toBe('last')
})

test('a layer that is not what the config promises is refused, and so is one of another size', async () => {
  const good = tarOf([{ name: 'a', content: 'x' }])
  expect(await failure(readTree(await plant({ ...good, diffId: digestOf('lie') })))).toMatchObject({
    reason: 'digest-mismatch',
    message: expect.stringMatching(/its image config says/),
  })
  for (const size of [good.blob.length - 1, good.blob.length + 1, 0]) {
    expect(await failure(readTree(await plant({ ...good, size })))).toMatchObject({ reason: 'digest-mismatch' })
  }
  expect(await failure(readTree(await plant({ ...good, size: 2 ** 50 })))).toMatchObject({ reason: 'size-exceeded' })
})

test.each([
  'application/vnd.docker.image.rootfs.foreign.diff.tar.gzip',
  'application/vnd.oci.image.layer.nondistributable.v1.tar+gzip',
  'application/vnd.oci.image.layer.v1.tar+gzip; charset=utf-8',
  'text/html',
  '',
])(
  'a layer of type %j is refused by name, and nothing is baked on one that may not be distributed',
  async (mediaType) => {
    const image = await plant({ ...tarOf([{ name: 'a', content: 'x' }]), mediaType })
    expect(await failure(readTree(image))).toMatchObject({ reason: 'unsupported' })
    if (!/foreign|nondistributable/.test(mediaType)) return
    const output = openStore(parseReference(`${registry.host}/acme/baked`))
    const baking = bakeLayers({
      ...{ baseName: 'base', platforms: [{ platform: 'linux/amd64', image }], additions: [], annotations: {} },
      ...{ settings: { env: {}, labels: {}, expose: [] }, epochSeconds: 0, output, tags: ['v1'] },
    })
    expect(await failure(baking)).toMatchObject({ reason: 'unsupported' })
    expect(registry.repository('acme/baked').tags.size).toBe(0)
  },
)

test('zstd is read where the runtime can, and refused by name where it cannot', async () => {
  // An empty tar, by zstd 1.5: head -c 1024 /dev/zero | zstd --no-check
  const tar = Buffer.alloc(1024)
  const frame = Buffer.from('28b52ffd00584d00001000000100fb2b8005', 'hex')
  const image = await plant({ blob: frame, diffId: digestOf(tar), mediaType: mediaTypes.layerZstd })
  const read = async () => {
    for await (const _ of openLayer(image, 0));
  }
  const isThere = 'createZstdDecompress' in (await import('node:zlib'))
  if (isThere) expect(await failure(read())).toBe('nothing failed')
  else expect(await failure(read())).toMatchObject({ reason: 'unsupported', message: expect.stringMatching(/zstd/) })
})
