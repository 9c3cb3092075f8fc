import { defineAction, text } from '../runner/action.js'
import { ledger } from './shared-inputs.js'

export const board = defineAction({
  name: 'board',
  description:
    'Draws the whole fleet on one self-contained HTML page: what runs where, how rollouts went, what is held back',
  inputs: {
    ledger,
    output: text({ description: 'File to write; its folder is made', default: 'board.html', placeholder: 'FILE' }),
    title: text({ description: 'Heading of the page', default: 'Fleet', placeholder: 'TEXT' }),
  },
  outputs: {
    board: 'Path of the page',
    apps: 'Number of apps that the ledger knows',
    environments: 'Number of environments that the ledger knows',
  },
  permissions: { contents: 'read' },
  about: `
Reads the ledger and writes one HTML file that needs no server: it makes no request and runs no script, so it can be an
artifact, a page of a static site, or an attachment. For every app and environment it shows version, digest, base, age,
signature and findings; under it the charts of the last rollouts, what happened, what is in quarantine, and every release.

\`\`\`yaml
- uses: ./actions/board
  id: board
  with:
    output: site/index.html
- uses: actions/upload-pages-artifact@v4
  with:
    path: site
\`\`\`
`,
  async run(inputs, job) {
    const { findConfig } = await import('../config/find.js')
    const { locateLedger } = await import('./wiring/locate-ledger.js')
    const url = await locateLedger(inputs.ledger, await findConfig(), job.env)

    const { openLedger } = await import('../ledger/index.js')
    const { renderBoard, recordingsToShow, writePage } = await import('../fleet/board/index.js')

    const ledger = await openLedger(url, job)
    const [releases, environments] = await Promise.all([ledger.listReleases(), ledger.listEnvironments()])
    const recordings = await Promise.all(
      recordingsToShow(environments).map(async (one) => {
        const recording = await ledger.readRecording(one.environment, one.app, one.generation)
        return recording === undefined ? [] : [{ ...one, recording }]
      }),
    )
    const page = { releases, environments, recordings: recordings.flat(), now: new Date(), title: inputs.title }
    const board = await writePage(inputs.output, renderBoard(page))

    const apps = new Set([...releases, ...environments].map(({ app }) => app)).size
    const places = new Set(environments.map(({ environment }) => environment)).size
    const shown = `${count(apps, 'app')} in ${count(places, 'environment')}`
    return {
      reason: 'done',
      message: `The board of ${shown} is in ${board}`,
      outputs: { board, apps, environments: places },
      summary: `### Board\n\n${shown}, drawn from \`${ledger.location}\` into \`${inputs.output}\`\n`,
    }
  },
})

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
