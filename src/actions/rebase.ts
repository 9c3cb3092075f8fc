import { choice, defineAction, flag, list, text } from '../runner/action.js'
import { basePolicy, insecureRegistry } from './shared-inputs.js'

export const rebase = defineAction({
  name: 'rebase',
  description: "Puts images' own layers on a newer base, without rebuilding and without moving the applications' bytes",
  inputs: {
    image: list({
      description: 'The image to rebase; of an index, every platform. Several are rebased side by side',
      placeholder: 'REF',
    }),
    images: text({
      description:
        'File that names images, one a line; behind each, where it goes, unless that is its own repository. # begins a comment',
      placeholder: 'FILE',
    }),
    base: text({ description: 'The base to put it on', required: true, placeholder: 'REF' }),
    'old-base': text({
      description:
        'The base that it was built on. Default: what the image records in its annotations org.opencontainers.image.base.name and .digest',
      placeholder: 'REF',
    }),
    output: text({
      description:
        'Where the new image goes; in the same repository, which is the default, nothing but a config and a manifest is sent. For one image only',
      placeholder: 'REF',
    }),
    'dry-run': flag({
      description:
        'Prove that it can be done and say what would come out: layers, settings field by field, and requests; write nothing',
    }),
    policy: basePolicy,
    provenance: text({
      description:
        'File to write a SLSA provenance predicate to; of several images a directory, where each has SHA256.json of its new digest',
      placeholder: 'FILE',
    }),
    report: text({ description: 'Where to write what became of each image, as a JSON array', placeholder: 'FILE' }),
    reason: choice(['base', 'cve', 'manual'], {
      description: 'Why the image is rebased; part of the provenance',
      default: 'base',
    }),
    'insecure-registry': insecureRegistry,
  },
  outputs: {
    digest:
      'Digest of the rebased image; of the image as it was when the base is the same; empty when refused, and for several',
    image: 'The rebased image by digest: repository@digest; empty when refused, and for several',
    reason:
      'done, unchanged, planned, base-not-approved or rebase-refused; for several the worst, or why one of them failed',
    results:
      'A JSON array with an entry for each image: image, reason, result, rule, platform, message. Empty when it is longer than GitHub takes: see report',
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

Many images go through one run: the base is read and mounted once, and an image that is refused holds up no other.
`,
  async run(given, job) {
    const [
      { Rebaser },
      { formatReference, parseReference },
      { openStores },
      { withoutDigest },
      { readTargets },
      { rebaseMany, rebaseOne },
      { approval },
    ] = await Promise.all([
      import('../bake/rebase/rebase.js'),
      import('../oci/reference.js'),
      import('./wiring/open-stores.js'),
      import('./wiring/output-reference.js'),
      import('./wiring/rebase-targets.js'),
      import('./wiring/rebase-run.js'),
      import('./wiring/rebase-approval.js'),
    ])

    const targets = await readTargets(given)
    const base = parseReference(given.base)
    const oldBase = given['old-base'] === undefined ? undefined : parseReference(given['old-base'])
    const { open, traffic } = openStores({ insecureHosts: given['insecure-registry'], signal: job.signal })
    const { log, signal } = job
    const approve = approval(given.policy, job)
    const rebaser = new Rebaser({ base, oldBase, open, approve, dryRun: given['dry-run'], log, signal })

    const run = { ...given, baseName: formatReference(withoutDigest(base)), traffic }
    const [only, ...more] = targets
    return only !== undefined && more.length === 0
      ? rebaseOne(rebaser, only, run, job)
      : rebaseMany(rebaser, targets, run, job)
  },
})
