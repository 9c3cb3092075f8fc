import { chmodSync, mkdirSync, readdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { type BakedImage, bakeLayers, type LayersBake, loadPrevious, parseAddition } from '../../src/bake/index.js'
import { type Image, loadImage, readTree } from '../../src/image/index.js'
import { mediaTypes } from '../../src/oci/media-types.js'
import { parseReference } from '../../src/oci/reference.js'
import { rawTar, storeImage, type Workspace, workspace } from '../image/support/layers.js'

let space: Workspace
beforeEach(() => {
  space = workspace()
})
afterEach(() => space.remove())

const settings = { env: {}, labels: {}, expose: [] }
const at = (path: string) => join(space.directory, path)

function files(folder: string, contents: Record<string, string | Buffer>): string {
  for (const [path, content] of Object.entries(contents)) {
    mkdirSync(join(at(folder), path, '..'), { recursive: true })
    writeFileSync(join(at(folder), path), content)
  }
  return at(folder)
}

function bake(adds: readonly string[], over: Partial<LayersBake> = {}): Promise<BakedImage> {
  return bakeLayers({
    platforms: [{ platform: 'linux/amd64' }],
    additions: adds.map(parseAddition),
    settings,
    annotations: {},
    epochSeconds: 0,
    output: space.store,
    tags: ['v1'],
    ...over,
  })
}

const load = (platform?: string): Promise<Image> =>
  loadImage(space.store, parseReference(`${space.reference}:v1`), { platform })

async function contents(platform?: string): Promise<Record<string, string>> {
  const tree = await readTree(await load(platform), { keep: () => true })
  return Object.fromEntries(
    [...tree.values()].map(({ path, type, mode, uid, gid, linkTarget, content }) => [
      path,
      `${type} ${mode.toString(8)} ${uid}:${gid} ${linkTarget ?? content ?? ''}`.trim(),
    ]),
  )
}

describe('bakeLayers', () => {
  test('puts a directory and a file where they belong, normalised', async () => {
    const app = files('app', { 'server.js': 'serve()', 'bin/run': '#!', 'empty/x': '' })
    chmodSync(join(app, 'bin/run'), 0o4711)
    chmodSync(join(app, 'server.js'), 0o600)
    symlinkSync('../server.js', join(app, 'bin/link'))
    await bake([`${app}:/srv/app`, `${join(app, 'server.js')}:/opt/tool.js`, `${join(app, 'server.js')}:/opt/in/`])
    expect(await contents()).toEqual({
      opt: 'directory 755 0:0',
      'opt/in': 'directory 755 0:0',
      'opt/in/server.js': 'file 644 0:0 serve()',
      'opt/tool.js': 'file 644 0:0 serve()',
      srv: 'directory 755 0:0',
      'srv/app': 'directory 755 0:0',
      'srv/app/bin': 'directory 755 0:0',
      'srv/app/bin/link': 'symlink 777 0:0 ../server.js',
      'srv/app/bin/run': 'file 755 0:0 #!',
      'srv/app/empty': 'directory 755 0:0',
      'srv/app/empty/x': 'file 644 0:0',
      'srv/app/server.js': 'file 644 0:0 serve()',
    })
    expect((await load()).manifest.layers).toHaveLength(3)
  })

  test('the same files give the same digest: times, modes and the place on disk do not count', async () => {
    const [one, two] = ['one', 'two/deeper'].map((folder) =>
      files(folder, { b: 'b', a: 'a', 'z/y': Buffer.alloc(3 * 1024 ** 2, 'q') }),
    )
    utimesSync(join(two as string, 'a'), 1, 1)
    chmodSync(join(two as string, 'b'), 0o664)
    const first = await bake([`${one}:/app`])
    const previous = await loadPrevious(space.store, first.digest)
    const second = await bake([`${two}:/app`], { previous })
    expect(second.digest).toBe(first.digest)
    expect([first.unchanged, second.unchanged]).toEqual([false, true])
    expect((await bake([`${one}:/app`], { epochSeconds: 86_400 })).digest).not.toBe(first.digest)
    writeFileSync(join(two as string, 'a'), 'changed')
    expect((await bake([`${two}:/app`])).digest).not.toBe(first.digest)
  })

  test('SOURCE_DATE_EPOCH is the only time in the image', async () => {
    await bake([`${files('app', { a: 'a' })}:/app`], { epochSeconds: 1_700_000_000 })
    const { config } = await load()
    expect(config.created).toBe('2023-11-14T22:13:20Z')
    expect(config.history?.map((entry) => entry.created)).toEqual(['2023-11-14T22:13:20Z'])
  })

  test('large, incompressible and odd-sized content survives the blocks', async () => {
    const noise = Buffer.from(Array.from({ length: 2_500_001 }, (_, i) => (i * 2_654_435_761) >>> 13))
    const [app] = [
      files('app', { noise, zeros: Buffer.alloc(5 * 1024 ** 2), edge: Buffer.alloc(1024 ** 2 - 512, 'e') }),
    ]
    await bake([`${app}:/app`])
    const tree = await readTree(await load(), { keep: () => true })
    expect(tree.get('app/noise')?.content?.equals(noise)).toBe(true)
    expect([tree.get('app/zeros')?.size, tree.get('app/edge')?.content?.length]).toEqual([
      5 * 1024 ** 2,
      1024 ** 2 - 512,
    ])
  })

  test('base layers are kept as they are; settings go over those of the base', async () => {
    const lower = rawTar([
      { name: 'tmp/', type: '5', mode: 0o1777 },
      { name: 'bin', type: '2', link: 'usr/bin' },
      { name: 'usr/bin/sh' },
    ])
    const config = { Env: ['PATH=/bin', 'A=1'], Entrypoint: ['sh'], Cmd: ['-c'], Labels: { base: 'yes' }, User: 'root' }
    const image = await storeImage(space.store, {
      layers: [lower],
      mediaType: mediaTypes.dockerLayer,
      config: { config },
    })
    const app = files('app', { 'tmp/x': 'x', 'bin/tool': 't' })
    const own = {
      ...settings,
      env: { A: '2', B: '3' },
      labels: { l: '1' },
      entrypoint: ['tool'],
      expose: ['8080', '53/udp'],
    }
    const platforms = [{ platform: 'linux/amd64', image }]
    await bake([`${app}:/`], { platforms, baseName: 'golden:12', settings: own, annotations: { z: '1' } })
    const baked = await load()
    expect(baked.manifest.layers[0]).toEqual({ ...image.manifest.layers[0], mediaType: mediaTypes.layerGzip })
    expect(baked.manifest.annotations).toEqual({
      'dev.ingot.base.config': `${image.manifest.config.digest},${image.manifest.config.size}`,
      'org.opencontainers.image.base.digest': image.digest,
      'org.opencontainers.image.base.name': 'golden:12',
      z: '1',
    })
    expect(baked.config.config).toEqual({
      Env: ['PATH=/bin', 'A=2', 'B=3'],
      Entrypoint: ['tool'],
      ExposedPorts: { '53/udp': {}, '8080/tcp': {} },
      Labels: { base: 'yes', 'dev.ingot.rebasable': 'true', l: '1' },
      User: 'root',
    })
    expect(baked.config.history).toHaveLength(3)
    expect(baked.config.rootfs.diff_ids).toHaveLength(2)
    // The base's own directories stay as the base made them, its links included.
    expect(await contents()).toMatchObject({
      tmp: 'directory 1777 0:0',
      bin: 'symlink 644 0:0 usr/bin',
      'usr/bin/tool': 'file 644 0:0 t',
    })
  })

  test('several platforms make an index, one a plain manifest', async () => {
    const app = files('app', { a: 'a' })
    const platforms = ['linux/amd64', 'linux/arm64/v8'].map((platform) => ({ platform }))
    const baked = await bake([`${app}:/app`], { platforms })
    expect(baked.descriptor.mediaType).toBe(mediaTypes.index)
    for (const { platform, digest } of baked.platforms) expect((await load(platform)).manifestDigest).toBe(digest)
    expect((await load('linux/arm64')).config).toMatchObject({ architecture: 'arm64', variant: 'v8' })
    expect((await bake([`${app}:/app`])).descriptor.mediaType).toBe(mediaTypes.manifest)
  })

  test('a base of another repository is brought along', async () => {
    const elsewhere = workspace()
    try {
      const image = await storeImage(elsewhere.store, { layers: [rawTar([{ name: 'etc/v', content: '12' }])] })
      await bake([`${files('app', { a: 'a' })}:/app`], {
        platforms: [{ platform: 'linux/amd64', image }],
        baseName: 'g',
      })
      expect(await contents()).toMatchObject({ 'etc/v': 'file 644 0:0 12', 'app/a': 'file 644 0:0 a' })
    } finally {
      elsewhere.remove()
    }
  })
})

describe('what cannot be added is refused before anything is written', () => {
  const untouched = () => expect(readdirSync(space.directory)).not.toContain('registry')

  test('a missing source', async () => {
    await expect(bake([`${at('none')}:/app`])).rejects.toMatchObject({
      reason: 'not-found',
      message: expect.stringContaining('none'),
    })
    untouched()
  })

  test('a socket', async () => {
    files('app', { a: 'a' })
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(at('app/sock'), resolve))
    const baking = bake([`${at('app')}:/app`])
    await expect(baking).rejects.toMatchObject({ reason: 'invalid-input', message: expect.stringContaining('socket') })
    await new Promise((resolve) => server.close(resolve))
    untouched()
  })

  test('a name that would delete files of the base', async () => {
    await expect(bake([`${files('app', { '.wh.etc': '' })}:/`])).rejects.toMatchObject({ reason: 'invalid-input' })
    untouched()
  })

  test.each(['app', 'app:', ':/app', 'app:relative', 'app:/../etc'])('%s is not SRC:DEST', (text) => {
    expect(() => parseAddition(text)).toThrow('SRC:DEST')
  })

  test('a source may hold colons', () => {
    expect(parseAddition('C:x:y:/app/z')).toEqual({ source: 'C:x:y', destination: '/app/z' })
  })

  test('a cancelled bake writes nothing and leaves no temporary files', async () => {
    const controller = new AbortController()
    controller.abort()
    await expect(bake([`${files('app', { a: 'a' })}:/app`], { signal: controller.signal })).rejects.toThrow()
    untouched()
  })
})
