import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import {
  bakeLayers,
  type ImageSettings,
  planRebase,
  Rebaser,
  type RebaseSettings,
  type RebaseTarget,
} from '../../src/bake/index.js'
import { type Image, loadImage, readTree } from '../../src/image/index.js'
import { digestOf } from '../../src/oci/digest.js'
import type { ImageConfig } from '../../src/oci/manifest.js'
import { formatRepository, parseReference, type Reference } from '../../src/oci/reference.js'
import type { ImageStore } from '../../src/oci/store.js'
import { openStore } from '../../src/registry/index.js'
import { rawTar, storeImage, type Workspace, workspace } from '../image/support/layers.js'

let golden: Workspace
let space: Workspace
beforeEach(() => {
  golden = workspace()
  space = workspace()
})
afterEach(() => {
  golden.remove()
  space.remove()
})

type Run = NonNullable<ImageConfig['config']>
const baseOf = (version: string, config: Run = {}, over: Partial<ImageConfig> = {}) =>
  storeImage(golden.store, {
    layers: [rawTar([{ name: 'etc/version', content: version }]), rawTar([{ name: 'lib', content: `lib ${version}` }])],
    config: { config, ...over },
  })

const none: ImageSettings = { env: {}, labels: {}, expose: [] }

async function application(bases: Image | Image[], settings: Partial<ImageSettings> = {}): Promise<Image> {
  const source = join(space.directory, 'app')
  mkdirSync(source, { recursive: true })
  writeFileSync(join(source, 'server.js'), 'serve()')
  const { digest } = await bakeLayers({
    baseName: `${golden.reference}:12`,
    platforms: [bases].flat().map((image) => ({ platform: `linux/${image.config.architecture}`, image })),
    additions: [{ source, destination: '/app' }],
    settings: { ...none, ...settings },
    annotations: { 'org.opencontainers.image.version': '1.0' },
    epochSeconds: 0,
    output: space.store,
    tags: ['v1'],
  })
  return loadImage(space.store, { ...parseReference(space.reference), digest }, { orFirst: true })
}

const rebase = (image: Image, base: Image, over: Partial<RebaseSettings & RebaseTarget> = {}) => {
  const { image: from, output, tags, ...settings } = over
  const target = {
    image: from ?? image.reference,
    output: output ?? parseReference(space.reference),
    tags: tags ?? ['v2'],
  }
  const named = { ...base.reference, tag: '12' }
  return new Rebaser({ base: named, open, dryRun: false, ...settings }).rebase(target)
}

const open = (reference: Reference): ImageStore =>
  [golden, space].find((place) => place.reference === formatRepository(reference))?.store ?? openStore(reference)

const load = (digest: Image['digest'], platform?: string) =>
  loadImage(space.store, { ...parseReference(space.reference), digest }, { platform, orFirst: true })

/** Fails when a layer of the application is read, written or mounted. */
function guarded(store: ImageStore, forbidden: ReadonlySet<string>): ImageStore {
  return new Proxy(store, {
    get(target, name) {
      const value = Reflect.get(target, name, target)
      if (typeof value !== 'function') return value
      return (...given: unknown[]) => {
        const [first] = given as [{ digest?: string; descriptor?: { digest: string } }]
        const digest = first?.descriptor?.digest ?? first?.digest ?? ''
        if (forbidden.has(digest)) throw new Error(`${String(name)} touched ${digest}`)
        return value.apply(target, given)
      }
    },
  })
}

