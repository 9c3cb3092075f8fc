import { IngotError } from '../../src/errors.js'
import { readTar, type TarMember, tarEnd, tarHeader, tarPadding } from '../../src/image/index.js'
import { parsePax } from '../../src/image/pax.js'
import { splitEntryPath } from '../../src/image/safe-path.js'
import fc from '../property.js'
import { chunked } from './support/layers.js'

const name = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
  fc.string({ minLength: 90, maxLength: 250 }),
  fc.constantFrom(
    'a',
    '..',
    '.',
    '...',
    '.wh.x',
    'ünïcode',
    '日本語',
    ' ',
    '-',
    'x'.repeat(100),
    'x'.repeat(101),
    'x'.repeat(155),
  ),
)
const path = fc
  .array(
    name.map((text) => text.replaceAll(/[/\0]/gu, '_')),
    { minLength: 1, maxLength: 5 },
  )
  .map((parts) => parts.join('/'))
const member = fc.record({
  path,
  content: fc.uint8Array({ maxLength: 1500 }),
  mode: fc.nat({ max: 0o7777 }),
  mtime: fc.nat({ max: 2 ** 32 }),
})

const archiveOf = (members: readonly { path: string; content: Uint8Array; mode: number; mtime: number }[]) =>
  Buffer.concat([
    ...members.flatMap(({ content, ...rest }) => {
      const written: TarMember = { ...rest, type: 'file', size: content.length }
      return [tarHeader(written), content, tarPadding(content.length)]
    }),
    tarEnd(),
  ])

async function entriesOf(bytes: Buffer, chunk: number) {
  const found: { path: string; content: number[]; mode: number; mtime: number }[] = []
  for await (const entry of readTar(chunked(bytes, chunk), { from: 'layer test' })) {
    const parts: Uint8Array[] = []
    for await (const part of entry.content()) parts.push(part)
    found.push({ path: entry.path, content: [...Buffer.concat(parts)], mode: entry.mode, mtime: entry.mtime })
  }
  return found
}

test('an archive is read back member by member, however it is cut into chunks', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(member, { maxLength: 4 }), fc.integer({ min: 1, max: 3000 }), async (members, chunk) => {
      const wanted = members.map((one) => ({ ...one, content: [...one.content] }))
      expect(await entriesOf(archiveOf(members), chunk)).toEqual(wanted)
    }),
    { numRuns: 100 },
  )
})

test('an archive that is altered or cut anywhere is read or refused by name, and ends', async () => {
  const allowed = ['unreadable', 'size-exceeded', 'unsupported']
  await fc.assert(
    fc.asyncProperty(
      fc.array(member, { minLength: 1, maxLength: 3 }),
      fc.nat(),
      fc.nat(),
      fc.uint8Array({ maxLength: 40 }),
      async (members, at, length, junk) => {
        const bytes = archiveOf(members)
        Buffer.from(junk).copy(bytes, at % bytes.length)
        const cut = bytes.subarray(0, length % 3 === 0 ? length % bytes.length : bytes.length)
        const outcome = await entriesOf(cut, 512).catch((error: unknown) => error)
        if (outcome instanceof IngotError) expect(allowed).toContain(outcome.reason)
        else expect(Array.isArray(outcome)).toBe(true)
      },
    ),
    { numRuns: 200 },
  )
})

test('bytes of any kind are no archive that does harm', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (bytes) => {
      const outcome = await entriesOf(Buffer.from(bytes), 100).catch((error: unknown) => error)
      if (!Array.isArray(outcome)) expect(outcome).toBeInstanceOf(IngotError)
    }),
    { numRuns: 200 },
  )
})

test('pax records are read back, and anything else is refused by name', () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }).filter((one) => !one.includes('\0'))
  const record = (key: string, value: string) => {
    const rest = Buffer.byteLength(` ${key}=${value}\n`)
    const digits = [1, 2, 3, 4].find((count) => String(rest + count).length === count) ?? 0
    return `${rest + digits} ${key}=${value}\n`
  }
  fc.assert(
    fc.property(text, text, fc.nat(), (at, link, size) => {
      const bytes = Buffer.from(
        record('path', at) + record('comment', link) + record('linkpath', link) + record('size', `${size}`),
      )
      expect(parsePax(bytes, 'a test')).toEqual({ name: at, linkName: link, size })
    }),
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.uint8Array({ maxLength: 300 }),
        fc.string().map((one) => Buffer.from(`9 path=${one}\n`)),
      ),
      (bytes) => {
        try {
          parsePax(Buffer.from(bytes), 'a test')
        } catch (error) {
          expect(error).toBeInstanceOf(IngotError)
        }
      },
    ),
    { numRuns: 500 },
  )
})

test('a path that is accepted leads nowhere but down', () => {
  fc.assert(
    fc.property(
      fc.oneof(path, fc.string({ maxLength: 30 }), fc.constantFrom('/', '//', '../a', 'a/..', './../a')),
      (text) => {
        try {
          const parts = splitEntryPath(text, 'layer test')
          expect(parts.every((part) => !['', '.', '..'].includes(part) && !/[/\0]/.test(part))).toBe(true)
          expect(text.startsWith('/')).toBe(false)
        } catch (error) {
          if (!(error instanceof IngotError)) throw error
          expect(error.reason).toBe('unsafe-layer')
        }
      },
    ),
    { numRuns: 500 },
  )
})
