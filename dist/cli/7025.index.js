export const id = 7025;
export const ids = [7025,5656];
export const modules = {

/***/ 17025:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openBaker: () => (/* binding */ openBaker),
/* harmony export */   readOutput: () => (/* binding */ readOutput)
/* harmony export */ });
/* harmony import */ var _required_input_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(25656);

/** Where the image goes. @throws IngotError `invalid-input`, `invalid-reference` */
async function readOutput(given, config) {
    const { parseOutput } = await __webpack_require__.e(/* import() */ 2573).then(__webpack_require__.bind(__webpack_require__, 92573));
    return parseOutput((0,_required_input_js__WEBPACK_IMPORTED_MODULE_0__.required)(given.output ?? config?.image, 'output', 'image'));
}
/** The engine that is asked for, ready to bake. @throws IngotError `invalid-input`, `invalid-config` */
async function openBaker(request) {
    const engine = request.given.engine ?? request.config?.bake?.engine ?? 'layers';
    return { engine, baker: await openEngine(engine, request) };
}
async function openEngine(engine, request) {
    switch (engine) {
        case 'layers':
            return (await __webpack_require__.e(/* import() */ 227).then(__webpack_require__.bind(__webpack_require__, 90227))).openLayers(request);
        case 'buildkit':
            return (await __webpack_require__.e(/* import() */ 1345).then(__webpack_require__.bind(__webpack_require__, 91345))).openBuildkit(request);
        case 'packer':
            return (await __webpack_require__.e(/* import() */ 1831).then(__webpack_require__.bind(__webpack_require__, 71831))).openPacker(request);
    }
}


/***/ }),

/***/ 25656:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   givenOr: () => (/* binding */ givenOr),
/* harmony export */   required: () => (/* binding */ required)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);

/**
 * An input that `ingot.yml` may supply instead, under `key`.
 *
 * @throws IngotError `invalid-input` when neither does
 */
function required(value, input, key) {
    if (value !== undefined && value !== '')
        return value;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IngotError */ .se('invalid-input', `No ${input} is given`, { advice: `Give ${input}, or ${key} in ingot.yml` });
}
/** A list as it is given, else as the configuration has it: the two are never mixed. */
function givenOr(given, configured) {
    return given.length > 0 ? given : (configured ?? []);
}


/***/ })

};
