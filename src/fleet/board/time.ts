import type { Timestamp } from '../../ledger/state.js'
import { type Html, html } from './html.js'

const units = [
  ['d', 86_400],
  ['h', 3_600],
  ['min', 60],
  ['s', 1],
] as const

/** How long ago, in its largest unit. */
export function age(at: Timestamp, now: Date): Html {
  const seconds = (now.getTime() - Date.parse(at)) / 1000
  return html`<time datetime="${at}" title="${utc(at)}">${Number.isNaN(seconds) ? at : duration(seconds)}</time>`
}

/** e.g. `3 d`, `12 min`, `8 s`. */
export function duration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds))
  const [unit, size] = units.find(([, size]) => whole >= size) ?? ['s', 1]
  return `${Math.floor(whole / size)} ${unit}`
}

/** e.g. `2026-01-31 12:30 UTC`; what is no time stays as it is written. */
export function utc(at: Timestamp): string {
  const time = new Date(at)
  return Number.isNaN(time.getTime()) ? at : `${time.toISOString().slice(0, 16).replace('T', ' ')} UTC`
}

/** e.g. `12:30:05`, or nothing when it is no time. */
export function clock(at: Timestamp): string {
  const time = new Date(at)
  return Number.isNaN(time.getTime()) ? '' : time.toISOString().slice(11, 19)
}
