import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { type BuildkitBake, bakeBuildkit, type Sources } from '../../../src/bake/buildkit/index.js'
import { loadPrevious } from '../../../src/bake/index.js'
import { type Digest, digestOf, hexOf } from '../../../src/oci/digest.js'
import { type Descriptor, encodeJson } from '../../../src/oci/manifest.js'
import { mediaTypes } from '../../../src/oci/media-types.js'
import { parseReference } from '../../../src/oci/reference.js'
import { put, rawTar, storeImage, type Workspace, workspace } from '../../image/support/layers.js'

/** What is made of what BuildKit leaves behind, with a docker that builds nothing and says what it is told to say. */
let space: Workspace
beforeEach(() => {
  space = workspace()
  mkdirSync(at('bin'))
})
afterEach(() => space.remove())

const at = (path: string) => join(space.directory, path)
const base = digestOf('base')
const lists = { secrets: [], ssh: [], cacheFrom: [], cacheTo: [] }
const definition: BuildkitBake['definition'] = {
  ...{
    ...lists,
    arguments: {},
    contexts: new Map(),
    labels: {},
    noCache: false,
    context: '/',
    platforms: ['linux/amd64'],
  },
  dockerfile: { name: 'Dockerfile.app', text: 'FROM ghcr.io/acme/golden:1', ignore: '*.log' },
}

/** An image beside its provenance, as BuildKit lists them. */
async function built(content: string, materials: readonly Digest[] | 'none', at = '2026-01-01'): Promise<Digest> {
  const layers = [rawTar([{ name: 'app', content }])]
  const { descriptor } = await storeImage(space.store, { layers })
  const platform = { architecture: 'amd64', os: 'linux' }
  const manifests: Descriptor[] = [{ ...descriptor, platform }]
  if (materials !== 'none') {
    const listed = materials.map((digest) => ({ uri: 'pkg:docker/golden@1', digest: { sha256: hexOf(digest) } }))
    const statement = { predicateType: 'https://slsa.dev/provenance/v0.2', predicate: { at, materials: listed } }
    const blob = await put(space.store, Buffer.from(JSON.stringify(statement)), 'application/vnd.in-toto+json')
    const annotations = { 'in-toto.io/predicate-type': statement.predicateType }
    const config = await put(space.store, Buffer.from('{}'), mediaTypes.config)
    const manifest = { schemaVersion: 2 as const, config, layers: [{ ...blob, annotations }] }
    const attestation = await space.store.writeManifest(encodeJson(manifest), mediaTypes.manifest)
    const about = {
      'vnd.docker.reference.digest': descriptor.digest,
      'vnd.docker.reference.type': 'attestation-manifest',
    }
    manifests.push({ ...attestation, annotations: about, platform: { architecture: 'unknown', os: 'unknown' } })
  }
  const index = encodeJson({ schemaVersion: 2, mediaType: mediaTypes.index, manifests })
  return (await space.store.writeManifest(index, mediaTypes.index)).digest
}

function docker(digest: Digest): Record<string, string> {
  const script = `#!${process.execPath}
const fs = require('node:fs')
const after = (flag) => process.argv[process.argv.indexOf(flag) + 1]
fs.copyFileSync(process.env.EXPERIMENTAL_BUILDKIT_SOURCE_POLICY, ${JSON.stringify(at('policy.json'))})
fs.copyFileSync(after('--file'), ${JSON.stringify(at('built'))})
fs.copyFileSync(after('--file') + '.dockerignore', ${JSON.stringify(at('ignored'))})
fs.writeFileSync(after('--metadata-file'), JSON.stringify({ 'containerimage.digest': ${JSON.stringify(digest)} }))
console.error('#1 [internal] load build definition')
`
  writeFileSync(at('bin/docker'), script)
  chmodSync(at('bin/docker'), 0o755)
  return { PATH: at('bin') }
}

function bake(digest: Digest, over: Partial<BuildkitBake> = {}) {
  const reference = parseReference('ghcr.io/acme/golden:1')
  const found = { name: 'ghcr.io/acme/golden:1', platform: 'linux/amd64', store: space.store, reference, digest: base }
  const sources: Sources = {
    ...{ found: [{ ...found, manifestDigest: base }], bases: new Map(), contexts: new Map() },
    approved: [{ reference, digest: base }],
  }
  return bakeBuildkit({
    definition,
    ...{ sources, reference: parseReference(space.reference), output: space.store, tags: ['v1'], annotations: {} },
    ...{ rebasable: false, epochSeconds: 0, importLayout: async () => undefined, redact: [], log: () => undefined },
    env: docker(digest),
    ...over,
  })
}

const tagged = async (tag = 'v1') => (await space.store.readManifest({ tag }))?.descriptor.digest

describe('what BuildKit has built', () => {
  test('is tagged when its provenance names what was found; it was given the Dockerfile that was read, and the policy', async () => {
    const digest = await built('app', [base])
    expect(await bake(digest)).toMatchObject({ digest, unchanged: false, platforms: [{ platform: 'linux/amd64' }] })
    expect(await tagged()).toBe(digest)
    expect(readFileSync(at('built'), 'utf8')).toBe('FROM ghcr.io/acme/golden:1')
    expect(readFileSync(at('ignored'), 'utf8')).toBe('*.log')
    expect(JSON.parse(readFileSync(at('policy.json'), 'utf8')).rules).toHaveLength(4)
  })

  test('is not tagged when its provenance names another image, or when there is none', async () => {
    await expect(bake(await built('app', [base, digestOf('other')]))).rejects.toMatchObject({
      reason: 'base-not-approved',
    })
    await expect(bake(await built('bare', 'none'))).rejects.toMatchObject({
      reason: 'tool-failed',
      message: expect.stringMatching(/no provenance/),
    })
    const { descriptor } = await storeImage(space.store, { layers: [rawTar([{ name: 'plain' }])] })
    await expect(bake(descriptor.digest)).rejects.toMatchObject({
      reason: 'tool-failed',
      message: expect.stringMatching(/without provenance/),
    })
    expect(await tagged()).toBeUndefined()
  })

  test('is not there, or not for the platform that was asked for', async () => {
    await expect(bake(digestOf('nowhere'))).rejects.toMatchObject({ reason: 'not-found' })
    const asked = bake(await built('app', [base]), { definition: { ...definition, platforms: ['linux/s390x'] } })
    await expect(asked).rejects.toMatchObject({ reason: 'not-found', message: expect.stringMatching(/linux\/s390x/) })
  })

  test('is no new image when only its provenance is new', async () => {
    const first = await built('app', [base])
    await bake(first)
    const previous = await loadPrevious(space.store, { tag: 'v1' })
    const again = await built('app', [base], '2026-02-02')
    expect(again).not.toBe(first)
    expect(await bake(again, { previous, tags: ['v1', 'v2'] })).toMatchObject({
      digest: first,
      unchanged: true,
      reproduced: true,
    })
    expect([await tagged(), await tagged('v2')]).toEqual([first, undefined])
    expect(await bake(await built('other', [base]), { previous })).toMatchObject({ unchanged: false })
  })

  test('is not tagged once it is cancelled', async () => {
    const controller = new AbortController()
    const log = () => controller.abort(new DOMException('Received SIGINT', 'AbortError'))
    await expect(bake(await built('app', [base]), { signal: controller.signal, log })).rejects.toMatchObject({
      reason: 'cancelled',
    })
    expect(await tagged()).toBeUndefined()
  })
})
