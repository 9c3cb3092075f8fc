import type { Config } from '../../config/index.js'
import { IngotError } from '../../errors.js'
import type { Deployed, Ledger } from '../../ledger/index.js'
import type { RolloutContext, RolloutEvent } from '../../promote/index.js'
import type { Job } from '../../runner/job.js'
import type { Verification } from '../../sign/index.js'
import { hostEntry } from './host-entry.js'
import { openImages } from './open-images.js'
import { reporter } from './rollout-reporter.js'
import { verifyDeployed } from './verify-deployed.js'

export interface EnvironmentInputs {
  readonly config: string
  readonly environment: string
  readonly ledger: string | undefined
  readonly policy: string | undefined
  readonly 'insecure-registry': readonly string[]
}

type Settings = Config['environments'][string]

/** An environment of `ingot.yml` with everything that a rollout in it needs. */
export interface OpenEnvironment {
  readonly config: Config
  readonly settings: Settings
  readonly ledger: Ledger
  readonly context: RolloutContext
  /** Longest time between two looks at the target. */
  readonly intervalMilliseconds: number
  /** Told so far, oldest first: for the summary. */
  readonly events: readonly RolloutEvent[]
  /** The digest that a reference names now. */
  resolve(reference: string): Promise<Pick<Deployed, 'digest' | 'image'>>
  /** Checks signature and attestations of a digest before it is deployed; undefined when no key is configured. */
  verify(deployed: Pick<Deployed, 'digest' | 'image'>): Promise<Verification | undefined>
}

/** Wires configuration, store, ledger, target and metrics together for promote and rollback. */
export async function openEnvironment(inputs: EnvironmentInputs, job: Job): Promise<OpenEnvironment> {
  const { loadConfig, loadPolicy } = await import('../../config/index.js')
  const { openLedger } = await import('../../ledger/index.js')
  const { locateLedger } = await import('./locate-ledger.js')
  const promote = await import('../../promote/index.js')

  const config = await loadConfig(inputs.config)
  const settings = settingsOf(config, inputs.environment)
  const policy = inputs.policy === undefined ? undefined : await loadPolicy(inputs.policy)
  const location = await locateLedger(inputs.ledger, config, job.env)
  const ledger = await openLedger(location, { signal: job.signal, env: job.env })
  const images = await openImages(inputs['insecure-registry'], job)
  const steps = promote.stepsOf(settings.strategy)
  const events: RolloutEvent[] = []
  const target = promote.processTarget({
    directory: settings.target.directory,
    port: settings.target.port,
    ...(settings.target.healthPath !== undefined && { healthPath: settings.target.healthPath }),
    hostEntry: hostEntry(job.env),
    openImage: images.open,
  })
  const context: RolloutContext = {
    environment: inputs.environment,
    app: config.app,
    ledger,
    target,
    source: promote.targetMetrics,
    steps,
    metrics: settings.metrics.map(({ name, kind, maxRatio }) => ({ name, kind, maxRatio })),
    alpha: settings.alpha,
    deadlineMilliseconds: settings.deadlineMilliseconds,
    clock: Date.now,
    onEvent: reporter(events, job, promote.describeEvent),
    signal: job.signal,
  }
  return {
    config,
    settings,
    ledger,
    context,
    intervalMilliseconds: Math.min(15_000, Math.max(200, steps.everyMilliseconds / 20)),
    events,
    resolve: images.resolve,
    verify: (deployed) => verifyDeployed(deployed, config, policy, inputs['insecure-registry'], job),
  }
}

function settingsOf(config: Config, environment: string): Settings {
  const settings = Object.hasOwn(config.environments, environment) ? config.environments[environment] : undefined
  if (settings) return settings
  const known = Object.keys(config.environments).join(', ') || 'none'
  throw new IngotError('invalid-input', `${config.file} has no environment ${JSON.stringify(environment)}`, {
    advice: `Its environments are: ${known}`,
  })
}
