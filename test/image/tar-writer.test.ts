import { describe, expect, test } from '@jest/globals'
import { readTar, type TarMember, tarEnd, tarHeader, tarPadding } from '../../src/image/index.js'
import fc from '../property.js'
import { chunked } from './support/layers.js'

const member = (over: Partial<TarMember>): TarMember => ({
  path: 'a',
  type: 'file',
  mode: 0o644,
  size: 0,
  mtime: 0,
  ...over,
})

async function readBack(written: TarMember): Promise<Record<string, unknown>> {
  const limits = { entryBytes: 1e13, layerBytes: 1e13, entries: 10 }
  const entries = readTar(chunked(tarHeader(written), 512), { from: 'layer test', limits })
  const { value } = await entries.next()
  return { ...value, content: undefined }
}

describe('the tar writer', () => {
  test('is plain ustar where everything fits, pax only where it does not', () => {
    expect(tarHeader(member({}))).toHaveLength(512)
    expect(tarHeader(member({ path: `${'d'.repeat(120)}/${'f'.repeat(90)}` }))).toHaveLength(512)
    expect(tarHeader(member({ path: 'f'.repeat(101) }))).toHaveLength(1536)
    expect(tarHeader(member({ path: 'ü' }))).toHaveLength(1536)
    expect(tarHeader(member({ size: 9 * 1024 ** 3 }))).toHaveLength(1536)
    expect([tarPadding(1).length, tarPadding(512).length, tarEnd().length]).toEqual([511, 0, 1024])
  })

  test('says nothing about the machine: owner 0:0, no names', () => {
    const header = tarHeader(member({}))
    expect(header.subarray(108, 124).toString('latin1')).toBe('0000000\u00000000000\u0000')
    expect(header.subarray(265, 329).every((byte) => byte === 0)).toBe(true)
  })

  test('whatever is written is read back as it was', async () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 }).map((s) => s.replaceAll(/[/\0]/gu, '_'))
    const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'))
    const size = fc.oneof(fc.nat(), fc.constant(9 * 1024 ** 3))
    await fc.assert(
      fc.asyncProperty(path, path, size, fc.nat({ max: 0o777 }), async (at, linkTarget, bytes, mode) => {
        expect(await readBack(member({ path: at, size: bytes, mode }))).toMatchObject({
          path: at,
          size: bytes,
          mode,
          type: 'file',
        })
        const link = member({ path: at, type: 'symlink', linkTarget })
        expect(await readBack(link)).toMatchObject({ path: at, linkTarget, type: 'symlink' })
        expect(await readBack(member({ path: at, type: 'directory' }))).toMatchObject({
          path: `${at}/`,
          type: 'directory',
        })
      }),
      { numRuns: 150 },
    )
  })
})
