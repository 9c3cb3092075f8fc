import { mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { bakeLayers, compressionOf, type LayersBake, loadPrevious, parseAddition } from '../../src/bake/index.js'
import { LayerCache } from '../../src/bake/layers/layer-cache.js'
import { planLayer } from '../../src/bake/layers/plan-layer.js'
import { tarBlocks } from '../../src/bake/layers/tar-blocks.js'
import { loadImage } from '../../src/image/index.js'
import { digestOf } from '../../src/oci/digest.js'
import { encodeJson } from '../../src/oci/manifest.js'
import { mediaTypes } from '../../src/oci/media-types.js'
import { parseReference } from '../../src/oci/reference.js'
import { openStore } from '../../src/registry/index.js'
import { type FakeRegistry, type InjectedFault, startRegistry } from '../fakes/registry/index.js'
import { put, rawTar, storeImage, type Workspace, workspace } from '../image/support/layers.js'

let space: Workspace
let registry: FakeRegistry
beforeEach(async () => {
  space = workspace()
  registry = await startRegistry()
  files('deps', { 'a.js': 'a'.repeat(5000), 'b.js': 'b' })
  files('src', { 'main.js': 'main()' })
})
afterEach(async () => {
  await registry.close()
  space.remove()
})

const at = (path: string) => join(space.directory, path)
const settings = { env: {}, labels: {}, expose: [] }
const hourAgo = Date.now() / 1000 - 3600

function files(folder: string, contents: Record<string, string | Buffer>): void {
  for (const [path, content] of Object.entries(contents)) {
    mkdirSync(join(at(folder), path, '..'), { recursive: true })
    writeFileSync(join(at(folder), path), content)
    utimesSync(join(at(folder), path), hourAgo, hourAgo)
  }
}

/** Bakes deps and src into a registry, over what `tag` names there now. */
async function bake(over: Partial<LayersBake> = {}, repository = 'shop') {
  const output = openStore(parseReference(`${registry.host}/${repository}`))
  registry.requests.length = 0
  const baked = await bakeLayers({
    platforms: [{ platform: 'linux/amd64' }],
    additions: [`${at('deps')}:/app/deps`, `${at('src')}:/app/src`].map(parseAddition),
    ...{ settings, annotations: {}, epochSeconds: 0, tags: ['v1'], output },
    previous: await loadPrevious(output, { tag: 'v1' }),
    ...over,
  })
  const how = baked.platforms[0]?.layers.map((layer) => layer.how?.replace(/ [\d.]+ k?B$/, ''))
  const methods = registry.requests.map(({ method }) => method)
  return { ...baked, how, asked: methods.sort().join(' ') }
}

/** Long enough for a change of these files to show in their times. */
const settle = () => sleep(150)

describe('the previous image', () => {
  test('gives its layers where the content is the same: only what changed is sent', async () => {
    expect((await bake()).how).toEqual(['written', 'written'])
    files('src', { 'main.js': 'changed()' })
    const { how, asked, unchanged } = await bake()
    expect([how, unchanged]).toEqual([['reused from previous', 'written'], false])
    // Manifest and config of the previous image; the changed layer and the config; the manifest.
    expect(asked).toBe('GET GET POST POST PUT PUT PUT')
  })

  test('of the same content is kept: nothing is sent at all', async () => {
    const first = await bake()
    const again = await bake()
    expect([again.unchanged, again.digest, again.asked]).toEqual([true, first.digest, 'GET GET'])
    expect(again.how).toEqual(['reused from previous', 'reused from previous'])
  })

  test('may have been compressed by another zlib: its bytes are taken, so that a new runtime makes no new digest', async () => {
    await bake()
    const store = openStore(parseReference(`${registry.host}/shop`))
    const { manifest, config } = await loadImage(store, parseReference(`${registry.host}/shop:v1`))
    const layers = await Promise.all(
      manifest.layers.map(async (layer) => {
        const parts: Uint8Array[] = []
        for await (const part of store.readBlob(layer)) parts.push(part)
        return put(store, gzipSync(gunzipSync(Buffer.concat(parts)), { level: 9 }), mediaTypes.layerGzip)
      }),
    )
    const other = encodeJson({ ...manifest, layers })
    await store.writeManifest(other, mediaTypes.manifest, { tags: ['v1'] })
    const { unchanged, digest, platforms } = await bake()
    expect([unchanged, digest]).toEqual([true, digestOf(other)])
    expect(platforms[0]?.layers.map((layer) => layer.digest)).toEqual(layers.map((layer) => layer.digest))
    expect(config.rootfs.diff_ids).toHaveLength(2)
  })

  test('of another compression gives nothing', async () => {
    await bake()
    const { how } = await bake({ compression: compressionOf('none'), settings: { ...settings, env: { A: '1' } } })
    expect(how).toEqual(['written', 'written'])
  })

  test('is left alone when everything is to be made anew; what is there is not sent again', async () => {
    const first = await bake()
    const again = await bake({ isFresh: true })
    expect([again.unchanged, again.digest, again.how]).toEqual([true, first.digest, ['there already', 'there already']])
    expect(again.asked).not.toContain('PUT')
  })
})

describe('the base', () => {
  test('of the same repository is asked for nothing, of another one it is mounted', async () => {
    const shop = openStore(parseReference(`${registry.host}/shop`))
    const golden = openStore(parseReference(`${registry.host}/golden`))
    for (const [store, how] of [
      [shop, 'there already'],
      [golden, 'mounted'],
    ] as const) {
      const image = await storeImage(store, { layers: [rawTar([{ name: 'etc/v', content: '12' }])] })
      const baked = await bake({ platforms: [{ platform: 'linux/amd64', image }], previous: undefined })
      expect(baked.how?.[0]).toBe(how)
    }
  })
})

describe('within a bake', () => {
  test('the same content is compressed and sent once, whatever it is called on disk', async () => {
    files('x86', { 'data.bin': 'same' })
    files('arm', { 'data.bin': 'same' })
    const { how, asked } = await bake({
      additions: ['x86:/data', 'arm:/data', 'x86:/data'].map((text) => parseAddition(at(text))),
      previous: undefined,
    })
    expect(how).toEqual(['written', 'written', 'written'])
    expect(asked).toBe('GET POST POST PUT PUT PUT') // the tag; one layer, the config, the manifest
  })
})

describe('the cache', () => {
  const cached = (over: Partial<LayersBake> = {}, repository?: string) =>
    bake({ cacheDirectory: at('cache'), previous: undefined, ...over }, repository)
  const entries = () => readdirSync(at('cache/layers')).map((name) => at(`cache/layers/${name}`))

  test('remembers layers without the previous image, and reads no file of them', async () => {
    await settle()
    const first = await cached()
    const again = await cached()
    expect([first.how, again.how]).toEqual([
      ['written', 'written'],
      ['cached', 'cached'],
    ])
    expect(again.digest).toBe(first.digest)
    expect(again.asked.split(' ').filter((method) => method === 'HEAD')).toHaveLength(2)
    const text = entries()
      .map((file) => readFileSync(file, 'utf8'))
      .join()
    expect(text).not.toContain(space.directory)
  })

  test('with the previous image nothing is even asked', async () => {
    await settle()
    await cached()
    const output = openStore(parseReference(`${registry.host}/shop`))
    const { how, asked } = await cached({ previous: await loadPrevious(output, { tag: 'v1' }) })
    expect([how, asked]).toEqual([['cached', 'cached'], 'GET GET'])
  })

  test('a changed file is seen whatever its size and times say', async () => {
    await settle()
    await cached()
    files('deps', { 'b.js': 'B' }) // as long, and as old, as before
    expect((await cached()).how).toEqual(['written', 'cached'])
  })

  test('a layer whose files were changed a moment ago is not remembered', async () => {
    files('src', { 'main.js': 'now()' })
    const { isSettled } = planLayer(parseAddition(`${at('src')}:/app`), { onBase: false, epochSeconds: 0 })
    await settle()
    const later = planLayer(parseAddition(`${at('src')}:/app`), { onBase: false, epochSeconds: 0 })
    expect([isSettled, later.isSettled]).toEqual([false, true])
  })

  test('what the output does not have is made again', async () => {
    await settle()
    await cached()
    expect((await cached({}, 'elsewhere')).how).toEqual(['written', 'written'])
  })

  test('owner, mode, time, destination and compression are part of what is remembered', async () => {
    await settle()
    await cached()
    const addition = parseAddition(`${at('deps')}:/app/deps`)
    const others: Partial<LayersBake>[] = [
      { additions: [{ ...addition, rules: { owner: { uid: 1, gid: 1 } } }] },
      { additions: [{ ...addition, rules: { mode: 0o600 } }] },
      { additions: [{ ...addition, destination: '/else' }] },
      { additions: [addition], epochSeconds: 1 },
      { additions: [addition], compression: compressionOf('gzip', 9) },
    ]
    for (const other of others) expect((await cached(other)).how).toEqual(['written'])
  })

  test('damaged entries are thrown away, and nothing is believed of them', async () => {
    await settle()
    const first = await cached()
    for (const damage of ['', '{', '{"version":2}', 'x'.repeat(10_000)]) {
      for (const file of entries()) writeFileSync(file, damage)
      const again = await cached()
      expect([again.digest, again.how]).toEqual([first.digest, ['written', 'written']])
      expect(entries()).toHaveLength(2)
    }
  })

  test('that cannot be written is done without', async () => {
    await settle()
    rmSync(at('cache'), { recursive: true, force: true })
    writeFileSync(at('cache'), 'a file')
    expect((await cached()).how).toEqual(['written', 'written'])
  })

  test('forgets what was not used for longest, and stays small', () => {
    const layer = { diffId: digestOf('d'), digest: digestOf('c'), size: 1, mediaType: mediaTypes.layerGzip }
    const before = new LayerCache(at('cache'))
    for (let i = 0; i <= 2_000; i++) before.remember(`key ${i}`, layer)
    const old = new Date(0)
    for (const file of entries().slice(0, 1_500)) utimesSync(file, old, old)
    const cache = new LayerCache(at('cache'))
    cache.remember('key 2000', layer)
    expect(entries()).toHaveLength(1_000)
    expect(cache.find('key 2000')).toEqual(layer)
  })
})

describe('what goes wrong on the way', () => {
  const left = () => readdirSync(tmpdir()).filter((name) => name.startsWith('ingot-bake-'))

  test.each<[string, InjectedFault]>([
    ['opening a layer', { kind: 'status', status: 403, method: 'POST', times: 99 }],
    ['sending a layer', { kind: 'status', status: 400, method: 'PUT', url: /uploads/, times: 99 }],
    ['the manifest', { kind: 'status', status: 403, method: 'PUT', url: /manifests/, times: 99 }],
  ])('%s: the bake fails by name, no tag has moved, nothing is left behind', async (_, fault) => {
    const before = await bake()
    files('src', { 'main.js': 'changed()' })
    const temporary = left()
    const injected = registry.inject(fault)
    await expect(bake()).rejects.toMatchObject({ name: 'IngotError', message: expect.stringContaining('/shop') })
    expect(injected.hits).toBeGreaterThan(0)
    const output = openStore(parseReference(`${registry.host}/shop`))
    expect((await output.readManifest({ tag: 'v1' }))?.descriptor.digest).toBe(before.digest)
    expect(left().filter((name) => !temporary.includes(name))).toEqual([])
  })

  test('a setting that is none is refused before anything is asked or written', async () => {
    const wrong = bake({ previous: undefined, settings: { ...settings, expose: ['http'] } })
    await expect(wrong).rejects.toMatchObject({ reason: 'invalid-input' })
    expect(registry.requests.filter(({ method }) => method !== 'GET')).toEqual([])
  })

  test('a file that is cut while its layer is planned and read is found out', () => {
    const plan = planLayer(parseAddition(`${at('deps')}:/app`), { onBase: false, epochSeconds: 0 })
    for (const content of ['', 'longer than before']) {
      writeFileSync(at('deps/b.js'), content)
      expect(() => [...tarBlocks(plan.members)]).toThrow('changed while it was read')
    }
  })
})
