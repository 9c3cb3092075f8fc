import { observed, timed } from './measure.js'

/**
 * Measures contenders side by side. Each gets a repository of its own for each run, so that nothing is there already,
 * and content that no run has had.
 *
 * @typedef {object} Run
 * @property {string} host the registry, or the proxy in front of it
 * @property {string} [other] a second registry, where the scenario has one
 * @property {string} repository fresh
 * @property {string} id fresh too, and the same on every machine: what makes content new
 *
 * @typedef {object} Contender
 * @property {string} name
 * @property {(run: Run) => Promise<void>} [before] what is not measured: making the content new, removing caches
 * @property {(run: Run) => import('./measure.js').Command} command
 * @property {(run: Run, stdout: string) => Promise<void>} [check] throws when what came out is wrong
 * @property {() => number[]} [daemons] processes that work for it
 * @property {number[]} [latencies] those that it takes part in; all when not given
 * @property {boolean} [counted] false when what it asks depends on the host's name, as a daemon's cache does
 */

/**
 * @param {{name: string, contenders: Contender[], latencies: number[], rounds: number, place: Place, say: Function}} options
 *   the first contender is ours, and all ratios are to it
 * @returns one result for each latency: `{latency, tools: [{name, milliseconds: number[], counts?, observed?}]}`; what is
 *   counted and observed does not depend on the latency, and is with the first
 */
export async function compare({ name, contenders, latencies, rounds, place, say }) {
  const results = []
  for (const latency of latencies) {
    const taking = contenders.filter((contender) => contender.latencies?.includes(latency) ?? true)
    const tools = taking.map((contender) => ({ name: contender.name, milliseconds: [] }))
    const runOf = (contender, round) => {
      const id = `${latency}-${round}-${(contender.name.match(/[a-z0-9]+/g) ?? []).join('-')}`
      return { ...place.hosts(latency), repository: `${name}/${id}`, id }
    }
    for (const [at, contender] of taking.entries()) {
      say(`${name} at ${latency} ms: ${contender.name}, warm-up and check`)
      const run = runOf(contender, 'warm')
      await contender.before?.(run)
      const { stdout } = await timed(contender.command(run))
      await contender.check?.(run, stdout)
      if (latency !== latencies[0]) continue
      tools[at].observed = await observe(contender, runOf(contender, 'seen'))
      if (contender.counted ?? true) tools[at].counts = await count(contender, runOf(contender, 'counted'), place)
    }
    for (let round = 0; round < rounds; round++) {
      say(`${name} at ${latency} ms: round ${round + 1} of ${rounds}`)
      // Another one begins in each round: who comes after whom is spread evenly.
      for (let turn = 0; turn < taking.length; turn++) {
        const at = (turn + round) % taking.length
        const run = runOf(taking[at], round)
        await taking[at].before?.(run)
        tools[at].milliseconds.push((await timed(taking[at].command(run))).milliseconds)
      }
    }
    results.push({ latency, tools })
  }
  return results
}

async function observe(contender, run) {
  await contender.before?.(run)
  const { cpuMilliseconds, peakBytes } = await observed(contender.command(run), contender.daemons?.())
  return { cpuMilliseconds, peakBytes }
}

/** A run through the proxy, which charges for each request, so that what can be asked at once is asked at once. */
async function count(contender, run, place) {
  const slow = { ...run, ...place.hosts(40) }
  await contender.before?.(slow)
  place.recorder.clear()
  await timed(contender.command(slow))
  return place.recorder.summary()
}
