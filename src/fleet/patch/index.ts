export { type BaseNow, type FixableFinding, type Observations, observe, type PatchPorts } from './observe.js'
export {
  type PatchInput,
  type PatchNeed,
  type PatchPlan,
  type PatchReason,
  type PatchRules,
  type PendingPatch,
  planPatch,
  type RevokedBase,
  type UnknownPatch,
} from './plan.js'
export { type PatchEntry, type RebuildEntry, summarisePatch, toEntries, toRebuilds } from './render.js'
export { findRunning, type Running, type RunningFilter } from './running.js'
