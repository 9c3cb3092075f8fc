import { defineAction, text } from '../runner/action.js'
import {
  environment,
  environmentConfig,
  evidencePolicy,
  insecureRegistry,
  ledger,
  rolloutDryRun,
} from './shared-inputs.js'

export const rollback = defineAction({
  name: 'rollback',
  description: 'Takes an environment back to the last known good digest, verified again, in seconds',
  inputs: {
    config: environmentConfig,
    environment,
    to: text({
      description:
        'Digest or version to go back to; it must have been stable here before. Default: what is stable while a promotion is under way, else what was stable before it and is not quarantined',
      placeholder: 'DIGEST|VERSION',
    }),
    ledger,
    policy: evidencePolicy,
    'dry-run': rolloutDryRun,
    'insecure-registry': insecureRegistry,
  },
  outputs: {
    outcome: 'rolled-back, aborted, in-progress, already-stable, refused, or planned for a dry run',
    stable: 'Digest that is stable in the environment afterwards; empty when there is none',
    seconds: 'From the command to all the traffic on the digest that was gone back to, in seconds',
  },
  permissions: { contents: 'write', packages: 'read' },
  about: `
Raises the environment's generation, so that a rollout under way stops at once, and gives all the traffic to a digest
that was good before. Its signature and attestations are checked again first. What is left behind is quarantined: it is
never deployed here again, a fix is a new digest. Works on a laptop with the ledger's repository alone.

\`\`\`yaml
- uses: ./actions/rollback
  with:
    environment: production
\`\`\`
`,
  async run(inputs, job) {
    const startedAt = Date.now()
    const { openEnvironment } = await import('./wiring/environment.js')
    const { previewRollout, renderRollout, rollbackTarget, runRollout } = await import('../promote/index.js')
    const { declined, outputsOf, planned } = await import('./wiring/outcomes.js')
    const only = <T extends Pick<ReturnType<typeof outputsOf>, 'outcome' | 'stable' | 'seconds'>>(outputs: T) => {
      const { outcome, stable, seconds } = outputs
      return { outcome, stable, seconds }
    }

    const place = await openEnvironment(inputs, job)
    const { context, ledger } = place
    const state = await ledger.readEnvironment(context.environment, context.app)
    const candidate = rollbackTarget(state, inputs.to)
    job.log(`${context.environment}/${context.app} goes back to ${candidate.version} (${candidate.digest})`)
    const verification = await place.verify(candidate)
    if (verification?.verdict === 'fail') {
      const refusal = declined(state, 'verification-refused', verification.explanation)
      return { ...refusal, outputs: only(refusal.outputs) }
    }
    const { metrics, alpha } = context
    const request = { kind: 'rollback', candidate, metrics, alpha, startedAt } as const
    if (inputs['dry-run']) {
      const plan = planned(state, candidate, previewRollout(state, request))
      return { ...plan, outputs: only(plan.outputs) }
    }
    const result = await runRollout(context, request, { intervalMilliseconds: place.intervalMilliseconds })

    const seconds = Number((result.fullTrafficAfterSeconds ?? result.seconds).toFixed(3))
    const title = `${candidate.version} in ${context.environment}`
    const words = result.outcome === 'rolled-back' ? ` has all the traffic again after ${seconds} s` : `: ${result.why}`
    return {
      reason: result.reason,
      message: `${title}${words}`,
      outputs: only({ ...outputsOf(result), seconds }),
      details: { why: result.why, generation: result.state.generation },
      summary: renderRollout(`Back to ${title}`, result, place.events),
    }
  },
})
