import type { Digest } from '../../oci/digest.js'
import type { LayerPlan } from './plan-layer.js'
import type { PlatformPlan } from './plan-platforms.js'
import { type SettledLayer, type Settling, settleLayer, tellLayer } from './settle-layer.js'
import { largestInMemory } from './spool.js'

/** Finished layers that wait for their upload hold memory, large ones disk: many small ones or a few large ones are made ahead. */
const largestAhead = { layers: 12, bytes: 3 * largestInMemory }

export interface SettledLayers {
  of(plan: LayerPlan): SettledLayer
  /** When all are in the output: how each came there. */
  readonly arrived: Promise<ReadonlyMap<Digest, string>>
}

/** Settles each layer once, however many platforms name it: one is compressed while those before it are sent. */
export async function settleAll(
  platforms: readonly PlatformPlan[],
  settling: Settling,
  log: (line: string) => void,
): Promise<SettledLayers> {
  const settled = new Map<LayerPlan, SettledLayer>()
  const arrivals: Promise<[Digest, string]>[] = []
  const ahead = new Map<Promise<unknown>, number>()
  const isFarAhead = () =>
    ahead.size >= largestAhead.layers || [...ahead.values()].reduce((sum, size) => sum + size, 0) >= largestAhead.bytes
  for (const plan of new Set(platforms.flatMap(({ layers }) => layers))) {
    while (isFarAhead()) await Promise.race(ahead.keys())
    const layer = await settleLayer(plan, settling)
    settled.set(plan, layer)
    const arrival = layer.arrived.then((how): [Digest, string] => {
      log(tellLayer(plan, layer, how))
      return [layer.descriptor.digest, how]
    })
    arrivals.push(arrival)
    const done = arrival.finally(() => ahead.delete(done)).catch(() => undefined)
    ahead.set(done, Math.min(layer.descriptor.size, largestInMemory))
  }
  const of = (plan: LayerPlan): SettledLayer => settled.get(plan) as SettledLayer
  const arrived = Promise.all(arrivals).then((pairs) => new Map(pairs))
  arrived.catch(() => undefined) // told when it is waited for
  return { of, arrived }
}
