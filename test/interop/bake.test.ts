import { execFileSync } from 'node:child_process'
import { lstatSync, mkdirSync, readFileSync, readlinkSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { bakeLayers, Rebaser } from '../../src/bake/index.js'
import { loadImage, readTree, unpackImage } from '../../src/image/index.js'
import { hexOf } from '../../src/oci/digest.js'
import { parseReference } from '../../src/oci/reference.js'
import { openStore } from '../../src/registry/index.js'
import { storeImage, type Workspace, workspace } from '../image/support/layers.js'

let space: Workspace
beforeEach(() => {
  space = workspace()
  const names = { 'app/server.js': 'serve()', 'app/bin/run': '#!/bin/sh\n' }
  const long = `app/${'deep-directory/'.repeat(14)}file-with-a-name-that-goes-on.txt`
  const odd = { [`app/${'n'.repeat(150)}`]: 'long name', [long]: 'long path', 'app/grüße/naïve 日本.txt': 'utf-8' }
  for (const [path, content] of Object.entries({ ...names, ...odd, 'app/big': Buffer.alloc(3 * 1024 ** 2, 'big') })) {
    mkdirSync(join(at(path), '..'), { recursive: true })
    writeFileSync(at(path), content, { mode: path.endsWith('run') ? 0o755 : 0o640 })
  }
  symlinkSync('../server.js', at('app/bin/link'))
  symlinkSync(`/${'t'.repeat(180)}`, at('app/bin/far'))
})
afterEach(() => space.remove())

const at = (path: string) => join(space.directory, path)
const run = (tool: string, ...given: string[]) =>
  execFileSync(tool, given, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })

async function bake(tag: string, base?: string) {
  const image = base === undefined ? undefined : await load(base)
  return bakeLayers({
    ...(image && { baseName: `${space.reference}:${base}` }),
    platforms: [{ platform: 'linux/amd64', image }],
    additions: [{ source: at('app'), destination: '/srv/app' }],
    settings: {
      env: { A: '1' },
      labels: {},
      expose: ['8080'],
      entrypoint: ['node', '/srv/app/server.js'],
      user: '10001',
    },
    annotations: {},
    epochSeconds: 1_700_000_000,
    output: space.store,
    tags: [tag],
  })
}
const load = (tag: string) => loadImage(space.store, parseReference(`${space.reference}:${tag}`))

describe('what bake writes', () => {
  test('is unpacked by tar as it was on disk', async () => {
    await bake('v1')
    const { manifest } = await load('v1')
    const blob = join(at('registry/blobs/sha256'), hexOf(manifest.layers[0]?.digest as never))
    mkdirSync(at('out'))
    run('tar', '--extract', '--gzip', '--file', blob, '--directory', at('out'))
    run('diff', '--recursive', '--no-dereference', at('app'), at('out/srv/app'))
    expect(run('tar', '--list', '--verbose', '--numeric-owner', '--utc', '--gzip', '--file', blob)).toMatch(
      /-rwxr-xr-x 0\/0 +10 2023-11-14 22:13 srv\/app\/bin\/run/,
    )
  })

  test('is unpacked by umoci to the same tree as by ourselves', async () => {
    await bake('v1')
    run('umoci', 'unpack', '--rootless', '--image', `${at('registry')}:v1`, at('bundle'))
    await unpackImage(await load('v1'), at('rootfs'))
    run('diff', '--recursive', '--no-dereference', at('bundle/rootfs'), at('rootfs'))
    expect(readlinkSync(at('rootfs/srv/app/bin/link'))).toBe('../server.js')
    expect(lstatSync(at('rootfs/srv/app/bin/run')).mode & 0o777).toBe(0o755)
    const spec = JSON.parse(readFileSync(at('bundle/config.json'), 'utf8'))
    expect(spec.process).toMatchObject({ args: ['node', '/srv/app/server.js'], user: { uid: 10001 } })
  })

  test('is copied by skopeo to a directory and a docker archive, digest unchanged', async () => {
    const { digest } = await bake('v1')
    run('skopeo', 'copy', `oci:${at('registry')}:v1`, `dir:${at('copied')}`)
    expect(run('skopeo', 'manifest-digest', at('copied/manifest.json')).trim()).toBe(digest)
    run('skopeo', 'copy', `oci:${at('registry')}:v1`, `docker-archive:${at('image.tar')}:shop:v1`)
    expect(JSON.parse(run('skopeo', 'inspect', `docker-archive:${at('image.tar')}`))).toMatchObject({ Env: ['A=1'] })
  })

  test('a rebased image is read by skopeo and umoci too', async () => {
    await bake('golden')
    await bake('v1', 'golden')
    writeFileSync(at('app/server.js'), 'patched()')
    await bake('golden')
    const [image, base] = ['v1', 'golden'].map((tag) => parseReference(`${space.reference}:${tag}`))
    if (image === undefined || base === undefined) throw new Error('no references')
    const rebaser = new Rebaser({ base, open: openStore, dryRun: false })
    const target = { image, output: parseReference(space.reference), tags: ['v2'] }
    expect(await rebaser.rebase(target)).toMatchObject({ kind: 'rebased' })
    run('skopeo', 'copy', `oci:${at('registry')}:v2`, `dir:${at('copied')}`)
    run('umoci', 'unpack', '--rootless', '--image', `${at('registry')}:v2`, at('bundle'))
    expect(readFileSync(at('bundle/rootfs/srv/app/server.js'), 'utf8')).toBe('serve()')
  })
})

