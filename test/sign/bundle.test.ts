import { dsse } from '@sigstore/core'
import { digestOf } from '../../src/oci/digest.js'
import { openBundle, signBundle } from '../../src/sign/bundle.js'
import { generateKeyPair, loadSigner, predicateTypes, type Signer } from '../../src/sign/index.js'
import { encodeStatement } from '../../src/sign/statement.js'

const digest = digestOf('an image')
const other = digestOf('another image')
let signer: Signer
let stranger: Signer
beforeAll(async () => {
  signer = await loadSigner(generateKeyPair().privateKey)
  stranger = await loadSigner(generateKeyPair().privateKey)
})

const statement = () => encodeStatement('registry.example/shop', digest, predicateTypes.signature, {})
const sealed = () => signBundle(statement(), signer)

/** Exactly one, until a test breaks that. */
type Signatures = { sig: string }[] & { 0: { sig: string } }

interface Draft {
  mediaType: string
  verificationMaterial: Record<string, unknown> & { publicKey: { hint: string } }
  dsseEnvelope: { payload: string; payloadType: string; signatures: Signatures }
}

/** The bundle with its JSON changed. */
function altered(change: (bundle: Draft) => void, bytes = sealed()): Buffer {
  const bundle = JSON.parse(bytes.toString())
  change(bundle)
  return Buffer.from(JSON.stringify(bundle))
}

/** Any payload, properly signed. */
function signedPayload(payload: string | Buffer, payloadType = 'application/vnd.in-toto+json'): Buffer {
  const signature = signer.sign(dsse.preAuthEncoding(payloadType, Buffer.from(payload)))
  return altered((bundle) => {
    bundle.dsseEnvelope = {
      payload: Buffer.from(payload).toString('base64'),
      payloadType,
      signatures: [{ sig: signature.toString('base64') }],
    }
  })
}

test('what is sealed opens for the same key and digest', () => {
  expect(openBundle(sealed(), digest, [stranger, signer])).toMatchObject({
    predicateType: predicateTypes.signature,
    predicate: {},
    verifier: { fingerprint: signer.fingerprint },
  })
})

test('the form is that of a sigstore bundle v0.3 with a key hint', () => {
  const bundle = JSON.parse(sealed().toString())
  expect(bundle.mediaType).toBe('application/vnd.dev.sigstore.bundle.v0.3+json')
  expect(bundle.verificationMaterial.publicKey).toEqual({ hint: signer.hint })
  expect(bundle.dsseEnvelope.payloadType).toBe('application/vnd.in-toto+json')
  expect(bundle.dsseEnvelope.signatures).toEqual([{ sig: expect.any(String) }])
  expect(JSON.parse(Buffer.from(bundle.dsseEnvelope.payload, 'base64').toString())).toEqual({
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name: 'registry.example/shop', digest: { sha256: digest.slice(7) } }],
    predicateType: 'https://sigstore.dev/cosign/sign/v1',
    predicate: {},
  })
})

test('the hint decides nothing', () => {
  const relabelled = altered((bundle) => {
    bundle.verificationMaterial.publicKey.hint = stranger.hint
  })
  expect(openBundle(relabelled, digest, [signer])).toHaveProperty('predicateType')
  expect(openBundle(relabelled, digest, [stranger])).toMatchObject({
    why: expect.stringContaining('signature is not by'),
  })
})

test('entries of a transparency log are passed over with a key', () => {
  const logged = altered((bundle) => {
    bundle.verificationMaterial.tlogEntries = [
      {
        logIndex: '1',
        logId: { keyId: 'AAAA' },
        kindVersion: { kind: 'dsse', version: '0.0.1' },
        integratedTime: '1700000000',
        inclusionPromise: { signedEntryTimestamp: 'AAAA' },
        inclusionProof: { logIndex: '1', rootHash: 'AAAA', treeSize: '2', hashes: [], checkpoint: { envelope: 'x' } },
        canonicalizedBody: 'AAAA',
      },
    ]
  })
  expect(openBundle(logged, digest, [signer])).toHaveProperty('predicateType')
})

test('a local path does not travel with a signature', () => {
  expect(encodeStatement('oci:/home/someone/registry', digest, 'x:y', {}).toString()).toContain('"name":"registry"')
})

