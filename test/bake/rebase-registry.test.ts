import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { Rebaser, type RebaseSettings } from '../../src/bake/index.js'
import { loadImage } from '../../src/image/index.js'
import { digestOf } from '../../src/oci/digest.js'
import { type Descriptor, encodeJson, type ImageConfig, type Index } from '../../src/oci/manifest.js'
import { mediaTypes } from '../../src/oci/media-types.js'
import { formatRepository, parseReference, type Reference } from '../../src/oci/reference.js'
import type { ImageStore } from '../../src/oci/store.js'
import { openStore } from '../../src/registry/index.js'
import { type FakeRegistry, startRegistry } from '../fakes/registry/index.js'
import { startWaves, type Waves } from '../fakes/waves.js'
import { put, storeImage } from '../image/support/layers.js'

let registry: FakeRegistry
let proxy: Waves
beforeEach(async () => {
  // As Distribution: no blob in a single POST, and a referrers API or not is all the same.
  registry = await startRegistry({ singlePost: false })
  proxy = await startWaves(registry.host)
})
afterEach(async () => {
  await proxy.close()
  await registry.close()
})

const layer = (text: string) => Buffer.from(text)
const at = (path: string, host = registry.host) => openStore(parseReference(`${host}/${path}`))

async function putBase(store: ImageStore, layers: readonly string[], config: Partial<ImageConfig> = {}) {
  return storeImage(store, { layers: layers.map(layer), config: { config: { Env: ['V=1'] }, ...config } })
}

/** An application on a base, as any builder that records it makes one. */
async function putApplication(
  store: ImageStore,
  below: readonly string[],
  base: { name: string; digest: string; config?: string },
  own: readonly string[] = ['app'],
  config: Partial<ImageConfig> = {},
) {
  return storeImage(store, {
    layers: [...below, ...own].map(layer),
    config: { config: { Env: ['V=1', 'APP=1'], Labels: { 'dev.ingot.rebasable': 'true' } }, ...config },
    manifest: {
      annotations: {
        'org.opencontainers.image.base.name': base.name,
        'org.opencontainers.image.base.digest': base.digest,
        ...(base.config !== undefined && { 'dev.ingot.base.config': base.config }),
      },
    },
  })
}

/** Base, application and new base in repositories of their own; `host` names them as the client will. */
async function stage(over: { next?: readonly string[] } = {}) {
  const old = await putBase(at('base'), ['os 1', 'runtime'])
  const image = await putApplication(at('shop'), ['os 1', 'runtime'], {
    name: `${proxy.host}/base:12`,
    digest: old.digest,
  })
  const next = await putBase(at('base'), over.next ?? ['os 2', 'runtime'], { config: { Env: ['V=2'] } })
  registry.requests.length = 0
  return { old, image, next }
}

function rebaserOf(base: string, over: Partial<RebaseSettings> = {}) {
  const stores = new Map<string, ImageStore>()
  const open = (reference: Reference): ImageStore => {
    const name = formatRepository(reference)
    const store = stores.get(name) ?? openStore(reference)
    stores.set(name, store)
    return store
  }
  const rebaser = new Rebaser({ base: parseReference(base), open, dryRun: false, ...over })
  const sent = () => [...stores.values()].reduce((sum, { traffic }) => sum + traffic.bytesSent, 0)
  const rebase = (image: string, output = image.replace(/@.*/, ''), tags: readonly string[] = []) =>
    rebaser.rebase({ image: parseReference(image), output: parseReference(output), tags })
  return { rebase, sent }
}

