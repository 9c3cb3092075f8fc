import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { type BuildDefinition, bakeBuildkit, findSources, parseContext } from '../../../src/bake/buildkit/index.js'
import { type Descriptor, encodeJson } from '../../../src/oci/manifest.js'
import { mediaTypes } from '../../../src/oci/media-types.js'
import { parseReference, type Reference } from '../../../src/oci/reference.js'
import { openStore } from '../../../src/registry/index.js'
import { type FakeRegistry, startRegistry } from '../../fakes/registry/index.js'
import { rawTar, storeImage, type Workspace, workspace } from '../../image/support/layers.js'

let space: Workspace
let registry: FakeRegistry
beforeEach(async () => {
  space = workspace()
  registry = await startRegistry()
})
afterEach(async () => {
  await registry.close()
  space.remove()
})

const named = (name: string) => `${registry.host}/${name}`

/** An index of two platforms, or one image, under a tag. */
async function publish(
  name: string,
  architectures: readonly string[] = ['amd64', 'arm64'],
  content = name,
): Promise<Descriptor> {
  const reference = parseReference(named(name))
  const store = openStore(reference)
  const manifests: Descriptor[] = []
  for (const architecture of architectures) {
    const layers = [rawTar([{ name: 'f', content: `${content} ${architecture}` }])]
    const { descriptor } = await storeImage(store, { layers, config: { architecture, os: 'linux' } })
    manifests.push({ ...descriptor, platform: { architecture, os: 'linux' } })
  }
  const index = encodeJson({ schemaVersion: 2, mediaType: mediaTypes.index, manifests })
  return store.writeManifest(index, mediaTypes.index, { tags: [reference.tag ?? 'latest'] })
}

function define(text: string, over: Partial<BuildDefinition> = {}): BuildDefinition {
  const lists = { secrets: [], ssh: [], cacheFrom: [], cacheTo: [] }
  const none = { ...lists, arguments: {}, contexts: new Map(), labels: {}, noCache: false }
  const platforms = ['linux/amd64', 'linux/arm64']
  return { ...none, context: '/', dockerfile: { name: 'Dockerfile', text }, platforms, ...over }
}

const find = (definition: BuildDefinition, sbom?: Reference, lines: string[] = []) =>
  findSources({ definition, sbom, open: openStore, log: (line) => lines.push(line) })

