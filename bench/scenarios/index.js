import bake50k from './bake-50k.js'
import bakeApp20 from './bake-app20.js'
import bakeBig200 from './bake-big200.js'
import { copyAcross, copyLayers, copyWithin } from './copy.js'
import rebase from './rebase.js'

/** In the order of the page. */
export const scenarios = [bakeApp20, bakeBig200, bake50k, rebase, copyWithin, copyAcross, copyLayers]
