import { join } from 'node:path'
import { afterAll, describe, expect, it } from '@jest/globals'
import { loadImage } from '../../src/image/index.js'
import { parseReference } from '../../src/oci/reference.js'
import { openStore } from '../../src/registry/index.js'
import { type Inventory, listPackages } from '../../src/scan/index.js'
import {
  alpineRelease,
  apkStanza,
  type BuildOptions,
  buildImage,
  debianRelease,
  dpkgStanza,
  type Layer,
  removeTemporaryFolders,
  temporaryFolder,
} from './fixture.js'

afterAll(removeTemporaryFolders)

async function inventory(layers: readonly Layer[], options: BuildOptions = {}, folder = temporaryFolder()) {
  const directory = join(folder, 'layout')
  const built = await buildImage(directory, layers, { ...options, tag: 'app' })
  const reference = parseReference(`oci:${directory}:app`)
  const found = await listPackages(await loadImage(openStore(reference), reference))
  return { found, built }
}

/** `name version → layer index, origin` */
function places(found: Inventory, layers: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    found.packages.map(({ name, version, layer, origin }) => [
      `${name} ${version}`,
      `${layers.indexOf(layer)} ${origin}`,
    ]),
  )
}

const os: Layer = { 'etc/os-release': { link: '../usr/lib/os-release' }, 'usr/lib/os-release': debianRelease }
const status = 'var/lib/dpkg/status'

describe('Debian', () => {
  it('knows the layer that brought each version', async () => {
    const a = dpkgStanza('a', '1')
    const { found, built } = await inventory([
      { ...os, [status]: a + dpkgStanza('b', '1') + dpkgStanza('gone', '1') },
      { [status]: a + dpkgStanza('b', '2') + dpkgStanza('c', '1') + dpkgStanza('back', '1') },
      { [status]: a + dpkgStanza('b', '2') + dpkgStanza('c', '1') },
      { [status]: a + dpkgStanza('b', '2') + dpkgStanza('c', '1') + dpkgStanza('back', '1'), 'etc/new': '' },
      { 'app/server.js': '' },
    ])
    expect(places(found, built.layers)).toEqual({
      'a 1': '0 base',
      'b 2': '1 application',
      'c 1': '1 application',
      'back 1': '3 application',
    })
    expect(found.distribution).toEqual({ id: 'debian', version: '12', ecosystem: 'Debian:12' })
    expect(found.packages[0]).toMatchObject({
      ecosystem: 'Debian:12',
      path: status,
      purl: 'pkg:deb/debian/a@1?arch=amd64&distro=debian-12',
    })
    expect(found.warnings).toEqual([])
  })

  it.each([
    ['a whiteout of the file', 'var/lib/dpkg/.wh.status'],
    ['a whiteout of a folder above', 'var/lib/.wh.dpkg'],
    ['an opaque folder', 'var/lib/dpkg/.wh..wh..opq'],
    ['an opaque root folder', 'var/.wh..wh..opq'],
  ])('forgets what %s has taken away', async (_, marker) => {
    const { found } = await inventory([{ ...os, [status]: dpkgStanza('a', '1') }, { [marker]: '' }])
    expect(found.packages).toEqual([])
    expect(found.warnings).toEqual(['The image has no package database: nothing in it could be checked'])
    const again = await inventory([
      { ...os, [status]: dpkgStanza('a', '1') },
      { [marker]: '' },
      { [status]: dpkgStanza('a', '1') },
    ])
    expect(places(again.found, again.built.layers)).toEqual({ 'a 1': '2 application' })
  })

  it('reads the parts of a distroless image', async () => {
    const part = (name: string, version: string) => `Package: ${name}\nVersion: ${version}\nArchitecture: all\n`
    const { found, built } = await inventory([
      {
        ...os,
        'var/lib/dpkg/status.d/tzdata': part('tzdata', '2024a'),
        'var/lib/dpkg/status.d/tzdata.md5sums': 'abc  usr/x\n',
      },
      { 'var/lib/dpkg/status.d/netbase': part('netbase', '6.4') },
      { 'var/lib/dpkg/status.d/.wh.tzdata': '', 'var/lib/dpkg/status.d/openssl': part('openssl', '3') },
    ])
    expect(places(found, built.layers)).toEqual({ 'netbase 6.4': '1 application', 'openssl 3': '2 application' })
  })

  it.each([
    ['a malformed database', { ...os, [status]: 'Package: a\nnonsense\n' }, 'unreadable', 'var/lib/dpkg/status'],
    ['a missing os-release', { [status]: dpkgStanza('a', '1') }, 'unreadable', 'os-release'],
    [
      'an unknown distribution',
      { 'etc/os-release': 'ID=mint\n', [status]: dpkgStanza('a', '1') },
      'unsupported',
      'mint',
    ],
    ['an RPM database', { 'var/lib/rpm/rpmdb.sqlite': 'x' }, 'unsupported', 'RPM'],
  ])('refuses %s rather than find nothing', async (_, layer, reason, message) => {
    await expect(inventory([layer as Layer])).rejects.toMatchObject({
      reason,
      message: expect.stringContaining(message),
    })
  })

  it('needs no os-release for an empty database', async () => {
    const { found } = await inventory([{ [status]: '' }])
    expect(found.packages).toEqual([])
    expect(found.warnings).toHaveLength(1)
  })
})

