import { readFile } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { type Digest, parseDigest, shortDigest } from '../oci/digest.js'
import { parseManifest } from '../oci/manifest.js'
import { parseReference } from '../oci/reference.js'
import { hostPid, stopHost } from '../promote/index.js'
import { openStore } from '../registry/index.js'
import type { Job } from '../runner/index.js'
import { advisories, writeFiles } from './material.js'
import { closingTable, writeSummary } from './report.js'
import { type Event, freePort, prepareWorkspace, type Stage, setStage } from './stage.js'
import * as story from './story.js'
import { startTraffic, type Traffic } from './traffic.js'

export interface DemoOptions {
  readonly directory: string
  /** The folder that holds the bundles. */
  readonly bundles: string
  readonly seed: number
  /** Leaves production serving when the story is over. */
  readonly keep: boolean
}

export interface DemoResult {
  readonly workspace: string
  readonly board: string
  readonly summary: string
  readonly url: string
  /** Of the process that still serves there; 0 for none. */
  readonly pid: number
  readonly requests: number
  readonly hurt: number
  readonly seconds: number
  readonly digests: Readonly<Record<string, Digest>>
  readonly events: readonly Event[]
}

const requestsPerSecond = 400

/** The whole lifecycle on one machine, told in eight chapters; throws `expectation-failed` at the first that goes wrong. */
export async function playDemo(options: DemoOptions, job: Job): Promise<DemoResult> {
  const began = performance.now()
  const workspace = resolve(options.directory)
  await prepareWorkspace(workspace, () => stopHost(join(workspace, 'production')))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const stage = setStage(workspace, options.bundles, job)
  job.log(`Everything happens in ${workspace}`)
  try {
    const goldenOne = await story.makeGround(stage, port)
    const one = await firstRelease(stage)
    stage.traffic = startTraffic(url, requestsPerSecond, options.seed)
    const two = await goodRelease(stage)
    const three = await badRelease(stage, two)
    await refusals(stage)
    const { goldenTwo, rebased } = await patchedBase(stage, two)
    await rollBack(stage, rebased, two)

    const seen = await endTraffic(stage.traffic, stage)
    const board = await drawBoard(stage)
    const seconds = (performance.now() - began) / 1_000
    const summary = await writeSummary(stage, seconds)
    job.log(`\n${closingTable(stage.events)}`)
    return {
      workspace,
      board,
      summary,
      url,
      pid: options.keep ? hostPid(join(workspace, 'production')) : 0,
      requests: seen.requests,
      hurt: story.badAnswers(stage),
      seconds,
      digests: {
        'golden 12.1': goldenOne,
        'shop 1.0.0': one.digest,
        'shop 2.0.0': two.digest,
        'shop 3.0.0': three.digest,
        'golden 12.2': goldenTwo,
        'shop 2.0.0 rebased': rebased.digest,
      },
      events: stage.events,
    }
  } finally {
    await stage.traffic?.stop()
    if (!options.keep) await stopHost(join(workspace, 'production'))
  }
}

async function firstRelease(stage: Stage): Promise<story.Candidate> {
  stage.chapter('2  Version 1: from source to production')
  const one = await story.releaseVersion(stage, story.goodVersion('1.0.0'))
  await story.promote(stage, one)
  return one
}

async function goodRelease(stage: Stage): Promise<story.Candidate> {
  stage.chapter('3  Version 2 is good: 10 → 50 → 100 % under real traffic')
  const two = await story.releaseVersion(stage, story.goodVersion('2.0.0'))
  await story.promote(stage, two)
  return two
}

async function badRelease(stage: Stage, stable: story.Candidate): Promise<story.Candidate> {
  stage.chapter('4  Version 3 is wrong in four percent of its answers')
  const three = await story.releaseVersion(stage, { ...story.goodVersion('3.0.0'), wrongEvery: 25 })
  await story.promoteBad(stage, three, stable)
  return three
}

async function refusals(stage: Stage): Promise<void> {
  stage.chapter('5  Three that never get a request')
  const before = await story.readState(stage)

  stage.say('version 4 brings a dependency with a critical finding that has a fix')
  const four = await story.bakeVersion(stage, {
    ...story.goodVersion('4.0.0'),
    dependencies: { 'tiny-template': '1.3.0' },
  })
  await stage.refuse('scan', story.scanInputs(four.image), 1, /DEMO-2026-0004/)
  stage.record({
    subject: 'shop 4.0.0',
    what: 'refused at the gate',
    detail: 'DEMO-2026-0004, fixed in 1.4.2',
    seconds: 0,
  })

  stage.say('version 5 is built on a base that nobody approved')
  await writeFiles(join(stage.workspace, 'somewhere'), { 'etc/os-release': 'ID=unknown\n' })
  await stage.succeed('bake', { base: 'scratch', add: 'somewhere:/', output: 'oci:registry/somewhere:latest' })
  const five = await story.bakeInputs(stage, story.goodVersion('5.0.0'), 'oci:registry/somewhere:latest')
  await stage.refuse('bake', five, 1, /approved/)
  stage.record({ subject: 'shop 5.0.0', what: 'refused by policy', detail: 'base not approved', seconds: 0 })

  stage.say('version 6 is fine, until one byte of the stored image is altered')
  const six = await story.releaseVersion(stage, story.goodVersion('6.0.0'))
  await story.alterStoredByte(stage, await ownLayer(stage, six))
  await stage.refuse('promote', { environment: 'production', image: six.image }, 3, /sha256:/)
  stage.record({
    subject: 'shop 6.0.0',
    what: 'refused before it started',
    detail: 'its bytes are not its digest',
    seconds: 0,
  })

  const after = await story.readState(stage)
  stage.expect(after.stable?.digest === before.stable?.digest, 'none of the three touched production')
  stage.expect(after.rollout === null, 'no rollout is left behind')
}

