export type { Ending } from './process-group.js'
export { type RunOptions, type RunResult, run } from './run.js'
