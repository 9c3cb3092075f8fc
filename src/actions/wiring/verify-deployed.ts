import type { Config, Policy } from '../../config/index.js'
import { IngotError } from '../../errors.js'
import type { Deployed } from '../../ledger/index.js'
import type { Job } from '../../runner/job.js'
import type { Verification } from '../../sign/index.js'

/**
 * Checks signature and attestations of what is to be deployed.
 *
 * @returns undefined when no key is configured and nobody requires anything
 * @throws IngotError `not-found` when the image is gone; `invalid-config` when the organisation policy requires evidence and there is no key to check it with
 */
export async function verifyDeployed(
  { digest, image }: Pick<Deployed, 'digest' | 'image'>,
  config: Config,
  policy: Policy | undefined,
  insecureHosts: readonly string[],
  job: Job,
): Promise<Verification | undefined> {
  const demanded = policy?.require ?? []
  if (config.verify === undefined) {
    if (demanded.length > 0) throw unverifiable(config.file, demanded)
    job.warn(`Nothing is verified before it is deployed: ${config.file} has no verify.key`)
    return undefined
  }
  const { loadVerifier, verifyImage } = await import('../../sign/index.js')
  const { openStore } = await import('../../registry/index.js')
  const { parseReference } = await import('../../oci/reference.js')
  const verifiers = [await loadVerifier(config.verify.key, job.env.INGOT_KEY_PASSPHRASE)]
  const require = [...config.verify.require, ...demanded]
  const store = openStore(parseReference(image), { insecureHosts, signal: job.signal })
  const { signal } = job
  const verification = await verifyImage({ store, digest, verifiers, require, signal })
  // An image that is gone has no signatures either; that is not a refusal.
  const isGone = verification.verdict === 'fail' && (await store.readManifest(digest, { signal })) === undefined
  if (isGone) {
    throw new IngotError('not-found', `${image} cannot be verified: it is not in its repository any more`, {
      advice: 'Push it there again, from a copy or a backup, with its signatures (ingot copy --with-referrers)',
    })
  }
  return verification
}

function unverifiable(file: string, demanded: readonly string[]): IngotError {
  const why = `the organisation policy requires ${demanded.join(', ')}, and ${file} has no key to verify with`
  return new IngotError('invalid-config', `Cannot deploy: ${why}`, {
    advice: `Write verify.key in ${file}: the public key of the signer`,
  })
}
