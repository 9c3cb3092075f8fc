import { defineAction } from '../runner/action.js'
import { bakeInputs } from './bake-inputs.js'

export const bake = defineAction({
  name: 'bake',
  description:
    'Bakes an image on approved bases: from files without a daemon, from a Dockerfile with BuildKit, or a VM image with Packer',
  inputs: bakeInputs,
  outputs: {
    digest: 'Digest of the image: the manifest, or the index of several platforms; empty when nothing was built',
    image: 'The image by digest: repository@digest; empty when nothing was built',
    unchanged:
      'true when the previous image has the same content: digest and image name that one, and nothing was made',
    engine: 'The engine: layers, buildkit or packer',
    matrix:
      'With split, JSON array for a matrix, of what is to be baked apart: platform, its name without slashes, and its runner when there is one; else []',
    platforms: 'What is built, as os/architecture[/variant] with commas between them',
    'base-name': 'The base as it was given, without a digest; empty for scratch',
    'base-digest': "Digest of the base's manifest (of the first platform when there are several); empty for scratch",
  },
  permissions: { packages: 'write' },
  about: `
Makes a container image or a VM image, with the engine that \`ingot.yml\` or \`engine\` names, and writes it by digest to a
registry or an OCI layout:

- \`layers\`, the default, puts files on top of a base image. There is no Dockerfile and no daemon: the base's layers are
  mounted as they are, each \`add\` becomes one layer, and nothing is run. Use it when the build of your application already
  yields files (a bundle, a binary, a \`node_modules\`), which is most of the time.
- \`buildkit\` builds a Dockerfile or a bake file with BuildKit, through buildx.
- \`packer\` builds a VM image from an HCL2 template.

A base that the organisation policy does not approve is refused before anything is built. An image whose content is there
already is not made again. \`dry-run\` says what would be built on what, and builds nothing.

\`\`\`yaml
- uses: ./actions/bake
  id: bake
  with:
    base: ghcr.io/acme/golden-node:24
    add: |
      node_modules:/app/node_modules
      build:/app
    entrypoint: '["node", "/app/server.js"]'
    user: '10001'
    output: ghcr.io/acme/shop
    policy: policy.yml
\`\`\`
`,
  async run(given, secretive) {
    const started = performance.now()
    const { findConfig } = await import('../config/find.js')
    const { openBaker, readOutput } = await import('./wiring/bakers/open-baker.js')
    const config = await findConfig(given.config)
    const output = await readOutput(given, config)

    // Loaded when nothing is missing: whoever forgot an input is told at once.
    const [
      { openStores },
      { refuseBases },
      { findPrevious },
      { writeBakeDocuments },
      { matrixOf },
      { withBuildSecrets },
      { declineBake, reportBake, reportPlan },
    ] = await Promise.all([
      import('./wiring/open-stores.js'),
      import('./wiring/approve-base.js'),
      import('./wiring/previous-image.js'),
      import('./wiring/bake-document.js'),
      import('./wiring/bake-matrix.js'),
      import('./wiring/build-secrets.js'),
      import('./wiring/bake-report.js'),
    ])

    const job = withBuildSecrets(secretive)
    const stores = openStores({ insecureHosts: given['insecure-registry'], signal: job.signal })
    const asked = { given, config, output, open: stores.open }
    const finding = findPrevious(asked, job) // while the bases are being read
    finding.catch(() => undefined) // what goes wrong with it is told when it is needed
    const { baker, engine } = await openBaker({ ...asked, job })
    const bases = await baker.findBases()
    const refusal = await refuseBases(given.policy, bases, job)
    const matrix = given.split ? matrixOf(engine, baker.platforms, given.runners) : []
    const plan = { engine, output, platforms: baker.platforms, bases, matrix }
    if (refusal !== undefined) return declineBake(refusal, plan)
    const previous = await finding
    if (given['dry-run'] || matrix.length > 0)
      return reportPlan(plan, { inputs: baker.inputs, policy: given.policy, previous })

    const baked = await baker.bake(previous)
    await writeBakeDocuments(given, { ...given, engine, inputs: baker.inputs, bases }, baked, job.env)
    return reportBake(baked, plan, { seconds: (performance.now() - started) / 1000, traffic: stores.traffic() })
  },
})
