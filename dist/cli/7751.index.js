export const id = 7751;
export const ids = [7751];
export const modules = {

/***/ 7751:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   rebase: () => (/* binding */ rebase)
/* harmony export */ });
/* harmony import */ var _runner_action_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6630);
/* harmony import */ var _shared_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2274);


const rebase = (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .defineAction */ .QP)({
    name: 'rebase',
    description: "Puts an image's own layers on a newer base, without rebuilding and without moving the application's bytes",
    inputs: {
        image: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
            description: 'The image to rebase; of an index, every platform',
            required: true,
            placeholder: 'REF',
        }),
        base: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({ description: 'The base to put it on', required: true, placeholder: 'REF' }),
        output: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
            description: 'Where the new image goes; in the same repository, which is the default, nothing but a config and a manifest is sent',
            placeholder: 'REF',
        }),
        'dry-run': (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)({ description: 'Prove that it can be done and say what would come out; write nothing' }),
        policy: _shared_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .basePolicy */ .ut,
        provenance: _shared_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .provenanceFile */ .e0,
        reason: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)(['base', 'cve', 'manual'], {
            description: 'Why the image is rebased; part of the provenance',
            default: 'base',
        }),
        'insecure-registry': _shared_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .insecureRegistry */ .ch,
    },
    outputs: {
        digest: 'Digest of the rebased image; of the image as it was when the base is the same; empty when refused',
        image: 'The rebased image by digest: repository@digest; empty when refused',
        reason: 'done, unchanged, planned, base-not-approved or rebase-refused',
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
`,
    async run(given, job) {
        const { rebaseImage } = await Promise.all(/* import() */[__webpack_require__.e(3798), __webpack_require__.e(71), __webpack_require__.e(1077)]).then(__webpack_require__.bind(__webpack_require__, 1077));
        const { loadImage } = await Promise.all(/* import() */[__webpack_require__.e(3798), __webpack_require__.e(71)]).then(__webpack_require__.bind(__webpack_require__, 71));
        const { formatReference, formatRepository, parseReference } = await __webpack_require__.e(/* import() */ 3940).then(__webpack_require__.bind(__webpack_require__, 3940));
        const { loadPolicy } = await Promise.all(/* import() */[__webpack_require__.e(3798), __webpack_require__.e(3867), __webpack_require__.e(2714)]).then(__webpack_require__.bind(__webpack_require__, 2714));
        const { openStores } = await __webpack_require__.e(/* import() */ 9999).then(__webpack_require__.bind(__webpack_require__, 9999));
        const { parseOutput, withoutDigest } = await __webpack_require__.e(/* import() */ 2573).then(__webpack_require__.bind(__webpack_require__, 2573));
        const { refuseBase } = await __webpack_require__.e(/* import() */ 9617).then(__webpack_require__.bind(__webpack_require__, 9617));
        const { writeRebaseProvenance } = await __webpack_require__.e(/* import() */ 7918).then(__webpack_require__.bind(__webpack_require__, 7918));
        const { declineRebase, reportRebase } = await __webpack_require__.e(/* import() */ 8215).then(__webpack_require__.bind(__webpack_require__, 8215));
        const { signal, log } = job;
        const [imageReference, baseReference] = [parseReference(given.image), parseReference(given.base)];
        const place = given.output ?? formatRepository(imageReference);
        const { reference: output, tags } = await parseOutput(place);
        const baseName = formatReference(withoutDigest(baseReference));
        const policy = given.policy === undefined ? undefined : await loadPolicy(given.policy);
        const { open, traffic } = await openStores({ insecureHosts: given['insecure-registry'], signal });
        const load = (reference) => loadImage(open(reference), reference, { orFirst: true, signal });
        const [image, base] = await Promise.all([load(imageReference), load(baseReference)]);
        const unapproved = await refuseBase(policy, base, job);
        if (unapproved !== undefined)
            return declineRebase(unapproved, base, baseName, traffic());
        const request = { image, base, baseName, output: open(output), tags, open, dryRun: given['dry-run'], log, signal };
        const result = await rebaseImage(request);
        if (given.provenance !== undefined && result.kind === 'rebased') {
            await writeRebaseProvenance(given.provenance, { ...given, output: place }, request, result, job.env);
        }
        const repository = formatRepository(result.kind === 'unchanged' ? imageReference : output);
        return reportRebase(result, { image: given.image, base, baseName, repository, traffic: traffic() });
    },
});


/***/ }),

/***/ 2274:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $W: () => (/* binding */ config),
/* harmony export */   IS: () => (/* binding */ evidencePolicy),
/* harmony export */   VW: () => (/* binding */ verificationKey),
/* harmony export */   Wg: () => (/* binding */ ledger),
/* harmony export */   cA: () => (/* binding */ environment),
/* harmony export */   ch: () => (/* binding */ insecureRegistry),
/* harmony export */   e0: () => (/* binding */ provenanceFile),
/* harmony export */   ty: () => (/* binding */ requiredPredicate),
/* harmony export */   ut: () => (/* binding */ basePolicy),
/* harmony export */   wX: () => (/* binding */ environmentConfig),
/* harmony export */   wf: () => (/* binding */ rolloutDryRun)
/* harmony export */ });
/* harmony import */ var _runner_action_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6630);

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
