import type { EnvironmentState, Rollout } from '../../ledger/state.js'
import type { Fleet } from './fleet.js'
import { type Html, html } from './html.js'
import { base, digestCode, findings, signature, weightBar } from './parts.js'
import { age } from './time.js'

/** Apps down, environments across: what runs where. On a narrow screen each app becomes a block of its own. */
export function grid(fleet: Fleet): Html {
  const { environments, apps } = fleet
  return html`<section aria-labelledby="running"><h2 id="running">What runs where</h2>
${
  apps.length === 0
    ? html`<p class="empty">Nothing has been published or promoted yet. The first <code>publish --ledger</code> makes an app appear here.</p>`
    : html`<div class="scroll" tabindex="0" role="region" aria-label="Apps and environments"><table class="grid" role="table">
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">App</th>${environments.map((name) => html`<th role="columnheader" scope="col">${name}</th>`)}</tr></thead>
<tbody role="rowgroup">${apps.map((app) => row(fleet, app))}</tbody>
</table></div>`
}
</section>`
}

function row(fleet: Fleet, app: string): Html {
  return html`<tr role="row"><th role="rowheader" scope="row">${app}</th>${fleet.environments.map((environment) => cell(fleet, environment, app))}</tr>
`
}

function cell(fleet: Fleet, environment: string, app: string): Html {
  const state = fleet.stateOf(environment, app)
  const inside =
    state && (state.stable || state.rollout) ? running(fleet, state) : html`<span class="quiet">nothing yet</span>`
  return html`<td role="cell"><span class="where" aria-hidden="true">${environment}</span>${inside}</td>`
}

function running(fleet: Fleet, state: EnvironmentState): Html {
  const { app, stable, rollout } = state
  const release = stable ? fleet.releaseOf(app, stable.digest) : undefined
  const on = stable && base(release)
  return html`${
    stable
      ? html`<div class="first"><b class="version">${stable.version}</b> ${digestCode(stable.digest)}<span class="age">${age(stable.since, fleet.now)}</span></div>
${on && html`<div class="base">on ${on}</div>`}
<div class="marks">${signature(release)} ${findings(release)}</div>`
      : html`<div class="first"><span class="quiet">nothing stable yet</span></div>`
  }${rollout && underway(rollout)}`
}

const doing = { advancing: 'canary', promoting: 'promoting', aborting: 'aborting' } as const

function underway({ candidate, phase, weight, kind }: Rollout): Html {
  const what = kind === 'rollback' ? 'rolling back to' : doing[phase]
  return html`<div class="rollout ${phase}"><span>${what} <b>${candidate.version}</b> ${digestCode(candidate.digest)}</span><span class="weight">${weight} %</span>${weightBar(weight, phase)}</div>`
}
