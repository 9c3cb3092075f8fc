import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { bakeLayers, Rebaser, type RebaseSettings } from '../../src/bake/index.js'
import { loadImage } from '../../src/image/index.js'
import { formatRepository, parseReference, type Reference } from '../../src/oci/reference.js'
import type { ImageStore } from '../../src/oci/store.js'
import { copyReference, openStore } from '../../src/registry/index.js'
import { must, type RunningRegistry, startOciRegistry, startRegistry } from './processes.js'
import { tool } from './tools.js'

const kinds = { 'docker-registry': startRegistry, ociregistry: startOciRegistry } as const

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ingot-interop-rebase-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const crane = (...args: string[]) => must(tool('crane'), args)

describe.each(Object.entries(kinds))('on %s', (kind, start) => {
  let registry: RunningRegistry
  let round = 0
  beforeAll(async () => {
    registry = await start()
  })
  afterAll(() => registry.stop())
  beforeEach(() => {
    round += 1
  })

  const at = (name: string) => `${registry.host}/${kind}/${round}/${name}`
  const stores = new Map<string, ImageStore>()
  const open = (reference: Reference): ImageStore => {
    const name = formatRepository(reference)
    const store = stores.get(name) ?? openStore(reference)
    stores.set(name, store)
    return store
  }

  async function files(name: string, content: Record<string, string>): Promise<string> {
    for (const [path, text] of Object.entries(content)) {
      await mkdir(join(folder, name, path, '..'), { recursive: true })
      await writeFile(join(folder, name, path), text)
    }
    return join(folder, name)
  }

  const none = { env: {}, labels: {}, expose: [] }
  /** A base whose second layer stays the same from one version to the next. */
  async function bakeBase(version: string, platforms = ['linux/amd64']) {
    const os = await files(`os-${version}`, { 'etc/release': version, [`usr/lib/only-${version}`]: version })
    const runtime = await files('runtime', { 'opt/runtime/bin': 'runtime' })
    return bakeLayers({
      platforms: platforms.map((platform) => ({ platform, image: undefined })),
      additions: [
        { source: os, destination: '/' },
        { source: runtime, destination: '/' },
      ],
      settings: { ...none, env: { BASE: version } },
      annotations: {},
      epochSeconds: 0,
      output: open(parseReference(at('base'))),
      tags: [version],
    })
  }
  async function bakeApplication(on: string, tag: string, platforms = ['linux/amd64']) {
    const source = await files('app', { 'server.js': 'serve()', 'nested/data.txt': 'data' })
    const reference = parseReference(`${at('base')}:${on}`)
    const images = await Promise.all(
      platforms.map(async (platform) => ({
        platform,
        image: await loadImage(open(reference), reference, { platform }),
      })),
    )
    return bakeLayers({
      baseName: `${at('base')}:stable`,
      platforms: images,
      additions: [{ source, destination: '/app' }],
      settings: { ...none, entrypoint: ['/app/server.js'], user: '10001', env: { APP: '1' } },
      annotations: {},
      epochSeconds: 0,
      output: open(parseReference(at('app'))),
      tags: [tag],
    })
  }
  const rebase = (image: string, to: string, over: Partial<RebaseSettings> = {}) => {
    const { tag = '', ...output } = parseReference(to)
    const settings = { base: parseReference(`${at('base')}:2`), open, dryRun: false, ...over }
    return new Rebaser(settings).rebase({ image: parseReference(image), output, tags: [tag] })
  }
  const traffic = () => {
    const all = [...stores.values()].map((store) => store.traffic)
    return {
      requests: all.reduce((sum, { requests }) => sum + requests, 0),
      bytes: all.reduce((sum, { bytesSent }) => sum + bytesSent, 0),
    }
  }
  const manifestOf = async (reference: string) => JSON.parse(await crane('manifest', reference))
  const layersOf = async (reference: string): Promise<string[]> =>
    (await manifestOf(reference)).layers.map(({ digest }: { digest: string }) => digest)

  /** The files of an image, as umoci unpacks them. */
  async function unpacked(reference: string, name: string): Promise<string> {
    const place = join(folder, `${kind}-${round}-${name}`)
    await must(tool('skopeo'), ['copy', '--src-tls-verify=false', `docker://${reference}`, `oci:${place}:v1`])
    await must(tool('umoci'), ['unpack', '--rootless', '--image', `${place}:v1`, `${place}-bundle`])
    return join(`${place}-bundle`, 'rootfs')
  }

  test("a rebased image has the layers of crane's, and the files and settings of one that is baked anew", async () => {
    await bakeBase('1')
    await bakeApplication('1', 'v1')
    await bakeBase('2')
    const before = traffic()
    expect(await rebase(`${at('app')}:v1`, `${at('app')}:ours`)).toMatchObject({ kind: 'rebased' })
    const after = traffic()
    // One layer of the new base is not there; the repository is not asked about any other.
    expect(after.requests - before.requests).toBeLessThanOrEqual(9 + 1)
    expect(after.bytes - before.bytes).toBeLessThan(8192)

    const bases = ['--old_base', `${at('base')}:1`, '--new_base', `${at('base')}:2`]
    await crane('rebase', `${at('app')}:v1`, ...bases, '-t', `${at('app')}:theirs`)
    expect(await layersOf(`${at('app')}:ours`)).toEqual(await layersOf(`${at('app')}:theirs`))
    await crane('validate', '--remote', `${at('app')}:ours`)

    await bakeApplication('2', 'fresh')
    const [ours, fresh] = [await unpacked(`${at('app')}:ours`, 'ours'), await unpacked(`${at('app')}:fresh`, 'fresh')]
    await must('diff', ['--recursive', '--no-dereference', ours, fresh])
    const configOf = async (tag: string) => JSON.parse(await crane('config', `${at('app')}:${tag}`))
    const [mine, theirs] = [await configOf('ours'), await configOf('fresh')]
    expect(mine.config).toEqual(theirs.config)
    expect(mine.rootfs).toEqual(theirs.rootfs)
    expect(mine.history).toHaveLength(theirs.history.length)
  })

  test('an image that crane made is rebased by the base that it records, or that it is told', async () => {
    await bakeBase('1')
    await bakeBase('2')
    const tar = await files('crane', { 'srv/file': 'by crane' })
    await must('tar', ['-cf', join(folder, 'crane.tar'), '-C', tar, 'srv'])
    const image = `${at('app')}:crane`
    await crane(
      'append',
      '--set-base-image-annotations',
      '-b',
      `${at('base')}:1`,
      '-f',
      join(folder, 'crane.tar'),
      '-t',
      image,
    )
    await crane('mutate', '--label', 'dev.ingot.rebasable=true', '-t', image, image)
    const oldBase = parseReference(`${at('base')}:1`)
    expect(await rebase(image, `${at('app')}:told`, { oldBase })).toMatchObject({ kind: 'rebased' })
    await crane('validate', '--remote', `${at('app')}:told`)
    const base = await layersOf(`${at('base')}:2`)
    expect((await layersOf(`${at('app')}:told`)).slice(0, base.length)).toEqual(base)
    const recorded = await rebase(image, `${at('app')}:recorded`)
    expect(recorded).toMatchObject({ kind: 'rebased' })
    expect(await layersOf(`${at('app')}:recorded`)).toEqual(await layersOf(`${at('app')}:told`))
  })

  test('an index goes platform by platform, and into another repository by mounts alone', async () => {
    const platforms = ['linux/amd64', 'linux/arm64']
    await bakeBase('1', platforms)
    await bakeApplication('1', 'v1', platforms)
    await bakeBase('2', platforms)
    const before = traffic()
    expect(await rebase(`${at('app')}:v1`, `${at('moved')}:v2`)).toMatchObject({ kind: 'rebased' })
    expect(traffic().bytes - before.bytes).toBeLessThan(2 * 8192)
    await crane('validate', '--remote', `${at('moved')}:v2`)
    const index = await manifestOf(`${at('moved')}:v2`)
    expect(
      index.manifests.map(({ platform }: { platform: { architecture: string } }) => platform.architecture),
    ).toEqual(['amd64', 'arm64'])
    const place = join(folder, `index-${kind}`)
    await copyReference({ from: parseReference(`${at('moved')}:v2`), to: parseReference(`oci:${place}:v2`) })
    await must(tool('skopeo'), ['copy', '--all', `oci:${place}:v2`, `dir:${place}-dir`])
  })
})
