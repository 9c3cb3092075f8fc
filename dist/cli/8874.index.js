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
var action = __webpack_require__(56630);
// EXTERNAL MODULE: ./lib/actions/shared-inputs.js
var shared_inputs = __webpack_require__(42274);
;// CONCATENATED MODULE: ./lib/actions/wiring/bakers/buildkit-inputs.js

/** Inputs of `bake` that only the engine `buildkit` reads. */
const buildkitInputs = {
    context: (0,action/* text */.Qq)({
        description: 'Directory that a Dockerfile may read; default the working directory',
        placeholder: 'DIR',
    }),
    file: (0,action/* text */.Qq)({ description: 'The Dockerfile; default Dockerfile in the context', placeholder: 'FILE' }),
    target: (0,action/* text */.Qq)({ description: 'Stage of the Dockerfile to build; default the last', placeholder: 'STAGE' }),
    'build-arg': (0,action/* list */.p_)({
        description: 'Build argument; it stays in the image and in its provenance, so names of secrets are refused',
        placeholder: 'K=V',
    }),
    'build-context': (0,action/* list */.p_)({
        description: 'A directory, docker-image://REF or oci-layout://DIR:TAG that a name in the Dockerfile stands for, beside the context',
        placeholder: 'NAME=SRC',
    }),
    secret: (0,action/* list */.p_)({
        description: 'Secret that a step of the build may mount, by the variable or the file that holds it: id=NAME,env=VARIABLE or id=NAME,file=PATH',
        placeholder: 'id=NAME,env=VARIABLE',
    }),
    ssh: (0,action/* list */.p_)({ description: 'SSH agent or keys that a step may use: default, or ID=FILE', placeholder: 'ID' }),
    'cache-from': (0,action/* list */.p_)({
        description: 'Build cache to read, as buildx takes it (type=registry, gha or local); none by default. Whoever may write to it can change the image',
        placeholder: 'CACHE',
    }),
    'cache-to': (0,action/* list */.p_)({
        description: 'Build cache to write, as buildx takes it; not on pull requests, which may only read',
        placeholder: 'CACHE',
    }),
    network: (0,action/* choice */.Yq)(['default', 'none', 'host'], {
        description: 'Network of the steps of a Dockerfile; host must be allowed by the builder',
    }),
    builder: (0,action/* text */.Qq)({
        description: 'The builder, as docker buildx ls names it; default the current one, or one in a container when that cannot push by digest',
        placeholder: 'NAME',
    }),
    'buildkit-image': (0,action/* text */.Qq)({
        description: "Image of BuildKit for a builder that is made here, best by digest; default buildx's own",
        placeholder: 'REF',
    }),
    sbom: (0,action/* text */.Qq)({
        description: 'Image that makes an SBOM inside the build, e.g. docker.io/docker/buildkit-syft-scanner:stable-1; none by default',
        placeholder: 'REF',
    }),
    'bake-file': (0,action/* text */.Qq)({
        description: 'Bake file (HCL, JSON or Compose) whose target says what is built, in place of file and context',
        placeholder: 'FILE',
    }),
    'bake-target': (0,action/* text */.Qq)({ description: 'Target of the bake file; default default', placeholder: 'NAME' }),
};

;// CONCATENATED MODULE: ./lib/actions/wiring/bakers/layers-inputs.js

