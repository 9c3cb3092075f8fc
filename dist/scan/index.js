import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 6193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:string_decoder");

/***/ }),

/***/ 8500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 3370:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  S: () => (/* binding */ scan)
});

;// CONCATENATED MODULE: ./lib/runner/action.js
function action_text(prose) {
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

;// CONCATENATED MODULE: ./lib/actions/shared-inputs.js

/** Inputs that mean the same in every action that takes them. What has a reason to differ is described where it does. */
const insecureRegistry = list({
    description: 'Registry host that may be spoken to in plain HTTP; loopback always may',
    placeholder: 'HOST',
});
const ledger = action_text({
    description: 'Git repository that holds the ledger: a URL or a directory. Default: that of the configuration, else the repository at hand',
    placeholder: 'URL',
});
const config = action_text({
    description: 'The configuration; default ingot.yml when it is there',
    placeholder: 'FILE',
});
/** Of the actions that cannot do without: `promote` and `rollback`. */
const environmentConfig = action_text({
    description: 'Configuration that describes the environment',
    default: 'ingot.yml',
    placeholder: 'FILE',
});
const environment = action_text({
    description: 'Name of the environment in the configuration',
    required: true,
    placeholder: 'NAME',
});
/** Of the actions that make an image, or find that it is there already: `bake` and `join`. */
const previous = action_text({
    description: 'Image to compare with, in the repository of the output: when the content is the same it is kept, and nothing is made; layers that are the same are taken over from it. Default: what the tag of the output names',
    placeholder: 'REF',
});
const lastRelease = flag({
    description: "Compare with the app's last release in the ledger; needs a configuration",
});
/** The policy as `bake` and `rebase` ask it. */
const basePolicy = action_text({
    description: 'Organisation policy that says which bases are approved, and by whose signature',
    placeholder: 'FILE',
});
/** The policy as `publish`, `promote` and `rollback` ask it. */
const evidencePolicy = action_text({
    description: 'Organisation policy whose required attestations are added to those of the configuration',
    placeholder: 'FILE',
});
const verificationKey = list({
    description: 'File of the key whose signatures count (PEM, the public half is enough); of several any may have signed. ingot.yml supplies it as verify.key',
    placeholder: 'FILE',
});
const requiredPredicate = list({
    description: 'Predicate type that must be attested: provenance, sbom, vulns, test-result or a URI; the signature always is. ingot.yml supplies it as verify.require',
    placeholder: 'PREDICATE',
});
const provenanceFile = action_text({
    description: 'File to write a SLSA provenance predicate to',
    placeholder: 'FILE',
});
const rolloutDryRun = flag({ description: 'Check and say what would be done, and change nothing' });

;// CONCATENATED MODULE: ./lib/actions/scan.js


const scan = defineAction({
    name: 'scan',
    description: 'Looks for known vulnerabilities in an image, decides at the gate whether it may ship, and writes the evidence',
    inputs: {
        image: action_text({ description: 'The image, best by digest', required: true, placeholder: 'REF' }),
        platform: action_text({
            description: 'os/architecture of the image to scan when the reference names several; default linux on this machine',
            placeholder: 'PLATFORM',
        }),
        engine: choice(['osv'], {
            description: 'Where findings come from: osv is built in and needs nothing else',
            default: 'osv',
        }),
        advisories: action_text({
            description: 'Directory of an OSV snapshot; without it OSV is asked over the network',
            placeholder: 'DIR',
        }),
        'osv-url': action_text({
            description: "Address of OSV's API, or of a mirror",
            default: 'https://api.osv.dev',
            placeholder: 'URL',
        }),
        'fail-on': choice(['critical', 'high', 'medium', 'low'], {
            description: 'Findings of this severity or worse are refused; replaces scan.fail-on of ingot.yml. Without either: high',
            placeholder: 'SEVERITY',
        }),
        'fixable-only': flag({ description: 'Refuse only findings that have a fix' }),
        exception: list({
            description: 'A finding that is accepted through a last day (YYYY-MM-DD, UTC), with the reason; beside those in ingot.yml',
            placeholder: 'ID[@PACKAGE]=UNTIL:REASON',
        }),
        sarif: action_text({ description: 'Where to write the findings as SARIF 2.1.0, for code scanning', placeholder: 'FILE' }),
        sbom: action_text({ description: 'Where to write the packages as a CycloneDX 1.6 SBOM', placeholder: 'FILE' }),
        report: action_text({ description: 'Where to write the findings as a JSON array', placeholder: 'FILE' }),
        attestation: action_text({
            description: 'Where to write the in-toto vulns v0.2 predicate, for the action sign',
            placeholder: 'FILE',
        }),
        config: config,
        policy: action_text({
            description: 'The organisation policy: where its gate is stricter, it wins',
            placeholder: 'FILE',
        }),
        'insecure-registry': insecureRegistry,
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
        const { countBySeverity, explainDecision, gate, osvScanner, toSummary } = await Promise.all(/* import() */[__nccwpck_require__.e(837), __nccwpck_require__.e(277), __nccwpck_require__.e(377), __nccwpck_require__.e(858), __nccwpck_require__.e(583), __nccwpck_require__.e(983)]).then(__nccwpck_require__.bind(__nccwpck_require__, 983));
        const { baseReader } = await __nccwpck_require__.e(/* import() */ 849).then(__nccwpck_require__.bind(__nccwpck_require__, 4849));
        const { readDocumentTime, writeScanDocuments } = await __nccwpck_require__.e(/* import() */ 808).then(__nccwpck_require__.bind(__nccwpck_require__, 808));
        const { openScanImage } = await __nccwpck_require__.e(/* import() */ 961).then(__nccwpck_require__.bind(__nccwpck_require__, 6961));
        const { readScanSettings } = await __nccwpck_require__.e(/* import() */ 179).then(__nccwpck_require__.bind(__nccwpck_require__, 9179));
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

/***/ 9591:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _runner_github_actions_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7582);
/* harmony import */ var _actions_scan_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3370);


await (0,_runner_github_actions_js__WEBPACK_IMPORTED_MODULE_0__/* .runAction */ .C)(_actions_scan_js__WEBPACK_IMPORTED_MODULE_1__/* .scan */ .S)

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 452:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ codeOf),
/* harmony export */   Ot: () => (/* binding */ reasons),
/* harmony export */   rI: () => (/* binding */ toIngotError),
/* harmony export */   se: () => (/* binding */ IngotError)
/* harmony export */ });
/**
 * The closed list of reasons. Every result and every error carries exactly one of them; scripts may branch on it.
 * The number is the exit code of the process: 0 done; 1 the verdict is no; 2 wrong use or wrong configuration;
 * 3 could not be carried out.
 */