describe('what other tools write is read here', () => {
  test.each(['ustar', 'gnu', 'posix', 'v7'])('tar --format=%s', async (format) => {
    const members = format === 'v7' ? ['server.js', 'bin/run'] : ['.']
    const numbers = format === 'v7' ? [] : ['--owner=1000', '--group=1000']
    const excluded = format === 'ustar' ? ['--exclude=n*', '--exclude=far', '--exclude=deep-directory'] : []
    run(
      'tar',
      '--create',
      `--format=${format}`,
      ...numbers,
      ...excluded,
      '--file',
      at('layer.tar'),
      '--directory',
      at('app'),
      ...members,
    )
    const tree = await readTree(await storeImage(space.store, { layers: [readFileSync(at('layer.tar'))] }), {
      keep: () => true,
    })
    expect(tree.get('server.js')?.content?.toString()).toBe('serve()')
    expect(tree.get('bin/run')?.mode).toBe(0o755)
    if (format === 'gnu' || format === 'posix') {
      expect(tree.get('n'.repeat(150))?.content?.toString()).toBe('long name')
      expect(tree.get('bin/far')?.linkTarget).toBe(`/${'t'.repeat(180)}`)
      expect(tree.get('grüße/naïve 日本.txt')?.content?.toString()).toBe('utf-8')
      expect(tree.get('server.js')?.uid).toBe(1000)
    }
  })

  test('sizes that gzip and tar agree on', async () => {
    run('tar', '--create', '--gzip', '--file', at('layer.tgz'), '--directory', at('app'), '.')
    const bytes = gunzipSync(readFileSync(at('layer.tgz')))
    const image = await storeImage(space.store, { layers: [bytes], compress: (tar) => gzipSync(tar, { level: 9 }) })
    expect((await readTree(image)).get('big')?.size).toBe(3 * 1024 ** 2)
  })

  test('layers that umoci made: whiteouts and opaque directories', async () => {
    run('umoci', 'init', '--layout', at('made'))
    run('umoci', 'new', '--image', `${at('made')}:v1`)
    run('umoci', 'insert', '--rootless', '--image', `${at('made')}:v1`, at('app'), '/app')
    run('umoci', 'insert', '--rootless', '--image', `${at('made')}:v1`, '--whiteout', '/app/server.js')
    run('umoci', 'insert', '--rootless', '--image', `${at('made')}:v1`, '--opaque', at('app/bin'), '/app/bin')
    const reference = parseReference(`oci:${at('made')}:v1`)
    const image = await loadImage(openStore(reference), reference, { orFirst: true })
    const tree = await readTree(image)
    expect([tree.has('app/server.js'), tree.has('app/big'), tree.get('app/bin/run')?.layer]).toEqual([false, true, 2])
    run('umoci', 'unpack', '--rootless', '--image', `${at('made')}:v1`, at('bundle'))
    await unpackImage(image, at('rootfs'))
    run('diff', '--recursive', '--no-dereference', at('bundle/rootfs'), at('rootfs'))
  })
})
