import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { createLedger, openLedger } from '../ledger/index.js'
import { type Digest, hexOf, parseDigest, shortDigest } from '../oci/digest.js'
import { generateKeyPair } from '../sign/index.js'
import { advisories, goldenBase, ingotYml, policyYml, type ServiceVersion, service, writeFiles } from './material.js'
import type { Stage } from './stage.js'

const app = 'shop'
const environment = 'production'
const harmless = { 'tiny-template': '1.4.2' }

/** Keys, a signed golden base, the ledger, the policy: what a platform team provides. */
export async function makeGround(stage: Stage, port: number): Promise<Digest> {
  stage.chapter('1  A golden base, a ledger, a registry')
  const [golden, release] = [generateKeyPair(), generateKeyPair()]
  await writeFiles(stage.workspace, {
    'keys/golden.pub': golden.publicKey,
    'keys/release.pub': release.publicKey,
    'ingot.yml': ingotYml(port),
    'policy.yml': policyYml,
    'advisories/snapshot.json': `{"date": "${new Date().toISOString().slice(0, 10)}"}\n`,
    'advisories/DEMO-2026-0004.json': JSON.stringify(advisories.tinyTemplate),
  })
  await writePrivateKey(stage, 'keys/golden.key', golden.privateKey)
  await writePrivateKey(stage, 'keys/release.key', release.privateKey)
  await createLedger(join(stage.workspace, 'ledger.git'))
  stage.say('ledger    ledger.git (a bare git repository)')
  stage.say('registry  registry/ (OCI image layouts)')
  return bakeGolden(stage, '3.0.16-1~deb12u1', '12.1')
}

/** Bakes and signs the golden base; `golden:12` is the tag that applications follow. */
export async function bakeGolden(stage: Stage, openssl: string, version: string): Promise<Digest> {
  await writeFiles(join(stage.workspace, `golden-${version}`), goldenBase(openssl))
  const baked = await stage.succeed('bake', {
    base: 'scratch',
    add: `golden-${version}:/`,
    label: `org.opencontainers.image.version=${version}`,
    user: '10001',
    output: 'oci:registry/golden:12',
  })
  await stage.succeed('sign', { image: baked.outputs.image ?? '', key: 'keys/golden.key' })
  const digest = parseDigest(baked.outputs.digest ?? '')
  stage.say(`golden base ${version} is ${shortDigest(digest)}, signed`)
  stage.record({
    subject: `golden ${version}`,
    what: 'baked and signed',
    detail: shortDigest(digest),
    seconds: baked.seconds,
  })
  return digest
}

export interface Candidate {
  readonly version: string
  readonly image: string
  readonly digest: Digest
}

export function goodVersion(version: string): ServiceVersion {
  return { version, wrongEvery: 0, dependencies: harmless }
}

/** bake → validate → scan → sign → publish: everything before the first request. */
export async function releaseVersion(stage: Stage, version: ServiceVersion): Promise<Candidate> {
  const began = performance.now()
  const candidate = await bakeVersion(stage, version)
  await gather(stage, candidate)
  await publish(stage, candidate, 'push')
  const seconds = (performance.now() - began) / 1_000
  stage.say(`${version.version} is ${shortDigest(candidate.digest)}: baked, validated, scanned, signed, published`)
  stage.record({
    subject: `${app} ${version.version}`,
    what: 'released',
    detail: shortDigest(candidate.digest),
    seconds,
  })
  return candidate
}

export async function bakeVersion(
  stage: Stage,
  version: ServiceVersion,
  base = 'oci:registry/golden:12',
): Promise<Candidate> {
  const baked = await stage.succeed('bake', await bakeInputs(stage, version, base))
  const { digest, image = '' } = baked.outputs
  return { version: version.version, image, digest: parseDigest(digest ?? '') }
}

export async function bakeInputs(stage: Stage, version: ServiceVersion, base: string) {
  const folder = `service-${version.version}`
  await writeFiles(join(stage.workspace, folder), service(version))
  return {
    base,
    add: `${folder}:/app`,
    entrypoint: '["node", "/app/server.js"]',
    user: '10001',
    workdir: '/app',
    version: version.version,
    policy: 'policy.yml',
    provenance: 'evidence/provenance.json',
    output: 'oci:registry/shop',
  }
}

