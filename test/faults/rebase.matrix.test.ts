import { Rebaser } from '../../src/bake/index.js'
import { IngotError } from '../../src/errors.js'
import { formatRepository, parseReference, type Reference } from '../../src/oci/reference.js'
import { type Built, baseName, elsewhere, imageOf, indexOf, layerOf, seed } from './images.js'
import { matrix } from './matrix.js'
import { type Side, type Stage, user } from './stage.js'

const architectures = ['amd64', 'arm64'] as const
const baseOf = (version: string, architecture: string) =>
  imageOf([layerOf({ 'etc/version': version }), layerOf({ 'lib/c': `libc ${version}` })], { architecture })
const own = layerOf({ 'app/server.js': 'serve()' })
const imageOn = (base: Built, architecture: string, version: string) => {
  const layers = [layerOf({ 'etc/version': version }), layerOf({ 'lib/c': `libc ${version}` }), own]
  return imageOf(layers, { architecture, base, labels: { 'dev.ingot.rebasable': 'true' } })
}
const old = architectures.map((architecture) => baseOf('12.1', architecture))
const next = architectures.map((architecture) => baseOf('12.2', architecture))
const images = architectures.map((architecture, at) => imageOn(old[at] as Built, architecture, '12.1'))

function prepare(stage: Stage, side: Side, image: Built): void {
  seed(stage[side].repository('golden/base'), indexOf(old), '12.1')
  seed(stage[side].repository('golden/base'), indexOf(next), '12')
  seed(stage.target.repository('acme/shop'), image, 'v1')
}

/** By names that do not change with the port: a rebased image records its base's. */
async function rebase(stage: Stage, side: Side) {
  const open = (reference: Reference) =>
    formatRepository(reference).endsWith('golden/base')
      ? stage.remote(side, 'golden/base')
      : stage.remote('target', 'acme/shop')
  const image = parseReference(`${elsewhere}acme/shop:v1`)
  const rebaser = new Rebaser({ base: parseReference(baseName), open, dryRun: false, signal: stage.signal })
  const result = await rebaser.rebase({ image, output: image, tags: ['v1'] })
  if (result.kind === 'refuse') throw new IngotError('rebase-refused', `${elsewhere}: ${result.why}`)
  return result
}

matrix({
  name: 'rebasing an image on a base of another registry, logged in to both',
  ...{ source: { auth: user }, target: { auth: user } },
  prepare: (stage) => prepare(stage, 'source', images[0] as Built),
  run: (stage) => rebase(stage, 'source'),
})

matrix({
  name: 'rebasing an index on a base beside it',
  prepare: (stage) => prepare(stage, 'target', indexOf(images)),
  run: (stage) => rebase(stage, 'target'),
})
