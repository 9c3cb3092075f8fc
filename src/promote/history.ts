import { IngotError } from '../errors.js'
import type { Deployed, EnvironmentState } from '../ledger/state.js'

/**
 * Where a rollback leads. Without a wish: to the stable digest while a promotion is under way (the canary is what has to
 * go), otherwise to the newest digest that was stable before and is not quarantined; a rollback that was cut short goes on.
 *
 * @param to digest, or version, of something that has been stable in this environment
 * @throws IngotError `no-rollback-target`, `quarantined`
 */
export function rollbackTarget(state: EnvironmentState, to?: string): Deployed {
  if (to !== undefined) return wished(state, to)
  if (state.rollout?.kind === 'rollback') return state.rollout.candidate
  if (state.rollout !== null && state.stable !== null) return state.stable
  const good = everStable(state).find(({ digest }) => digest !== state.stable?.digest && !quarantine(state, digest))
  if (good) return good
  if (everStable(state).length === 0) throw unknown(state)
  throw new IngotError('no-rollback-target', `Nothing that was stable in ${state.environment} can be gone back to`, {
    advice: 'Promote another release instead: quarantined digests are never deployed again',
  })
}

function unknown({ environment, app }: EnvironmentState): IngotError {
  return new IngotError(
    'no-rollback-target',
    `The ledger knows nothing that was ever stable for ${app} in ${environment}`,
    {
      advice:
        'Check --environment and --ledger; in a clone, fetch the branch: git fetch origin ingot-ledger:ingot-ledger',
    },
  )
}

function wished(state: EnvironmentState, to: string): Deployed {
  const found = everStable(state).find(({ digest, version }) => digest === to || version === to)
  if (!found) {
    const known = [...new Set(everStable(state).map(({ version }) => version))].slice(0, 10).join(', ')
    if (known === '') throw unknown(state)
    throw new IngotError('no-rollback-target', `${to} has never been stable in ${state.environment}`, {
      advice: `These have been: ${known}. Use promote for anything else`,
    })
  }
  const bad = quarantine(state, found.digest)
  if (bad) throw new IngotError('quarantined', `${found.version} is quarantined since ${bad.at}: ${bad.why}`)
  return found
}

/** Newest first; the stable one leads. */
function everStable(state: EnvironmentState): Deployed[] {
  const entries = state.history.filter(({ event }) => event !== 'aborted').reverse()
  return (state.stable === null ? entries : [state.stable, ...entries]).map(({ digest, image, version }) => ({
    digest,
    image,
    version,
  }))
}

function quarantine(state: EnvironmentState, digest: string) {
  return state.quarantine.find((entry) => entry.digest === digest)
}
