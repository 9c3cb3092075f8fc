export const id = 3582;
export const ids = [3582];
export const modules = {

/***/ 3582:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   scan: () => (/* binding */ scan)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _runner_action_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6630);


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
        config: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({ description: 'The configuration; default ingot.yml when it is there', placeholder: 'FILE' }),
        policy: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
            description: 'The organisation policy: where its gate is stricter, it wins',
            placeholder: 'FILE',
        }),
        'insecure-registry': (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)({
            description: 'Registry hosts that may be spoken to in plain HTTP; loopback addresses always may',
            placeholder: 'HOST',
        }),
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
        const { countBySeverity, explainDecision, gate, osvScanner, toSummary } = await Promise.all(/* import() */[__webpack_require__.e(3798), __webpack_require__.e(648), __webpack_require__.e(71), __webpack_require__.e(983)]).then(__webpack_require__.bind(__webpack_require__, 983));
        const { source, policy } = await readSettings(inputs, job);
        const image = await openImage(inputs, job);
        const name = `${image.store.repository}@${image.digest}`;
        job.log(`Scanning ${name}`);
        const scanned = await osvScanner(source).scan(image, {
            signal: job.signal,
            progress: job.progress,
            readBase: await baseReader(image, inputs, job),
        });
        const decision = gate(scanned.findings, policy, scanned.startedAt);
        await writeDocuments(inputs, job, { image, name, scanned, decision });
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
/** What the caller gives, else what ingot.yml says, and never less than what the organisation asks for. */
async function readSettings(inputs, job) {
    const { findConfig, loadPolicy } = await Promise.all(/* import() */[__webpack_require__.e(3798), __webpack_require__.e(3867), __webpack_require__.e(7635)]).then(__webpack_require__.bind(__webpack_require__, 1725));
    const { describeThreshold, parseException, strictest } = await Promise.all(/* import() */[__webpack_require__.e(3798), __webpack_require__.e(648), __webpack_require__.e(71), __webpack_require__.e(983)]).then(__webpack_require__.bind(__webpack_require__, 983));
    const config = (await findConfig(inputs.config))?.scan;
    const minimum = inputs.policy === undefined ? undefined : (await loadPolicy(inputs.policy)).gate;
    const asked = thresholdOf(inputs, config);
    const threshold = minimum === undefined ? asked : strictest(asked, minimum);
    const isDefault = inputs['fail-on'] === undefined && config === undefined;
    const origin = isDefault ? ' (the default: neither fail-on nor ingot.yml says more)' : '';
    job.log(`The gate refuses ${describeThreshold(threshold)}${origin}`);
    const advisories = inputs.advisories ?? config?.advisories;
    const exceptions = [...inputs.exception.map(parseException), ...(config?.exceptions ?? [])];
    return {
        source: { url: inputs['osv-url'], ...(advisories !== undefined && { advisories }) },
        policy: { ...threshold, exceptions },
    };
}
function thresholdOf(inputs, config) {
    const fixableOnly = inputs['fixable-only'];
    if (inputs['fail-on'] !== undefined)
        return { severity: inputs['fail-on'], fixableOnly };
    const configured = config?.failOn ?? { severity: 'high', fixableOnly: false };
    return { severity: configured.severity, fixableOnly: fixableOnly || configured.fixableOnly };
}
async function openImage(inputs, job) {
    const { loadImage, platformsOf } = await Promise.all(/* import() */[__webpack_require__.e(3798), __webpack_require__.e(71)]).then(__webpack_require__.bind(__webpack_require__, 71));
    const { formatPlatform } = await Promise.all(/* import() */[__webpack_require__.e(3798), __webpack_require__.e(4360)]).then(__webpack_require__.bind(__webpack_require__, 4360));
    const { parseReference } = await __webpack_require__.e(/* import() */ 3940).then(__webpack_require__.bind(__webpack_require__, 3940));
    const { openStore } = await Promise.all(/* import() */[__webpack_require__.e(3798), __webpack_require__.e(1204), __webpack_require__.e(8669)]).then(__webpack_require__.bind(__webpack_require__, 1204));
    const { signal } = job;
    const reference = parseReference(inputs.image);
    const store = openStore(reference, { insecureHosts: inputs['insecure-registry'], signal });
    const image = await loadImage(store, reference, { platform: inputs.platform, signal });
    const others = platformsOf(image).length - 1;
    if (others > 0 && inputs.platform === undefined) {
        job.warn(`Only ${formatPlatform(image.config)} is scanned: the image has ${platformsOf(image).join(', ')}`);
    }
    return image;
}
/**
 * Reads the base's manifest in the repository that the image names. Only on the image's own registry: a name in an image must
 * not make this machine talk to strangers.
 */
