export const id = 496;
export const ids = [496,940,501];
export const modules = {

/***/ 3496:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rebaseMany: () => (/* binding */ rebaseMany),
  rebaseOne: () => (/* binding */ rebaseOne)
});

// EXTERNAL MODULE: ./lib/oci/reference.js
var reference = __webpack_require__(3940);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
;// CONCATENATED MODULE: ./lib/actions/wiring/rebase-fleet.js

const imagesAtOnce = 16;
const everyMilliseconds = 2000;
/**
 * Rebases many images side by side. One that is refused or fails does not hold up the rest; only a cancelled run ends early.
 *
 * @param done told of each as it ends, in no order
 */
async function rebaseFleet(rebaser, targets, job, done) {
    await keepMemoryFlat();
    await rebaser.base(); // what cannot be read at all is said once
    const queue = targets.values();
    let finished = 0;
    let last = performance.now();
    const work = async () => {
        for (const target of queue) {
            const outcome = await rebaser.rebase(target).catch((thrown) => {
                job.signal.throwIfAborted();
                return { kind: 'failed', error: (0,errors/* toIngotError */.rI)(thrown) };
            });
            await done(target, outcome);
            finished += 1;
            if (performance.now() - last < everyMilliseconds)
                continue;
            last = performance.now();
            job.progress(`${finished} of ${targets.length} images`);
        }
    };
    const ended = await Promise.allSettled(Array.from({ length: Math.min(imagesAtOnce, targets.length) }, work));
    for (const end of ended)
        if (end.status === 'rejected')
            throw end.reason;
}
/** What a request leaves behind is short-lived: V8 would let it pile up to some 30 MB more before it cleans up. */
async function keepMemoryFlat() {
    const { setFlagsFromString } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 8877, 19));
    setFlagsFromString('--semi-space-growth-factor=1');
    setFlagsFromString('--heap-growing-percent=20');
}

;// CONCATENATED MODULE: ./lib/actions/wiring/rebase-plan.js
/** A plan as Markdown lines that read well in a log, too: layers, settings field by field, and what it would cost. */
async function describePlan({ platforms, dropped, digest }, repository) {
    const { formatBytes } = await __webpack_require__.e(/* import() */ 218).then(__webpack_require__.bind(__webpack_require__, 2218));
    const { shortDigest } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 9501));
    const list = (digests) => digests.map(shortDigest).join(', ') || 'none';
    const lines = platforms.flatMap(({ platform, from, to, work }) => {
        if (work === undefined)
            return [`- ${platform}: on this very base already, stays as it is`];
        return [
            `- ${platform}: base ${shortDigest(from)} → ${shortDigest(to)}`,
            `  - layers kept: ${list(work.kept)}`,
            `  - layers removed: ${list(work.removed)}`,
            `  - layers of the new base: ${list(work.added)}`,
            ...work.changes.map(({ field, before, after }) => `  - ${field}: ${shown(before)} → ${shown(after)}`),
            `  - to write it: ${work.requests} requests at the most, ${formatBytes(work.bytes)}`,
        ];
    });
    const attestations = dropped === 0 ? [] : [`- attestations of the old image that are left out: ${dropped}`];
    return [...lines, ...attestations, `- the result: ${repository}@${digest}`];
}
function shown(value) {
    return value === undefined ? 'nothing' : JSON.stringify(value);
}

;// CONCATENATED MODULE: ./lib/actions/wiring/rebase-report.js

