import { expect, test } from '@jest/globals'
import { bake } from '../../src/actions/bake.js'
import { copy } from '../../src/actions/copy.js'
import { help } from '../../src/cli/help.js'
import type { Action } from '../../src/runner/index.js'

test('flags of one engine alone are listed under its name, after those of all', () => {
  const text = help(bake as unknown as Action)
  const places = [
    '\nFlags:\n',
    '  --output ',
    '  --json\n',
    '\nFlags of the engine layers:\n',
    '  --add ',
    '\nOutputs:\n',
  ]
  const found = places.map((place) => text.indexOf(place))
  expect(found).not.toContain(-1)
  expect(found).toEqual([...found].sort((a, b) => a - b))
  for (const name of Object.keys(bake.inputs))
    expect(text.split(`\n  --${name} `).length + text.split(`\n  --${name}\n`).length).toBe(3)
})

test('without groups there is one list', () => {
  expect(help(copy as unknown as Action).match(/^Flags.*$/gm)).toEqual(['Flags:'])
})
