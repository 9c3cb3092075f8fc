import { observed } from '../harness/measure.js'
import { bytes, seconds, verdict } from '../harness/report.js'
import { below, treeOf } from '../harness/trees.js'
import { bakers } from './baking.js'
import { copiers } from './copying.js'

const sizes = [100_000_000, 1_000_000_000]

/** Half of it compresses. */
const tree = (size) => [
  ...below('lib', treeOf({ seed: 'memory/lib', files: 5, bytes: size / 2, kind: 'library' })),
  ...below('data', treeOf({ seed: 'memory/data', files: 5, bytes: size / 2, kind: 'random' })),
]

export default {
  name: 'memory',
  title: 'Peak memory for one layer of 100 MB and of 1 GB',
  notes: ['One run each: what is measured here is memory.'],
  async run({ place, say }) {
    const { name, title, notes } = this
    const works = [
      ['bake', (size) => bakers(place, tree(size), ['crane', 'umoci + skopeo'], `bytes-${size}`)],
      ['copy', (size) => copiers(place, { layers: 1, bytes: size, across: true })],
    ]
    const raw = []
    for (const [work, contendersOf] of works)
      for (const size of sizes)
        for (const [at, contender] of (await contendersOf(size)).entries()) {
          say(`${name}: ${work} of ${bytes(size)}, ${contender.name}`)
          const id = `${work}-${size}-${at}`
          const run = { ...place.hosts(0), repository: `${name}/${id}`, id }
          await contender.before?.(run)
          const { peakBytes, cpuMilliseconds } = await observed(contender.command(run))
          if (at === 0) await contender.check?.(run)
          raw.push({ work, size, tool: contender.name, peakBytes, cpuMilliseconds })
        }
    const rows = raw.map((each) => [
      ...[each.work, bytes(each.size), each.tool, bytes(each.peakBytes), seconds(each.cpuMilliseconds)],
    ])
    const ours = raw.filter(({ tool, size }) => tool === 'ingot' && size === sizes.at(-1))
    return {
      ...{ name, title, notes, raw },
      tables: [{ head: ['work', 'layer', 'tool', 'peak memory', 'CPU'], rows }],
      verdicts: ours.map(({ work, peakBytes }) => verdict(`peak memory, ${work} of 1 GB`, peakBytes / 1e6, 120, 'MB')),
    }
  },
}