const reasons = {
    done: 0,
    unchanged: 0,
    planned: 0,
    'in-progress': 0,
    promoted: 0,
    'rolled-back': 0,
    'already-stable': 0,
    'not-needed': 0,
    needed: 0,
    'base-not-approved': 1,
    'validation-failed': 1,
    'gate-failed': 1,
    'verification-refused': 1,
    'rebase-refused': 1,
    quarantined: 1,
    'canary-aborted': 1,
    superseded: 1,
    drifted: 1,
    'judge-failed': 1,
    'expectation-failed': 1,
    'not-proven': 1,
    'invalid-input': 2,
    'invalid-config': 2,
    'invalid-reference': 2,
    'no-rollback-target': 2,
    'not-found': 3,
    unreadable: 3,
    unwritable: 3,
    'digest-mismatch': 3,
    'size-exceeded': 3,
    'unsafe-layer': 3,
    unauthorized: 3,
    'tag-immutable': 3,
    unsupported: 3,
    'ledger-unreadable': 3,
    'ledger-conflict': 3,
    unreachable: 3,
    'timed-out': 3,
    'tool-failed': 3,
    'target-failed': 3,
    cancelled: 3,
    internal: 3,
};
/**
 * A failure that a user can act on. `message` says what was attempted, on which side it failed and why;
 * `advice` says the next move. Neither ever holds a secret, a token or a query string.
 */
class IngotError extends Error {
    name = 'IngotError';
    reason;
    advice;
    constructor(reason, message, options = {}) {
        super(message, options.cause === undefined ? undefined : { cause: options.cause });
        this.reason = reason;
        this.advice = options.advice;
    }
    get exitCode() {
        return reasons[this.reason];
    }
}
/**
 * Anything thrown, as an IngotError that keeps its cause: an abort becomes `cancelled`, a refusal of the operating system
 * (full disk, missing permission) `unwritable` or `unreadable`, and what is not ours `internal`.
 */
