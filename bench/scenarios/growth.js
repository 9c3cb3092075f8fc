import { growthOf } from '../harness/series.js'
import { trees } from '../harness/trees.js'
import { bakers } from './baking.js'
import { copiers } from './copying.js'

/** Cost that is linear in files and in layers, and memory that is flat: shown for 1, 10 and 100 times as many. */
export default {
  name: 'growth',
  title: 'How bake grows with files of 2 KB, and copy from registry to registry with layers of 64 KB',
  async run({ place, say }) {
    const { name, title } = this
    const goals = { growth: 1.5, megabytes: 120 }
    const files = []
    for (const n of [500, 5000, 50_000])
      files.push({ n, contender: (await bakers(place, trees.small50k(n), [], `files-${n}`))[0] })
    const layers = [5, 50, 500].map((n) => ({
      n,
      contender: copiers(place, { layers: n, bytes: 64_000, across: true })[0],
    }))
    const baked = await growthOf({ name, unit: 'file', place, say, points: files, goals })
    const copied = await growthOf({ name, unit: 'layer', place, say, points: layers, goals })
    return {
      ...{ name, title, notes: [] },
      tables: [baked.table, copied.table],
      verdicts: [...baked.verdicts, ...copied.verdicts],
      raw: { files: baked.raw, layers: copied.raw },
    }
  },
}
