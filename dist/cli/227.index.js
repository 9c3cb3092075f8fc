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
async function openLayers({ given, config, output, job }) {
    const configured = (0,_open_baker_js__WEBPACK_IMPORTED_MODULE_1__/* .configuredFor */ .q)('layers', config);
    const base = (0,_required_input_js__WEBPACK_IMPORTED_MODULE_0__/* .required */ .m)(given.base ?? configured?.base, 'base', 'bake.base');
    const { bakeLayers, parseAddition, readEpoch } = await Promise.all(/* import() */[__webpack_require__.e(3798), __webpack_require__.e(71), __webpack_require__.e(1077)]).then(__webpack_require__.bind(__webpack_require__, 1077));
    const { openStore } = await Promise.all(/* import() */[__webpack_require__.e(3798), __webpack_require__.e(1204), __webpack_require__.e(8669)]).then(__webpack_require__.bind(__webpack_require__, 1204));
    const { formatReference, parseReference } = await __webpack_require__.e(/* import() */ 3940).then(__webpack_require__.bind(__webpack_require__, 3940));
    const { additionsFromHere } = await __webpack_require__.e(/* import() */ 5423).then(__webpack_require__.bind(__webpack_require__, 5423));
    const { foundBases, loadBases } = await __webpack_require__.e(/* import() */ 2740).then(__webpack_require__.bind(__webpack_require__, 2740));
    const { readSettings } = await __webpack_require__.e(/* import() */ 609).then(__webpack_require__.bind(__webpack_require__, 609));
    const { withoutDigest } = await __webpack_require__.e(/* import() */ 2573).then(__webpack_require__.bind(__webpack_require__, 2573));
    const { signal, log } = job;
    const reference = base === 'scratch' ? undefined : parseReference(base);
    const baseName = reference && formatReference(withoutDigest(reference));
    const add = (0,_required_input_js__WEBPACK_IMPORTED_MODULE_0__.givenOr)(given.add, configured?.add);
    const additions = add.map(parseAddition);
    const { settings, annotations } = await readSettings(given, configured);
    const epochSeconds = readEpoch(job.env);
    const options = { insecureHosts: given['insecure-registry'], signal };
    const named = reference && { store: openStore(reference, options), reference };
    const platforms = await loadBases(named, (0,_required_input_js__WEBPACK_IMPORTED_MODULE_0__.givenOr)(given.platforms, configured?.platforms), signal);
    const request = {
        baseName,
        platforms,
        additions,
        settings,
        annotations,
        epochSeconds,
        tags: output.tags,
        log,
        signal,
    };
    const names = platforms.map(({ platform }) => platform);
    return {
        inputs: { base, add: additionsFromHere(add), ...settings, annotations, platforms: names, epochSeconds },
        findBases: async () => foundBases(baseName, platforms),
        bake: () => bakeLayers({ ...request, output: openStore(output.reference, options) }),
    };
}


/***/ })

};
