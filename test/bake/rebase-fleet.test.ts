import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { rebase } from '../../src/actions/rebase.js'
import { parseReference } from '../../src/oci/reference.js'
import { openStore } from '../../src/registry/index.js'
import { readInputs } from '../../src/runner/inputs.js'
import type { Job } from '../../src/runner/job.js'
import { type FakeRegistry, startRegistry } from '../fakes/registry/index.js'
import { storeImage, type Workspace, workspace } from '../image/support/layers.js'

let registry: FakeRegistry
let space: Workspace
let lines: string[]
beforeEach(async () => {
  registry = await startRegistry()
  space = workspace()
  lines = []
})
afterEach(async () => {
  space.remove()
  await registry.close()
})

const at = (path: string) => join(space.directory, path)
const store = (path: string) => openStore(parseReference(`${registry.host}/${path}`))
const layer = (text: string) => Buffer.from(text)

function run(written: Record<string, readonly string[]>, signal = new AbortController().signal) {
  const ignore = () => undefined
  const job: Job = { log: (line) => lines.push(line), progress: ignore, warn: ignore, mask: ignore, signal, env: {} }
  return rebase.run(
    readInputs(rebase.inputs, written, (name) => `--${name}`),
    job,
  )
}

/** Old and new base, and a maker of applications on the old one. */
async function stage() {
  const old = await storeImage(store('base'), { layers: [layer('os 1')] })
  await storeImage(store('base'), { layers: [layer('os 2')], tag: '12' })
  const annotations = {
    'org.opencontainers.image.base.name': `${registry.host}/base:12`,
    'org.opencontainers.image.base.digest': old.digest,
  }
  const application = async (path: string, consents = true) => {
    const config = { config: { Labels: { 'dev.ingot.rebasable': String(consents) } } }
    const layers = [layer('os 1'), layer(path)]
    const { digest } = await storeImage(store(path), { layers, config, manifest: { annotations }, tag: 'v1' })
    return `${registry.host}/${path}@${digest}`
  }
  return { application, base: [`${registry.host}/base:12`] }
}

describe('many images', () => {
  test('are rebased each into its own repository, or where the list says; the worst is the result', async () => {
    const { application, base } = await stage()
    const [first, second] = [await application('a'), await application('b')]
    const refused = await application('c', false)
    const gone = `${registry.host}/gone:v1`
    const list = `# the fleet\n${second} ${registry.host}/b:v2\n\n${refused}\n${gone} # was deleted\n`
    writeFileSync(at('fleet.txt'), list)
    const outcome = await run({
      ...{ image: [first], images: [at('fleet.txt')], base },
      ...{ report: [at('report.json')], provenance: [at('provenance')] },
    })
    expect(outcome).toMatchObject({ reason: 'not-found', outputs: { digest: '', image: '', reason: 'not-found' } })
    const results = JSON.parse(String(outcome.outputs.results))
    expect(results.map(({ image, reason }: { image: string; reason: string }) => [image, reason])).toEqual([
      [first, 'done'],
      [second, 'done'],
      [refused, 'rebase-refused'],
      [gone, 'not-found'],
    ])
    expect(results[0].result).toMatch(`${registry.host}/a@sha256:`)
    expect(registry.repository('a').tags).toEqual(new Map([['v1', first.split('@')[1]]]))
    expect(registry.repository('b').tags.get('v2')).toBe(results[1].result.split('@')[1])
    expect(results[2]).toMatchObject({ rule: 'consent', message: expect.stringMatching(/rebuild/i) })
    expect(results[3].message).toContain('There is no image')
    expect(JSON.parse(readFileSync(at('report.json'), 'utf8'))).toEqual(results)
    expect(readdirSync(at('provenance')).sort()).toEqual(
      [0, 1].map((i) => `${results[i].result.split('sha256:')[1]}.json`).sort(),
    )
    expect(outcome.message).toBe(`Of 4 images on ${base[0]}: 2 rebased, 1 refused, 1 failed`)
    expect(lines.filter((line) => line.startsWith(gone))).toHaveLength(1)
    expect(outcome.summary).toContain(`| ${refused} | rebase-refused |`)
  })

  test('of which some are on the base already, or all; a dry run writes nothing', async () => {
    const { application, base } = await stage()
    const [first, second] = [await application('a'), await application('b')]
    const before = registry.repository('a').manifests.size
    const planned = await run({ image: [first, second], base, 'dry-run': ['true'] })
    expect([planned.reason, registry.repository('a').manifests.size]).toEqual(['planned', before])
    const done = await run({ image: [first, second], base })
    expect(done.reason).toBe('done')
    const moved = JSON.parse(String(done.outputs.results)).map(({ result }: { result: string }) => result)
    expect((await run({ image: [moved[0], second], base })).reason).toBe('done')
    expect((await run({ image: moved, base })).reason).toBe('unchanged')
  })

  test('that are refused alone are a refusal, not a failure', async () => {
    const { application, base } = await stage()
    const outcome = await run({ image: [await application('a'), await application('b', false)], base })
    expect(outcome.reason).toBe('rebase-refused')
  })

  test('a base that cannot be read is said once', async () => {
    const { application } = await stage()
    const image = [await application('a'), await application('b')]
    await expect(run({ image, base: [`${registry.host}/base:13`] })).rejects.toMatchObject({ reason: 'not-found' })
  })

  test('a cancelled run ends, and tags nothing', async () => {
    const { application, base } = await stage()
    const image = await Promise.all(Array.from({ length: 20 }, (_, n) => application(`app-${n}`)))
    const aborter = new AbortController()
    registry.faults.push(({ method, url }) => {
      if (method === 'PUT' && url?.includes('/manifests/')) aborter.abort()
      return false
    })
    await expect(run({ image, base }, aborter.signal)).rejects.toMatchObject({ name: 'AbortError' })
  })
})

describe('what is written wrong', () => {
  test.each<[string, Record<string, readonly string[]>, RegExp]>([
    ['no image', {}, /There is no image to rebase/],
    ['a list that is not there', { images: ['/nowhere/list'] }, /Cannot read the list .*ENOENT/],
    ['an output for several', { image: ['a.b/c:1', 'a.b/d:1'], output: ['a.b/e'] }, /cannot be for 2 images/],
    ['an image that is none', { image: ['A'] }, /--image: Cannot read the image reference "A"/],
  ])('%s', async (_, written, message) => {
    await expect(run({ base: ['a.b/base:1'], ...written })).rejects.toMatchObject({
      message: expect.stringMatching(message),
    })
  })

  test('in the list, by its line', async () => {
    mkdirSync(at('lists'))
    writeFileSync(at('lists/fleet.txt'), 'a.b/c:1\na.b/d:1 a.b/e and more\n')
    await expect(run({ base: ['a.b/base:1'], images: [at('lists/fleet.txt')] })).rejects.toMatchObject({
      reason: 'invalid-input',
      message: expect.stringContaining('fleet.txt:2'),
    })
    expect(existsSync(at('lists'))).toBe(true)
  })
})

test('a plan is told layer by layer and field by field', async () => {
  const { application, base } = await stage()
  const outcome = await run({ image: [await application('a')], base, 'dry-run': ['true'] })
  expect(outcome.reason).toBe('planned')
  expect(lines.join('\n')).toMatch(/layers removed: [0-9a-f]{12}\n {2}- layers of the new base: [0-9a-f]{12}\n/)
  expect(lines.join('\n')).toMatch(/to write it: 4 requests at the most, 1\.\d kB/)
  expect(outcome.details).toMatchObject({ plan: [{ platform: 'linux/amd64', requests: 4 }], dropped: 0 })
})
