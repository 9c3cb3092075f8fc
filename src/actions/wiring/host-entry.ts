import { existsSync, realpathSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { IngotError } from '../../errors.js'
import type { Job } from '../../runner/job.js'

/**
 * The program of the target's host lies beside the bundle that runs (`dist/<action>/index.js`); unbundled, in `lib/`, it
 * is a file of its own. Found at run time, so that the bundler does not take it for an asset.
 */
export function hostEntry(env: Job['env']): string {
  const main = process.argv[1] === undefined ? process.cwd() : realpathSync(process.argv[1])
  const candidates = [
    env.INGOT_PROCESS_HOST,
    resolve(dirname(main), '../process-host/index.js'),
    resolve(dirname(main), '../promote/targets/process/host-main.js'),
  ]
  const found = candidates.find((file) => file !== undefined && existsSync(file))
  if (found) return found
  throw new IngotError('target-failed', `The program of the process target is not beside ${main}`, {
    advice: 'dist/process-host/index.js belongs to every copy of dist/',
  })
}
