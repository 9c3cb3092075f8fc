import bake50k from './bake-50k.js'
import bakeApp20 from './bake-app20.js'
import bakeBig200 from './bake-big200.js'
import bakeInc from './bake-inc.js'
import { copyAcross, copyLayers, copyWithin } from './copy.js'
import growth from './growth.js'
import memory from './memory.js'
import rebase from './rebase.js'
import rebaseFleet from './rebase-fleet.js'
import start from './start.js'

/** In the order of the page. */
export const scenarios = [
  start,
  ...[bakeApp20, bakeBig200, bakeInc, bake50k],
  ...[rebase, rebaseFleet],
  ...[copyWithin, copyAcross, copyLayers],
  ...[memory, growth],
]
