export const id = 227;
export const ids = [227];
export const modules = {

/***/ 227:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openLayers: () => (/* binding */ openLayers)
/* harmony export */ });
/* harmony import */ var _required_input_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5656);
/* harmony import */ var _request_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2940);


/** The engine `layers`: the bases are read when it is opened, since they say which platforms there are. */
async function openLayers({ given, config, output, open, job }) {
    const configured = (0,_request_js__WEBPACK_IMPORTED_MODULE_1__/* .configuredFor */ .q)('layers', config);
    const base = (0,_required_input_js__WEBPACK_IMPORTED_MODULE_0__/* .required */ .m)(given.base ?? configured?.base, 'base', 'bake.base');
    const [{ bakeLayers, compressionOf, forAnyPlatform, PlansAhead, readEpoch }, { formatReference, parseReference }, { layerCacheDirectory }, { readAdditions }, { additionsFromHere }, { foundBases, loadBases }, { readSettings }, { withoutDigest },] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(1837), __webpack_require__.e(6723), __webpack_require__.e(5277), __webpack_require__.e(2408), __webpack_require__.e(6148)]).then(__webpack_require__.bind(__webpack_require__, 6148)),
        __webpack_require__.e(/* import() */ 3940).then(__webpack_require__.bind(__webpack_require__, 3940)),
        __webpack_require__.e(/* import() */ 7317).then(__webpack_require__.bind(__webpack_require__, 7317)),
        __webpack_require__.e(/* import() */ 7499).then(__webpack_require__.bind(__webpack_require__, 7499)),
        __webpack_require__.e(/* import() */ 5423).then(__webpack_require__.bind(__webpack_require__, 5423)),
        __webpack_require__.e(/* import() */ 2740).then(__webpack_require__.bind(__webpack_require__, 2740)),
        __webpack_require__.e(/* import() */ 609).then(__webpack_require__.bind(__webpack_require__, 609)),
        __webpack_require__.e(/* import() */ 2573).then(__webpack_require__.bind(__webpack_require__, 2573)),
    ]);
    const { signal, log } = job;
    const reference = base === 'scratch' ? undefined : parseReference(base);
    const baseName = reference && formatReference(withoutDigest(reference));
    const additions = await readAdditions(given.add.length > 0 ? given.add : (configured?.add ?? []));
    const level = given['compression-level'] ?? configured?.['compression-level'];
    const compression = compressionOf(given.compression ?? configured?.compression, level);
    const { settings, annotations } = await readSettings(given, configured);
    const epochSeconds = readEpoch(job.env);
    const named = reference && { store: open(reference), reference };
    const loading = loadBases(named, (0,_required_input_js__WEBPACK_IMPORTED_MODULE_0__/* .givenOr */ .t)(given.platforms, configured?.platforms), signal);
    // What is added is looked at while the base is being read, unless nothing will be baked.
    const isBaked = !given['dry-run'] && !given.split;
    const plannable = { onBase: named !== undefined, epochSeconds };
    const ahead = isBaked ? new PlansAhead(forAnyPlatform(additions), plannable) : undefined;
    const platforms = await loading;
    const request = {
        baseName,
        platforms,
        additions,
        ahead,
        settings,
        annotations,
        epochSeconds,
        compression,
        isFresh: given['no-cache'],
        cacheDirectory: layerCacheDirectory(given['cache-dir'], job.env),
        tags: output.tags,
        log,
        signal,
    };
    const names = platforms.map(({ platform }) => platform);
    const decided = { ...settings, annotations, compression, platforms: names, epochSeconds };
    return {
        inputs: { base, add: additionsFromHere(additions), ...decided },
        platforms: names,
        findBases: () => foundBases(baseName, platforms),
        bake: (previous) => bakeLayers({ ...request, previous, output: open(output.reference) }),
    };
}


/***/ }),

/***/ 2940:
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
