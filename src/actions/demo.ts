import { realpathSync } from 'node:fs'
import { dirname } from 'node:path'
import { defineAction, flag, integer, text } from '../runner/action.js'

export const demo = defineAction({
  name: 'demo',
  description:
    'Plays the whole lifecycle on this machine: bake, validate, scan, sign, publish, canary, abort, patch, rollback. Needs Node alone: no network, no root, nothing installed.',
  inputs: {
    directory: text({
      description: 'The one folder that it makes and leaves; a folder of an earlier demo is replaced',
      default: 'ingot-demo',
      placeholder: 'DIR',
    }),
    seed: integer({ description: 'Decides which paths the traffic asks for, in which order', minimum: 0, default: 1 }),
    keep: flag({ description: 'Leave production serving when the story is over, so that you can ask it yourself' }),
  },
  outputs: {
    directory: 'The folder that holds everything it made',
    board: 'Path of the board: one HTML page',
    summary: 'Path of the summary: markdown',
    requests: 'HTTP requests sent to production in the whole story',
    hurt: 'How many of them got a wrong answer, all from the version that the judge caught',
    seconds: 'How long the story took',
  },
  permissions: {},
  about: 'A terminal command: `ingot demo`.',
  async run(inputs, job) {
    const { playDemo, shown } = await import('../demo/index.js')

    const bundles = dirname(dirname(realpathSync(process.argv[1] ?? '.')))
    const { directory, seed, keep } = inputs
    const result = await playDemo({ directory, bundles, seed, keep }, job)

    const serving = keep ? `; production still serves on ${result.url} (end it with: kill ${result.pid})` : ''
    return {
      reason: 'done',
      message: `Everything went as it should in ${result.seconds.toFixed(1)} s; ${result.requests} requests, ${result.hurt} hurt, none dropped${serving}`,
      outputs: {
        directory: shown(result.workspace),
        board: shown(result.board),
        summary: shown(result.summary),
        requests: result.requests,
        hurt: result.hurt,
        seconds: Number(result.seconds.toFixed(1)),
      },
      details: { digests: result.digests, events: result.events },
    }
  },
})
