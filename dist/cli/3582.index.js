export const id = 3582;
export const ids = [3582];
export const modules = {

/***/ 13582:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   scan: () => (/* binding */ scan)
/* harmony export */ });
/* harmony import */ var _runner_action_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(56630);
/* harmony import */ var _shared_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42274);


const scan = (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .defineAction */ .QP)({
    name: 'scan',
    description: 'Looks for known vulnerabilities in an image, decides at the gate whether it may ship, and writes the evidence',
    inputs: {
        image: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({ description: 'The image, best by digest', required: true, placeholder: 'REF' }),
        platform: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
            description: 'os/architecture of the image to scan when the reference names several; default linux on this machine',
            placeholder: 'PLATFORM',
        }),
        engine: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)(['osv'], {
            description: 'Where findings come from: osv is built in and needs nothing else',
            default: 'osv',
        }),
        advisories: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
            description: 'Directory of an OSV snapshot; without it OSV is asked over the network',
            placeholder: 'DIR',
        }),
        'osv-url': (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
            description: "Address of OSV's API, or of a mirror",
            default: 'https://api.osv.dev',
            placeholder: 'URL',
        }),
        'fail-on': (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)(['critical', 'high', 'medium', 'low'], {
            description: 'Findings of this severity or worse are refused; replaces scan.fail-on of ingot.yml. Without either: high',
            placeholder: 'SEVERITY',
        }),
        'fixable-only': (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)({ description: 'Refuse only findings that have a fix' }),
        exception: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)({
            description: 'A finding that is accepted through a last day (YYYY-MM-DD, UTC), with the reason; beside those in ingot.yml',
            placeholder: 'ID[@PACKAGE]=UNTIL:REASON',
        }),
        sarif: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({ description: 'Where to write the findings as SARIF 2.1.0, for code scanning', placeholder: 'FILE' }),
        sbom: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({ description: 'Where to write the packages as a CycloneDX 1.6 SBOM', placeholder: 'FILE' }),
        report: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({ description: 'Where to write the findings as a JSON array', placeholder: 'FILE' }),
        attestation: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
            description: 'Where to write the in-toto vulns v0.2 predicate, for the action sign',
            placeholder: 'FILE',
        }),
        config: _shared_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .config */ .$W,
        policy: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
            description: 'The organisation policy: where its gate is stricter, it wins',
            placeholder: 'FILE',
        }),
        'insecure-registry': _shared_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .insecureRegistry */ .ch,
    },
    outputs: {
        verdict: 'pass or fail',
        critical: 'Number of critical findings, exceptions included',
        high: 'Number of high findings, exceptions included',
        medium: 'Number of medium findings, exceptions included',
        low: 'Number of low findings, exceptions included',
        unknown: 'Number of findings that nobody has rated; they count as low at the gate',
        packages: 'Number of packages found in the image',
    },
    permissions: { packages: 'read' },
    about: `Reads the packages of an image out of its layers (Debian, Ubuntu, Alpine and npm), matches them against OSV's
advisories, and lets a gate decide. All documents are written whatever the gate says, and all derive from one scan.

\`\`\`yaml
- uses: ./actions/scan
  with:
    image: ghcr.io/acme/shop@sha256:…
    fail-on: high
    fixable-only: true
    exception: CVE-2026-1234@zlib1g=2026-12-31:the vulnerable function is never called
    sarif: evidence/scan.sarif
    sbom: evidence/sbom.json
\`\`\`

Give the job no secrets and no write permissions: it reads what others have built. Scanning an index looks at one platform:
run a matrix over \`platform\` for the others. How severities, exceptions and layers are judged is in docs/gate.md and docs/scan.md.
`,
    async run(inputs, job) {
        const { countBySeverity, explainDecision, gate, osvScanner, toSummary } = await Promise.all(/* import() */[__webpack_require__.e(1837), __webpack_require__.e(5277), __webpack_require__.e(6723), __webpack_require__.e(648), __webpack_require__.e(366), __webpack_require__.e(983)]).then(__webpack_require__.bind(__webpack_require__, 30983));
        const { baseReader } = await __webpack_require__.e(/* import() */ 4849).then(__webpack_require__.bind(__webpack_require__, 14849));
        const { readDocumentTime, writeScanDocuments } = await __webpack_require__.e(/* import() */ 6474).then(__webpack_require__.bind(__webpack_require__, 26474));
        const { openScanImage } = await __webpack_require__.e(/* import() */ 6961).then(__webpack_require__.bind(__webpack_require__, 26961));
        const { readScanSettings } = await __webpack_require__.e(/* import() */ 9179).then(__webpack_require__.bind(__webpack_require__, 29179));
        const { source, policy } = await readScanSettings(inputs, job);
        const documentTime = await readDocumentTime(job.env);
        const image = await openScanImage(inputs, job);
        const name = `${image.store.repository}@${image.digest}`;
        const readBase = await baseReader(image, inputs['insecure-registry'], job);
        job.log(`Scanning ${name}`);
        const scanned = await osvScanner(source).scan(image, { signal: job.signal, progress: job.progress, readBase });
        const decision = gate(scanned.findings, policy, scanned.startedAt);
        await writeScanDocuments(inputs, { image, name, scanned, decision, documentTime });
        for (const warning of [...scanned.warnings, ...decision.warnings])
            job.warn(warning);
        const { verdict } = decision;
        const packages = scanned.packages.length;
        return {
            reason: verdict === 'pass' ? 'done' : 'gate-failed',
            message: explainDecision(decision, name, packages),
            outputs: { verdict, ...countBySeverity(scanned.findings), packages },
            summary: toSummary(scanned, decision, name),
        };
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
