export const id = 1345;
export const ids = [1345];
export const modules = {

/***/ 91345:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openBuildkit: () => (/* binding */ openBuildkit)
/* harmony export */ });
/* harmony import */ var _request_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82940);

/** The engine `buildkit`: opened, it has read the Dockerfile; the builder is not asked before the bases are approved. */
async function openBuildkit({ given, config, output, open, job }) {
    const { readEpoch } = await Promise.all(/* import() */[__webpack_require__.e(1837), __webpack_require__.e(5277), __webpack_require__.e(6723), __webpack_require__.e(366), __webpack_require__.e(7497), __webpack_require__.e(736)]).then(__webpack_require__.bind(__webpack_require__, 736));
    const { bakeBuildkit, checkBuildx, chooseBuilder, findSources, toolEnvironment } = await Promise.all(/* import() */[__webpack_require__.e(1837), __webpack_require__.e(5277), __webpack_require__.e(6723), __webpack_require__.e(366), __webpack_require__.e(2228)]).then(__webpack_require__.bind(__webpack_require__, 52228));
    const { parseReference } = await __webpack_require__.e(/* import() */ 3940).then(__webpack_require__.bind(__webpack_require__, 23940));
    const { identityAnnotations } = await __webpack_require__.e(/* import() */ 9130).then(__webpack_require__.bind(__webpack_require__, 79130));
    const { defineBuild } = await __webpack_require__.e(/* import() */ 5923).then(__webpack_require__.bind(__webpack_require__, 95923));
    const { describeInputs } = await __webpack_require__.e(/* import() */ 2569).then(__webpack_require__.bind(__webpack_require__, 72569));
    const { readSecrets } = await __webpack_require__.e(/* import() */ 565).then(__webpack_require__.bind(__webpack_require__, 90565));
    const { importLayout } = await __webpack_require__.e(/* import() */ 176).then(__webpack_require__.bind(__webpack_require__, 40176));
    const { withLogins } = await __webpack_require__.e(/* import() */ 9004).then(__webpack_require__.bind(__webpack_require__, 9004));
    const { log, env, signal } = job;
    const configured = (0,_request_js__WEBPACK_IMPORTED_MODULE_0__/* .configuredFor */ .q)('buildkit', config);
    const definition = await defineBuild(given, configured && { ...configured, config }, job);
    const annotations = await identityAnnotations(given);
    const epochSeconds = readEpoch(env);
    const rebasable = configured?.rebasable ?? false;
    const maker = given.sbom ?? configured?.sbom;
    const sbom = maker === undefined ? undefined : parseReference(maker);
    const find = once(() => findSources({ definition, sbom, open, log, signal }));
    return {
        inputs: describeInputs(definition, { annotations, epochSeconds, rebasable, sbom: maker }),
        platforms: definition.platforms,
        findBases: async () => (await find()).found,
        bake: async (previous) => {
            const sources = await find();
            const redact = await readSecrets(definition.secrets, job);
            const tool = toolEnvironment(env);
            await checkBuildx(tool, signal);
            const named = given.builder ?? configured?.builder ?? env.BUILDX_BUILDER;
            const image = given['buildkit-image'] ?? configured?.['buildkit-image'];
            const builder = await chooseBuilder({ named, image, log, signal }, tool);
            const store = open(output.reference);
            const references = [output.reference, ...sources.found.map(({ reference }) => reference)];
            return withLogins(references, env, (env) => bakeBuildkit({
                ...{ definition, sources, annotations, epochSeconds, rebasable, redact, previous, env, log, signal },
                ...{ builder, reference: output.reference, output: store, tags: output.tags },
                importLayout: importLayout(store, job),
            }));
        },
    };
}
/** What is found is what the policy is asked about and what is built on: never looked up twice. */
function once(work) {
    let found;
    return () => {
        found ??= work();
        return found;
    };
}


/***/ }),

/***/ 82940:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ configuredFor)
/* harmony export */ });
/** `bake:` of ingot.yml, when it is for this engine: another engine's settings are not mixed into it. */
function configuredFor(engine, config) {
    const bake = config?.bake;
    return bake?.engine === engine ? bake : undefined;
}


/***/ })

};