async function patchedBase(stage: Stage, stable: story.Candidate) {
  stage.chapter('6  The base is patched: who needs it, and moving only what changed')
  await writeFiles(stage.workspace, { 'advisories/DEMO-2026-0007.json': JSON.stringify(advisories.openssl) })
  const goldenTwo = await story.bakeGolden(stage, '3.0.17-1~deb12u3', '12.2')
  const patch = await stage.succeed('patch', {
    ledger: 'ledger.git',
    environment: 'production',
    report: 'evidence/patch.json',
  })
  stage.expect(patch.outputs.needed === '1', 'patch finds the one image that needs the new base')
  stage.say(`patch: ${describeNeed(await readFile(join(stage.workspace, 'evidence/patch.json'), 'utf8'))}`)

  const moved = await stage.succeed('rebase', {
    image: stable.image,
    base: 'oci:registry/golden:12',
    output: 'oci:registry/shop',
    provenance: 'evidence/provenance.json',
    reason: 'base',
  })
  const { digest = '', image = '' } = moved.outputs
  const rebased = { version: '2.0.0-base.12.2', image, digest: parseDigest(digest) }
  const sent = `${moved.outputs['bytes-sent']} bytes sent`
  stage.expect(Number(moved.outputs['bytes-sent']) < 64 * 1024, 'a rebase sends only a config and a manifest')
  stage.say(`rebased to ${shortDigest(rebased.digest)}: ${sent}`)
  stage.record({ subject: 'shop 2.0.0', what: 'rebased', detail: `onto golden 12.2, ${sent}`, seconds: moved.seconds })
  await story.gather(stage, rebased)
  await story.publish(stage, rebased, 'base')
  await story.promote(stage, rebased)
  return { goldenTwo, rebased }
}

async function rollBack(stage: Stage, from: story.Candidate, to: story.Candidate): Promise<void> {
  stage.chapter('7  A maintainer rolls back')
  const { outputs } = await stage.succeed('rollback', { environment: 'production' })
  stage.expect(outputs.stable === to.digest, `${to.version} is stable again`)
  const seconds = Number(outputs.seconds)
  stage.say(`${from.version} → ${to.version}, verified again, all traffic after ${seconds.toFixed(2)} s`)
  stage.record({
    subject: `shop ${to.version}`,
    what: 'rolled back to',
    detail: 'verified again, 100 % of the traffic',
    seconds,
  })
}

async function endTraffic(traffic: Traffic, stage: Stage) {
  await traffic.stop()
  const { total } = traffic
  const wrong = Object.keys(total.bad)
  stage.expect(total.dropped === 0, `no request is dropped in the whole story (${total.dropped} of ${total.requests})`)
  stage.expect(
    wrong.every((version) => version === '3.0.0'),
    `only version 3 gives wrong answers (${wrong.join(', ')})`,
  )
  return total
}

async function drawBoard(stage: Stage): Promise<string> {
  stage.chapter('8  What happened')
  await stage.succeed('board', { ledger: 'ledger.git', output: 'board.html' })
  return join(stage.workspace, 'board.html')
}

/** The digest of the layer that holds the service itself: the topmost. */
async function ownLayer(stage: Stage, { image, digest }: story.Candidate): Promise<Digest> {
  const store = openStore(parseReference(image.replace('oci:', `oci:${stage.workspace}/`)))
  const stored = await store.readManifest(digest)
  const layer = stored && parseManifest(stored.bytes, image).layers.at(-1)
  stage.expect(layer !== undefined, 'the image has a layer of its own')
  return layer.digest
}

function describeNeed(report: string): string {
  const needs = JSON.parse(report) as { app: string; reason: string; detail: string }[]
  return needs.map(({ app, reason, detail }) => `${app} needs a rebuild (${reason}): ${detail}`).join('; ')
}

/** How a path is shown: relative where that is shorter. */
export function shown(path: string): string {
  const near = relative(process.cwd(), path)
  return near.length < path.length ? near : path
}
