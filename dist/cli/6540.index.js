export const id = 6540;
export const ids = [6540];
export const modules = {

/***/ 36540:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   publish: () => (/* binding */ publish)
/* harmony export */ });
/* harmony import */ var _runner_action_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(56630);
/* harmony import */ var _shared_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42274);


const publish = (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .defineAction */ .QP)({
    name: 'publish',
    description: 'Records a digest as a release in the ledger and gives it its tags, once its evidence holds',
    inputs: {
        image: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({ description: 'The image to publish, best by digest', required: true, placeholder: 'REF' }),
        tag: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)({
            description: 'Tag to give to this digest in its repository; a tag is a label for people, deployments name the digest',
            required: true,
            placeholder: 'TAG',
        }),
        ledger: _shared_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .ledger */ .Wg,
        config: _shared_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .config */ .$W,
        policy: _shared_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .evidencePolicy */ .IS,
        key: _shared_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .verificationKey */ .VW,
        require: _shared_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .requiredPredicate */ .ty,
        reason: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)(['push', 'base', 'cve', 'age', 'manual'], {
            description: 'Why the image was built. Default: what its verified provenance says, else push',
        }),
        app: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
            description: 'Name of the application. Default: app of the configuration, else the last part of the repository',
            placeholder: 'NAME',
        }),
        version: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
            description: 'Version for people. Default: what the image says of itself (org.opencontainers.image.version), else the first tag; the first tag also when another digest has that version already',
            placeholder: 'VERSION',
        }),
        'insecure-registry': _shared_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .insecureRegistry */ .ch,
    },
    outputs: {
        digest: 'The digest that was published: deploy this one, not the tag',
        release: 'Path of the release in the ledger, releases/<app>/<hex>.json; empty when it was refused',
        version: 'Version that the release carries; empty when it was refused',
    },
    permissions: { contents: 'write', packages: 'write' },
    about: `
Makes a digest a release: checks that its signature and every required attestation hold (with a key, from the input or
\`verify.key\`), writes the release with its base, source, evidence and findings into the ledger, then tags the very same
bytes. Nothing is tagged that was refused. Run it again after an interruption: what is done already stays as it is.

\`\`\`yaml
- uses: ./actions/publish
  with:
    image: ghcr.io/acme/shop@\${{ needs.bake.outputs.digest }}
    tag: |
      1.4.0
      stable
    key: ingot.pub
    require: |
      provenance
      vulns
\`\`\`
`,
    async run(inputs, job) {
        const { findConfig, loadPolicy } = await Promise.all(/* import() */[__webpack_require__.e(1837), __webpack_require__.e(6723), __webpack_require__.e(8815), __webpack_require__.e(2714)]).then(__webpack_require__.bind(__webpack_require__, 42714));
        const { openLedger } = await Promise.all(/* import() */[__webpack_require__.e(1837), __webpack_require__.e(6723), __webpack_require__.e(4681), __webpack_require__.e(9501)]).then(__webpack_require__.bind(__webpack_require__, 94681));
        const { parseReference, tagged } = await __webpack_require__.e(/* import() */ 3940).then(__webpack_require__.bind(__webpack_require__, 23940));
        const { openStore } = await Promise.all(/* import() */[__webpack_require__.e(1837), __webpack_require__.e(5277), __webpack_require__.e(6537), __webpack_require__.e(1627), __webpack_require__.e(2060), __webpack_require__.e(7729)]).then(__webpack_require__.bind(__webpack_require__, 2060));
        const { describeRelease } = await __webpack_require__.e(/* import() */ 3225).then(__webpack_require__.bind(__webpack_require__, 83225));
        const { loadFirstPlatform } = await __webpack_require__.e(/* import() */ 2275).then(__webpack_require__.bind(__webpack_require__, 52275));
        const { locateLedger } = await __webpack_require__.e(/* import() */ 9238).then(__webpack_require__.bind(__webpack_require__, 79238));
        const { declinePublish, reportPublish } = await __webpack_require__.e(/* import() */ 4052).then(__webpack_require__.bind(__webpack_require__, 84052));
        const { tagDigest } = await __webpack_require__.e(/* import() */ 8303).then(__webpack_require__.bind(__webpack_require__, 88303));
        const { verifyEvidence } = await __webpack_require__.e(/* import() */ 2115).then(__webpack_require__.bind(__webpack_require__, 12115));
        const config = await findConfig(inputs.config);
        const policy = inputs.policy === undefined ? undefined : await loadPolicy(inputs.policy);
        const reference = parseReference(inputs.image);
        for (const tag of inputs.tag)
            tagged(reference, tag);
        const insecureHosts = inputs['insecure-registry'];
        const store = openStore(reference, { insecureHosts, signal: job.signal, willWrite: true });
        const url = await locateLedger(inputs.ledger, config, job.env);
        const ledger = await openLedger(url, { signal: job.signal, env: job.env });
        const image = await loadFirstPlatform(store, reference, job.signal);
        const verification = await verifyEvidence(image, inputs, config?.verify, policy?.require ?? [], job);
        if (verification?.verdict === 'fail')
            return declinePublish(image.digest, verification.explanation);
        const app = inputs.app ?? config?.app ?? appOf(reference);
        const present = await ledger.readRelease(app, image.digest);
        const release = present ?? (await describeRelease(app, image, inputs, verification, await ledger.listReleases(app)));
        // The record comes first: a tag then never names what the ledger does not know, and a run that dies in between is
        // completed by the next one, which finds an equal release and goes on to the tags.
        if (present === undefined)
            await ledger.writeRelease(release);
        const added = await tagDigest(image, inputs.tag, job);
        return reportPublish(release, { isNew: present === undefined, tags: inputs.tag, added, ledger: ledger.location });
    },
});
/** The last part of the repository. */
function appOf(reference) {
    const path = reference.kind === 'registry' ? reference.path : reference.directory;
    return path.split(/[/\\]/).filter(Boolean).at(-1) ?? '';
}


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
