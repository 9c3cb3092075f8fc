import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { readTree, resolvePath, unpackImage } from '../../src/image/index.js'
import { type RawMember, rawTar, storeImage, type Workspace, workspace } from './support/layers.js'

let space: Workspace
beforeEach(() => {
  space = workspace()
})
afterEach(() => space.remove())

const image = (...layers: RawMember[][]) =>
  storeImage(space.store, { layers: layers.map((members) => rawTar(members)) })
const keepAll = { keep: () => true }

/** Every path below a directory with what it is, as the operating system sees it. */
function listDisk(directory: string, prefix = ''): Record<string, string> {
  return Object.fromEntries(
    readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
      const path = join(directory, entry.name)
      if (entry.isSymbolicLink()) return [[`${prefix}${entry.name}`, `-> ${readlinkSync(path)}`]]
      if (entry.isFile()) return [[`${prefix}${entry.name}`, readFileSync(path, 'utf8')]]
      return [[`${prefix}${entry.name}`, '/'], ...Object.entries(listDisk(path, `${prefix}${entry.name}/`))]
    }),
  )
}

async function both(...layers: RawMember[][]): Promise<Record<string, string>> {
  const loaded = await image(...layers)
  const tree = await readTree(loaded, keepAll)
  const listed = Object.fromEntries(
    [...tree.values()].map((node) => [
      node.path,
      node.type === 'directory' ? '/' : node.type === 'symlink' ? `-> ${node.linkTarget}` : `${node.content}`,
    ]),
  )
  const target = join(space.directory, 'rootfs')
  await unpackImage(loaded, target)
  expect(listDisk(target)).toEqual(listed)
  return listed
}

describe('layers laid over each other, in memory and on disk alike', () => {
  test('a file of a higher layer replaces the lower one', async () => {
    const listed = await both([{ name: 'etc/a', content: 'old' }], [{ name: './etc/a', content: 'new' }])
    expect(listed).toEqual({ etc: '/', 'etc/a': 'new' })
  })

  test('whiteouts take away what lies below, never what their own layer brings', async () => {
    const lower = [
      { name: 'a/x', content: '1' },
      { name: 'a/y', content: '1' },
      { name: 'b/z', content: '1' },
    ]
    expect(await both(lower, [{ name: 'a/.wh.x' }, { name: 'b/new', content: '2' }, { name: '.wh.b' }])).toEqual({
      a: '/',
      'a/y': '1',
      b: '/',
      'b/new': '2',
    })
  })

  test('an opaque directory hides all that was in it, wherever in its layer the mark stands', async () => {
    const lower = [
      { name: 'd/old/deep', content: '1' },
      { name: 'e', content: '1' },
    ]
    const upper = [{ name: 'd/new', content: '2' }, { name: 'd/.wh..wh..opq' }]
    expect(await both(lower, upper)).toEqual({ d: '/', 'd/new': '2', e: '1' })
    expect([...(await readTree(await image(lower, [...upper].reverse()))).keys()]).toEqual(['d', 'd/new', 'e'])
  })

  test('a directory gives way to a file, and a file to a directory', async () => {
    const lower = [
      { name: 'a/deep/x', content: '1' },
      { name: 'b', content: '1' },
    ]
    const upper = [
      { name: 'a', content: '2' },
      { name: 'b/', type: '5' },
      { name: 'b/c', content: '2' },
    ]
    expect(await both(lower, upper)).toEqual({ a: '2', b: '/', 'b/c': '2' })
  })

  test('hard links share what they link to, across layers too', async () => {
    const listed = await both(
      [{ name: 'a', content: 'same' }],
      [{ name: 'b', type: '1', link: './a' }, { name: '.wh.a' }],
    )
    expect(listed).toEqual({ b: 'same' })
  })

  test('entries below a relative link land where it leads', async () => {
    const lower = [
      { name: 'usr/bin/', type: '5' },
      { name: 'bin', type: '2', link: 'usr/bin' },
    ]
    expect(await both(lower, [{ name: 'bin/sh', content: '#!' }])).toMatchObject({
      bin: '-> usr/bin',
      'usr/bin/sh': '#!',
    })
  })

  test('an absolute link of a lower layer to a directory of the image means that directory', async () => {
    const lower = [
      { name: 'run/', type: '5' },
      { name: 'var/run', type: '2', link: '/run' },
    ]
    expect(await both(lower, [{ name: 'var/run/pid', content: '1' }])).toMatchObject({ 'run/pid': '1' })
  })
})