/** validate and scan, side by side as in the workflow, then sign: evidence about that very digest. */
export async function gather(stage: Stage, { image }: Candidate): Promise<void> {
  await Promise.all([
    stage.succeed('validate', { image, attestation: 'evidence/validation.json' }),
    stage.succeed('scan', scanInputs(image)),
  ])
  await stage.succeed('sign', {
    image,
    key: 'keys/release.key',
    predicate: [
      'provenance=evidence/provenance.json',
      'sbom=evidence/sbom.cdx.json',
      'vulns=evidence/scan.json',
      'test-result=evidence/validation.json',
    ],
  })
}

export function scanInputs(image: string) {
  return {
    image,
    engine: 'osv',
    policy: 'policy.yml',
    sbom: 'evidence/sbom.cdx.json',
    sarif: 'evidence/scan.sarif',
    report: 'evidence/findings.json',
    attestation: 'evidence/scan.json',
  }
}

export async function publish(stage: Stage, { image, version }: Candidate, reason: 'push' | 'base'): Promise<void> {
  await stage.succeed('publish', { image, tag: version, version, reason, ledger: 'ledger.git' })
}

/** Promotes a candidate that must win, under whatever traffic there is. */
export async function promote(stage: Stage, candidate: Candidate): Promise<void> {
  const promoted = await stage.succeed('promote', { environment, image: candidate.image })
  stage.expect(promoted.outputs.outcome === 'promoted', `${candidate.version} is promoted`)
  stage.expect(promoted.outputs.stable === candidate.digest, `${candidate.version} is stable`)
  const { seconds } = promoted
  stage.say(`${candidate.version} has all the traffic after ${seconds.toFixed(1)} s`)
  stage.record({ subject: `${app} ${candidate.version}`, what: 'promoted', detail: '100 % of the traffic', seconds })
}

/** Promotes a candidate that the judge must catch; says how many requests were hurt and how soon it knew. */
export async function promoteBad(stage: Stage, candidate: Candidate, stable: Candidate): Promise<void> {
  const before = badAnswers(stage)
  const { seconds } = await stage.refuse('promote', { environment, image: candidate.image }, 1, /abort/i)
  const state = await readState(stage)
  const aborted = state.history.at(-1)
  const hurt = badAnswers(stage) - before
  stage.expect(aborted?.event === 'aborted' && aborted.digest === candidate.digest, `${candidate.version} is aborted`)
  stage.expect(state.stable?.digest === stable.digest, `${stable.version} stays stable`)
  stage.expect(
    state.quarantine.some(({ digest }) => digest === candidate.digest),
    `${candidate.version} is quarantined`,
  )
  stage.expect(hurt > 0, `${candidate.version} was asked at all`)
  stage.say(
    `${hurt} requests were hurt; it knew ${aborted?.seconds.toFixed(1)} s after the rollout began, ${stable.version} never stopped`,
  )
  stage.record({
    subject: `${app} ${candidate.version}`,
    what: 'aborted, quarantined',
    detail: `${hurt} requests hurt`,
    seconds,
  })
  await stage.refuse('promote', { environment, image: candidate.image }, 1, /quarantine/i)
}

/** Alters one byte of an image's own layer, as a broken disk or an intruder would. */
export async function alterStoredByte(stage: Stage, layer: Digest): Promise<void> {
  const file = await open(join(stage.workspace, 'registry/shop/blobs/sha256', hexOf(layer)), 'r+')
  try {
    const { size } = await file.stat()
    const byte = Buffer.alloc(1)
    await file.read(byte, 0, 1, size >> 1)
    byte.writeUInt8(byte.readUInt8(0) ^ 1)
    await file.write(byte, 0, 1, size >> 1)
  } finally {
    await file.close()
  }
}

export async function readState(stage: Stage) {
  const ledger = await openLedger(join(stage.workspace, 'ledger.git'))
  return ledger.readEnvironment(environment, app)
}

export function badAnswers(stage: Stage): number {
  return Object.values(stage.traffic?.total.bad ?? {}).reduce((sum, count) => sum + count, 0)
}

async function writePrivateKey(stage: Stage, path: string, pem: string): Promise<void> {
  const file = await open(join(stage.workspace, path), 'w', 0o600)
  await file.writeFile(pem)
  await file.close()
}
