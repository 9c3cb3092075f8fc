export { formatBytes } from '../oci/bytes.js'
export { type BakedReport, combineReports, type JoinedReport, maximumReportBytes, parseReport } from './baked-report.js'
export {
  type BakedImage,
  type BakedLayer,
  type BakedPlatform,
  type Baker,
  type Engine,
  engines,
  type FoundBase,
} from './baker.js'
export { createdOf } from './created.js'
export { readEpoch } from './epoch.js'
export { type IndexJoin, joinIndex } from './join-index.js'
export { type Addition, type AdditionRules, forAnyPlatform, parseAddition } from './layers/addition.js'
export { bakeLayers, type LayersBake } from './layers/bake-layers.js'
export { type Compression, compressionOf, compressions } from './layers/compression.js'
export { PlansAhead } from './layers/plan-ahead.js'
export type { PlatformBase } from './layers/platform-image.js'
export type { PackerSettings } from './packer/arguments.js'
export { bakePacker, openPackerTool, type PackerBake, type PackerBase } from './packer/bake-packer.js'
export { platformsOf } from './packer/place-artifacts.js'
export { readTemplate } from './packer/template.js'
export {
  type ApprovedBase,
  type BaseCheck,
  type BaseDecision,
  type BasePolicy,
  type BaseRule,
  type BaseSigner,
  type CandidateBase,
  checkBase,
  type RevokedBase,
  type VerifySignature,
} from './policy.js'
export { loadPrevious, type PlatformContent, type PreviousImage, type PreviousPlatform } from './previous.js'
export { type BuildReason, buildReasons, type ProvenanceFacts, provenancePredicate } from './provenance.js'
export type { ConfigChange } from './rebase/config-changes.js'
export { planRebase, type RebasePlan, type RebaseSides } from './rebase/plan-rebase.js'
export { Rebaser } from './rebase/rebase.js'
export type { RebaseRefusal, RebaseRule } from './rebase/rules.js'
export type {
  CandidateSide,
  PlatformWork,
  RebasedPlatform,
  RebaseResult,
  RebaseSettings,
  RebaseTarget,
  Unapproved,
} from './rebase/types.js'
export { type Healthcheck, type ImageSettings, parseCommand, parsePairs } from './settings.js'
export { isUnchanged, keepPrevious } from './unchanged.js'
