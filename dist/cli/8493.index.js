export const id = 8493;
export const ids = [8493];
export const modules = {

/***/ 38493:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   findPrevious: () => (/* binding */ findPrevious)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);

/**
 * The image that a bake is compared with: the one that is named, else the app's last release, else the one that all tags
 * of the output name. None where there is none, or where it lies in another repository than the output.
 */
async function findPrevious(request, job) {
    const { loadPrevious } = await Promise.all(/* import() */[__webpack_require__.e(1837), __webpack_require__.e(5277), __webpack_require__.e(6723), __webpack_require__.e(366), __webpack_require__.e(7497), __webpack_require__.e(736)]).then(__webpack_require__.bind(__webpack_require__, 736));
    const { given, output, open } = request;
    const store = open(output.reference);
    const load = (label) => loadPrevious(store, label, { signal: job.signal, log: job.log });
    const named = given.previous ?? (given['last-release'] ? await lastRelease(request, job) : undefined);
    if (named === undefined) {
        const images = await Promise.all(output.tags.map((tag) => load({ tag })));
        const [first] = images;
        return images.every((image) => image?.digest === first?.digest) ? first : undefined;
    }
    const { formatRepository, parseReference } = await __webpack_require__.e(/* import() */ 3940).then(__webpack_require__.bind(__webpack_require__, 23940));
    const reference = parseReference(named);
    if (formatRepository(reference) !== formatRepository(output.reference)) {
        job.log(`${named} is in another repository than the output: not compared with`);
        return undefined;
    }
    if (reference.digest === undefined && reference.tag === undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IngotError */ .se('invalid-reference', `The previous image ${named} names no tag and no digest`);
    }
    return load(reference.digest ?? { tag: reference.tag });
}
async function lastRelease({ given, config }, job) {
    if (config === undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IngotError */ .se('invalid-input', 'last-release is asked for, and there is no configuration that names the app');
    }
    const { locateLedger } = await __webpack_require__.e(/* import() */ 9238).then(__webpack_require__.bind(__webpack_require__, 79238));
    const { openLedger } = await Promise.all(/* import() */[__webpack_require__.e(1837), __webpack_require__.e(6723), __webpack_require__.e(4681), __webpack_require__.e(9501)]).then(__webpack_require__.bind(__webpack_require__, 94681));
    const ledger = await openLedger(await locateLedger(given.ledger, config, job.env), job);
    const last = (await ledger.listReleases(config.app)).at(-1);
    job.log(last === undefined ? `${config.app} has no release yet` : `The last release of ${config.app} is ${last.image}`);
    return last?.image;
}


/***/ })

};
