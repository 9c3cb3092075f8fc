import { defineAction, flag, text } from '../runner/action.js'
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
    'with-referrers': flag({
      description: 'Also copy what refers to the image and to its platform images: signatures, attestations, SBOMs.',
    }),
    'insecure-registry': insecureRegistry,
  },
  outputs: {
    digest: 'The digest of what was copied, the same on both sides.',
    requests: 'HTTP requests made, on both sides together.',
    'bytes-sent': 'Bytes sent or written to the destination; what was mounted or was there already is not counted.',
  },
  permissions: { packages: 'write' },
  about: `Moves an image to another registry, repository or directory without building it again: what was tested and signed
is what arrives. Layers that the destination has, or can mount from a repository beside it, are not sent.

\`\`\`yaml
steps:
  - uses: ./actions/copy
    with:
      from: ghcr.io/acme/shop@sha256:4f0e…
      to: registry.example.com/acme/shop:1.4.2
      with-referrers: true
\`\`\`
`,
  async run(inputs, job) {
    const [{ parseReference }, { copyReference }] = await Promise.all([
      import('../oci/reference.js'),
      import('../registry/index.js'),
    ])
    const copied = await copyReference({
      from: parseReference(inputs.from),
      to: parseReference(inputs.to),
      withReferrers: inputs['with-referrers'],
      insecureHosts: inputs['insecure-registry'],
      signal: job.signal,
      log: job.log,
    })
    const { digest, destination, requests, bytesSent } = copied
    return {
      reason: 'done',
      message: `Copied ${digest} to ${destination} with ${requests} requests and ${bytesSent} bytes sent`,
      outputs: { digest, requests, 'bytes-sent': bytesSent },
      summary: `### Copied\n\n\`${digest}\`\n\n${inputs.from} → ${destination}: ${requests} requests, ${bytesSent} bytes sent\n`,
    }
  },
})
