import { median, pairedRatio } from './statistics.js'

/**
 * Results as tables and verdicts.
 *
 * @typedef {{what: string, found: number, limit: number, unit: '×' | 's' | 'MB' | 'KiB' | '', met: boolean}} Verdict
 * @typedef {{caption?: string, head: string[], rows: string[][]}} Table
 * @typedef {{name: string, title: string, tables: Table[], verdicts: Verdict[], notes: string[], raw: unknown}} Report
 */

/** @param {Verdict['unit']} unit @returns {Verdict} */
export function verdict(what, found, limit, unit) {
  return { what, found, limit, unit, met: found <= limit }
}

/**
 * @param {{name: string, title: string, goals?: object[], notes?: string[]}} scenario a goal is `{to, ratio, latency?}`,
 *   `{count, max, latency?}`, `{seconds, latency?}` or `{megabytes}`
 * @param {Awaited<ReturnType<typeof import('./compare.js').compare>>} results
 * @returns {Report}
 */
export function reportComparison({ name, title, goals = [], notes = [] }, results) {
  return {
    ...{ name, title, notes, raw: results },
    tables: results.map(tableOf),
    verdicts: goals.flatMap((goal) => judge(goal, results)),
  }
}

function tableOf({ latency, tools }) {
  const [ours] = tools
  const counted = tools.some(({ observed }) => observed !== undefined)
  const more = ['requests', 'depth', 'connections', 'sent', 'received', 'CPU', 'peak memory']
  const rows = tools.map((tool) => [
    ...[tool.name, seconds(median(tool.milliseconds))],
    tool === ours ? '' : ratio(pairedRatio(ours.milliseconds, tool.milliseconds)),
    ...(counted ? countsOf(tool) : []),
  ])
  const caption = latency === 0 ? 'Loopback' : `${latency} ms a request`
  return { caption, head: ['tool', 'time', 'ingot ÷ it', ...(counted ? more : [])], rows }
}

function countsOf({ counts, observed }) {
  const traffic = counts && [
    counts.requests,
    counts.depth,
    counts.connections,
    bytes(counts.sent),
    bytes(counts.received),
  ]
  const costs = observed && [seconds(observed.cpuMilliseconds), bytes(observed.peakBytes)]
  return [...(traffic ?? Array(5).fill('')), ...(costs ?? ['', ''])]
}

function judge({ to, ratio: limit, count, max, seconds: time, megabytes, latency = 0 }, results) {
  const result = results.find((candidate) => candidate.latency === latency)
  const [ours, ...peers] = result?.tools ?? []
  const at = latency === 0 ? '' : ` at ${latency} ms a request`
  if (ours === undefined) return []
  if (to !== undefined) {
    const peer = peers.find((tool) => tool.name.startsWith(to))
    if (peer === undefined) return [] // absent, and named so where the tools are listed
    return [verdict(`time ÷ ${to}${at}`, pairedRatio(ours.milliseconds, peer.milliseconds).median, limit, '×')]
  }
  if (count === 'sent') return [verdict(`sent${at}`, ours.counts.sent / 1024, max, 'KiB')]
  if (count !== undefined) return [verdict(`${count}${at}`, ours.counts[count], max, '')]
  if (time !== undefined) return [verdict(`time${at}`, median(ours.milliseconds) / 1000, time, 's')]
  return [verdict('peak memory', ours.observed.peakBytes / 1e6, megabytes, 'MB')]
}

export function seconds(milliseconds) {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(2)} s`
}

export function bytes(count) {
  if (count < 100_000) return `${(count / 1000).toFixed(1)} KB`
  return `${(count / 1e6).toFixed(count < 1e7 ? 1 : 0)} MB`
}

export function ratio({ median: middle, low, high }) {
  return `${middle.toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)})`
}

export function quantity(found, unit) {
  if (unit === '') return String(Math.round(found * 100) / 100)
  return unit === '×' ? `${found.toFixed(2)}×` : `${found.toFixed(found < 10 ? 2 : 0)} ${unit}`
}
