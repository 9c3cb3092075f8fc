import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { copyImage } from '../../src/registry/index.js'
import { artifactOf, imageOf, indexOf, layerOf, seed } from './images.js'
import { matrix } from './matrix.js'
import { openStage, type Stage } from './stage.js'
import { referrersOf } from './state.js'

const layers = [layerOf({ 'etc/os': 'one' }), layerOf({ 'app/server.js': 'serve()' })]
const image = imageOf(layers)
const index = indexOf([image, imageOf(layers, { architecture: 'arm64' })])
const signature = artifactOf(index, 'signature of the index')
const { digest } = index.descriptor

const run = (stage: Stage, direction: 'in' | 'out') => {
  const [remote, layout] = [stage.remote('source', 'acme/shop'), stage.layout('layout')]
  const [from, to] = direction === 'in' ? [remote, layout] : [layout, remote]
  return copyImage({ from, to, digest, tags: ['v1'], withReferrers: true, signal: stage.signal })
}

matrix({
  name: 'copying an index with its signature to a layout',
  prepare: ({ source }) => {
    for (const part of [index, signature]) seed(source.repository('acme/shop'), part)
  },
  run: (stage) => run(stage, 'in'),
  mayMiss: ({ seen }) => seen.url.endsWith(signature.descriptor.digest),
})

let filled: string
beforeAll(async () => {
  const stage = await openStage({ signal: new AbortController().signal })
  for (const part of [index, signature]) seed(stage.source.repository('acme/shop'), part)
  await run(stage, 'in')
  filled = mkdtempSync(join(tmpdir(), 'ingot-layout-'))
  cpSync(join(stage.folder, 'layout'), filled, { recursive: true })
  await stage.close()
})
afterAll(() => rmSync(filled, { recursive: true, force: true }))

matrix({
  name: 'copying an index with its signature from a layout to a registry',
  prepare: ({ folder }) => cpSync(filled, join(folder, 'layout'), { recursive: true }),
  run: (stage) => run(stage, 'out'),
  outcome: ({ source }) => referrersOf(source.repository('acme/shop'), digest),
})
