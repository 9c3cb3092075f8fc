export const id = 7751;
export const ids = [7751];
export const modules = {

/***/ 57751:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   rebase: () => (/* binding */ rebase)
/* harmony export */ });
/* harmony import */ var _runner_action_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(56630);
/* harmony import */ var _shared_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42274);


const rebase = (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .defineAction */ .QP)({
    name: 'rebase',
    description: "Puts images' own layers on a newer base, without rebuilding and without moving the applications' bytes",
    inputs: {
        image: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)({
            description: 'The image to rebase; of an index, every platform. Several are rebased side by side',
            placeholder: 'REF',
        }),
        images: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
            description: 'File that names images, one a line; behind each, where it goes, unless that is its own repository. # begins a comment',
            placeholder: 'FILE',
        }),
        base: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({ description: 'The base to put it on', required: true, placeholder: 'REF' }),
        'old-base': (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
            description: 'The base that it was built on. Default: what the image records in its annotations org.opencontainers.image.base.name and .digest',
            placeholder: 'REF',
        }),
        output: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
            description: 'Where the new image goes; in the same repository, which is the default, nothing but a config and a manifest is sent. For one image only',
            placeholder: 'REF',
        }),
        'dry-run': (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)({
            description: 'Prove that it can be done and say what would come out: layers, settings field by field, and requests; write nothing',
        }),
        policy: _shared_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .basePolicy */ .ut,
        provenance: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
            description: 'File to write a SLSA provenance predicate to; of several images a directory, where each has SHA256.json of its new digest',
            placeholder: 'FILE',
        }),
        report: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({ description: 'Where to write what became of each image, as a JSON array', placeholder: 'FILE' }),
        reason: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)(['base', 'cve', 'manual'], {
            description: 'Why the image is rebased; part of the provenance',
            default: 'base',
        }),
        'insecure-registry': _shared_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .insecureRegistry */ .ch,
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
            Promise.all(/* import() */[__webpack_require__.e(1837), __webpack_require__.e(5277), __webpack_require__.e(7497), __webpack_require__.e(1936)]).then(__webpack_require__.bind(__webpack_require__, 47497)),
            __webpack_require__.e(/* import() */ 3940).then(__webpack_require__.bind(__webpack_require__, 23940)),
            Promise.all(/* import() */[__webpack_require__.e(1837), __webpack_require__.e(5277), __webpack_require__.e(6537), __webpack_require__.e(1627), __webpack_require__.e(5877)]).then(__webpack_require__.bind(__webpack_require__, 79999)),
            __webpack_require__.e(/* import() */ 2573).then(__webpack_require__.bind(__webpack_require__, 92573)),
            __webpack_require__.e(/* import() */ 4591).then(__webpack_require__.bind(__webpack_require__, 74591)),
            __webpack_require__.e(/* import() */ 3496).then(__webpack_require__.bind(__webpack_require__, 43496)),
            __webpack_require__.e(/* import() */ 2058).then(__webpack_require__.bind(__webpack_require__, 22058)),
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
