import { chmodSync, linkSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { must, startRegistry } from './processes.js'
import { tool } from './tools.js'

let registry: Awaited<ReturnType<typeof startRegistry>>
let folder: string
beforeAll(async () => {
  registry = await startRegistry()
})
afterAll(() => registry.stop())
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ingot-layers-'))
  mkdirSync(join(folder, 'app/bin'), { recursive: true })
  // Text that compresses and bytes that do not, across blocks of 1 MiB.
  writeFileSync(join(folder, 'app/text'), Array.from({ length: 300_000 }, (_, i) => `line ${i * 7919}`).join('\n'))
  writeFileSync(join(folder, 'app/node'), readFileSync(tool('actionlint')))
  writeFileSync(join(folder, 'app/bin/run'), '#!/bin/sh\n')
  chmodSync(join(folder, 'app/bin/run'), 0o755)
  linkSync(join(folder, 'app/bin/run'), join(folder, 'app/bin/same'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const cacheless = { ...process.env, INGOT_CACHE_DIR: '', XDG_CACHE_HOME: '', HOME: '' }
let repositories = 0
const repository = () => `${registry.host}/layers/${++repositories}`

/** Bakes with a given Node, as a user would. */
async function bakeWith(node: string, output: string, ...more: string[]): Promise<{ image: string; digest: string }> {
  const args = ['dist/cli/index.js', 'bake', '--base', 'scratch', '--output', output, ...more, '--json']
  return JSON.parse(await must(node, args, { env: cacheless }))
}

async function layersOf(image: string): Promise<{ digest: string; mediaType: string; diffId: string }[]> {
  const manifest = JSON.parse(await must(tool('crane'), ['manifest', image]))
  const config = JSON.parse(await must(tool('crane'), ['config', image]))
  return manifest.layers.map((layer: { digest: string; mediaType: string }, i: number) => ({
    ...layer,
    diffId: config.rootfs.diff_ids[i],
  }))
}

describe('layers of each compression', () => {
  test.each(['gzip', 'none', 'zstd'])('%s: skopeo and buildah check and unpack them', async (kind) => {
    const add = ['--add', `${folder}/app:/srv/app`, '--compression', kind]
    const { image } = await bakeWith(tool('node24'), `${repository()}:v1`, ...add)
    // Every digest, size and diff-id, from the bytes; crane takes all layers for gzip when it validates.
    if (kind === 'gzip') await must(tool('crane'), ['validate', '--remote', image])
    await must(tool('skopeo'), ['copy', '--src-tls-verify=false', `docker://${image}`, `oci:${folder}/copied:v1`])

    const storage = ['--root', `${folder}/root`, '--runroot', `${folder}/run`, '--storage-driver', 'vfs']
    const buildah = (...args: string[]) => must(tool('buildah'), [...storage, ...args])
    const container = (await buildah('from', '--tls-verify=false', '--pull', image)).trim()
    const mounted = (await buildah('mount', container)).trim()
    expect(readFileSync(join(mounted, 'srv/app/text')).equals(readFileSync(join(folder, 'app/text')))).toBe(true)
    expect(readFileSync(join(mounted, 'srv/app/node')).equals(readFileSync(join(folder, 'app/node')))).toBe(true)
    await buildah('umount', container)
  })
})

describe('from one Node to another', () => {
  const versions = async (node: string) => JSON.parse(await must(node, ['-p', 'JSON.stringify(process.versions)']))

  test('diff-ids are the same, and so is the compressed layer where the two zlibs agree', async () => {
    const add = ['--add', `${folder}/app:/srv/app`]
    const images = [
      await bakeWith(process.execPath, `${repository()}:v1`, ...add),
      await bakeWith(tool('node24'), `${repository()}:v1`, ...add),
    ]
    const [here, there] = await Promise.all(images.map(({ image }) => layersOf(image)))
    expect(here?.map(({ diffId }) => diffId)).toEqual(there?.map(({ diffId }) => diffId))
    // Tried: zlib 1.3.1-e00f703 of Node 20.20.2, and 1.3.2.1-motley-8002e91 of Node 24.21.0.
    const known = ['1.3.1-e00f703', '1.3.2.1-motley-8002e91']
    const zlibs = [(await versions(process.execPath)).zlib, (await versions(tool('node24'))).zlib]
    if (zlibs.every((zlib) => known.includes(zlib))) expect(images[0]?.digest).toBe(images[1]?.digest)
  })

  test('a new Node takes the layers over that the old one has compressed', async () => {
    const output = `${repository()}:v1`
    const add = ['--add', `${folder}/app:/srv/app`, '--compression-level', '1']
    const first = await bakeWith(process.execPath, output, ...add)
    const before = await layersOf(first.image)
    writeFileSync(join(folder, 'new'), 'new')
    const second = await bakeWith(tool('node24'), output, ...add, '--add', `${folder}/new:/srv/new`)
    expect((await layersOf(second.image))[0]).toEqual(before[0])
    await must(tool('crane'), ['validate', '--remote', second.image])
  })
})

test('owner, mode, time and hard links are unpacked as the rules say', async () => {
  const rules = 'owner: "1234:5678", mode: "0640", mtime: 2026-01-31T12:00:00Z, hard-links: keep, exclude: [node, text]'
  const output = `oci:${folder}/out:v1`
  await bakeWith(process.execPath, output, '--add', `{source: ${folder}/app, destination: /srv/app, ${rules}}`)
  await must(tool('umoci'), ['unpack', '--image', `${folder}/out:v1`, `${folder}/bundle`])
  const at = (path: string) => statSync(join(folder, 'bundle/rootfs/srv/app', path))
  expect(at('bin/run')).toMatchObject({ uid: 1234, gid: 5678, mtimeMs: Date.parse('2026-01-31T12:00:00Z'), nlink: 2 })
  expect([at('bin/run').mode & 0o7777, at('bin').mode & 0o7777]).toEqual([0o640, 0o750])
  expect(at('bin/same').ino).toBe(at('bin/run').ino)
  expect(() => at('text')).toThrow('ENOENT')
})

test('each platform of an index has its own files', async () => {
  for (const arch of ['amd64', 'arm64']) {
    mkdirSync(join(folder, 'out', arch), { recursive: true })
    writeFileSync(join(folder, 'out', arch, 'server'), `for ${arch}`)
  }
  const add = ['--add', `${folder}/app/bin:/bin`, '--add', `${folder}/out/{arch}/server:/srv/server`]
  const platforms = ['--platforms', 'linux/amd64,linux/arm64']
  const { image } = await bakeWith(process.execPath, `${repository()}:v1`, ...add, ...platforms)
  await must(tool('crane'), ['validate', '--remote', image])
  for (const arch of ['amd64', 'arm64']) {
    const file = join(folder, `${arch}.tar`)
    await must(tool('crane'), ['export', '--platform', `linux/${arch}`, image, file])
    expect(await must('tar', ['--extract', '--to-stdout', '--file', file, 'srv/server'])).toBe(`for ${arch}`)
  }
})
