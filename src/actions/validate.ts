import { defineAction, text } from '../runner/action.js'
import { insecureRegistry } from './shared-inputs.js'

export const validate = defineAction({
  name: 'validate',
  description: 'Tests the exact image that will ship: its files, its configuration, its size, and the running service',
  inputs: {
    image: text({
      description: 'The image to test; of an index every platform is looked at',
      required: true,
      placeholder: 'REF',
    }),
    config: text({
      description:
        'Configuration whose validate section lists the checks; ingot.yml when it is there. Without any, the configuration must agree with the files, and only the usual setuid files of distributions may exist',
      placeholder: 'FILE',
    }),
    attestation: text({
      description: 'Where to write an in-toto test-result predicate (JSON), ready for the action sign',
      placeholder: 'FILE',
    }),
    report: text({ description: 'Where to write the results as JUnit XML', placeholder: 'FILE' }),
    'insecure-registry': insecureRegistry,
  },
  outputs: {
    verdict: 'pass, fail, or error when a check could not be carried out',
    digest: 'The digest that was tested',
    passed: 'Number of checks that passed',
    failed: 'Number of checks that failed or could not be carried out',
  },
  permissions: { packages: 'read' },
  about: `
Looks inside the image without unpacking it, starts its service where a check asks for that, and tests the very
digest that will be signed and deployed. Give it no secrets: it runs what it tests.

\`\`\`yaml
- uses: ./actions/validate
  with:
    image: ghcr.io/acme/shop@\${{ needs.bake.outputs.digest }}
    attestation: test-result.json
\`\`\`
`,
  async run(inputs, job) {
    const { defaultChecks, defaultVmChecks, toJUnit, toTestResult, validateImage } = await import(
      '../validate/index.js'
    )
    const { loadImage } = await import('../image/index.js')
    const { openStore } = await import('../registry/index.js')
    const { findConfig } = await import('../config/index.js')
    const { parseReference } = await import('../oci/reference.js')
    const { isVmManifest } = await import('../oci/vm-image.js')
    const { launcher } = await import('./wiring/launch-service.js')
    const { reportValidation } = await import('./wiring/validate-report.js')
    const { toJson, writeDocument } = await import('./wiring/write-document.js')

    const { signal } = job
    const configured = (await findConfig(inputs.config))?.validate ?? []
    const reference = parseReference(inputs.image)
    const store = openStore(reference, { insecureHosts: inputs['insecure-registry'], signal })
    const image = await loadImage(store, reference, { orFirst: true, signal })
    const usual = isVmManifest(image.manifest) ? defaultVmChecks : defaultChecks
    const checks = configured.length > 0 ? configured : usual

    const validation = await validateImage({ image, checks, launch: launcher(job), signal })

    for (const { check, verdict, message } of validation.results) job.log(`${verdict.padEnd(5)} ${check}: ${message}`)
    if (inputs.report !== undefined) await writeDocument(inputs.report, toJUnit(validation))
    if (inputs.attestation !== undefined) {
      await writeDocument(inputs.attestation, toJson(toTestResult(validation, checks)))
    }
    return reportValidation(validation, image.reference)
  },
})
