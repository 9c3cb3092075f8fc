import { copiers } from './copying.js'

export const copyWithin = {
  name: 'copy-within',
  title: 'Copy 150 MB in five layers to another repository of the same registry',
  latencies: [0, 40],
  goals: [
    { to: 'crane', ratio: 0.6, latency: 40 },
    { count: 'requests', max: 8 },
    { count: 'sent', max: 64 },
  ],
  contenders: (place) => copiers(place, { layers: 5, bytes: 30_000_000, across: false }),
}

export const copyAcross = {
  name: 'copy-across',
  title: 'Copy 208 MB in five layers from one registry to another',
  latencies: [0, 40],
  goals: [{ to: 'crane', ratio: 0.8 }, { to: 'oras', ratio: 1 }, { megabytes: 120 }],
  contenders: (place) => copiers(place, { layers: 5, bytes: 41_600_000, across: true }),
}

export const copyLayers = {
  name: 'copy-500-layers',
  title: 'Copy 500 layers of 64 KB from one registry to another',
  latencies: [0],
  goals: [{ to: 'crane', ratio: 0.55 }, { megabytes: 120 }],
  contenders: (place) => copiers(place, { layers: 500, bytes: 64_000, across: true }),
}
