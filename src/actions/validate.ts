import { IngotError } from '../errors.js'
import type { Image } from '../image/index.js'
import { defineAction, list, text } from '../runner/action.js'
import type { Job } from '../runner/job.js'
import type { Launch } from '../validate/index.js'

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
    'insecure-registry': list({
      description: 'Registry host that may be spoken to in plain HTTP; loopback always may',
      placeholder: 'HOST',
    }),
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
    const { defaultChecks, toJUnit, toMarkdown, toTestResult, validateImage } = await import('../validate/index.js')
    const { loadImage } = await import('../image/index.js')
    const { openStore } = await import('../registry/index.js')
    const { findConfig } = await import('../config/index.js')
    const { formatReference, parseReference } = await import('../oci/reference.js')

    const { signal } = job
    const configured = (await findConfig(inputs.config))?.validate ?? []
    const checks = configured.length > 0 ? configured : defaultChecks
    const reference = parseReference(inputs.image)
    const store = openStore(reference, { insecureHosts: inputs['insecure-registry'], signal })
    const image = await loadImage(store, reference, { signal })

    const validation = await validateImage({ image, checks, launch: launcher(job), signal })

    const { verdict, digest, results } = validation
    for (const { check, verdict: one, message } of results) job.log(`${one.padEnd(5)} ${check}: ${message}`)
    if (inputs.report !== undefined) await writeDocument(inputs.report, toJUnit(validation))
    if (inputs.attestation !== undefined) {
      await writeDocument(inputs.attestation, `${JSON.stringify(toTestResult(validation, checks), null, 2)}\n`)
    }
    const wrong = results.filter((result) => result.verdict !== 'pass')
    const name = formatReference(image.reference)
    return {
      reason: ({ pass: 'done', fail: 'validation-failed', error: 'target-failed' } as const)[verdict],
      message:
        wrong.length === 0
          ? `${name} passes every check (${results.length})`
          : [
              `${name} fails ${wrong.length} of ${results.length} checks:`,
              ...wrong.map(({ check, message }) => `  ${check}: ${message}`),
            ].join('\n'),
      outputs: { verdict, digest, passed: results.length - wrong.length, failed: wrong.length },
      details: { results },
      summary: toMarkdown(validation),
    }
  },
})

/** Folders on the way are made. */
async function writeDocument(file: string, content: string): Promise<void> {
  const { mkdir, writeFile } = await import('node:fs/promises')
  const { dirname } = await import('node:path')
  try {
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, content)
  } catch (cause) {
    throw new IngotError('invalid-input', `Cannot write ${file}: ${(cause as Error).message}`, { cause })
  }
}

/** Starts the service out of a temporary folder that is gone when the service is. */
function launcher(job: Job): Launch {
  return async (image: Image, request) => {
    const { mkdtemp, rm, writeFile } = await import('node:fs/promises')
    const { tmpdir } = await import('node:os')
    const { join } = await import('node:path')
    const { unpackImage } = await import('../image/index.js')
    const { accepts, launchService } = await import('../process/index.js')
    if (request.port !== undefined && (await accepts(request.port))) throw portInUse(request.port)
    const directory = await mkdtemp(join(tmpdir(), 'ingot-validate-'))
    const clear = () => rm(directory, { recursive: true, force: true })
    try {
      const rootfs = join(directory, 'rootfs')
      // Node asks the folders above a script what kind of module it is: without this, those of this machine would answer.
      await writeFile(join(directory, 'package.json'), '{}')
      await unpackImage(image, rootfs, { ...(request.signal && { signal: request.signal }) })
      const service = await launchService({ rootfs, config: image.config, log: job.log, ...request })
      return { url: service.url, stop: () => service.stop().finally(clear) }
    } catch (thrown) {
      await clear()
      throw thrown
    }
  }
}

/** Not the image's fault: without this, the answers of a stranger would be taken for the service's. */
function portInUse(port: number): IngotError {
  return new IngotError('unsupported', `Port ${port} is in use on this machine`, {
    advice: 'Leave the port out of the check: the service is told a free one in the variable PORT',
  })
}
