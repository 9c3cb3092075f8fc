import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { IngotError } from '../errors.js'

/** A public key that signatures are checked against. */
export interface Verifier {
  readonly publicKey: KeyObject
  /** SHA-256 of the DER-encoded SubjectPublicKeyInfo, lower-case hex: how people and records name the signer. */
  readonly fingerprint: string
  /** The same hash in base64: how cosign names the key inside a bundle. Never trusted, only written. */
  readonly hint: string
}

/** A private key that can sign, and the public half that checks it. */
export interface Signer extends Verifier {
  /** ECDSA over SHA-256 (ASN.1), Ed25519, or RSA PKCS #1 v1.5 over SHA-256, by the kind of key. */
  sign(bytes: Uint8Array): Buffer
}

const maximumKeyBytes = 64 * 1024 // 64 KiB
const minimumRsaBits = 2048

/**
 * Reads a private key: PKCS #8, SEC 1 or PKCS #1 PEM, encrypted or not; EC P-256, Ed25519 or RSA of at least 2048 bits.
 *
 * @param source a file, or the PEM text itself
 * @param passphrase opens an encrypted key
 * @param warn is told when others may read the file
 * @throws IngotError `invalid-input` when there is no such file, it is no such key, or the passphrase is wrong
 */
export async function loadSigner(
  source: string,
  passphrase?: string,
  warn?: (message: string) => void,
): Promise<Signer> {
  const { pem, name } = await readPem(source)
  if (warn !== undefined && !isPem(source)) await warnWhenShared(source, warn)
  const privateKey = parsePrivateKey(pem, name, passphrase)
  const algorithm = algorithmOf(privateKey, name)
  return {
    ...toVerifier(createPublicKey(privateKey)),
    sign: (bytes) => sign(algorithm, bytes, privateKey),
  }
}

/**
 * Reads a public key (SPKI PEM), or takes the public half of a private one.
 *
 * @param source a file, or the PEM text itself
 * @throws IngotError `invalid-input`
 */
export async function loadVerifier(source: string, passphrase?: string): Promise<Verifier> {
  const { pem, name } = await readPem(source)
  if (pem.includes('PRIVATE KEY-----')) return toVerifier(createPublicKey(parsePrivateKey(pem, name, passphrase)))
  const publicKey = parsePublicKey(pem, name)
  algorithmOf(publicKey, name)
  return toVerifier(publicKey)
}

/** A fresh EC P-256 key pair: PKCS #8 and SPKI, both PEM. */
export function generateKeyPair(): { privateKey: string; publicKey: string } {
  return generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  })
}

function isPem(source: string): boolean {
  return source.includes('-----BEGIN ')
}

async function readPem(source: string): Promise<{ pem: string; name: string }> {
  if (isPem(source)) return { pem: source, name: 'the given key' }
  try {
    const { size } = await stat(source)
    if (size > maximumKeyBytes) throw notAKey(source, `it has ${size} bytes, a key has at most ${maximumKeyBytes}`)
    return { pem: await readFile(source, 'utf8'), name: source }
  } catch (cause) {
    if (cause instanceof IngotError) throw cause
    const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT'
    throw new IngotError(
      'invalid-input',
      `Cannot read the key ${source}: ${missing ? 'there is no such file' : (cause as Error).message}`,
      {
        advice: makeOne,
        cause,
      },
    )
  }
}

const makeOne =
  'Make a key pair with: openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out ingot.key && ' +
  'chmod 600 ingot.key && openssl pkey -in ingot.key -pubout -out ingot.pub'

function parsePrivateKey(pem: string, name: string, passphrase?: string): KeyObject {
  if (/BEGIN ENCRYPTED (?:SIGSTORE|COSIGN) PRIVATE KEY/.test(pem)) {
    throw new IngotError(
      'invalid-input',
      `The key ${name} is in cosign's own encrypted format, which is not read here`,
      {
        advice:
          'Make the key with openssl instead (cosign import-key-pair --key FILE takes it over into cosign), or verify with the public key alone',
      },
    )
  }
  if (!pem.includes('PRIVATE KEY-----')) {
    throw notAKey(
      name,
      pem.includes('PUBLIC KEY-----') ? 'it is a public key, signing needs the private one' : 'it is no PEM',
    )
  }
  try {
    return createPrivateKey({ key: pem, ...(passphrase !== undefined && { passphrase }) })
  } catch (cause) {
    const encrypted = /ENCRYPTED/.test(pem)
    if (!encrypted) throw notAKey(name, 'the PEM holds no readable private key', cause)
    const given = passphrase !== undefined && passphrase !== ''
    throw new IngotError(
      'invalid-input',
      `The key ${name} is encrypted and ${given ? 'the passphrase does not open it' : 'no passphrase is given'}`,
      {
        advice: 'Set the environment variable INGOT_KEY_PASSPHRASE',
        cause,
      },
    )
  }
}

function parsePublicKey(pem: string, name: string): KeyObject {
  if (!pem.includes('-----BEGIN PUBLIC KEY-----')) throw notAKey(name, 'it holds no PEM block PUBLIC KEY')
  try {
    return createPublicKey(pem)
  } catch (cause) {
    throw notAKey(name, 'the PEM holds no readable public key', cause)
  }
}

/** The hash for `crypto.sign`; null where the kind of key fixes it. */
function algorithmOf(key: KeyObject, name: string): 'sha256' | null {
  const details = key.asymmetricKeyDetails ?? {}
  if (key.asymmetricKeyType === 'ed25519') return null
  if (key.asymmetricKeyType === 'ec' && details.namedCurve === 'prime256v1') return 'sha256'
  if (key.asymmetricKeyType === 'rsa' && (details.modulusLength ?? 0) >= minimumRsaBits) return 'sha256'
  const kind = [key.asymmetricKeyType, details.namedCurve ?? details.modulusLength].filter(Boolean).join(' ')
  throw notAKey(name, `${kind} is not among EC P-256, Ed25519 and RSA of at least ${minimumRsaBits} bits`)
}

function toVerifier(publicKey: KeyObject): Verifier {
  const hash = createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest()
  return { publicKey, fingerprint: hash.toString('hex'), hint: hash.toString('base64') }
}

async function warnWhenShared(file: string, warn: (message: string) => void): Promise<void> {
  const mode = (await stat(file)).mode & 0o777
  const isShared = process.platform !== 'win32' && (mode & 0o077) !== 0
  if (isShared)
    warn(`The private key ${file} has mode 0${mode.toString(8)}: others may read it. Run: chmod 600 ${file}`)
}

function notAKey(name: string, why: string, cause?: unknown): IngotError {
  return new IngotError('invalid-input', `Cannot use ${name} as a key: ${why}`, { advice: makeOne, cause })
}
