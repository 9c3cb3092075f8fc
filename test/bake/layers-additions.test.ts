import { chmodSync, linkSync, mkdirSync, symlinkSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { readAdditions } from '../../src/actions/wiring/bakers/layers-additions.js'
import { type AdditionRules, bakeLayers } from '../../src/bake/index.js'
import { additionFor } from '../../src/bake/layers/addition.js'
import { parseExcludes } from '../../src/bake/layers/excludes.js'
import { planLayer } from '../../src/bake/layers/plan-layer.js'
import { loadImage, readTree } from '../../src/image/index.js'
import { parseReference } from '../../src/oci/reference.js'
import { type Workspace, workspace } from '../image/support/layers.js'
import fc from '../property.js'

let space: Workspace
beforeEach(() => {
  space = workspace()
})
afterEach(() => space.remove())

const at = (path: string) => join(space.directory, path)

function files(folder: string, contents: Record<string, string>): string {
  for (const [path, content] of Object.entries(contents)) {
    mkdirSync(join(at(folder), path, '..'), { recursive: true })
    writeFileSync(join(at(folder), path), content)
  }
  return at(folder)
}

const plan = (source: string, rules: AdditionRules) =>
  planLayer({ source, destination: '/app', rules }, { onBase: false, epochSeconds: 7 })

function listed(source: string, rules: AdditionRules): string[] {
  return [...plan(source, rules).members].map(({ path, mode, uid, gid, mtime, linkTarget }) =>
    [path, mode.toString(8), `${uid}:${gid}`, mtime, linkTarget].filter((part) => part !== undefined).join(' '),
  )
}

const paths = (source: string, ...exclude: string[]) =>
  [...plan(source, { exclude }).members].map(({ path }) => path).filter((path) => path !== 'app')

describe('owner, mode and time', () => {
  const app = () => {
    const folder = files('app', { 'bin/run': '#!', conf: 'x' })
    chmodSync(join(folder, 'bin/run'), 0o4750)
    chmodSync(join(folder, 'bin'), 0o700)
    chmodSync(join(folder, 'conf'), 0o600)
    utimesSync(join(folder, 'conf'), 100, 1_700_000_000.9)
    return folder
  }

  test('are normalised unless a rule says otherwise', () => {
    expect(listed(app(), {})).toEqual([
      'app 755 0:0 7',
      'app/bin 755 0:0 7',
      'app/bin/run 755 0:0 7',
      'app/conf 644 0:0 7',
    ])
  })

  test('keep: as on disk, setuid included', () => {
    const kept = listed(app(), { mode: 'keep', mtime: 'keep', owner: { uid: 10_001, gid: 20 } })
    expect(kept).toContain('app/conf 600 10001:20 1700000000')
    expect(kept.map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      'app 755',
      'app/bin 700',
      'app/bin/run 4750',
      'app/conf 600',
    ])
  })

  test('a mode is that of files; whoever may read may enter directories', () => {
    expect(listed(app(), { mode: 0o640, mtime: 9 })).toEqual([
      'app 755 0:0 9',
      'app/bin 750 0:0 9',
      'app/bin/run 640 0:0 9',
      'app/conf 640 0:0 9',
    ])
  })

  test('reach the image', async () => {
    const additions = [
      { source: app(), destination: '/app', rules: { owner: { uid: 3_000_000, gid: 5 }, mode: 0o400 } },
    ]
    const settings = { env: {}, labels: {}, expose: [] }
    const common = { platforms: [{ platform: 'linux/amd64' }], settings, annotations: {}, epochSeconds: 0 }
    await bakeLayers({ ...common, additions, output: space.store, tags: ['v1'] })
    const tree = await readTree(await loadImage(space.store, parseReference(`${space.reference}:v1`)))
    expect(tree.get('app/conf')).toMatchObject({ uid: 3_000_000, gid: 5, mode: 0o400 })
  })
})