describe('readTree', () => {
  test('gives owner, permission bits, size and layer', async () => {
    const tree = await readTree(
      await image([{ name: 'a' }], [{ name: 'su', mode: 0o4755, uid: 3, gid: 4, content: 'xyz' }]),
    )
    expect(tree.get('su')).toEqual({ path: 'su', type: 'file', mode: 0o4755, uid: 3, gid: 4, size: 3, layer: 1 })
  })

  test('keeps content only where it is wanted, also behind a hard link to an unwanted name', async () => {
    const loaded = await image(
      [
        { name: 'z', content: 'shared' },
        { name: 'other', content: 'no' },
      ],
      [{ name: 'want', type: '1', link: 'z' }],
    )
    const tree = await readTree(loaded, { keep: (path) => path === 'want' })
    expect(tree.get('want')?.content?.toString()).toBe('shared')
    expect(tree.get('want')?.layer).toBe(1)
    expect(tree.get('z')?.content).toBeUndefined()
  })

  test('a wanted file beyond the limit is refused', async () => {
    const reading = readTree(await image([{ name: 'a', content: 'four' }]), { ...keepAll, maximumFileBytes: 3 })
    await expect(reading).rejects.toMatchObject({ reason: 'size-exceeded', message: expect.stringContaining('"a"') })
  })

  test('resolvePath follows links inside the image only', async () => {
    const tree = await readTree(
      await image([
        { name: 'usr/lib/node', content: 'n' },
        { name: 'lib', type: '2', link: 'usr/lib' },
        { name: 'opt/run', type: '2', link: '/../../lib/node' },
        { name: 'loop', type: '2', link: 'loop' },
        { name: 'host', type: '2', link: '/etc/passwd' },
      ]),
    )
    expect(resolvePath(tree, '/opt/run')?.path).toBe('usr/lib/node')
    expect(resolvePath(tree, 'opt/../lib/./node')?.path).toBe('usr/lib/node')
    expect(resolvePath(tree, '/')?.type).toBe('directory')
    for (const nowhere of ['/loop', '/host', '/usr/none', '/lib/node/x'])
      expect(resolvePath(tree, nowhere)).toBeUndefined()
  })
})

describe('unpackImage', () => {
  test('sets permissions, but neither setuid bits nor modes that lock out whoever unpacks', async () => {
    const target = join(space.directory, 'rootfs')
    await unpackImage(
      await image([
        { name: 'su', mode: 0o4555 },
        { name: 'd/', type: '5', mode: 0o500 },
        { name: 'd/x', mode: 0 },
      ]),
      target,
    )
    expect([statSync(join(target, 'su')).mode & 0o7777, statSync(join(target, 'd')).mode & 0o7777]).toEqual([
      0o755, 0o700,
    ])
  })

  test('skips devices', async () => {
    const target = join(space.directory, 'rootfs')
    await unpackImage(
      await image([
        { name: 'dev/null', type: '3' },
        { name: 'dev/zero', type: '1', link: 'dev/null' },
      ]),
      target,
    )
    expect(listDisk(target)).toEqual({ dev: '/' })
  })

  test('does not touch a directory that holds something', async () => {
    const target = join(space.directory, 'rootfs')
    mkdirSync(target)
    writeFileSync(join(target, 'mine'), 'mine')
    await expect(unpackImage(await image([{ name: 'a' }]), target)).rejects.toMatchObject({ reason: 'invalid-input' })
    expect(listDisk(target)).toEqual({ mine: 'mine' })
  })

  test('leaves nothing behind when it is cancelled', async () => {
    const controller = new AbortController()
    controller.abort()
    const work = unpackImage(await image([{ name: 'a' }]), join(space.directory, 'rootfs'), {
      signal: controller.signal,
    })
    await expect(work).rejects.toThrow()
    expect(readdirSync(space.directory)).toEqual(['registry'])
  })
})

