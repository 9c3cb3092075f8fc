export const id = 8575;
export const ids = [8575,9501,1882];
export const modules = {

/***/ 18575:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  findRunning: () => (/* reexport */ findRunning),
  observe: () => (/* reexport */ observe),
  planPatch: () => (/* reexport */ planPatch),
  summarisePatch: () => (/* reexport */ summarisePatch),
  toEntries: () => (/* reexport */ toEntries),
  toRebuilds: () => (/* reexport */ toRebuilds)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
;// CONCATENATED MODULE: ./lib/fleet/patch/observe.js

/** Asked at the same time: enough to hide latency, few enough for a registry's patience. */
const concurrency = 4;
/**
 * Asks each question once, however many environments and apps share it.
 *
 * @throws IngotError `cancelled` alone: anything else that fails is noted for that image, and hides no other
 */
async function observe(releases, ports, signal) {
    const { rescan } = ports;
    const bases = new Map(releases.map((release) => [baseKey(release), release]));
    const images = new Map(releases.map((release) => [release.digest, release]));
    const baseNow = await askAll(bases, signal, async ({ base, platforms }) => {
        return base === null ? undefined : { digest: await ports.resolveBase(base.name, platforms[0] ?? '') };
    });
    const findings = await askAll(images, signal, async (release) => rescan?.(release));
    return {
        baseOf: (release) => baseNow.get(baseKey(release)),
        findingsOf: (release) => findings.get(release.digest),
    };
}
function baseKey({ base, platforms }) {
    return `${base?.name ?? ''} ${platforms[0] ?? ''}`;
}
async function askAll(questions, signal, ask) {
    const answers = new Map();
    const open = [...questions];
    const worker = async () => {
        for (let next = open.shift(); next !== undefined; next = open.shift()) {
            signal?.throwIfAborted();
            answers.set(next[0], await ask(next[1]).catch(whyNot));
        }
    };
    await Promise.all(Array.from({ length: concurrency }, worker));
    return answers;
}
/** A defect is not an observation: only what an `IngotError` names is. */
function whyNot(error) {
    if (error instanceof errors/* IngotError */.se && error.reason !== 'cancelled' && error.reason !== 'internal') {
        return { why: error.message };
    }
    throw error;
}

// EXTERNAL MODULE: ./lib/oci/digest.js
var oci_digest = __webpack_require__(9501);
;// CONCATENATED MODULE: ./lib/fleet/patch/plan.js

/**
 * Which running releases need a rebuild, and why. Pure.
 *
 * A base that is revoked needs a rebuild whatever else counts. It does not loop: a need is met by a newer release on today's base, so that each digest is rebuilt once for each base
 * digest. A newer release that has not become stable (still rolling out, undone, or rolled back by a person) is pending.
 */
function planPatch(input) {
    const needed = [];
    const pending = [];
    const unknown = [];
    for (const running of input.running) {
        const { environment, release } = running;
        for (const why of unanswered(release, input))
            unknown.push({ environment, release, why });
        const need = needOf(running, input);
        if (need === undefined)
            continue;
        const successor = successorOf(need, input);
        if (successor === undefined)
            needed.push(need);
        else
            pending.push({ ...need, successor, isQuarantined: running.quarantine.includes(successor.digest) });
    }
    return { needed, pending, unknown };
}
function needOf({ environment, release }, { observations, rules, now, revoked: list = [] }) {
    const to = movedTo(release, observations);
    const revoked = list.find(({ digest }) => digest === release.base?.digest) ?? null;
    const findings = rules.rebuildOn.includes('cve') ? findingsOf(release, observations) : [];
    const days = daysOver(release, rules, now);
    const sentences = [
        revoked !== null && ['base', describeRevoked(release, revoked, to)],
        rules.rebuildOn.includes('base') && to !== null && ['base', describeMove(release, to)],
        findings.length > 0 && ['cve', describeFindings(findings, to)],
        rules.rebuildOn.includes('age') && days !== null && ['age', days],
    ];
    const given = sentences.filter((sentence) => sentence !== false);
    if (given.length === 0)
        return undefined;
    const reasons = [...new Set(given.map(([reason]) => reason))];
    return {
        environment,
        release,
        reasons,
        to,
        revoked,
        findings,
        detail: given.map(([, sentence]) => sentence).join('; '),
    };
}
/**
 * A newer release of the same app that meets the need. For age alone any that is young enough does; else it has to be on the base as it is today,
 * and when a finding is the only reason, it has to have been built for that: being newer is no answer to it.
 */
function successorOf({ release, to, reasons, revoked }, { releases, rules, now, revoked: list = [] }) {
    const base = to ?? release.base?.digest;
    const isMet = (other) => {
        if (revoked !== null && to === null) {
            return other.base !== null && !list.some(({ digest }) => digest === other.base?.digest);
        }
        if (reasons[0] === 'age')
            return daysOver(other, rules, now) === null;
        return other.base?.digest === base && (to !== null || other.reason === 'cve');
    };
    return releases.findLast((other) => other.app === release.app &&
        other.digest !== release.digest &&
        Date.parse(other.publishedAt) > Date.parse(release.publishedAt) &&
        isMet(other));
}
function unanswered(release, { observations, rules }) {
    const base = observations.baseOf(release);
    const findings = observations.findingsOf(release);
    const reasons = [];
    if (rules.rebuildOn.includes('base')) {
        if (release.base === null)
            reasons.push('its base is not recorded, so nobody can tell whether it has moved');
        else if (base !== undefined && 'why' in base)
            reasons.push(`its base cannot be looked up: ${base.why}`);
    }
    if (rules.rebuildOn.includes('cve') && findings !== undefined && 'why' in findings) {
        reasons.push(`it cannot be scanned: ${findings.why}`);
    }
    return reasons;
}
function movedTo(release, observations) {
    const base = observations.baseOf(release);
    const isMoved = base !== undefined && 'digest' in base && base.digest !== release.base?.digest;
    return isMoved ? base.digest : null;
}
function findingsOf(release, observations) {
    const findings = observations.findingsOf(release);
    if (findings === undefined || 'why' in findings)
        return [];
    return findings.filter(({ fixedVersion }) => fixedVersion !== null);
}
function describeMove({ base }, to) {
    const from = base === null ? 'nothing' : (0,oci_digest.shortDigest)(base.digest);
    return `the base ${base?.name} has moved from ${from} to ${(0,oci_digest.shortDigest)(to)}`;
}
function describeRevoked({ base }, { reason, replacement }, to) {
    const said = `the base ${base?.name} is revoked: ${reason}`;
    if (to !== null)
        return said;
    const move = replacement === undefined ? 'its name still means it: move that to a good one first' : `${replacement} replaces it`;
    return `${said}; ${move}`;
}
const shownFindings = 3;
function describeFindings(findings, to) {
    const shown = findings
        .slice(0, shownFindings)
        .map((one) => `${one.id} (${one.severity}) in ${one.package} ${one.version} is fixed in ${one.fixedVersion}`);
    const more = findings.length > shownFindings ? [`and ${findings.length - shownFindings} more`] : [];
    const waits = to === null && findings.every(({ origin }) => origin === 'base');
    const advice = waits ? ['all in the base, which has not moved: rebuild the golden image first'] : [];
    return [...shown, ...more, ...advice].join(', ');
}
const dayMilliseconds = 24 * 60 * 60 * 1000;
function daysOver({ publishedAt }, { maximumAgeMilliseconds }, now) {
    const age = now.getTime() - Date.parse(publishedAt);
    if (maximumAgeMilliseconds === undefined || age <= maximumAgeMilliseconds)
        return null;
    const days = (milliseconds) => Math.floor(milliseconds / dayMilliseconds);
    return `it was published ${days(age)} days ago, ${days(maximumAgeMilliseconds)} are allowed`;
}

;// CONCATENATED MODULE: ./lib/fleet/patch/render.js

function toEntries(needs) {
    return needs.map(({ environment, release, reasons, to, findings, detail }) => ({
        app: release.app,
        environment,
        image: release.image,
        version: release.version,
        reason: reasons[0] ?? '',
        reasons,
        from: release.base?.digest ?? '',
        to: to ?? '',
        detail,
        findings: findings.map(({ id }) => id),
    }));
}
/**
 * Only images that there is something to build on for: a recorded base, and one that may be used. A moved base needs nothing
 * but a rebase, where that may be; a fix in the application's own packages, or mere age, needs a new build.
 */
function toRebuilds(needs, mayRebase) {
    const rebuilds = new Map();
    for (const { release, reasons, to, revoked } of needs) {
        const { app, image, version, base, digest } = release;
        const onto = revoked !== null && to === null ? revoked.replacement : base?.name;
        if (base === null || onto === undefined)
            continue;
        const main = reasons[0] ?? 'base';
        const tag = tagOf(version, main === 'base' && to !== null ? `base.${(0,oci_digest.shortDigest)(to)}` : `${main}.${(0,oci_digest.shortDigest)(digest)}`);
        const rebase = main === 'base' && mayRebase ? image : '';
        rebuilds.set(`${app} ${digest}`, { app, image, base: onto, tag, reason: main, rebase });
    }
    return [...rebuilds.values()];
}
/** The version without what an earlier patch put behind it, then this patch; as a tag may be written. */
function tagOf(version, patch) {
    const own = version.replace(/-(?:base|cve|age)\.[a-f0-9]{12}$/, '').replace(/[^A-Za-z0-9._-]/g, '-');
    return `${own.replace(/^[.-]+/, '').slice(0, 100) || 'patch'}-${patch}`;
}
/** The plan as Markdown. */
function summarisePatch({ needed, pending, unknown }) {
    const headings = '| App | Environment | Version | Why |\n|---|---|---|---|\n';
    const row = (need, why) => `| ${cell(need.release.app)} | ${cell(need.environment)} | ${cell(need.release.version)} | ${cell(why)} |\n`;
    const table = (title, rows) => rows.length === 0 ? '' : `\n#### ${title}\n\n${headings}${rows.join('')}`;
    const needs = needed.map((need) => row(need, `**${need.reasons.join(', ')}**: ${need.detail}`));
    const waits = pending.map((need) => {
        const { version } = need.successor;
        return row(need, need.isQuarantined ? `${version} meets it, and is quarantined here` : `${version} waits to be promoted`);
    });
    const lead = needed.length === 0 ? 'No running image needs a rebuild.\n' : `${headings}${needs.join('')}`;
    return [
        `### Patch\n\n${lead}`,
        table('Rebuilt already', waits),
        table('Could not be found out', unknown.map((one) => row(one, one.why))),
    ].join('');
}
function cell(text) {
    return text.replace(/\|/g, '\\|').replace(/\s+/g, ' ');
}

;// CONCATENATED MODULE: ./lib/fleet/patch/running.js
/** What is stable where. `unrecorded` are stable digests that the ledger has no release of: nothing can be said about them. */
function findRunning(states, releases, { environments = [], apps = [] } = {}) {
    const byKey = new Map(releases.map((release) => [`${release.app} ${release.digest}`, release]));
    const running = [];
    const unrecorded = [];
    for (const { app, environment, stable, quarantine } of states) {
        if (stable === null)
            continue;
        if (environments.length > 0 && !environments.includes(environment))
            continue;
        if (apps.length > 0 && !apps.includes(app))
            continue;
        const release = byKey.get(`${app} ${stable.digest}`);
        if (release === undefined)
            unrecorded.push({ app, environment, image: stable.image });
        else
            running.push({ environment, release, quarantine: quarantine.map(({ digest }) => digest) });
    }
    return { running, unrecorded };
}

;// CONCATENATED MODULE: ./lib/fleet/patch/index.js






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
