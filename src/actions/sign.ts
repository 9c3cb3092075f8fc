import { defineAction, list, text } from '../runner/action.js'
import { insecureRegistry } from './shared-inputs.js'

export const sign = defineAction({
  name: 'sign',
  description: 'Signs an image digest with a key and attests what is known about it, stored beside the image',
  inputs: {
    image: text({
      description: 'The image to sign; an index has each of its manifests signed too',
      required: true,
      placeholder: 'REF',
    }),
    key: text({
      description:
        'File of the private key (PEM: EC P-256, Ed25519, or RSA from 2048 bits). The passphrase of an encrypted key is taken from the environment variable INGOT_KEY_PASSPHRASE',
      required: true,
      placeholder: 'FILE',
    }),
    predicate: list({
      description:
        'What to attest besides the signature: TYPE is provenance, sbom, vulns, test-result or a URI, FILE holds the predicate as JSON',
      placeholder: 'TYPE=FILE',
    }),
    'insecure-registry': insecureRegistry,
  },
  outputs: {
    digest: 'The digest that is signed',
    signatures:
      'Number of signatures and attestations that the image now carries from this call, written or there already',
    written: 'How many of them this call wrote',
  },
  permissions: { packages: 'write' },
  about: `
Signs with a key pair and no service: an in-toto statement in a DSSE envelope, kept as a sigstore bundle that refers to
the image, where \`cosign verify --new-bundle-format\` finds it as well. Signing is idempotent: what the same key has said
before is not written again, and success means that everything was read back and verified.

Run it in a job of its own that neither builds nor tests, so that nothing but this action sees the key.

\`\`\`yaml
- uses: ./actions/sign
  with:
    image: ghcr.io/acme/shop@\${{ needs.bake.outputs.digest }}
    key: \${{ runner.temp }}/ingot.key
    predicate: |
      sbom=sbom.json
      test-result=test-result.json
\`\`\`
`,
  async run(inputs, job) {
    const [{ attest, loadSigner, readPredicates, resolveDigest }, { openStore }, { formatRepository, parseReference }] =
      await Promise.all([import('../sign/index.js'), import('../registry/index.js'), import('../oci/reference.js')])

    const reference = parseReference(inputs.image)
    const passphrase = job.env.INGOT_KEY_PASSPHRASE
    if (passphrase) job.mask(passphrase)
    const signer = await loadSigner(inputs.key, passphrase, job.warn)
    const predicates = await readPredicates(inputs.predicate)
    const insecureHosts = inputs['insecure-registry']
    const store = openStore(reference, { insecureHosts, signal: job.signal, willWrite: true })

    const digest = await resolveDigest(store, reference, job.signal)
    job.log(`Signing ${formatRepository(reference)}@${digest} with key ${signer.fingerprint}`)
    const { written, present } = await attest({ store, digest, signer, predicates, signal: job.signal })

    const signatures = written.length + present.length
    return {
      reason: written.length > 0 ? 'done' : 'unchanged',
      message: `${formatRepository(reference)}@${digest} carries ${signatures} signed statements, ${written.length} of them new`,
      outputs: { digest, signatures, written: written.length },
      summary: `### Signed\n\n\`${formatRepository(reference)}@${digest}\`\n\n${signatures} attestations, ${written.length} new, by key \`${signer.fingerprint}\`\n`,
    }
  },
})
