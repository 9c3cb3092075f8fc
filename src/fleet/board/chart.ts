import type { Recording } from '../../ledger/state.js'
import { type Html, html } from './html.js'
import { type Point, type Series, seriesOf, spanOf, weightsOf } from './series.js'
import { clock } from './time.js'

/** Where things stand in a chart, in its own units: about pixels, as charts are shown at about this width. */
const box = { width: 380, height: 190, left: 44, right: 372, top: 14, bottom: 120, weightTop: 134, weightBottom: 160 }

/** One chart for each metric of a rollout. `aborted` marks its last tick under weight. */
export function drawRollout(recording: Recording, aborted: boolean): Html[] {
  const weights = weightsOf(recording)
  if (weights.length === 0) return []
  return seriesOf(recording).map((series) => drawSeries(series, weights, spanOf(recording), aborted))
}

function drawSeries(
  series: Series,
  weights: readonly number[],
  span: { first: string; last: string },
  aborted: boolean,
): Html {
  const most = niceCeiling(Math.max(0, ...[...series.canary, ...series.stable].map(rateOf)))
  return html`<figure class="chart">
<figcaption><b>${series.name}</b> <span class="quiet">${series.measure}</span>
<span class="keys"><span class="key canary">canary ${percent(rateOf(totalOf(series.canary)))}</span> <span class="key stable">stable ${percent(rateOf(totalOf(series.stable)))}</span></span></figcaption>
<svg viewBox="0 0 ${box.width} ${box.height}" role="img" aria-label="${describe(series, weights, aborted)}">
${[0, 0.5, 1].map((part) => gridLine(part, most))}
${weightStrip(weights)}
<path class="line stable" d="${linePath(series.stable, most)}"/>
<path class="line canary" d="${linePath(series.canary, most)}"/>
${aborted && abortMark(weights)}
<text class="axis" x="${box.left}" y="180">${clock(span.first)}</text>
<text class="axis end" x="${box.right}" y="180">${clock(span.last)}</text>
</svg></figure>`
}

function describe(series: Series, weights: readonly number[], aborted: boolean): string {
  const canary = totalOf(series.canary)
  const stable = totalOf(series.stable)
  const steps = weights.filter((weight, index) => index === 0 || weight !== weights[index - 1])
  const side = ({ bad, total }: Point) => `${bad} of ${total} (${percent(rateOf({ bad, total }))})`
  const end = aborted ? ', then aborted' : ''
  return `${series.name}, ${series.measure}: canary ${side(canary)}, stable ${side(stable)}. Weight ${steps.join(', ')} percent${end}.`
}

function gridLine(part: number, most: number): Html {
  const y = yOf(part * most, most)
  return html`<line class="grid" x1="${box.left}" x2="${box.right}" y1="${y}" y2="${y}"/><text class="axis end" x="${box.left - 6}" y="${y + 4}">${percent(part * most)}</text>`
}

/** The weight as steps, each labelled where it begins. */
function weightStrip(weights: readonly number[]): Html {
  const height = box.weightBottom - box.weightTop
  const width = (box.right - box.left) / weights.length
  const edge = (index: number) => round(box.left + index * width)
  const top = (weight: number) => round(box.weightBottom - (weight / 100) * height)
  const steps = weights.map((weight, index) => `V${top(weight)}H${edge(index + 1)}`).join('')
  const starts = weights.flatMap((weight, index) => (weight === weights[index - 1] ? [] : [{ weight, index }]))
  const far = starts.filter(({ index }, at) => at === 0 || edge(index) - edge(starts[at - 1]?.index ?? 0) > 32)
  return html`<path class="weight" d="M${box.left} ${box.weightBottom}${steps}V${box.weightBottom}Z"/>
<text class="axis end" x="${box.left - 6}" y="${box.weightBottom}">weight</text>
${far.map(({ weight, index }) => html`<text class="axis" x="${edge(index) + 2}" y="${Math.max(top(weight) - 3, box.weightTop + 4)}">${weight} %</text>`)}`
}

function abortMark(weights: readonly number[]): Html {
  const last = Math.max(
    0,
    weights.findLastIndex((weight) => weight > 0),
  )
  const x = xOf(last, weights.length)
  const anchor = x > box.width / 2 ? 'end' : 'start'
  return html`<line class="abort" x1="${x}" x2="${x}" y1="${box.top - 6}" y2="${box.weightBottom}"/><text class="abort ${anchor}" x="${x + (anchor === 'end' ? -5 : 5)}" y="${box.top}">aborted</text>`
}

/** A line through the points that have requests; a gap where they have none. */
function linePath(points: readonly Point[], most: number): string {
  let pen = 'M'
  let path = ''
  for (const [index, point] of points.entries()) {
    if (point.total > 0) path += `${pen}${xOf(index, points.length)} ${yOf(rateOf(point), most)}`
    // A lone point still shows: the line's round cap is drawn by going nowhere.
    if (point.total > 0 && pen === 'M') path += 'h0'
    pen = point.total > 0 ? 'L' : 'M'
  }
  return path
}

function xOf(index: number, count: number): number {
  return round(box.left + ((index + 0.5) / count) * (box.right - box.left))
}

function yOf(rate: number, most: number): number {
  return round(box.bottom - (rate / most) * (box.bottom - box.top))
}

function rateOf({ bad, total }: Point): number {
  return total > 0 ? Math.min(1, bad / total) : 0
}

function totalOf(points: readonly Point[]): Point {
  return points.reduce((a, b) => ({ bad: a.bad + b.bad, total: a.total + b.total }), { bad: 0, total: 0 })
}

/** The next of 1, 2, 5, 10, … at or above: axes with round ends. Never below 0.1 %, so that quiet stays quiet. */
function niceCeiling(rate: number): number {
  const unit = 10 ** Math.floor(Math.log10(Math.max(rate, 0.001)))
  const step = [1, 2, 5, 10].find((step) => step * unit >= rate * 0.999999) ?? 10
  return Math.min(1, step * unit)
}

function percent(rate: number): string {
  const value = rate * 100
  return `${value === 0 ? '0' : value.toFixed(value < 1 ? 2 : value < 10 ? 1 : 0)} %`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