describe('Alpine', () => {
  it.each(['lib/apk/db/installed', 'usr/lib/apk/db/installed'])('reads %s', async (path) => {
    const { found, built } = await inventory([
      { 'etc/os-release': alpineRelease, [path]: apkStanza('musl', '1.2.5-r0') },
      { [path]: apkStanza('musl', '1.2.5-r0') + apkStanza('libcrypto3', '3.3.1-r0', 'openssl') },
    ])
    expect(places(found, built.layers)).toEqual({ 'musl 1.2.5-r0': '0 base', 'libcrypto3 3.3.1-r0': '1 application' })
    expect(found.packages[0]).toMatchObject({
      name: 'libcrypto3',
      ecosystem: 'Alpine:v3.20',
      source: { name: 'openssl' },
      purl: 'pkg:apk/alpine/libcrypto3@3.3.1-r0?arch=x86_64&distro=alpine-3.20.3',
    })
  })
})

describe('npm', () => {
  it('lists dependencies and the application itself, without fixtures', async () => {
    const manifest = (name: string, version: string) => JSON.stringify({ name, version })
    const { found, built } = await inventory([
      { 'usr/lib/node_modules/npm/package.json': manifest('npm', '10.0.0') },
      {
        'app/package.json': manifest('shop', '1.0.0'),
        'app/node_modules/a/package.json': manifest('a', '1.0.0'),
        'app/node_modules/a/node_modules/@s/b/package.json': manifest('@s/b', '2.0.0'),
        'app/node_modules/a/test/package.json': manifest('fixture', '0.0.1'),
        'app/node_modules/c/package.json': '{"type":"module"}',
        'app/broken/package.json': '{',
      },
      { 'app/node_modules/.wh.c': '', 'app/node_modules/a/package.json': manifest('a', '1.0.1') },
    ])
    expect(places(found, built.layers)).toEqual({
      'npm 10.0.0': '0 application',
      'shop 1.0.0': '1 application',
      '@s/b 2.0.0': '1 application',
      'a 1.0.1': '2 application',
    })
    expect(found.warnings).toEqual(['/app/broken/package.json is skipped: it is not JSON'])
  })
})

it('does not flood with warnings', async () => {
  const broken = Object.fromEntries(Array.from({ length: 25 }, (_, i) => [`app/${i}/package.json`, '{']))
  const { found } = await inventory([broken])
  expect(found.warnings).toHaveLength(12)
  expect(found.warnings.at(-1)).toBe('15 more package manifests are skipped or not matched')
})

describe('base or application', () => {
  const base: Layer[] = [os, { [status]: dpkgStanza('a', '1') }]
  const app: Layer[] = [{ [status]: dpkgStanza('a', '1') + dpkgStanza('b', '1') }]
  const expected = { 'a 1': '1 base', 'b 1': '2 application' }

  it("is known from the base's manifest in the same store", async () => {
    const folder = temporaryFolder()
    const { digest } = await buildImage(join(folder, 'layout'), base, { tag: 'base' })
    const annotations = { 'org.opencontainers.image.base.digest': digest }
    const { found, built } = await inventory([...base, ...app], { annotations }, folder)
    expect(places(found, built.layers)).toEqual(expected)
  })

  it('does not believe a base whose layers are others', async () => {
    const folder = temporaryFolder()
    const { digest } = await buildImage(join(folder, 'layout'), [{ 'etc/other': 'x' }, ...base], { tag: 'base' })
    const annotations = { 'org.opencontainers.image.base.digest': digest }
    const { found, built } = await inventory([...base, ...app], { annotations }, folder)
    expect(places(found, built.layers)).toEqual({ 'a 1': '1 application', 'b 1': '2 application' })
  })

  it.each([
    ['a foreign base', ['debootstrap', 'something', 'ingot bake: add /app', '-ingot bake: set Env'], 2],
    [
      'a base that was baked too',
      ['ingot bake: add /', 'ingot bake: add /x', '-ingot bake: set Labels', 'ingot bake: add /app'],
      2,
    ],
    ['no base', ['ingot bake: add /', 'ingot bake: add /x', 'ingot bake: add /app', '-ingot bake: set Env'], 0],
  ])('is known from the history of a bake on %s', async (_, steps, baseLayers) => {
    const history = steps.map((step) =>
      step.startsWith('-') ? { created_by: step.slice(1), empty_layer: true } : { created_by: step },
    )
    const { found, built } = await inventory([...base, ...app], { history })
    const unknown = { 'a 1': '1 application', 'b 1': '2 application' }
    expect(places(found, built.layers)).toEqual(baseLayers === 2 ? expected : unknown)
  })

  it('does not trust a history of another length', async () => {
    const history = [{ created_by: 'ingot bake: add /app' }]
    const { found, built } = await inventory([{ ...os, [status]: dpkgStanza('a', '1') }, ...app], { history })
    expect(places(found, built.layers)).toEqual({ 'a 1': '0 base', 'b 1': '1 application' })
  })
})