async function baseReader(image, inputs, job) {
    const { annotationKeys } = await __webpack_require__.e(/* import() */ 261).then(__webpack_require__.bind(__webpack_require__, 261));
    const { parseReference } = await __webpack_require__.e(/* import() */ 3940).then(__webpack_require__.bind(__webpack_require__, 3940));
    const { openStore } = await Promise.all(/* import() */[__webpack_require__.e(3798), __webpack_require__.e(1204), __webpack_require__.e(8669)]).then(__webpack_require__.bind(__webpack_require__, 1204));
    const name = image.manifest.annotations?.[annotationKeys.baseName];
    const hostOf = (reference) => (reference.kind === 'registry' ? reference.host : undefined);
    return async (digest) => {
        try {
            const base = name === undefined ? undefined : parseReference(name);
            if (base === undefined || base.kind !== image.reference.kind || hostOf(base) !== hostOf(image.reference))
                return;
            const store = openStore(base, { insecureHosts: inputs['insecure-registry'], signal: job.signal });
            return await store.readManifest(digest, { signal: job.signal });
        }
        catch (thrown) {
            job.signal.throwIfAborted();
            job.log(`The base ${name} cannot be read, its layers are told by the history: ${thrown.message}`);
            return undefined;
        }
    };
}
/** Every document that was asked for, whatever the gate said. */
async function writeDocuments(inputs, job, { image, name, scanned, decision }) {
    const room = await Promise.all(/* import() */[__webpack_require__.e(3798), __webpack_require__.e(648), __webpack_require__.e(71), __webpack_require__.e(983)]).then(__webpack_require__.bind(__webpack_require__, 983));
    const { formatRepository } = await __webpack_require__.e(/* import() */ 3940).then(__webpack_require__.bind(__webpack_require__, 3940));
    const { findings, packages, distribution, database, startedAt, finishedAt } = scanned;
    const repository = formatRepository(image.reference);
    const digest = image.manifestDigest;
    const now = documentTime(job.env.SOURCE_DATE_EPOCH, startedAt);
    const version = room.engineVersion;
    const json = (value) => `${JSON.stringify(value, null, 2)}\n`;
    const documents = [
        [inputs.report, () => json(room.toReport(findings))],
        [inputs.sarif, () => json(room.toSarif(findings, { image: name, version, decision }))],
        [inputs.sbom, () => room.toCycloneDx(packages, { repository, digest, now, version, distribution })],
        [inputs.attestation, () => json(room.toVulnsPredicate(findings, { version, database, startedAt, finishedAt }))],
    ];
    for (const [file, content] of documents) {
        if (file !== undefined)
            await write(file, await content());
    }
}
async function write(file, content) {
    const { mkdir, writeFile } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 1455, 19));
    const { dirname } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 6760, 19));
    try {
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, content);
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IngotError */ .se('invalid-input', `Cannot write ${file}: ${cause.message}`, { cause });
    }
}
/** @see https://reproducible-builds.org/specs/source-date-epoch/ */
function documentTime(epoch, now) {
    if (epoch === undefined || epoch === '')
        return now;
    const time = new Date(/^\d{1,12}$/.test(epoch) ? Number(epoch) * 1000 : Number.NaN);
    if (!Number.isNaN(time.getTime()))
        return time;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IngotError */ .se('invalid-input', `SOURCE_DATE_EPOCH is ${JSON.stringify(epoch)}: write seconds since 1970`);
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
