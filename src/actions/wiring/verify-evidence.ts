import type { Config } from '../../config/index.js'
import { IngotError } from '../../errors.js'
import type { Image } from '../../image/index.js'
import type { Job } from '../../runner/job.js'
import type { Verification } from '../../sign/index.js'
import { givenOr } from './required-input.js'

/**
 * Whether the evidence of an image holds: by the keys and requirements that are given, else by those of the
 * configuration, and always with what the organisation policy requires on top.
 *
 * @returns undefined without a key: then nothing can be believed, and nothing is
 * @throws IngotError `invalid-input` when something is required and there is no key
 */
export async function verifyEvidence(
  { store, digest }: Image,
  given: { readonly key: readonly string[]; readonly require: readonly string[] },
  rules: Config['verify'],
  policyRequires: readonly string[],
  job: Job,
): Promise<Verification | undefined> {
  const { loadVerifier, verifyImage } = await import('../../sign/index.js')
  const keys = givenOr(given.key, rules && [rules.key])
  const own = givenOr(given.require, rules?.require)
  const require = [...new Set([...own, ...policyRequires])]
  if (keys.length === 0) {
    if (require.length > 0) {
      throw new IngotError('invalid-input', `${require.join(', ')} cannot be required without a key to verify with`, {
        advice: 'Give --key FILE with the public key of the signer, or write verify.key in ingot.yml',
      })
    }
    job.warn(`${store.repository}@${digest} is published unverified: no --key is given and no verify.key configured`)
    return undefined
  }
  const verifiers = await Promise.all(keys.map((key) => loadVerifier(key, job.env.INGOT_KEY_PASSPHRASE)))
  return verifyImage({ store, digest, verifiers, require, signal: job.signal })
}
