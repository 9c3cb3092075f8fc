export { type Attested, type AttestRequest, attest } from './attest.js'
export { maximumBundleBytes } from './bundle.js'
export { evidenceVerdict } from './evidence.js'
export { generateKeyPair, loadSigner, loadVerifier, type Signer, type Verifier } from './keys.js'
export {
  type Predicate,
  type PredicateName,
  parsePredicate,
  predicateName,
  predicateType,
  predicateTypes,
  readPredicates,
} from './predicates.js'
export { resolveDigest } from './resolve.js'
export {
  type FoundAttestation,
  type RejectedAttestation,
  type Verification,
  type VerifyRequest,
  verifyImage,
} from './verify.js'
