export const id = 7325;
export const ids = [7325];
export const modules = {

/***/ 7325:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   validate: () => (/* binding */ validate)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _runner_action_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6630);


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
        'insecure-registry': (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)({
            description: 'Registry host that may be spoken to in plain HTTP; loopback always may',
            placeholder: 'HOST',
        }),
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
        const { defaultChecks, toJUnit, toMarkdown, toTestResult, validateImage } = await Promise.all(/* import() */[__webpack_require__.e(3798), __webpack_require__.e(71), __webpack_require__.e(7804)]).then(__webpack_require__.bind(__webpack_require__, 7804));
        const { loadImage } = await Promise.all(/* import() */[__webpack_require__.e(3798), __webpack_require__.e(71)]).then(__webpack_require__.bind(__webpack_require__, 71));
        const { openStore } = await Promise.all(/* import() */[__webpack_require__.e(3798), __webpack_require__.e(1204), __webpack_require__.e(8669)]).then(__webpack_require__.bind(__webpack_require__, 1204));
        const { findConfig } = await Promise.all(/* import() */[__webpack_require__.e(3798), __webpack_require__.e(3867), __webpack_require__.e(7635)]).then(__webpack_require__.bind(__webpack_require__, 1725));
        const { formatReference, parseReference } = await __webpack_require__.e(/* import() */ 3940).then(__webpack_require__.bind(__webpack_require__, 3940));
        const { signal } = job;
        const configured = (await findConfig(inputs.config))?.validate ?? [];
        const checks = configured.length > 0 ? configured : defaultChecks;
        const reference = parseReference(inputs.image);
        const store = openStore(reference, { insecureHosts: inputs['insecure-registry'], signal });
        const image = await loadImage(store, reference, { signal });
        const validation = await validateImage({ image, checks, launch: launcher(job), signal });
        const { verdict, digest, results } = validation;
        for (const { check, verdict: one, message } of results)
            job.log(`${one.padEnd(5)} ${check}: ${message}`);
        if (inputs.report !== undefined)
            await writeDocument(inputs.report, toJUnit(validation));
        if (inputs.attestation !== undefined) {
            await writeDocument(inputs.attestation, `${JSON.stringify(toTestResult(validation, checks), null, 2)}\n`);
        }
        const wrong = results.filter((result) => result.verdict !== 'pass');
        const name = formatReference(image.reference);
        return {
            reason: { pass: 'done', fail: 'validation-failed', error: 'target-failed' }[verdict],
            message: wrong.length === 0
                ? `${name} passes every check (${results.length})`
                : [
                    `${name} fails ${wrong.length} of ${results.length} checks:`,
                    ...wrong.map(({ check, message }) => `  ${check}: ${message}`),
                ].join('\n'),
            outputs: { verdict, digest, passed: results.length - wrong.length, failed: wrong.length },
            details: { results },
            summary: toMarkdown(validation),
        };
    },
});
/** Folders on the way are made. */
async function writeDocument(file, content) {
    const { mkdir, writeFile } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 1455, 19));
    const { dirname } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 6760, 19));
    try {
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, content);
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IngotError */ .se('invalid-input', `Cannot write ${file}: ${cause.message}`, { cause });
    }
}
/** Starts the service out of a temporary folder that is gone when the service is. */
function launcher(job) {
    return async (image, request) => {
        const { mkdtemp, rm, writeFile } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 1455, 19));
        const { tmpdir } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 8161, 19));
        const { join } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 6760, 19));
        const { unpackImage } = await Promise.all(/* import() */[__webpack_require__.e(3798), __webpack_require__.e(71)]).then(__webpack_require__.bind(__webpack_require__, 71));
        const { accepts, launchService } = await __webpack_require__.e(/* import() */ 7219).then(__webpack_require__.bind(__webpack_require__, 7219));
        if (request.port !== undefined && (await accepts(request.port)))
            throw portInUse(request.port);
        const directory = await mkdtemp(join(tmpdir(), 'ingot-validate-'));
        const clear = () => rm(directory, { recursive: true, force: true });
        try {
            const rootfs = join(directory, 'rootfs');
            // Node asks the folders above a script what kind of module it is: without this, those of this machine would answer.
            await writeFile(join(directory, 'package.json'), '{}');
            await unpackImage(image, rootfs, { ...(request.signal && { signal: request.signal }) });
            const service = await launchService({ rootfs, config: image.config, log: job.log, ...request });
            return { url: service.url, stop: () => service.stop().finally(clear) };
        }
        catch (thrown) {
            await clear();
            throw thrown;
        }
    };
}
/** Not the image's fault: without this, the answers of a stranger would be taken for the service's. */
function portInUse(port) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IngotError */ .se('unsupported', `Port ${port} is in use on this machine`, {
        advice: 'Leave the port out of the check: the service is told a free one in the variable PORT',
    });
}


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
