import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as zlib from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { compressionOf } from '../../src/bake/index.js'
import { makeLayer } from '../../src/bake/layers/make-layer.js'
import { planLayer } from '../../src/bake/layers/plan-layer.js'
import { tarBlocks } from '../../src/bake/layers/tar-blocks.js'
import { digestOf } from '../../src/oci/digest.js'

const hasZstd = 'zstdCompress' in zlib

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ingot-compression-'))
  mkdirSync(join(folder, 'app'))
  writeFileSync(join(folder, 'app/text'), 'some text, again and again. '.repeat(100_000))
  writeFileSync(join(folder, 'app/noise'), randomBytes(1_500_000))
})
afterEach(() => rmSync(folder, { recursive: true }))

async function layer(...compression: Parameters<typeof compressionOf>) {
  const { members } = planLayer(
    { source: join(folder, 'app'), destination: '/app' },
    { onBase: false, epochSeconds: 0 },
  )
  const made = await makeLayer(() => tarBlocks(members), {
    compression: compressionOf(...compression),
    directory: folder,
  })
  const parts: Uint8Array[] = []
  for await (const part of made.open()) parts.push(part)
  const blocks: Buffer[] = []
  for (const block of tarBlocks(members)) blocks.push(Buffer.from(block))
  return { ...made, bytes: Buffer.concat(parts), tar: Buffer.concat(blocks) }
}

describe('layers', () => {
  test.each([1, 6, 9])('gzip %i: members that every reader joins, without a trace of the machine', async (level) => {
    const { bytes, tar, descriptor, diffId } = await layer('gzip', level)
    expect(zlib.gunzipSync(bytes).equals(tar)).toBe(true)
    expect([diffId, descriptor.digest, descriptor.size]).toEqual([digestOf(tar), digestOf(bytes), bytes.length])
    expect(descriptor.mediaType).toBe('application/vnd.oci.image.layer.v1.tar+gzip')
    expect([...bytes.subarray(0, 10)]).toEqual([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff])
  })

  test('a higher level is smaller', async () => {
    expect((await layer('gzip', 9)).bytes.length).toBeLessThan((await layer('gzip', 1)).bytes.length)
  })

  test('none: the tar itself', async () => {
    const { bytes, tar, descriptor, diffId } = await layer('none')
    expect([bytes.equals(tar), descriptor.digest]).toEqual([true, diffId])
    expect(descriptor.mediaType).toBe('application/vnd.oci.image.layer.v1.tar')
  })

  test('zstd where the runtime has it, a clear answer where not', async () => {
    if (!hasZstd) {
      await expect(layer('zstd')).rejects.toMatchObject({
        reason: 'unsupported',
        advice: expect.stringContaining('22.15'),
      })
      return
    }
    const { bytes, tar, descriptor } = await layer('zstd')
    const { zstdDecompressSync } = zlib as unknown as { zstdDecompressSync: (bytes: Buffer) => Buffer }
    expect(zstdDecompressSync(bytes).equals(tar)).toBe(true)
    expect(descriptor.mediaType).toBe('application/vnd.oci.image.layer.v1.tar+zstd')
  })

  test('a large one waits in a file, that goes when it was sent', async () => {
    writeFileSync(join(folder, 'app/large'), randomBytes(12 * 1024 ** 2))
    const { bytes, tar, discard } = await layer('none')
    expect(bytes.equals(tar)).toBe(true)
    const waiting = () => readdirSync(folder, { recursive: true }).filter((name) => String(name).endsWith('blob'))
    expect(waiting()).toHaveLength(1)
    discard()
    expect(waiting()).toHaveLength(0)
  })
})

test.each([
  ['gzip', 10],
  ['gzip', 0],
  ['none', 1],
] as const)('%s has no level %i', (kind, level) => {
  expect(() => compressionOf(kind, level)).toThrow(`The compression level ${level} does not exist`)
})