describe('over a network', () => {
  test('nine requests and one for each layer that is new, five round trips deep, kilobytes sent', async () => {
    const { image, next } = await stage()
    const { rebase, sent } = rebaserOf(`${proxy.host}/base@${next.digest}`)
    const result = await rebase(`${proxy.host}/shop@${image.digest}`, `${proxy.host}/shop`, ['v2'])
    expect(result).toMatchObject({ kind: 'rebased' })
    expect(registry.requests).toHaveLength(9 + 1)
    expect(proxy.waves).toHaveLength(5)
    expect(sent()).toBeLessThan(4096)
    expect(registry.requests.filter(({ url }) => url.includes(digestOf(layer('app'))))).toEqual([])
    const rebased = await loadImage(at('shop'), parseReference(`${registry.host}/shop:v2`))
    expect(rebased.manifest.layers.map(({ digest }) => digest)).toEqual([
      ...next.manifest.layers.map(({ digest }) => digest),
      image.manifest.layers.at(-1)?.digest,
    ])
    expect(rebased.config.config?.Env).toEqual(['V=2', 'APP=1'])
  })

  test('four round trips deep for what bake made: it names the config of its base, too', async () => {
    const { old, next } = await stage()
    const { digest, size } = old.manifest.config
    const base = { name: `${proxy.host}/base:12`, digest: old.digest, config: `${digest},${size}` }
    const image = await putApplication(at('shop'), ['os 1', 'runtime'], base)
    registry.requests.length = 0
    const { rebase } = rebaserOf(`${proxy.host}/base@${next.digest}`)
    expect(await rebase(`${proxy.host}/shop@${image.digest}`)).toMatchObject({ kind: 'rebased' })
    expect(registry.requests).toHaveLength(9 + 1)
    expect(proxy.waves).toHaveLength(4)
  })

  test.each([
    ['wrong', `${digestOf('other')},12`],
    ['malformed', 'sha256:1,2,3'],
  ])('a %s name of the config does no harm, and a refusal lets go of the upload all the same', async (_, config) => {
    const { old, next } = await stage()
    const base = { name: `${registry.host}/base:12`, digest: old.digest, config }
    const image = await putApplication(at('shop'), ['os 1', 'runtime'], base)
    const { rebase } = rebaserOf(`${registry.host}/base@${next.digest}`)
    expect(await rebase(`${registry.host}/shop@${image.digest}`)).toMatchObject({ kind: 'rebased' })
    const reluctant = await putApplication(at('shop'), ['os 1', 'runtime'], base, ['app'], {})
    registry.repository('shop').uploads.clear()
    const other = await putBase(at('base'), ['os 3'], { architecture: 'arm64' })
    const refused = await rebaserOf(`${registry.host}/base@${other.digest}`).rebase(
      `${registry.host}/shop@${reluctant.digest}`,
    )
    expect(refused).toMatchObject({ kind: 'refuse', rule: 'platform' })
    expect(registry.repository('shop').uploads.size).toBe(0)
  })

  test('nine in all where the registry takes a blob in one request, or has the base in the same repository', async () => {
    const old = await putBase(at('all'), ['os 1'])
    const image = await putApplication(at('all'), ['os 1'], { name: `${proxy.host}/all`, digest: old.digest })
    const next = await putBase(at('all'), ['os 2'], { config: { Env: ['V=2'] } })
    registry.requests.length = 0
    const { rebase } = rebaserOf(`${proxy.host}/all@${next.digest}`)
    expect(await rebase(`${proxy.host}/all@${image.digest}`)).toMatchObject({ kind: 'rebased' })
    expect(registry.requests).toHaveLength(9)
    expect(proxy.waves).toHaveLength(5)
  })

  test('a base of many layers is mounted side by side, in the depth of one', async () => {
    const many = Array.from({ length: 12 }, (_, n) => `layer ${n}`)
    const { image, next } = await stage({ next: many })
    const { rebase } = rebaserOf(`${proxy.host}/base@${next.digest}`)
    await rebase(`${proxy.host}/shop@${image.digest}`)
    expect(registry.requests).toHaveLength(9 + 12)
    expect(proxy.waves).toHaveLength(5)
  })

  test('of a fleet, five requests an image; the base is read and mounted once', async () => {
    const { old, next } = await stage()
    const base = { name: `${registry.host}/base:12`, digest: old.digest }
    const images = await Promise.all(
      Array.from({ length: 30 }, (_, n) => putApplication(at('shop'), ['os 1', 'runtime'], base, [`app ${n}`])),
    )
    registry.requests.length = 0
    const { rebase } = rebaserOf(`${registry.host}/base@${next.digest}`)
    const results = await Promise.all(images.map(({ digest }) => rebase(`${registry.host}/shop@${digest}`)))
    expect(new Set(results.map(({ kind }) => kind))).toEqual(new Set(['rebased']))
    expect(registry.requests).toHaveLength(30 * 5 + 2 + 2 + 1)
    expect(registry.requests.filter(({ url }) => url.includes('mount='))).toHaveLength(1)
  })

  test('a refusal writes nothing, and lets go of the upload that was opened ahead', async () => {
    const { next } = await stage()
    const lie = await storeImage(at('base'), {
      layers: ['os 1', 'runtime'].map(layer),
      diffIds: [digestOf('a'), digestOf('b')],
    })
    const image = await putApplication(at('shop'), ['os 1', 'runtime'], {
      name: `${registry.host}/base`,
      digest: lie.digest,
    })
    const before = new Set(registry.repository('shop').manifests.keys())
    const { rebase } = rebaserOf(`${registry.host}/base@${next.digest}`)
    expect(await rebase(`${registry.host}/shop@${image.digest}`)).toMatchObject({ kind: 'refuse', rule: 'diff-ids' })
    expect(new Set(registry.repository('shop').manifests.keys())).toEqual(before)
    expect(registry.repository('shop').uploads.size).toBe(0)
  })

  test('a dry run only reads, and foretells what is written', async () => {
    const { image, next } = await stage()
    const base = `${registry.host}/base@${next.digest}`
    const planned = await rebaserOf(base, { dryRun: true }).rebase(`${registry.host}/shop@${image.digest}`)
    expect(registry.requests.every(({ method }) => method === 'GET')).toBe(true)
    if (planned.kind !== 'planned') throw new Error(planned.kind)
    registry.requests.length = 0
    const { rebase, sent } = rebaserOf(base)
    const done = await rebase(`${registry.host}/shop@${image.digest}`)
    expect(done).toMatchObject({ kind: 'rebased', digest: planned.digest })
    const work = planned.platforms[0]?.work
    expect(work).toMatchObject({
      requests: registry.requests.filter(({ method }) => method !== 'GET').length,
      bytes: sent(),
      added: [digestOf(await gzipped('os 2', next))],
      changes: [{ field: 'Env.V', before: '1', after: '2' }],
    })
    expect([work?.kept.length, work?.removed.length]).toEqual([2, 1])

    const elsewhere = [`${registry.host}/shop@${image.digest}`, `${registry.host}/elsewhere`] as const
    const moved = await rebaserOf(base, { dryRun: true }).rebase(...elsewhere)
    registry.requests.length = 0
    await rebaserOf(base).rebase(...elsewhere)
    const writes = registry.requests.filter(({ method }) => method !== 'GET').length
    expect(moved).toMatchObject({ platforms: [{ work: { requests: writes } }] })
  })

  const gzipped = async (_: string, { manifest }: { manifest: { layers: readonly { digest: string }[] } }) => {
    const [first] = manifest.layers
    return registry.repository('base').blobs.get(first?.digest ?? '') ?? Buffer.alloc(0)
  }
})

