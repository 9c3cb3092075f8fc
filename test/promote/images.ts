import { gzipSync } from 'node:zlib'
import { tarEnd, tarHeader, tarPadding } from '../../src/image/index.js'
import type { Deployed } from '../../src/ledger/index.js'
import { digestOf } from '../../src/oci/digest.js'
import { encodeJson, type ImageConfig, type Manifest } from '../../src/oci/manifest.js'
import { mediaTypes } from '../../src/oci/media-types.js'
import { parseReference } from '../../src/oci/reference.js'
import { openStore } from '../../src/registry/index.js'

/** An image of one layer with one script, in a layout on disk. */
export async function writeImage(
  layout: string,
  version: string,
  script: string,
  entrypoint = ['node', '/app/server.js'],
): Promise<Deployed> {
  const store = openStore(parseReference(`oci:${layout}`))
  const content = Buffer.from(script)
  const tar = Buffer.concat([
    tarHeader({ path: 'app/server.js', type: 'file', mode: 0o644, size: content.length, mtime: 0 }),
    content,
    tarPadding(content.length),
    tarEnd(),
  ])
  const layer = gzipSync(tar)
  const config: ImageConfig = {
    architecture: 'amd64',
    os: 'linux',
    config: { Entrypoint: entrypoint },
    rootfs: { type: 'layers', diff_ids: [digestOf(tar)] },
  }
  const write = async (bytes: Buffer, mediaType: string) => {
    const descriptor = { mediaType, digest: digestOf(bytes), size: bytes.length }
    await store.writeBlob({
      descriptor,
      open: async function* () {
        yield bytes
      },
    })
    return descriptor
  }
  const manifest: Manifest = {
    schemaVersion: 2,
    mediaType: mediaTypes.manifest,
    config: await write(encodeJson(config), mediaTypes.config),
    layers: [await write(layer, mediaTypes.layerGzip)],
  }
  const { digest } = await store.writeManifest(encodeJson(manifest), mediaTypes.manifest, { tags: [version] })
  return { digest, image: `oci:${layout}@${digest}`, version }
}