describe('refused', () => {
  const flip = (base64: string) => {
    const bytes = Buffer.from(base64, 'base64')
    bytes[bytes.length - 1] = (bytes[bytes.length - 1] ?? 0) ^ 1
    return bytes.toString('base64')
  }
  const cases: [string, () => Buffer, RegExp][] = [
    [
      'an altered payload',
      () => altered(({ dsseEnvelope }) => (dsseEnvelope.payload = flip(dsseEnvelope.payload))),
      /signature is not by key/,
    ],
    [
      'another statement under the same signature',
      () =>
        altered(({ dsseEnvelope }) => {
          dsseEnvelope.payload = encodeStatement('x', other, predicateTypes.signature, {}).toString('base64')
        }),
      /signature is not by key/,
    ],
    [
      'an altered signature',
      () => altered(({ dsseEnvelope }) => (dsseEnvelope.signatures[0].sig = flip(dsseEnvelope.signatures[0].sig))),
      /signature is not by key/,
    ],
    ['an empty signature', () => altered(({ dsseEnvelope }) => (dsseEnvelope.signatures[0].sig = '')), /not a/],
    ['no signature', () => altered(({ dsseEnvelope }) => dsseEnvelope.signatures.pop()), /dsseEnvelope.signatures/],
    [
      'two signatures',
      () => altered(({ dsseEnvelope }) => dsseEnvelope.signatures.push(dsseEnvelope.signatures[0])),
      /dsseEnvelope.signatures/,
    ],
    [
      'another payload type in the envelope',
      () => altered(({ dsseEnvelope }) => (dsseEnvelope.payloadType = 'text/plain')),
      /its payload has the type "text\/plain"/,
    ],
    [
      'another payload type, properly signed',
      () => signedPayload(statement(), 'text/plain'),
      /its payload has the type/,
    ],
    [
      'another digest, properly signed',
      () => signBundle(encodeStatement('x', other, predicateTypes.signature, {}), signer),
      /for another digest/,
    ],
    ['another key', () => signBundle(statement(), stranger), /signature is not by key/],
    ['a payload that is not JSON', () => signedPayload('{'), /its payload is not JSON/],
    ['a payload that is not UTF-8', () => signedPayload(Buffer.from([0xff, 0xfe])), /its payload is not JSON/],
    [
      'a statement of another type',
      () => signedPayload(statement().toString().replace('Statement/v1', 'Statement/v9')),
      /_type: is not an in-toto statement/,
    ],
    [
      'a statement about nothing',
      () => signedPayload(JSON.stringify({ ...JSON.parse(statement().toString()), subject: [] })),
      /subject/,
    ],
    [
      'a statement with a list for a predicate',
      () => signedPayload(JSON.stringify({ ...JSON.parse(statement().toString()), predicate: [] })),
      /predicate/,
    ],
    [
      'a message signature',
      () =>
        altered((bundle) => {
          Object.assign(bundle, { messageSignature: { signature: 'AAAA' }, dsseEnvelope: undefined })
        }),
      /not a DSSE bundle/,
    ],
    [
      'a certificate',
      () =>
        altered((bundle) => {
          Object.assign(bundle, { verificationMaterial: { certificate: { rawBytes: 'AAAA' }, tlogEntries: [] } })
        }),
      /signed with a certificate/,
    ],
    [
      'no verification material',
      () =>
        altered((bundle) => {
          Object.assign(bundle, { verificationMaterial: {} })
        }),
      /not a sigstore bundle/,
    ],
    [
      'another media type',
      () =>
        altered((bundle) => {
          bundle.mediaType = 'application/json'
        }),
      /not a sigstore bundle/,
    ],
    [
      'base64 that is none',
      () => altered(({ dsseEnvelope }) => (dsseEnvelope.payload = '***')),
      /dsseEnvelope.payload/,
    ],
    ['JSON that is no bundle', () => Buffer.from('[]'), /not a DSSE bundle/],
    ['bytes that are no JSON', () => Buffer.from([0, 1, 2]), /it is not JSON/],
    ['nothing', () => Buffer.alloc(0), /it is not JSON/],
  ]
  test.each(cases)('%s', (_, make, why) => {
    expect(openBundle(make(), digest, [signer])).toEqual({ why: expect.stringMatching(why) })
  })
  test('everything, when no key is trusted', () => {
    expect(openBundle(sealed(), digest, [])).toEqual({ why: expect.stringContaining('none given') })
  })
})
