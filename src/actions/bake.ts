import { choice, defineAction, list, text } from '../runner/action.js'
import { basePolicy, insecureRegistry, provenanceFile } from './shared-inputs.js'

export const bake = defineAction({
  name: 'bake',
  description:
    'Bakes an image from an approved base, files and settings, without a daemon and reproducible to the byte',
  inputs: {
    engine: choice(['layers'], {
      description: 'How the image is built: layers is built in and needs no daemon',
      default: 'layers',
    }),
    base: text({
      description: 'The image to build on, or scratch; replaces bake.base of ingot.yml',
      placeholder: 'REF',
    }),
    add: list({
      description:
        'A file or directory on disk and its absolute path in the image; each becomes a layer of its own, in this order',
      placeholder: 'SRC:DEST',
    }),
    output: text({
      description: 'Where the image goes; a tag here is a label for people. Default: image of ingot.yml',
      placeholder: 'REF',
    }),
    entrypoint: text({ description: 'Command to start, as a JSON array of strings', placeholder: 'JSON' }),
    cmd: text({ description: 'Arguments of the entrypoint, as a JSON array of strings', placeholder: 'JSON' }),
    env: list({ description: 'Environment variable of the image, added to those of the base', placeholder: 'K=V' }),
    label: list({ description: 'Label of the image, added to those of the base', placeholder: 'K=V' }),
    user: text({ description: 'User that the image runs as: a name, or uid[:gid]', placeholder: 'USER' }),
    workdir: text({ description: 'Absolute working directory in the image', placeholder: 'DIR' }),
    expose: list({ description: 'Port that the image listens on, e.g. 8080 or 53/udp', placeholder: 'PORT' }),
    platforms: list({
      description:
        'os/architecture[/variant] to bake for; several make an index. Default: the only platform of the base, else linux on this machine',
      placeholder: 'PLATFORM',
    }),
    annotation: list({ description: 'Annotation of the manifest', placeholder: 'K=V' }),
    version: text({ description: 'Version of the application, as annotation and label', placeholder: 'VERSION' }),
    revision: text({ description: 'Commit that was built, as annotation and label', placeholder: 'SHA' }),
    source: text({ description: 'URL of the source repository, as annotation and label', placeholder: 'URL' }),
    policy: basePolicy,
    provenance: provenanceFile,
    reason: choice(['push', 'base', 'cve', 'age', 'manual'], {
      description: 'Why the image is built; part of the provenance',
      default: 'push',
    }),
    config: text({
      description:
        'Configuration whose bake: section supplies what is not given here; default ingot.yml where there is one',
      placeholder: 'FILE',
    }),
    'insecure-registry': insecureRegistry,
  },
  outputs: {
    digest: 'Digest of the image: the manifest, or the index of several platforms',
    image: 'The image by digest: repository@digest',
    'base-name': 'The base as it was given, without a digest; empty for scratch',
    'base-digest': "Digest of the base's manifest (of the first platform when there are several); empty for scratch",
  },
  permissions: { packages: 'write' },
  about: `
Puts files on top of a base image and writes the result to a registry or an OCI layout. There is no Dockerfile and no
daemon: the base's layers are mounted as they are, each \`add\` becomes one layer, and nothing is run. The same files on the
same base give the same digest on every machine.

Use it when the build of your application already yields files (a bundle, a binary, a \`node_modules\`), which is most of
the time. A base that the organisation policy does not approve is refused before anything is written.

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
  async run(given, job) {
    const { findConfig } = await import('../config/find.js')
    const { givenOr, required } = await import('./wiring/required-input.js')
    const config = await findConfig(given.config)
    const outputText = required(given.output ?? config?.image, 'output', 'image')
    const base = required(given.base ?? config?.bake?.base, 'base', 'bake.base')

    const { bakeLayers, parseAddition, readEpoch } = await import('../bake/index.js')
    const { openStore } = await import('../registry/index.js')
    const { formatReference, formatRepository, parseReference } = await import('../oci/reference.js')
    const { loadPolicy } = await import('../config/index.js')
    const { refuseBase } = await import('./wiring/approve-base.js')
    const { loadBases, namedImage } = await import('./wiring/bake-bases.js')
    const { writeBakeProvenance } = await import('./wiring/bake-provenance.js')
    const { declineBake, reportBake } = await import('./wiring/bake-report.js')
    const { readSettings } = await import('./wiring/bake-settings.js')
    const { parseOutput, withoutDigest } = await import('./wiring/output-reference.js')

    const { signal, log } = job
    const { reference: output, tags } = await parseOutput(outputText)
    const reference = base === 'scratch' ? undefined : parseReference(base)
    const baseName = reference && formatReference(withoutDigest(reference))
    const add = givenOr(given.add, config?.bake?.add)
    const additions = add.map(parseAddition)
    const { settings, annotations } = await readSettings(given, config?.bake)
    const epochSeconds = readEpoch(job.env)
    const policy = given.policy === undefined ? undefined : await loadPolicy(given.policy)

    const options = { insecureHosts: given['insecure-registry'], signal }
    const named = reference && { store: openStore(reference, options), reference }
    const platforms = await loadBases(named, givenOr(given.platforms, config?.bake?.platforms), signal)
    const baseDigest = platforms[0]?.image?.manifestDigest
    const baseOutputs = { 'base-name': baseName ?? '', 'base-digest': baseDigest ?? '' }
    const refusal = await refuseBase(policy, namedImage(platforms), job)
    if (refusal !== undefined) return declineBake(refusal, baseOutputs)

    const request = { baseName, platforms, additions, settings, annotations, epochSeconds, tags, log, signal }
    const baked = await bakeLayers({ ...request, output: openStore(output, options) })
    if (given.provenance !== undefined) {
      await writeBakeProvenance(given.provenance, given, { ...request, base, add }, job.env)
    }
    const repository = formatRepository(output)
    return reportBake(baked, { output: formatReference(output), repository, base, baseOutputs })
  },
})
