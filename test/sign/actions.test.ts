import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sign } from '../../src/actions/sign.js'
import { verify } from '../../src/actions/verify.js'
import type { Inputs, Values } from '../../src/runner/action.js'
import { readInputs } from '../../src/runner/inputs.js'
import type { Job } from '../../src/runner/job.js'
import { generateKeyPair } from '../../src/sign/index.js'
import { openLayout, temporaryDirectory, writeImage } from './images.js'

let directory: Awaited<ReturnType<typeof temporaryDirectory>>
let image: string
let digest: string
const at = (name: string) => join(directory.path, name)
const back = process.cwd()
beforeEach(async () => {
  directory = await temporaryDirectory()
  process.chdir(directory.path)
  image = `oci:${at('registry')}:one`
  digest = (await writeImage(openLayout(at('registry')), 'amd64', ['one'])).digest
  const { privateKey, publicKey } = generateKeyPair()
  await writeFile(at('ingot.key'), privateKey, { mode: 0o600 })
  await writeFile(at('ingot.pub'), publicKey)
  await writeFile(at('sbom.json'), '{"bomFormat":"CycloneDX","specVersion":"1.6"}')
  await writeFile(at('failed.json'), '{"result":"FAILED","configuration":[]}')
})
afterEach(async () => {
  process.chdir(back)
  await directory.remove()
})

const job: Job = {
  log: () => {},
  progress: () => {},
  warn: () => {},
  mask: () => {},
  signal: new AbortController().signal,
  env: {},
}

function given<I extends Inputs>(inputs: I, raw: Record<string, string | string[]>): Values<I> {
  const lists = Object.fromEntries(Object.entries(raw).map(([name, value]) => [name, [value].flat()]))
  return readInputs(inputs, lists, (name) => `--${name}`)
}
const runSign = (raw: Record<string, string | string[]>) =>
  sign.run(given(sign.inputs, { image, key: 'ingot.key', ...raw }), job)
const runVerify = (raw: Record<string, string | string[]>) => verify.run(given(verify.inputs, { image, ...raw }), job)

test('sign, then verify', async () => {
  expect(await runSign({ predicate: ['sbom=sbom.json'] })).toMatchObject({
    reason: 'done',
    outputs: { digest, signatures: 2, written: 2 },
  })
  expect(await runSign({ predicate: ['sbom=sbom.json'] })).toMatchObject({
    reason: 'unchanged',
    outputs: { digest, signatures: 2, written: 0 },
  })
  expect(await runVerify({ key: 'ingot.pub', require: ['sbom'] })).toMatchObject({
    reason: 'done',
    outputs: {
      verdict: 'pass',
      digest,
      found: expect.stringMatching(/^(signature,sbom|sbom,signature)$/),
      missing: '',
    },
  })
})

test('a refusal is an outcome with every output', async () => {
  await runSign({})
  const outcome = await runVerify({ key: 'ingot.key', require: ['sbom', 'https://example.com/review/v1'] })
  expect(outcome).toMatchObject({
    reason: 'verification-refused',
    outputs: { verdict: 'fail', digest, found: 'signature', missing: 'sbom,https://example.com/review/v1' },
  })
  expect(outcome.message).toContain('missing: sbom\n')
})

test('a signed test result that failed is a refusal', async () => {
  await runSign({ predicate: ['test-result=failed.json'] })
  expect(await runVerify({ key: 'ingot.pub' })).toMatchObject({
    reason: 'verification-refused',
    outputs: { missing: '' },
  })
})

test('ingot.yml supplies key and requirements', async () => {
  await writeFile(at('ingot.yml'), 'app: shop\nimage: shop.example/shop\nverify: {key: ingot.pub, require: [sbom]}\n')
  await runSign({})
  expect(await runVerify({})).toMatchObject({ outputs: { verdict: 'fail', missing: 'sbom' } })
  expect(await runVerify({ require: ['signature'] })).toMatchObject({ outputs: { verdict: 'pass' } })
})

test('without a key there is nothing to verify with', async () => {
  await expect(runVerify({})).rejects.toMatchObject({
    reason: 'invalid-input',
    message: 'No key is given to verify with',
  })
})

test.each([
  [{ key: 'none.key' }, /there is no such file/],
  [{ key: 'ingot.pub' }, /signing needs the private one/],
  [{ predicate: ['sbom'] }, /is not TYPE=FILE/],
  [{ predicate: ['sbom='] }, /is not TYPE=FILE/],
  [{ predicate: ['review=sbom.json'] }, /"review" is not a predicate type/],
  [{ predicate: ['sbom=none.json'] }, /Cannot read the predicate none.json/],
  [{ predicate: ['sbom=ingot.pub'] }, /Cannot read the predicate ingot.pub/],
  [{ predicate: ['provenance=sbom.json'] }, /sbom.json is not a predicate of type/],
])('wrong use %j writes nothing', async (raw, message) => {
  const before = await readdir(at('registry/blobs/sha256'))
  await expect(runSign(raw)).rejects.toMatchObject({ reason: 'invalid-input', message: expect.stringMatching(message) })
  expect(await readdir(at('registry/blobs/sha256'))).toEqual(before)
})
