export const id = 7541;
export const ids = [7541];
export const modules = {

/***/ 77541:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   patch: () => (/* binding */ patch)
/* harmony export */ });
/* harmony import */ var _runner_action_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(56630);
/* harmony import */ var _shared_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42274);


const patch = (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .defineAction */ .QP)({
    name: 'patch',
    description: 'Says which running images need a rebuild, and why: moved base, fixable finding, or age',
    inputs: {
        ledger: _shared_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .ledger */ .Wg,
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
        policy: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
            description: 'Organisation policy whose revoked bases no image may stay on',
            placeholder: 'FILE',
        }),
        advisories: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
            description: 'Directory of an OSV snapshot to scan with; default scan.advisories of the configuration, else OSV is asked over the network',
            placeholder: 'DIR',
        }),
        report: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({ description: 'Where to write the needs as a JSON array', placeholder: 'FILE' }),
        'insecure-registry': _shared_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .insecureRegistry */ .ch,
    },
    outputs: {
        needed: 'Number of images that need a rebuild, each counted once however many environments run it',
        images: 'JSON array, one entry for each image and environment: app, environment, image, version, reason, reasons, from, to, detail, findings',
        matrix: 'JSON array for a matrix, one entry for each image whose base is recorded: app, image, base, tag, reason, rebase (the image when it may be rebased, else empty)',
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
        const { findConfig } = await __webpack_require__.e(/* import() */ 7343).then(__webpack_require__.bind(__webpack_require__, 77343));
        const { locateLedger } = await __webpack_require__.e(/* import() */ 9238).then(__webpack_require__.bind(__webpack_require__, 79238));
        const config = await findConfig(inputs.config);
        const url = await locateLedger(inputs.ledger, config, job.env);
        const { openLedger } = await Promise.all(/* import() */[__webpack_require__.e(1837), __webpack_require__.e(6723), __webpack_require__.e(4681), __webpack_require__.e(9501)]).then(__webpack_require__.bind(__webpack_require__, 94681));
        const { findRunning, observe, planPatch, toEntries } = await __webpack_require__.e(/* import() */ 8575).then(__webpack_require__.bind(__webpack_require__, 18575));
        const { openPatchPorts } = await __webpack_require__.e(/* import() */ 533).then(__webpack_require__.bind(__webpack_require__, 30533));
        const { mayRebase } = await __webpack_require__.e(/* import() */ 6396).then(__webpack_require__.bind(__webpack_require__, 16396));
        const { reportPatch } = await __webpack_require__.e(/* import() */ 5199).then(__webpack_require__.bind(__webpack_require__, 85199));
        const { toJson, writeDocument } = await __webpack_require__.e(/* import() */ 3571).then(__webpack_require__.bind(__webpack_require__, 3571));
        const { loadPolicy } = await Promise.all(/* import() */[__webpack_require__.e(1837), __webpack_require__.e(6723), __webpack_require__.e(8815), __webpack_require__.e(2714)]).then(__webpack_require__.bind(__webpack_require__, 42714));
        const revoked = inputs.policy === undefined ? [] : (await loadPolicy(inputs.policy)).revoked;
        const rules = config?.patch ?? { rebuildOn: ['base', 'cve'] };
        const ledger = await openLedger(url, job);
        const releases = await ledger.listReleases();
        const apps = inputs['all-apps'] ? [] : inputs.app.length > 0 || config === undefined ? inputs.app : [config.app];
        const filter = { environments: inputs.environment, apps };
        const { running, unrecorded } = findRunning(await ledger.listEnvironments(), releases, filter);
        for (const { app, environment, image } of unrecorded)
            job.warn(`${app} in ${environment} runs ${image}, of which the ledger has no release: publish it`);
        job.log(`Running releases to look at: ${running.length}`);
        const current = running.map(({ release }) => release);
        const observations = await observe(current, await openPatchPorts(inputs, config?.scan, rules, job), job.signal);
        const plan = planPatch({ running, releases, observations, rules, revoked, now: new Date() });
        for (const { release, environment, why } of plan.unknown)
            job.warn(`${release.app} ${release.version} in ${environment}: ${why}`);
        if (inputs.report !== undefined)
            await writeDocument(inputs.report, toJson(toEntries(plan.needed)));
        return reportPatch(plan, running.length, mayRebase(config?.bake));
    },
});


