export const id = 6910;
export const ids = [6910,9501,1882];
export const modules = {

/***/ 36910:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  recordingsToShow: () => (/* reexport */ recordingsToShow),
  renderBoard: () => (/* reexport */ renderBoard),
  writePage: () => (/* reexport */ writePage)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
;// CONCATENATED MODULE: ./lib/fleet/board/file.js



/**
 * Writes the page whole or not at all, so that whoever serves it never shows half a board.
 *
 * @returns the absolute path
 * @throws IngotError `unreadable` when it cannot be written
 */
async function writePage(output, page) {
    const file = external_node_path_.resolve(output);
    const partial = `${file}.${process.pid}.partial`;
    try {
        await (0,promises_.mkdir)(external_node_path_.dirname(file), { recursive: true });
        await (0,promises_.writeFile)(partial, page);
        await (0,promises_.rename)(partial, file);
        return file;
    }
    catch (cause) {
        await (0,promises_.rm)(partial, { force: true }).catch(() => undefined); // the first failure is the one to tell
        throw new errors/* IngotError */.se('unreadable', `Cannot write the board to ${output}: ${(0,errors/* codeOf */.$N)(cause) ?? cause.message}`, {
            advice: 'Give --output FILE in a folder that can be written',
            cause,
        });
    }
}

;// CONCATENATED MODULE: ./lib/fleet/board/fleet.js
function arrange(input) {
    const states = [...input.environments].sort((a, b) => compareText(a.app, b.app));
    const stateAt = new Map(states.map((state) => [keyOf(state.environment, state.app), state]));
    const releaseAt = new Map(input.releases.map((release) => [keyOf(release.app, release.digest), release]));
    const recordingAt = new Map(input.recordings.map((one) => [keyOf(one.environment, one.app, one.generation), one.recording]));
    return {
        now: input.now,
        title: input.title ?? 'Fleet',
        environments: [...new Set(states.map(({ environment }) => environment))].sort(comparePromotion),
        apps: [...new Set([...states, ...input.releases].map(({ app }) => app))].sort(compareText),
        releases: [...input.releases].sort((a, b) => compareText(b.publishedAt, a.publishedAt) || compareText(a.app, b.app) || compareText(a.digest, b.digest)),
        stateOf: (environment, app) => stateAt.get(keyOf(environment, app)),
        statesOf: (environment) => states.filter((state) => state.environment === environment),
        releaseOf: (app, digest) => releaseAt.get(keyOf(app, digest)),
        recordingOf: (environment, app, generation) => recordingAt.get(keyOf(environment, app, generation)),
    };
}
function keyOf(...parts) {
    return JSON.stringify(parts);
}
/** The usual stages by name; the ledger does not know which comes after which. Others stand between them. */
const stages = [/^(local|dev|sandbox)/, /^(ci|test|qa|int)/, /^(stag|pre|uat|canary)/, /^/, /^(prod|live)/];
function comparePromotion(a, b) {
    return stageOf(a) - stageOf(b) || compareText(a, b);
}
function stageOf(environment) {
    const known = stages.findIndex((stage, index) => index !== 3 && stage.test(environment));
    return known < 0 ? 3 : known;
}
/** By code units: the same on every machine, whatever its language. */
function compareText(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}
/** Everything that happened in an environment, newest first. */
function eventsOf(states) {
    return states
        .flatMap(({ app, history }) => history.map((entry) => ({ ...entry, app })))
        .sort((a, b) => compareText(b.at, a.at) || compareText(a.app, b.app) || b.generation - a.generation);
}
/** Finished rollouts that are drawn for each environment. */
const chartsAnEnvironment = 8;
/** The finished rollouts whose recordings the board would draw: read these and no others. */
function recordingsToShow(environments) {
    const names = [...new Set(environments.map(({ environment }) => environment))];
    return names.flatMap((environment) => {
        const events = eventsOf(environments.filter((state) => state.environment === environment));
        return events.slice(0, chartsAnEnvironment).map(({ app, generation }) => ({ environment, app, generation }));
    });
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./lib/fleet/board/html.js
/** A piece of the page. Strings and numbers put into it are escaped, other pieces are kept, nothing becomes nothing. */
function html(fixed, ...parts) {
    const markup = fixed.reduce((before, text, index) => before + render(parts[index - 1]) + text);
    return { markup };
}
function render(part) {
    if (part === null || part === undefined || part === false)
        return '';
    if (typeof part === 'string' || typeof part === 'number')
        return escapeText(String(part));
    if (Array.isArray(part))
        return part.map(render).join('');
    return part.markup;
}
const entities = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
};
/** Also drops control characters, which HTML does not allow, and the marks that turn text around. */
function escapeText(text) {
    return text
        .replace(/[&<>"']/g, (character) => entities[character] ?? '')
        .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, (character) => (character === '\n' ? ' ' : ''));
}

;// CONCATENATED MODULE: ./lib/fleet/board/series.js
const mostPoints = 48;
/** A recording's metrics as they are drawn, as far as they can be read: a board shows what is there. */
function seriesOf(recording) {
    return recording.metrics.map((metric) => {
        const edge = metric.kind === 'histogram' ? typicalEdge(recording, metric.name) : null;
        const side = (track) => thin(recording.ticks.map((tick) => read(tick, metric.name, track, edge)));
        return {
            name: metric.name,
            measure: edge === null ? 'bad answers' : `slower than ${edge}`,
            canary: side('canary'),
            stable: side('stable'),
        };
    });
}
/** The weight at each of the points that `seriesOf` draws. */
function weightsOf(recording) {
    const size = groupSize(recording.ticks.length);
    return recording.ticks
        .filter((_, index) => index % size === 0)
        .map(({ weight }) => (isCount(weight) ? Math.min(weight, 100) : 0));
}
/** The times of the first and the last tick. */
function spanOf(recording) {
    const text = (at) => (typeof at === 'string' ? at : '');
    return { first: text(recording.ticks[0]?.at), last: text(recording.ticks.at(-1)?.at) };
}
function groupSize(ticks) {
    return Math.max(1, Math.ceil(ticks / mostPoints));
}
function thin(points) {
    const size = groupSize(points.length);
    const groups = [];
    for (let start = 0; start < points.length; start += size)
        groups.push(sum(points.slice(start, start + size)));
    return groups;
}
function sum(points) {
    return points.reduce((a, b) => ({ bad: a.bad + b.bad, total: a.total + b.total }), { bad: 0, total: 0 });
}
function read(tick, metric, track, edge) {
    const counts = field(field(tick, metric), track);
    const total = field(counts, 'total');
    const bad = edge === null ? field(counts, 'bad') : slowerThan(counts, edge);
    return isCount(total) && isCount(bad) ? { bad, total } : { bad: 0, total: 0 };
}
function slowerThan(counts, edge) {
    const total = field(counts, 'total');
    const below = bucketsOf(counts).find(([le]) => le === edge)?.[1];
    return isCount(total) && below !== undefined ? total - below : undefined;
}
/** The edge that stable's slowest tenth exceeds: where a shift shows best. */
function typicalEdge(recording, metric) {
    let total = 0;
    const below = new Map();
    for (const tick of recording.ticks) {
        const counts = field(field(tick, metric), 'stable');
        const seen = field(counts, 'total');
        if (!isCount(seen))
            continue;
        total += seen;
        for (const [le, count] of bucketsOf(counts))
            below.set(le, (below.get(le) ?? 0) + count);
    }
    const edges = [...below].sort(([a], [b]) => a - b);
    return (edges.find(([, count]) => count >= 0.9 * total) ?? edges.at(-1))?.[0] ?? null;
}
function bucketsOf(counts) {
    const buckets = field(counts, 'buckets');
    if (!Array.isArray(buckets))
        return [];
    return buckets.filter((bucket) => Array.isArray(bucket) && bucket.every(isCount));
}
function field(value, name) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name))
        return undefined;
    return value[name];
}
function isCount(value) {
    return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

;// CONCATENATED MODULE: ./lib/fleet/board/time.js

const units = [
    ['d', 86_400],
    ['h', 3_600],
    ['min', 60],
    ['s', 1],
];
/** How long ago, in its largest unit. */
function age(at, now) {
    const seconds = (now.getTime() - Date.parse(at)) / 1000;
    return html `<time datetime="${at}" title="${utc(at)}">${Number.isNaN(seconds) ? at : duration(seconds)}</time>`;
}
/** e.g. `3 d`, `12 min`, `8 s`. */
function duration(seconds) {
    const whole = Math.max(0, Math.round(seconds));
    const [unit, size] = units.find(([, size]) => whole >= size) ?? ['s', 1];
    return `${Math.floor(whole / size)} ${unit}`;
}
/** e.g. `2026-01-31 12:30 UTC`; what is no time stays as it is written. */
function utc(at) {
    const time = new Date(at);
    return Number.isNaN(time.getTime()) ? at : `${time.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
/** e.g. `12:30:05`, or nothing when it is no time. */
function clock(at) {
    const time = new Date(at);
    return Number.isNaN(time.getTime()) ? '' : time.toISOString().slice(11, 19);
}

;// CONCATENATED MODULE: ./lib/fleet/board/chart.js



/** Where things stand in a chart, in its own units: about pixels, as charts are shown at about this width. */
const box = { width: 380, height: 190, left: 44, right: 372, top: 14, bottom: 120, weightTop: 134, weightBottom: 160 };
/** One chart for each metric of a rollout. `aborted` marks its last tick under weight. */
function drawRollout(recording, aborted) {
    const weights = weightsOf(recording);
    if (weights.length === 0)
        return [];
    return seriesOf(recording).map((series) => drawSeries(series, weights, spanOf(recording), aborted));
}
function drawSeries(series, weights, span, aborted) {
    const most = niceCeiling(Math.max(0, ...[...series.canary, ...series.stable].map(rateOf)));
    return html `<figure class="chart">
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
</svg></figure>`;
}
function describe(series, weights, aborted) {
    const canary = totalOf(series.canary);
    const stable = totalOf(series.stable);
    const steps = weights.filter((weight, index) => index === 0 || weight !== weights[index - 1]);
    const side = ({ bad, total }) => `${bad} of ${total} (${percent(rateOf({ bad, total }))})`;
    const end = aborted ? ', then aborted' : '';
    return `${series.name}, ${series.measure}: canary ${side(canary)}, stable ${side(stable)}. Weight ${steps.join(', ')} percent${end}.`;
}
function gridLine(part, most) {
    const y = yOf(part * most, most);
    return html `<line class="grid" x1="${box.left}" x2="${box.right}" y1="${y}" y2="${y}"/><text class="axis end" x="${box.left - 6}" y="${y + 4}">${percent(part * most)}</text>`;
}
/** The weight as steps, each labelled where it begins. */
function weightStrip(weights) {
    const height = box.weightBottom - box.weightTop;
    const width = (box.right - box.left) / weights.length;
    const edge = (index) => round(box.left + index * width);
    const top = (weight) => round(box.weightBottom - (weight / 100) * height);
    const steps = weights.map((weight, index) => `V${top(weight)}H${edge(index + 1)}`).join('');
    const starts = weights.flatMap((weight, index) => (weight === weights[index - 1] ? [] : [{ weight, index }]));
    const far = starts.filter(({ index }, at) => at === 0 || edge(index) - edge(starts[at - 1]?.index ?? 0) > 32);
    return html `<path class="weight" d="M${box.left} ${box.weightBottom}${steps}V${box.weightBottom}Z"/>
<text class="axis end" x="${box.left - 6}" y="${box.weightBottom}">weight</text>
${far.map(({ weight, index }) => html `<text class="axis" x="${edge(index) + 2}" y="${Math.max(top(weight) - 3, box.weightTop + 4)}">${weight} %</text>`)}`;
}
function abortMark(weights) {
    const last = Math.max(0, weights.findLastIndex((weight) => weight > 0));
    const x = xOf(last, weights.length);
    const anchor = x > box.width / 2 ? 'end' : 'start';
    return html `<line class="abort" x1="${x}" x2="${x}" y1="${box.top - 6}" y2="${box.weightBottom}"/><text class="abort ${anchor}" x="${x + (anchor === 'end' ? -5 : 5)}" y="${box.top}">aborted</text>`;
}
/** A line through the points that have requests; a gap where they have none. */
function linePath(points, most) {
    let pen = 'M';
    let path = '';
    for (const [index, point] of points.entries()) {
        if (point.total > 0)
            path += `${pen}${xOf(index, points.length)} ${yOf(rateOf(point), most)}`;
        // A lone point still shows: the line's round cap is drawn by going nowhere.
        if (point.total > 0 && pen === 'M')
            path += 'h0';
        pen = point.total > 0 ? 'L' : 'M';
    }
    return path;
}
function xOf(index, count) {
    return round(box.left + ((index + 0.5) / count) * (box.right - box.left));
}
function yOf(rate, most) {
    return round(box.bottom - (rate / most) * (box.bottom - box.top));
}
function rateOf({ bad, total }) {
    return total > 0 ? Math.min(1, bad / total) : 0;
}
function totalOf(points) {
    return points.reduce((a, b) => ({ bad: a.bad + b.bad, total: a.total + b.total }), { bad: 0, total: 0 });
}
/** The next of 1, 2, 5, 10, … at or above: axes with round ends. Never below 0.1 %, so that quiet stays quiet. */
function niceCeiling(rate) {
    const unit = 10 ** Math.floor(Math.log10(Math.max(rate, 0.001)));
    const step = [1, 2, 5, 10].find((step) => step * unit >= rate * 0.999999) ?? 10;
    return Math.min(1, step * unit);
}
function percent(rate) {
    const value = rate * 100;
    return `${value === 0 ? '0' : value.toFixed(value < 1 ? 2 : value < 10 ? 1 : 0)} %`;
}
function round(value) {
    return Math.round(value * 10) / 10;
}

// EXTERNAL MODULE: ./lib/oci/digest.js
var oci_digest = __webpack_require__(9501);
;// CONCATENATED MODULE: ./lib/fleet/board/parts.js


/** Small pieces that several sections share. */
/** Twelve digits of a digest; the whole of it on hover and for copying tools. */
function digestCode(digest) {
    return html `<code title="${digest}">${(0,oci_digest.shortDigest)(digest)}</code>`;
}
/** Signed and by which key, unsigned, or not known to the ledger. */
function signature(release) {
    if (release === undefined)
        return html `<span class="mark doubt">not in the ledger</span>`;
    if (release.signer === null)
        return html `<span class="mark bad">unsigned</span>`;
    const count = release.evidence.length;
    const evidence = count === 1 ? '1 attestation' : `${count} attestations`;
    return html `<span class="mark good" title="signed by the key ${release.signer}, ${evidence}">signed</span>`;
}
const severities = ['critical', 'high', 'medium', 'low'];
/** Open findings, the grave ones first; one word when there are none, or when nobody has looked. */
function findings(release) {
    const counts = release?.findings;
    if (!counts)
        return html `<span class="mark doubt">not scanned</span>`;
    const open = severities.filter((severity) => counts[severity] > 0);
    if (open.length === 0)
        return html `<span class="mark good">no findings</span>`;
    return html `<span class="findings">${open.map((severity) => html `<span class="${severity}">${counts[severity]} ${severity}</span>`)}</span>`;
}
/** The base image by the end of its name, which tells most, and its digest. */
function base(release) {
    if (!release?.base)
        return null;
    const { name, digest } = release.base;
    return html `<span title="${name}@${digest}">${name.split('/').at(-1) ?? name}</span> ${digestCode(digest)}`;
}
/** A bar without a style attribute, which the page's own policy forbids. */
function weightBar(weight, phase) {
    const part = Math.min(100, Math.max(0, weight));
    return html `<svg class="bar ${phase}" viewBox="0 0 100 6" preserveAspectRatio="none" role="img" aria-label="${part} percent of traffic on the canary"><rect class="rest" width="100" height="6"/><rect class="part" width="${part}" height="6"/></svg>`;
}

;// CONCATENATED MODULE: ./lib/fleet/board/environment.js





const eventsShown = 30;
/** One environment: its rollouts as charts, what happened in it, and what may not come back. */
function environmentSection(fleet, environment, index) {
    const states = fleet.statesOf(environment);
    const events = eventsOf(states);
    const id = `environment-${index}`;
    return html `<section aria-labelledby="${id}"><h2 id="${id}">${environment}</h2>
${rollouts(fleet, environment, states, events)}
<div class="columns">
<div><h3>History</h3>${environment_history(fleet, events)}</div>
<div><h3>Quarantine</h3>${quarantine(fleet, states)}</div>
</div>
</section>`;
}
function rollouts(fleet, environment, states, events) {
    const underway = states.flatMap(({ app, rollout }) => {
        if (rollout === null)
            return [];
        const { candidate, previous, recording, phase, why, generation } = rollout;
        const event = phase === 'aborting' ? 'aborting' : 'running';
        return [card({ app, generation, event, from: previous?.version, to: candidate.version, why }, recording)];
    });
    const finished = events.slice(0, chartsAnEnvironment).flatMap((event) => {
        const recording = fleet.recordingOf(environment, event.app, event.generation);
        if (!recording || recording.ticks.length === 0)
            return [];
        const from = event.from ? fleet.releaseOf(event.app, event.from)?.version : undefined;
        return [card({ ...event, from, to: event.version }, recording)];
    });
    const cards = [...underway, ...finished];
    return cards.length === 0 ? null : html `<div class="cards">${cards}</div>`;
}
const words = {
    promoted: 'promoted',
    aborted: 'aborted',
    'rolled-back': 'rolled back',
    running: 'running',
    aborting: 'aborting',
};
function card({ app, event, from, to, why }, recording) {
    return html `<article class="card">
<header><h4>${app} <span class="quiet">${from && html `${from} → `}</span>${to}</h4> <span class="event ${event}">${words[event]}</span></header>
${drawRollout(recording, event === 'aborted' || event === 'aborting')}
${why && html `<p class="why">${why}</p>`}
</article>`;
}
function environment_history(fleet, events) {
    if (events.length === 0)
        return html `<p class="empty">No rollout has ended here yet.</p>`;
    const more = events.length - eventsShown;
    return html `<ol class="history">${events.slice(0, eventsShown).map((event) => happened(fleet, event))}</ol>
${more > 0 && html `<p class="quiet">and ${more} earlier, in the ledger</p>`}`;
}
function happened(fleet, { app, at, event, version, digest, why, seconds }) {
    return html `<li class="${event}"><div><b>${app}</b> ${version} ${digestCode(digest)} <span class="event ${event}">${words[event]}</span> <span class="quiet">in ${duration(seconds)}</span><span class="age">${age(at, fleet.now)}</span></div>${why && html `<div class="why">${why}</div>`}</li>
`;
}
function quarantine(fleet, states) {
    const held = states
        .flatMap(({ app, quarantine }) => quarantine.map((one) => ({ ...one, app })))
        .sort((a, b) => compareText(b.at, a.at) || compareText(a.app, b.app));
    if (held.length === 0)
        return html `<p class="empty">Nothing is held back.</p>`;
    return html `<ul class="history">${held.map((one) => heldBack(fleet, one))}</ul>`;
}
function heldBack(fleet, { app, version, digest, at, why }) {
    return html `<li class="aborted"><div><b>${app}</b> ${version} ${digestCode(digest)}<span class="age">${age(at, fleet.now)}</span></div><div class="why">${why}</div></li>
`;
}

;// CONCATENATED MODULE: ./lib/fleet/board/grid.js



/** Apps down, environments across: what runs where. On a narrow screen each app becomes a block of its own. */
function grid(fleet) {
    const { environments, apps } = fleet;
    return html `<section aria-labelledby="running"><h2 id="running">What runs where</h2>
${apps.length === 0
        ? html `<p class="empty">Nothing has been published or promoted yet. The first <code>publish --ledger</code> makes an app appear here.</p>`
        : html `<div class="scroll" tabindex="0" role="region" aria-label="Apps and environments"><table class="grid" role="table">
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">App</th>${environments.map((name) => html `<th role="columnheader" scope="col">${name}</th>`)}</tr></thead>
<tbody role="rowgroup">${apps.map((app) => row(fleet, app))}</tbody>
</table></div>`}
</section>`;
}
function row(fleet, app) {
    return html `<tr role="row"><th role="rowheader" scope="row">${app}</th>${fleet.environments.map((environment) => cell(fleet, environment, app))}</tr>
`;
}
function cell(fleet, environment, app) {
    const state = fleet.stateOf(environment, app);
    const inside = state && (state.stable || state.rollout) ? running(fleet, state) : html `<span class="quiet">nothing yet</span>`;
    return html `<td role="cell"><span class="where" aria-hidden="true">${environment}</span>${inside}</td>`;
}
function running(fleet, state) {
    const { app, stable, rollout } = state;
    const release = stable ? fleet.releaseOf(app, stable.digest) : undefined;
    const on = stable && base(release);
    return html `${stable
        ? html `<div class="first"><b class="version">${stable.version}</b> ${digestCode(stable.digest)}<span class="age">${age(stable.since, fleet.now)}</span></div>
${on && html `<div class="base">on ${on}</div>`}
<div class="marks">${signature(release)} ${findings(release)}</div>`
        : html `<div class="first"><span class="quiet">nothing stable yet</span></div>`}${rollout && underway(rollout)}`;
}
const doing = { advancing: 'canary', promoting: 'promoting', aborting: 'aborting' };
function underway({ candidate, phase, weight, kind }) {
    const what = kind === 'rollback' ? 'rolling back to' : doing[phase];
    return html `<div class="rollout ${phase}"><span>${what} <b>${candidate.version}</b> ${digestCode(candidate.digest)}</span><span class="weight">${weight} %</span>${weightBar(weight, phase)}</div>`;
}

;// CONCATENATED MODULE: ./lib/fleet/board/releases.js



const shown = 200;
/** Every published digest, newest first, and where it is stable. */
function releasesTable(fleet) {
    const { releases } = fleet;
    if (releases.length === 0)
        return null;
    const more = releases.length - shown;
    return html `<section aria-labelledby="releases"><h2 id="releases">Releases</h2>
<div class="scroll" tabindex="0" role="region" aria-label="Releases"><table class="releases">
<thead><tr><th scope="col">App</th><th scope="col">Version</th><th scope="col">Digest</th><th scope="col">Published</th><th scope="col">Built for</th><th scope="col">Base</th><th scope="col">Signature</th><th scope="col">Findings</th><th scope="col">Stable in</th></tr></thead>
<tbody>${releases.slice(0, shown).map((release) => releases_row(fleet, release))}</tbody>
</table></div>
${more > 0 && html `<p class="quiet">and ${more} older, in the ledger</p>`}
</section>`;
}
const reasons = {
    push: 'a push',
    base: 'a newer base',
    cve: 'a fixed finding',
    age: 'its age',
    manual: 'by hand',
};
function releases_row(fleet, release) {
    const { app, digest, version, publishedAt, reason } = release;
    const stableIn = fleet.environments.filter((name) => fleet.stateOf(name, app)?.stable?.digest === digest);
    return html `<tr><th scope="row">${app}</th><td>${version}</td><td>${digestCode(digest)}</td><td>${age(publishedAt, fleet.now)} ago</td><td>${reasons[reason]}</td><td>${base(release) ?? html `<span class="quiet">none</span>`}</td><td>${signature(release)}</td><td>${findings(release)}</td><td>${stableIn.join(', ')}</td></tr>
`;
}

;// CONCATENATED MODULE: ./lib/fleet/board/style.js
/** The page's only style sheet. Colours: one for each track, three for how things went; everything else is ink on paper. */
const style = `
:root{color-scheme:light dark;--paper:#fbfaf7;--card:#fff;--ink:#22262b;--quiet:#667079;--line:#e5e2da;--stable:#4a72a0;--canary:#c77700;--good:#2f7a50;--bad:#b8372f;--busy:#9a6200;--good-tint:#e6f2ea;--bad-tint:#fbe9e6;--busy-tint:#fbf0dc;--doubt-tint:#efede7;--weight:#f3e2c4;--metal:#b9862f;--metal-light:#e3bd6a}
@media (prefers-color-scheme:dark){:root{--paper:#15181b;--card:#1c2024;--ink:#e4e6e8;--quiet:#9aa4ad;--line:#2d3338;--stable:#82aede;--canary:#eda63c;--good:#79c79a;--bad:#f08a80;--busy:#e8b35a;--good-tint:#1d3327;--bad-tint:#3d2220;--busy-tint:#3a2d17;--doubt-tint:#292e33;--weight:#4a3d26;--metal:#c8973f;--metal-light:#8b6526}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","DejaVu Sans",sans-serif;font-variant-numeric:tabular-nums}
.top,nav,main,footer{max-width:1280px;margin:0 auto;padding:0 28px}
.top{display:flex;align-items:center;gap:12px;padding-top:28px;padding-bottom:10px}
.top p{margin:0 0 0 auto}
nav{display:flex;flex-wrap:wrap;gap:4px 18px;padding-bottom:16px;font-size:13px}
nav a{color:var(--stable);text-decoration:none}
nav a:hover,nav a:focus-visible{text-decoration:underline}
.logo{width:34px;flex:none}.logo .face{fill:var(--metal)}.logo .edge{fill:var(--metal-light)}
h1{font-size:22px;font-weight:650;margin:0;letter-spacing:-.01em;overflow-wrap:anywhere}
h2{font-size:17px;font-weight:650;margin:44px 0 14px}
h3{font-size:13px;font-weight:600;margin:22px 0 8px;color:var(--quiet)}
h4{font-size:15px;font-weight:600;margin:0;overflow-wrap:anywhere}
p{margin:0}
.quiet,.empty,.age,.base{color:var(--quiet)}
.empty{padding:14px 0}
code{font:12.5px/1.4 ui-monospace,"SF Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace;color:var(--quiet)}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(170px,1fr));margin:0;border:1px solid var(--line);border-radius:10px;background:var(--card);overflow:hidden}
.tiles div{display:flex;flex-direction:column-reverse;justify-content:flex-end;padding:12px 18px;box-shadow:1px 0 var(--line),0 1px var(--line)}
.tiles dt{color:var(--quiet);font-size:13px}
.tiles dd{margin:0;font-size:24px;font-weight:600;line-height:1.25}
.tiles .bad dd{color:var(--bad)}.tiles .busy dd{color:var(--busy)}
.scroll{overflow-x:auto;border:1px solid var(--line);border-radius:10px;background:var(--card)}
.scroll:focus-visible{outline:2px solid var(--stable);outline-offset:2px}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:12px 18px;border-top:1px solid var(--line)}
thead th{border-top:0;padding-top:10px;padding-bottom:10px;color:var(--quiet);font-size:13px;font-weight:600}
tbody th{font-weight:600}
.grid td{min-width:270px}
.grid .where{display:none}
.first{display:flex;align-items:baseline;gap:8px;flex-wrap:wrap}
.version{font-weight:650;overflow-wrap:anywhere}
.age{margin-left:auto;padding-left:8px;white-space:nowrap;font-size:13px}
.base{font-size:13px}
.base code{font-size:12px}
.marks{display:flex;flex-wrap:wrap;gap:6px;margin-top:6px}
.mark,.findings span,.event{display:inline-block;padding:0 8px;border-radius:9px;font-size:12px;line-height:18px;font-weight:500;white-space:nowrap;background:var(--doubt-tint);color:var(--quiet)}
.findings{display:inline-flex;flex-wrap:wrap;gap:6px}
.mark.good,.event.promoted{background:var(--good-tint);color:var(--good)}
.mark.bad,.event.aborted,.event.aborting,.findings .critical,.findings .high{background:var(--bad-tint);color:var(--bad)}
.findings .critical{font-weight:700}
.findings .medium,.event.running,.event.rolled-back{background:var(--busy-tint);color:var(--busy)}
.rollout{display:flex;flex-wrap:wrap;justify-content:space-between;gap:2px 10px;margin-top:10px;padding-top:8px;border-top:1px dashed var(--line);font-size:13px}
.rollout .weight{font-weight:600;color:var(--canary)}
.rollout.aborting .weight,.rollout.aborting b{color:var(--bad)}
.bar{display:block;width:100%;height:6px;border-radius:3px}
.bar .rest{fill:var(--line)}.bar .part{fill:var(--canary)}.bar.aborting .part{fill:var(--bad)}
.cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(380px,100%),1fr));gap:16px}
.card{border:1px solid var(--line);border-radius:10px;background:var(--card);padding:14px 18px;min-width:0}
.card header{display:flex;gap:10px;align-items:baseline;justify-content:space-between}
.card .quiet{font-weight:400}
.chart{margin:10px 0 0}
.chart figcaption{font-size:13px;display:flex;flex-wrap:wrap;gap:0 8px}
.chart svg{display:block;width:100%;height:auto}
.key{white-space:nowrap}.key::before{content:"";display:inline-block;width:14px;height:3px;border-radius:2px;margin-right:5px;vertical-align:4px}
.keys{margin-left:auto;display:flex;gap:12px}
.key.stable::before{background:var(--stable)}.key.canary::before{background:var(--canary)}
.line{fill:none;stroke-width:2;stroke-linejoin:round;stroke-linecap:round}
.line.stable{stroke:var(--stable)}.line.canary{stroke:var(--canary)}
line.grid{stroke:var(--line);stroke-width:1}
path.weight{fill:var(--weight)}
.axis{fill:var(--quiet);font-size:11px}
.end{text-anchor:end}
line.abort{stroke:var(--bad);stroke-width:1.5;stroke-dasharray:4 3}
text.abort{fill:var(--bad);font-size:11px;font-weight:600}
.why{color:var(--quiet);font-size:13px;overflow-wrap:anywhere}
.card .why{margin-top:6px}
.columns{display:grid;grid-template-columns:minmax(0,3fr) minmax(0,2fr);gap:0 40px}
.history{list-style:none;margin:0;padding:0}
.history li{position:relative;padding:0 0 14px 20px}
.history li::before{content:"";position:absolute;left:0;top:7px;width:9px;height:9px;border-radius:50%;background:var(--quiet)}
.history li::after{content:"";position:absolute;left:4px;top:20px;bottom:-3px;width:1px;background:var(--line)}
.history li:last-child::after{display:none}
.history li.promoted::before{background:var(--good)}.history li.aborted::before{background:var(--bad)}.history li.rolled-back::before{background:var(--busy)}
.history li .quiet{font-size:13px}
.history li>div:first-child{display:flex;flex-wrap:wrap;align-items:baseline;gap:2px 8px}
.releases{font-size:14px}
.releases th,.releases td{padding:8px 12px;white-space:nowrap}
.releases td:nth-child(2),.releases td:last-child{white-space:normal;overflow-wrap:anywhere;min-width:7em}
.releases .findings{flex-wrap:nowrap}
footer{padding-top:44px;padding-bottom:36px;font-size:13px}
@media (max-width:760px){
.top,nav,main,footer{padding-left:16px;padding-right:16px}
.top{flex-wrap:wrap}.top p{margin:0;flex-basis:100%}
.columns{grid-template-columns:minmax(0,1fr)}
.tiles{grid-template-columns:repeat(2,1fr)}
.grid,.grid tbody,.grid tr,.grid th,.grid td{display:block}
.grid thead{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}
.grid tr{padding:12px 16px;border-top:1px solid var(--line)}
.grid tbody tr:first-child{border-top:0}
.grid th,.grid td{border:0;padding:0;min-width:0}
.grid td{margin-top:10px}
.grid .where{display:block;color:var(--quiet);font-size:13px}
}
@media print{.scroll{overflow:visible}section{break-inside:avoid-page}}
`;

;// CONCATENATED MODULE: ./lib/fleet/board/page.js








// Only this very style sheet: no script, no request, no frame, no form, whatever a version or a sentence may contain.
const policy = `default-src 'none'; style-src 'sha256-${(0,external_node_crypto_.createHash)('sha256').update(style).digest('base64')}'; img-src data:; base-uri 'none'; form-action 'none'`;
/**
 * One self-contained HTML page of the whole fleet: what runs where, the rollouts and how they were judged, what
 * happened, what is held back, every release. It asks for nothing from outside and runs no script; the same input at
 * the same `now` gives the same bytes.
 */
function renderBoard(input) {
    const fleet = arrange(input);
    const at = fleet.now.toISOString();
    const { markup } = html `<!doctype html>
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
`;
    return markup;
}
const logo = html `<svg class="logo" viewBox="0 0 32 24" aria-hidden="true"><path class="face" d="M8 3h16l6 18H2z"/><path class="edge" d="M11 7h10l3 10H8z"/></svg>`;
/** With two hundred apps, what comes after the first table is far down. */
function contents({ environments, releases }) {
    return html `<nav aria-label="On this page"><a href="#running">What runs where</a>
${environments.map((name, index) => html `<a href="#environment-${index}">${name}</a>
`)}${releases.length > 0 && html `<a href="#releases">Releases</a>`}</nav>`;
}
/** The handful of numbers that say whether one needs to read on. */
function tiles(fleet) {
    const states = fleet.environments.flatMap((environment) => fleet.statesOf(environment));
    const stable = states.flatMap(({ app, stable }) => (stable ? [fleet.releaseOf(app, stable.digest)] : []));
    const count = (matches) => matches.length;
    const grave = (release) => (release?.findings?.critical ?? 0) + (release?.findings?.high ?? 0);
    return html `<dl class="tiles">
${tile('apps', fleet.apps.length)}
${tile('environments', fleet.environments.length)}
${tile('rollouts under way', count(states.filter(({ rollout }) => rollout !== null)), 'busy')}
${tile('digests in quarantine', count(states.flatMap(({ quarantine }) => quarantine)), 'bad')}
${tile('with grave findings', count(stable.filter((release) => grave(release) > 0)), 'bad')}
${tile('not signed', count(stable.filter((release) => !release?.signer)), 'bad')}
</dl>`;
}
/** `alarm` colours a number that is not zero. */
function tile(name, value, alarm = '') {
    return html `<div class="${value > 0 ? alarm : ''}"><dt>${name}</dt><dd>${value}</dd></div>`;
}

;// CONCATENATED MODULE: ./lib/fleet/board/index.js





/***/ }),

/***/ 9501:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ hexOf),
/* harmony export */   isDigest: () => (/* binding */ isDigest),
/* harmony export */   o: () => (/* binding */ digestOf),
/* harmony export */   parseDigest: () => (/* binding */ parseDigest),
/* harmony export */   shortDigest: () => (/* binding */ shortDigest)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);


const pattern = /^sha256:[a-f0-9]{64}$/;
function isDigest(text) {
    return pattern.test(text);
}
/**
 * @throws IngotError `invalid-reference` when `text` is not a sha256 digest
 * @see https://github.com/opencontainers/image-spec/blob/v1.1.1/descriptor.md#digests
 */
function parseDigest(text) {
    if (isDigest(text))
        return text;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .IngotError */ .se('invalid-reference', `${JSON.stringify(text)} is not a digest`, {
        advice: 'A digest is written sha256: followed by 64 lower-case hex digits',
    });
}
function digestOf(bytes) {
    return `sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest('hex')}`;
}
/** The 64 hex digits alone: names files in a layout and in the ledger. */
function hexOf(digest) {
    return digest.slice('sha256:'.length);
}
/** Twelve hex digits, for people. */
function shortDigest(digest) {
    return hexOf(digest).slice(0, 12);
}


/***/ })

};
