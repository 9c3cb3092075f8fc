import { createHash } from 'node:crypto'
import { environmentSection } from './environment.js'
import { arrange, type BoardInput, type Fleet } from './fleet.js'
import { grid } from './grid.js'
import { type Html, html } from './html.js'
import { releasesTable } from './releases.js'
import { style } from './style.js'
import { utc } from './time.js'

// Only this very style sheet: no script, no request, no frame, no form, whatever a version or a sentence may contain.
const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; img-src data:; base-uri 'none'; form-action 'none'`

/**
 * One self-contained HTML page of the whole fleet: what runs where, the rollouts and how they were judged, what
 * happened, what is held back, every release. It asks for nothing from outside and runs no script; the same input at
 * the same `now` gives the same bytes.
 */
export function renderBoard(input: BoardInput): string {
  const fleet = arrange(input)
  const at = fleet.now.toISOString()
  const { markup } = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="data:,">
<title>${fleet.title} · Ingot</title>
<style>${{ markup: style }}</style>
</head>
<body>
<header class="top">
${logo}<h1>${fleet.title}</h1>
<p class="quiet">as of <time datetime="${at}">${utc(at)}</time></p>
</header>
${contents(fleet)}
<main>
${tiles(fleet)}
${grid(fleet)}
${fleet.environments.map((environment, index) => environmentSection(fleet, environment, index))}
${releasesTable(fleet)}
</main>
<footer class="quiet">Drawn by Ingot from the ledger, which is the record. This page makes no request and runs no script.</footer>
</body>
</html>
`
  return markup
}

const logo = html`<svg class="logo" viewBox="0 0 32 24" aria-hidden="true"><path class="face" d="M8 3h16l6 18H2z"/><path class="edge" d="M11 7h10l3 10H8z"/></svg>`

/** With two hundred apps, what comes after the first table is far down. */
function contents({ environments, releases }: Fleet): Html {
  return html`<nav aria-label="On this page"><a href="#running">What runs where</a>
${environments.map(
  (name, index) => html`<a href="#environment-${index}">${name}</a>
`,
)}${releases.length > 0 && html`<a href="#releases">Releases</a>`}</nav>`
}

/** The handful of numbers that say whether one needs to read on. */
function tiles(fleet: Fleet): Html {
  const states = fleet.environments.flatMap((environment) => fleet.statesOf(environment))
  const stable = states.flatMap(({ app, stable }) => (stable ? [fleet.releaseOf(app, stable.digest)] : []))
  const count = (matches: readonly unknown[]) => matches.length
  const grave = (release: (typeof stable)[number]) =>
    (release?.findings?.critical ?? 0) + (release?.findings?.high ?? 0)
  return html`<dl class="tiles">
${tile('apps', fleet.apps.length)}
${tile('environments', fleet.environments.length)}
${tile('rollouts under way', count(states.filter(({ rollout }) => rollout !== null)), 'busy')}
${tile('digests in quarantine', count(states.flatMap(({ quarantine }) => quarantine)), 'bad')}
${tile('with grave findings', count(stable.filter((release) => grave(release) > 0)), 'bad')}
${tile('not signed', count(stable.filter((release) => !release?.signer)), 'bad')}
</dl>`
}

/** `alarm` colours a number that is not zero. */
function tile(name: string, value: number, alarm = ''): Html {
  return html`<div class="${value > 0 ? alarm : ''}"><dt>${name}</dt><dd>${value}</dd></div>`
}
