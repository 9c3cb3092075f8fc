export {
  type Action,
  choice,
  defineAction,
  flag,
  type Input,
  type Inputs,
  integer,
  list,
  type Outcome,
  text,
  type Values,
} from './action.js'
export { cancellation } from './cancellation.js'
export { execute, failed, type Report, type Result } from './execute.js'
export { runAction } from './github-actions.js'
export type { RawInputs } from './inputs.js'
export type { Job } from './job.js'
export { redactor } from './redact.js'