describe('hard links', () => {
  test('are files of their own, unless they are kept', () => {
    const folder = files('app', { a: 'content', z: '' })
    linkSync(join(folder, 'a'), join(folder, 'b'))
    expect(listed(folder, {}).slice(1)).toEqual(['app/a 644 0:0 7', 'app/b 644 0:0 7', 'app/z 644 0:0 7'])
    expect(listed(folder, { hardLinks: 'keep' }).slice(1)).toEqual([
      'app/a 644 0:0 7',
      'app/b 644 0:0 7 app/a',
      'app/z 644 0:0 7',
    ])
  })
})

describe('excludes', () => {
  const app = () =>
    files('app', {
      'a.map': '',
      'lib/a.js': '',
      'lib/a.map': '',
      'lib/deep/b.map': '',
      'test/x': '',
      'test/keep/y': '',
    })

  test.each<[string[], string[]]>([
    [['test'], ['app/a.map', 'app/lib', 'app/lib/a.js', 'app/lib/a.map', 'app/lib/deep', 'app/lib/deep/b.map']],
    [
      ['*.map', '/test/'],
      ['app/lib', 'app/lib/a.js', 'app/lib/a.map', 'app/lib/deep', 'app/lib/deep/b.map'],
    ],
    [
      ['**/*.map', 'test'],
      ['app/lib', 'app/lib/a.js', 'app/lib/deep'],
    ],
    [
      ['lib/**', 'test/?'],
      ['app/a.map', 'app/lib', 'app/test', 'app/test/keep', 'app/test/keep/y'],
    ],
    [
      ['**', '!test/keep'],
      ['app/test', 'app/test/keep', 'app/test/keep/y'],
    ],
    [
      ['lib', '!lib/*.js', 'test', '!none'],
      ['app/a.map', 'app/lib', 'app/lib/a.js'],
    ],
    [
      ['**', '!lib/a.*', 'lib/*.map'],
      ['app/lib', 'app/lib/a.js'],
    ],
  ])('%j', (exclude, left) => {
    expect(paths(app(), ...exclude)).toEqual(left)
  })

  test('what is excluded may be what a layer cannot hold', () => {
    const folder = files('app', { '.wh.x': '', 'dir/.wh.y': '', a: '' })
    expect(paths(folder, '**/.wh.*')).toEqual(['app/a', 'app/dir'])
  })

  test('a pattern that names nothing below the source is refused', () => {
    for (const pattern of ['', '/', '.', '../x', 'a/../b', '!'])
      expect(() => parseExcludes([pattern])).toThrow('Cannot exclude')
  })

  test('a plain path excludes itself and all below it, and nothing else', () => {
    const name = fc.stringMatching(/^[a-z.+()[\]$^|-]{1,6}$/).filter((text) => text !== '.' && text !== '..')
    const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'))
    fc.assert(
      fc.property(path, path, (pattern, other) => {
        const excludes = parseExcludes([pattern])
        expect(excludes?.has(pattern)).toBe(true)
        expect(excludes?.has(`${pattern}/${other}`)).toBe(true)
        expect(excludes?.has(other)).toBe(other === pattern || other.startsWith(`${pattern}/`))
      }),
    )
  })
})

