import { lstat, mkdir, mkdtemp, readdir, readFile, readlink, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { readTar, type TarMember, tarEnd, tarHeader, tarPadding } from '../../src/image/index.js'
import { chunked } from '../image/support/layers.js'
import { must } from './processes.js'

/** Names at the edges of what ustar holds, and beyond ASCII. */
const files = [
  'plain',
  `${'d'.repeat(100)}/${'f'.repeat(100)}`,
  `${'d'.repeat(155)}/${'f'.repeat(100)}`,
  `${'d'.repeat(156)}/f`,
  'f'.repeat(101),
  'f'.repeat(250),
  `deep/${'x/'.repeat(120)}end`,
  'ünïcode/日本語/🜲',
  ' spaces and\nlines ',
  'quotes\'"`\\',
  '-dash',
]
const content = (name: string) => `content of ${name}`.repeat(50)

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ingot-tar-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

test('what the writer writes, GNU tar unpacks', async () => {
  const members = files.map(
    (path): TarMember => ({ path, type: 'file', mode: 0o640, size: Buffer.byteLength(content(path)), mtime: 86_400 }),
  )
  const link: TarMember = {
    path: 'link',
    type: 'symlink',
    mode: 0o777,
    size: 0,
    mtime: 0,
    linkTarget: `ü/${'t'.repeat(200)}`,
  }
  const parts = members.flatMap((member) => [
    tarHeader(member),
    Buffer.from(content(member.path)),
    tarPadding(member.size),
  ])
  await writeFile(join(folder, 'ours.tar'), Buffer.concat([...parts, tarHeader(link), tarEnd()]))
  await mkdir(join(folder, 'out'))
  await must('tar', ['-xpf', join(folder, 'ours.tar'), '-C', join(folder, 'out')])
  for (const path of files) {
    expect(await readFile(join(folder, 'out', path), 'utf8')).toBe(content(path))
    const { mode, mtimeMs } = await lstat(join(folder, 'out', path))
    expect([mode & 0o7777, mtimeMs]).toEqual([0o640, 86_400_000])
  }
  expect(await readlink(join(folder, 'out', 'link'))).toBe(link.linkTarget)
  expect(await readdir(join(folder, 'out'))).toHaveLength(new Set(files.map((path) => path.split('/')[0])).size + 1)
})

test.each(['gnu', 'pax', 'oldgnu'])('what GNU tar writes as %s, the reader reads', async (format) => {
  for (const path of files) {
    await mkdir(join(folder, 'in', dirname(path)), { recursive: true })
    await writeFile(join(folder, 'in', path), content(path))
  }
  await symlink('t'.repeat(300), join(folder, 'in', 'link'))
  await must('tar', [
    `--format=${format}`,
    '--sort=name',
    '-cf',
    join(folder, 'theirs.tar'),
    '-C',
    join(folder, 'in'),
    '.',
  ])
  const found = new Map<string, string>()
  for await (const entry of readTar(chunked(await readFile(join(folder, 'theirs.tar')), 1000), {
    from: 'layer test',
  })) {
    const parts: Uint8Array[] = []
    for await (const part of entry.content()) parts.push(part)
    const name = entry.path.replace(/^\.\//, '')
    if (entry.type === 'file') found.set(name, Buffer.concat(parts).toString('utf8'))
    if (entry.type === 'symlink') found.set(name, `→ ${entry.linkTarget}`)
  }
  expect([...found].sort()).toEqual(
    [...files.map((path): [string, string] => [path, content(path)]), ['link', `→ ${'t'.repeat(300)}`]].sort(),
  )
})