describe('rebaseImage', () => {
  test('swaps the base and moves no byte of the application', async () => {
    const old = await baseOf('12.1', { Env: ['PATH=/bin', 'BASE=12.1'] })
    const image = await application(old, { env: { APP: '1' }, entrypoint: ['node', '/app/server.js'] })
    const next = await baseOf('12.2', { Env: ['PATH=/usr/bin', 'BASE=12.2'] })
    const own = image.manifest.layers.at(-1)?.digest as string
    const before = space.store.traffic.bytesSent
    const result = await rebase(image, next, {
      open: (reference) => guarded(open(reference), new Set([own])),
    })
    if (result.kind !== 'rebased') throw new Error(result.kind)
    const rebased = await load(result.digest)
    const tree = await readTree(rebased, { keep: () => true })
    expect(tree.get('etc/version')?.content?.toString()).toBe('12.2')
    expect(tree.get('app/server.js')?.content?.toString()).toBe('serve()')
    expect(rebased.manifest.layers.at(-1)?.digest).toBe(own)
    expect(rebased.manifest.annotations).toMatchObject({
      'org.opencontainers.image.base.digest': next.digest,
      'org.opencontainers.image.version': '1.0',
    })
    expect(rebased.config.config?.Env).toEqual(['PATH=/usr/bin', 'BASE=12.2', 'APP=1'])
    expect(rebased.config.history?.filter((entry) => !entry.empty_layer)).toHaveLength(3)
    expect(space.store.traffic.bytesSent - before).toBeLessThan(4096)
  })

  test('gives what a fresh bake on the new base gives', async () => {
    const settings = { env: { A: '1' }, user: '10001', entrypoint: ['x'], labels: { l: '1' } }
    const image = await application(await baseOf('12.1', { Env: ['B=1'] }), settings)
    const next = await baseOf('12.2', { Env: ['B=2', 'C=3'] })
    const [result, fresh] = [await rebase(image, next), await application(next, settings)]
    if (result.kind !== 'rebased') throw new Error(result.kind)
    const rebased = await load(result.digest)
    expect(rebased.config.rootfs).toEqual(fresh.config.rootfs)
    expect(rebased.config.config).toEqual(fresh.config.config)
    expect(rebased.manifest.layers).toEqual(fresh.manifest.layers)
    expect(rebased.manifest.annotations).toEqual(fresh.manifest.annotations)
  })

  test('the same base: unchanged, nothing written; twice: the same digest', async () => {
    const old = await baseOf('12.1')
    const image = await application(old)
    const before = space.store.traffic.bytesSent
    expect(await rebase(image, old)).toMatchObject({ kind: 'unchanged', digest: image.digest })
    expect(space.store.traffic.bytesSent).toBe(before)
    const next = await baseOf('12.2')
    const [first, second] = [await rebase(image, next), await rebase(image, next)]
    expect(first).toEqual(second)
  })

  test('a dry run names the digest and writes nothing', async () => {
    const image = await application(await baseOf('12.1'))
    const next = await baseOf('12.2')
    const listed = () => readdirSync(join(space.directory, 'registry/blobs/sha256')).length
    const before = listed()
    const planned = await rebase(image, next, { dryRun: true })
    expect([planned.kind, listed(), await space.store.tags()]).toEqual(['planned', before, ['v1']])
    expect(await rebase(image, next)).toMatchObject({
      kind: 'rebased',
      digest: 'digest' in planned ? planned.digest : '',
    })
  })

  test('every platform of an index', async () => {
    const platforms = ['amd64', 'arm64']
    const indexOf = async (version: string) => {
      const images = await Promise.all(platforms.map((architecture) => baseOf(version, {}, { architecture })))
      const manifests = images.map(({ descriptor }, i) => ({
        ...descriptor,
        platform: { os: 'linux', architecture: platforms[i] as string },
      }))
      const index = { schemaVersion: 2, mediaType: 'application/vnd.oci.image.index.v1+json', manifests }
      const { digest } = await golden.store.writeManifest(Buffer.from(JSON.stringify(index)), index.mediaType)
      const reference = { ...parseReference(golden.reference), digest }
      return Promise.all(platforms.map((one) => loadImage(golden.store, reference, { platform: `linux/${one}` })))
    }
    const [old, next] = [await indexOf('12.1'), await indexOf('12.2')]
    const image = await application(old)
    const result = await rebase(image, next[0] as Image)
    if (result.kind !== 'rebased') throw new Error(result.kind)
    for (const [i, architecture] of platforms.entries()) {
      const { manifest, config } = await load(result.digest, `linux/${architecture}`)
      expect(config.architecture).toBe(architecture)
      expect(manifest.annotations?.['org.opencontainers.image.base.digest']).toBe(next[i]?.manifestDigest)
    }
  })
})

