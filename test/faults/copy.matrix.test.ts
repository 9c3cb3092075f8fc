import type { ImageStore } from '../../src/oci/store.js'
import { copyImage } from '../../src/registry/index.js'
import { artifactOf, type Built, imageOf, indexOf, layerOf, seed } from './images.js'
import { matrix } from './matrix.js'
import { type Stage, user } from './stage.js'
import { referrersOf } from './state.js'

const layers = [layerOf({ 'etc/os': 'one' }), layerOf({ 'app/server.js': 'serve()' })]
const image = imageOf(layers)
const former = imageOf([layerOf({ 'app/server.js': 'before' })])
const index = indexOf([image, imageOf(layers, { architecture: 'arm64' })])
const signature = artifactOf(image, 'signature of the image')

const copy = (stage: Stage, { descriptor }: Built, from: ImageStore, withReferrers = false) => {
  const to = stage.remote('target', 'prod/shop')
  return copyImage({ from, to, digest: descriptor.digest, tags: ['v1'], withReferrers, signal: stage.signal })
}

matrix({
  name: 'copying an index to another registry, logged in there',
  target: { auth: user },
  prepare: (stage) => {
    seed(stage.source.repository('acme/shop'), index, 'v1')
    seed(stage.target.repository('prod/shop'), former, 'v1')
  },
  run: (stage) => copy(stage, index, stage.remote('source', 'acme/shop')),
})

matrix({
  name: 'copying an image with its signature to a registry without a referrers API',
  target: { referrers: 'none' },
  prepare: (stage) => {
    for (const part of [image, signature]) seed(stage.source.repository('acme/shop'), part)
    seed(stage.target.repository('prod/shop'), former, 'v1')
  },
  run: (stage) => copy(stage, image, stage.remote('source', 'acme/shop'), true),
  outcome: ({ target }) => referrersOf(target.repository('prod/shop'), image.descriptor.digest),
  mayMiss: ({ seen }) => seen.url.endsWith(signature.descriptor.digest),
})

matrix({
  name: 'copying beside it, by mounts',
  prepare: (stage) => {
    seed(stage.target.repository('acme/shop'), image, 'v1')
    seed(stage.target.repository('prod/shop'), former, 'v1')
  },
  run: (stage) => copy(stage, image, stage.remote('target', 'acme/shop')),
})
