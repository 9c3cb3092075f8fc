import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { isUnchanged, loadPrevious, type PlatformContent, type PreviousImage } from '../../src/bake/index.js'
import { contentOf } from '../../src/bake/unchanged.js'
import { digestOf } from '../../src/oci/digest.js'
import { encodeJson, type ImageConfig, type Index, type Manifest } from '../../src/oci/manifest.js'
import { mediaTypes } from '../../src/oci/media-types.js'
import { type Workspace, workspace } from '../image/support/layers.js'

const label = (name: string) => `org.opencontainers.image.${name}`

interface Change {
  readonly settings?: ImageConfig['config']
  readonly files?: string
  readonly annotations?: Record<string, string>
  readonly config?: Partial<ImageConfig>
  readonly compressed?: string
}

function image({ settings, files = 'app', annotations, config, compressed = 'gz' }: Change = {}): PlatformContent & {
  config: ImageConfig
} {
  const imageConfig: ImageConfig = {
    architecture: 'amd64',
    os: 'linux',
    created: '1970-01-01T00:00:00Z',
    config: { Env: ['A=1', 'B=2'], Labels: { team: 'shop', [label('revision')]: 'a1' }, ...settings },
    rootfs: { type: 'layers', diff_ids: [digestOf(files)] },
    ...config,
  }
  const bytes = encodeJson(imageConfig)
  const manifest: Manifest = {
    schemaVersion: 2,
    mediaType: mediaTypes.manifest,
    config: { mediaType: mediaTypes.config, digest: digestOf(bytes), size: bytes.length },
    layers: [{ mediaType: mediaTypes.layerGzip, digest: digestOf(`${files} ${compressed}`), size: 3 }],
    annotations: { [label('base.digest')]: digestOf('base'), [label('revision')]: 'a1', ...annotations },
  }
  return { platform: `${imageConfig.os}/${imageConfig.architecture}`, manifest, config: imageConfig }
}

const previous = (...platforms: PlatformContent[]) =>
  ({
    platforms: platforms.map((one) => ({ ...one, digest: digestOf(encodeJson(one.manifest)) })),
  }) as unknown as PreviousImage

describe('isUnchanged', () => {
  test.each<[string, Change]>([
    ['another commit in the labels', { settings: { Labels: { team: 'shop', [label('revision')]: 'b2' } } }],
    ['another commit in the annotations', { annotations: { [label('revision')]: 'b2', [label('created')]: 'now' } }],
    ['another time', { config: { created: '2026-01-01T00:00:00Z' } }],
    ['another history', { config: { history: [{ created_by: 'COPY . /', comment: 'buildkit' }] } }],
    ['another compression of the same files', { compressed: 'zstd' }],
    ['settings that say nothing', { settings: { Volumes: null, WorkingDir: '', Cmd: [], ExposedPorts: {} } }],
  ])('%s is no change', (_, change) => {
    expect(isUnchanged(previous(image()), [image(change)])).toBe(true)
    expect(isUnchanged(previous(image(change)), [image()])).toBe(true)
  })

  test.each<[string, Change]>([
    ['another file', { files: 'app 2' }],
    ['another variable', { settings: { Env: ['A=1', 'B=3'] } }],
    ['variables in another order', { settings: { Env: ['B=2', 'A=1'] } }],
    ['another label', { settings: { Labels: { team: 'cart' } } }],
    ['another version', { settings: { Labels: { team: 'shop', [label('version')]: '2' } } }],
    ['another base with the same files', { annotations: { [label('base.digest')]: digestOf('newer') } }],
    ['another port', { settings: { ExposedPorts: { '8080/tcp': {} } } }],
    ['a setting that only some builders write', { settings: { Healthcheck: { Test: ['NONE'] } } }],
    ['another platform', { config: { architecture: 'arm64' } }],
    ['another version of the operating system', { config: { 'os.version': '10.0.1' } }],
  ])('%s is a change', (_, change) => {
    expect(isUnchanged(previous(image()), [image(change)])).toBe(false)
    expect(isUnchanged(previous(image(change)), [image()])).toBe(false)
  })

  test('every platform must be there, whatever the order; nothing before is a change', () => {
    const arm = image({ config: { architecture: 'arm64' } })
    expect(isUnchanged(previous(image(), arm), [arm, image()])).toBe(true)
    expect(isUnchanged(previous(image(), arm), [image()])).toBe(false)
    expect(isUnchanged(previous(image()), [image(), arm])).toBe(false)
    expect(isUnchanged(previous(arm, arm), [image(), arm])).toBe(false)
    expect(isUnchanged(undefined, [image()])).toBe(false)
    expect(isUnchanged(previous(), [])).toBe(false)
  })

  test('an artifact is its config and its layers', () => {
    const artifact = (disk: string) => ({ ...image({ compressed: disk }), platform: '', config: undefined })
    expect(contentOf(artifact('a'))).toBe(contentOf(artifact('a')))
    expect(contentOf(artifact('a'))).not.toBe(contentOf(artifact('b')))
  })
})

describe('loadPrevious', () => {
  let space: Workspace
  beforeEach(() => {
    space = workspace()
  })
  afterEach(() => space.remove())

  async function store(content: { manifest: Manifest; config: ImageConfig }) {
    const bytes = encodeJson(content.config)
    const open = async function* () {
      yield bytes
    }
    await space.store.writeBlob({ descriptor: content.manifest.config, open })
    return space.store.writeManifest(encodeJson(content.manifest), mediaTypes.manifest)
  }

  test('reads every platform of an index, attestations apart', async () => {
    const [amd, arm] = [image(), image({ config: { architecture: 'arm64' } })]
    const descriptors = [await store(amd), await store(arm)]
    const platform = { os: 'unknown', architecture: 'unknown' }
    const attestation = { mediaType: mediaTypes.manifest, digest: digestOf('attestation'), size: 9, platform }
    const index: Index = { schemaVersion: 2, mediaType: mediaTypes.index, manifests: [...descriptors, attestation] }
    const written = await space.store.writeManifest(encodeJson(index), mediaTypes.index, { tags: ['v1'] })
    const loaded = await loadPrevious(space.store, { tag: 'v1' })
    expect(loaded).toMatchObject({ digest: written.digest, platforms: descriptors.map(({ digest }) => ({ digest })) })
    expect(isUnchanged(loaded, [arm, amd])).toBe(true)
  })

  test('what is not there, or cannot be read as an image, is no previous image', async () => {
    const lines: string[] = []
    const load = (tag: string) => loadPrevious(space.store, { tag }, { log: (line) => lines.push(line) })
    expect(await load('none')).toBeUndefined()
    expect(lines).toEqual([])
    const index = { schemaVersion: 2 as const, mediaType: mediaTypes.index }
    const missing = { mediaType: mediaTypes.manifest, digest: digestOf('pruned'), size: 9 }
    const many = Array.from({ length: 65 }, () => missing)
    for (const [tag, manifests] of Object.entries({ pruned: [missing], many })) {
      await space.store.writeManifest(encodeJson({ ...index, manifests }), mediaTypes.index, { tags: [tag] })
      expect(await load(tag)).toBeUndefined()
    }
    expect(lines).toEqual([expect.stringContaining('not there'), expect.stringContaining('65')])
  })
})