const reasons = {
    ...{ unchanged: 'unchanged', planned: 'planned', rebased: 'done' },
    ...{ refuse: 'rebase-refused', unapproved: 'base-not-approved' },
};
function reasonOf({ kind }) {
    return reasons[kind];
}
/** One sentence, with what to do where it was refused. */
function messageOf(result, { image, baseName, repository }) {
    switch (result.kind) {
        case 'unapproved':
            return result.why;
        case 'refuse': {
            const rule = result.platform === undefined ? result.rule : `${result.rule}, ${result.platform}`;
            return `Cannot rebase ${image} on ${baseName} (rule ${rule}): ${result.why}. ${result.advice}`;
        }
        case 'unchanged':
            return `${image} is on this very base already; nothing was written`;
        case 'planned':
            return `${image} can be rebased on ${baseName}: it would become ${result.digest}`;
        case 'rebased':
            return `Rebased ${image} on ${baseName}: ${repository}@${result.digest}`;
    }
}
function isRefused(result) {
    return result.kind === 'refuse' || result.kind === 'unapproved';
}
/** The outcome of one rebase in the words of the action: reason, message, outputs and the job summary. */
async function reportRebase(result, facts, results) {
    const { baseName, baseDigest, repository, traffic } = facts;
    const reason = reasonOf(result);
    const message = messageOf(result, facts);
    const common = { reason, results, 'base-name': baseName };
    if (isRefused(result)) {
        const details = { rule: result.rule, ...('platform' in result && { platform: result.platform }) };
        const outputs = { digest: '', image: '', ...common, 'base-digest': baseDigest, ...traffic };
        return { reason, message, outputs, details, summary: `### Not rebased\n\n${message}\n` };
    }
    const image = `${repository}@${result.digest}`;
    const to = result.platforms[0]?.to ?? baseDigest;
    const outputs = { digest: result.digest, image, ...common, 'base-digest': to, ...traffic };
    const plan = result.kind === 'planned' ? `\n${(await describePlan(result, repository)).join('\n')}\n` : '';
    const summary = `### Rebase: ${reason}\n\n${message}\n${await tableOf(result.platforms, traffic)}${plan}`;
    const bases = result.platforms.map(({ platform, from, to }) => ({ platform, from, to }));
    const planned = result.kind === 'planned' && {
        plan: result.platforms.map(({ platform, work }) => ({ platform, ...work })),
    };
    return { reason, message, outputs, details: { bases, dropped: result.dropped, ...planned }, summary };
}
async function tableOf(platforms, traffic) {
    const { formatBytes } = await __webpack_require__.e(/* import() */ 218).then(__webpack_require__.bind(__webpack_require__, 2218));
    const { shortDigest } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 9501));
    const rows = platforms.map(({ platform, from, to }) => `| ${platform} | \`${shortDigest(from)}\` | \`${shortDigest(to)}\` |`);
    const table = `| platform | base before | base after |\n|---|---|---|\n${rows.join('\n')}\n`;
    return `\n${table}\n${traffic.requests} requests, ${formatBytes(traffic['bytes-sent'])} sent\n`;
}

;// CONCATENATED MODULE: ./lib/actions/wiring/rebase-fleet-report.js


/** What GitHub takes for an output, with room for the others. */
const maximumOutputCharacters = 900_000;
const rowsShown = 100;
function entryOf(target, outcome, facts) {
    const image = target.written;
    if (outcome.kind === 'failed') {
        const { reason, message, advice } = outcome.error;
        return { image, reason, message: [message, advice].filter(Boolean).join('. ') };
    }
    const reason = reasonOf(outcome);
    if (outcome.kind !== 'refuse' && outcome.kind !== 'unapproved') {
        return { image, reason, result: `${facts.repository}@${outcome.digest}` };
    }
    const platform = outcome.kind === 'refuse' && outcome.platform !== undefined && { platform: outcome.platform };
    return { image, reason, rule: outcome.rule, ...platform, message: messageOf(outcome, facts) };
}
function isBad({ reason }) {
    return errors/* reasons */.Ot[reason] !== 0;
}
/** The outcome for many images: the worst reason is that of the run, and what went well is done all the same. */
function reportFleet(entries, facts) {
    const count = (...wanted) => entries.filter((entry) => wanted.includes(entry.reason)).length;
    const bad = entries.filter(isBad);
    const reason = worstOf(entries);
    const refused = count('rebase-refused', 'base-not-approved');
    const counts = [
        [count('done'), 'rebased'],
        [count('planned'), 'can be rebased'],
        [count('unchanged'), 'on this base already'],
        [refused, 'refused'],
        [bad.length - refused, 'failed'],
    ].filter(([number]) => number !== 0);
    const message = `Of ${entries.length} images on ${facts.baseName}: ${counts.map((pair) => pair.join(' ')).join(', ')}`;
    const all = JSON.stringify(entries);
    const results = all.length <= maximumOutputCharacters ? all : '';
    const outputs = {
        ...{ digest: '', image: '', reason, results },
        ...{ 'base-name': facts.baseName, 'base-digest': facts.baseDigest, ...facts.traffic },
    };
    return { reason, message, outputs, details: { results: entries }, summary: summaryOf(message, entries, bad) };
}
/** Of what was not done the gravest, else the best news. */
function worstOf(entries) {
    const [first] = [...entries].sort((a, b) => errors/* reasons */.Ot[b.reason] - errors/* reasons */.Ot[a.reason]);
    if (first !== undefined && isBad(first))
        return first.reason;
    return (['done', 'planned'].find((reason) => entries.some((entry) => entry.reason === reason)) ?? 'unchanged');
}
function summaryOf(message, entries, bad) {
    const shown = [...bad, ...entries.filter((entry) => !isBad(entry))].slice(0, rowsShown);
    const rows = shown.map((entry) => {
        const text = entry.result ?? entry.message ?? '';
        return `| ${entry.image} | ${entry.reason} | ${text.replaceAll('|', '\\|').replaceAll('\n', ' ')} |`;
    });
    const more = entries.length > shown.length ? `\n${entries.length - shown.length} more are in the report\n` : '';
    return `### Rebase\n\n${message}\n\n| image | | |\n|---|---|---|\n${rows.join('\n')}\n${more}`;
}