function toIngotError(thrown) {
    if (thrown instanceof IngotError)
        return thrown;
    if (thrown?.name === 'AbortError') {
        return new IngotError('cancelled', 'Cancelled before it was finished', { cause: thrown });
    }
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    const advice = adviceOnSystem[codeOf(thrown) ?? ''];
    if (advice !== undefined) {
        return new IngotError(isOfWriting(thrown) ? 'unwritable' : 'unreadable', message, { advice, cause: thrown });
    }
    return new IngotError('internal', `Unexpected failure: ${message}`, {
        advice: 'This is a defect: please report it with the log of this run',
        cause: thrown,
    });
}
/** What the user's machine refuses: nobody's defect, whichever call met it. */
const adviceOnSystem = {
    ENOSPC: 'The disk is full: make room, and run it again',
    EDQUOT: 'The disk quota is used up: make room, and run it again',
    EROFS: 'The disk is mounted read-only: name a place that can be written',
    EACCES: 'Run it as a user that may do this, or change owner or mode of what is named',
    EPERM: 'Run it as a user that may do this, or change owner or mode of what is named',
    EMFILE: 'Too many files are open: raise the limit (ulimit -n), and run it again',
    ENFILE: 'Too many files are open on this machine: end what holds them, and run it again',
};
const writingCalls = [
    'write',
    'mkdir',
    'rename',
    'unlink',
    'rm',
    'rmdir',
    'link',
    'symlink',
    'chmod',
    'copyfile',
    'fsync',
];
function isOfWriting(thrown) {
    const { syscall } = thrown;
    if (['ENOSPC', 'EDQUOT', 'EROFS'].includes(codeOf(thrown) ?? ''))
        return true;
    return typeof syscall === 'string' && writingCalls.includes(syscall);
}
/** The code that Node gives to failures of the system (`ENOENT`, `ECONNRESET`, …), of anything thrown. */
function codeOf(thrown) {
    if (typeof thrown !== 'object' || thrown === null || !('code' in thrown))
        return undefined;
    return typeof thrown.code === 'string' ? thrown.code : undefined;
}


/***/ }),

/***/ 7582:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  C: () => (/* binding */ runAction)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __nccwpck_require__(8474);
;// CONCATENATED MODULE: ./lib/runner/cancellation.js

/** A signal that fires on SIGINT and SIGTERM; a second one ends the process at once. */
function cancellation() {
    const controller = new AbortController();
    (0,external_node_events_.setMaxListeners)(0, controller.signal); // every request on the way listens; there are as many as there is work
    for (const name of ['SIGINT', 'SIGTERM']) {
        process.once(name, () => controller.abort(new DOMException(`Received ${name}`, 'AbortError')));
    }
    return controller.signal;
}

// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(452);
;// CONCATENATED MODULE: ./lib/runner/inputs.js

/**
 * Written inputs as typed values, defaults filled in.
 *
 * @param spell how the caller writes an input's name in messages, e.g. `--image` or `image:`
 * @throws IngotError `invalid-input`
 */
function readInputs(inputs, raw, spell) {
    const entries = Object.entries(inputs).map(([name, input]) => {
        const written = raw[name] ?? (input.default === undefined ? [] : [input.default]);
        if (input.required && written.length === 0) {
            throw new errors/* IngotError */.se('invalid-input', `${spell(name)} is required`, { advice: input.description });
        }
        return [name, readValue(input, written, spell(name))];
    });
    return Object.fromEntries(entries);
}
function readValue(input, written, name) {
    if (input.kind === 'list')
        return written;
    const [value, ...more] = written;
    if (more.length > 0)
        throw new errors/* IngotError */.se('invalid-input', `${name} is given ${written.length} times, it takes one value`);
    if (value === undefined)
        return undefined;
    const invalid = (expected) => new errors/* IngotError */.se('invalid-input', `${name} is ${JSON.stringify(value)}: ${expected}`);
    switch (input.kind) {
        case 'text':
            return value;
        case 'flag':
            if (value !== 'true' && value !== 'false')
                throw invalid('write true or false');
            return value === 'true';
        case 'choice':
            if (!input.choices?.includes(value))
                throw invalid(`choose one of ${input.choices?.join(', ')}`);
            return value;
        case 'integer': {
            const number = /^\d{1,15}$/.test(value) ? Number(value) : Number.NaN;
            if (!(number >= (input.minimum ?? 0)))
                throw invalid(`write a whole number from ${input.minimum ?? 0}`);
            return number;
        }
    }
}

;// CONCATENATED MODULE: ./lib/runner/execute.js


