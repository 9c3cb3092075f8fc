import { dirname, resolve } from 'node:path'
import { IngotError } from '../errors.js'

/**
 * The ledger when none is named: in a job on GitHub the repository that it runs for, else the git repository around
 * `directory`. Never a new one: what is not recorded where it is looked for is lost.
 *
 * @param env `GITHUB_ACTIONS`, `GITHUB_SERVER_URL` and `GITHUB_REPOSITORY` are read
 * @throws IngotError `not-found`
 */
export async function ledgerAtHand(
  env: Readonly<Record<string, string | undefined>>,
  directory = process.cwd(),
): Promise<string> {
  const { GITHUB_ACTIONS, GITHUB_SERVER_URL, GITHUB_REPOSITORY } = env
  if (GITHUB_ACTIONS === 'true' && GITHUB_SERVER_URL && GITHUB_REPOSITORY) {
    return `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}`
  }
  const { gitDirectory } = await import('./embedded/repository.js')
  for (let at = resolve(directory); ; at = dirname(at)) {
    if ((await gitDirectory(at)) !== undefined) return at
    if (dirname(at) === at) break
  }
  throw new IngotError('not-found', `No ledger is named, and ${directory} is not in a git repository`, {
    advice: 'Name one: --ledger URL, or ledger: in ingot.yml. A new one is made with: git init --bare DIR',
  })
}
