import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadImage, openLayer, unpackImage } from '../../src/image/index.js'
import { digestOf } from '../../src/oci/digest.js'
import { parseReference } from '../../src/oci/reference.js'
import { imageOf, indexOf, layerOf, seed } from './images.js'
import { matrix } from './matrix.js'
import { type Stage, user } from './stage.js'

const words = 'the quick brown fox jumps over the lazy dog '
const layers = [layerOf({ 'etc/os': 'one', 'bin/sh': words.repeat(20) }), layerOf({ 'app/server.js': 'serve()' })]
const image = indexOf([imageOf(layers), imageOf(layers, { architecture: 'arm64' })])

const prepare = (stage: Stage) => seed(stage.source.repository('acme/shop'), image, 'v1')
const load = (stage: Stage) => {
  const store = stage.remote('source', 'acme/shop')
  const options = { platform: 'linux/arm64', signal: stage.signal }
  return loadImage(store, parseReference(`${store.repository}:v1`), options)
}

matrix({
  name: 'reading an image and its layers, logged in',
  source: { auth: user },
  prepare,
  run: async (stage) => {
    const loaded = await load(stage)
    const entries: string[] = []
    for (const position of loaded.manifest.layers.keys()) {
      for await (const entry of openLayer(loaded, position, { signal: stage.signal })) {
        const parts: Uint8Array[] = []
        for await (const part of entry.content()) parts.push(part)
        entries.push(`${entry.path} ${digestOf(Buffer.concat(parts))}`)
      }
    }
    return { digest: loaded.digest, manifest: loaded.manifest, config: loaded.config, entries }
  },
})

matrix({
  name: 'unpacking an image whose blobs lie at another origin',
  source: { redirects: { blobs: true } },
  prepare,
  run: async (stage) => unpackImage(await load(stage), join(stage.folder, 'root'), { signal: stage.signal }),
  outcome: ({ folder }) => {
    const files = readdirSync(join(folder, 'root'), { recursive: true, withFileTypes: true })
    const contents = files
      .filter((file) => file.isFile())
      .map((file) => readFileSync(join(file.parentPath, file.name), 'utf8'))
    return { names: files.map(({ name }) => name).sort(), contents: contents.sort() }
  },
  leftovers: ({ folder }) => (existsSync(join(folder, 'root')) ? ['a failure left files behind'] : []),
})