describe('platforms', () => {
  test('a source names the platform that it was built for', () => {
    const addition = { source: 'dist/{os}-{arch}{variant}/{other}', destination: '/x' }
    expect(additionFor(addition, 'linux/arm/v7')?.source).toBe('dist/linux-armv7/{other}')
    expect(additionFor(addition, 'linux/amd64')?.source).toBe('dist/linux-amd64/{other}')
  })

  test('an addition may be for some platforms alone', () => {
    const addition = { source: 'x', destination: '/x', platforms: ['linux/arm64', 'windows'] }
    const has = (platform: string) => additionFor(addition, platform) !== undefined
    expect(['linux/arm64', 'linux/arm64/v8', 'windows/amd64', 'linux/amd64', 'linux/arm'].map(has)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ])
  })

  test('each image of an index gets its own files, and shares the rest', async () => {
    files('out/amd64', { server: 'x86' })
    files('out/arm64', { server: 'arm' })
    const additions = [
      { source: files('app', { a: 'a' }), destination: '/app' },
      { source: at('out/{arch}/server'), destination: '/bin/server' },
      { source: at('out/arm64'), destination: '/only', platforms: ['linux/arm64'] },
    ]
    const platforms = ['linux/amd64', 'linux/arm64'].map((platform) => ({ platform }))
    const settings = { env: {}, labels: {}, expose: [] }
    const common = { platforms, settings, annotations: {}, epochSeconds: 0, output: space.store, tags: ['v1'] }
    const baked = await bakeLayers({ ...common, additions })
    const [amd, arm] = baked.platforms.map(({ layers }) => layers.map(({ digest }) => digest))
    expect([amd?.length, arm?.length, amd?.[0] === arm?.[0], amd?.[1] === arm?.[1]]).toEqual([2, 3, true, false])
    for (const [platform, content] of [
      ['linux/amd64', 'x86'],
      ['linux/arm64', 'arm'],
    ] as const) {
      const image = await loadImage(space.store, parseReference(`${space.reference}:v1`), { platform })
      const tree = await readTree(image, { keep: () => true })
      expect(tree.get('bin/server')?.content?.toString()).toBe(content)
      expect(image.config.history).toHaveLength(platform === 'linux/arm64' ? 3 : 2)
    }
  })
})

describe('what is written', () => {
  test('SRC:DEST, or the long form in one line', async () => {
    expect(await readAdditions(['build:/app', '{os}/x:/bin/x'])).toEqual([
      { source: 'build', destination: '/app' },
      { source: '{os}/x', destination: '/bin/x' },
    ])
    const [long] = await readAdditions([
      '{"source": "build", "destination": "/app", owner: 5, mode: "640", mtime: 2026-01-31T12:00:00Z, hard-links: keep, exclude: [x]}',
    ])
    expect(long).toEqual({
      source: 'build',
      destination: '/app',
      platforms: undefined,
      rules: { owner: { uid: 5, gid: 5 }, mode: 0o640, mtime: 1_769_860_800, hardLinks: 'keep', exclude: ['x'] },
    })
  })

  test.each([
    ['{source: a, destination: app}', 'absolute path'],
    ['{source: a, destination: /a/../b}', 'without ..'],
    ['{source: a, destination: /a, owner: app}', 'uid:gid'],
    ['{source: a, destination: /a, mode: 640}', 'in quotes'],
    ['{source: a, destination: /a, mode: "999"}', 'octal'],
    ['{source: a, destination: /a, mtime: soon}', 'mtime'],
    ['{source: a, destination: /a, onwer: 1}', 'did you mean "owner"'],
    ['{source: a', 'add:1'],
  ])('%s is refused', async (text, why) => {
    await expect(readAdditions([text])).rejects.toMatchObject({ message: expect.stringContaining(why) })
  })
})

describe('what is on disk', () => {
  test('names are in byte order, beyond the first plane of Unicode too', () => {
    const names = ['\u{1f600}', '\uff5e', 'é', 'z', 'Z', 'a b']
    const folder = files('app', Object.fromEntries(names.map((name) => [name, ''])))
    const sorted = [...names].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
    expect(paths(folder)).toEqual(sorted.map((name) => `app/${name}`))
  })

  test('a name that is not UTF-8 is refused by name', () => {
    const folder = files('app', { a: '' })
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xff, 0xfe])]), '')
    expect(() => plan(folder, {})).toThrow(/not UTF-8/)
  })

  test('a link that leads nowhere stays what it is', () => {
    const folder = files('app', { a: '' })
    symlinkSync('/nowhere', join(folder, 'link'))
    expect(listed(folder, {}).at(-1)).toBe('app/link 777 0:0 7 /nowhere')
  })

  test('a layer that nobody could read again is refused before it is made', () => {
    const folder = files('app', { a: '' })
    const huge = join(folder, 'huge')
    writeFileSync(huge, '')
    // Sparse: it claims what it does not hold.
    truncateSync(huge, 9 * 1024 ** 3)
    expect(() => plan(folder, {})).toThrow('more than 8 GiB')
  })
})
