import type { Reference } from '../oci/reference.js'
import { choice, defineAction, flag, text } from '../runner/action.js'
import { basePolicy, insecureRegistry, provenanceFile } from './shared-inputs.js'

export const rebase = defineAction({
  name: 'rebase',
  description:
    "Puts an image's own layers on a newer base, without rebuilding and without moving the application's bytes",
  inputs: {
    image: text({
      description: 'The image to rebase; of an index, every platform',
      required: true,
      placeholder: 'REF',
    }),
    base: text({ description: 'The base to put it on', required: true, placeholder: 'REF' }),
    output: text({
      description:
        'Where the new image goes; in the same repository, which is the default, nothing but a config and a manifest is sent',
      placeholder: 'REF',
    }),
    'dry-run': flag({ description: 'Prove that it can be done and say what would come out; write nothing' }),
    policy: basePolicy,
    provenance: provenanceFile,
    reason: choice(['base', 'cve', 'manual'], {
      description: 'Why the image is rebased; part of the provenance',
      default: 'base',
    }),
    'insecure-registry': insecureRegistry,
  },
  outputs: {
    digest: 'Digest of the rebased image; of the image as it was when the base is the same; empty when refused',
    image: 'The rebased image by digest: repository@digest; empty when refused',
    reason: 'done, unchanged, planned, base-not-approved or rebase-refused',
    'base-name': 'The new base as it was given, without a digest',
    'base-digest': "Digest of the new base's manifest (of the first platform when there are several)",
    requests: 'Requests made to registries',
    'bytes-sent': 'Bytes sent to registries or written to layouts',
  },
  permissions: { packages: 'write' },
  about: `
When a base is patched, an image that only adds layers on top of it need not be built again: its base layers are swapped
for the new ones. It is done only where it is provably the same as a rebuild: the old base's layers are an exact prefix of
the image's by digest and diff-id, the platform is the same, and the image carries \`dev.ingot.rebasable=true\` (which
\`bake\` sets). Anything else is refused with the rule that failed; rebuild then.

The result is a new image: scan, sign and attest it like any other. Nothing is inherited from the old one's evidence.

\`\`\`yaml
- uses: ./actions/rebase
  with:
    image: ghcr.io/acme/shop@\${{ matrix.digest }}
    base: ghcr.io/acme/golden-node:24
    output: ghcr.io/acme/shop
    policy: policy.yml
    reason: cve
\`\`\`
`,
  async run(given, job) {
    const { rebaseImage } = await import('../bake/index.js')
    const { loadImage, platformsOf } = await import('../image/index.js')
    const { formatReference, formatRepository, parseReference } = await import('../oci/reference.js')
    const { openStores } = await import('./wiring/open-stores.js')
    const { parseOutput, withoutDigest } = await import('./wiring/output-reference.js')
    const { candidatesOf, refuseBases } = await import('./wiring/approve-base.js')
    const { writeRebaseProvenance } = await import('./wiring/rebase-provenance.js')
    const { declineRebase, reportRebase } = await import('./wiring/rebase-report.js')

    const { signal, log } = job
    const [imageReference, baseReference] = [parseReference(given.image), parseReference(given.base)]
    const place = given.output ?? formatRepository(imageReference)
    const { reference: output, tags } = await parseOutput(place)
    const baseName = formatReference(withoutDigest(baseReference))
    const { open, traffic } = await openStores({ insecureHosts: given['insecure-registry'], signal })
    const load = (reference: Reference) => loadImage(open(reference), reference, { orFirst: true, signal })
    const [image, base] = await Promise.all([load(imageReference), load(baseReference)])
    const unapproved = await refuseBases(given.policy, await candidatesOf(base, platformsOf(image)), job)
    if (unapproved !== undefined) return declineRebase(unapproved, base, baseName, traffic())

    const request = { image, base, baseName, output: open(output), tags, open, dryRun: given['dry-run'], log, signal }
    const result = await rebaseImage(request)
    if (given.provenance !== undefined && result.kind === 'rebased') {
      await writeRebaseProvenance(given.provenance, { ...given, output: place }, request, result, job.env)
    }
    const repository = formatRepository(result.kind === 'unchanged' ? imageReference : output)
    return reportRebase(result, { image: given.image, base, baseName, repository, traffic: traffic() })
  },
})