describe('the old base', () => {
  test('may be named where the image records none', async () => {
    const { old, next } = await stage()
    const image = await storeImage(at('shop'), {
      layers: ['os 1', 'runtime', 'app'].map(layer),
      config: { config: { Labels: { 'dev.ingot.rebasable': 'true' } } },
    })
    const base = `${registry.host}/base@${next.digest}`
    const from = `${registry.host}/shop@${image.digest}`
    expect(await rebaserOf(base).rebase(from)).toMatchObject({
      kind: 'refuse',
      rule: 'base-known',
      advice: expect.stringContaining('--old-base'),
    })
    const oldBase = parseReference(`${registry.host}/base@${old.digest}`)
    expect(await rebaserOf(base, { oldBase }).rebase(from)).toMatchObject({ kind: 'rebased' })
  })

  test('that an image records elsewhere is not asked for there, but beside the new base', async () => {
    const { old, next } = await stage()
    const stranger = await startRegistry()
    try {
      const name = `${stranger.host}/base:12`
      const image = await putApplication(at('shop'), ['os 1', 'runtime'], { name, digest: old.digest })
      const gone = await putApplication(at('shop'), ['os 1', 'runtime'], { name, digest: digestOf('gone') })
      const { rebase } = rebaserOf(`${registry.host}/base@${next.digest}`)
      expect(await rebase(`${registry.host}/shop@${image.digest}`)).toMatchObject({ kind: 'rebased' })
      expect(await rebase(`${registry.host}/shop@${gone.digest}`)).toMatchObject({ rule: 'base-available' })
      expect(stranger.requests).toEqual([])
    } finally {
      await stranger.close()
    }
  })

  test('may be recorded as an index', async () => {
    const { next } = await stage()
    const old = await putIndex(at('base'), 'os 1')
    const image = await putApplication(
      at('shop'),
      ['os 1 arm64'],
      { name: `${registry.host}/base`, digest: old },
      ['app'],
      {
        architecture: 'arm64',
        config: { Labels: { 'dev.ingot.rebasable': 'true' } },
      },
    )
    const base = await putIndex(at('base'), 'os 2')
    const from = `${registry.host}/shop@${image.digest}`
    expect(await rebaserOf(`${registry.host}/base@${base}`).rebase(from)).toMatchObject({ kind: 'rebased' })
    expect(await rebaserOf(`${registry.host}/base@${next.digest}`).rebase(from)).toMatchObject({ rule: 'platform' })
  })
})