const outside = '/tmp/ingot-outside'
describe('a layer that reaches out of the image is refused, and nothing is left on disk', () => {
  test.each<[string, string, RawMember[][]]>([
    ['a climbing name', '../evil', [[{ name: '../evil', content: 'x' }]]],
    ['a name that climbs in the middle', 'a/../../evil', [[{ name: 'a/../../evil', content: 'x' }]]],
    ['an absolute name', '/evil', [[{ name: '/evil', content: 'x' }]]],
    ['a climbing whiteout', '../.wh.evil', [[{ name: '../.wh.evil' }]]],
    ['a whiteout of the parent', 'a/.wh...', [[{ name: 'a/b', content: 'x' }, { name: 'a/.wh...' }]]],
    ['writing through a climbing link', 'l/evil', [[{ name: 'l', type: '2', link: '../..' }, { name: 'l/evil' }]]],
    ['writing through an absolute link', 'l/evil', [[{ name: 'l', type: '2', link: outside }, { name: 'l/evil' }]]],
    ['the same, one layer later', 'l/evil', [[{ name: 'l', type: '2', link: outside }], [{ name: 'l/evil' }]]],
    [
      'writing through links that climb together',
      'b/evil',
      [[{ name: 'x/a', type: '2', link: '..' }, { name: 'b', type: '2', link: 'x/a/..' }, { name: 'b/evil' }]],
    ],
    ['writing through a loop', 'l/evil', [[{ name: 'l', type: '2', link: 'l' }, { name: 'l/evil' }]]],
    ['a hard link to a climbing target', 'h', [[{ name: 'h', type: '1', link: '../../etc/passwd' }]]],
    ['a hard link to an absolute target', 'h', [[{ name: 'h', type: '1', link: '/etc/passwd' }]]],
    ['a hard link to what is not there', 'h', [[{ name: 'h', type: '1', link: 'etc/passwd' }]]],
    [
      'a hard link through a link',
      'h',
      [
        [
          { name: 'l', type: '2', link: '/etc' },
          { name: 'h', type: '1', link: 'l/passwd' },
        ],
      ],
    ],
    ['an entry below a file', 'a/b', [[{ name: 'a', content: 'x' }, { name: 'a/b' }]]],
    ['a name that is too long', 'n', [[{ name: 'x', type: 'L', content: `${'n'.repeat(300)}\0` }, { name: 'n' }]]],
  ])('%s', async (_, entry, layers) => {
    const loaded = await image([{ name: 'fine', content: 'x' }], ...layers)
    const culprit = loaded.manifest.layers.at(-1)?.digest as string
    const refusal = { reason: 'unsafe-layer', message: expect.stringContaining(culprit) }
    await expect(readTree(loaded)).rejects.toMatchObject(refusal)
    await expect(unpackImage(loaded, join(space.directory, 'rootfs'))).rejects.toMatchObject(refusal)
    await expect(readTree(loaded)).rejects.toMatchObject({ message: expect.stringContaining(entry) })
    expect(readdirSync(space.directory)).toEqual(['registry'])
    expect(existsSync(outside)).toBe(false)
  })

  test('a link to outside that nobody writes through is only a link', async () => {
    const target = join(space.directory, 'rootfs')
    await unpackImage(
      await image([{ name: 'l', type: '2', link: '/etc/passwd' }], [{ name: 'l', content: 'mine' }]),
      target,
    )
    expect(lstatSync(join(target, 'l')).isFile()).toBe(true)
  })
})