/** Inputs of `bake` that only the engine `layers` reads. */
const layersInputs = {
    base: (0,action/* text */.Qq)({
        description: 'The image to build on, or scratch; replaces bake.base of ingot.yml',
        placeholder: 'REF',
    }),
    add: (0,action/* list */.p_)({
        description: 'A file or directory on disk and its absolute path in the image; each becomes a layer of its own, in this order. With rules: {source: …, destination: …, owner: …}, as in ingot.yml',
        placeholder: 'SRC:DEST',
    }),
    entrypoint: (0,action/* text */.Qq)({ description: 'Command to start, as a JSON array of strings', placeholder: 'JSON' }),
    cmd: (0,action/* text */.Qq)({ description: 'Arguments of the entrypoint, as a JSON array of strings', placeholder: 'JSON' }),
    env: (0,action/* list */.p_)({ description: 'Environment variable of the image, added to those of the base', placeholder: 'K=V' }),
    label: (0,action/* list */.p_)({ description: 'Label of the image, added to those of the base', placeholder: 'K=V' }),
    user: (0,action/* text */.Qq)({ description: 'User that the image runs as: a name, or uid[:gid]', placeholder: 'USER' }),
    workdir: (0,action/* text */.Qq)({ description: 'Absolute working directory in the image', placeholder: 'DIR' }),
    expose: (0,action/* list */.p_)({ description: 'Port that the image listens on, e.g. 8080 or 53/udp', placeholder: 'PORT' }),
    volume: (0,action/* list */.p_)({ description: 'Directory of the image whose content outlives a container', placeholder: 'DIR' }),
    'stop-signal': (0,action/* text */.Qq)({
        description: 'Signal that asks the process to end, e.g. SIGTERM',
        placeholder: 'SIGNAL',
    }),
    healthcheck: (0,action/* text */.Qq)({
        description: 'What tells whether a container is well: none, or {test: …, interval: …}, as in ingot.yml',
        placeholder: 'CHECK',
    }),
    compression: (0,action/* choice */.Yq)(['gzip', 'zstd', 'none'], {
        description: 'How layers are compressed: gzip, which everything can pull (the default); zstd, smaller and faster, from Node 22.15 on; or none',
    }),
    'compression-level': (0,action/* integer */.nd)({
        description: 'gzip 1 to 9, default 1; zstd 1 to 19, default 3',
        minimum: 1,
        placeholder: 'N',
    }),
    'cache-dir': (0,action/* text */.Qq)({
        description: 'Where to remember which files became which layer. Default: INGOT_CACHE_DIR, else ingot in the cache directory of the user',
        placeholder: 'DIR',
    }),
};

;// CONCATENATED MODULE: ./lib/actions/wiring/bakers/packer-inputs.js

