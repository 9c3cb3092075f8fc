import { describe, expect, test } from '@jest/globals'
import { readTar } from '../../src/image/index.js'
import { base256, chunked, rawHeader, rawTar, withChecksum } from './support/layers.js'

async function read(bytes: Buffer, chunk = 64 * 1024, limits?: Parameters<typeof readTar>[1]['limits']) {
  const found = []
  for await (const entry of readTar(chunked(bytes, chunk), { from: 'layer test', limits })) {
    const parts: Uint8Array[] = []
    for await (const part of entry.content()) parts.push(Buffer.from(part))
    const { content: _, ...rest } = entry
    found.push({ ...rest, text: Buffer.concat(parts).toString() })
  }
  return found
}

function paxRecord(key: string, value: string): string {
  const rest = ` ${key}=${value}\n`
  let length = Buffer.byteLength(rest) + 1
  while (String(length).length + Buffer.byteLength(rest) !== length) length++
  return `${length}${rest}`
}

describe('readTar', () => {
  test('reads files, directories and links, whatever the size of the chunks', async () => {
    const bytes = rawTar([
      { name: 'app/', type: '5', mode: 0o755 },
      { name: 'app/hello', content: 'hello'.repeat(300), mode: 0o4755, uid: 7, gid: 8 },
      { name: 'app/link', type: '2', link: 'hello' },
      { name: 'app/same', type: '1', link: 'app/hello' },
      { name: 'dev/null', type: '3' },
    ])
    const whole = await read(bytes)
    expect(whole.map(({ path, type, size }) => [path, type, size])).toEqual([
      ['app/', 'directory', 0],
      ['app/hello', 'file', 1500],
      ['app/link', 'symlink', 0],
      ['app/same', 'hardlink', 0],
      ['dev/null', 'other', 0],
    ])
    expect(whole[1]).toMatchObject({ text: 'hello'.repeat(300), mode: 0o4755, uid: 7, gid: 8 })
    expect(whole[2]).toMatchObject({ linkTarget: 'hello' })
    for (const size of [1, 7, 511, 512, 513]) expect(await read(bytes, size)).toEqual(whole)
  })

  test('pax and GNU headers replace names, links and numbers', async () => {
    const long = `deep/${'d'.repeat(200)}/ü`
    const bytes = rawTar([
      {
        name: 'x',
        type: 'x',
        content: paxRecord('path', long) + paxRecord('uid', '70000') + paxRecord('mtime', '12.75'),
      },
      { name: 'short', content: 'one' },
      { name: '././@LongLink', type: 'L', content: `${long}2\0` },
      { name: '././@LongLink', type: 'K', content: `${long}3\0` },
      { name: 'short', type: '2', link: 'short' },
      { name: 'global', type: 'g', content: paxRecord('path', 'ignored') },
      { name: 'big', size: base256(3n), content: 'abc' },
    ])
    expect(await read(bytes)).toMatchObject([
      { path: long, uid: 70000, mtime: 12, text: 'one' },
      { path: `${long}2`, linkTarget: `${long}3` },
      { path: 'big', text: 'abc' },
    ])
  })

  test('accepts an archive without an end mark, and an empty one', async () => {
    const unended = rawTar([{ name: 'a', content: 'abc' }], false)
    expect(await read(unended)).toMatchObject([{ text: 'abc' }])
    expect(await read(unended.subarray(0, 515))).toMatchObject([{ text: 'abc' }])
    await expect(read(unended.subarray(0, 514))).rejects.toMatchObject({ reason: 'unreadable' })
    expect(await read(Buffer.alloc(0))).toEqual([])
    expect(await read(Buffer.alloc(10240))).toEqual([])
  })

  const terabyte = 1_000_000_000_000n
  test.each([
    ['octal', rawHeader({ name: 'huge', size: 0o77777777777 }, 0)],
    ['base-256', rawHeader({ name: 'huge', size: base256(terabyte) }, 0)],
    ['beyond 2^53', rawHeader({ name: 'huge', size: base256(1n << 80n) }, 0)],
    ['pax', rawTar([{ name: 'x', type: 'x', content: paxRecord('size', String(terabyte)) }, { name: 'huge' }], false)],
  ])('a size of a terabyte is refused at its header (%s)', async (_, bytes) => {
    let asked = 0
    async function* endless() {
      yield bytes
      for (;;) {
        asked++
        yield Buffer.alloc(512)
      }
    }
    const limits = { entryBytes: 1024 ** 3, layerBytes: 1024 ** 3, entries: 10 }
    const reading = readTar(endless(), { from: 'layer test', limits }).next()
    await expect(reading).rejects.toMatchObject({ reason: 'size-exceeded', message: expect.stringContaining('"huge"') })
    expect(asked).toBe(0)
  })

  test('the number of entries is bounded', async () => {
    const bytes = rawTar(Array.from({ length: 11 }, (_, i) => ({ name: `f${i}` })))
    const limits = { entryBytes: 10, layerBytes: 1024 ** 2, entries: 10 }
    await expect(read(bytes, 512, limits)).rejects.toMatchObject({ reason: 'size-exceeded' })
  })

  test('the size of an extended header is bounded', async () => {
    const bytes = rawHeader({ name: 'x', type: 'x', size: 2 * 1024 ** 2 }, 0)
    await expect(read(bytes)).rejects.toMatchObject({ reason: 'size-exceeded' })
  })

  test.each<[string, Buffer]>([
    ['a flipped bit in a header', flip(rawTar([{ name: 'a' }]), 3)],
    ['a body cut short', rawTar([{ name: 'a', content: 'x'.repeat(2000) }]).subarray(0, 1000)],
    ['a header cut short', rawTar([{ name: 'a' }]).subarray(0, 100)],
    ['an extended header cut short', rawTar([{ name: 'x', type: 'x', content: 'y'.repeat(600) }]).subarray(0, 600)],
    ['a number that is none', withChecksum(Buffer.from(rawHeader({ name: 'a' }, 0)).fill('9', 124, 130))],
    ['a negative size', rawHeader({ name: 'a', size: Buffer.alloc(12, 0xff) }, 0)],
    ['a malformed record', rawTar([{ name: 'x', type: 'x', content: '99 path=a\n' }, { name: 'a' }])],
    ['endless extended headers', rawTar(Array.from({ length: 9 }, () => ({ name: 'x', type: 'L', content: 'n' })))],
  ])('%s is unreadable', async (_, bytes) => {
    await expect(read(bytes)).rejects.toMatchObject({ reason: 'unreadable' })
  })

  test('sparse files are refused rather than read wrongly', async () => {
    await expect(read(rawTar([{ name: 'a', type: 'S' }]))).rejects.toMatchObject({ reason: 'unsupported' })
    const pax = rawTar([{ name: 'x', type: 'x', content: paxRecord('GNU.sparse.major', '1') }, { name: 'a' }])
    await expect(read(pax)).rejects.toMatchObject({ reason: 'unsupported' })
  })

  test('stops when it is cancelled', async () => {
    const controller = new AbortController()
    const options = { from: 'layer test', signal: controller.signal }
    const entries = readTar(chunked(rawTar([{ name: 'a' }, { name: 'b' }]), 512), options)
    await entries.next()
    controller.abort()
    await expect(entries.next()).rejects.toMatchObject({ name: 'AbortError' })
  })
})

function flip(bytes: Buffer, at: number): Buffer {
  bytes[at] = (bytes[at] ?? 0) ^ 1
  return bytes
}
