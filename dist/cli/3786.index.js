export const id = 3786;
export const ids = [3786];
export const modules = {

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

/***/ 73786:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   verify: () => (/* binding */ verify)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _runner_action_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(56630);
/* harmony import */ var _shared_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(42274);



const verify = (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_2__/* .defineAction */ .QP)({
    name: 'verify',
    description: 'Checks that an image carries a trusted signature and every attestation that is required',
    inputs: {
        image: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)({
            description: 'The image to check, before anything is done with it',
            required: true,
            placeholder: 'REF',
        }),
        key: _shared_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .verificationKey */ .VW,
        require: _shared_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .requiredPredicate */ .ty,
        config: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)({
            description: 'Configuration to take key and requirements from; ingot.yml when it is there',
            placeholder: 'FILE',
        }),
        'insecure-registry': _shared_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .insecureRegistry */ .ch,
    },
    outputs: {
        verdict: 'pass or fail',
        digest: 'The digest that was checked: deploy this one, not the tag',
        found: 'Predicate types that are attested and hold, separated by commas: short names where there are any, else URIs',
        missing: 'Required predicate types that were not found, written the same way',
    },
    permissions: { packages: 'read' },
    about: `
Refuses an image unless each required attestation is there, signed by the given key, about exactly this digest, with
exactly the predicate type that is asked for (an SBOM by the same key does not pass for a signature), and unless an
attested test result says that it failed. A refusal lists what was found, what is missing and why each
candidate was rejected, and ends with exit code 1; a registry that cannot be asked ends with 3 and is no answer.

\`\`\`yaml
- uses: ./actions/verify
  with:
    image: ghcr.io/acme/shop:1.4.0
    key: ingot.pub
    require: |
      provenance
      sbom
\`\`\`
`,
    async run(inputs, job) {
        const { findConfig } = await __webpack_require__.e(/* import() */ 7343).then(__webpack_require__.bind(__webpack_require__, 77343));
        const { givenOr } = await __webpack_require__.e(/* import() */ 5656).then(__webpack_require__.bind(__webpack_require__, 25656));
        const isComplete = inputs.key.length > 0 && inputs.require.length > 0 && inputs.config === undefined;
        const rules = isComplete ? undefined : (await findConfig(inputs.config))?.verify;
        const keys = givenOr(inputs.key, rules && [rules.key]);
        if (keys.length === 0)
            throw noKey();
        const [{ loadVerifier, predicateName, resolveDigest, verifyImage }, { openStore }, { parseReference }] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(1837), __webpack_require__.e(5277), __webpack_require__.e(1168), __webpack_require__.e(7788), __webpack_require__.e(6830)]).then(__webpack_require__.bind(__webpack_require__, 7788)), Promise.all(/* import() */[__webpack_require__.e(1837), __webpack_require__.e(5277), __webpack_require__.e(6537), __webpack_require__.e(1627), __webpack_require__.e(2060), __webpack_require__.e(7729)]).then(__webpack_require__.bind(__webpack_require__, 2060)), __webpack_require__.e(/* import() */ 3940).then(__webpack_require__.bind(__webpack_require__, 23940))]);
        const reference = parseReference(inputs.image);
        const verifiers = await Promise.all(keys.map((key) => loadVerifier(key, job.env.INGOT_KEY_PASSPHRASE)));
        const require = givenOr(inputs.require, rules?.require);
        const store = openStore(reference, { insecureHosts: inputs['insecure-registry'], signal: job.signal });
        const digest = await resolveDigest(store, reference, job.signal);
        const verification = await verifyImage({ store, digest, verifiers, require, signal: job.signal });
        const { verdict, explanation, missing, rejected } = verification;
        const found = [...new Set(verification.found.map((one) => predicateName(one.predicateType)))];
        return {
            reason: verdict === 'pass' ? 'done' : 'verification-refused',
            message: explanation,
            outputs: { verdict, digest, found: found.join(','), missing: missing.join(',') },
            details: { rejected, failed: verification.failed },
            summary: `### Verification: ${verdict}\n\n\`\`\`\n${explanation}\n\`\`\`\n`,
        };
    },
});
function noKey() {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IngotError */ .se('invalid-input', 'No key is given to verify with', {
        advice: 'Give --key FILE with the public key of the signer, or write verify.key in ingot.yml',
    });
}


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
