import { defineAction, flag, text } from '../runner/action.js'
import {
  environment,
  environmentConfig,
  evidencePolicy,
  insecureRegistry,
  ledger,
  rolloutDryRun,
} from './shared-inputs.js'

export const promote = defineAction({
  name: 'promote',
  description: 'Makes a published digest stable in an environment, in small steps that undo themselves',
  inputs: {
    config: environmentConfig,
    environment,
    image: text({ description: 'The published image to promote', required: true, placeholder: 'REF' }),
    ledger,
    policy: evidencePolicy,
    once: flag({
      description: 'Go as far as possible now and end instead of soaking; the same command at next-at goes on',
    }),
    'dry-run': rolloutDryRun,
    'insecure-registry': insecureRegistry,
  },
  outputs: {
    outcome: 'promoted, aborted, in-progress, already-stable, refused, or planned for a dry run',
    stable: 'Digest that is stable in the environment afterwards; empty when there is none',
    weight: 'Percent of the traffic that the image has now',
    'next-at': 'When to go on, RFC 3339; empty when the rollout is over',
    seconds: 'From the command to the outcome, in seconds',
  },
  permissions: { contents: 'write', packages: 'read' },
  about: `
Verifies the image, deploys it beside what is stable, gives it traffic step by step and judges it at every tick against
the stable track. A canary that is worse loses its traffic at once, is quarantined and ends with exit code 1; stable
never stops serving. The ledger is written before the target is touched, so the same command goes on after any
interruption. A promotion of the digest that is stable already does nothing.

\`\`\`yaml
- uses: ./actions/promote
  with:
    environment: production
    image: ghcr.io/acme/shop@sha256:…
\`\`\`
`,
  async run(inputs, job) {
    const startedAt = Date.now()
    const { openEnvironment } = await import('./wiring/environment.js')
    const { previewRollout, renderRollout, runRollout } = await import('../promote/index.js')
    const { declined, outputsOf, planned, promotionMessage, proven, published } = await import('./wiring/outcomes.js')

    const place = await openEnvironment(inputs, job)
    const { context, settings, ledger } = place
    const image = await place.resolve(inputs.image)
    const verification = await place.verify(image)
    const state = await ledger.readEnvironment(context.environment, context.app)
    if (verification?.verdict === 'fail') return declined(state, 'verification-refused', verification.explanation)

    const candidate = await published(ledger, context.app, image)
    const unproven = await proven(ledger, context.app, candidate, settings.after)
    if (unproven) return declined(state, 'not-proven', unproven)

    const { metrics, alpha } = context
    const request = { kind: 'promotion', candidate, metrics, alpha, startedAt } as const
    if (inputs['dry-run']) return planned(state, candidate, previewRollout(state, request))
    const { intervalMilliseconds } = place
    const result = await runRollout(context, request, { intervalMilliseconds, once: inputs.once })

    const title = `${candidate.version} in ${context.environment}`
    return {
      reason: result.reason,
      message: promotionMessage(title, result),
      outputs: outputsOf(result),
      details: { why: result.why, generation: result.state.generation, candidate: result.candidateCounts },
      summary: renderRollout(title, result, place.events),
    }
  },
})
