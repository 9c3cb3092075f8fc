import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { forAnyPlatform, parseAddition } from '../../src/bake/layers/addition.js'
import { PlansAhead } from '../../src/bake/layers/plan-ahead.js'
import { planLayer } from '../../src/bake/layers/plan-layer.js'
import { planPlatforms } from '../../src/bake/layers/plan-platforms.js'
import { type Workspace, workspace } from '../image/support/layers.js'

const options = { onBase: false, epochSeconds: 7 }

let space: Workspace
beforeEach(() => {
  space = workspace()
  for (const folder of ['app/a', 'app/b/c', 'deps']) {
    mkdirSync(join(space.directory, folder), { recursive: true })
    for (let i = 0; i < 20; i++) writeFileSync(join(space.directory, folder, `file-${i}`), `${folder} ${i}`)
  }
})
afterEach(() => space.remove())

const added = (source: string) => parseAddition(`${join(space.directory, source)}:/${source}`)
const soon = () => new Promise((resolve) => setTimeout(resolve, 5))

test('a plan made ahead is the plan, whether it was finished, begun or not begun', async () => {
  const additions = [added('app'), added('deps')]
  const plain = additions.map((addition) => planLayer(addition, options).fingerprint)
  const atOnce = new PlansAhead(additions, options)
  expect(atOnce.take(added('elsewhere'))).toBeUndefined()
  expect(additions.map((addition) => atOnce.take(addition)?.fingerprint)).toEqual(plain)

  const later = new PlansAhead(additions, options)
  for (let turn = 0; turn < 4; turn++) await soon()
  expect(additions.map((addition) => later.take(addition)?.fingerprint)).toEqual(plain)
})

test('files are looked at before the plan is taken', async () => {
  const ahead = new PlansAhead([added('deps')], options)
  for (let turn = 0; turn < 100; turn++) await soon()
  writeFileSync(join(space.directory, 'deps', 'late'), '')
  const paths = [...(ahead.take(added('deps'))?.members ?? [])].map(({ path }) => path)
  expect(paths).toHaveLength(21) // the directory and its twenty files, without the late one
})

test('a source that is missing is told when the plan is taken, and not before', async () => {
  const gone = added('gone')
  const ahead = new PlansAhead([gone, added('deps')], options)
  await soon()
  expect(ahead.take(added('deps'))).toBeDefined()
  for (const _ of [1, 2]) expect(() => ahead.take(gone)).toThrow('there is no such file')
})

test('what differs between platforms waits until they are known', () => {
  const alike = added('app')
  const others = [{ ...added('deps'), platforms: ['linux/arm64'] }, added('dist-{arch}')]
  expect(forAnyPlatform([alike, ...others])).toEqual([alike])
})

test('platforms take over the plans that were made for the same files', () => {
  const forAll = forAnyPlatform([added('app')])
  const ahead = new PlansAhead(forAll, options)
  const platforms = [{ platform: 'linux/amd64' }, { platform: 'linux/arm64' }]
  const plans = planPlatforms({ platforms, additions: [added('app'), added('deps')], epochSeconds: 7, ahead })
  const [made] = forAll.map((addition) => ahead.take(addition))
  expect(made).toBeDefined()
  expect(plans.map(({ layers }) => [layers.length, layers[0] === made])).toEqual([
    [2, true],
    [2, true],
  ])
})
