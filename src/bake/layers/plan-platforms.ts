import { type Addition, additionFor } from './addition.js'
import type { PlansAhead } from './plan-ahead.js'
import { type LayerPlan, planLayer } from './plan-layer.js'
import type { PlatformBase } from './platform-image.js'

/** One platform, and the layers that it gets on top of its base. Platforms that get the same files share the plan. */
export interface PlatformPlan {
  readonly base: PlatformBase
  readonly layers: readonly LayerPlan[]
}

/** @throws IngotError what `planLayer` throws */
export function planPlatforms(bake: {
  readonly platforms: readonly PlatformBase[]
  readonly additions: readonly Addition[]
  readonly epochSeconds: number
  readonly ahead?: PlansAhead | undefined
}): PlatformPlan[] {
  const onBase = bake.platforms.some(({ image }) => image !== undefined)
  const plans = new Map<string, LayerPlan>()
  const planOnce = (addition: Addition): LayerPlan => {
    const key = JSON.stringify(addition)
    const options = { onBase, epochSeconds: bake.epochSeconds }
    const plan = plans.get(key) ?? bake.ahead?.take(addition) ?? planLayer(addition, options)
    plans.set(key, plan)
    return plan
  }
  return bake.platforms.map((base) => ({
    base,
    layers: bake.additions
      .map((addition) => additionFor(addition, base.platform))
      .filter((addition) => addition !== undefined)
      .map(planOnce),
  }))
}
