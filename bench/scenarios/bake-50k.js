import { trees } from '../harness/trees.js'
import { bakers } from './baking.js'

export default {
  name: 'bake-50k',
  title: 'Bake 50,000 files of 2 KB, and push',
  latencies: [0],
  goals: [{ to: 'crane', ratio: 0.5 }, { megabytes: 120 }],
  notes: ['buildah takes half a minute and more for this; it is measured with `--full`.'],
  contenders: (place, { full }) =>
    bakers(place, trees.small50k(), ['crane', 'umoci + skopeo', ...(full ? ['buildah', 'docker'] : [])]),
}
