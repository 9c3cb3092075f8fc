export const id = 6663;
export const ids = [6663];
export const modules = {

/***/ 46663:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   promote: () => (/* binding */ promote)
/* harmony export */ });
/* harmony import */ var _runner_action_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(56630);
/* harmony import */ var _shared_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42274);


const promote = (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .defineAction */ .QP)({
    name: 'promote',
    description: 'Makes a published digest stable in an environment, in small steps that undo themselves',
    inputs: {
        config: _shared_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .environmentConfig */ .wX,
        environment: _shared_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .environment */ .cA,
        image: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({ description: 'The published image to promote', required: true, placeholder: 'REF' }),
        ledger: _shared_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .ledger */ .Wg,
        policy: _shared_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .evidencePolicy */ .IS,
        once: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)({
            description: 'Go as far as possible now and end instead of soaking; the same command at next-at goes on',
        }),
        'dry-run': _shared_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .rolloutDryRun */ .wf,
        'insecure-registry': _shared_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .insecureRegistry */ .ch,
    },
    outputs: {
        outcome: 'promoted, aborted, in-progress, already-stable, refused, or planned for a dry run',
        stable: 'Digest that is stable in the environment afterwards; empty when there is none',
        weight: 'Percent of the traffic that the image has now',
        'next-at': 'When to go on, RFC 3339; empty when the rollout is over',
        seconds: 'From the command to the outcome, in seconds',
    },
    permissions: { contents: 'write', packages: 'read' },
    about: `
Verifies the image, deploys it beside what is stable, gives it traffic step by step and judges it at every tick against
the stable track. A canary that is worse loses its traffic at once, is quarantined and ends with exit code 1; stable
never stops serving. The ledger is written before the target is touched, so the same command goes on after any
interruption. A promotion of the digest that is stable already does nothing.

\`\`\`yaml
- uses: ./actions/promote
  with:
    environment: production
    image: ghcr.io/acme/shop@sha256:…
\`\`\`
`,
    async run(inputs, job) {
        const startedAt = Date.now();
        const { openEnvironment } = await __webpack_require__.e(/* import() */ 9053).then(__webpack_require__.bind(__webpack_require__, 49053));
        const { previewRollout, renderRollout, runRollout } = await Promise.all(/* import() */[__webpack_require__.e(1837), __webpack_require__.e(5277), __webpack_require__.e(6723), __webpack_require__.e(366), __webpack_require__.e(5791), __webpack_require__.e(4437)]).then(__webpack_require__.bind(__webpack_require__, 84437));
        const { declined, outputsOf, planned, promotionMessage, proven, published } = await __webpack_require__.e(/* import() */ 7933).then(__webpack_require__.bind(__webpack_require__, 7933));
        const place = await openEnvironment(inputs, job);
        const { context, settings, ledger } = place;
        const image = await place.resolve(inputs.image);
        const verification = await place.verify(image);
        const state = await ledger.readEnvironment(context.environment, context.app);
        if (verification?.verdict === 'fail')
            return declined(state, 'verification-refused', verification.explanation);
        const candidate = await published(ledger, context.app, image);
        const unproven = await proven(ledger, context.app, candidate, settings.after);
        if (unproven)
            return declined(state, 'not-proven', unproven);
        const { metrics, alpha } = context;
        const request = { kind: 'promotion', candidate, metrics, alpha, startedAt };
        if (inputs['dry-run'])
            return planned(state, candidate, previewRollout(state, request));
        const { intervalMilliseconds } = place;
        const result = await runRollout(context, request, { intervalMilliseconds, once: inputs.once });
        const title = `${candidate.version} in ${context.environment}`;
        return {
            reason: result.reason,
            message: promotionMessage(title, result),
            outputs: outputsOf(result),
            details: { why: result.why, generation: result.state.generation, candidate: result.candidateCounts },
            summary: renderRollout(title, result, place.events),
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
