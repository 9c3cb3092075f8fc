import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type ActStage, openStage } from './act-stage.js'
import { type BuildkitEngine, startBuildkit } from './buildkit-engine.js'
import { must } from './processes.js'
import { tool } from './tools.js'

/** The caller of examples/buildkit: two platforms on a real BuildKit, a job each, joined and released. */
let engine: BuildkitEngine
let stage: ActStage
let golden: { digest: string }[]
let released: string

beforeAll(async () => {
  engine = await startBuildkit()
  const { PATH, DOCKER_HOST, DOCKER_CONFIG } = engine.env
  stage = await openStage('buildkit', { PATH, DOCKER_HOST, DOCKER_CONFIG })
  golden = await bakeGolden()
  await stage.makeCaller()
  await stage.edit('Dockerfile', [['ghcr.io/acme/', `${stage.registry.host}/`]])
  // On GitHub a job makes a builder of its own; there is none to pull here.
  await stage.edit('.github/workflows/release.yml', [['    with:\n', `    with:\n      builder: ${engine.builder}\n`]])
}, 300_000)

afterAll(async () => {
  await stage?.close()
  await engine?.stop()
})

test('both platforms are baked apart, joined into one index, and released with one provenance', async () => {
  const commit = await stage.push('first')
  const { code, log } = await stage.act('release', 'push')
  expect([code, code === 0 ? '' : log]).toEqual([0, ''])

  released = await stage.digest(`shop:${commit}`)
  const index = JSON.parse(await must(tool('crane'), ['manifest', `${stage.registry.host}/shop@${released}`]))
  const platforms = index.manifests.map(
    ({ platform }: { platform: { os: string; architecture: string } }) => `${platform.os}/${platform.architecture}`,
  )
  expect(platforms).toEqual(['linux/amd64', 'linux/arm64', 'unknown/unknown', 'unknown/unknown'])
  expect((await stage.ledger('environments/production/shop.json')).stable.digest).toBe(released)
  expect(await stage.served()).toMatchObject({ app: 'shop' })

  const { base } = await stage.ledger(`releases/shop/${released.slice('sha256:'.length)}.json`)
  expect(base).toEqual({ name: `${stage.registry.host}/golden/node:24`, digest: golden[0]?.digest })
  const image = `${stage.registry.host}/shop@${released}`
  const key = join(stage.repository, 'ingot.pub')
  expect(await stage.ingot('verify', '--image', image, '--key', key)).toMatchObject({ verdict: 'pass' })
})

test('a commit that changes nothing in the image joins what is there already, and makes no release', async () => {
  await writeFile(join(stage.repository, 'NOTES.md'), 'not part of the image\n')
  await stage.push('notes')
  const { code, log } = await stage.act('release', 'push')
  expect([code, code === 0 ? '' : log]).toEqual([0, ''])
  expect(log).toContain(`has this very content already: ${stage.registry.host}/shop@${released}`)
  expect(log).not.toMatch(/\[release\/(?:\w+\/)?(?:validate|scan|sign|publish|promote) *\]/)
})

/** @returns the image of each platform */
async function bakeGolden(): Promise<{ digest: string }[]> {
  await mkdir(join(stage.directory, 'golden/etc'), { recursive: true })
  await writeFile(join(stage.directory, 'golden/etc/os-release'), 'ID=debian\nVERSION_ID="12"\n')
  const output = `${stage.registry.host}/golden/node:24`
  const both = ['--platforms', 'linux/amd64', '--platforms', 'linux/arm64']
  const baked = await stage.ingot('bake', '--base', 'scratch', '--add', 'golden:/', '--output', output, ...both)
  return (baked.result as { details: { platforms: { digest: string }[] } }).details.platforms
}
