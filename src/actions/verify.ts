import { IngotError } from '../errors.js'
import { defineAction, text } from '../runner/action.js'
import { insecureRegistry, requiredPredicate, verificationKey } from './shared-inputs.js'

export const verify = defineAction({
  name: 'verify',
  description: 'Checks that an image carries a trusted signature and every attestation that is required',
  inputs: {
    image: text({
      description: 'The image to check, before anything is done with it',
      required: true,
      placeholder: 'REF',
    }),
    key: verificationKey,
    require: requiredPredicate,
    config: text({
      description: 'Configuration to take key and requirements from; ingot.yml when it is there',
      placeholder: 'FILE',
    }),
    'insecure-registry': insecureRegistry,
  },
  outputs: {
    verdict: 'pass or fail',
    digest: 'The digest that was checked: deploy this one, not the tag',
    found:
      'Predicate types that are attested and hold, separated by commas: short names where there are any, else URIs',
    missing: 'Required predicate types that were not found, written the same way',
  },
  permissions: { packages: 'read' },
  about: `
Refuses an image unless each required attestation is there, signed by the given key, about exactly this digest, with
exactly the predicate type that is asked for (an SBOM by the same key does not pass for a signature), and unless an
attested test result says that it failed. A refusal lists what was found, what is missing and why each
candidate was rejected, and ends with exit code 1; a registry that cannot be asked ends with 3 and is no answer.

\`\`\`yaml
- uses: ./actions/verify
  with:
    image: ghcr.io/acme/shop:1.4.0
    key: ingot.pub
    require: |
      provenance
      sbom
\`\`\`
`,
  async run(inputs, job) {
    const { findConfig } = await import('../config/find.js')
    const { givenOr } = await import('./wiring/required-input.js')
    const isComplete = inputs.key.length > 0 && inputs.require.length > 0 && inputs.config === undefined
    const rules = isComplete ? undefined : (await findConfig(inputs.config))?.verify
    const keys = givenOr(inputs.key, rules && [rules.key])
    if (keys.length === 0) throw noKey()

    const [{ loadVerifier, predicateName, resolveDigest, verifyImage }, { openStore }, { parseReference }] =
      await Promise.all([import('../sign/index.js'), import('../registry/index.js'), import('../oci/reference.js')])

    const reference = parseReference(inputs.image)
    const verifiers = await Promise.all(keys.map((key) => loadVerifier(key, job.env.INGOT_KEY_PASSPHRASE)))
    const require = givenOr(inputs.require, rules?.require)
    const store = openStore(reference, { insecureHosts: inputs['insecure-registry'], signal: job.signal })

    const digest = await resolveDigest(store, reference, job.signal)
    const verification = await verifyImage({ store, digest, verifiers, require, signal: job.signal })

    const { verdict, explanation, missing, rejected } = verification
    const found = [...new Set(verification.found.map((one) => predicateName(one.predicateType)))]
    return {
      reason: verdict === 'pass' ? 'done' : 'verification-refused',
      message: explanation,
      outputs: { verdict, digest, found: found.join(','), missing: missing.join(',') },
      details: { rejected, failed: verification.failed },
      summary: `### Verification: ${verdict}\n\n\`\`\`\n${explanation}\n\`\`\`\n`,
    }
  },
})

function noKey(): IngotError {
  return new IngotError('invalid-input', 'No key is given to verify with', {
    advice: 'Give --key FILE with the public key of the signer, or write verify.key in ingot.yml',
  })
}
