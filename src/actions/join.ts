import { defineAction, list, text } from '../runner/action.js'
import { insecureRegistry, lastRelease, ledger, previous, provenanceFile } from './shared-inputs.js'

export const join = defineAction({
  name: 'join',
  description: 'Joins images that were baked apart, a platform each, into the one index that is released',
  inputs: {
    image: list({
      description:
        'Digest of an image to join, alone or behind its repository: a manifest, or an index of some platforms with its attestations',
      placeholder: 'DIGEST',
    }),
    report: list({
      description:
        'Report of a bake whose image is to be joined, or a directory of reports; all must be of the same inputs, and of the revision',
      placeholder: 'FILE',
    }),
    platforms: list({
      description: 'Platform that must be there, and no other. Default: those that are there',
      placeholder: 'PLATFORM',
    }),
    output: text({
      description:
        'Repository that holds all of them, where the index goes; a tag here is a label for people. Default: image of ingot.yml',
      placeholder: 'REF',
    }),
    annotation: list({ description: 'Annotation of the index', placeholder: 'K=V' }),
    version: text({ description: 'Version of the application, as annotation', placeholder: 'VERSION' }),
    revision: text({ description: 'Commit that was built, as annotation', placeholder: 'SHA' }),
    source: text({ description: 'URL of the source repository, as annotation', placeholder: 'URL' }),
    previous,
    'last-release': lastRelease,
    ledger,
    config: text({
      description: 'Configuration that says where the image goes; default ingot.yml where there is one',
      placeholder: 'FILE',
    }),
    provenance: provenanceFile,
    'insecure-registry': insecureRegistry,
  },
  outputs: {
    digest: 'Digest of the index',
    image: 'The index by digest: repository@digest',
    unchanged:
      'true when the previous index has the same content: digest and image name that one, and nothing was made',
    platforms: 'Platforms that it holds, with commas between them',
    'base-name': 'The base as it was given, without a digest; empty for scratch',
    'base-digest': "Digest of the base's manifest of the first platform; empty for scratch",
  },
  permissions: { packages: 'write' },
  about: `
For an image whose platforms are baked on machines of their own, side by side. Each runner bakes one platform and hands on a
digest; one job joins them. The index lists the platforms in order of their names, with the attestations that BuildKit has
put beside each, so that the same images give the same digest whichever came first. Nothing is built, and no layer moves.

\`\`\`yaml
- uses: ./actions/join
  with:
    image: |
      sha256:4f0e…
      sha256:9b1c…
    output: ghcr.io/acme/shop
\`\`\`
`,
  async run(given, job) {
    const started = performance.now()
    const { findConfig } = await import('../config/find.js')
    const { parseOutput } = await import('./wiring/output-reference.js')
    const { required } = await import('./wiring/required-input.js')
    const config = await findConfig(given.config)
    const output = await parseOutput(required(given.output ?? config?.image, 'output', 'image'))

    // Loaded when nothing is missing: whoever forgot an input is told at once.
    const { combineReports, joinIndex } = await import('../bake/index.js')
    const { openStores } = await import('./wiring/open-stores.js')
    const { findPrevious } = await import('./wiring/previous-image.js')
    const { identityAnnotations } = await import('./wiring/identity.js')
    const { digestsIn } = await import('./wiring/digests-in.js')
    const { readReports, writeReportedProvenance } = await import('./wiring/bake-document.js')
    const { reportJoin } = await import('./wiring/bake-report.js')

    const expected = given.platforms.flatMap((entry) => entry.split(',')).map((entry) => entry.trim())
    const { open, traffic } = openStores({ insecureHosts: given['insecure-registry'], signal: job.signal })
    const report = given.report.length === 0 ? undefined : combineReports(await readReports(given.report))
    const written = [...given.image, ...(report?.digests ?? [])]
    const joined = await joinIndex({
      output: open(output.reference),
      previous: await findPrevious({ given, config, output, open }, job),
      reference: output.reference,
      digests: digestsIn(written, output.reference),
      expected,
      revision: report === undefined ? undefined : given.revision,
      annotations: await identityAnnotations(given),
      tags: output.tags,
      log: job.log,
      signal: job.signal,
    })
    if (given.provenance !== undefined && report !== undefined && (!joined.unchanged || joined.reproduced === true)) {
      await writeReportedProvenance(given.provenance, report, job.env)
    }
    return reportJoin(joined, output, { seconds: (performance.now() - started) / 1000, traffic: traffic() })
  },
})
