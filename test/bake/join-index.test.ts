import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { join as joinAction } from '../../src/actions/join.js'
import { joinIndex, loadPrevious } from '../../src/bake/index.js'
import { type Digest, digestOf } from '../../src/oci/digest.js'
import { type Descriptor, encodeJson, parseIndex } from '../../src/oci/manifest.js'
import { mediaTypes } from '../../src/oci/media-types.js'
import { parseReference } from '../../src/oci/reference.js'
import { readInputs } from '../../src/runner/inputs.js'
import { put, rawTar, storeImage, type Workspace, workspace } from '../image/support/layers.js'
import fc from '../property.js'

let space: Workspace
beforeEach(() => {
  space = workspace()
})
afterEach(() => space.remove())

async function image(architecture: string, content = architecture): Promise<Descriptor> {
  const layers = [rawTar([{ name: 'app', content }])]
  const { descriptor } = await storeImage(space.store, { layers, config: { architecture, os: 'linux' } })
  return { ...descriptor, platform: { architecture, os: 'linux' } }
}

/** What BuildKit writes for one platform: the image, and an attestation manifest beside it. */
async function attested(architecture: string): Promise<{ index: Digest; image: Digest; attestation: Digest }> {
  const built = await image(architecture)
  const config = await put(space.store, Buffer.from('{}'), mediaTypes.config)
  const statement = await put(space.store, Buffer.from(`{"for":"${architecture}"}`), 'application/vnd.in-toto+json')
  const manifest = { schemaVersion: 2 as const, mediaType: mediaTypes.manifest, config, layers: [statement] }
  const attestation = await space.store.writeManifest(encodeJson(manifest), mediaTypes.manifest)
  const about = { 'vnd.docker.reference.digest': built.digest, 'vnd.docker.reference.type': 'attestation-manifest' }
  const platform = { architecture: 'unknown', os: 'unknown' }
  const index = await writeIndex([built, { ...attestation, annotations: about, platform }])
  return { index, image: built.digest, attestation: attestation.digest }
}

async function writeIndex(manifests: Descriptor[]): Promise<Digest> {
  const bytes = encodeJson({ schemaVersion: 2, mediaType: mediaTypes.index, manifests })
  return (await space.store.writeManifest(bytes, mediaTypes.index)).digest
}

const join = (digests: readonly Digest[], tags: string[] = [], annotations: Record<string, string> = {}) =>
  joinIndex({ output: space.store, reference: parseReference(space.reference), digests, annotations, tags })

async function read(digest: Digest) {
  const stored = await space.store.readManifest(digest)
  return parseIndex(stored?.bytes ?? '', digest)
}

describe('joinIndex', () => {
  test('lists platforms by name, attestations behind them pointing at their image', async () => {
    const [arm, amd] = [await attested('arm64'), await attested('amd64')]
    const joined = await join([arm.index, amd.index], ['v1'], { b: '2', a: '1' })
    const index = await read(joined.digest)
    expect(
      index.manifests.map(({ digest, annotations }) => [digest, annotations?.['vnd.docker.reference.digest']]),
    ).toEqual([
      [amd.image, undefined],
      [arm.image, undefined],
      [amd.attestation, amd.image],
      [arm.attestation, arm.image],
    ])
    expect(JSON.stringify(index.annotations)).toBe('{"a":"1","b":"2"}')
    expect(joined.platforms.map(({ platform, layers }) => [platform, layers.length])).toEqual([
      ['linux/amd64', 1],
      ['linux/arm64', 1],
    ])
    expect((await space.store.readManifest({ tag: 'v1' }))?.descriptor.digest).toBe(joined.digest)
  })

  test('gives the same bytes in any order, with repetitions, and when an index is joined again', async () => {
    const made = [await attested('amd64'), await attested('arm64'), await attested('riscv64')].map(({ index }) => index)
    const { digest } = await join(made)
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...made, ...made, digest], { minLength: 6 }), async (digests) => {
        expect((await join([...digests, ...made])).digest).toBe(digest)
      }),
      { numRuns: 10 },
    )
    expect(await join([digest], ['v1'])).toMatchObject({ digest, unchanged: false })
    const [only] = made
    const previous = await loadPrevious(space.store, digest)
    const again = {
      output: space.store,
      reference: parseReference(space.reference),
      annotations: {},
      tags: [],
      previous,
    }
    expect(await joinIndex({ ...again, digests: [digest] })).toMatchObject({ digest, unchanged: true })
    expect(await joinIndex({ ...again, digests: [only as Digest] })).toMatchObject({ unchanged: false })
  })

  test('takes plain manifests, and finds their platform in the config', async () => {
    const [amd, s390x] = [await image('amd64'), await image('s390x')]
    const index = await read((await join([s390x.digest, amd.digest])).digest)
    expect(index.manifests.map(({ platform }) => platform?.architecture)).toEqual(['amd64', 's390x'])
    expect(index.annotations).toBeUndefined()
  })

  test('refuses two images for one platform, also when one leaves out the variant', async () => {
    const [one, other] = [await image('amd64', 'one'), await image('amd64', 'other')]
    await expect(join([one.digest, other.digest], ['v1'])).rejects.toMatchObject({ reason: 'invalid-input' })
    const plain = await image('arm64')
    const layers = [rawTar([{ name: 'v8', content: '' }])]
    const v8 = await storeImage(space.store, { layers, config: { architecture: 'arm64', variant: 'v8', os: 'linux' } })
    await expect(join([plain.digest, v8.digest])).rejects.toThrow(/Two images for linux\/arm64/)
    expect(await space.store.readManifest({ tag: 'v1' })).toBeUndefined()
  })

  test('refuses what is not there, nothing at all, and an index that holds something else', async () => {
    await expect(join([digestOf('nowhere')])).rejects.toMatchObject({ reason: 'not-found' })
    await expect(join([])).rejects.toMatchObject({ reason: 'invalid-input' })
    const built = await image('amd64')
    const about = {
      'vnd.docker.reference.digest': digestOf('other'),
      'vnd.docker.reference.type': 'attestation-manifest',
    }
    const strange = await writeIndex([built, { ...built, annotations: about }])
    await expect(join([strange])).rejects.toMatchObject({ reason: 'unsupported' })
    await expect(join([await writeIndex([{ ...built, mediaType: mediaTypes.index }])])).rejects.toMatchObject({
      reason: 'unsupported',
    })
  })
})

test('the action takes digests with and without their repository, and says which platforms there are', async () => {
  const [arm, amd] = [await attested('arm64'), await attested('amd64')]
  const raw = {
    image: [`${space.reference}@${arm.index}`, amd.index],
    output: [`${space.reference}:v1`],
    version: ['1.2'],
  }
  const ignore = () => undefined
  const run = (over: Record<string, string[]> = {}) =>
    joinAction.run(
      readInputs(joinAction.inputs, { ...raw, ...over }, (name) => `--${name}`),
      { log: ignore, progress: ignore, warn: ignore, mask: ignore, signal: new AbortController().signal, env: {} },
    )
  const outcome = await run()
  expect(Object.keys(outcome.outputs).sort()).toEqual(Object.keys(joinAction.outputs).sort())
  expect(outcome).toMatchObject({ reason: 'done', outputs: { platforms: 'linux/amd64,linux/arm64' } })
  expect((await read(outcome.outputs.digest as Digest)).annotations).toEqual({
    'org.opencontainers.image.version': '1.2',
  })
  expect(await run()).toMatchObject({ reason: 'unchanged' })
  await expect(run({ image: [`oci:elsewhere@${amd.index}`] })).rejects.toMatchObject({ reason: 'invalid-reference' })
})
