export { type Admission, admit, type Request } from './admit.js'
export { type Decision, type Effect, effectOf } from './decision.js'
export { describeEvent, type RolloutEvent } from './event.js'
export { rollbackTarget } from './history.js'
export * from './judge/index.js'
export { type Counters, countersSince, latencyBounds } from './metrics/counters.js'
export { type MetricSource, type Reading, targetMetrics, tickBetween } from './metrics/source.js'
export { plan, type Situation } from './plan.js'
export { renderRollout } from './report.js'
export { previewRollout, type RolloutOptions, type RolloutResult, runRollout } from './rollout.js'
export { type Steps, type Strategy, stepsOf } from './strategy.js'
export { type ProcessTargetOptions, processTarget } from './targets/process/process-target.js'
export { hostPid, stopHost } from './targets/process/start.js'
export {
  atFullWeight,
  type Order,
  type Target,
  type TargetObservation,
  type TrackObservation,
} from './targets/target.js'
export { type RolloutContext, runTick, type Tick as RolloutTick } from './tick.js'
