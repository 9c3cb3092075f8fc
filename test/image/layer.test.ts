import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { type Image, type Limits, openLayer, readTree, unpackImage } from '../../src/image/index.js'
import { digestOf, hexOf } from '../../src/oci/digest.js'
import { mediaTypes } from '../../src/oci/media-types.js'
import { base256, put, rawHeader, rawTar, storeImage, type Workspace, workspace } from './support/layers.js'

let space: Workspace
beforeEach(() => {
  space = workspace()
})
afterEach(() => space.remove())

const tar = rawTar([{ name: 'a', content: 'hello' }])
const small: Limits = { layerBytes: 64 * 1024, entryBytes: 64 * 1024, entries: 100 }

async function names(image: Image, limits?: Limits): Promise<string[]> {
  const found: string[] = []
  for await (const entry of openLayer(image, 0, { limits })) found.push(entry.path)
  return found
}

/** Changes one byte of a stored blob, as somebody with access to the disk would. */
function alter(image: Image, at: number): void {
  const digest = image.manifest.layers[0]?.digest
  const file = join(space.directory, 'registry', 'blobs', 'sha256', digest === undefined ? '' : hexOf(digest))
  const bytes = readFileSync(file)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(file, bytes)
}

describe('openLayer', () => {
  test('reads gzip in several members, plain tar, and the names of docker', async () => {
    const halves = (bytes: Buffer) => Buffer.concat([gzipSync(bytes.subarray(0, 700)), gzipSync(bytes.subarray(700))])
    expect(await names(await storeImage(space.store, { layers: [tar], compress: halves }))).toEqual(['a'])
    const plain = { layers: [tar], compress: (bytes: Buffer) => bytes, mediaType: mediaTypes.layerTar }
    expect(await names(await storeImage(space.store, plain))).toEqual(['a'])
    expect(await names(await storeImage(space.store, { layers: [tar], mediaType: mediaTypes.dockerLayer }))).toEqual([
      'a',
    ])
  })

  test('leaves out the root and gives names without dots', async () => {
    const layers = [
      rawTar([
        { name: './', type: '5' },
        { name: './a//b/', type: '5' },
      ]),
    ]
    expect(await names(await storeImage(space.store, { layers }))).toEqual(['a/b'])
  })

  test.each([12, 25, 40])('an altered byte (%i) is a digest mismatch that names the layer', async (at) => {
    const image = await storeImage(space.store, { layers: [rawTar([{ name: 'a', content: 'hello '.repeat(50) }])] })
    alter(image, at)
    const message = expect.stringContaining(image.manifest.layers[0]?.digest as string)
    await expect(names(image)).rejects.toMatchObject({ reason: 'digest-mismatch', message })
    await expect(unpackImage(image, join(space.directory, 'rootfs'))).rejects.toMatchObject({
      reason: 'digest-mismatch',
    })
    expect(readdirSync(space.directory)).toEqual(['registry'])
  })

  test('an altered byte of a plain tar header is a digest mismatch too', async () => {
    const plain = { layers: [tar], compress: (bytes: Buffer) => bytes, mediaType: mediaTypes.layerTar }
    const image = await storeImage(space.store, plain)
    alter(image, 0)
    await expect(names(image)).rejects.toMatchObject({ reason: 'digest-mismatch' })
  })

  test('content that is not what the config promises is a digest mismatch', async () => {
    const image = await storeImage(space.store, { layers: [tar], diffIds: [digestOf('something else')] })
    const message = expect.stringContaining(image.manifest.layers[0]?.digest as string)
    await expect(names(image)).rejects.toMatchObject({ reason: 'digest-mismatch', message })
  })

  test('what is honestly stored but no gzip is unreadable', async () => {
    const image = await storeImage(space.store, { layers: [tar], compress: () => Buffer.from('not gzip at all') })
    await expect(names(image)).rejects.toMatchObject({ reason: 'unreadable' })
    const cut = await storeImage(space.store, { layers: [tar], compress: (bytes) => gzipSync(bytes).subarray(0, 60) })
    await expect(names(cut)).rejects.toMatchObject({ reason: 'unreadable' })
  })

  test('a small blob that expands beyond the limit is stopped', async () => {
    const bomb = rawTar(Array.from({ length: 40 }, (_, i) => ({ name: `f${i}`, content: Buffer.alloc(4096) })))
    const image = await storeImage(space.store, { layers: [bomb] })
    expect(image.manifest.layers[0]?.size).toBeLessThan(4096)
    await expect(names(image, small)).rejects.toMatchObject({ reason: 'size-exceeded' })
    const padded = Buffer.concat([tar, Buffer.alloc(1024 ** 2)])
    await expect(names(await storeImage(space.store, { layers: [padded] }), small)).rejects.toMatchObject({
      reason: 'size-exceeded',
    })
  })

  test('a layer that claims a terabyte is refused before a byte of it is read', async () => {
    const header = rawHeader({ name: 'huge', size: base256(1_000_000_000_000n) }, 0)
    await expect(readTree(await storeImage(space.store, { layers: [header] }))).rejects.toMatchObject({
      reason: 'size-exceeded',
    })

    const layer = { ...(await put(space.store, gzipSync(tar), mediaTypes.layerGzip)), size: 1e12 }
    const image = await storeImage(space.store, { layers: [tar], manifest: { layers: [layer] } })
    const message = expect.stringContaining(layer.digest)
    await expect(names(image)).rejects.toMatchObject({ reason: 'size-exceeded', message })
  })

  test('a type that is not a layer is refused by name', async () => {
    const image = await storeImage(space.store, { layers: [tar], mediaType: 'application/x-own' })
    await expect(names(image)).rejects.toMatchObject({
      reason: 'unsupported',
      message: expect.stringContaining('x-own'),
    })
  })
})
