export const id = 4842;
export const ids = [4842];
export const modules = {

/***/ 4842:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bake: () => (/* binding */ bake)
/* harmony export */ });
/* harmony import */ var _runner_action_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6630);

const inputs = {
    engine: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)(['layers'], {
        description: 'How the image is built: layers is built in and needs no daemon',
        default: 'layers',
    }),
    base: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
        description: 'The image to build on, or scratch; replaces bake.base of ingot.yml',
        placeholder: 'REF',
    }),
    add: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)({
        description: 'A file or directory on disk and its absolute path in the image; each becomes a layer of its own, in this order',
        placeholder: 'SRC:DEST',
    }),
    output: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
        description: 'Where the image goes; a tag here is a label for people. Default: image of ingot.yml',
        placeholder: 'REF',
    }),
    entrypoint: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ description: 'Command to start, as a JSON array of strings', placeholder: 'JSON' }),
    cmd: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ description: 'Arguments of the entrypoint, as a JSON array of strings', placeholder: 'JSON' }),
    env: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)({ description: 'Environment variable of the image, added to those of the base', placeholder: 'K=V' }),
    label: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)({ description: 'Label of the image, added to those of the base', placeholder: 'K=V' }),
    user: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ description: 'User that the image runs as: a name, or uid[:gid]', placeholder: 'USER' }),
    workdir: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ description: 'Absolute working directory in the image', placeholder: 'DIR' }),
    expose: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)({ description: 'Port that the image listens on, e.g. 8080 or 53/udp', placeholder: 'PORT' }),
    platforms: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)({
        description: 'os/architecture[/variant] to bake for; several make an index. Default: the only platform of the base, else linux on this machine',
        placeholder: 'PLATFORM',
    }),
    annotation: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)({ description: 'Annotation of the manifest', placeholder: 'K=V' }),
    version: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ description: 'Version of the application, as annotation and label', placeholder: 'VERSION' }),
    revision: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ description: 'Commit that was built, as annotation and label', placeholder: 'SHA' }),
    source: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ description: 'URL of the source repository, as annotation and label', placeholder: 'URL' }),
    policy: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
        description: 'Organisation policy that says which bases are approved, and by whose signature',
        placeholder: 'FILE',
    }),
    provenance: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ description: 'File to write a SLSA provenance predicate to', placeholder: 'FILE' }),
    reason: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)(['push', 'base', 'cve', 'age', 'manual'], {
        description: 'Why the image is built; part of the provenance',
        default: 'push',
    }),
    config: (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
        description: 'Configuration whose bake: section supplies what is not given here; default ingot.yml where there is one',
        placeholder: 'FILE',
    }),
    'insecure-registry': (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)({
        description: 'Registry host that may be spoken to in plain HTTP; loopback always may',
        placeholder: 'HOST',
    }),
};
const bake = (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_0__/* .defineAction */ .QP)({
    name: 'bake',
    description: 'Bakes an image from an approved base, files and settings, without a daemon and reproducible to the byte',
    inputs,
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
        const wiring = await __webpack_require__.e(/* import() */ 2893).then(__webpack_require__.bind(__webpack_require__, 2893));
        const config = await findConfig(given.config);
        const outputText = wiring.required(given.output ?? config?.image, 'output', 'image');
        const base = wiring.required(given.base ?? config?.bake?.base, 'base', 'bake.base');
        const { bakeLayers, parseAddition, provenancePredicate, readEpoch } = await Promise.all(/* import() */[__webpack_require__.e(3798), __webpack_require__.e(71), __webpack_require__.e(7961)]).then(__webpack_require__.bind(__webpack_require__, 7961));
        const { openStore } = await Promise.all(/* import() */[__webpack_require__.e(3798), __webpack_require__.e(1204), __webpack_require__.e(8669)]).then(__webpack_require__.bind(__webpack_require__, 1204));
        const { formatReference, formatRepository, parseReference } = await __webpack_require__.e(/* import() */ 3940).then(__webpack_require__.bind(__webpack_require__, 3940));
        const { loadPolicy } = await Promise.all(/* import() */[__webpack_require__.e(3798), __webpack_require__.e(3867), __webpack_require__.e(7635)]).then(__webpack_require__.bind(__webpack_require__, 1725));
        const { refuseBase } = await __webpack_require__.e(/* import() */ 9617).then(__webpack_require__.bind(__webpack_require__, 9617));
        const { signal } = job;
        const output = wiring.outputOf(parseReference(outputText), outputText);
        const reference = base === 'scratch' ? undefined : parseReference(base);
        const baseName = reference && formatReference(wiring.withoutDigest(reference));
        const add = given.add.length > 0 ? given.add : (config?.bake?.add ?? []);
        const additions = add.map(parseAddition);
        const { settings, annotations } = await wiring.readSettings(given, config?.bake);
        const epochSeconds = readEpoch(job.env);
        const policy = given.policy === undefined ? undefined : await loadPolicy(given.policy);
        const options = { insecureHosts: given['insecure-registry'], signal };
        const asked = given.platforms.length > 0 ? given.platforms : (config?.bake?.platforms ?? []);
        const platforms = await wiring.loadBases(reference && openStore(reference, options), reference, asked, signal);
        const baseDigest = platforms[0]?.image?.manifestDigest;
        const baseOutputs = { 'base-name': baseName ?? '', 'base-digest': baseDigest ?? '' };
        const refusal = await refuseBase(policy, wiring.namedBase(platforms), job);
        if (refusal !== undefined) {
            const outputs = { digest: '', image: '', ...baseOutputs };
            return { reason: 'base-not-approved', message: refusal, outputs, summary: `### Not baked\n\n${refusal}\n` };
        }
        const tags = output.tag === undefined ? [] : [output.tag];
        const request = { baseName, platforms, additions, settings, annotations, epochSeconds, tags, signal };
        const baked = await bakeLayers({ ...request, output: openStore(output, options), log: job.log });
        const image = `${formatRepository(output)}@${baked.digest}`;
        if (given.provenance !== undefined) {
            const images = platforms.flatMap((one) => one.image ? [{ name: baseName ?? '', digest: one.image.manifestDigest }] : []);
            const inputs = {
                base,
                add,
                ...settings,
                annotations,
                platforms: platforms.map((one) => one.platform),
                epochSeconds,
            };
            const source = { url: given.source, revision: given.revision };
            const facts = { engine: 'layers', reason: given.reason, inputs, images, source, env: job.env };
            await wiring.writePredicate(given.provenance, provenancePredicate(facts));
        }
        const said = baked.unchanged
            ? `${formatReference(output)} names this very image already: ${image}`
            : `Baked ${image}`;
        return {
            reason: baked.unchanged ? 'unchanged' : 'done',
            message: said,
            outputs: { digest: baked.digest, image, ...baseOutputs },
            details: { platforms: baked.platforms },
            summary: await wiring.summariseBake(image, base, baked.platforms),
        };
    },
});


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
