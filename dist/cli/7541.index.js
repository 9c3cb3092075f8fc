export const id = 7541;
export const ids = [7541];
export const modules = {

/***/ 7541:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   patch: () => (/* binding */ patch)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _runner_action_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6630);


const accepted = {
    ledger: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
        description: 'Git repository that holds the ledger: a URL or a directory. Default: that of the configuration, else the repository at hand',
        placeholder: 'URL',
    }),
    config: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
        description: 'The configuration: its app, its patch rules and its gate; default ingot.yml when it is there',
        placeholder: 'FILE',
    }),
    environment: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)({ description: 'Environment to look at. Default: every one', placeholder: 'NAME' }),
    app: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)({
        description: 'Application to look at. Default: app of the configuration; every one without a configuration',
        placeholder: 'NAME',
    }),
    'all-apps': (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)({ description: 'Look at every application in the ledger, whatever the configuration is about' }),
    advisories: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
        description: 'Directory of an OSV snapshot to scan with; default scan.advisories of the configuration, else OSV is asked over the network',
        placeholder: 'DIR',
    }),
    report: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({ description: 'Where to write the needs as a JSON array', placeholder: 'FILE' }),
    'insecure-registry': (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)({
        description: 'Registry host that may be spoken to in plain HTTP; loopback always may',
        placeholder: 'HOST',
    }),
};
const patch = (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .defineAction */ .QP)({
    name: 'patch',
    description: 'Says which running images need a rebuild, and why: moved base, fixable finding, or age',
    inputs: accepted,
    outputs: {
        needed: 'Number of images that need a rebuild, each counted once however many environments run it',
        images: 'JSON array, one entry for each image and environment: app, environment, image, version, reason, reasons, from, to, detail, findings',
        matrix: 'JSON array for a matrix, one entry for each image whose base is recorded: app, image, base, tag, reason',
        pending: 'Number of needs that a newer release meets already, and that wait to be promoted',
        unknown: 'Number of questions that could not be answered: neither a need nor its absence',
    },
    permissions: { contents: 'read', packages: 'read' },
    about: `
Run it on a schedule. It reads from the ledger what is stable where, looks up what each recorded base is now (the
platform's own digest), scans each image against today's advisories, and says what needs a rebuild. It changes nothing.
Needing a rebuild is no failure; a fleet about which something could not be found out, and nothing is needed, is.
An image is named once for each base: when a newer release is on today's base, it only waits to be promoted.

\`\`\`yaml
- uses: ./actions/patch
  id: patch
  with:
    environment: production
    advisories: osv-snapshot
\`\`\`
`,
    async run(inputs, job) {
        const { findConfig } = await __webpack_require__.e(/* import() */ 7343).then(__webpack_require__.bind(__webpack_require__, 7343));
        const { locateLedger } = await __webpack_require__.e(/* import() */ 9238).then(__webpack_require__.bind(__webpack_require__, 9238));
        const config = await findConfig(inputs.config);
        const url = await locateLedger(inputs.ledger, config, job.env);
        const { openLedger } = await Promise.all(/* import() */[__webpack_require__.e(3798), __webpack_require__.e(4681), __webpack_require__.e(9501)]).then(__webpack_require__.bind(__webpack_require__, 4681));
        const { findRunning, observe, planPatch, summarisePatch, toEntries, toRebuilds } = await __webpack_require__.e(/* import() */ 8575).then(__webpack_require__.bind(__webpack_require__, 8575));
        const rules = rulesOf(config);
        const ledger = await openLedger(url, job);
        const releases = await ledger.listReleases();
        const apps = inputs['all-apps'] ? [] : inputs.app.length > 0 || config === undefined ? inputs.app : [config.app];
        const filter = { environments: inputs.environment, apps };
        const { running, unrecorded } = findRunning(await ledger.listEnvironments(), releases, filter);
        for (const { app, environment, image } of unrecorded)
            job.warn(`${app} in ${environment} runs ${image}, of which the ledger has no release: publish it`);
        job.log(`Looking at ${running.length} running releases`);
        const current = running.map(({ release }) => release);
        const observations = await observe(current, await openPorts(inputs, config, rules, job), job.signal);
        const plan = planPatch({ running, releases, observations, rules, now: new Date() });
        for (const { release, environment, why } of plan.unknown)
            job.warn(`${release.app} ${release.version} in ${environment}: ${why}`);
        const images = toEntries(plan.needed);
        await writeReport(inputs.report, images);
        const needed = new Set(plan.needed.map(({ release }) => `${release.app} ${release.digest}`)).size;
        return {
            ...verdictOf(plan, needed, running.length),
            outputs: {
                needed,
                images: JSON.stringify(images),
                matrix: JSON.stringify(toRebuilds(plan.needed)),
                pending: plan.pending.length,
                unknown: plan.unknown.length,
            },
            summary: summarisePatch(plan),
        };
    },
});
function rulesOf(config) {
    return config?.patch ?? { rebuildOn: ['base', 'cve'] };
}
function verdictOf(plan, needed, running) {
    if (needed > 0) {
        const lines = plan.needed.map(({ release, environment, reasons, detail }) => {
            return `  ${release.app} ${release.version} in ${environment} (${reasons.join(', ')}): ${detail}`;
        });
        return {
            reason: 'needed',
            message: [`${needed === 1 ? '1 image needs' : `${needed} images need`} a rebuild:`, ...lines].join('\n'),
        };
    }
    if (plan.unknown.length > 0) {
        const message = `Nothing is known to need a rebuild, but ${plan.unknown.length} questions could not be answered`;
        return { reason: 'unreachable', message };
    }
    const waiting = plan.pending.length > 0 ? `; ${plan.pending.length} rebuilt ones wait to be promoted` : '';
    return { reason: 'not-needed', message: `None of ${running} running releases needs a rebuild${waiting}` };
}
/** The registry and the scanner, asked only about the reasons that count. */
async function openPorts(inputs, config, rules, job) {
    const { loadImage } = await Promise.all(/* import() */[__webpack_require__.e(3798), __webpack_require__.e(71)]).then(__webpack_require__.bind(__webpack_require__, 71));
    const { parseReference } = await __webpack_require__.e(/* import() */ 3940).then(__webpack_require__.bind(__webpack_require__, 3940));
    const { openStores } = await __webpack_require__.e(/* import() */ 9999).then(__webpack_require__.bind(__webpack_require__, 9999));
    const stores = await openStores({ insecureHosts: inputs['insecure-registry'], signal: job.signal });
    const load = (name, platform) => {
        const reference = parseReference(name);
        return loadImage(stores.open(reference), reference, { platform, signal: job.signal });
    };
    return {
        resolveBase: async (name, platform) => (await load(name, platform || undefined)).manifestDigest,
        rescan: rules.rebuildOn.includes('cve') ? await openRescan(inputs, config, load, job) : undefined,
    };
}
async function openRescan(inputs, config, load, job) {
    const { gate, osvScanner } = await Promise.all(/* import() */[__webpack_require__.e(3798), __webpack_require__.e(648), __webpack_require__.e(71), __webpack_require__.e(983)]).then(__webpack_require__.bind(__webpack_require__, 983));
    const advisories = inputs.advisories ?? config?.scan.advisories;
    const scanner = osvScanner(advisories === undefined ? {} : { advisories });
    // What would be refused if it were built today, and could be helped by building it again.
    const severity = config?.scan.failOn.severity ?? 'high';
    const policy = { severity, fixableOnly: true, exceptions: config?.scan.exceptions ?? [] };
    return async ({ image, platforms }) => {
        const scan = await scanner.scan(await load(image, platforms[0]), job);
        return gate(scan.findings, policy, scan.startedAt).refused.map(({ finding }) => finding);
    };
}
async function writeReport(file, entries) {
    if (file === undefined)
        return;
    const { mkdir, writeFile } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 1455, 19));
    const { dirname } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 6760, 19));
    try {
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, `${JSON.stringify(entries, undefined, 2)}\n`);
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IngotError */ .se('invalid-input', `Cannot write the report ${file}: ${cause.message}`, { cause });
    }
}


/***/ }),

/***/ 6630:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   QP: () => (/* binding */ defineAction),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   Yq: () => (/* binding */ choice),
/* harmony export */   nd: () => (/* binding */ integer),
/* harmony export */   p_: () => (/* binding */ list)
/* harmony export */ });
function text(prose) {
    return { kind: 'text', required: false, placeholder: 'TEXT', ...prose };
}
/** Given by repeating the flag, or one a line in YAML. */
function list(prose) {
    return { kind: 'list', required: false, placeholder: 'TEXT', ...prose };
}
function flag(prose) {
    return { kind: 'flag', required: false, default: 'false', placeholder: '', ...prose };
}
function integer(prose) {
    const { default: value, ...rest } = prose;
    return {
        kind: 'integer',
        required: false,
        placeholder: 'N',
        ...rest,
        ...(value !== undefined && { default: String(value) }),
    };
}
function choice(choices, prose) {
    return { kind: 'choice', required: false, choices, placeholder: choices.join('|'), ...prose };
}
/**
 * The one definition of an action. action.yml, its README's tables, the CLI command and the JSON Schema are derived from
 * it; heavy rooms are imported inside `run`, so that declaring an action costs nothing at start.
 */
function defineAction(action) {
    return action;
}


/***/ })

};
