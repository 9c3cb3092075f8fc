import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type ActStage, openStage } from './act-stage.js'
import { type Finished, run } from './processes.js'
import { tool } from './tools.js'

/** The caller of examples/caller from its first release to a patch. */
let stage: ActStage

beforeAll(async () => {
  stage = await openStage('caller')
  await bakeGolden('12')
  await stage.makeCaller()
}, 120_000)

// A test that fails must not leave its load behind: it would keep the whole run from ending.
afterEach(() => {
  for (const stop of loads.splice(0)) stop()
})

afterAll(() => stage?.close())

const loads: (() => void)[] = []
const released: { commit: string; digest: string }[] = []

test('release puts the first version into production, signed and on record', async () => {
  const { log, commit } = await release('1')
  expect(log).toContain('Job succeeded')
  await expectStable(commit, '1')

  const { digest } = released[0] ?? { digest: '' }
  const key = join(stage.repository, 'ingot.pub')
  const image = `${stage.registry.host}/shop@${digest}`
  const verified = await stage.ingot('verify', '--image', image, '--key', key)
  expect(verified).toMatchObject({ verdict: 'pass', missing: '' })
})

test('release replaces it by the second version, and not one request fails', async () => {
  const load = startLoad()
  const { commit } = await release('2')
  const { requests, failures } = await load.stop()
  await expectStable(commit, '2')
  expect(failures).toEqual([])
  expect(requests).toBeGreaterThan(50)
  expect(released[1]?.digest).not.toBe(released[0]?.digest)
})

test('a commit that changes nothing in the image makes no release, and production does not notice', async () => {
  const before = await stage.ledger('environments/production/shop.json')
  await writeFile(join(stage.repository, 'NOTES.md'), 'not part of the image\n')
  const commit = await stage.push('notes')
  const { code, log } = await stage.act('release', 'push')
  expect([code, code === 0 ? '' : log]).toEqual([0, ''])
  expect(log).toContain(`has this very content already: ${stage.registry.host}/shop@${released[1]?.digest}`)
  expect(log).not.toMatch(/\[release\/(?:\w+\/)?(?:validate|scan|sign|publish|promote) *\]/)
  expect((await run(tool('crane'), ['digest', `${stage.registry.host}/shop:${commit}`])).code).not.toBe(0)
  expect(await stage.ledger('environments/production/shop.json')).toEqual(before)
})

test('rollback takes production back to the first version', async () => {
  const before = await stage.ledger('environments/production/shop.json')
  const load = startLoad()
  const { code, log } = await stage.act('rollback', 'workflow_dispatch')
  const { failures } = await load.stop()
  expect([code, code === 0 ? '' : log]).toEqual([0, ''])
  expect(failures).toEqual([])

  expect(await stage.served()).toMatchObject({ version: '1' })
  const after = await stage.ledger('environments/production/shop.json')
  expect(after.stable.digest).toBe(released[0]?.digest)
  expect(after.generation).toBeGreaterThan(before.generation)
  expect(after.rollout).toBeNull()
})

test('patch rebases what runs on the new golden image, and promotes it', async () => {
  const before = await stage.ledger('environments/production/shop.json')
  const base = await bakeGolden('12.1')
  const load = startLoad()
  const { code, log } = await stage.act('patch', 'schedule')
  const { failures } = await load.stop()
  expect([code, code === 0 ? '' : log]).toEqual([0, ''])
  expect(failures).toEqual([])

  const { stable } = await stage.ledger('environments/production/shop.json')
  expect(stable.digest).not.toBe(before.stable.digest)
  expect(await stage.served()).toMatchObject({ version: '1' })
  const record = await stage.ledger(`releases/shop/${stable.digest.slice('sha256:'.length)}.json`)
  expect(record).toMatchObject({
    reason: 'base',
    base: { name: `${stage.registry.host}/golden/node:24`, digest: base },
  })

  const again = await stage.act('patch', 'schedule')
  expect(again.code).toBe(0)
  expect((await stage.ledger('environments/production/shop.json')).stable.digest).toBe(stable.digest)
})

test('an image that fails its validation is neither signed nor tagged, and production does not notice', async () => {
  const before = await stage.ledger('environments/production/shop.json')
  await writeFile(join(stage.repository, 'server.mjs'), "throw new Error('cannot start')\n")
  const commit = await stage.push('broken')
  const { code, log } = await stage.act('release', 'push')
  expect(code).not.toBe(0)
  expect(log).toMatch(/validate.*Job failed/)
  expect(log).not.toMatch(/\[release\/(?:\w+\/)?sign *\]/)
  expect((await run(tool('crane'), ['digest', `${stage.registry.host}/shop:${commit}`])).code).not.toBe(0)
  expect(await stage.ledger('environments/production/shop.json')).toEqual(before)
  expect(await stage.served()).toMatchObject({ version: '1' })
})

/** @returns the digest of the golden image */
async function bakeGolden(version: string): Promise<string> {
  await mkdir(join(stage.directory, 'golden/etc'), { recursive: true })
  await writeFile(join(stage.directory, 'golden/etc/os-release'), `ID=debian\nVERSION_ID="${version}"\n`)
  const output = `${stage.registry.host}/golden/node:24`
  await stage.ingot('bake', '--base', 'scratch', '--add', 'golden:/', '--output', output)
  return stage.digest('golden/node:24')
}

async function release(version: string): Promise<Finished & { commit: string }> {
  await stage.edit('ingot.yml', version === '1' ? [] : [['SHOP_VERSION: "1"', `SHOP_VERSION: "${version}"`]])
  const commit = await stage.push(`version ${version}`)
  const finished = await stage.act('release', 'push')
  if (finished.code !== 0) throw new Error(finished.log)
  released.push({ commit, digest: await stage.digest(`shop:${commit}`) })
  return { ...finished, commit }
}

async function expectStable(commit: string, version: string): Promise<void> {
  const digest = released.at(-1)?.digest ?? ''
  expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/)
  expect(await stage.served()).toMatchObject({ version })
  const environment = await stage.ledger('environments/production/shop.json')
  expect(environment.stable.digest).toBe(digest)
  expect(environment.rollout).toBeNull()
  const record = await stage.ledger(`releases/shop/${digest.slice('sha256:'.length)}.json`)
  expect(JSON.stringify(record)).toContain(commit)
}

/** Asks for the page again and again, a few at a time; every answer that is not the page is a failure. */
function startLoad(): { stop(): Promise<{ requests: number; failures: string[] }> } {
  const failures: string[] = []
  let requests = 0
  let isRunning = true
  loads.push(() => {
    isRunning = false
  })
  const worker = async () => {
    while (isRunning) {
      requests++
      const failure = await stage.served().then(
        () => undefined,
        (error: Error) => String(error),
      )
      if (failure !== undefined) failures.push(failure)
      await new Promise((done) => setTimeout(done, 20))
    }
  }
  const workers = [worker(), worker(), worker(), worker()]
  return {
    stop: async () => {
      isRunning = false
      await Promise.all(workers)
      return { requests, failures }
    },
  }
}
