import { trees } from '../harness/trees.js'
import { bakers } from './baking.js'

export default {
  name: 'bake-app20',
  title: 'Bake 4,741 files, 20 MB, and push',
  latencies: [0, 40],
  goals: [
    { to: 'crane', ratio: 0.6 },
    { to: 'buildah', ratio: 0.15 },
    { to: 'docker', ratio: 0.04 },
  ],
  notes: ['buildah and Docker have the base already. `--full` also measures them cold, when they must fetch it first.'],
  contenders: (place, { full }) => {
    const cold = full ? ['buildah, cold', 'docker, cold'] : []
    return bakers(place, trees.app20(), ['crane', 'umoci + skopeo', 'buildah', 'docker', ...cold])
  },
}
