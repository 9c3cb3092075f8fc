export const id = 8874;
export const ids = [8874];
export const modules = {

/***/ 8874:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  bake: () => (/* binding */ bake)
});

// EXTERNAL MODULE: ./lib/runner/action.js
var action = __webpack_require__(6630);
// EXTERNAL MODULE: ./lib/actions/shared-inputs.js
var shared_inputs = __webpack_require__(2274);
;// CONCATENATED MODULE: ./lib/actions/wiring/bakers/buildkit-inputs.js
/** Inputs of `bake` that only the engine `buildkit` reads. */
const buildkitInputs = {};

;// CONCATENATED MODULE: ./lib/actions/wiring/bakers/layers-inputs.js

/** Inputs of `bake` that only the engine `layers` reads. */
const layersInputs = {
    base: (0,action/* text */.Qq)({
        description: 'The image to build on, or scratch; replaces bake.base of ingot.yml',
        placeholder: 'REF',
    }),
    add: (0,action/* list */.p_)({
        description: 'A file or directory on disk and its absolute path in the image; each becomes a layer of its own, in this order',
        placeholder: 'SRC:DEST',
    }),
    entrypoint: (0,action/* text */.Qq)({ description: 'Command to start, as a JSON array of strings', placeholder: 'JSON' }),
    cmd: (0,action/* text */.Qq)({ description: 'Arguments of the entrypoint, as a JSON array of strings', placeholder: 'JSON' }),
    env: (0,action/* list */.p_)({ description: 'Environment variable of the image, added to those of the base', placeholder: 'K=V' }),
    label: (0,action/* list */.p_)({ description: 'Label of the image, added to those of the base', placeholder: 'K=V' }),
    user: (0,action/* text */.Qq)({ description: 'User that the image runs as: a name, or uid[:gid]', placeholder: 'USER' }),
    workdir: (0,action/* text */.Qq)({ description: 'Absolute working directory in the image', placeholder: 'DIR' }),
    expose: (0,action/* list */.p_)({ description: 'Port that the image listens on, e.g. 8080 or 53/udp', placeholder: 'PORT' }),
};

;// CONCATENATED MODULE: ./lib/actions/wiring/bakers/packer-inputs.js
/** Inputs of `bake` that only the engine `packer` reads. */
const packerInputs = {};

;// CONCATENATED MODULE: ./lib/actions/bake-inputs.js





/** Those that every engine reads, and each engine's own. */
const bakeInputs = {
    engine: (0,action/* choice */.Yq)(['layers', 'buildkit', 'packer'], {
        description: 'How the image is built: layers is built in and needs no daemon; buildkit runs a Dockerfile; packer makes a VM image. Default: bake.engine of ingot.yml, else layers',
    }),
    output: (0,action/* text */.Qq)({
        description: 'Where the image goes; a tag here is a label for people. Default: image of ingot.yml',
        placeholder: 'REF',
    }),
    platforms: (0,action/* list */.p_)({
        description: 'os/architecture[/variant] to bake for; several make an index. Default: the only platform of the base, else linux on this machine',
        placeholder: 'PLATFORM',
    }),
    ...layersInputs,
    ...buildkitInputs,
    ...packerInputs,
    annotation: (0,action/* list */.p_)({ description: 'Annotation of the manifest', placeholder: 'K=V' }),
    version: (0,action/* text */.Qq)({ description: 'Version of the application, as annotation and label', placeholder: 'VERSION' }),
    revision: (0,action/* text */.Qq)({ description: 'Commit that was built, as annotation and label', placeholder: 'SHA' }),
    source: (0,action/* text */.Qq)({ description: 'URL of the source repository, as annotation and label', placeholder: 'URL' }),
    policy: shared_inputs/* basePolicy */.ut,
    provenance: shared_inputs/* provenanceFile */.e0,
    reason: (0,action/* choice */.Yq)(['push', 'base', 'cve', 'age', 'manual'], {
        description: 'Why the image is built; part of the provenance',
        default: 'push',
    }),
    config: (0,action/* text */.Qq)({
        description: 'Configuration whose bake: section supplies what is not given here; default ingot.yml where there is one',
        placeholder: 'FILE',
    }),
    'insecure-registry': shared_inputs/* insecureRegistry */.ch,
};

;// CONCATENATED MODULE: ./lib/actions/bake.js


const bake = (0,action/* defineAction */.QP)({
    name: 'bake',
    description: 'Bakes an image from an approved base, files and settings, without a daemon and reproducible to the byte',
    inputs: bakeInputs,
    outputs: {
        digest: 'Digest of the image: the manifest, or the index of several platforms',
        image: 'The image by digest: repository@digest',
        'base-name': 'The base as it was given, without a digest; empty for scratch',
        'base-digest': "Digest of the base's manifest (of the first platform when there are several); empty for scratch",
    },
    permissions: { packages: 'write' },
    about: `
Puts files on top of a base image and writes the result to a registry or an OCI layout. There is no Dockerfile and no
daemon: the base's layers are mounted as they are, each \`add\` becomes one layer, and nothing is run. The same files on the
same base give the same digest on every machine.

Use it when the build of your application already yields files (a bundle, a binary, a \`node_modules\`), which is most of
the time. A base that the organisation policy does not approve is refused before anything is written.

\`\`\`yaml
- uses: ./actions/bake
  id: bake
  with:
    base: ghcr.io/acme/golden-node:24
    add: |
      node_modules:/app/node_modules
      build:/app
    entrypoint: '["node", "/app/server.js"]'
    user: '10001'
    output: ghcr.io/acme/shop
    policy: policy.yml
\`\`\`
`,
    async run(given, job) {
        const { findConfig } = await __webpack_require__.e(/* import() */ 7343).then(__webpack_require__.bind(__webpack_require__, 7343));
        const { openBaker } = await __webpack_require__.e(/* import() */ 7025).then(__webpack_require__.bind(__webpack_require__, 7025));
        const { refuseBases } = await __webpack_require__.e(/* import() */ 9617).then(__webpack_require__.bind(__webpack_require__, 9617));
        const { writeBakeProvenance } = await __webpack_require__.e(/* import() */ 1493).then(__webpack_require__.bind(__webpack_require__, 1493));
        const { declineBake, reportBake } = await __webpack_require__.e(/* import() */ 8728).then(__webpack_require__.bind(__webpack_require__, 8728));
        const { baker, engine, output } = await openBaker(given, await findConfig(given.config), job);
        const bases = await baker.findBases();
        const refusal = await refuseBases(given.policy, bases, job);
        if (refusal !== undefined)
            return declineBake(refusal, bases);
        const baked = await baker.bake();
        if (given.provenance !== undefined) {
            await writeBakeProvenance(given.provenance, { ...given, engine, inputs: baker.inputs, bases }, job.env);
        }
        return reportBake(baked, output, bases);
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
