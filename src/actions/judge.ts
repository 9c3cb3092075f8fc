import { IngotError } from '../errors.js'
import { defineAction, text } from '../runner/action.js'

export const judge = defineAction({
  name: 'judge',
  description: 'Replays a recorded canary through the judge, and says what it would have decided and when',
  inputs: {
    input: text({
      description: 'Recording of a canary (JSON), as rollouts write them into the ledger; docs/judge.md describes it',
      required: true,
      placeholder: 'FILE',
    }),
    alpha: text({
      description:
        'Accepted probability of aborting a healthy rollout, more than 0 and at most 0.5; the recording says which when this is not given',
      placeholder: 'PROBABILITY',
    }),
  },
  outputs: {
    verdict: 'pass, fail or inconclusive',
    tick: 'The tick, from 1, at which a failure was decided; otherwise the number of ticks',
    metrics: 'Evidence for each metric, as JSON: e-value, counts and rates of both tracks, worst bucket, dispersion',
  },
  permissions: {},
  about: `
Answers "would this have been aborted, and when?" for a rollout of the past, or for a recording from elsewhere.

\`\`\`sh
ingot judge --input rollout.json --json
\`\`\`

The exit code is 1 when the verdict is \`fail\`, and 0 for \`pass\` and for \`inconclusive\`: too little data is no
verdict against the canary.
`,
  async run(inputs, job) {
    const { loadRecording, replay, summarise } = await import('../promote/judge/index.js')

    const recording = await loadRecording(inputs.input)
    const alpha = inputs.alpha === undefined ? recording.alpha : readAlpha(inputs.alpha)
    const judged = replay({ ...recording, alpha }, job)

    const { verdict, tick, ticks, early, metrics, sentence } = judged
    return {
      reason: verdict === 'fail' ? 'judge-failed' : 'done',
      message: `${verdict} at tick ${tick} of ${ticks}: ${sentence}`,
      outputs: { verdict, tick, metrics: JSON.stringify(metrics) },
      details: { verdict, alpha, tick, ticks, early, sentence, metrics },
      summary: summarise(judged),
    }
  },
})

function readAlpha(written: string): number {
  const alpha = /^\d*\.?\d+(e-?\d+)?$/i.test(written) ? Number(written) : Number.NaN
  if (alpha > 0 && alpha <= 0.5) return alpha
  throw new IngotError('invalid-input', `--alpha is ${JSON.stringify(written)}: write a number above 0, up to 0.5`, {
    advice: '0.01 aborts at most one healthy rollout in a hundred',
  })
}