;// CONCATENATED MODULE: ./lib/actions/wiring/rebase-run.js





/** One image: its outputs are the action's. */
async function rebaseOne(rebaser, target, run, job) {
    const result = await rebaser.rebase(target);
    const facts = factsOf(target, result, run, await rebaser.baseDigest());
    if (result.kind === 'planned')
        for (const line of await describePlan(result, facts.repository))
            job.log(line);
    tellDropped(result, target, job);
    if (run.provenance !== undefined)
        await writeProvenance(run.provenance, target, result, run, job);
    const entry = entryOf(target, result, facts);
    await writeReport([entry], run);
    return reportRebase(result, { ...facts, traffic: run.traffic() }, JSON.stringify([entry]));
}
/** Many images: what became of each is listed, and the worst is what the run came to. */
async function rebaseMany(rebaser, targets, run, job) {
    const baseDigest = await rebaser.baseDigest();
    const entries = new Map();
    await rebaseFleet(rebaser, targets, job, async (target, outcome) => {
        const facts = factsOf(target, outcome, run, baseDigest);
        const entry = entryOf(target, outcome, facts);
        entries.set(target, entry);
        if (isBad(entry))
            job.log(`${target.written}: ${entry.message}`);
        if (outcome.kind === 'failed')
            return;
        tellDropped(outcome, target, job);
        if (run.provenance === undefined || outcome.kind !== 'rebased')
            return;
        await writeProvenance(`${run.provenance}/${outcome.digest.slice('sha256:'.length)}.json`, target, outcome, run, job);
    });
    const inOrder = targets.flatMap((target) => entries.get(target) ?? []);
    await writeReport(inOrder, run);
    return reportFleet(inOrder, { baseName: run.baseName, baseDigest, traffic: run.traffic() });
}
function factsOf(target, { kind }, { baseName }, baseDigest) {
    const repository = (0,reference.formatRepository)(kind === 'unchanged' ? target.image : target.output);
    return { image: target.written, baseName, baseDigest, repository };
}
function tellDropped(result, { written }, { log }) {
    if (isRefused(result) || result.kind !== 'rebased' || result.dropped === 0)
        return;
    log(`${written}: attestations in the old index that were left out, since they speak of the old image: ${result.dropped}`);
}
async function writeProvenance(file, target, result, run, job) {
    if (isRefused(result) || result.kind !== 'rebased')
        return;
    const { writeRebaseProvenance } = await __webpack_require__.e(/* import() */ 918).then(__webpack_require__.bind(__webpack_require__, 7918));
    const { base, reason, 'old-base': oldBase } = run;
    const output = (0,reference.formatReference)({ ...target.output, ...(target.tags[0] !== undefined && { tag: target.tags[0] }) });
    await writeRebaseProvenance(file, { image: target.written, base, oldBase, output, reason }, result, job.env);
}
async function writeReport(entries, { report }) {
    if (report === undefined)
        return;
    const { toJson, writeDocument } = await __webpack_require__.e(/* import() */ 571).then(__webpack_require__.bind(__webpack_require__, 3571));
    await writeDocument(report, toJson(entries));
}


/***/ }),

/***/ 9501:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ isDigest),
/* harmony export */   ZD: () => (/* binding */ hexOf),
/* harmony export */   ol: () => (/* binding */ digestOf),
/* harmony export */   parseDigest: () => (/* binding */ parseDigest),
/* harmony export */   shortDigest: () => (/* binding */ shortDigest)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
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


/***/ }),

