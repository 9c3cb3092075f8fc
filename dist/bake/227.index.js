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
/* harmony import */ var _open_baker_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7025);


/** The engine `layers`: the bases are read when it is opened, since they say which platforms there are. */
async function openLayers({ given, config, output, open, job }) {
    const configured = (0,_open_baker_js__WEBPACK_IMPORTED_MODULE_1__/* .configuredFor */ .q)('layers', config);
    const base = (0,_required_input_js__WEBPACK_IMPORTED_MODULE_0__/* .required */ .m)(given.base ?? configured?.base, 'base', 'bake.base');
    const { bakeLayers, compressionOf, readEpoch } = await Promise.all(/* import() */[__webpack_require__.e(2857), __webpack_require__.e(2408), __webpack_require__.e(7362)]).then(__webpack_require__.bind(__webpack_require__, 7362));
    const { formatReference, parseReference } = await __webpack_require__.e(/* import() */ 3940).then(__webpack_require__.bind(__webpack_require__, 3940));
    const { layerCacheDirectory } = await __webpack_require__.e(/* import() */ 7317).then(__webpack_require__.bind(__webpack_require__, 7317));
    const { readAdditions } = await __webpack_require__.e(/* import() */ 7499).then(__webpack_require__.bind(__webpack_require__, 7499));
    const { additionsFromHere } = await __webpack_require__.e(/* import() */ 5423).then(__webpack_require__.bind(__webpack_require__, 5423));
    const { foundBases, loadBases } = await __webpack_require__.e(/* import() */ 2740).then(__webpack_require__.bind(__webpack_require__, 2740));
    const { readSettings } = await __webpack_require__.e(/* import() */ 609).then(__webpack_require__.bind(__webpack_require__, 609));
    const { withoutDigest } = await __webpack_require__.e(/* import() */ 2573).then(__webpack_require__.bind(__webpack_require__, 2573));
    const { signal, log } = job;
    const reference = base === 'scratch' ? undefined : parseReference(base);
    const baseName = reference && formatReference(withoutDigest(reference));
    const additions = await readAdditions(given.add.length > 0 ? given.add : (configured?.add ?? []));
    const level = given['compression-level'] ?? configured?.['compression-level'];
    const compression = compressionOf(given.compression ?? configured?.compression, level);
    const { settings, annotations } = await readSettings(given, configured);
    const epochSeconds = readEpoch(job.env);
    const named = reference && { store: open(reference), reference };
    const platforms = await loadBases(named, (0,_required_input_js__WEBPACK_IMPORTED_MODULE_0__/* .givenOr */ .t)(given.platforms, configured?.platforms), signal);
    const request = {
        baseName,
        platforms,
        additions,
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


/***/ })

};