const outcomes = ['done', 'refused', 'misused', 'failed'];
/** Reads the inputs and runs an action; whatever happens becomes a report, reading the inputs included. */
async function execute(action, raw, spell, job) {
    try {
        const outcome = await action.run(readInputs(action.inputs, raw, spell), job);
        const { reason, message, details, summary } = outcome;
        return report(reason, { message, ...(details && { details }) }, outcome.outputs, summary);
    }
    catch (thrown) {
        return failed(thrown, job.log);
    }
}
/** The report of a run that threw, before or while it did its work. `log` is given the stack of what is a defect. */
function failed(thrown, log) {
    const { reason, message, advice, cause } = (0,errors/* toIngotError */.rI)(thrown);
    if (reason === 'internal' && cause instanceof Error)
        log(cause.stack ?? '');
    return report(reason, { message, ...(advice && { advice }) }, {}, undefined);
}
function report(reason, prose, outputs, summary) {
    const exitCode = errors/* reasons */.Ot[reason];
    return { exitCode, result: { schemaVersion: 1, outcome: outcomes[exitCode], reason, ...prose }, outputs, summary };
}

;// CONCATENATED MODULE: ./lib/runner/redact.js
/** Replaces every secret that it was told of by `***`. Values of fewer than four characters would blank ordinary text and are left. */
function redactor() {
    const secrets = new Set();
    return {
        mask: (secret) => {
            for (const line of [secret, ...secret.split('\n')])
                if (line.trim().length >= 4)
                    secrets.add(line);
        },
        redact: (text) => {
            let clean = text;
            for (const secret of secrets)
                clean = clean.replaceAll(secret, '***');
            return clean;
        },
    };
}

;// CONCATENATED MODULE: ./lib/runner/github-actions.js






const maximumSummaryBytes = 1024 * 1024; // 1 MiB a step; a larger summary is dropped whole by the runner
/**
 * Runs one action as the GitHub Actions runner starts it: inputs from the environment, outputs and summary into the
 * runner's files, failures as annotations and an exit code.
 *
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
async function runAction(action) {
    const { env } = process;
    const { mask, redact } = redactor();
    const say = (text) => process.stdout.write(`${redact(text)}${external_node_os_.EOL}`);
    const command = (name, text) => say(`::${name}::${escapeData(text)}`);
    const job = {
        log: (line) => say(inert(line)),
        progress: (line) => say(inert(line)),
        warn: (message) => command('warning', message),
        mask: (secret) => {
            for (const line of secret.split('\n'))
                if (line.trim() !== '')
                    process.stdout.write(`::add-mask::${escapeData(line)}${external_node_os_.EOL}`);
            mask(secret);
        },
        signal: cancellation(),
        env,
    };
    const report = await execute(action, fromEnvironment(action.inputs, env), (name) => `Input ${name}`, job);
    writeOutputs(report, env);
    writeSummary(report, env, redact);
    const { message, advice } = report.result;
    if (report.exitCode === 0)
        say(inert(message));
    else
        command('error', advice === undefined ? message : `${message}\n${advice}`);
    process.exitCode = report.exitCode;
}
/** The runner passes input `fail-on` as `INPUT_FAIL-ON`, and an input that was not given as an empty string. */
function fromEnvironment(inputs, env) {
    return Object.fromEntries(Object.entries(inputs).map(([name, input]) => {
        const written = env[`INPUT_${name.toUpperCase()}`]?.trim() ?? '';
        if (written === '')
            return [name, undefined];
        return [
            name,
            input.kind === 'list'
                ? written
                    .split(/\r?\n/)
                    .map((line) => line.trim())
                    .filter(Boolean)
                : [written],
        ];
    }));
}
/** A random delimiter, so that no value can end its own entry and start another. */
function writeOutputs(report, env) {
    const { GITHUB_OUTPUT: file } = env;
    if (!file)
        return;
    for (const [name, value] of Object.entries(report.outputs)) {
        const delimiter = `ingot-${(0,external_node_crypto_.randomUUID)()}`;
        (0,external_node_fs_.appendFileSync)(file, `${name}<<${delimiter}${external_node_os_.EOL}${value}${external_node_os_.EOL}${delimiter}${external_node_os_.EOL}`);
    }
}
function writeSummary(report, env, redact) {
    const { GITHUB_STEP_SUMMARY: file } = env;
    if (!file)
        return;
    const { message, advice } = report.result;
    const failure = report.exitCode === 0 || report.summary !== undefined ? '' : `> **${message}**\n>\n> ${advice ?? ''}\n`;
    const text = `${redact(report.summary ?? failure)}\n`;
    if (Buffer.byteLength(text) <= maximumSummaryBytes)
        (0,external_node_fs_.appendFileSync)(file, text);
    else
        (0,external_node_fs_.appendFileSync)(file, '_The summary is larger than 1 MiB: see the log._\n');
}
function escapeData(text) {
    return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
/** Text from outside may look like a workflow command; a zero-width space keeps the runner from obeying it. */
function inert(text) {
    return text.replace(/^(\s*):(?=:)/gm, '$1:\u200b').replaceAll('##[', '#\u200b#[');
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(9591);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