const architectures = ['amd64', 'arm64']

async function putIndex(store: ImageStore, name: string, only = architectures): Promise<string> {
  const images = await Promise.all(
    only.map((architecture) => putBase(store, [`${name} ${architecture}`], { architecture })),
  )
  const manifests = images.map(({ descriptor, config: { os, architecture } }) => ({
    ...descriptor,
    platform: { os, architecture },
  }))
  const bytes = encodeJson({ schemaVersion: 2, mediaType: mediaTypes.index, manifests })
  return (await store.writeManifest(bytes, mediaTypes.index)).digest
}

describe('an index', () => {
  async function putApplicationIndex(old: string, more: readonly Descriptor[] = []) {
    const { manifests } = JSON.parse(
      (await at('base').readManifest(parseReference(`a/b@${old}`).digest as never))?.bytes.toString() ?? '',
    )
    const images = await Promise.all(
      architectures.map((architecture, i) =>
        putApplication(
          at('shop'),
          [`os 1 ${architecture}`],
          { name: `${registry.host}/base:12`, digest: manifests[i].digest },
          [`app ${architecture}`],
          { architecture },
        ),
      ),
    )
    const entries = images.map(({ descriptor }, i) => ({
      ...descriptor,
      platform: { os: 'linux', architecture: architectures[i] as string },
    }))
    const index: Index = { schemaVersion: 2, mediaType: mediaTypes.index, manifests: [...entries, ...more] }
    return (await at('shop').writeManifest(encodeJson({ ...index, annotations: { kept: 'yes' } }), mediaTypes.index))
      .digest
  }
  const readIndex = async (digest: string) =>
    JSON.parse((await at('shop').readManifest(parseReference(`a/b@${digest}`).digest as never))?.bytes.toString() ?? '')

  test('is rebased as a whole; its attestations are left out, and said to be', async () => {
    const attestation = await storeImage(at('shop'), { layers: [layer('attestation')] })
    const entry = { ...attestation.descriptor, platform: { os: 'unknown', architecture: 'unknown' } }
    const image = await putApplicationIndex(await putIndex(at('base'), 'os 1'), [entry])
    const base = await putIndex(at('base'), 'os 2')
    registry.requests.length = 0
    const { rebase } = rebaserOf(`${registry.host}/base@${base}`)
    const result = await rebase(`${registry.host}/shop@${image}`, `${registry.host}/shop`, ['v2'])
    if (result.kind !== 'rebased') throw new Error(JSON.stringify(result))
    expect([result.dropped, result.platforms.map(({ platform }) => platform)]).toEqual([
      1,
      ['linux/amd64', 'linux/arm64'],
    ])
    // The three indexes, and for each platform nine and a mount but for the base's and the old base's own.
    expect(registry.requests.length).toBeLessThanOrEqual(3 + 2 * (9 + 1))
    const index = await readIndex(result.digest)
    expect(index.annotations).toMatchObject({ kept: 'yes' })
    expect(index.manifests.map(({ platform }: Descriptor) => platform?.architecture)).toEqual(architectures)
    expect(registry.repository('shop').tags.get('v2')).toBe(result.digest)
  })

  test('of which one platform cannot be is refused whole, by the name of that platform', async () => {
    const image = await putApplicationIndex(await putIndex(at('base'), 'os 1'))
    const base = await putIndex(at('base'), 'os 2', ['amd64'])
    const before = registry.repository('shop').manifests.size
    const { rebase } = rebaserOf(`${registry.host}/base@${base}`)
    expect(await rebase(`${registry.host}/shop@${image}`)).toMatchObject({
      kind: 'refuse',
      rule: 'platform',
      platform: 'linux/arm64',
    })
    expect(registry.repository('shop').manifests.size).toBe(before)
  })

  test('of which one platform is on the new base already keeps that one as it is', async () => {
    const old = await putIndex(at('base'), 'os 1')
    const image = await putApplicationIndex(old)
    const [, second] = JSON.parse(registry.repository('base').manifests.get(old)?.bytes.toString() ?? '').manifests
    const fresh = await putBase(at('base'), ['os 2 amd64'])
    const manifests = [{ ...fresh.descriptor, platform: { os: 'linux', architecture: 'amd64' } }, second]
    const index = encodeJson({ schemaVersion: 2, mediaType: mediaTypes.index, manifests })
    const base = await at('base').writeManifest(index, mediaTypes.index)
    const { rebase } = rebaserOf(`${registry.host}/base@${base.digest}`)
    for (const place of ['shop', 'elsewhere']) {
      const result = await rebase(`${registry.host}/shop@${image}`, `${registry.host}/${place}`)
      if (result.kind !== 'rebased') throw new Error(result.kind)
      const written = JSON.parse(registry.repository(place).manifests.get(result.digest)?.bytes.toString() ?? '')
      expect(written.manifests[1]).toEqual((await readIndex(image)).manifests[1])
    }
  })
})

