import {
  type Bundle,
  type BundleWithDsseEnvelope,
  bundleFromJSON,
  bundleToJSON,
  isBundleWithDsseEnvelope,
  isBundleWithPublicKey,
  toDSSEBundle,
} from '@sigstore/bundle'
import { dsse } from '@sigstore/core'
import { Verifier as BundleVerifier, toSignedEntity, toTrustMaterial } from '@sigstore/verify'
import type { Digest } from '../oci/digest.js'
import * as z from '../oci/schema.js'
import type { Signer, Verifier } from './keys.js'
import { isAbout, payloadType, readStatement, type Statement } from './statement.js'

/** An SBOM of a large image takes a few MiB; what is larger is refused before it is read. */
export const maximumBundleBytes = 32 * 1024 * 1024 // 32 MiB

/** A statement whose signature, signer and subject were checked. */
export interface VerifiedStatement extends Statement {
  readonly verifier: Verifier
}

/**
 * Signs a statement into a sigstore bundle v0.3: a DSSE envelope, and the key's hint as verification material.
 *
 * @see https://github.com/secure-systems-lab/dsse/blob/v1.0.2/protocol.md
 * @see https://github.com/sigstore/protobuf-specs/blob/v0.5.0/protos/sigstore_bundle.proto
 */
export function signBundle(statement: Buffer, signer: Signer): Buffer {
  const signature = signer.sign(dsse.preAuthEncoding(payloadType, statement))
  const bundle = toDSSEBundle({ artifact: statement, artifactType: payloadType, signature, keyHint: signer.hint })
  // The library repeats the hint as the signature's keyid; cosign takes a keyid for one of its own and finds no such key.
  for (const one of bundle.content.dsseEnvelope.signatures) one.keyid = ''
  return Buffer.from(JSON.stringify(bundleToJSON(bundle)))
}

/** The fields that are relied upon, before the library reads the rest: its reader takes what is missing for empty. */
const envelope = z.looseObject({
  mediaType: z.string(),
  verificationMaterial: z.looseObject({}),
  dsseEnvelope: z.looseObject({
    payload: z.base64(),
    payloadType: z.string(),
    signatures: z.array(z.looseObject({ sig: z.base64() })).check(z.length(1)),
  }),
})

/**
 * Checks everything about a bundle that can be checked: form, payload type, signature by one of `verifiers`, statement,
 * subject. What comes back says nothing yet about the predicate type: the caller pins it.
 *
 * @returns the statement, or why the bundle does not count
 */
export function openBundle(
  bytes: Uint8Array,
  digest: Digest,
  verifiers: readonly Verifier[],
): VerifiedStatement | { why: string } {
  const bundle = parseBundle(bytes)
  if ('why' in bundle) return bundle
  const { dsseEnvelope } = bundle.content
  if (dsseEnvelope.payloadType !== payloadType)
    return { why: `its payload has the type ${JSON.stringify(dsseEnvelope.payloadType)}, not ${payloadType}` }

  const entity = toSignedEntity(bundle)
  const verifier = verifiers.find((candidate) => isSignedBy(entity, candidate))
  if (verifier === undefined) return { why: `its signature is not by ${describe(verifiers)}` }

  const statement = readStatement(dsseEnvelope.payload)
  if ('why' in statement) return { why: statement.why }
  if (!isAbout(statement, digest)) return { why: `it is signed for another digest than ${digest}` }
  return { ...statement, verifier }
}

function parseBundle(bytes: Uint8Array): (Bundle & BundleWithDsseEnvelope) | { why: string } {
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return { why: 'it is not JSON' }
  }
  const parsed = envelope.safeParse(value)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    return { why: `it is not a DSSE bundle: ${issue?.path.join('.') || 'the document'}: ${issue?.message}` }
  }
  try {
    const bundle = bundleFromJSON(parsed.data)
    if (!isBundleWithDsseEnvelope(bundle)) return { why: 'it holds no DSSE envelope' }
    if (!isBundleWithPublicKey(bundle))
      return { why: 'it is signed with a certificate, and a key is what is asked for' }
    return bundle
  } catch (error) {
    return { why: `it is not a sigstore bundle: ${(error as Error).message}` }
  }
}

/**
 * The key alone decides: the hint in the bundle is the writer's word, so it selects nothing. Entries of a transparency
 * log are neither needed nor judged with a long-lived key, for there is no trusted root to judge them by.
 */
function isSignedBy(entity: ReturnType<typeof toSignedEntity>, { publicKey }: Verifier): boolean {
  const trust = toTrustMaterial(noAuthorities, () => ({ publicKey, validFor: () => true }))
  const verifier = new BundleVerifier(trust, { tlogThreshold: 0, ctlogThreshold: 0, timestampThreshold: 0 })
  try {
    verifier.verify({ ...entity, tlogEntries: [], timestamps: [] })
    return true
  } catch {
    return false
  }
}

const noAuthorities = {
  mediaType: '',
  certificateAuthorities: [],
  timestampAuthorities: [],
  tlogs: [],
  ctlogs: [],
}

function describe(verifiers: readonly Verifier[]): string {
  const names = verifiers.map(({ fingerprint }) => fingerprint.slice(0, 12))
  const any = names.length === 1 ? `key ${names[0]}` : `any of the keys ${names.join(', ') || '(none given)'}`
  const hasEd25519 = verifiers.some(({ publicKey }) => publicKey.asymmetricKeyType === 'ed25519')
  return hasEd25519 ? `${any} (cosign 3 signs Ed25519ph with an Ed25519 key, which is not read here)` : any
}
