export { type Addition, parseAddition } from './addition.js'
export { readEpoch } from './epoch.js'
export { formatBytes } from './format.js'
export { type BakedImage, type BakedPlatform, bakeLayers, type LayersBake, type PlatformBase } from './layers.js'
export { planRebase, type RebasePlan, type RebaseRefusal, type RebaseRequest, type RebaseRule } from './plan-rebase.js'
export {
  type ApprovedBase,
  type BaseCheck,
  type BaseDecision,
  type BasePolicy,
  checkBase,
  type VerifySignature,
} from './policy.js'
export { type BuildReason, buildReasons, type ProvenanceFacts, provenancePredicate } from './provenance.js'
export { type Rebase, type RebaseResult, rebaseImage } from './rebase.js'
export { type ImageSettings, parseCommand, parsePairs } from './settings.js'