describe('findSources', () => {
  test('names the base of each platform first, then what is read, each tag resolved once', async () => {
    const [golden, tools] = [await publish('golden:1'), await publish('tools:1')]
    const requests = registry.requests.length
    const text = `FROM --platform=$BUILDPLATFORM ${named('tools:1')} AS build\nFROM ${named('golden:1')}\nCOPY --from=build /f /\nCOPY --from=${named('tools:1')} /f /`
    const { found, bases, approved } = await find(define(text))
    expect(found.slice(0, 2).map(({ name, platform, use }) => [name, platform, use])).toEqual([
      [named('golden:1'), 'linux/amd64', 'base'],
      [named('golden:1'), 'linux/arm64', 'base'],
    ])
    expect(new Set(found.slice(2).map(({ name, use, digest }) => `${name} ${use} ${digest}`))).toEqual(
      new Set([`${named('tools:1')} read ${tools.digest}`]),
    )
    expect(found[0]?.manifestDigest).not.toBe(found[1]?.manifestDigest)
    expect(bases.get('linux/arm64')?.image.config.architecture).toBe('arm64')
    expect(approved.map(({ digest }) => digest).sort()).toEqual([golden.digest, tools.digest].sort())
    const asked = registry.requests.slice(requests).filter(({ url }) => url.endsWith('/manifests/1'))
    expect(asked).toHaveLength(2)
  })

  test('a tag that moves while it is read for the next platform is not followed', async () => {
    const before = await publish('golden:1')
    const open = (reference: Reference) => {
      const store = openStore(reference)
      return Object.assign(Object.create(store), {
        repository: store.repository,
        readManifest: async (...call: Parameters<typeof store.readManifest>) => {
          const stored = await store.readManifest(...call)
          if (typeof call[0] !== 'string') await publish('golden:1', ['amd64', 'arm64'], 'moved')
          return stored
        },
        readBlob: store.readBlob.bind(store),
      })
    }
    const { found } = await findSources({ definition: define(`FROM ${named('golden:1')}`), open, log: () => undefined })
    expect(found.map(({ digest }) => digest)).toEqual([before.digest, before.digest])
  })

  test('the frontend and the maker of the SBOM are read too, on the machine of the builder', async () => {
    for (const name of ['golden:1', 'frontend:1', 'syft:1']) await publish(name)
    const { found, sbom, approved } = await find(
      define(`# syntax=${named('frontend:1')}\nFROM ${named('golden:1')}`, { platforms: ['linux/arm64'] }),
      parseReference(named('syft:1')),
    )
    expect(found.map(({ name, use }) => [name, use])).toEqual([
      [named('golden:1'), 'base'],
      [named('frontend:1'), 'read'],
      [named('syft:1'), 'read'],
    ])
    expect([approved.length, sbom?.reference]).toEqual([3, parseReference(named('syft:1'))])
  })

  test('a stage on a platform of its own is read for that one', async () => {
    const tools = await publish('tools:1', ['s390x', 'amd64', 'arm64'])
    const text = `FROM --platform=linux/s390x ${named('tools:1')} AS tools\nFROM scratch\nCOPY --from=tools / /`
    const { found } = await find(define(text, { platforms: ['linux/amd64'] }))
    expect(found).toMatchObject([{ platform: 'linux/s390x', digest: tools.digest, use: 'read' }])
    const other = text.replace('s390x', 'ppc64le')
    await expect(find(define(other, { platforms: ['linux/amd64'] }))).rejects.toMatchObject({ reason: 'not-found' })
  })

  test('from scratch there is no base, and from a directory neither', async () => {
    await publish('tools:1')
    const scratch = await find(define(`FROM scratch\nCOPY --from=${named('tools:1')} / /`))
    expect([scratch.bases.size, scratch.found.map(({ use }) => use)]).toEqual([0, ['read', 'read']])
    const contexts = new Map([parseContext('rootfs', '/somewhere', '/')])
    expect((await find(define('FROM rootfs', { contexts }))).found).toEqual([])
  })

  test('a context that is an image is resolved as one', async () => {
    const golden = await publish('golden:1')
    const contexts = new Map([parseContext('base', `docker-image://${named('golden:1')}`, '/')])
    const found = await find(define('FROM base', { contexts }))
    expect(found.found[0]).toMatchObject({ name: named('golden:1'), digest: golden.digest, use: 'base' })
    expect(found.contexts.get('base')).toMatchObject({ digest: golden.digest })
  })

  test('no tag means latest to a Dockerfile, and it is said', async () => {
    const golden = await publish('golden')
    const lines: string[] = []
    expect((await find(define(`FROM ${named('golden')}`), undefined, lines)).found[0]?.digest).toBe(golden.digest)
    expect(lines).toEqual([expect.stringMatching(/names no tag/)])
  })

  test('a base that is not there, or not for this platform, ends it', async () => {
    await publish('golden:1', ['amd64'])
    await expect(find(define(`FROM ${named('golden:1')}`))).rejects.toMatchObject({
      reason: 'not-found',
      message: expect.stringMatching(/linux\/arm64/),
    })
    await expect(find(define(`FROM ${named('golden:2')}`))).rejects.toMatchObject({ reason: 'not-found' })
  })
})

test('without docker on the PATH a build says what to install, and leaves nothing behind', async () => {
  await publish('golden:1')
  const definition = define(`FROM ${named('golden:1')}`)
  const reference = parseReference(named('app'))
  const rest = { tags: ['1'], annotations: {}, rebasable: false, epochSeconds: 0, redact: [], log: () => undefined }
  const building = bakeBuildkit({
    ...{ definition, sources: await find(definition), reference, output: openStore(reference), ...rest },
    importLayout: async () => undefined,
    env: { PATH: '/nowhere' },
  })
  await expect(building).rejects.toMatchObject({ reason: 'not-found', advice: expect.stringMatching(/buildx 0\.13/) })
  expect(await openStore(reference).readManifest({ tag: '1' })).toBeUndefined()
})
