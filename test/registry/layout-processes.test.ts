import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { digestOf } from '../../src/oci/digest.js'
import { parseReference } from '../../src/oci/reference.js'
import { openStore } from '../../src/registry/index.js'
import { compileRooms } from './compiled.js'

let folder: string

beforeAll(async () => {
  folder = await compileRooms()
  await writeFile(join(folder, 'writer.js'), writer)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const writer = `
import { openStore } from './registry/index.js'
import { parseReference } from './oci/reference.js'
const [name, count] = process.argv.slice(2)
const store = openStore(parseReference('oci:' + process.env.LAYOUT))
for (let n = 0; n < Number(count); n++) {
  const bytes = Buffer.from(JSON.stringify({ name, n }))
  await store.writeManifest(bytes, 'application/x-test', { tags: [name + '-' + n, 'newest'] })
}
`
const start = (layout: string, name: string, count: number) =>
  spawn(process.execPath, [join(folder, 'writer.js'), name, `${count}`], {
    env: { ...process.env, LAYOUT: layout },
    stdio: ['ignore', 'ignore', 'inherit'],
  })

test('writers in several processes lose nothing, even when others are killed at work', async () => {
  const layout = join(folder, 'images')
  const steady = ['a', 'b', 'c'].map((name) => start(layout, name, 12))
  const killed = ['x', 'y'].map((name) => start(layout, name, 100_000))
  const ended = Promise.all([...steady, ...killed].map((child) => once(child, 'exit')))
  for (const child of killed) {
    await new Promise((done) => setTimeout(done, 400))
    child.kill('SIGKILL')
  }
  const codes = (await ended).map(([code]) => code)
  expect(codes).toEqual([0, 0, 0, null, null])

  const store = openStore(parseReference(`oci:${layout}`))
  const tags = await store.tags()
  for (const name of ['a', 'b', 'c']) {
    for (let n = 0; n < 12; n += 1) {
      const stored = await store.readManifest({ tag: `${name}-${n}` })
      expect(stored?.descriptor.digest).toBe(digestOf(JSON.stringify({ name, n })))
    }
  }
  for (const tag of tags) expect(await store.readManifest({ tag })).toBeDefined()
  expect(tags.filter((tag) => tag === 'newest')).toHaveLength(1)
})
