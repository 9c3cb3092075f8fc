export const id = 7325;
export const ids = [7325];
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

/***/ 87325:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   validate: () => (/* binding */ validate)
/* harmony export */ });
/* harmony import */ var _runner_action_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(56630);
/* harmony import */ var _shared_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42274);


const validate = (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .defineAction */ .QP)({
    name: 'validate',
    description: 'Tests the exact image that will ship: its files, its configuration, its size, and the running service',
    inputs: {
        image: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
            description: 'The image to test; of an index every platform is looked at',
            required: true,
            placeholder: 'REF',
        }),
        config: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
            description: 'Configuration whose validate section lists the checks; ingot.yml when it is there. Without any, the configuration must agree with the files, and only the usual setuid files of distributions may exist',
            placeholder: 'FILE',
        }),
        attestation: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
            description: 'Where to write an in-toto test-result predicate (JSON), ready for the action sign',
            placeholder: 'FILE',
        }),
        report: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({ description: 'Where to write the results as JUnit XML', placeholder: 'FILE' }),
        'insecure-registry': _shared_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .insecureRegistry */ .ch,
    },
    outputs: {
        verdict: 'pass, fail, or error when a check could not be carried out',
        digest: 'The digest that was tested',
        passed: 'Number of checks that passed',
        failed: 'Number of checks that failed or could not be carried out',
    },
    permissions: { packages: 'read' },
    about: `
Looks inside the image without unpacking it, starts its service where a check asks for that, and tests the very
digest that will be signed and deployed. Give it no secrets: it runs what it tests.

\`\`\`yaml
- uses: ./actions/validate
  with:
    image: ghcr.io/acme/shop@\${{ needs.bake.outputs.digest }}
    attestation: test-result.json
\`\`\`
`,
    async run(inputs, job) {
        const { defaultChecks, defaultVmChecks, toJUnit, toTestResult, validateImage } = await Promise.all(/* import() */[__webpack_require__.e(1837), __webpack_require__.e(5277), __webpack_require__.e(366), __webpack_require__.e(8929)]).then(__webpack_require__.bind(__webpack_require__, 78929));
        const { loadImage } = await Promise.all(/* import() */[__webpack_require__.e(1837), __webpack_require__.e(5277), __webpack_require__.e(366)]).then(__webpack_require__.bind(__webpack_require__, 10366));
        const { openStore } = await Promise.all(/* import() */[__webpack_require__.e(1837), __webpack_require__.e(5277), __webpack_require__.e(6537), __webpack_require__.e(1627), __webpack_require__.e(2060), __webpack_require__.e(7729)]).then(__webpack_require__.bind(__webpack_require__, 2060));
        const { findConfig } = await Promise.all(/* import() */[__webpack_require__.e(1837), __webpack_require__.e(6723), __webpack_require__.e(8815), __webpack_require__.e(2714)]).then(__webpack_require__.bind(__webpack_require__, 42714));
        const { parseReference } = await __webpack_require__.e(/* import() */ 3940).then(__webpack_require__.bind(__webpack_require__, 23940));
        const { isVmManifest } = await __webpack_require__.e(/* import() */ 8180).then(__webpack_require__.bind(__webpack_require__, 98180));
        const { launcher } = await __webpack_require__.e(/* import() */ 8733).then(__webpack_require__.bind(__webpack_require__, 98733));
        const { reportValidation } = await __webpack_require__.e(/* import() */ 1065).then(__webpack_require__.bind(__webpack_require__, 51065));
        const { toJson, writeDocument } = await __webpack_require__.e(/* import() */ 3571).then(__webpack_require__.bind(__webpack_require__, 3571));
        const { signal } = job;
        const configured = (await findConfig(inputs.config))?.validate ?? [];
        const reference = parseReference(inputs.image);
        const store = openStore(reference, { insecureHosts: inputs['insecure-registry'], signal });
        const image = await loadImage(store, reference, { orFirst: true, signal });
        const usual = isVmManifest(image.manifest) ? defaultVmChecks : defaultChecks;
        const checks = configured.length > 0 ? configured : usual;
        const validation = await validateImage({ image, checks, launch: launcher(job), signal });
        for (const { check, verdict, message } of validation.results)
            job.log(`${verdict.padEnd(5)} ${check}: ${message}`);
        if (inputs.report !== undefined)
            await writeDocument(inputs.report, toJUnit(validation));
        if (inputs.attestation !== undefined) {
            await writeDocument(inputs.attestation, toJson(toTestResult(validation, checks)));
        }
        return reportValidation(validation, image.reference);
    },
});


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
