import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join as path } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { bake } from '../../src/actions/bake.js'
import { join } from '../../src/actions/join.js'
import { matrixOf } from '../../src/actions/wiring/bake-matrix.js'
import { withBuildSecrets } from '../../src/actions/wiring/build-secrets.js'
import type { Action } from '../../src/runner/index.js'
import { readInputs } from '../../src/runner/inputs.js'
import type { Job } from '../../src/runner/job.js'
import { type Workspace, workspace } from '../image/support/layers.js'

let space: Workspace
beforeEach(() => {
  space = workspace()
  mkdirSync(at('app'))
  writeFileSync(at('app/server.js'), 'serve()')
})
afterEach(() => space.remove())

const at = (name: string) => path(space.directory, name)
const repository = () => `oci:${at('registry/shop')}`
const ignore = () => undefined
const job = (env: Job['env'] = {}): Job => ({
  log: ignore,
  progress: ignore,
  warn: ignore,
  mask: ignore,
  signal: new AbortController().signal,
  env,
})

type Written = Record<string, string | string[]>
const run = (action: Action, written: Written) => {
  const raw = Object.fromEntries(Object.entries(written).map(([name, value]) => [name, [value].flat()]))
  return action.run(
    readInputs(action.inputs, raw, (name) => `--${name}`),
    job(),
  )
}

/** What each runner does: one platform, by digest, and its report in a folder of its own. */
const bakeOne = (platform: string, over: Written = {}) =>
  run(bake as Action, {
    base: 'scratch',
    add: `${at('app')}:/app`,
    platforms: platform,
    output: repository(),
    revision: 'a1',
    report: at(`reports/${platform.replaceAll('/', '-')}/report.json`),
    ...over,
  })
const joinAll = (over: Written = {}) =>
  run(join as Action, { report: at('reports'), output: repository(), revision: 'a1', ...over })

const platforms = ['linux/amd64', 'linux/arm64']