test('an image goes into another repository with all its layers, mounted', async () => {
  const { image, next } = await stage()
  const { rebase, sent } = rebaserOf(`${registry.host}/base@${next.digest}`)
  expect(await rebase(`${registry.host}/shop@${image.digest}`, `${registry.host}/other`)).toMatchObject({
    kind: 'rebased',
  })
  expect(sent()).toBeLessThan(4096)
  expect(registry.repository('other').blobs.has(image.manifest.layers.at(-1)?.digest ?? '')).toBe(true)
})

test('consent in an annotation counts too', async () => {
  const { old, next } = await stage()
  const image = await storeImage(at('shop'), {
    layers: ['os 1', 'runtime', 'app'].map(layer),
    manifest: { annotations: { 'dev.ingot.rebasable': 'true' } },
  })
  const oldBase = parseReference(`${registry.host}/base@${old.digest}`)
  const { rebase } = rebaserOf(`${registry.host}/base@${next.digest}`, { oldBase })
  expect(await rebase(`${registry.host}/shop@${image.digest}`)).toMatchObject({ kind: 'rebased' })
})

test('layers that may not be distributed are refused', async () => {
  const { image } = await stage()
  const mediaType = 'application/vnd.docker.image.rootfs.foreign.diff.tar.gzip'
  const foreign = await put(at('base'), layer('far'), mediaType)
  const base = await storeImage(at('base'), {
    layers: [layer('os 3')],
    manifest: { layers: [foreign] },
  })
  const { rebase } = rebaserOf(`${registry.host}/base@${base.digest}`)
  expect(await rebase(`${registry.host}/shop@${image.digest}`)).toMatchObject({ rule: 'distributable' })
})
