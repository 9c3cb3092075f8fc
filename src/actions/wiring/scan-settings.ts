import type { Config } from '../../config/index.js'
import type { Job } from '../../runner/job.js'
import type { GatePolicy, GateThreshold, OsvOptions } from '../../scan/index.js'

/** The inputs of `scan` that say what is asked and what is refused. */
export interface GivenScanSettings {
  readonly advisories: string | undefined
  readonly 'osv-url': string
  readonly 'fail-on': GateThreshold['severity'] | undefined
  readonly 'fixable-only': boolean
  readonly exception: readonly string[]
  readonly config: string | undefined
  readonly policy: string | undefined
}

/** What the caller gives, else what ingot.yml says, and never less than what the organisation asks for. */
export async function readScanSettings(
  inputs: GivenScanSettings,
  job: Job,
): Promise<{ source: OsvOptions; policy: GatePolicy }> {
  const { findConfig, loadPolicy } = await import('../../config/index.js')
  const { describeThreshold, parseException, strictest } = await import('../../scan/index.js')
  const config = (await findConfig(inputs.config))?.scan
  const minimum = inputs.policy === undefined ? undefined : (await loadPolicy(inputs.policy)).gate
  const asked = thresholdOf(inputs, config)
  const threshold = minimum === undefined ? asked : strictest(asked, minimum)
  const isDefault = inputs['fail-on'] === undefined && config === undefined
  const origin = isDefault ? ' (the default: neither fail-on nor ingot.yml says more)' : ''
  job.log(`The gate refuses ${describeThreshold(threshold)}${origin}`)
  const advisories = inputs.advisories ?? config?.advisories
  const exceptions = [...inputs.exception.map(parseException), ...(config?.exceptions ?? [])]
  return {
    source: { url: inputs['osv-url'], ...(advisories !== undefined && { advisories }) },
    policy: { ...threshold, exceptions },
  }
}

function thresholdOf(inputs: GivenScanSettings, config: Config['scan'] | undefined): GateThreshold {
  const fixableOnly = inputs['fixable-only']
  if (inputs['fail-on'] !== undefined) return { severity: inputs['fail-on'], fixableOnly }
  const configured = config?.failOn ?? { severity: 'high', fixableOnly: false }
  return { severity: configured.severity, fixableOnly: fixableOnly || configured.fixableOnly }
}