describe('platforms baked apart', () => {
  test('become the index that one bake would have made, and one provenance', async () => {
    for (const platform of platforms) await bakeOne(platform)
    const joined = await joinAll({ platforms, provenance: at('provenance.json') })
    expect(joined).toMatchObject({ reason: 'done', outputs: { platforms: platforms.join(','), unchanged: false } })

    const { buildDefinition } = JSON.parse(readFileSync(at('provenance.json'), 'utf8'))
    expect(buildDefinition.externalParameters).toMatchObject({
      engine: 'layers',
      reason: 'push',
      inputs: { platforms },
    })
    const whole = await bakeOne('', { platforms, report: at('whole.json') })
    const digestsOf = ({ details }: typeof whole) =>
      (details as { platforms: { digest: string }[] }).platforms.map(({ digest }) => digest)
    expect(digestsOf(joined)).toEqual(digestsOf(whole))
    expect(joined.summary).toMatch(/### Joined[\s\S]*linux\/arm64/)
  })

  test('are kept as they are when only the commit is another, and then have no provenance of this run', async () => {
    for (const platform of platforms) await bakeOne(platform)
    const before = await joinAll()
    for (const platform of platforms) await bakeOne(platform, { revision: 'b2' })
    const again = { revision: 'b2', previous: String(before.outputs.image), provenance: at('provenance.json') }
    expect(await joinAll(again)).toMatchObject({ reason: 'unchanged', outputs: { digest: before.outputs.digest } })
    expect(existsSync(at('provenance.json'))).toBe(false)
  })

  test.each<[string, string[], Written, RegExp]>([
    ['one is missing', ['linux/amd64'], { platforms }, /there is no image for linux\/arm64/],
    ['nobody asked for one', platforms, { platforms: 'linux/amd64' }, /nobody asked for linux\/arm64/],
    ['they are of another commit than this one', platforms, { revision: 'b2' }, /of commit a1, not b2/],
  ])('are refused when %s', async (_, baked, over, why) => {
    for (const platform of baked) await bakeOne(platform)
    await expect(joinAll(over)).rejects.toMatchObject({ reason: 'invalid-input', message: expect.stringMatching(why) })
  })

  test('are refused when they were baked from different inputs', async () => {
    await bakeOne('linux/amd64')
    await bakeOne('linux/arm64', { env: 'A=1' })
    await expect(joinAll()).rejects.toThrow(/linux\/amd64 and linux\/arm64 were baked from different inputs/)
  })

  test.each([
    ['{', 'it is not JSON'],
    ['{"schemaVersion": 2}', 'schemaVersion'],
  ])('are refused when a report is %s', async (content, why) => {
    mkdirSync(at('reports'))
    writeFileSync(at('reports/a.json'), content)
    await expect(joinAll()).rejects.toMatchObject({ reason: 'unreadable', message: expect.stringContaining(why) })
  })

  test('without a report there is nothing to join', async () => {
    await expect(joinAll()).rejects.toMatchObject({ reason: 'not-found' })
    mkdirSync(at('reports'))
    await expect(joinAll()).rejects.toMatchObject({ reason: 'invalid-input' })
  })
})

test('split changes nothing for an engine that bakes all platforms on one machine', async () => {
  const outcome = await bakeOne('', { platforms, split: 'true', report: at('whole.json') })
  expect(outcome).toMatchObject({ reason: 'done', outputs: { matrix: '[]' } })
})

describe('secrets of the build', () => {
  const secrets = (text: string) => withBuildSecrets(job({ PATH: '/bin', INGOT_BUILD_SECRETS: text })).env

  test('become variables of the job, from lines or JSON, and what held them is gone', () => {
    const masked: string[] = []
    const { env } = withBuildSecrets({
      ...job({ INGOT_BUILD_SECRETS: 'NPM_TOKEN=a=b\n\nOTHER=c \n' }),
      mask: (value) => masked.push(value),
    })
    expect(env).toEqual({ NPM_TOKEN: 'a=b', OTHER: 'c ' })
    expect(masked).toEqual(['a=b', 'c '])
    expect(secrets('{"KEY": "line 1\\nline 2"}')).toEqual({ PATH: '/bin', KEY: 'line 1\nline 2' })
    expect(secrets(' \n')).toEqual({ PATH: '/bin', INGOT_BUILD_SECRETS: ' \n' })
  })

  test.each([
    ['hunter2', 'its line 1 is not NAME=value'],
    ['A=1\nhunter2', 'its line 2'],
    ['A B=hunter2', 'cannot be that of a variable'],
    ['PATH=hunter2', 'would replace the variable PATH'],
    ['{"A": "hunter2"', 'is not JSON'],
    ['{"A": ["hunter2"]}', 'is not text'],
  ])('%j is refused, and not repeated', (text, why) => {
    const refusal = () => secrets(text)
    expect(refusal).toThrow(why)
    expect(refusal).not.toThrow('hunter2')
  })
})

describe('the matrix of platforms', () => {
  test('has every platform of BuildKit when there are several, each with its runner where one is named', () => {
    const runners = '{"linux/arm64": ["self-hosted", "arm64"], "linux/s390x": "z"}'
    expect(matrixOf('buildkit', platforms, runners)).toEqual([
      { platform: 'linux/amd64', name: 'linux-amd64' },
      { platform: 'linux/arm64', name: 'linux-arm64', runner: ['self-hosted', 'arm64'] },
    ])
    expect(matrixOf('buildkit', platforms, undefined)).toHaveLength(2)
    expect(matrixOf('layers', platforms, '{}')).toEqual([])
    expect(matrixOf('buildkit', ['linux/amd64'], runners)).toEqual([])
    expect(matrixOf('buildkit', ['linux/s390x'], runners)).toHaveLength(1)
    expect(matrixOf('packer', [], undefined)).toEqual([])
  })

  test.each(['arm64', '[]', 'null', '{"linux/arm64": 7}', '{"linux/arm64": ""}', '{"linux/arm64": [["a"]]}'])(
    'refuses the runners %s',
    (runners) => {
      expect(() => matrixOf('buildkit', platforms, runners)).toThrow(/no JSON object of labels/)
    },
  )
})