/***/ }),

/***/ 42274:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $W: () => (/* binding */ config),
/* harmony export */   IS: () => (/* binding */ evidencePolicy),
/* harmony export */   Ik: () => (/* binding */ lastRelease),
/* harmony export */   VW: () => (/* binding */ verificationKey),
/* harmony export */   Wg: () => (/* binding */ ledger),
/* harmony export */   cA: () => (/* binding */ environment),
/* harmony export */   ch: () => (/* binding */ insecureRegistry),
/* harmony export */   e0: () => (/* binding */ provenanceFile),
/* harmony export */   kn: () => (/* binding */ previous),
/* harmony export */   ty: () => (/* binding */ requiredPredicate),
/* harmony export */   ut: () => (/* binding */ basePolicy),
/* harmony export */   wX: () => (/* binding */ environmentConfig),
/* harmony export */   wf: () => (/* binding */ rolloutDryRun)
/* harmony export */ });
/* harmony import */ var _runner_action_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56630);

/** Inputs that mean the same in every action that takes them. What has a reason to differ is described where it does. */
const insecureRegistry = (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)({
    description: 'Registry host that may be spoken to in plain HTTP; loopback always may',
    placeholder: 'HOST',
});
const ledger = (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
    description: 'Git repository that holds the ledger: a URL or a directory. Default: that of the configuration, else the repository at hand',
    placeholder: 'URL',
});
const config = (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
    description: 'The configuration; default ingot.yml when it is there',
    placeholder: 'FILE',
});
/** Of the actions that cannot do without: `promote` and `rollback`. */
const environmentConfig = (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
    description: 'Configuration that describes the environment',
    default: 'ingot.yml',
    placeholder: 'FILE',
});
const environment = (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
    description: 'Name of the environment in the configuration',
    required: true,
    placeholder: 'NAME',
});
/** Of the actions that make an image, or find that it is there already: `bake` and `join`. */
const previous = (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
    description: 'Image to compare with, in the repository of the output: when the content is the same it is kept, and nothing is made; layers that are the same are taken over from it. Default: what the tag of the output names',
    placeholder: 'REF',
});
const lastRelease = (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)({
    description: "Compare with the app's last release in the ledger; needs a configuration",
});
/** The policy as `bake` and `rebase` ask it. */
const basePolicy = (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
    description: 'Organisation policy that says which bases are approved, and by whose signature',
    placeholder: 'FILE',
});
/** The policy as `publish`, `promote` and `rollback` ask it. */
const evidencePolicy = (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
    description: 'Organisation policy whose required attestations are added to those of the configuration',
    placeholder: 'FILE',
});
const verificationKey = (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)({
    description: 'File of the key whose signatures count (PEM, the public half is enough); of several any may have signed. ingot.yml supplies it as verify.key',
    placeholder: 'FILE',
});
const requiredPredicate = (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)({
    description: 'Predicate type that must be attested: provenance, sbom, vulns, test-result or a URI; the signature always is. ingot.yml supplies it as verify.require',
    placeholder: 'PREDICATE',
});
const provenanceFile = (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
    description: 'File to write a SLSA provenance predicate to',
    placeholder: 'FILE',
});
const rolloutDryRun = (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)({ description: 'Check and say what would be done, and change nothing' });


/***/ }),

/***/ 56630:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   QP: () => (/* binding */ defineAction),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   Yq: () => (/* binding */ choice),
/* harmony export */   nd: () => (/* binding */ integer),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   zD: () => (/* binding */ grouped)
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
/** The same inputs, listed together by `--help`. */
function grouped(group, inputs) {
    return Object.fromEntries(Object.entries(inputs).map(([name, input]) => [name, { ...input, group }]));
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
