export { ledgerAtHand } from './at-hand.js'
export type { EnvironmentChange, Ledger } from './ledger.js'
export { createLedger, type OpenLedgerOptions, openLedger } from './open.js'
export { branch as ledgerBranch, releasePath } from './paths.js'
export {
  type Deployed,
  type EnvironmentState,
  emptyEnvironment,
  type HistoryEntry,
  type Quarantined,
  type Recording,
  type Release,
  type Rollout,
  type Timestamp,
} from './state.js'
export type { Author } from './transport.js'
