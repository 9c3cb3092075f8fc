import type { EnvironmentState, Quarantined, Recording } from '../../ledger/state.js'
import { drawRollout } from './chart.js'
import { chartsAnEnvironment, compareText, type Event, eventsOf, type Fleet } from './fleet.js'
import { type Html, html } from './html.js'
import { digestCode } from './parts.js'
import { age, duration } from './time.js'

const eventsShown = 30

/** One environment: its rollouts as charts, what happened in it, and what may not come back. */
export function environmentSection(fleet: Fleet, environment: string, index: number): Html {
  const states = fleet.statesOf(environment)
  const events = eventsOf(states)
  const id = `environment-${index}`
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${environment}</h2>
${rollouts(fleet, environment, states, events)}
<div class="columns">
<div><h3>History</h3>${history(fleet, events)}</div>
<div><h3>Quarantine</h3>${quarantine(fleet, states)}</div>
</div>
</section>`
}

function rollouts(
  fleet: Fleet,
  environment: string,
  states: readonly EnvironmentState[],
  events: readonly Event[],
): Html | null {
  const underway = states.flatMap(({ app, rollout }) => {
    if (rollout === null) return []
    const { candidate, previous, recording, phase, why, generation } = rollout
    const event = phase === 'aborting' ? 'aborting' : 'running'
    return [card({ app, generation, event, from: previous?.version, to: candidate.version, why }, recording)]
  })
  const finished = events.slice(0, chartsAnEnvironment).flatMap((event) => {
    const recording = fleet.recordingOf(environment, event.app, event.generation)
    if (!recording || recording.ticks.length === 0) return []
    const from = event.from ? fleet.releaseOf(event.app, event.from)?.version : undefined
    return [card({ ...event, from, to: event.version }, recording)]
  })
  const cards = [...underway, ...finished]
  return cards.length === 0 ? null : html`<div class="cards">${cards}</div>`
}

interface Told {
  readonly app: string
  readonly generation: number
  readonly event: Event['event'] | 'running' | 'aborting'
  readonly from?: string | undefined
  readonly to: string
  readonly why: string | null
}

const words: Readonly<Record<Told['event'], string>> = {
  promoted: 'promoted',
  aborted: 'aborted',
  'rolled-back': 'rolled back',
  running: 'running',
  aborting: 'aborting',
}

function card({ app, event, from, to, why }: Told, recording: Recording): Html {
  return html`<article class="card">
<header><h4>${app} <span class="quiet">${from && html`${from} → `}</span>${to}</h4> <span class="event ${event}">${words[event]}</span></header>
${drawRollout(recording, event === 'aborted' || event === 'aborting')}
${why && html`<p class="why">${why}</p>`}
</article>`
}

function history(fleet: Fleet, events: readonly Event[]): Html {
  if (events.length === 0) return html`<p class="empty">No rollout has ended here yet.</p>`
  const more = events.length - eventsShown
  return html`<ol class="history">${events.slice(0, eventsShown).map((event) => happened(fleet, event))}</ol>
${more > 0 && html`<p class="quiet">and ${more} earlier, in the ledger</p>`}`
}

function happened(fleet: Fleet, { app, at, event, version, digest, why, seconds }: Event): Html {
  return html`<li class="${event}"><div><b>${app}</b> ${version} ${digestCode(digest)} <span class="event ${event}">${words[event]}</span> <span class="quiet">in ${duration(seconds)}</span><span class="age">${age(at, fleet.now)}</span></div>${why && html`<div class="why">${why}</div>`}</li>
`
}

function quarantine(fleet: Fleet, states: readonly EnvironmentState[]): Html {
  const held = states
    .flatMap(({ app, quarantine }) => quarantine.map((one) => ({ ...one, app })))
    .sort((a, b) => compareText(b.at, a.at) || compareText(a.app, b.app))
  if (held.length === 0) return html`<p class="empty">Nothing is held back.</p>`
  return html`<ul class="history">${held.map((one) => heldBack(fleet, one))}</ul>`
}

function heldBack(fleet: Fleet, { app, version, digest, at, why }: Quarantined & { app: string }): Html {
  return html`<li class="aborted"><div><b>${app}</b> ${version} ${digestCode(digest)}<span class="age">${age(at, fleet.now)}</span></div><div class="why">${why}</div></li>
`
}
