import { setTimeout as wait } from 'node:timers/promises'
import { IngotError } from '../errors.js'

const maximumAttempts = 20
const maximumPauseMilliseconds = 1500

/**
 * Reads, decides and writes until the write met the head that was read. Every attempt starts from what is there now;
 * pauses grow and are random, so that writers which met once do not meet again.
 *
 * @param attempt true when it is written (or nothing was to be written), false on a conflict
 * @throws IngotError `ledger-conflict` after 20 attempts, `cancelled`
 */
export async function swap(
  location: string,
  signal: AbortSignal | undefined,
  attempt: () => Promise<boolean>,
): Promise<void> {
  for (let attempts = 1; attempts <= maximumAttempts; attempts++) {
    if (await attempt()) return
    await wait(Math.random() * Math.min(maximumPauseMilliseconds, 20 * 2 ** attempts), undefined, { signal })
  }
  throw new IngotError(
    'ledger-conflict',
    `Cannot write to the ledger ${location}: others were faster, ${maximumAttempts} times`,
    { advice: 'Nothing was written. Run it again; if this goes on, too many jobs write to one ledger' },
  )
}
