import type { Config } from '../../config/index.js'
import { IngotError } from '../../errors.js'

/**
 * Which ledger is meant: the one named, else the configuration's, else the repository at hand: a job's own, and on a
 * laptop only one that an `ingot.yml` marks as an app's.
 *
 * @throws IngotError `invalid-input` when there is nothing to go by
 */
export async function locateLedger(
  named: string | undefined,
  config: Config | undefined,
  env: Readonly<Record<string, string | undefined>>,
): Promise<string> {
  const url = named ?? config?.ledger
  if (url !== undefined) return url
  if (config === undefined && env.GITHUB_ACTIONS !== 'true') {
    throw new IngotError('invalid-input', 'No ledger is named, and there is no ingot.yml here', {
      advice: 'Name the ledger (a git URL or directory), or run this where your ingot.yml is',
    })
  }
  const { ledgerAtHand } = await import('../../ledger/at-hand.js')
  return ledgerAtHand(env)
}
