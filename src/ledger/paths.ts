import { IngotError } from '../errors.js'
import { type Digest, hexOf } from '../oci/digest.js'

/** The branch, and the file whose presence says that the branch is ours. */
export const branch = 'ingot-ledger'
export const branchRef = `refs/heads/${branch}`
export const markerPath = 'ledger.json'

/** Names become file names on every system that clones the ledger. */
export const namePattern = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,98}[A-Za-z0-9_-])?$/

/** Where a release is kept, which is also how the action `publish` names it: `releases/<app>/<hex>.json`. */
export function releasePath(app: string, digest: Digest): string {
  return `releases/${checkedName('app', app)}/${hexOf(digest)}.json`
}

export function environmentPath(environment: string, app: string): string {
  return `environments/${checkedName('environment', environment)}/${checkedName('app', app)}.json`
}

export function recordingPath(environment: string, app: string, generation: number): string {
  return `rollouts/${checkedName('environment', environment)}/${checkedName('app', app)}/${generation}.json`
}

function checkedName(what: 'app' | 'environment', name: string): string {
  if (namePattern.test(name)) return name
  throw new IngotError('invalid-input', `${JSON.stringify(name)} cannot be the name of an ${what} in the ledger`, {
    advice:
      'Use up to 100 letters, digits, dots, dashes and underscores, beginning with a letter or digit and not ending with a dot',
  })
}