describe('a rebase that cannot be proved is refused, by rule, and writes nothing', () => {
  async function refused(image: Image, base: Image, rule: string): Promise<void> {
    const before = space.store.traffic.bytesSent
    expect(await rebase(image, base)).toMatchObject({ kind: 'refuse', rule })
    expect(space.store.traffic.bytesSent).toBe(before)
    expect(await space.store.tags()).not.toContain('v2')
  }

  test('no consent', async () => {
    const image = await application(await baseOf('12.1'), { labels: { 'dev.ingot.rebasable': 'false' } })
    await refused(image, await baseOf('12.2'), 'consent')
  })

  test('the consent of buildpacks counts', async () => {
    const labels = { 'dev.ingot.rebasable': 'false', 'io.buildpacks.rebasable': 'true' }
    const image = await application(await baseOf('12.1'), { labels })
    expect(await rebase(image, await baseOf('12.2'))).toMatchObject({ kind: 'rebased' })
  })

  test('no record of the base', async () => {
    const image = await storeImage(space.store, { layers: [rawTar([{ name: 'a' }])] })
    await refused(image, await baseOf('12.2'), 'base-known')
  })

  test('the old base is gone', async () => {
    const image = await application(await baseOf('12.1'))
    const next = await baseOf('12.2')
    const empty = workspace()
    const hidden = (reference: Reference) =>
      reference.digest !== undefined && reference.digest !== next.digest && reference.digest !== image.digest
        ? empty.store
        : open(reference)
    const result = await rebase(image, next, { open: hidden })
    empty.remove()
    expect(result).toMatchObject({ kind: 'refuse', rule: 'base-available' })
  })

  test('layers that are not the base, a lie about their content, another platform', async () => {
    const old = await baseOf('12.1')
    const image = await application(old)
    const next = await baseOf('12.2')
    const plan = (over: Partial<Parameters<typeof planRebase>[0]>) =>
      planRebase({ image, oldBase: old, newBase: next, baseName: 'golden', ...over })
    expect(plan({})).toMatchObject({ kind: 'rebase' })
    expect(plan({ oldBase: next })).toMatchObject({ rule: 'layers' })
    const longer = { ...old, manifest: { ...old.manifest, layers: [...image.manifest.layers, ...old.manifest.layers] } }
    expect(plan({ oldBase: longer })).toMatchObject({ rule: 'layers' })
    const lie = { ...old.config, rootfs: { ...old.config.rootfs, diff_ids: [digestOf('a'), digestOf('b')] } }
    expect(plan({ oldBase: { ...old, config: lie } })).toMatchObject({ rule: 'diff-ids' })
    const windows = (version: string) => ({ os: 'windows', 'os.version': version })
    const on = (one: Image, version: string) => ({ ...one, config: { ...one.config, ...windows(version) } })
    const servers = { image: on(image, '10.0.20348.1000'), oldBase: on(old, '10.0.20348.1000') }
    expect(plan({ ...servers, newBase: on(next, '10.0.20348.2113') })).toMatchObject({
      kind: 'rebase',
      merged: { 'os.version': '10.0.20348.2113' },
    })
    expect(plan({ ...servers, newBase: on(next, '10.0.17763.1') })).toMatchObject({
      rule: 'platform',
      why: expect.stringContaining('build 10.0.20348 of Windows'),
    })
    const variant = { ...next, config: { ...next.config, architecture: 'arm', variant: 'v7' } }
    expect(plan({ newBase: variant })).toMatchObject({ rule: 'platform' })
    const arm = { ...next, config: { ...next.config, architecture: 'arm64' } }
    expect(plan({ newBase: arm })).toMatchObject({ rule: 'platform', why: expect.stringContaining('linux/arm64') })
  })
})

