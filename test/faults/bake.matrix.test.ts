import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bakeLayers } from '../../src/bake/index.js'
import { loadImage } from '../../src/image/index.js'
import { parseReference } from '../../src/oci/reference.js'
import { baseName, imageOf, indexOf, layerOf, seed } from './images.js'
import { matrix } from './matrix.js'
import { type Side, type Stage, user } from './stage.js'

const below = [layerOf({ 'etc/os': 'one' }), layerOf({ 'bin/sh': 'sh' })]
const base = indexOf([imageOf(below), imageOf(below, { architecture: 'arm64' })])
const former = imageOf([layerOf({ 'app/server.js': 'before' })])

function prepare(stage: Stage, side: Side): void {
  seed(stage[side].repository('golden/base'), base, '12')
  seed(stage.target.repository('acme/shop'), former, 'v1')
  mkdirSync(join(stage.folder, 'app'))
  writeFileSync(join(stage.folder, 'app', 'server.js'), 'serve()')
}

async function bake(stage: Stage, side: Side, platforms: readonly string[]) {
  const store = stage.remote(side, 'golden/base')
  const bases: { platform: string; image: Awaited<ReturnType<typeof loadImage>> }[] = []
  for (const platform of platforms) {
    const reference = parseReference(`${store.repository}:12`)
    bases.push({ platform, image: await loadImage(store, reference, { platform, signal: stage.signal }) })
  }
  const { digest } = await bakeLayers({
    ...{ baseName, platforms: bases, annotations: {}, epochSeconds: 0 },
    additions: [{ source: join(stage.folder, 'app'), destination: '/app' }],
    settings: { env: {}, labels: {}, expose: [], cmd: ['/app/server.js'] },
    ...{ output: stage.remote('target', 'acme/shop'), tags: ['v1', 'latest'], signal: stage.signal },
  })
  return digest
}

matrix({
  name: 'baking on a base of another registry, logged in to both',
  ...{ source: { auth: user }, target: { auth: user } },
  prepare: (stage) => prepare(stage, 'source'),
  run: (stage) => bake(stage, 'source', ['linux/amd64']),
})

matrix({
  name: 'baking for two platforms on a base beside it',
  prepare: (stage) => prepare(stage, 'target'),
  run: (stage) => bake(stage, 'target', ['linux/amd64', 'linux/arm64']),
})
