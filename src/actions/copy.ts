import { defineAction, flag, list, text } from '../runner/action.js'
import { insecureRegistry } from './shared-inputs.js'

export const copy = defineAction({
  name: 'copy',
  description: 'Copies an image byte for byte between registries and OCI layouts, so that its digest stays the same.',
  inputs: {
    from: text({ description: 'The image or index to copy, by tag or digest.', required: true, placeholder: 'REF' }),
    to: text({
      description:
        'Where to: a repository, with the tag that the copy gets there. Without a tag it is found by digest alone.',
      required: true,
      placeholder: 'REF',
    }),
    platforms: list({
      description:
        'Of an index only this os/architecture[/variant]: one is copied as its own manifest, several as a smaller index with a digest of its own. Default: all.',
      placeholder: 'PLATFORM',
    }),
    'with-referrers': flag({
      description:
        'Also copy what refers to the image, to its platform images, and to that in turn: signatures, attestations, SBOMs.',
    }),
    'dry-run': flag({ description: 'Say what would be mounted and sent; write nothing.' }),
    'insecure-registry': insecureRegistry,
  },
  outputs: {
    digest: 'The digest of the copy: that of the source, unless several platforms were taken out of an index.',
    image: 'The copy by digest: repository@digest.',
    requests: 'HTTP requests made, on both sides together.',
    'bytes-sent': 'Bytes sent or written to the destination; what was mounted or was there already is not counted.',
  },
  permissions: { packages: 'write' },
  about: `Moves an image to another registry, repository or directory without building it again: what was tested and signed
is what arrives. Layers that the destination has, or can mount from a repository beside it, are not sent; within one
repository nothing but the tag is. Tags are set last: a copy that fails or is cancelled moves none.

\`\`\`yaml
steps:
  - uses: ./actions/copy
    with:
      from: ghcr.io/acme/shop@sha256:4f0e…
      to: registry.example.com/acme/shop:1.4.2
      with-referrers: true
\`\`\`

See [Copying images](../../docs/copy.md).
`,
  async run(inputs, job) {
    const [{ parseReference }, { copyReference }] = await Promise.all([
      import('../oci/reference.js'),
      import('../registry/index.js'),
    ])
    const copying = copyReference({
      from: parseReference(inputs.from),
      to: parseReference(inputs.to),
      platforms: inputs.platforms,
      withReferrers: inputs['with-referrers'],
      dryRun: inputs['dry-run'],
      insecureHosts: inputs['insecure-registry'],
      signal: job.signal,
      log: job.log,
      progress: job.progress,
    })
    // Loaded while the registries are being asked.
    const [copied, { reportCopy }] = await Promise.all([copying, import('./wiring/copy-report.js')])
    return reportCopy(inputs.from, copied)
  },
})
