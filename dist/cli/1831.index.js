export const id = 1831;
export const ids = [1831];
export const modules = {

/***/ 71831:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openPacker: () => (/* binding */ openPacker)
/* harmony export */ });
/* harmony import */ var _request_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82940);

/** The engine `packer`: opening it reads the template and the bases, and asks Packer which version it is. */
async function openPacker({ given, config, output, open, job }) {
    const { bakePacker, openPackerTool, platformsOf, readEpoch, readTemplate } = await Promise.all(/* import() */[__webpack_require__.e(1837), __webpack_require__.e(5277), __webpack_require__.e(6723), __webpack_require__.e(366), __webpack_require__.e(7497), __webpack_require__.e(736)]).then(__webpack_require__.bind(__webpack_require__, 736));
    const { identityAnnotations } = await __webpack_require__.e(/* import() */ 9130).then(__webpack_require__.bind(__webpack_require__, 79130));
    const { foundBases } = await __webpack_require__.e(/* import() */ 2740).then(__webpack_require__.bind(__webpack_require__, 2740));
    const { loadPackerBases } = await __webpack_require__.e(/* import() */ 8267).then(__webpack_require__.bind(__webpack_require__, 80648));
    const { buildPlatforms, readPackerSettings } = await __webpack_require__.e(/* import() */ 2765).then(__webpack_require__.bind(__webpack_require__, 22765));
    const { env, log, signal } = job;
    const configured = (0,_request_js__WEBPACK_IMPORTED_MODULE_0__/* .configuredFor */ .q)('packer', config);
    const platforms = await buildPlatforms(given.platforms, configured);
    const { settings, secretNames } = await readPackerSettings(given, configured, platforms, job);
    const template = readTemplate(settings.template);
    const names = platformsOf(platforms);
    const base = given.base ?? configured?.base;
    const bases = await loadPackerBases(base === 'scratch' ? undefined : base, names, open, signal);
    const annotations = await identityAnnotations(given);
    const version = await openPackerTool({
        directory: template.directory,
        secretNames: Object.values(secretNames),
        env,
        signal,
    });
    const { only, except, variables } = settings;
    return {
        inputs: {
            template: template.files,
            variables,
            secrets: Object.keys(settings.secrets).sort(),
            only,
            except,
            base: base ?? null,
            annotations,
            platforms,
            packer: version,
        },
        platforms: names,
        findBases: async () => foundBases(bases[0]?.name, bases),
        bake: (previous) => bakePacker({
            directory: template.directory,
            settings,
            secretNames: Object.values(secretNames),
            names: {
                baseImage: configured?.['base-variables'].image ?? 'base_image',
                baseChecksum: configured?.['base-variables'].checksum ?? 'base_checksum',
                output: configured?.['output-variable'],
                inventory: configured?.['inventory-variable'],
            },
            bases,
            baseRegion: configured?.['base-region'],
            platforms,
            firmware: configured?.firmware,
            init: configured?.init ?? false,
            timeoutMilliseconds: configured?.timeoutMilliseconds ?? 2 * 3_600_000, // 2 hours
            created: createdAt(env.SOURCE_DATE_EPOCH === undefined ? undefined : readEpoch(env)),
            annotations,
            output: open(output.reference),
            tags: output.tags,
            env,
            log,
            signal,
        }, previous),
    };
}
/** No two builds of a machine are the same, so the time may be told: policies ask how old a base is. */
function createdAt(epochSeconds) {
    const date = epochSeconds === undefined ? new Date() : new Date(epochSeconds * 1000);
    return date.toISOString().replace(/\.\d{3}Z$/, 'Z');
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
