import { trees } from '../harness/trees.js'
import { bakers } from './baking.js'

export default {
  name: 'bake-big200',
  title: 'Bake 201 MB of shared libraries and of data that does not compress, and push',
  latencies: [0],
  goals: [{ to: 'crane', ratio: 0.36 }, { to: 'umoci', ratio: 0.8 }, { megabytes: 120 }],
  contenders: (place) => bakers(place, trees.big200(), ['crane', 'umoci + skopeo', 'buildah', 'docker']),
}
