import type { Release } from '../../ledger/state.js'
import type { Fleet } from './fleet.js'
import { type Html, html } from './html.js'
import { base, digestCode, findings, signature } from './parts.js'
import { age } from './time.js'

const shown = 200

/** Every published digest, newest first, and where it is stable. */
export function releasesTable(fleet: Fleet): Html | null {
  const { releases } = fleet
  if (releases.length === 0) return null
  const more = releases.length - shown
  return html`<section aria-labelledby="releases"><h2 id="releases">Releases</h2>
<div class="scroll" tabindex="0" role="region" aria-label="Releases"><table class="releases">
<thead><tr><th scope="col">App</th><th scope="col">Version</th><th scope="col">Digest</th><th scope="col">Published</th><th scope="col">Built for</th><th scope="col">Base</th><th scope="col">Signature</th><th scope="col">Findings</th><th scope="col">Stable in</th></tr></thead>
<tbody>${releases.slice(0, shown).map((release) => row(fleet, release))}</tbody>
</table></div>
${more > 0 && html`<p class="quiet">and ${more} older, in the ledger</p>`}
</section>`
}

const reasons: Readonly<Record<Release['reason'], string>> = {
  push: 'a push',
  base: 'a newer base',
  cve: 'a fixed finding',
  age: 'its age',
  manual: 'by hand',
}

function row(fleet: Fleet, release: Release): Html {
  const { app, digest, version, publishedAt, reason } = release
  const stableIn = fleet.environments.filter((name) => fleet.stateOf(name, app)?.stable?.digest === digest)
  return html`<tr><th scope="row">${app}</th><td>${version}</td><td>${digestCode(digest)}</td><td>${age(publishedAt, fleet.now)} ago</td><td>${reasons[reason]}</td><td>${base(release) ?? html`<span class="quiet">none</span>`}</td><td>${signature(release)}</td><td>${findings(release)}</td><td>${stableIn.join(', ')}</td></tr>
`
}
