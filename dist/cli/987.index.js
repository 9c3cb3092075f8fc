export const id = 987;
export const ids = [987];
export const modules = {

/***/ 60987:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   join: () => (/* binding */ join)
/* harmony export */ });
/* harmony import */ var _runner_action_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(56630);
/* harmony import */ var _shared_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42274);


const join = (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .defineAction */ .QP)({
    name: 'join',
    description: 'Joins images that were baked apart, a platform each, into the one index that is released',
    inputs: {
        image: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)({
            description: 'Digest of an image to join, alone or behind its repository: a manifest, or an index of some platforms with its attestations',
            placeholder: 'DIGEST',
        }),
        report: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)({
            description: 'Report of a bake whose image is to be joined, or a directory of reports; all must be of the same inputs, and of the revision',
            placeholder: 'FILE',
        }),
        platforms: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)({
            description: 'Platform that must be there, and no other. Default: those that are there',
            placeholder: 'PLATFORM',
        }),
        output: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
            description: 'Repository that holds all of them, where the index goes; a tag here is a label for people. Default: image of ingot.yml',
            placeholder: 'REF',
        }),
        annotation: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)({ description: 'Annotation of the index', placeholder: 'K=V' }),
        version: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({ description: 'Version of the application, as annotation', placeholder: 'VERSION' }),
        revision: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({ description: 'Commit that was built, as annotation', placeholder: 'SHA' }),
        source: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({ description: 'URL of the source repository, as annotation', placeholder: 'URL' }),
        previous: _shared_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .previous */ .kn,
        'last-release': _shared_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .lastRelease */ .Ik,
        ledger: _shared_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .ledger */ .Wg,
        config: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
            description: 'Configuration that says where the image goes; default ingot.yml where there is one',
            placeholder: 'FILE',
        }),
        provenance: _shared_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .provenanceFile */ .e0,
        'insecure-registry': _shared_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .insecureRegistry */ .ch,
    },
    outputs: {
        digest: 'Digest of the index',
        image: 'The index by digest: repository@digest',
        unchanged: 'true when the previous index has the same content: digest and image name that one, and nothing was made',
        platforms: 'Platforms that it holds, with commas between them',
        'base-name': 'The base as it was given, without a digest; empty for scratch',
        'base-digest': "Digest of the base's manifest of the first platform; empty for scratch",
    },
    permissions: { packages: 'write' },
    about: `
For an image whose platforms are baked on machines of their own, side by side. Each runner bakes one platform and hands on a
digest; one job joins them. The index lists the platforms in order of their names, with the attestations that BuildKit has
put beside each, so that the same images give the same digest whichever came first. Nothing is built, and no layer moves.

\`\`\`yaml
- uses: ./actions/join
  with:
    image: |
      sha256:4f0e…
      sha256:9b1c…
    output: ghcr.io/acme/shop
\`\`\`
`,
    async run(given, job) {
        const started = performance.now();
        const { findConfig } = await __webpack_require__.e(/* import() */ 7343).then(__webpack_require__.bind(__webpack_require__, 77343));
        const { parseOutput } = await __webpack_require__.e(/* import() */ 2573).then(__webpack_require__.bind(__webpack_require__, 92573));
        const { required } = await __webpack_require__.e(/* import() */ 5656).then(__webpack_require__.bind(__webpack_require__, 25656));
        const config = await findConfig(given.config);
        const output = await parseOutput(required(given.output ?? config?.image, 'output', 'image'));
        // Loaded when nothing is missing: whoever forgot an input is told at once.
        const { combineReports, joinIndex } = await Promise.all(/* import() */[__webpack_require__.e(1837), __webpack_require__.e(5277), __webpack_require__.e(6723), __webpack_require__.e(366), __webpack_require__.e(7497), __webpack_require__.e(736)]).then(__webpack_require__.bind(__webpack_require__, 736));
        const { openStores } = await Promise.all(/* import() */[__webpack_require__.e(1837), __webpack_require__.e(5277), __webpack_require__.e(6537), __webpack_require__.e(1627), __webpack_require__.e(5877)]).then(__webpack_require__.bind(__webpack_require__, 79999));
        const { findPrevious } = await __webpack_require__.e(/* import() */ 8493).then(__webpack_require__.bind(__webpack_require__, 38493));
        const { identityAnnotations } = await __webpack_require__.e(/* import() */ 9130).then(__webpack_require__.bind(__webpack_require__, 79130));
        const { digestsIn } = await __webpack_require__.e(/* import() */ 703).then(__webpack_require__.bind(__webpack_require__, 703));
        const { readReports, writeReportedProvenance } = await __webpack_require__.e(/* import() */ 659).then(__webpack_require__.bind(__webpack_require__, 10659));
        const { reportJoin } = await __webpack_require__.e(/* import() */ 8728).then(__webpack_require__.bind(__webpack_require__, 98728));
        const expected = given.platforms.flatMap((entry) => entry.split(',')).map((entry) => entry.trim());
        const { open, traffic } = openStores({ insecureHosts: given['insecure-registry'], signal: job.signal });
        const report = given.report.length === 0 ? undefined : combineReports(await readReports(given.report));
        const written = [...given.image, ...(report?.digests ?? [])];
        const joined = await joinIndex({
            output: open(output.reference),
            previous: await findPrevious({ given, config, output, open }, job),
            reference: output.reference,
            digests: digestsIn(written, output.reference),
            expected,
            revision: report === undefined ? undefined : given.revision,
            annotations: await identityAnnotations(given),
            tags: output.tags,
            log: job.log,
            signal: job.signal,
        });
        if (given.provenance !== undefined && report !== undefined && (!joined.unchanged || joined.reproduced === true)) {
            await writeReportedProvenance(given.provenance, report, job.env);
        }
        return reportJoin(joined, output, { seconds: (performance.now() - started) / 1000, traffic: traffic() });
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