/** Inputs of `bake` that only the engine `packer` reads. */
const packerInputs = {
    template: (0,action/* text */.Qq)({
        description: 'HCL2 template of Packer: a file, or a directory of *.pkr.hcl; replaces bake.template of ingot.yml',
        placeholder: 'PATH',
    }),
    variable: (0,action/* list */.p_)({
        description: 'Variable of the Packer template; goes over bake.variables. Never a secret: see variable-from-env',
        placeholder: 'K=V',
    }),
    'variable-from-env': (0,action/* list */.p_)({
        description: 'Variable of the Packer template, and the environment variable that holds its value, which is a secret; goes over bake.secrets',
        placeholder: 'K=ENV',
    }),
};

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
    ...(0,action/* grouped */.zD)('of the engine layers', layersInputs),
    ...(0,action/* grouped */.zD)('of the engine buildkit', buildkitInputs),
    ...(0,action/* grouped */.zD)('of the engine packer', packerInputs),
    'no-cache': (0,action/* flag */.Jt)({
        description: 'Make everything anew: layers reads and compresses again whatever is remembered and whatever the previous image has; buildkit runs every step again',
    }),
    annotation: (0,action/* list */.p_)({ description: 'Annotation of the manifest', placeholder: 'K=V' }),
    version: (0,action/* text */.Qq)({ description: 'Version of the application, as annotation and label', placeholder: 'VERSION' }),
    revision: (0,action/* text */.Qq)({ description: 'Commit that was built, as annotation and label', placeholder: 'SHA' }),
    source: (0,action/* text */.Qq)({ description: 'URL of the source repository, as annotation and label', placeholder: 'URL' }),
    previous: shared_inputs/* previous */.kn,
    'last-release': shared_inputs/* lastRelease */.Ik,
    ledger: shared_inputs/* ledger */.Wg,
    'dry-run': (0,action/* flag */.Jt)({
        description: 'Say what would be built, on which bases, and what the policy says about them; build and write nothing',
    }),
    split: (0,action/* flag */.Jt)({
        description: 'When BuildKit has several platforms, or a runner is named for the only one: bake nothing, and name them in the output matrix',
    }),
    runners: (0,action/* text */.Qq)({
        description: 'Labels of the runner of each platform for the matrix, as a JSON object: a text, or a list of texts',
        placeholder: 'JSON',
    }),
    policy: shared_inputs/* basePolicy */.ut,
    provenance: shared_inputs/* provenanceFile */.e0,
    report: (0,action/* text */.Qq)({
        description: 'File to write to what was baked, and out of what, as JSON: the action join reads it',
        placeholder: 'FILE',
    }),
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
    description: 'Bakes an image on approved bases: from files without a daemon, from a Dockerfile with BuildKit, or a VM image with Packer',
    inputs: bakeInputs,
    outputs: {
        digest: 'Digest of the image: the manifest, or the index of several platforms; empty when nothing was built',
        image: 'The image by digest: repository@digest; empty when nothing was built',
        unchanged: 'true when the previous image has the same content: digest and image name that one, and nothing was made',
        engine: 'The engine: layers, buildkit or packer',
        matrix: 'With split, JSON array for a matrix, of what is to be baked apart: platform, its name without slashes, and its runner when there is one; else []',
        platforms: 'What is built, as os/architecture[/variant] with commas between them',
        'base-name': 'The base as it was given, without a digest; empty for scratch',
        'base-digest': "Digest of the base's manifest (of the first platform when there are several); empty for scratch",
    },
    permissions: { packages: 'write' },
    about: `
Makes a container image or a VM image, with the engine that \`ingot.yml\` or \`engine\` names, and writes it by digest to a
registry or an OCI layout:

- \`layers\`, the default, puts files on top of a base image. There is no Dockerfile and no daemon: the base's layers are
  mounted as they are, each \`add\` becomes one layer, and nothing is run. Use it when the build of your application already
  yields files (a bundle, a binary, a \`node_modules\`), which is most of the time.
- \`buildkit\` builds a Dockerfile or a bake file with BuildKit, through buildx.
- \`packer\` builds a VM image from an HCL2 template.

A base that the organisation policy does not approve is refused before anything is built. An image whose content is there
already is not made again. \`dry-run\` says what would be built on what, and builds nothing.

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
    async run(given, secretive) {
        const started = performance.now();
        const { findConfig } = await __webpack_require__.e(/* import() */ 7343).then(__webpack_require__.bind(__webpack_require__, 77343));
        const { openBaker, readOutput } = await __webpack_require__.e(/* import() */ 7025).then(__webpack_require__.bind(__webpack_require__, 17025));
        const config = await findConfig(given.config);
        const output = await readOutput(given, config);
        // Loaded when nothing is missing: whoever forgot an input is told at once.
        const [{ openStores }, { refuseBases }, { findPrevious }, { writeBakeDocuments }, { matrixOf }, { withBuildSecrets }, { declineBake, reportBake, reportPlan },] = await Promise.all([
            Promise.all(/* import() */[__webpack_require__.e(1837), __webpack_require__.e(5277), __webpack_require__.e(6537), __webpack_require__.e(1627), __webpack_require__.e(5877)]).then(__webpack_require__.bind(__webpack_require__, 79999)),
            __webpack_require__.e(/* import() */ 9617).then(__webpack_require__.bind(__webpack_require__, 89617)),
            __webpack_require__.e(/* import() */ 8493).then(__webpack_require__.bind(__webpack_require__, 38493)),
            __webpack_require__.e(/* import() */ 659).then(__webpack_require__.bind(__webpack_require__, 10659)),
            __webpack_require__.e(/* import() */ 2963).then(__webpack_require__.bind(__webpack_require__, 12963)),
            __webpack_require__.e(/* import() */ 638).then(__webpack_require__.bind(__webpack_require__, 80638)),
            __webpack_require__.e(/* import() */ 8728).then(__webpack_require__.bind(__webpack_require__, 98728)),
        ]);
        const job = withBuildSecrets(secretive);
        const stores = openStores({ insecureHosts: given['insecure-registry'], signal: job.signal });
        const asked = { given, config, output, open: stores.open };
        const finding = findPrevious(asked, job); // while the bases are being read
        finding.catch(() => undefined); // what goes wrong with it is told when it is needed
        const { baker, engine } = await openBaker({ ...asked, job });
        const bases = await baker.findBases();
        const refusal = await refuseBases(given.policy, bases, job);
        const matrix = given.split ? matrixOf(engine, baker.platforms, given.runners) : [];
        const plan = { engine, output, platforms: baker.platforms, bases, matrix };
        if (refusal !== undefined)
            return declineBake(refusal, plan);
        const previous = await finding;
        if (given['dry-run'] || matrix.length > 0)
            return reportPlan(plan, { inputs: baker.inputs, policy: given.policy, previous });
        const baked = await baker.bake(previous);
        await writeBakeDocuments(given, { ...given, engine, inputs: baker.inputs, bases }, baked, job.env);
        return reportBake(baked, plan, { seconds: (performance.now() - started) / 1000, traffic: stores.traffic() });
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
