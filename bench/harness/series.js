import { observed, timed } from './measure.js'
import { bytes, seconds, verdict } from './report.js'
import { growth, line } from './statistics.js'

/**
 * How cost grows: one contender at several sizes, each time and its peak memory the least of three runs, since whatever
 * disturbs a run adds to it.
 *
 * @param {{name: string, unit: string, place: object, say: Function, runs?: number,
 *   points: {n: number, contender: import('./compare.js').Contender}[], goals: {growth: number, megabytes: number}}} series
 */
export async function growthOf({ name, unit, place, say, points, goals, runs = 3 }) {
  const raw = []
  for (const { n, contender } of points) {
    say(`${name}: ${n} × ${unit}`)
    const times = []
    const peaks = []
    for (let run = 0; run <= runs; run++) {
      const id = `${unit.replaceAll(' ', '-')}-${n}-${run}`
      const where = { ...place.hosts(0), repository: `${name}/growth/${id}`, id }
      await contender.before?.(where)
      const command = contender.command(where)
      if (run < runs) times.push((await timed(command)).milliseconds)
      else peaks.push((await observed(command)).peakBytes)
      if (run === 0) await contender.check?.(where)
    }
    raw.push({ n, cost: Math.min(...times), peakBytes: Math.min(...peaks) })
  }
  const { fixed, each } = line(raw)
  const [first, last] = [raw[0], raw.at(-1)]
  return {
    raw,
    table: {
      caption: `How it grows with each ${unit}: ${seconds(Math.max(0, fixed))} and ${each.toFixed(3)} ms for each`,
      head: [`${unit}s`, 'time', 'peak memory'],
      rows: raw.map(({ n, cost, peakBytes }) => [n.toLocaleString('en'), seconds(cost), bytes(peakBytes)]),
    },
    verdicts: [
      verdict(
        `price of one more ${unit}, at ${last.n.toLocaleString('en')} ÷ at ${first.n}`,
        growth(raw),
        goals.growth,
        '×',
      ),
      verdict(`peak memory at ${last.n.toLocaleString('en')} ${unit}s`, last.peakBytes / 1e6, goals.megabytes, 'MB'),
    ],
  }
}
