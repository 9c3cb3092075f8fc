import { parseRecording, replay } from '../lib/promote/judge/index.js'
import { errorTicks, latencyTicks } from './traffic.js'

/**
 * `npx tsc -p . && node bench/judge.js [replays]`: how often the judge aborts healthy rollouts, how soon it finds broken
 * ones, and how fast it replays. Seeded: the first two tables are the same on every machine.
 */
const replays = Number(process.argv[2] ?? 2000)
const ticks = 300
const alpha = 0.01
const errors = [{ name: 'errors', kind: 'ratio', 'max-ratio': 1 }]
const latency = [{ name: 'latency', kind: 'histogram', 'max-ratio': 1 }]

const scenes = [
  { requestsPerTick: 10, weight: 10, badRate: 0.02 },
  { requestsPerTick: 300, weight: 10, badRate: 0.001 },
  { requestsPerTick: 300, weight: 10, badRate: 0.02 },
  { requestsPerTick: 300, weight: 50, badRate: 0.02 },
  { requestsPerTick: 2000, weight: 1, badRate: 0.3 },
  { requestsPerTick: 2000, weight: 5, badRate: 0.01 },
]
const weathers = ['calm', 'diurnal', 'shared', 'overdispersed']

console.log(`### Healthy rollouts that are aborted, of ${replays} of ${ticks} ticks each, at α = ${alpha}\n`)
console.log(`| requests a tick, weight, bad rate | ${weathers.join(' | ')} |\n|---|${'--:|'.repeat(weathers.length)}`)
for (const scene of scenes) {
  const cells = weathers.map((weather) => {
    const failed = decisions(replays, (seed) => errorTicks({ ...scene, weather, ticks, seed }), errors)
    return percent(failed.length / replays)
  })
  console.log(`| ${describe(scene)} | ${cells.join(' | ')} |`)
}
const slow = decisions(
  replays / 4,
  (seed) => latencyTicks({ requestsPerTick: 300, weight: 10, ticks: 100, seed }),
  latency,
)
console.log(`\nLatency histograms, 300 requests a tick, 10 %, 100 ticks: ${percent(slow.length / (replays / 4))}\n`)

const factors = [1.5, 2, 3, 5, 10, 30]
const broken = Math.max(100, Math.round(replays / 10))
console.log(`### Broken canaries: found within ${ticks} ticks, and after how many (median), of ${broken} each\n`)
console.log(`| requests a tick, weight, bad rate | ${factors.map((f) => `${f}×`).join(' | ')} |`)
console.log(`|---|${'--:|'.repeat(factors.length)}`)
for (const scene of scenes) {
  const cells = factors.map((times) => {
    const found = decisions(broken, (seed) => errorTicks({ ...scene, times, ticks, seed }), errors)
    const median = found.sort((a, b) => a - b)[broken >> 1]
    return `${percent(found.length / broken, 0)}${median === undefined ? '' : `, ${median}`}`
  })
  console.log(`| ${describe(scene)} | ${cells.join(' | ')} |`)
}

console.log('\n### Speed: 100,000 ticks, read, checked and judged\n')
speed('errors', errors, errorTicks({ requestsPerTick: 300, weight: 10, badRate: 0.01, ticks: 100_000, seed: 1 }))
speed('latency, 11 buckets', latency, latencyTicks({ requestsPerTick: 100, weight: 50, ticks: 100_000, seed: 4 }))

/** The ticks at which replays failed. */
function decisions(count, record, metrics) {
  const failed = []
  for (let seed = 1; seed <= count; seed++) {
    const { verdict, tick } = replay(parseRecording({ alpha, metrics, ticks: record(seed) }))
    if (verdict === 'fail') failed.push(tick)
  }
  return failed
}

function speed(name, metrics, ticks) {
  // An alpha that is never reached, so that every tick is judged.
  const recording = { alpha: 1e-300, metrics, ticks }
  const runs = Array.from({ length: 7 }, () => {
    const began = performance.now()
    const { tick } = replay(parseRecording(recording))
    if (tick !== ticks.length) throw new Error(`${name}: stopped at tick ${tick}`)
    return performance.now() - began
  })
  console.log(`- ${name}: ${runs.sort((a, b) => a - b)[3].toFixed(0)} ms (median of 7)`)
}

function describe({ requestsPerTick, weight, badRate }) {
  return `${requestsPerTick}, ${weight} %, ${percent(badRate, 1)}`
}

function percent(part, digits = 2) {
  return `${(part * 100).toFixed(digits)} %`
}
