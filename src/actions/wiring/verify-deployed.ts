import type { Config, Policy } from '../../config/index.js'
import type { Deployed } from '../../ledger/index.js'
import type { Job } from '../../runner/job.js'
import type { Verification } from '../../sign/index.js'

/** Checks signature and attestations of what is to be deployed; undefined when no key is configured. */
export async function verifyDeployed(
  { digest, image }: Pick<Deployed, 'digest' | 'image'>,
  config: Config,
  policy: Policy | undefined,
  insecureHosts: readonly string[],
  job: Job,
): Promise<Verification | undefined> {
  if (config.verify === undefined) {
    job.warn(`Nothing is verified before it is deployed: ${config.file} has no verify.key`)
    return undefined
  }
  const { loadVerifier, verifyImage } = await import('../../sign/index.js')
  const { openStore } = await import('../../registry/index.js')
  const { parseReference } = await import('../../oci/reference.js')
  const verifiers = [await loadVerifier(config.verify.key, job.env.INGOT_KEY_PASSPHRASE)]
  const require = [...config.verify.require, ...(policy?.require ?? [])]
  const store = openStore(parseReference(image), { insecureHosts, signal: job.signal })
  return verifyImage({ store, digest, verifiers, require, signal: job.signal })
}