/***/ 3940:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   formatReference: () => (/* binding */ formatReference),
/* harmony export */   formatRepository: () => (/* binding */ formatRepository),
/* harmony export */   isTag: () => (/* binding */ isTag),
/* harmony export */   parseReference: () => (/* binding */ parseReference),
/* harmony export */   pinned: () => (/* binding */ pinned),
/* harmony export */   tagged: () => (/* binding */ tagged)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9501);


const tagPattern = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;
const pathPattern = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*$/;
const hostPattern = /^(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\[[0-9a-fA-F:]+\])(?::\d{1,5})?$/;
function isTag(text) {
    return tagPattern.test(text);
}
/**
 * Docker Hub's short forms are understood: `debian` means `docker.io/library/debian`. No tag and no digest means no
 * tag: a `latest` is never made up.
 *
 * @throws IngotError `invalid-reference`
 * @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pulling-manifests
 */
function parseReference(text) {
    const at = text.lastIndexOf('@');
    const digestText = at < 0 ? undefined : text.slice(at + 1);
    if (digestText !== undefined && !(0,_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)(digestText))
        throw malformed(text, `${digestText || 'nothing'} is not a digest`);
    const { name, tag } = splitTag(at < 0 ? text : text.slice(0, at));
    if (tag !== undefined && !tagPattern.test(tag))
        throw malformed(text, `${JSON.stringify(tag)} is not a tag`);
    const label = { ...(tag !== undefined && { tag }), ...(digestText !== undefined && { digest: digestText }) };
    if (name.startsWith('oci:')) {
        const directory = name.slice('oci:'.length);
        if (directory === '' || directory.includes('\0'))
            throw malformed(text, 'the directory of the layout is missing');
        return { kind: 'layout', directory, ...label };
    }
    const { host, path } = splitHost(name);
    if (!isHost(host))
        throw malformed(text, `${JSON.stringify(host)} is not a registry host`);
    if (!pathPattern.test(path))
        throw malformed(text, `${JSON.stringify(path)} is not a repository path (lower case only)`);
    return { kind: 'registry', host, path, ...label };
}
/** The repository without tag or digest, as `parseReference` reads it. */
function formatRepository(reference) {
    return reference.kind === 'layout' ? `oci:${reference.directory}` : `${reference.host}/${reference.path}`;
}
function formatReference(reference) {
    const tag = reference.tag === undefined ? '' : `:${reference.tag}`;
    const digest = reference.digest === undefined ? '' : `@${reference.digest}`;
    return `${formatRepository(reference)}${tag}${digest}`;
}
/** The same repository, named by digest alone: what every record and every deployment holds. */
function pinned(reference, digest) {
    const { tag: _, ...rest } = reference;
    return { ...rest, digest };
}
function tagged(reference, tag) {
    if (!tagPattern.test(tag))
        throw malformed(tag, `${JSON.stringify(tag)} is not a tag`);
    const { digest: _, ...rest } = reference;
    return { ...rest, tag };
}
/** Splits at the last colon that has no slash behind it, and that is not the colon of `oci:`. */
function splitTag(text) {
    const colon = text.lastIndexOf(':');
    const isLabel = colon >= 0 && !text.slice(colon).includes('/') && text.slice(0, colon) !== 'oci';
    return isLabel ? { name: text.slice(0, colon), tag: text.slice(colon + 1) } : { name: text };
}
function splitHost(name) {
    const slash = name.indexOf('/');
    const first = slash < 0 ? '' : name.slice(0, slash);
    const isHost = first.includes('.') || first.includes(':') || first === 'localhost';
    if (isHost)
        return { host: first, path: name.slice(slash + 1) };
    return { host: 'docker.io', path: slash < 0 ? `library/${name}` : name };
}
/** A name that an address can hold, and that means itself there: `0x7f.1` would lead to 127.0.0.1. */
function isHost(host) {
    if (!hostPattern.test(host) || !URL.canParse(`http://${host}/`))
        return false;
    const { hostname } = new URL(`http://${host}/`);
    return hostname.startsWith('[') || hostname === host.replace(/:\d+$/, '').toLowerCase();
}
function malformed(text, why) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IngotError */ .se('invalid-reference', `Cannot read the image reference ${JSON.stringify(text)}: ${why}`, {
        advice: 'Write registry/repository:tag, registry/repository@sha256:…, oci:DIR:NAME or oci:DIR@sha256:…',
    });
}


/***/ })

};
