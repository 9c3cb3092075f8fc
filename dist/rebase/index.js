import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 6982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

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

/***/ 6466:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");

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

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 8877:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:v8");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 404:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  R: () => (/* binding */ rebase)
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

;// CONCATENATED MODULE: ./lib/actions/rebase.js


const rebase = defineAction({
    name: 'rebase',
    description: "Puts images' own layers on a newer base, without rebuilding and without moving the applications' bytes",
    inputs: {
        image: list({
            description: 'The image to rebase; of an index, every platform. Several are rebased side by side',
            placeholder: 'REF',
        }),
        images: action_text({
            description: 'File that names images, one a line; behind each, where it goes, unless that is its own repository. # begins a comment',
            placeholder: 'FILE',
        }),
        base: action_text({ description: 'The base to put it on', required: true, placeholder: 'REF' }),
        'old-base': action_text({
            description: 'The base that it was built on. Default: what the image records in its annotations org.opencontainers.image.base.name and .digest',
            placeholder: 'REF',
        }),
        output: action_text({
            description: 'Where the new image goes; in the same repository, which is the default, nothing but a config and a manifest is sent. For one image only',
            placeholder: 'REF',
        }),
        'dry-run': flag({
            description: 'Prove that it can be done and say what would come out: layers, settings field by field, and requests; write nothing',
        }),
        policy: basePolicy,
        provenance: action_text({
            description: 'File to write a SLSA provenance predicate to; of several images a directory, where each has SHA256.json of its new digest',
            placeholder: 'FILE',
        }),
        report: action_text({ description: 'Where to write what became of each image, as a JSON array', placeholder: 'FILE' }),
        reason: choice(['base', 'cve', 'manual'], {
            description: 'Why the image is rebased; part of the provenance',
            default: 'base',
        }),
        'insecure-registry': insecureRegistry,
    },
    outputs: {
        digest: 'Digest of the rebased image; of the image as it was when the base is the same; empty when refused, and for several',
        image: 'The rebased image by digest: repository@digest; empty when refused, and for several',
        reason: 'done, unchanged, planned, base-not-approved or rebase-refused; for several the worst, or why one of them failed',
        results: 'A JSON array with an entry for each image: image, reason, result, rule, platform, message. Empty when it is longer than GitHub takes: see report',
        'base-name': 'The new base as it was given, without a digest',
        'base-digest': "Digest of the new base's manifest (of the first platform when there are several)",
        requests: 'Requests made to registries',
        'bytes-sent': 'Bytes sent to registries or written to layouts',
    },
    permissions: { packages: 'write' },
    about: `
When a base is patched, an image that only adds layers on top of it need not be built again: its base layers are swapped
for the new ones. It is done only where it is provably the same as a rebuild: the old base's layers are an exact prefix of
the image's by digest and diff-id, the platform is the same, and the image carries \`dev.ingot.rebasable=true\` (which
\`bake\` sets). Anything else is refused with the rule that failed; rebuild then.

The result is a new image: scan, sign and attest it like any other. Nothing is inherited from the old one's evidence.

\`\`\`yaml
- uses: ./actions/rebase
  with:
    image: ghcr.io/acme/shop@\${{ matrix.digest }}
    base: ghcr.io/acme/golden-node:24
    output: ghcr.io/acme/shop
    policy: policy.yml
    reason: cve
\`\`\`

Many images go through one run: the base is read and mounted once, and an image that is refused holds up no other.
`,
    async run(given, job) {
        const [{ Rebaser }, { formatReference, parseReference }, { openStores }, { withoutDigest }, { readTargets }, { rebaseMany, rebaseOne }, { approval },] = await Promise.all([
            Promise.all(/* import() */[__nccwpck_require__.e(837), __nccwpck_require__.e(277), __nccwpck_require__.e(497), __nccwpck_require__.e(936)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7497)),
            __nccwpck_require__.e(/* import() */ 940).then(__nccwpck_require__.bind(__nccwpck_require__, 3940)),
            Promise.all(/* import() */[__nccwpck_require__.e(837), __nccwpck_require__.e(277), __nccwpck_require__.e(939)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3939)),
            __nccwpck_require__.e(/* import() */ 573).then(__nccwpck_require__.bind(__nccwpck_require__, 2573)),
            __nccwpck_require__.e(/* import() */ 591).then(__nccwpck_require__.bind(__nccwpck_require__, 4591)),
            __nccwpck_require__.e(/* import() */ 496).then(__nccwpck_require__.bind(__nccwpck_require__, 3496)),
            __nccwpck_require__.e(/* import() */ 58).then(__nccwpck_require__.bind(__nccwpck_require__, 2058)),
        ]);
        const targets = await readTargets(given);
        const base = parseReference(given.base);
        const oldBase = given['old-base'] === undefined ? undefined : parseReference(given['old-base']);
        const { open, traffic } = openStores({ insecureHosts: given['insecure-registry'], signal: job.signal });
        const { log, signal } = job;
        const approve = approval(given.policy, job);
        const rebaser = new Rebaser({ base, oldBase, open, approve, dryRun: given['dry-run'], log, signal });
        const run = { ...given, baseName: formatReference(withoutDigest(base)), traffic };
        const [only, ...more] = targets;
        return only !== undefined && more.length === 0
            ? rebaseOne(rebaser, only, run, job)
            : rebaseMany(rebaser, targets, run, job);
    },
});


/***/ }),

/***/ 6606:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _runner_github_actions_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7582);
/* harmony import */ var _actions_rebase_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(404);


await (0,_runner_github_actions_js__WEBPACK_IMPORTED_MODULE_0__/* .runAction */ .C)(_actions_rebase_js__WEBPACK_IMPORTED_MODULE_1__/* .rebase */ .R)

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
/******/ var __webpack_exports__ = __nccwpck_require__(6606);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
