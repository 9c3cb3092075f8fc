import { readdirSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { timed } from '../harness/measure.js'
import { ratio, seconds, verdict } from '../harness/report.js'
import { median, pairedRatio } from '../harness/statistics.js'

/** How long every bundle takes to say that an input is missing, beside `node -e 0` in the same round. */
export default {
  name: 'start',
  title: 'Start of every action on its missing-input path, as a multiple of bare `node -e 0`',
  async run({ place, rounds, say }) {
    const { name, title } = this
    // An empty folder: no ingot.yml that could supply what is missing.
    const cwd = join(place.folder, 'empty')
    await mkdir(cwd)
    const bundles = readdirSync('dist').filter((bundle) => bundle !== 'process-host')
    const times = new Map(['bare', ...bundles].map((bundle) => [bundle, []]))
    for (let round = -1; round < rounds * 2; round++) {
      if (round % rounds === 0) say(`${name}: round ${round + 1} of ${rounds * 2}`)
      for (const [bundle, values] of times) {
        const args = bundle === 'bare' ? ['-e', '0'] : [resolve('dist', bundle, 'index.js')]
        const milliseconds = await start(args, cwd)
        if (round >= 0) values.push(milliseconds)
      }
    }
    const bare = times.get('bare')
    const ratios = bundles.map((bundle) => [bundle, pairedRatio(times.get(bundle), bare)])
    const slowest = ratios.reduce((a, b) => (a[1].median > b[1].median ? a : b))
    return {
      ...{ name, title, notes: [`Bare Node: ${seconds(median(bare))}.`], raw: Object.fromEntries(times) },
      tables: [
        { head: ['bundle', 'start ÷ bare node'], rows: ratios.map(([bundle, found]) => [bundle, ratio(found)]) },
      ],
      verdicts: [verdict(`slowest start (${slowest[0]})`, slowest[1].median, 1.5, '×')],
    }
  },
}

/** It ends with an error, as it must: an input is missing. */
async function start(args, cwd) {
  const command = { file: process.execPath, args, cwd, env: { PATH: process.env.PATH }, codes: [0, 1, 2] }
  return (await timed(command)).milliseconds
}
