export {
  type Check,
  type CheckResult,
  defaultChecks,
  defaultVmChecks,
  type FileCheck,
  type HttpCheck,
  type MetadataCheck,
  nameCheck,
  type SetuidCheck,
  type SizeCheck,
  type Verdict,
} from './checks.js'
export type { Launch, LaunchRequest, RunningService } from './http.js'
export { toJUnit, toMarkdown, toTestResult } from './report.js'
export { type ValidateRequest, type Validation, validateImage } from './validate.js'
