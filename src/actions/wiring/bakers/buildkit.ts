import type { Baker } from '../../../bake/index.js'
import { type BakeRequest, configuredFor } from './request.js'

/** The engine `buildkit`: opened, it has read the Dockerfile; the builder is not asked before the bases are approved. */
export async function openBuildkit({ given, config, output, open, job }: BakeRequest): Promise<Baker> {
  const { readEpoch } = await import('../../../bake/index.js')
  const { bakeBuildkit, checkBuildx, chooseBuilder, findSources, toolEnvironment } = await import(
    '../../../bake/buildkit/index.js'
  )
  const { parseReference } = await import('../../../oci/reference.js')
  const { identityAnnotations } = await import('../identity.js')
  const { defineBuild } = await import('./buildkit-definition.js')
  const { describeInputs } = await import('./buildkit-provenance.js')
  const { readSecrets } = await import('./buildkit-secrets.js')
  const { importLayout } = await import('./buildkit-layout.js')
  const { withLogins } = await import('./buildkit-logins.js')

  const { log, env, signal } = job
  const configured = configuredFor('buildkit', config)
  const definition = await defineBuild(given, configured && { ...configured, config }, job)
  const annotations = await identityAnnotations(given)
  const epochSeconds = readEpoch(env)
  const rebasable = configured?.rebasable ?? false
  const maker = given.sbom ?? configured?.sbom
  const sbom = maker === undefined ? undefined : parseReference(maker)
  const find = once(() => findSources({ definition, sbom, open, log, signal }))
  return {
    inputs: describeInputs(definition, { annotations, epochSeconds, rebasable, sbom: maker }),
    platforms: definition.platforms,
    findBases: async () => (await find()).found,
    bake: async (previous) => {
      const sources = await find()
      const redact = await readSecrets(definition.secrets, job)
      const tool = toolEnvironment(env)
      await checkBuildx(tool, signal)
      const named = given.builder ?? configured?.builder ?? env.BUILDX_BUILDER
      const image = given['buildkit-image'] ?? configured?.['buildkit-image']
      const builder = await chooseBuilder({ named, image, log, signal }, tool)
      const store = open(output.reference)
      const references = [output.reference, ...sources.found.map(({ reference }) => reference)]
      return withLogins(references, env, (env) =>
        bakeBuildkit({
          ...{ definition, sources, annotations, epochSeconds, rebasable, redact, previous, env, log, signal },
          ...{ builder, reference: output.reference, output: store, tags: output.tags },
          importLayout: importLayout(store, job),
        }),
      )
    },
  }
}

/** What is found is what the policy is asked about and what is built on: never looked up twice. */
function once<T>(work: () => Promise<T>): () => Promise<T> {
  let found: Promise<T> | undefined
  return () => {
    found ??= work()
    return found
  }
}
