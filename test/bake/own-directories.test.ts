import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { planLayer } from '../../src/bake/layers/plan-layer.js'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ingot-own-'))
  writeFileSync(join(folder, 'file'), '')
})
afterEach(() => rmSync(folder, { recursive: true }))

const parents = (destination: string, onBase: boolean) =>
  [...planLayer({ source: join(folder, 'file'), destination }, { onBase, epochSeconds: 0 }).members]
    .filter(({ type }) => type === 'directory')
    .map(({ path, mode }) => `${path} ${mode.toString(8)}`)

test.each([
  ['/opt/tools/file', ['opt 755', 'opt/tools 755']],
  ['/etc/app/file', ['etc 755', 'etc/app 755']],
  ['/bin/file', []],
  ['/usr/sbin/file', ['usr 755']],
  ['/tmp/cache/file', ['tmp/cache 755']],
  ['/var/run/app/file', ['var 755', 'var/run/app 755']],
])('on a base %s lists its parents, but none that may be a link or has a mode of its own', (destination, expected) => {
  expect(parents(destination, true)).toEqual(expected)
})

test('from scratch every parent is listed', () => {
  expect(parents('/bin/file', false)).toEqual(['bin 755'])
})
