export const id = 9130;
export const ids = [9130];
export const modules = {

/***/ 79130:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   identityAnnotations: () => (/* binding */ identityAnnotations),
/* harmony export */   identityPairs: () => (/* binding */ identityPairs)
/* harmony export */ });
/** The identity under the names that OCI gives it, for annotations and labels alike. */
async function identityPairs(given) {
    const { annotationKeys } = await __webpack_require__.e(/* import() */ 261).then(__webpack_require__.bind(__webpack_require__, 50261));
    const names = ['version', 'revision', 'source'];
    return Object.fromEntries(names.flatMap((name) => {
        const value = given[name];
        return value === undefined ? [] : [[annotationKeys[name], value]];
    }));
}
/** The identity, and whatever else is given as an annotation. */
async function identityAnnotations(given) {
    const { parsePairs } = await Promise.all(/* import() */[__webpack_require__.e(1837), __webpack_require__.e(5277), __webpack_require__.e(6723), __webpack_require__.e(366), __webpack_require__.e(7497), __webpack_require__.e(736)]).then(__webpack_require__.bind(__webpack_require__, 736));
    return { ...(await identityPairs(given)), ...parsePairs(given.annotation, 'annotation') };
}


/***/ })

};
