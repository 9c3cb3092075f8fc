import type { Reference } from '../oci/reference.js'
import { choice, defineAction, list, text } from '../runner/action.js'
import {
  config,
  evidencePolicy,
  insecureRegistry,
  ledger,
  requiredPredicate,
  verificationKey,
} from './shared-inputs.js'

export const publish = defineAction({
  name: 'publish',
  description: 'Records a digest as a release in the ledger and gives it its tags, once its evidence holds',
  inputs: {
    image: text({ description: 'The image to publish, best by digest', required: true, placeholder: 'REF' }),
    tag: list({
      description:
        'Tag to give to this digest in its repository; a tag is a label for people, deployments name the digest',
      required: true,
      placeholder: 'TAG',
    }),
    ledger,
    config,
    policy: evidencePolicy,
    key: verificationKey,
    require: requiredPredicate,
    reason: choice(['push', 'base', 'cve', 'age', 'manual'], {
      description: 'Why the image was built. Default: what its verified provenance says, else push',
    }),
    app: text({
      description: 'Name of the application. Default: app of the configuration, else the last part of the repository',
      placeholder: 'NAME',
    }),
    version: text({
      description:
        'Version for people. Default: what the image says of itself (org.opencontainers.image.version), else the first tag; the first tag also when another digest has that version already',
      placeholder: 'VERSION',
    }),
    'insecure-registry': insecureRegistry,
  },
  outputs: {
    digest: 'The digest that was published: deploy this one, not the tag',
    release: 'Path of the release in the ledger, releases/<app>/<hex>.json; empty when it was refused',
    version: 'Version that the release carries; empty when it was refused',
  },
  permissions: { contents: 'write', packages: 'write' },
  about: `
Makes a digest a release: checks that its signature and every required attestation hold (with a key, from the input or
\`verify.key\`), writes the release with its base, source, evidence and findings into the ledger, then tags the very same
bytes. Nothing is tagged that was refused. Run it again after an interruption: what is done already stays as it is.

\`\`\`yaml
- uses: ./actions/publish
  with:
    image: ghcr.io/acme/shop@\${{ needs.bake.outputs.digest }}
    tag: |
      1.4.0
      stable
    key: ingot.pub
    require: |
      provenance
      vulns
\`\`\`
`,
  async run(inputs, job) {
    const { findConfig, loadPolicy } = await import('../config/index.js')
    const { openLedger } = await import('../ledger/index.js')
    const { parseReference, tagged } = await import('../oci/reference.js')
    const { openStore } = await import('../registry/index.js')
    const { describeRelease } = await import('./wiring/describe-release.js')
    const { loadFirstPlatform } = await import('./wiring/load-first-platform.js')
    const { locateLedger } = await import('./wiring/locate-ledger.js')
    const { declinePublish, reportPublish } = await import('./wiring/publish-report.js')
    const { tagDigest } = await import('./wiring/tag-digest.js')
    const { verifyEvidence } = await import('./wiring/verify-evidence.js')

    const config = await findConfig(inputs.config)
    const policy = inputs.policy === undefined ? undefined : await loadPolicy(inputs.policy)
    const reference = parseReference(inputs.image)
    for (const tag of inputs.tag) tagged(reference, tag)
    const insecureHosts = inputs['insecure-registry']
    const store = openStore(reference, { insecureHosts, signal: job.signal, willWrite: true })
    const url = await locateLedger(inputs.ledger, config, job.env)
    const ledger = await openLedger(url, { signal: job.signal, env: job.env })

    const image = await loadFirstPlatform(store, reference, job.signal)
    const verification = await verifyEvidence(image, inputs, config?.verify, policy?.require ?? [], job)
    if (verification?.verdict === 'fail') return declinePublish(image.digest, verification.explanation)

    const app = inputs.app ?? config?.app ?? appOf(reference)
    const present = await ledger.readRelease(app, image.digest)
    const release = present ?? (await describeRelease(app, image, inputs, verification, await ledger.listReleases(app)))
    // The record comes first: a tag then never names what the ledger does not know, and a run that dies in between is
    // completed by the next one, which finds an equal release and goes on to the tags.
    if (present === undefined) await ledger.writeRelease(release)
    const added = await tagDigest(image, inputs.tag, job)
    return reportPublish(release, { isNew: present === undefined, tags: inputs.tag, added, ledger: ledger.location })
  },
})

/** The last part of the repository. */
function appOf(reference: Reference): string {
  const path = reference.kind === 'registry' ? reference.path : reference.directory
  return path.split(/[/\\]/).filter(Boolean).at(-1) ?? ''
}