describe('the merge of settings', () => {
  const own: Partial<ImageConfig> = { author: 'us', 'os.features': ['old'], 'moby.buildkit.buildinfo.v1': 'old base' }

  test("outside of config: what the base's files decide follows the base, records of the old build go", async () => {
    const old = await baseOf('12.1', {}, { 'os.features': ['old'] })
    const image = await application(old)
    const next = await baseOf('12.2', {}, { 'os.features': ['new'], author: 'them', created: '2030-01-01T00:00:00Z' })
    const plan = planRebase({
      image: { ...image, config: { ...image.config, ...own, container: 'x' } },
      ...{ oldBase: old, newBase: next, baseName: 'golden' },
    })
    if (plan.kind !== 'rebase') throw new Error(plan.why)
    expect(plan.merged).toMatchObject({ author: 'us', 'os.features': ['new'], created: '2030-01-01T00:00:00Z' })
    expect(Object.keys(plan.merged)).not.toEqual(expect.arrayContaining(['moby.buildkit.buildinfo.v1']))
    expect(plan.merged).not.toHaveProperty('container')
    expect(plan.changes.map(({ field }) => field)).toEqual([
      ...['container', 'created', 'moby.buildkit.buildinfo.v1', 'os.features'],
    ])
  })

  test('health checks, volumes, ports and the like, each as the table says', async () => {
    const test = (command: string) => ({ Test: ['CMD', command] })
    const before = { Healthcheck: test('old'), Volumes: { '/a': {} }, ExposedPorts: { '80/tcp': {} }, Shell: ['a'] }
    const after = {
      Healthcheck: test('new'),
      Volumes: { '/b': {} },
      ExposedPorts: { '81/tcp': {} },
      StopSignal: 'SIGINT',
    }
    expect(await merged(before, { expose: ['8080'] }, after)).toMatchObject({
      ...{ Healthcheck: test('new'), Volumes: { '/b': {} }, ExposedPorts: { '81/tcp': {}, '8080/tcp': {} } },
      StopSignal: 'SIGINT',
    })
    expect(await merged(before, {}, after)).not.toHaveProperty('Shell')
  })

  const merged = async (old: Run, settings: Partial<ImageSettings>, next: Run): Promise<Run> => {
    const image = await application(await baseOf('12.1', old), settings)
    const result = await rebase(image, await baseOf('12.2', next))
    if (result.kind !== 'rebased') throw new Error(result.kind)
    return (await load(result.digest)).config.config ?? {}
  }

  test('what was inherited follows the base; what the application set stays', async () => {
    const config = await merged(
      {
        Env: ['KEPT=1', 'OWN=1', 'GONE=1'],
        User: 'a',
        WorkingDir: '/a',
        Labels: { v: '1', own: 'base' },
        StopSignal: 'SIGINT',
      },
      { env: { OWN: 'mine', NEW: 'mine' }, workdir: '/app', labels: { own: 'mine' } },
      { Env: ['KEPT=2', 'OWN=2', 'NEW=2', 'ADDED=2'], User: 'b', WorkingDir: '/b', Labels: { v: '2', own: 'base2' } },
    )
    expect(config).toEqual({
      Env: ['KEPT=2', 'OWN=mine', 'NEW=mine', 'ADDED=2'],
      User: 'b',
      WorkingDir: '/app',
      Labels: { 'dev.ingot.rebasable': 'true', own: 'mine', v: '2' },
    })
  })

  test("a base's arguments never reach an entrypoint of the application", async () => {
    const config = await merged({ Cmd: ['sh'] }, { entrypoint: ['node'] }, { Cmd: ['bash'] })
    expect(config).toMatchObject({ Entrypoint: ['node'] })
    expect(config.Cmd).toBeUndefined()
    expect(await merged({ Entrypoint: ['sh'], Cmd: ['1'] }, {}, { Entrypoint: ['bash'], Cmd: ['2'] })).toMatchObject({
      Entrypoint: ['bash'],
      Cmd: ['2'],
    })
  })
})
