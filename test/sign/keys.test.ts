import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto'
import { chmod, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { generateKeyPair, loadSigner, loadVerifier } from '../../src/sign/index.js'
import { temporaryDirectory } from './images.js'

const spki = { type: 'spki', format: 'pem' } as const
const pkcs8 = { type: 'pkcs8', format: 'pem' } as const
const bytes = Buffer.from('signed')

let directory: Awaited<ReturnType<typeof temporaryDirectory>>
beforeEach(async () => {
  directory = await temporaryDirectory()
})
afterEach(() => directory.remove())

test.each([
  [
    'EC P-256, PKCS #8',
    generateKeyPairSync('ec', { namedCurve: 'P-256', privateKeyEncoding: pkcs8, publicKeyEncoding: spki }),
    'sha256',
  ],
  [
    'EC P-256, SEC 1',
    generateKeyPairSync('ec', {
      namedCurve: 'P-256',
      privateKeyEncoding: { type: 'sec1', format: 'pem' },
      publicKeyEncoding: spki,
    }),
    'sha256',
  ],
  ['Ed25519', generateKeyPairSync('ed25519', { privateKeyEncoding: pkcs8, publicKeyEncoding: spki }), null],
  [
    'RSA 2048',
    generateKeyPairSync('rsa', { modulusLength: 2048, privateKeyEncoding: pkcs8, publicKeyEncoding: spki }),
    'sha256',
  ],
])('%s signs', async (_, { privateKey, publicKey }, algorithm) => {
  const signer = await loadSigner(privateKey)
  expect(verify(algorithm, bytes, createPublicKey(publicKey), signer.sign(bytes))).toBe(true)
  const verifier = await loadVerifier(publicKey)
  expect(verifier.fingerprint).toBe(signer.fingerprint)
  expect(verifier.fingerprint).toMatch(/^[0-9a-f]{64}$/)
  expect(Buffer.from(verifier.hint, 'base64').toString('hex')).toBe(verifier.fingerprint)
  expect((await loadVerifier(privateKey)).fingerprint).toBe(signer.fingerprint)
})

test.each([
  ['RSA 1024', generateKeyPairSync('rsa', { modulusLength: 1024, privateKeyEncoding: pkcs8, publicKeyEncoding: spki })],
  ['EC P-384', generateKeyPairSync('ec', { namedCurve: 'P-384', privateKeyEncoding: pkcs8, publicKeyEncoding: spki })],
  ['Ed448', generateKeyPairSync('ed448', { privateKeyEncoding: pkcs8, publicKeyEncoding: spki })],
])('%s is refused', async (_, { privateKey, publicKey }) => {
  await expect(loadSigner(privateKey)).rejects.toMatchObject({
    reason: 'invalid-input',
    message: expect.stringContaining('is not among EC P-256'),
  })
  await expect(loadVerifier(publicKey)).rejects.toMatchObject({ reason: 'invalid-input' })
})

test('a missing file says how to make a key', async () => {
  await expect(loadSigner(join(directory.path, 'none.key'))).rejects.toMatchObject({
    reason: 'invalid-input',
    message: expect.stringContaining('there is no such file'),
    advice: expect.stringContaining('openssl genpkey -algorithm EC'),
  })
})

test('an empty passphrase does not hurt a key that has none', async () => {
  await expect(loadSigner(generateKeyPair().privateKey, '')).resolves.toHaveProperty('fingerprint')
})

test('an encrypted key opens with its passphrase alone', async () => {
  const { privateKey } = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    privateKeyEncoding: { ...pkcs8, cipher: 'aes-256-cbc', passphrase: 'open sesame' },
    publicKeyEncoding: spki,
  })
  await expect(loadSigner(privateKey, 'open sesame')).resolves.toHaveProperty('fingerprint')
  const wrong = await loadSigner(privateKey, 'guessed').catch((error: Error) => error)
  expect(wrong).toMatchObject({ reason: 'invalid-input', message: expect.stringContaining('does not open it') })
  expect(JSON.stringify(wrong)).not.toContain('guessed')
  for (const none of [undefined, '']) {
    await expect(loadSigner(privateKey, none)).rejects.toMatchObject({
      message: expect.stringContaining('no passphrase is given'),
      advice: expect.stringContaining('INGOT_KEY_PASSPHRASE'),
    })
  }
})

test.each([
  [
    '-----BEGIN ENCRYPTED SIGSTORE PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED SIGSTORE PRIVATE KEY-----\n',
    "cosign's own encrypted format",
  ],
  ['-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n', 'no readable private key'],
  [generateKeyPair().publicKey, 'signing needs the private one'],
  ['-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n', 'it is no PEM'],
])('what is no private key is named: %#', async (pem, why) => {
  await expect(loadSigner(pem)).rejects.toMatchObject({
    reason: 'invalid-input',
    message: expect.stringContaining(why),
  })
})

test('a file that others may read is warned about', async () => {
  const file = join(directory.path, 'ingot.key')
  await writeFile(file, generateKeyPair().privateKey, { mode: 0o600 })
  const warnings: string[] = []
  const warn = (message: string) => warnings.push(message)
  await loadSigner(file, undefined, warn)
  expect(warnings).toEqual([])
  await chmod(file, 0o644)
  await loadSigner(file, undefined, warn)
  expect(warnings).toEqual([`The private key ${file} has mode 0644: others may read it. Run: chmod 600 ${file}`])
})

test('a file too large for a key is not read', async () => {
  const file = join(directory.path, 'large.key')
  await writeFile(file, Buffer.alloc(64 * 1024 + 1))
  await expect(loadVerifier(file)).rejects.toMatchObject({ message: expect.stringContaining('at most 65536') })
})
