import { existsSync, realpathSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { Config, Policy } from '../../config/index.js'
import { IngotError } from '../../errors.js'
import type { Image } from '../../image/index.js'
import type { Deployed, Ledger } from '../../ledger/index.js'
import type { RolloutContext, RolloutEvent } from '../../promote/index.js'
import type { Job } from '../../runner/job.js'
import type { Verification } from '../../sign/index.js'

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

async function openImages(insecureHosts: readonly string[], job: Job) {
  const { openStore } = await import('../../registry/index.js')
  const { loadImage } = await import('../../image/index.js')
  const { formatReference, parseReference, pinned } = await import('../../oci/reference.js')
  const { resolveDigest } = await import('../../sign/index.js')
  const { signal } = job
  return {
    async open(text: string): Promise<Image> {
      const reference = parseReference(text)
      return loadImage(openStore(reference, { insecureHosts, signal }), reference, { signal })
    },
    async resolve(text: string) {
      const reference = parseReference(text)
      const digest = await resolveDigest(openStore(reference, { insecureHosts, signal }), reference, signal)
      return { digest, image: formatReference(pinned(reference, digest)) }
    },
  }
}

async function verifyDeployed(
  { digest, image }: Pick<Deployed, 'digest' | 'image'>,
  config: Config,
  policy: Policy | undefined,
  insecureHosts: readonly string[],
  job: Job,
): Promise<Verification | undefined> {
  if (config.verify === undefined) {
    job.warn(`Nothing is verified before it is deployed: ${config.file} has no verify.key`)
    return undefined
  }
  const { loadVerifier, verifyImage } = await import('../../sign/index.js')
  const { openStore } = await import('../../registry/index.js')
  const { parseReference } = await import('../../oci/reference.js')
  const verifiers = [await loadVerifier(config.verify.key, job.env.INGOT_KEY_PASSPHRASE)]
  const require = [...config.verify.require, ...(policy?.require ?? [])]
  const store = openStore(parseReference(image), { insecureHosts, signal: job.signal })
  return verifyImage({ store, digest, verifiers, require, signal: job.signal })
}

/**
 * The program of the target's host lies beside the bundle that runs (`dist/<action>/index.js`); unbundled, in `lib/`, it
 * is a file of its own. Found at run time, so that the bundler does not take it for an asset.
 */
function hostEntry(env: Job['env']): string {
  const main = process.argv[1] === undefined ? process.cwd() : realpathSync(process.argv[1])
  const candidates = [
    env.INGOT_PROCESS_HOST,
    resolve(dirname(main), '../process-host/index.js'),
    resolve(dirname(main), '../promote/targets/process/host-main.js'),
  ]
  const found = candidates.find((file) => file !== undefined && existsSync(file))
  if (found) return found
  throw new IngotError('target-failed', `The program of the process target is not beside ${main}`, {
    advice: 'dist/process-host/index.js belongs to every copy of dist/',
  })
}

const quietMilliseconds = 1_000

/** What happened is a line of the log; what is measured meanwhile is progress, at most once a second. */
function reporter(events: RolloutEvent[], job: Job, describe: (event: RolloutEvent) => string) {
  let saidAt = 0
  return (event: RolloutEvent) => {
    events.push(event)
    const isPassing = event.kind === 'judged' || event.kind === 'waiting'
    if (!isPassing) return job.log(describe(event))
    if (event.kind === 'waiting' && event.for === 'soak') return
    if (Date.now() - saidAt < quietMilliseconds) return
    saidAt = Date.now()
    job.progress(describe(event))
  }
}
